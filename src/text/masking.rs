//! Hides from the CommonMark reader what is none of its business: maths, and signs that only look like markup. Reads
//! no CommonMark itself.

use crate::text::maths;
use std::collections::HashMap;

/// Noncharacters, which no text may hold (Unicode 16, section 23.7), around the number of what is hidden.
const OPEN: char = '\u{FDD0}';
const CLOSE: char = '\u{FDD1}';

/// What is hidden behind a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// Maths, as it is written with its `$`.
    Maths(String),
    /// Signs that mean themselves.
    Signs(&'static str),
    /// A gap of a cloze, by its index.
    Gap(usize),
}

/// A text with marks in it.
#[derive(Debug, Default)]
pub(super) struct Masked {
    /// The text for the CommonMark reader.
    pub text: String,
    hidden: Vec<Hidden>,
}

/// A piece of what the reader gives back.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Plain words.
    Words(&'a str),
    /// What a mark stands for.
    Hidden(&'a Hidden),
}

impl Masked {
    /// Hides the maths of `text` and, where it is a single line, what would make a block of it.
    pub fn new(text: &str) -> Self {
        let mut masked = Self::default();
        let trimmed = text.trim();
        let is_single_line = !trimmed.contains(['\n', '\r']);
        let text = if is_single_line { trimmed } else { text };
        if is_single_line && begins_a_block(text) {
            masked.hide(Hidden::Signs(""));
        }
        masked.add(text);
        masked
    }

    /// Hides the maths of a text with gaps, `None`, and what would make a block of one that is a single line.
    pub fn of_parts(parts: &[Option<&str>]) -> Self {
        let mut masked = Self::default();
        let is_single_line = !parts.iter().flatten().any(|part| part.contains(['\n', '\r']));
        if is_single_line {
            masked.hide(Hidden::Signs(""));
        }
        let mut gaps = 0..;
        for (index, part) in parts.iter().enumerate() {
            match part {
                Some(text) if index == 0 && is_single_line => masked.add(text.trim_start()),
                Some(text) => masked.add(text),
                None => masked.hide(Hidden::Gap(gaps.next().unwrap_or_default())),
            }
        }
        masked
    }

    /// Adds a piece of a text. Code between back-ticks is left alone, with the `$` in it.
    pub fn add(&mut self, text: &str) {
        let fences = Fences::of(text);
        let mut search = maths::Search::default();
        let mut at = 0;
        while let Some(sign) = text[at..].chars().next() {
            let rest = &text[at..];
            let mut length = sign.len_utf8();
            match sign {
                '\\' => length += rest[1..].chars().next().map_or(0, char::len_utf8),
                '`' => length = fences.code_length(text, at),
                '$' => {
                    if let Some(maths_length) = search.leading(text, at) {
                        self.hide(Hidden::Maths(rest[..maths_length].to_owned()));
                        at += maths_length;
                        continue;
                    }
                }
                '*' if is_times_sign(text, at) => {
                    self.hide(Hidden::Signs("*"));
                    at += 1;
                    continue;
                }
                OPEN | CLOSE => {
                    self.text.push(char::REPLACEMENT_CHARACTER);
                    at += length;
                    continue;
                }
                _ => {}
            }
            self.text.push_str(&without_marks(&rest[..length]));
            at += length;
        }
    }

    /// Everything that is hidden, in the order of the text.
    pub fn hidden(&self) -> &[Hidden] {
        &self.hidden
    }

    /// The text without what is hidden and without code.
    pub fn words_alone(&self) -> String {
        let mut words = String::new();
        for token in self.tokens(&self.text) {
            match token {
                Token::Words(text) => words.push_str(text),
                Token::Hidden(_) => words.push(' '),
            }
        }
        let fences = Fences::of(&words);
        let mut alone = String::new();
        let mut at = 0;
        while let Some(offset) = words[at..].find('`') {
            alone.push_str(&words[at..at + offset]);
            at += offset;
            at += fences.code_length(&words, at);
        }
        alone + &words[at..]
    }

    /// Puts a mark in.
    pub fn hide(&mut self, hidden: Hidden) {
        self.text.push_str(&format!("{OPEN}{}{CLOSE}", self.hidden.len()));
        self.hidden.push(hidden);
    }

    /// Takes apart what the reader gives back.
    pub fn tokens<'a>(&'a self, text: &'a str) -> Vec<Token<'a>> {
        let mut tokens = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(OPEN) {
            let found = after.split_once(CLOSE).and_then(|(number, after)| Some((number.parse().ok()?, after)));
            let Some((hidden, after)) =
                found.and_then(|(index, after): (usize, _)| Some((self.hidden.get(index)?, after)))
            else {
                break;
            };
            if !before.is_empty() {
                tokens.push(Token::Words(before));
            }
            tokens.push(Token::Hidden(hidden));
            rest = after;
        }
        if !rest.is_empty() {
            tokens.push(Token::Words(rest));
        }
        tokens
    }

    /// What was written, where the reader takes it for code or an address.
    pub fn written(&self, text: &str) -> String {
        let written = |token| match token {
            Token::Words(words) => words,
            Token::Hidden(Hidden::Maths(source)) => source,
            Token::Hidden(Hidden::Signs(signs)) => signs,
            Token::Hidden(Hidden::Gap(_)) => "",
        };
        self.tokens(text).into_iter().map(written).collect()
    }
}

/// Where runs of back-ticks stand, by their length: code ends at the next run as long as the one that it began with.
struct Fences(HashMap<usize, Vec<usize>>);

impl Fences {
    fn of(text: &str) -> Self {
        let mut fences = HashMap::<usize, Vec<usize>>::new();
        let mut at = 0;
        while let Some(offset) = text[at..].find('`') {
            let start = at + offset;
            let length = run_length(&text[start..]);
            fences.entry(length).or_default().push(start);
            at = start + length;
        }
        Self(fences)
    }

    /// Bytes of the code that begins at `at`, with its back-ticks; those alone where it has no end.
    fn code_length(&self, text: &str, at: usize) -> usize {
        let length = run_length(&text[at..]);
        let runs = self.0.get(&length).map_or(&[][..], Vec::as_slice);
        let next = runs.get(runs.partition_point(|start| *start <= at));
        next.map_or(length, |end| end + length - at)
    }
}

fn run_length(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'`').count()
}

/// Whether the `*` at `at` stands alone between two digits, as in 2*3.
fn is_times_sign(text: &str, at: usize) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    at > 0 && is_digit(bytes.get(at - 1)) && is_digit(bytes.get(at + 1))
}

fn without_marks(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains([OPEN, CLOSE]) { text.replace([OPEN, CLOSE], "\u{FFFD}").into() } else { text.into() }
}

/// Whether CommonMark could begin anything but a paragraph with this line, which has no white space before it.
pub(super) fn begins_a_block(line: &str) -> bool {
    let is_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let Some(first) = line.chars().next() else { return false };
    match first {
        '>' | '<' | '[' | '=' | '|' => true,
        '~' | '`' => line.starts_with("~~~") || line.starts_with("```"),
        '#' => is_end(line.trim_start_matches('#')),
        '-' | '+' | '*' | '_' => is_end(&line[1..]) || is_rule(line, first),
        '0'..='9' => {
            let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
            rest.strip_prefix(['.', ')']).is_some_and(is_end)
        }
        _ => false,
    }
}

/// Whether the line is three or more of one sign, with or without spaces: a line across the page.
fn is_rule(line: &str, sign: char) -> bool {
    line.chars().all(|found| found == sign || found.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text with `⟨…⟩` around what is hidden.
    fn check(text: &str, expected: &str) {
        let masked = Masked::new(text);
        let shown = |token| match token {
            Token::Words(words) => words.to_owned(),
            Token::Hidden(Hidden::Maths(source)) => format!("⟨{source}⟩"),
            Token::Hidden(Hidden::Signs(signs)) => format!("⟨{signs}⟩"),
            Token::Hidden(Hidden::Gap(gap)) => format!("⟨{gap}⟩"),
        };
        let shown: String = masked.tokens(&masked.text).into_iter().map(shown).collect();
        assert_eq!(shown, expected, "{text}");
        assert_eq!(masked.written(&masked.text), text.trim());
    }

    #[test]
    fn maths_is_hidden_and_sums_of_money_are_not() {
        check("$x^2$ and **$y$**", "⟨$x^2$⟩ and **⟨$y$⟩**");
        check("$5 and $6", "$5 and $6");
        check(r"\$x\$ $a$", r"\$x\$ ⟨$a$⟩");
    }

    #[test]
    fn code_keeps_its_signs() {
        check("`$x$` ``a`$y$`` $z$", "`$x$` ``a`$y$`` ⟨$z$⟩");
        check("`$x$", "`⟨$x$⟩");
    }

    #[test]
    fn a_star_between_digits_is_a_times_sign() {
        check("2*3*4, *a*, 2 * 3, 2**3", "2⟨*⟩3⟨*⟩4, *a*, 2 * 3, 2**3");
    }

    #[test]
    fn a_single_line_begins_no_block() {
        for line in
            ["1. April", "1986.", "- 5", "-", "+", "*", "# 4", "> 5", "***", "[1]: a", "<b>", "```", "~~~", "2) x"]
        {
            check(line, &format!("⟨⟩{line}"));
        }
        for line in ["1.5", "-5", "*a*", "#tag", "3rd", "a\n- b"] {
            check(line, line);
        }
    }

    #[test]
    fn marks_in_a_text_are_replaced() {
        let masked = Masked::new("a\u{FDD0}0\u{FDD1}b `\u{FDD0}`");
        assert_eq!(masked.text, "a\u{FFFD}0\u{FFFD}b `\u{FFFD}`");
    }

    proptest! {
        #[test]
        fn whatever_is_hidden_comes_back(text in "[-$`*\\\\x0 1.>#é\n]{0,40}") {
            let masked = Masked::new(&text);
            let expected = if text.trim().contains('\n') { &*text } else { text.trim() };
            prop_assert_eq!(masked.written(&masked.text), expected);
        }
    }
}

//! Cuts RON text into tokens without understanding it: strings whole, comments and white space left out. Keeps no
//! stack, so no nesting is too deep for it. Never judges what it finds.

use memchr::{memchr, memchr2, memmem};
use std::ops::Range;

/// A token of RON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// A string of any sort, or a character, with its quotation marks.
    Text,
    /// A string or a comment that the text ends in.
    Unclosed,
    /// A name, a number, `true`, `false`.
    Word,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// Any other character.
    Other,
}

/// The tokens of a text, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    /// Byte offset of what comes next.
    pub at: usize,
}

impl<'a> Lexer<'a> {
    /// The tokens of `text` from byte `at` on.
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The text of a token.
    pub fn text(&self, range: Range<usize>) -> &'a str {
        &self.text[range]
    }

    /// The token that comes next, without taking it.
    pub fn peek(&self) -> Option<(Token, Range<usize>)> {
        self.clone().next()
    }

    /// Goes past white space and comments. An unclosed block comment is not passed over.
    pub fn skip_blank(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            self.at += blank;
            let rest = &rest[blank..];
            if rest.starts_with("//") {
                self.at += memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            } else if let Some(length) = block_comment_length(rest) {
                self.at += length;
            } else {
                return;
            }
        }
    }

    /// Goes past document attributes such as `#![enable(unwrap_newtypes)]`.
    pub fn skip_attributes(&mut self) {
        self.skip_blank();
        while self.text.get(self.at..).is_some_and(|rest| rest.starts_with("#!")) {
            self.at += 2;
            if skip_value(self).is_none() {
                return;
            }
            self.skip_blank();
        }
    }

    fn token(&self, rest: &str) -> (Token, usize) {
        let bytes = rest.as_bytes();
        match bytes[0] {
            bracket @ (b'(' | b'[' | b'{') => (Token::Open(bracket), 1),
            bracket @ (b')' | b']' | b'}') => (Token::Close(bracket), 1),
            b',' => (Token::Comma, 1),
            b':' => (Token::Colon, 1),
            b'"' => text_token(1, escaped_length(&rest[1..])),
            b'\'' => char_length(rest).map_or((Token::Other, 1), |length| (Token::Text, length)),
            b'/' if rest.starts_with("/*") => (Token::Unclosed, rest.len()),
            b'r' | b'b' if raw_prefix(rest).is_some() => {
                let (prefix, hashes) = raw_prefix(rest).unwrap_or_default();
                text_token(prefix, raw_length(&rest[prefix..], hashes))
            }
            b'b' if bytes.get(1) == Some(&b'"') => text_token(2, escaped_length(&rest[2..])),
            _ => word_or_other(rest),
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = (Token, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blank();
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (token, length) = self.token(rest);
        let start = self.at;
        self.at = if token == Token::Unclosed { self.text.len() } else { start + length };
        Some((token, start..self.at))
    }
}

/// Goes past one value: up to, and without, the comma or closing bracket after it. Returns the offset where its last
/// token ends; `None` where the text ends first or a string is unclosed.
pub(crate) fn skip_value(lexer: &mut Lexer) -> Option<usize> {
    let mut depth = 0_usize;
    let mut end = lexer.at;
    loop {
        let (token, range) = lexer.peek()?;
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) | Token::Comma if depth == 0 => return Some(end),
            Token::Close(_) => depth -= 1,
            Token::Unclosed => return None,
            _ => {}
        }
        end = range.end;
        lexer.at = end;
        if depth == 0 && matches!(token, Token::Close(_)) {
            return Some(end);
        }
    }
}

/// Whether there is a comment among the tokens of `text`.
pub(crate) fn has_comment(text: &str) -> bool {
    comments(text).next().is_some()
}

/// The comments among the tokens of `text`, those of a line without its end.
pub(crate) fn comments(text: &str) -> impl Iterator<Item = &str> {
    let mut end = 0;
    let mut gaps = Lexer::new(text, 0).map(|(_, range)| range).chain(std::iter::once(text.len()..text.len()));
    let mut open: Vec<Range<usize>> = Vec::new();
    std::iter::from_fn(move || {
        while open.is_empty() {
            let range = gaps.next()?;
            open.extend(comments_in(text, end..range.start));
            open.reverse();
            end = range.end;
        }
        open.pop().map(|span| &text[span])
    })
}

/// The comments in a piece between two tokens.
pub(crate) fn comments_in(text: &str, gap: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = gap.start;
    std::iter::from_fn(move || {
        let rest = text.get(at..gap.end)?;
        let start = at + rest.len() - rest.trim_start_matches(is_blank).len();
        let rest = &text[start..gap.end];
        let length = if rest.starts_with("//") {
            let line = &rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
            line.strip_suffix('\r').unwrap_or(line).len()
        } else {
            block_comment_length(rest)?
        };
        at = start + length;
        Some(start..at)
    })
}

/// What RON takes for white space.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

fn block_comment_length(rest: &str) -> Option<usize> {
    let bytes = rest.strip_prefix("/*")?.as_bytes();
    let (mut level, mut at) = (1_usize, 0);
    while level > 0 {
        at += memchr2(b'/', b'*', &bytes[at..])?;
        match bytes.get(at..at + 2)? {
            b"/*" => (level, at) = (level + 1, at + 2),
            b"*/" => (level, at) = (level - 1, at + 2),
            _ => at += 1,
        }
    }
    Some(at + 2)
}

fn text_token(prefix: usize, length: Option<usize>) -> (Token, usize) {
    length.map_or((Token::Unclosed, 0), |length| (Token::Text, prefix + length))
}

/// Bytes up to and with the closing quotation mark of a plain string.
fn escaped_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// Length of `r##"` or `br##"`, and how many `#` it has.
fn raw_prefix(rest: &str) -> Option<(usize, usize)> {
    let body = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r')?;
    let hashes = body.bytes().take_while(|byte| *byte == b'#').count();
    let is_raw = body.as_bytes().get(hashes) == Some(&b'"');
    is_raw.then(|| (rest.len() - body.len() + hashes + 1, hashes))
}

/// Bytes up to and with the end of a raw string.
fn raw_length(rest: &str, hashes: usize) -> Option<usize> {
    let ending = ["\"", &"#".repeat(hashes)].concat();
    memmem::find(rest.as_bytes(), ending.as_bytes()).map(|at| at + ending.len())
}

/// `'x'` or `'\n'`; a lone apostrophe is none, for people forget quotation marks around words that have one.
fn char_length(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let (_, first) = letters.next()?;
    if first == '\\' {
        letters.next()?;
    }
    letters.next().filter(|(_, letter)| *letter == '\'').map(|(at, _)| at + 1)
}

fn word_or_other(rest: &str) -> (Token, usize) {
    let length = rest.find(|letter: char| !is_word_letter(letter)).unwrap_or(rest.len());
    match rest.chars().next() {
        Some(letter) if length == 0 => (Token::Other, letter.len_utf8()),
        _ => (Token::Word, length),
    }
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.' | '+' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[(Token, &str)]) {
        let found: Vec<_> = Lexer::new(text, 0).map(|(token, range)| (token, &text[range])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn strings_are_one_token_whatever_stands_in_them() {
        check(r#""a(\")b""#, &[(Token::Text, r#""a(\")b""#)]);
        check(r##"r#"a")"#"##, &[(Token::Text, r##"r#"a")"#"##)]);
        check(r#"r"\""#, &[(Token::Text, r#"r"\""#)]);
        check("'\"'", &[(Token::Text, "'\"'")]);
        check("'\\''", &[(Token::Text, "'\\''")]);
        check("b\"x\"", &[(Token::Text, "b\"x\"")]);
        check("r#id", &[(Token::Word, "r"), (Token::Other, "#"), (Token::Word, "id")]);
    }

    #[test]
    fn what_the_text_ends_in_is_unclosed() {
        check("\"a\\\"", &[(Token::Unclosed, "\"a\\\"")]);
        check("r#\"a\"", &[(Token::Unclosed, "r#\"a\"")]);
        check("1 /* /* */", &[(Token::Word, "1"), (Token::Unclosed, "/* /* */")]);
    }

    #[test]
    fn comments_are_left_out_nested_ones_too() {
        check("// (\n1 /* /*)*/ ( */ 2 // end", &[(Token::Word, "1"), (Token::Word, "2")]);
    }

    #[test]
    fn an_apostrophe_in_a_bare_word_opens_nothing() {
        check(
            "don't, it's",
            &[
                (Token::Word, "don"),
                (Token::Other, "'"),
                (Token::Word, "t"),
                (Token::Comma, ","),
                (Token::Word, "it"),
                (Token::Other, "'"),
                (Token::Word, "s"),
            ],
        );
    }

    proptest! {
        #[test]
        fn any_text_is_cut_without_a_panic_and_to_its_end(text in "[\\(\\)\"'r#b/*\\\\ a,:é\n]{0,40}") {
            let mut end = 0;
            for (_, range) in Lexer::new(&text, 0) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}

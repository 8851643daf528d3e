//! Cuts RON text into pieces without understanding it: strings whole, comments and white space left out. Keeps no
//! stack, so no nesting is too deep for it. Never judges what it finds.

use memchr::{memchr, memchr2, memmem};
use std::ops::Range;

/// A piece of RON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
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

/// The pieces of a text, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    /// Byte offset of what comes next.
    pub at: usize,
}

impl<'a> Scanner<'a> {
    /// The pieces of `text` from byte `at` on.
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The text of a piece.
    pub fn text(&self, range: Range<usize>) -> &'a str {
        &self.text[range]
    }

    /// The piece that comes next, without taking it.
    pub fn peek(&self) -> Option<(Piece, Range<usize>)> {
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

    fn piece(&self, rest: &str) -> (Piece, usize) {
        let bytes = rest.as_bytes();
        match bytes[0] {
            bracket @ (b'(' | b'[' | b'{') => (Piece::Open(bracket), 1),
            bracket @ (b')' | b']' | b'}') => (Piece::Close(bracket), 1),
            b',' => (Piece::Comma, 1),
            b':' => (Piece::Colon, 1),
            b'"' => text_piece(1, escaped_length(&rest[1..])),
            b'\'' => char_length(rest).map_or((Piece::Other, 1), |length| (Piece::Text, length)),
            b'/' if rest.starts_with("/*") => (Piece::Unclosed, rest.len()),
            b'r' | b'b' if raw_prefix(rest).is_some() => {
                let (prefix, hashes) = raw_prefix(rest).unwrap_or_default();
                text_piece(prefix, raw_length(&rest[prefix..], hashes))
            }
            b'b' if bytes.get(1) == Some(&b'"') => text_piece(2, escaped_length(&rest[2..])),
            _ => word_or_other(rest),
        }
    }
}

impl Iterator for Scanner<'_> {
    type Item = (Piece, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blank();
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (piece, length) = self.piece(rest);
        let start = self.at;
        self.at = if piece == Piece::Unclosed { self.text.len() } else { start + length };
        Some((piece, start..self.at))
    }
}

/// Goes past one value: up to, and without, the comma or closing bracket after it. Returns the offset where its last
/// piece ends; `None` where the text ends first or a string is unclosed.
pub(crate) fn skip_value(scanner: &mut Scanner) -> Option<usize> {
    let mut depth = 0_usize;
    let mut end = scanner.at;
    loop {
        let (piece, range) = scanner.peek()?;
        match piece {
            Piece::Open(_) => depth += 1,
            Piece::Close(_) | Piece::Comma if depth == 0 => return Some(end),
            Piece::Close(_) => depth -= 1,
            Piece::Unclosed => return None,
            _ => {}
        }
        end = range.end;
        scanner.at = end;
        if depth == 0 && matches!(piece, Piece::Close(_)) {
            return Some(end);
        }
    }
}

/// How deep the brackets of `text` are nested at most, strings and comments left out.
pub(crate) fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for (piece, _) in Scanner::new(text, 0) {
        match piece {
            Piece::Open(_) => now += 1,
            Piece::Close(_) => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
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

fn text_piece(prefix: usize, length: Option<usize>) -> (Piece, usize) {
    length.map_or((Piece::Unclosed, 0), |length| (Piece::Text, prefix + length))
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

fn word_or_other(rest: &str) -> (Piece, usize) {
    let length = rest.find(|letter: char| !is_word_letter(letter)).unwrap_or(rest.len());
    match rest.chars().next() {
        Some(letter) if length == 0 => (Piece::Other, letter.len_utf8()),
        _ => (Piece::Word, length),
    }
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.' | '+' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[(Piece, &str)]) {
        let found: Vec<_> = Scanner::new(text, 0).map(|(piece, range)| (piece, &text[range])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn strings_are_one_piece_whatever_stands_in_them() {
        check(r#""a(\")b""#, &[(Piece::Text, r#""a(\")b""#)]);
        check(r##"r#"a")"#"##, &[(Piece::Text, r##"r#"a")"#"##)]);
        check(r#"r"\""#, &[(Piece::Text, r#"r"\""#)]);
        check("'\"'", &[(Piece::Text, "'\"'")]);
        check("'\\''", &[(Piece::Text, "'\\''")]);
        check("b\"x\"", &[(Piece::Text, "b\"x\"")]);
        check("r#id", &[(Piece::Word, "r"), (Piece::Other, "#"), (Piece::Word, "id")]);
    }

    #[test]
    fn what_the_text_ends_in_is_unclosed() {
        check("\"a\\\"", &[(Piece::Unclosed, "\"a\\\"")]);
        check("r#\"a\"", &[(Piece::Unclosed, "r#\"a\"")]);
        check("1 /* /* */", &[(Piece::Word, "1"), (Piece::Unclosed, "/* /* */")]);
    }

    #[test]
    fn comments_are_left_out_nested_ones_too() {
        check("// (\n1 /* /*)*/ ( */ 2 // end", &[(Piece::Word, "1"), (Piece::Word, "2")]);
    }

    #[test]
    fn an_apostrophe_in_a_bare_word_opens_nothing() {
        check(
            "don't, it's",
            &[
                (Piece::Word, "don"),
                (Piece::Other, "'"),
                (Piece::Word, "t"),
                (Piece::Comma, ","),
                (Piece::Word, "it"),
                (Piece::Other, "'"),
                (Piece::Word, "s"),
            ],
        );
    }

    #[test]
    fn depth_counts_brackets_outside_strings_and_comments() {
        assert_eq!(depth("([{}])"), 3);
        assert_eq!(depth("(\"((((\" /* (((( */)"), 1);
        assert_eq!(depth(&"(".repeat(100_000)), 100_000);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_without_a_panic_and_to_its_end(text in "[\\(\\)\"'r#b/*\\\\ a,:é\n]{0,40}") {
            let mut end = 0;
            for (_, range) in Scanner::new(&text, 0) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}

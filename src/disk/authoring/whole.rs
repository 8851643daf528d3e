//! Whether a text breaks off: half a file, or one that is being written. Reads nothing but brackets and quotation marks.

use crate::syntax::lexer::{Lexer, Token};

/// Where a text breaks off, in bytes: a bracket, a text or a comment begins there and never ends. `None` for a whole text,
/// whatever else is wrong with it.
pub(super) fn breaks_off_at(text: &str) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    for (token, range) in Lexer::new(text, 0) {
        match token {
            Token::Open(_) => open.push(range.start),
            Token::Close(_) => drop(open.pop()),
            Token::Unclosed => return Some(range.start),
            _ => {}
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_its_last_bracket_breaks_off() {
        let check = |text, expected| assert_eq!(breaks_off_at(text), expected, "{text}");
        check("Bank(title: \"A (b\")", None);
        check("(a: [1, 2]) // (", None);
        check("(a: [1, 2])) )", None);
        check("Bank(title: \"A\", questions: [", Some(4));
        check("(a: \"b", Some(4));
        check("(a: 1) /* b", Some(7));
        check("", None);
    }

    #[test]
    fn every_beginning_of_a_bank_but_its_comments_breaks_off() {
        let text = crate::bank::starter("first").text;
        let sound = text.trim_end();
        assert_eq!(breaks_off_at(sound), None);
        let start = sound.find("Bank(").expect("a bank") + "Bank(".len();
        for end in (start..sound.len()).filter(|end| sound.is_char_boundary(*end)).step_by(97) {
            assert!(breaks_off_at(&sound[..end]).is_some(), "{end}");
        }
    }
}

//! Lays a RON text out anew: the same tokens and comments, other blanks and line breaks. Knows no bank.
//!
//! The laws, which the tests hold: every token but the commas behind last items stays as it is and in its order, every comment is still
//! there, and a text that was laid out is laid out the same again.

mod print;
mod tree;

use crate::syntax::lexer::{Lexer, Token, comments};
use thiserror::Error;
use tree::{Tree, tree};

/// Why a text cannot be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TidyError {
    /// A bracket, a quotation mark or a comment without its fellow, or signs that nobody can tell the end of.
    #[error("it cannot be told where a value ends")]
    Unbalanced {
        /// The byte where it was noticed.
        at: usize,
    },
    /// The new layout would not say the same.
    #[error("the text would not say the same afterwards")]
    Changed,
}

/// The text laid out: lines of 120 signs where they can be, four blanks a level, one item a line where a bracket does not fit on its
/// line or was left open by whoever wrote it. Line ends stay those of the first line, and a byte order mark stays.
///
/// # Errors
/// Where the brackets or the quotation marks do not match.
pub fn tidy(text: &str) -> Result<String, TidyError> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => (&text[..text.len() - body.len()], body),
        None => ("", text),
    };
    let Tree { attributes, items } = tree(body).map_err(|at| TidyError::Unbalanced { at: at + mark.len() })?;
    let tidy = print::document(body, &attributes, &items);
    if !says_the_same(body, &tidy) {
        return Err(TidyError::Changed);
    }
    let has_cr = body.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
    let tidy = if has_cr { with_cr(&tidy) } else { tidy };
    Ok([mark, &tidy].concat())
}

/// Carriage returns before line feeds, but for those inside texts, which keep theirs.
fn with_cr(text: &str) -> String {
    let mut new = String::with_capacity(text.len());
    let mut from = 0;
    for (_, range) in Lexer::new(text, 0).filter(|(token, _)| *token == Token::Text) {
        new.push_str(&text[from..range.start].replace('\n', "\r\n"));
        new.push_str(&text[range.clone()]);
        from = range.end;
    }
    new.push_str(&text[from..].replace('\n', "\r\n"));
    new
}

/// Whether both texts have the same tokens, commas behind last items aside, and the same comments in any order.
fn says_the_same(old: &str, new: &str) -> bool {
    let notes = |text| {
        let mut notes: Vec<&str> = comments(text).map(str::trim_end).collect();
        notes.sort_unstable();
        notes
    };
    words(old) == words(new) && notes(old) == notes(new)
}

/// The tokens, without a comma before a closing bracket or the end.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for (token, range) in Lexer::new(text, 0) {
        if matches!(token, Token::Close(_)) && words.last() == Some(&",") {
            words.pop();
        }
        words.push(&text[range]);
    }
    if words.last() == Some(&",") {
        words.pop();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(tidy(text).as_deref(), Ok(expected), "{text}");
        assert_eq!(tidy(expected).as_deref(), Ok(expected), "laid out again");
    }

    #[test]
    fn what_nobody_can_tell_the_end_of_is_refused() {
        for text in ["(", ")", "(a: \"x)", "[1, 2", "(1] )", "/* x", "(a: b: c)", "(a: 1 b)", "(, )", "(a:)", "(: 1)"] {
            assert!(matches!(tidy(text), Err(TidyError::Unbalanced { .. })), "{text} {:?}", tidy(text));
        }
    }

    #[test]
    fn what_fits_stands_on_one_line_and_blanks_are_even() {
        check("Bank( id:\"b\" ,title :\"B\" )", "Bank(id: \"b\", title: \"B\")\n");
        check("(a:[1,2,],b:{\"k\":r#\"v\"#},)", "(a: [1, 2], b: {\"k\": r#\"v\"#})\n");
        check("  ( )  ", "()\n");
        check("TrueFalse (true)", "TrueFalse(true)\n");
        check("", "");
    }

    #[test]
    fn a_bracket_that_was_left_open_stays_open_with_one_item_a_line() {
        check("Bank(\n  id: \"b\", title: \"B\")", "Bank(\n    id: \"b\",\n    title: \"B\",\n)\n");
        check("(a: [\n1, 2], b: 3)", "(\n    a: [\n        1,\n        2,\n    ],\n    b: 3,\n)\n");
    }

    #[test]
    fn what_does_not_fit_is_opened_and_short_words_share_lines() {
        let long = "x".repeat(70);
        check(
            &format!("Choice(correct:\"{long}\",distractors:[\"{long}\"])"),
            &format!("Choice(\n    correct: \"{long}\",\n    distractors: [\"{long}\"],\n)\n"),
        );
        let numbers: Vec<String> = (1000..1040).map(|number| number.to_string()).collect();
        let laid = tidy(&format!("[{}]", numbers.join(","))).expect("a list");
        assert_eq!(laid.lines().count(), 5, "{laid}");
        check(&laid, &laid);
    }

    #[test]
    fn comments_stay_with_what_they_are_about() {
        check(
            "// head\n(\n// about a\na: 1, // one\n\n\n/* about b */ b: 2 // two\n, c: 3 // three\n// the end\n)\n// foot",
            "// head\n(\n    // about a\n    a: 1, // one\n\n    /* about b */\n    b: 2, // two\n    c: 3, // three\n    // the end\n)\n// foot\n",
        );
        check("(a /* x */: /* y */ 1)", "(\n    /* x */\n    /* y */\n    a: 1,\n)\n");
        check("[ // none\n]", "[\n    // none\n]\n");
        check("(a: 1) // end", "(a: 1) // end\n");
    }

    #[test]
    fn texts_over_several_lines_line_ends_and_the_mark_stay() {
        check("(a: \"x\n  y\", b: 1)", "(\n    a: \"x\n  y\",\n    b: 1,\n)\n");
        check("\u{feff}(\r\na: \"x\r\ny\")", "\u{feff}(\r\n    a: \"x\r\ny\",\r\n)\r\n");
        check("#![enable(unwrap_newtypes)]\n(a:1)", "#![enable(unwrap_newtypes)]\n(a: 1)\n");
    }

    #[test]
    fn deep_nesting_is_no_danger() {
        let deep = 2_000;
        let text = ["[".repeat(deep), "]".repeat(deep)].concat();
        assert!(tidy(&text).is_err() || tidy(&text).is_ok());
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_says_the_same_and_is_laid_out_once(
            text in r#"([\(\)\[\]{}:,]|a|"b"|1|\n| |// c\n|/\* d \*/|r"e"){0,40}"#
        ) {
            if let Ok(laid) = tidy(&text) {
                prop_assert!(says_the_same(&text, &laid));
                prop_assert_eq!(tidy(&laid), Ok(laid));
            }
        }
    }
}

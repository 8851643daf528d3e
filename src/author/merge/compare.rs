//! What counts as the same: the same tokens and comments, whatever the blanks and the ends of lines.

use crate::bank::read::mark_bytes;
use crate::syntax::lexer::{Lexer, Token, comments, comments_in};
use std::collections::HashMap;

/// Whether both texts say the same, comments and all.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || normal(one, true) == normal(other, true)
}

/// Whether both texts say the same, comments aside.
pub(super) fn is_same_value(one: &str, other: &str) -> bool {
    one == other || normal(one, false) == normal(other, false)
}

/// Whether both are one text or one number, however that is written.
pub(super) fn is_equal(one: &str, other: &str) -> bool {
    fn both<T: serde::de::DeserializeOwned + PartialEq>(one: &str, other: &str) -> bool {
        matches!((ron::from_str::<T>(one), ron::from_str::<T>(other)), (Ok(one), Ok(other)) if one == other)
    }
    is_same_value(one, other)
        || both::<f64>(one, other)
        || both::<String>(one, other)
        || both::<Vec<String>>(one, other)
}

/// The tokens of a text, without commas behind last items, and its comments, in an order and a spelling of their own.
pub(super) fn normal(text: &str, with_comments: bool) -> String {
    const BETWEEN: char = '\u{1}';
    let mut normal = String::with_capacity(text.len());
    let mut has_comma = false;
    let mut end = 0;
    let mut add = |piece: &str| {
        piece.split('\r').for_each(|part| normal.push_str(part));
        normal.push(BETWEEN);
    };
    for (token, range) in Lexer::new(text, 0) {
        if with_comments {
            comments_in(text, end..range.start).for_each(|comment| add(text[comment].trim_end()));
        }
        end = range.end;
        if std::mem::take(&mut has_comma) && !matches!(token, Token::Close(_)) {
            add(",");
        }
        match token {
            Token::Comma => has_comma = true,
            _ => add(&text[range]),
        }
    }
    if with_comments {
        comments_in(text, end..text.len()).for_each(|comment| add(text[comment].trim_end()));
    }
    normal
}

/// The comments that somebody wrote and that `there` has not: what both have written alike stands once, and what one side has
/// taken away is not wanted.
pub(super) fn missing_comments<'a>([base, mine, theirs]: [&'a str; 3], there: &str) -> Vec<&'a str> {
    let [of_base, of_mine, of_theirs, of_there] = [base, mine, theirs, there].map(counted);
    let mut missing = Vec::new();
    let mut left: HashMap<String, usize> = HashMap::new();
    for comment in comments(theirs).chain(comments(mine)) {
        let spelling = spelling(comment);
        let left = left.entry(spelling).or_insert_with_key(|spelling| {
            let count = |counts: &HashMap<String, usize>| counts.get(spelling).copied().unwrap_or_default();
            let [base, mine, theirs] = [count(&of_base), count(&of_mine), count(&of_theirs)];
            let wanted = if mine.min(theirs) > base { mine.max(theirs) } else { (mine + theirs).saturating_sub(base) };
            wanted.saturating_sub(count(&of_there))
        });
        if *left > 0 {
            *left -= 1;
            missing.push(comment.trim_end());
        }
    }
    missing
}

fn counted(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    comments(text).for_each(|comment| *counts.entry(spelling(comment)).or_insert(0) += 1);
    counts
}

fn spelling(comment: &str) -> String {
    comment.trim_end().replace('\r', "")
}

/// Whether what is written behind `text` would be a part of the comment that it ends in.
pub(super) fn ends_in_line_comment(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.contains("//") && comments(text).last().is_some_and(|last| last.starts_with("//") && ends_with(text, last))
}

fn ends_with(text: &str, comment: &str) -> bool {
    text.len() - (comment.as_ptr() as usize - text.as_ptr() as usize) == comment.len()
}

/// `text` with the ends of lines that another text has, but for those inside of texts.
pub(super) fn with_line_ends(text: &str, has_cr: bool) -> String {
    let change = |blank: &str| {
        let plain = blank.replace("\r\n", "\n");
        if has_cr { plain.replace('\n', "\r\n") } else { plain }
    };
    let mut changed = String::with_capacity(text.len());
    let mut from = 0;
    for (_, range) in Lexer::new(text, 0).filter(|(token, _)| *token == Token::Text) {
        changed.push_str(&change(&text[from..range.start]));
        changed.push_str(&text[range.clone()]);
        from = range.end;
    }
    changed.push_str(&change(&text[from..]));
    changed
}

/// The byte order mark, and the rest.
pub(super) fn split_mark(text: &str) -> (&str, &str) {
    text.split_at(mark_bytes(text))
}

/// Whether the lines of a text end as on Windows.
pub(super) fn has_cr(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_ends_of_lines_and_last_commas_do_not_count() {
        let one = "Choice(correct: \"a\r\nb\", // why\r\n  distractors: [1, 2,],)";
        assert!(is_same(one, "Choice ( correct:\"a\nb\",// why\ndistractors:[1,2])"));
        assert!(!is_same(one, "Choice(correct: \"a\nb\", distractors: [1, 2])"));
        assert!(is_same_value(one, "Choice(correct: \"a\nb\", distractors: [1, 2])"));
        assert!(!is_same_value("[1, 2]", "[12]") && !is_same_value("\"a b\"", "\"ab\""));
    }

    #[test]
    fn a_value_is_equal_however_it_is_written() {
        assert!(is_equal("5_000", "5e3") && is_equal("\"é\"", "r#\"é\"#") && is_equal("[\"a\"]", "[ r\"a\", ]"));
        assert!(!is_equal("5", "\"5\"") && !is_equal("Choice(1)", "Choices(1)"));
    }

    #[test]
    fn comments_are_missing_where_somebody_wrote_them() {
        let check = |texts, there, expected: &[&str]| assert_eq!(missing_comments(texts, there), expected);
        check(["// x", "// x\n// y", "// x\r\n/* z */"], "// x", &["/* z */", "// y"]);
        check(["// x", "// x\n// x", "// x"], "// x", &["// x"]);
        check(["", "// x", "// x"], "// x", &[]);
        check(["// x", "", "// x\n// x"], "// x", &[]);
        check(["// x", "", "// x"], "", &[]);
        check(["", "\"// x\"", ""], "", &[]);
    }

    #[test]
    fn a_line_comment_at_the_end_swallows_what_follows() {
        let check = |text, expected| assert_eq!(ends_in_line_comment(text), expected, "{text}");
        check("a, // b", true);
        check("a, // b\n", false);
        check("a, /* // b */", false);
        check("\"// b\"", false);
        check("", false);
    }

    #[test]
    fn ends_of_lines_change_outside_of_texts() {
        assert_eq!(with_line_ends("(\n\"a\nb\", // c\n)", true), "(\r\n\"a\nb\", // c\r\n)");
        assert_eq!(with_line_ends("(\r\n\"a\r\nb\")", false), "(\n\"a\r\nb\")");
    }
}

//! The lines of a class together: each marked, or why not; no learner twice.

use super::mark::on_version;
use super::{LineFault, MarkedLine, PrintedPaper, mark_line, read_line};
use std::collections::HashMap;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// One line of the grid, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As typed.
    pub text: String,
    /// What it earns, or why it cannot be marked.
    pub outcome: Result<MarkedLine, RowFault>,
}

/// Why a line of the grid is not marked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RowFault {
    /// It cannot be read.
    #[error(transparent)]
    Line(#[from] LineFault),
    /// A line above has the same name.
    #[error("{name} is there already, in line {line}: tell the two apart by their names, or remove one")]
    NameTwice {
        /// The name.
        name: String,
        /// Which line has it, from 1.
        line: usize,
    },
}

/// Marks every line. A line without a version is on the first. What is marked in `before`, rows of the same paper, is taken
/// from there: a class is not marked anew with each line.
pub fn rows(paper: &PrintedPaper, lines: &[String], before: &[Row]) -> Vec<Row> {
    let known: HashMap<&str, &MarkedLine> =
        before.iter().filter_map(|row| Some((row.text.as_str(), row.outcome.as_ref().ok()?))).collect();
    let mark = |text: &str| match known.get(text) {
        Some(&marked) => Ok(marked.clone()),
        None => Ok(mark_line(paper, read_line(paper, 0, text)?)),
    };
    let mut lines_of = HashMap::new();
    let row = |(index, text): (usize, &String)| {
        let marked = mark(text).and_then(|marked: MarkedLine| {
            match *lines_of.entry(same_name(&marked.line.name)).or_insert(index) {
                first if first < index => Err(RowFault::NameTwice { name: marked.line.name, line: first + 1 }),
                _ => Ok(marked),
            }
        });
        Row { text: text.clone(), outcome: marked }
    };
    lines.iter().enumerate().map(row).collect()
}

/// The line with the letter of its version, so that it means the same whichever version is at hand later.
pub fn with_version(paper: &PrintedPaper, version: usize, text: &str) -> String {
    let text = text.trim();
    let written = if paper.has_versions() { version_of(paper, version, text) } else { None };
    written.and_then(|version| on_version(paper, text, version)).unwrap_or_else(|| text.to_owned())
}

/// The version that somebody means who types `Version B`, or `B` alone, in place of a line.
pub fn typed_version(paper: &PrintedPaper, text: &str) -> Option<usize> {
    let text = text.trim();
    let is_word = |word: &&str| word.eq_ignore_ascii_case("version");
    let letter = text.split_once(char::is_whitespace).filter(|(word, _)| is_word(word)).map_or(text, |(_, rest)| rest);
    let version = crate::report::letter_index(letter.trim())?;
    (paper.has_versions() && version < paper.papers.len()).then_some(version)
}

/// The version that a line is on; `None` where it names one that there is not.
fn version_of(paper: &PrintedPaper, version: usize, text: &str) -> Option<usize> {
    let (before, _) = text.split_once([':', '：', '\t'])?;
    match super::line::split_version(before.trim()).1 {
        None => Some(version),
        Some(letter) => crate::report::letter_index(letter).filter(|version| *version < paper.papers.len()),
    }
}

/// By this, two names are one: whatever the case, the spaces and the way in which accents are written.
pub(super) fn same_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper_marks::fixture::versions;

    fn outcomes(lines: &[&str]) -> Vec<String> {
        let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
        let paper = versions(2, 2, 7);
        let rows = rows(&paper, &lines, &[]);
        assert_eq!(super::rows(&paper, &lines, &rows), rows, "marked once more");
        rows.into_iter().map(|row| row.outcome.map_or_else(|fault| fault.to_string(), |line| line.line.name)).collect()
    }

    #[test]
    fn one_name_in_two_lines_is_told_however_it_is_written() {
        let twice = |name: &str, line: usize| {
            format!("{name} is there already, in line {line}: tell the two apart by their names, or remove one")
        };
        let expected =
            ["Zoë".to_owned(), "Ada".to_owned(), twice("ZOE\u{308}", 1), twice("Ada", 2), "Ada L.".to_owned()];
        assert_eq!(outcomes(&["Zoë: a b", "Ada: a b", "ZOE\u{308}: - -", "Ada (B): a b", "Ada L.: a b"]), expected);
    }

    #[test]
    fn a_line_that_cannot_be_read_takes_no_name_from_another() {
        assert_eq!(outcomes(&["Ada: a", "Ada: a b"])[1], "Ada");
    }

    #[test]
    fn a_version_is_chosen_by_typing_it() {
        let check = |text: &str, expected| assert_eq!(typed_version(&versions(2, 3, 7), text), expected, "{text}");
        check(" version b ", Some(1));
        check("C", Some(2));
        check("D", None);
        check("Ada", None);
        check("B: a b", None);
        assert_eq!(typed_version(&versions(2, 1, 7), "A"), None);
    }

    #[test]
    fn a_line_is_kept_with_the_version_at_hand() {
        let paper = versions(2, 3, 7);
        let check = |text: &str, expected: &str| {
            let kept = with_version(&paper, 1, text);
            assert_eq!(kept, expected);
            assert_eq!(with_version(&paper, 0, &kept), kept, "kept once more");
        };
        check(" Ada: a b ", "Ada (B): a b");
        check("Ada (c): a b", "Ada (C): a b");
        check("Ada (z): a b", "Ada (z): a b");
        check("Ada a b", "Ada a b");
        assert_eq!(with_version(&versions(2, 1, 7), 0, "Ada (B): a b"), "Ada (B): a b");
    }
}

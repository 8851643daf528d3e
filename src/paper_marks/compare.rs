//! Compares two passes over the same papers, cell by cell. Marks nothing.

use super::rows::same_name;
use super::{MarkedLine, Row};

/// Something in which two passes differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose paper.
    pub name: String,
    /// In what.
    pub what: Differing,
}

/// In what two passes over a paper differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Differing {
    /// One question.
    Answer {
        /// Its number on the paper, from 1.
        number: usize,
        /// What was typed first.
        first: String,
        /// What was typed in the second pass.
        second: String,
    },
    /// The version, so that no answer can be compared.
    Version {
        /// Index of the version in the first pass.
        first: usize,
        /// Index in the second.
        second: usize,
    },
    /// Only the first pass has the paper.
    NotInSecond,
    /// Only the second pass has it.
    NotInFirst,
}

/// All in which two passes differ, in the order of the first. Only what means another answer counts, so that `ab` is `BA`.
/// Lines that cannot be marked are in neither.
pub fn differences(first: &[Row], second: &[Row]) -> Vec<Difference> {
    let mut found = Vec::new();
    for line in marked(first) {
        match named(second, line) {
            Some(other) => compare(line, other, &mut found),
            None => found.push(difference(line, Differing::NotInSecond)),
        }
    }
    let missing = marked(second).filter(|line| named(first, line).is_none());
    found.extend(missing.map(|line| difference(line, Differing::NotInFirst)));
    found
}

fn marked(rows: &[Row]) -> impl Iterator<Item = &MarkedLine> {
    rows.iter().filter_map(|row| row.outcome.as_ref().ok())
}

fn named<'r>(rows: &'r [Row], line: &MarkedLine) -> Option<&'r MarkedLine> {
    marked(rows).find(|other| same_name(&other.line.name) == same_name(&line.line.name))
}

fn difference(line: &MarkedLine, what: Differing) -> Difference {
    Difference { name: line.line.name.clone(), what }
}

fn compare(first: &MarkedLine, second: &MarkedLine, found: &mut Vec<Difference>) {
    if first.line.version != second.line.version {
        let versions = Differing::Version { first: first.line.version, second: second.line.version };
        found.push(difference(first, versions));
        return;
    }
    let answers = first.line.answers.iter().zip(&second.line.answers);
    for (index, _) in answers.enumerate().filter(|(_, (first, second))| first != second) {
        let typed = |line: &MarkedLine| line.line.cells.get(index).map(|cell| cell.text.clone()).unwrap_or_default();
        let what = Differing::Answer { number: index + 1, first: typed(first), second: typed(second) };
        found.push(difference(first, what));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper_marks::fixture::{choice, item, printed};
    use crate::paper_marks::{PrintedPaper, rows};

    fn set() -> PrintedPaper {
        let set = r#"(id: "set", prompt: "Q?", answer: Choices(correct: ["x", "y"], distractors: ["z"]))"#;
        printed(vec![choice("one"), item(set, &[0, 1, 2])])
    }

    fn check(first: &[&str], second: &[&str], expected: &[(&str, Differing)]) {
        let rows = |lines: &[&str]| rows(&set(), &lines.iter().map(|&line| line.to_owned()).collect::<Vec<_>>(), &[]);
        let expected: Vec<Difference> =
            expected.iter().map(|(name, what)| Difference { name: (*name).to_owned(), what: what.clone() }).collect();
        assert_eq!(differences(&rows(first), &rows(second)), expected);
    }

    #[test]
    fn only_what_means_another_answer_differs() {
        let answer = |number, first: &str, second: &str| Differing::Answer {
            number,
            first: first.into(),
            second: second.into(),
        };
        check(&["Ada: a ab", "Ben: b c"], &["ben: B c", "ADA: A, ba"], &[]);
        check(&["Ada: a ab"], &["Ada: b a"], &[("Ada", answer(1, "a", "b")), ("Ada", answer(2, "ab", "a"))]);
        check(&["Ada: - ab"], &["Ada: ? ab"], &[("Ada", answer(1, "-", "?"))]);
        check(&["Ada: bc c"], &["Ada: cd c"], &[("Ada", answer(1, "bc", "cd"))]);
    }

    #[test]
    fn a_paper_that_one_pass_lacks_is_told() {
        check(
            &["Ada: a ab", "Ben: a ab"],
            &["Ada: a ab", "Cid: a ab"],
            &[("Ben", Differing::NotInSecond), ("Cid", Differing::NotInFirst)],
        );
        check(&["Ada: a ab"], &["Ada: a"], &[("Ada", Differing::NotInSecond)]);
    }
}

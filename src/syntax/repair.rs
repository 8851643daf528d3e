//! Puts right what is plainly meant in a damaged piece of a file, so that the mistakes after it are told in the same
//! run. Nothing mended is ever asked: a piece with a mistake stays out.

use crate::bank::Problem;
use crate::syntax::lexer::{Piece, Scanner, skip_value};
use std::ops::Range;

/// More mistakes than anybody makes in one question; what is beyond them is told in the next run.
pub(crate) const MOST_MENDS: usize = 8;

/// A piece with what was mended in it.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The piece as it reads now.
    pub text: String,
    edits: Vec<Edit>,
}

/// Something put in the place of something else; offsets are those of the text before it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    range: Range<usize>,
    new: Box<str>,
}

impl Mended {
    /// Nothing is mended yet.
    pub fn new(piece: &str) -> Self {
        Self { text: piece.to_owned(), edits: Vec::new() }
    }

    /// Mends `fault`, which was found at `at` in the text as it reads now. Gives back whether it could be.
    pub fn mend(&mut self, at: usize, fault: &Problem) -> bool {
        let Some(edit) = edit(&self.text, at, fault) else {
            return false;
        };
        self.text.replace_range(edit.range.clone(), &edit.new);
        self.edits.push(edit);
        true
    }

    /// Where in the piece stood what stands at `at` now.
    pub fn original(&self, at: usize) -> usize {
        self.edits.iter().rev().fold(at, |at, Edit { range, new }| match at {
            _ if at <= range.start => at,
            _ if at < range.start + new.len() => range.start,
            _ => at - new.len() + range.len(),
        })
    }

    /// Whether a fault may come of what was mended: a name put right that stands there a second time, or a field that
    /// is missing since one of another name was taken out.
    pub fn made(&self, fault: &Problem) -> bool {
        match fault {
            Problem::RepeatedField { field } => self.edits.iter().any(|edit| edit.new == *field),
            Problem::MissingField { .. } => self.edits.iter().any(|edit| edit.new.is_empty()),
            _ => false,
        }
    }
}

fn edit(text: &str, at: usize, fault: &Problem) -> Option<Edit> {
    match fault {
        // With any other advice than this, a comma alone is not what is meant.
        Problem::Syntax { message } => match &**message {
            "expected a comma" | "expected a comma: write `,` instead of `;`" => sign(text, at, ",", ";"),
            "expected a colon: write `:` instead of `=`" => sign(text, at, ":", "="),
            _ => None,
        },
        Problem::UnknownField { found, suggestion: Some(name), .. } => {
            let range = at..at + found.len();
            (text.get(range.clone()) == Some(&**found)).then(|| Edit { range, new: name.clone() })
        }
        Problem::UnknownField { found: field, suggestion: None, .. } | Problem::RepeatedField { field } => {
            field_at(text, at, field).map(|range| Edit { range, new: "".into() })
        }
        _ => None,
    }
}

/// `sign` before what stands at `at`, or instead of it where that is `taken_for_it`.
fn sign(text: &str, at: usize, sign: &str, taken_for_it: &str) -> Option<Edit> {
    let rest = text.get(at..)?;
    let length = if rest.starts_with(taken_for_it) { taken_for_it.len() } else { 0 };
    let begins_something =
        length > 0 || rest.starts_with(|letter: char| letter.is_alphanumeric() || "\"([{".contains(letter));
    begins_something.then(|| Edit { range: at..at + length, new: sign.into() })
}

/// The field called `name` that begins at `at`, with its value and the comma behind it.
fn field_at(text: &str, at: usize, name: &str) -> Option<Range<usize>> {
    let mut scanner = Scanner::new(text, at);
    let (piece, range) = scanner.next()?;
    let is_field = piece == Piece::Word && text[range.clone()] == *name && scanner.next()?.0 == Piece::Colon;
    let start = range.start;
    let end = is_field.then(|| skip_value(&mut scanner)).flatten()?;
    let comma = scanner.next().filter(|(piece, _)| *piece == Piece::Comma);
    Some(start..comma.map_or(end, |(_, range)| range.end))
}

#[cfg(test)]
mod tests {
    use crate::bank::{Quietly, check};

    /// What is told of a question whose fields are `fields`, each with its column; the fields stand on one line.
    fn told(fields: &str) -> String {
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [\nQuestion({fields}),\n])");
        let problems = check(&text, &Quietly);
        let lines = problems.iter().map(|problem| {
            let place = problem.place.expect("a place");
            assert_eq!(place.line, 2, "{fields}");
            format!("{}:{}", place.column, problem.problem.code())
        });
        lines.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_mistake_hides_none_behind_it_in_the_same_question() {
        for (fields, expected) in [
            (r#"id: "q" promt: "P?", answer: TrueFalse(true)"#, "18:syntax 18:unknown-field"),
            (r#"ID: "q", promt: "P?", answer: TrueFalse(true)"#, "10:unknown-field 19:unknown-field"),
            (
                r#"id = "q", prompt: "P?" answer: Choice(correct: "a"; distractors: ["b" "c"])"#,
                "13:syntax 33:syntax 60:syntax 80:syntax",
            ),
            (
                r#"id: "q", id: "q", author: "me", prompt: "P?", answer: TrueFalse(no)"#,
                "19:repeated-field 28:unknown-field 74:syntax",
            ),
            (r#"id: "q", author: ["me", "you"], answer: TrueFalse(true)"#, "19:unknown-field"),
        ] {
            assert_eq!(told(fields), expected, "{fields}");
        }
    }

    #[test]
    fn what_was_mended_makes_no_mistake_of_its_own() {
        assert_eq!(told(r#"id: "q", prompt: "P?", Prompt: "P?", answer: TrueFalse(true)"#), "33:unknown-field");
        assert_eq!(told(r#"id: "q", prompt: "P?" answer: TrueFalse(true)"#), "32:syntax");
        assert_eq!(told(r#"id: "q", prompt: "P?", answer: Number(value: 2,850)"#), "57:syntax");
    }

    #[test]
    fn no_more_is_mended_than_anybody_would_get_wrong() {
        let many: String = (0..100).map(|number| format!("zzz{number}: 1, ")).collect();
        assert_eq!(told(&format!("{many}id: \"q\", prompt: \"P?\", answer: TrueFalse(true)")).split(' ').count(), 9);
    }
}

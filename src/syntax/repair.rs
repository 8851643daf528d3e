//! Puts right what is plainly meant in a damaged piece of a file, so that the mistakes after it are told in the same
//! run. Nothing repaired is ever asked: a piece with a mistake stays out.

use crate::syntax::diagnostic::{TextProblem, Wanted};
use crate::syntax::edit::{Edit, Edits};
use crate::syntax::number_hints::NumberSlip;
use crate::syntax::path::field_at;
use crate::syntax::ron_hints::Slip;

/// More mistakes than anybody makes in one element; what is beyond them is told in the next run.
const MOST_REPAIRS: usize = 8;

/// Every mistake in `text`, each with its place in it: the first one that `first_mistake` finds is put right, and so on
/// with the next. Ends where one can only be guessed at. `first_mistake` is handed the text as it reads by then.
pub(crate) fn mistakes(
    text: &str,
    first_mistake: impl Fn(&str) -> Option<(usize, TextProblem)>,
) -> Vec<(usize, TextProblem)> {
    let mut mistakes = Vec::new();
    let mut repaired = Repaired::new(text);
    for _ in 0..=MOST_REPAIRS {
        let first = first_mistake(&repaired.text);
        let Some((at, problem)) = first.filter(|(at, problem)| !repaired.caused(*at, problem)) else { break };
        mistakes.push((repaired.original(at), problem.clone()));
        if !repaired.repair(at, &problem) {
            break;
        }
    }
    mistakes
}

/// A piece with what was put right in it.
#[derive(Debug)]
struct Repaired {
    /// The piece as it reads now.
    text: String,
    /// One after the other, each of the text that those before it made.
    edits: Vec<(Edit, Edits)>,
}

impl Repaired {
    /// Nothing is repaired yet.
    fn new(piece: &str) -> Self {
        Self { text: piece.to_owned(), edits: Vec::new() }
    }

    /// Puts `problem` right, which was found at `at` in the text as it reads now. Gives back whether it could be.
    fn repair(&mut self, at: usize, problem: &TextProblem) -> bool {
        let Some(edit) = edit(&self.text, at, problem) else { return false };
        let Ok(edits) = Edits::new([edit.clone()]) else { return false };
        let Ok(text) = edits.apply(&self.text) else { return false };
        self.text = text;
        self.edits.push((edit, edits));
        true
    }

    /// Where in the piece stood what stands at `at` now.
    fn original(&self, at: usize) -> usize {
        self.edits.iter().rev().fold(at, |at, (_, edits)| edits.unmap(at))
    }

    /// Whether a problem at `at` may come of what was repaired: a number put right that is none for its field, a name put
    /// right that stands there a second time, or a field that is missing since one of another name was taken out.
    fn caused(&self, at: usize, problem: &TextProblem) -> bool {
        let is_in_number = |(edit, _): &(Edit, Edits)| {
            let end = edit.span.start + edit.new_text.len();
            edit.new_text.parse::<f64>().is_ok() && (edit.span.start..=end).contains(&at)
        };
        if self.edits.last().is_some_and(is_in_number) {
            return true;
        }
        match problem {
            TextProblem::RepeatedField { field } => self.edits.iter().any(|(edit, _)| edit.new_text == *field),
            TextProblem::MissingField { .. } => self.edits.iter().any(|(edit, _)| edit.new_text.is_empty()),
            _ => false,
        }
    }
}

fn edit(text: &str, at: usize, problem: &TextProblem) -> Option<Edit> {
    match problem {
        // With any other slip than this, a comma alone is not what is meant.
        TextProblem::Syntax { wanted: Wanted::Comma, slip: None | Some(Slip::Semicolon) } => sign(text, at, ",", ";"),
        TextProblem::Syntax { wanted: Wanted::Colon, slip: Some(Slip::EqualsSign) } => sign(text, at, ":", "="),
        TextProblem::Syntax { slip: Some(Slip::Number(NumberSlip { found, write: Some(write), .. })), .. } => {
            let span = at..at + found.len();
            (text.get(span.clone()) == Some(&**found)).then(|| Edit { span, new_text: write.clone() })
        }
        TextProblem::UnknownField { found, suggestion: Some(name), .. } => {
            let span = at..at + found.len();
            (text.get(span.clone()) == Some(&**found)).then(|| Edit { span, new_text: name.clone() })
        }
        TextProblem::UnknownField { found: field, suggestion: None, .. } | TextProblem::RepeatedField { field } => {
            field_at(text, at, field).map(|span| Edit { span, new_text: "".into() })
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
    begins_something.then(|| Edit { span: at..at + length, new_text: sign.into() })
}

//! Keeps what a kind of answer held while a question is of another kind, and brings it back. Changes no text.

use crate::author::make::blank;
use crate::bank::{Answer, Kind, Question};

/// What the kinds held that a question was of before. Kept by whoever edits it, a question each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parked(Vec<Answer>);

impl Parked {
    /// The question as one of another kind, with what it held when it was of that kind before. What it holds now is kept.
    pub fn change_kind(&mut self, question: &Question, kind: Kind) -> Question {
        if question.kind() == kind {
            return question.clone();
        }
        self.0.retain(|parked| parked.kind() != question.kind());
        self.0.push(question.answer.clone());
        let parked = self.0.iter().find(|parked| parked.kind() == kind);
        Question { answer: parked.cloned().unwrap_or_else(|| blank(kind)), ..question.clone() }
    }
}

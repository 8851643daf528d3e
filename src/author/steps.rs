//! What was done and can be undone, and done again. Changes no text.

use crate::author::change::Step;
use crate::author::places::QuestionKey;
use crate::syntax::edit::Edits;

/// A step with the way there and back.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// What was done.
    pub step: Step,
    /// From the text before to the text after.
    pub there: Edits,
    /// From the text after to the text before.
    pub back: Edits,
    /// The keys of all questions that the edits touch or bring, as they stood before, and after.
    pub before: Vec<QuestionKey>,
    /// The same afterwards.
    pub after: Vec<QuestionKey>,
}

/// All steps of a session.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    done: Vec<Taken>,
    undone: Vec<Taken>,
}

impl Steps {
    /// A step was made: what was undone before can no more be done again.
    pub fn push(&mut self, taken: Taken) {
        self.undone.clear();
        self.done.push(taken);
    }

    /// The step that would be undone.
    pub fn last_done(&self) -> Option<&Taken> {
        self.done.last()
    }

    /// The step that would be done again.
    pub fn last_undone(&self) -> Option<&Taken> {
        self.undone.last()
    }

    /// The last step was undone.
    pub fn step_back(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// The step that was undone last was done again.
    pub fn step_forward(&mut self) {
        self.done.extend(self.undone.pop());
    }
}

//! What was done and can be undone, and done again. Changes no text.

use crate::author::change::{ChangedField, Step, StepKind};
use crate::author::places::QuestionKey;
use crate::syntax::edit::Edits;

/// A step with the way there and back.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// What was done.
    pub step: Step,
    /// Whether it was typed, so that going on with it is the same step.
    pub is_typing: bool,
    /// From the text before to the text after.
    pub there: Edits,
    /// From the text after to the text before.
    pub back: Edits,
    /// The questions that went, in the order of the text.
    pub went: Vec<QuestionKey>,
    /// The questions that came, in the order of the text.
    pub came: Vec<QuestionKey>,
}

/// All steps of a session.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    done: Vec<Taken>,
    undone: Vec<Taken>,
    /// Whether the next step is one of its own.
    is_broken: bool,
}

impl Steps {
    /// A step was made: what was undone before can no more be done again. What goes on typing where the last one did is part of
    /// that.
    pub fn push(&mut self, taken: Taken) {
        let may_join = !self.is_broken && self.undone.is_empty();
        self.undone.clear();
        self.is_broken = false;
        match self.done.last_mut().filter(|last| may_join && last.goes_on_as(&taken)) {
            Some(last) => {
                last.there = last.there.then(&taken.there);
                last.back = taken.back.then(&last.back);
            }
            None => self.done.push(taken),
        }
    }

    /// The next step is one of its own.
    pub fn break_typing(&mut self) {
        self.is_broken = true;
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
        self.is_broken = true;
        self.undone.extend(self.done.pop());
    }

    /// The step that was undone last was done again.
    pub fn step_forward(&mut self) {
        self.is_broken = true;
        self.done.extend(self.undone.pop());
    }
}

impl Taken {
    fn goes_on_as(&self, next: &Self) -> bool {
        let is_of_fields = matches!(self.step.kind, StepKind::Question(_) | StepKind::Head(_));
        let is_same = self.is_typing && next.is_typing && self.step == next.step;
        is_of_fields && (is_same || next.names(&self.step))
    }

    /// Whether a question gets its id right after it was changed: nobody thinks of that as a step of its own.
    fn names(&self, before: &Step) -> bool {
        let is_id = |fields: &[ChangedField]| fields.iter().all(|changed| changed.field == "id");
        matches!(&self.step.kind, StepKind::Question(fields) if is_id(fields)) && self.step.keys == before.keys
    }
}

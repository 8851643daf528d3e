//! The kinds of answer, one file each: what keeps one from being asked, how it is marked, written and read back. Stands
//! between the types of a bank and all that works with them. A kind is told apart in one place, `Answer::with_kind`.

mod answer_kind;
mod calculated;
mod categorise;
mod choice;
mod choices;
pub(crate) mod cloze;
mod hotspot;
pub(crate) mod mark;
mod r#match;
mod number;
mod order;
mod recall;
pub(crate) mod response;
pub(crate) mod shared;
pub(crate) mod steps;
mod text;
mod true_false;

use crate::bank::{Answer, Question};
pub(crate) use answer_kind::{AnswerKind, OptionOrder, Right, Shown, Visit};
use calculated::Calculated;
use categorise::Categorise;
use choice::Choice;
use choices::Choices;
use cloze::Cloze;
use hotspot::Hotspot;
use r#match::Match;
use order::Order;
use recall::Recall;
use shared::keyed::Keyed;
use shared::number_key::NumberKey;
use shared::text_key::TextKey;
use true_false::TrueFalse;

pub use mark::{Mark, Note, Verdict};
pub use response::Response;

impl Answer {
    /// Looks at it as one of its kind. Takes no memory: what `look` sees borrows from the answer.
    pub(crate) fn with_kind<'q, T>(&'q self, look: impl FnOnce(&dyn AnswerKind<'q>) -> T) -> T {
        match self {
            Self::Choice { correct, distractors } => {
                let keys = std::slice::from_ref(correct);
                look(&Choice { key: correct, options: Keyed { keys, distractors, is_key_alone: true } })
            }
            Self::Choices { correct, distractors } => {
                look(&Choices(Keyed { keys: correct, distractors, is_key_alone: false }))
            }
            Self::TrueFalse(is_true) => look(&TrueFalse(*is_true)),
            Self::Number { value, tolerance, unit, unit_required } => look(&NumberKey {
                value: *value,
                tolerance: *tolerance,
                unit,
                unit_required: *unit_required,
                prompt: "",
            }),
            Self::Text { accept, typos, match_case, match_accents, reject, punctuation, others } => look(&TextKey {
                accept,
                typos: *typos,
                match_case: *match_case,
                match_accents: *match_accents,
                reject,
                punctuation: *punctuation,
                others,
                ..TextKey::default()
            }),
            Self::Order { items } => look(&Order { items }),
            Self::Match { pairs, extra } => look(&Match { pairs, extra }),
            Self::Cloze { text } => look(&Cloze { text }),
            Self::Categorise { groups } => look(&Categorise { groups }),
            Self::Hotspot { image, spots, correct } => look(&Hotspot { image, spots, correct }),
            Self::Calculated { variables, value, tolerance_percent, unit, unit_required } => look(&Calculated {
                variables,
                value,
                tolerance_percent: *tolerance_percent,
                unit,
                unit_required: *unit_required,
            }),
            Self::Recall { answer } => look(&Recall { answer }),
        }
    }

    /// What can be picked, in canonical order; an index in this list is how a response names it.
    ///
    /// Choices: the keys, then the distractors. `Order`: the items in the right order. `Match`: the right sides, each
    /// once, then the extras. `Cloze`: the lists gap after gap, in each the right one first. `Categorise`: the items,
    /// group after group. `Hotspot`: the names of the spots. All as the file has them; empty for the other kinds.
    pub fn options(&self) -> Vec<&str> {
        self.with_kind(|kind| kind.options())
    }

    /// How many of [`Self::options`] are keys that stand first: for `Choice` and `Choices`; 0 for the other kinds.
    pub fn key_count(&self) -> usize {
        match self.with_kind(|kind| kind.right()) {
            Right::First(count) => count,
            Right::Nothing | Right::Each(_) | Right::Sides(_) => 0,
        }
    }

    /// For `Match` the index into [`Self::options`] that is right for each left side, for `Categorise` the index of
    /// the group that is right for each item; empty for the other kinds.
    pub fn right_pairs(&self) -> Vec<usize> {
        match self.with_kind(|kind| kind.right()) {
            Right::Sides(right) => right,
            Right::Nothing | Right::First(_) | Right::Each(_) => Vec::new(),
        }
    }

    /// For `Hotspot` whether each spot, in the order of [`Self::options`], is right; empty for the other kinds.
    pub fn right_spots(&self) -> Vec<bool> {
        match self.with_kind(|kind| kind.right()) {
            Right::Each(is_right) => is_right,
            Right::Nothing | Right::First(_) | Right::Sides(_) => Vec::new(),
        }
    }
}

impl Question {
    /// See [`Answer::options`].
    pub fn options(&self) -> Vec<&str> {
        self.answer.options()
    }

    /// See [`Answer::key_count`].
    pub fn key_count(&self) -> usize {
        self.answer.key_count()
    }
}

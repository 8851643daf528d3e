//! Turns responses into marks. Never sees the clock.

use super::Response;
use crate::bank::Question;

/// What an answer is worth and what there is to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Share of the question's points, 0 to 1.
    pub fraction: f64,
    /// What the learner is told besides right or wrong.
    pub note: Option<Note>,
}

/// A remark on an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Note {
    /// What was typed is not a number.
    NotANumber,
    /// The number came with another unit than the key's.
    WrongUnit {
        /// The unit of the key.
        expected: String,
    },
    /// The number came without the unit that this question asks for.
    UnitMissing {
        /// The unit of the key.
        expected: String,
    },
    /// The digits are right and the power of ten is not.
    WrongPowerOfTen,
    /// Right, but for a typing slip that the question forgives.
    Typo {
        /// The accepted answer that it is nearest to.
        accepted: String,
    },
}

/// How an answer is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The whole mark.
    Correct,
    /// Some of it.
    Partial,
    /// None of it.
    Wrong,
    /// No answer was given.
    Unanswered,
}

impl Verdict {
    /// The name in CSV and JSON, `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Correct => "correct",
            Self::Partial => "partial",
            Self::Wrong => "wrong",
            Self::Unanswered => "unanswered",
        }
    }
}

impl Mark {
    /// How the mark is called.
    pub fn verdict(&self) -> Verdict {
        if self.fraction >= 1.0 {
            Verdict::Correct
        } else if self.fraction > 0.0 {
            Verdict::Partial
        } else {
            Verdict::Wrong
        }
    }
}

/// Marks a response, which must be of the question's own kind; one of another kind, or a blank one, scores 0.
pub fn grade(_question: &Question, _response: &Response) -> Mark {
    unimplemented!()
}

//! What can be wrong with pins, and how it is told. Finds nothing itself.

use crate::bank::check::problem::did_you_mean;
use thiserror::Error;

/// The kinds of problem with pins.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum PinFault {
    /// A pin for a question that is not made.
    #[error("no question \"{question}\" is made from this table{}", or_unpin(.suggestion))]
    NotGenerated {
        /// The id in the pin.
        question: Box<str>,
        /// The id of a question that is made and that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// Two pins for one question.
    #[error("the question \"{question}\" is pinned twice: keep one of the pins")]
    PinnedTwice {
        /// Its id.
        question: Box<str>,
    },
    /// Distractors for a question that has none.
    #[error("the question \"{question}\" has no distractors: take `distractors` out, or keep it whole in `keep`")]
    NoDistractorsHere {
        /// Its id.
        question: Box<str>,
    },
    /// A pinned question with a key that its facts do not bear out.
    #[error("\"{key}\" is not what its facts say: correct the question, or the facts that it names")]
    Contradicted {
        /// The key.
        key: Box<str>,
    },
    /// A pinned question with a wrong option that is right.
    #[error("\"{option}\" is right by its facts, and stands among the distractors: write another")]
    RightDistractor {
        /// The option.
        option: Box<str>,
    },
}

impl PinFault {
    /// A stable name for the kind of problem, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotGenerated { .. } => "not-generated",
            Self::PinnedTwice { .. } => "pinned-twice",
            Self::NoDistractorsHere { .. } => "no-distractors-here",
            Self::Contradicted { .. } => "contradicted",
            Self::RightDistractor { .. } => "right-distractor",
        }
    }
}

fn or_unpin(suggestion: &Option<Box<str>>) -> String {
    match suggestion {
        Some(_) => did_you_mean(suggestion),
        None => ": take the pin out".to_owned(),
    }
}

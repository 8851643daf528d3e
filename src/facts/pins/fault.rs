//! What can be wrong with pins, and the words for it. Finds nothing itself.

use crate::syntax::Words;

/// The kinds of problem with pins.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PinFault {
    /// A pin for a question that is not made.
    NotGenerated {
        /// The id in the pin.
        question: Box<str>,
        /// The id of a question that is made and that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// Two pins for one question.
    PinnedTwice {
        /// Its id.
        question: Box<str>,
    },
    /// Distractors for a question that has none.
    NoDistractorsHere {
        /// Its id.
        question: Box<str>,
    },
    /// A pinned question with a key that its facts do not bear out.
    Contradicted {
        /// The key.
        key: Box<str>,
    },
    /// A pinned question with a wrong option that is right.
    RightDistractor {
        /// The option.
        option: Box<str>,
    },
}

impl PinFault {
    /// What is wrong, and what to do.
    pub(crate) fn words(&self) -> Words {
        match self {
            Self::NotGenerated { question, suggestion } => {
                let message = format!("no question \"{question}\" is made from this table");
                Words::with_suggestion_or(message, suggestion, "take the pin out")
            }
            Self::PinnedTwice { question } => {
                Words::new(format!("the question \"{question}\" is pinned twice"), "keep one of the pins")
            }
            Self::NoDistractorsHere { question } => Words::new(
                format!("the question \"{question}\" has no distractors"),
                "take `distractors` out, or keep it whole in `keep`",
            ),
            Self::Contradicted { key } => Words::new(
                format!("\"{key}\" is not what its facts say"),
                "correct the question, or the facts that it names",
            ),
            Self::RightDistractor { option } => Words::new(
                format!("\"{option}\" is right by its facts, and stands among the distractors"),
                "write another",
            ),
        }
    }

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

//! What can be wrong with pins, and the words for it. Finds nothing itself.

use crate::bank::Explanation;
use crate::facts::explain::pins;
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
    /// A pinned statement that is false by the table and pinned as true, or the other way round.
    FalseClaim {
        /// What it is by the table.
        is_true: bool,
    },
    /// A pinned order of events that their dates contradict.
    WrongOrder {
        /// The event that was earlier and stands later.
        earlier: Box<str>,
        /// The event that it stands behind.
        later: Box<str>,
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
            Self::FalseClaim { is_true } => Words::new(
                format!("by the table this statement is {is_true}, and its answer says {}", !is_true),
                "correct the answer, or the facts that it names",
            ),
            Self::WrongOrder { earlier, later } => Words::new(
                format!("by the table, \"{earlier}\" was before \"{later}\""),
                "correct the order, or the dates",
            ),
        }
    }

    /// Why it is one.
    pub(crate) fn page(&self) -> &'static Explanation {
        match self {
            Self::NotGenerated { .. } => &pins::NOT_GENERATED,
            Self::PinnedTwice { .. } => &pins::PINNED_TWICE,
            Self::NoDistractorsHere { .. } => &pins::NO_DISTRACTORS_HERE,
            Self::Contradicted { .. } => &pins::CONTRADICTED,
            Self::RightDistractor { .. } => &pins::RIGHT_DISTRACTOR,
            Self::FalseClaim { .. } => &pins::FALSE_CLAIM,
            Self::WrongOrder { .. } => &pins::WRONG_ORDER,
        }
    }
}

//! What each way of asking made of a table, and what it did not and why. Holds values; words are made where they are shown.

pub(crate) mod fates;
mod gather;
pub(crate) mod reasons;

pub(crate) use gather::gather;

use crate::bank::Kind;
use crate::facts::Caution;
use crate::facts::generate::sentence::Slot;
use serde::{Serialize, Serializer};

/// What came of every ask of a table, as it is generated: before its pins.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Questions that were considered, asked in the end or not.
    pub considered: usize,
    /// Each ask that a relation has, in the order of the table.
    pub asks: Vec<AskReport>,
    /// Ids of facts whose topic is in no bank.
    pub in_no_bank: Vec<Box<str>>,
    /// Ids of entities that no question asks for, offers or tells, nor a fact outside every bank.
    pub never_shown: Vec<Box<str>>,
    /// Ids of questions in which something is to be typed that is long, or told in one fact alone.
    pub trivia: Vec<Box<str>>,
}

/// What one ask of a relation made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AskReport {
    /// Id of the relation.
    pub relation: Box<str>,
    /// Which of its fields asks.
    pub ask: Ask,
    /// Facts of the relation that a bank asks for.
    pub facts: usize,
    /// Those of them that the ask made a question of.
    pub asked_facts: usize,
    /// Questions that it made.
    pub questions: usize,
    /// The other facts.
    pub not_made: Vec<NotMade>,
}

/// A fact of which an ask made no question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NotMade {
    /// Id of the fact.
    pub fact: Box<str>,
    /// Why.
    pub reason: Reason,
}

/// A field of a relation that makes questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Ask {
    /// `asks_object`.
    #[serde(rename = "asks_object")]
    Object,
    /// `asks_subject`.
    #[serde(rename = "asks_subject")]
    Subject,
    /// `asks_year`.
    #[serde(rename = "asks_year")]
    Year,
    /// `asks_objects`.
    #[serde(rename = "asks_objects")]
    Objects,
    /// `asks_subjects`.
    #[serde(rename = "asks_subjects")]
    Subjects,
    /// `asks_pairs`.
    #[serde(rename = "asks_pairs")]
    Pairs,
    /// `asks_groups`.
    #[serde(rename = "asks_groups")]
    Groups,
    /// `event`: orders of time, and decades.
    #[serde(rename = "event")]
    Event,
    /// `gaps`.
    #[serde(rename = "gaps")]
    Gaps,
    /// `says`: statements to be judged.
    #[serde(rename = "says")]
    Statements,
}

/// Why an ask made no question of a fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// A caution forbids it.
    Forbidden {
        /// The caution.
        caution: Caution,
    },
    /// `without` names every kind that could ask so.
    Without {
        /// The kinds.
        #[serde(serialize_with = "by_name")]
        kinds: Vec<Kind>,
    },
    /// It needs a date, and the fact has none.
    NoDate,
    /// It needs a date, and a caution keeps the fact's from being told.
    HiddenDate {
        /// The caution.
        caution: Caution,
    },
    /// It needs a note, and the fact has none.
    NoNote,
    /// It needs an object of another sort than the fact has.
    NoObject,
    /// Every sentence names what it asks for.
    GivesAway,
    /// Fewer than two wrong answers are proven wrong.
    TooFewProven {
        /// Others of the class that were looked at.
        others: usize,
        /// Those of them that are proven wrong.
        proven: usize,
    },
    /// Fewer than two of the wrong answers are near the right one.
    TooFewNear {
        /// Those that are proven wrong.
        proven: usize,
        /// Those of them that are near.
        near: usize,
    },
    /// Fewer than two wrong years, or amounts, are near and mean something.
    TooFewNumbers,
    /// Several answers are right, or may be.
    SeveralRight,
    /// Only one answer is right, where several are asked for.
    OneRight,
    /// The fact fits into no set of such facts in which all are told apart.
    NoSet,
    /// `torus check` would find this wrong with it.
    Flaw {
        /// The code of the finding.
        code: Box<str>,
    },
    /// Another question asks for the same part of the fact.
    AskedOtherwise,
    /// The fact has as many better questions as the bank's `per_fact` allows.
    Crowded,
    /// Another question says the same.
    Repeats,
    /// The bank has its `most`.
    BankFull,
    /// It went at the last look, so that guessing does not pay in the bank as a whole.
    OutOfBalance,
}

impl Reason {
    /// Whether nothing needs to be mended: the table says so, or the fact is asked for otherwise.
    pub fn is_intended(&self) -> bool {
        matches!(
            self,
            Self::Without { .. }
                | Self::AskedOtherwise
                | Self::Crowded
                | Self::Repeats
                | Self::BankFull
                | Self::OutOfBalance
        )
    }
}

/// Kinds by their names in JSON.
fn by_name<S: Serializer>(kinds: &[Kind], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(kinds.iter().map(|kind| kind.as_str()))
}

impl Ask {
    /// Every ask.
    pub const ALL: [Self; 10] = [
        Self::Object,
        Self::Year,
        Self::Subject,
        Self::Objects,
        Self::Subjects,
        Self::Pairs,
        Self::Groups,
        Self::Event,
        Self::Gaps,
        Self::Statements,
    ];

    /// The field's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Object => "asks_object",
            Self::Subject => "asks_subject",
            Self::Year => "asks_year",
            Self::Objects => "asks_objects",
            Self::Subjects => "asks_subjects",
            Self::Pairs => "asks_pairs",
            Self::Groups => "asks_groups",
            Self::Event => "event",
            Self::Gaps => "gaps",
            Self::Statements => "says",
        }
    }

    /// The ask for one part of a fact.
    pub(crate) fn of_part(asked: Slot) -> Self {
        match asked {
            Slot::Subject => Self::Subject,
            Slot::Object => Self::Object,
            Slot::Year | Slot::Note => Self::Year,
        }
    }
}

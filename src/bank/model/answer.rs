//! The kinds of answer with their keys, as format 1 writes them. Holds values only; marking stands elsewhere.

use crate::bank::{ClozeText, Entries, Spot, Variable};
use serde::{Deserialize, Serialize};

/// The kinds of answer and their keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answer {
    /// Pick one.
    Choice {
        /// The key.
        correct: Box<str>,
        /// The wrong options.
        distractors: Box<[Box<str>]>,
    },
    /// Pick all that apply.
    Choices {
        /// The keys, at least one.
        correct: Box<[Box<str>]>,
        /// The wrong options; may be empty.
        #[serde(default)]
        distractors: Box<[Box<str>]>,
    },
    /// Say true or false.
    TrueFalse(bool),
    /// Type a number, with or without its unit.
    Number {
        /// The key, in `unit`.
        value: f64,
        /// How far off still counts as right, bounds included, in `unit`.
        #[serde(default)]
        tolerance: f64,
        /// The unit of the key; empty for a bare number.
        #[serde(default)]
        unit: Box<str>,
        /// Whether an answer without its unit is not right.
        #[serde(default)]
        unit_required: bool,
    },
    /// Type a word or a phrase.
    Text {
        /// Every form that is right; the first is the one shown.
        accept: Box<[Box<str>]>,
        /// Edits forgiven.
        #[serde(default)]
        typos: u32,
        /// Whether case counts.
        #[serde(default)]
        match_case: bool,
        /// Whether accents count.
        #[serde(default)]
        match_accents: bool,
        /// Forms that are never right, whatever `typos` forgives.
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        reject: Box<[Box<str>]>,
        /// Whether the punctuation at the end counts.
        #[serde(default, skip_serializing_if = "Punctuation::is_auto")]
        punctuation: Punctuation,
        /// Answers of other questions of the bank that `typos` would forgive: no slip leads to them. Never written:
        /// found when a bank is read.
        #[serde(skip)]
        others: Box<[Box<str>]>,
    },
    /// Put items in order.
    Order {
        /// The items in the right order, three or more.
        items: Box<[Box<str>]>,
    },
    /// Pair left with right.
    Match {
        /// Each left side with its right side; two left sides may share a right one.
        pairs: Box<[(Box<str>, Box<str>)]>,
        /// Right sides that belong to no left side.
        #[serde(default)]
        extra: Box<[Box<str>]>,
    },
    /// Fill the gaps of a text.
    Cloze {
        /// The text with its gaps.
        text: ClozeText,
    },
    /// Sort items into groups.
    Categorise {
        /// The items of each group.
        groups: Entries<Box<[Box<str>]>>,
    },
    /// Point at a place, or at all places asked for, in a picture.
    Hotspot {
        /// Path of the picture, relative to the bank.
        image: Box<str>,
        /// The places that can be picked.
        spots: Box<[Spot]>,
        /// Names of the right ones, at least one.
        correct: Box<[Box<str>]>,
    },
    /// Work out a number from values that are drawn for each paper.
    Calculated {
        /// What is drawn, by name. Once drawn, each has one value: see [`crate::bank::values::drawn::pinned`].
        variables: Entries<Variable>,
        /// The key as an expression over the variables, in `unit`; see [`crate::bank::values::formula`].
        value: Box<str>,
        /// How far off still counts as right, in percent of the key, bounds included. Where nothing is written 1, as
        /// in Moodle's calculated questions (a relative tolerance of 0.01).
        #[serde(default = "one_percent")]
        tolerance_percent: f64,
        /// The unit of the key; empty for a bare number.
        #[serde(default)]
        unit: Box<str>,
        /// Whether an answer without its unit is not right.
        #[serde(default)]
        unit_required: bool,
    },
    /// Think, reveal, and rate oneself.
    Recall {
        /// What is revealed, in CommonMark.
        answer: Box<str>,
    },
}

/// Whether the punctuation at the end of a typed text counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Punctuation {
    /// It counts where it carries meaning: in mathematics, in code, and where a form that is named as wrong differs by it.
    #[default]
    Auto,
    /// It always counts.
    Counts,
    /// It never counts.
    Ignored,
}

impl Punctuation {
    fn is_auto(&self) -> bool {
        *self == Self::Auto
    }
}

/// Names the kinds, in one list from which all others follow.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// The name of a kind of answer, without its key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// Every kind, in the order in which the format tells of them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$kind),*];

            /// The name in CSV and JSON, `snake_case`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// Pick one.
    Choice = "choice",
    /// Pick all that apply.
    Choices = "choices",
    /// Say true or false.
    TrueFalse = "true_false",
    /// Type a number.
    Number = "number",
    /// Type a word or a phrase.
    Text = "text",
    /// Put items in order.
    Order = "order",
    /// Pair left with right.
    Match = "match",
    /// Fill the gaps of a text.
    Cloze = "cloze",
    /// Sort items into groups.
    Categorise = "categorise",
    /// Point at places in a picture.
    Hotspot = "hotspot",
    /// Work out a number from drawn values.
    Calculated = "calculated",
    /// Rate oneself.
    Recall = "recall",
}

impl Kind {
    /// Whether learners rate themselves: such a rating is no mark for a test, and nobody asks how sure they are of it.
    pub fn is_self_rated(self) -> bool {
        match self {
            Self::Recall => true,
            Self::Choice
            | Self::Choices
            | Self::TrueFalse
            | Self::Number
            | Self::Text
            | Self::Order
            | Self::Match
            | Self::Cloze
            | Self::Categorise
            | Self::Hotspot
            | Self::Calculated => false,
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl Answer {
    /// A text to type, of which nothing counts but its letters.
    pub fn text(accept: Box<[Box<str>]>, typos: u32) -> Self {
        Self::Text {
            accept,
            typos,
            match_case: false,
            match_accents: false,
            reject: Box::default(),
            punctuation: Punctuation::Auto,
            others: Box::default(),
        }
    }

    /// The answers of other questions of the bank that no slip leads to.
    pub fn other_answers(&self) -> &[Box<str>] {
        if let Self::Text { others, .. } = self { others } else { &[] }
    }

    /// Puts these in place of the answers of other questions that no slip leads to; an answer of another kind has none.
    pub fn set_other_answers(&mut self, forms: Box<[Box<str>]>) {
        if let Self::Text { others, .. } = self {
            *others = forms;
        }
    }

    /// Whether something of it is typed, so that a right answer can be refused for how it is written.
    pub fn is_typed(&self) -> bool {
        match self {
            Self::Number { .. } | Self::Text { .. } | Self::Calculated { .. } => true,
            Self::Cloze { text } => text.gaps().any(|gap| gap.options().is_empty()),
            Self::Choice { .. }
            | Self::Choices { .. }
            | Self::TrueFalse(_)
            | Self::Order { .. }
            | Self::Match { .. }
            | Self::Categorise { .. }
            | Self::Hotspot { .. }
            | Self::Recall { .. } => false,
        }
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Choice { .. } => Kind::Choice,
            Self::Choices { .. } => Kind::Choices,
            Self::TrueFalse(_) => Kind::TrueFalse,
            Self::Number { .. } => Kind::Number,
            Self::Text { .. } => Kind::Text,
            Self::Order { .. } => Kind::Order,
            Self::Match { .. } => Kind::Match,
            Self::Cloze { .. } => Kind::Cloze,
            Self::Categorise { .. } => Kind::Categorise,
            Self::Hotspot { .. } => Kind::Hotspot,
            Self::Calculated { .. } => Kind::Calculated,
            Self::Recall { .. } => Kind::Recall,
        }
    }
}

fn one_percent() -> f64 {
    1.0
}

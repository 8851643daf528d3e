//! The kinds of answer with their keys, as format 1 writes them. Holds values only; marking stands elsewhere.

use crate::bank::model::matching::Sides;
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
        /// What is drawn, by name. Once drawn, each has one value: see [`crate::bank::values::formula::pinned`].
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

/// The name of a kind of answer, without its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Pick one.
    Choice,
    /// Pick all that apply.
    Choices,
    /// Say true or false.
    TrueFalse,
    /// Type a number.
    Number,
    /// Type a word or a phrase.
    Text,
    /// Put items in order.
    Order,
    /// Pair left with right.
    Match,
    /// Fill the gaps of a text.
    Cloze,
    /// Sort items into groups.
    Categorise,
    /// Point at places in a picture.
    Hotspot,
    /// Work out a number from drawn values.
    Calculated,
    /// Rate oneself.
    Recall,
}

impl Kind {
    /// Every kind, in the order in which the format tells of them.
    pub const ALL: [Self; 12] = [
        Self::Choice,
        Self::Choices,
        Self::TrueFalse,
        Self::Number,
        Self::Text,
        Self::Order,
        Self::Match,
        Self::Cloze,
        Self::Categorise,
        Self::Hotspot,
        Self::Calculated,
        Self::Recall,
    ];

    /// The name in CSV and JSON, `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::TrueFalse => "true_false",
            Self::Number => "number",
            Self::Text => "text",
            Self::Order => "order",
            Self::Match => "match",
            Self::Cloze => "cloze",
            Self::Categorise => "categorise",
            Self::Hotspot => "hotspot",
            Self::Calculated => "calculated",
            Self::Recall => "recall",
        }
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

    /// What can be picked, in canonical order; an index in this list is how a response names it.
    ///
    /// Choices: the keys, then the distractors. `Order`: the items in the right order. `Match`: the right sides, each
    /// once, then the extras. `Cloze`: the lists gap after gap, in each the right one first. `Categorise`: the items,
    /// group after group. `Hotspot`: the names of the spots. All as the file has them; empty for the other kinds.
    pub fn options(&self) -> Vec<&str> {
        match self {
            Self::Choice { correct, distractors } => {
                std::iter::once(&**correct).chain(distractors.iter().map(|option| &**option)).collect()
            }
            Self::Choices { correct, distractors } => {
                correct.iter().chain(distractors).map(|option| &**option).collect()
            }
            Self::Order { items } => items.iter().map(|item| &**item).collect(),
            Self::Match { pairs, extra } => Sides::of(pairs, extra).options,
            Self::Cloze { text } => text.list_options().collect(),
            Self::Categorise { groups } => groups.iter().flat_map(|(_, items)| items).map(|item| &**item).collect(),
            Self::Hotspot { spots, .. } => spots.iter().map(|spot| &*spot.name).collect(),
            Self::TrueFalse(_)
            | Self::Number { .. }
            | Self::Text { .. }
            | Self::Calculated { .. }
            | Self::Recall { .. } => Vec::new(),
        }
    }

    /// How many of [`Self::options`] are keys that stand first: for `Choice` and `Choices`; 0 for the other kinds.
    pub fn key_count(&self) -> usize {
        match self {
            Self::Choice { .. } => 1,
            Self::Choices { correct, .. } => correct.len(),
            _ => 0,
        }
    }

    /// For `Match` the index into [`Self::options`] that is right for each left side, for `Categorise` the index of
    /// the group that is right for each item; empty for the other kinds.
    pub fn right_pairs(&self) -> Vec<usize> {
        match self {
            Self::Match { pairs, extra } => Sides::of(pairs, extra).right,
            Self::Categorise { groups } => {
                let numbered = groups.iter().enumerate();
                numbered.flat_map(|(group, (_, items))| std::iter::repeat_n(group, items.len())).collect()
            }
            _ => Vec::new(),
        }
    }

    /// For `Hotspot` whether each spot, in the order of [`Self::options`], is right; empty for the other kinds.
    pub fn right_spots(&self) -> Vec<bool> {
        match self {
            Self::Hotspot { spots, correct, .. } => spots.iter().map(|spot| correct.contains(&spot.name)).collect(),
            _ => Vec::new(),
        }
    }
}

fn one_percent() -> f64 {
    1.0
}

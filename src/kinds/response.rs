//! What a learner answered. Does not judge it.

use crate::bank::wording::signs::is_blank;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// The option picked, as an index into [`crate::bank::Question::options`].
    Choice(usize),
    /// The options picked, as indices into [`crate::bank::Question::options`], ascending.
    Choices(Vec<usize>),
    /// True or false.
    TrueFalse(bool),
    /// What was typed, untouched.
    Number(String),
    /// What was typed, untouched.
    Text(String),
    /// The items in the learner's order, as indices into [`crate::bank::Question::options`], each once.
    Order(Vec<usize>),
    /// The right side chosen for each left one, as an index into [`crate::bank::Question::options`].
    Match(Vec<Option<usize>>),
    /// What stands in each gap: what was typed, untouched, or the option picked; empty for a gap left open.
    Cloze(Vec<String>),
    /// The group chosen for each item of [`crate::bank::Question::options`], as an index into the groups.
    Categorise(Vec<Option<usize>>),
    /// The spots picked, as indices into [`crate::bank::Question::options`], ascending.
    Hotspot(Vec<usize>),
    /// What was typed, untouched.
    Calculated(String),
    /// Whether the learner knew it, by the learner's own rating.
    Recall(bool),
}

impl Response {
    /// Whether this counts as no answer: nothing picked, or only white space typed.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Choice(_) | Self::TrueFalse(_) | Self::Recall(_) => false,
            Self::Choices(picked) | Self::Order(picked) | Self::Hotspot(picked) => picked.is_empty(),
            Self::Number(text) | Self::Text(text) | Self::Calculated(text) => is_blank(text),
            Self::Match(chosen) | Self::Categorise(chosen) => chosen.iter().all(Option::is_none),
            Self::Cloze(texts) => texts.iter().all(|text| is_blank(text)),
        }
    }
}

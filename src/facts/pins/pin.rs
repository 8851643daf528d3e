//! The pins of a table, as a teacher writes them. Holds values only.

use crate::bank::{Entries, Question};
use serde::{Deserialize, Serialize};

/// The pins of one table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// Whole questions, each in place of the generated one of its id.
    #[serde(default)]
    pub keep: Vec<Question>,
    /// Other words for generated questions, by id.
    #[serde(default)]
    pub reword: Entries<Reword>,
    /// Generated questions that are left out, by id, each with the reason.
    #[serde(default)]
    pub reject: Entries<Box<str>>,
    /// Hand-written questions, by the id of the bank that they join.
    #[serde(default)]
    pub add: Entries<Vec<Question>>,
}

/// Other words for a generated question. What is left out stays as it was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reword {
    /// What is asked.
    #[serde(default)]
    pub prompt: Option<Box<str>>,
    /// Why the right answer is right.
    #[serde(default)]
    pub explanation: Option<Box<str>>,
    /// Help, one after the other.
    #[serde(default)]
    pub hints: Option<Box<[Box<str>]>>,
    /// What to say to whoever picked an option; options that are not named keep theirs.
    #[serde(default)]
    pub feedback: Entries<Box<str>>,
    /// Other wrong options, for `Choice` and `Choices`.
    #[serde(default)]
    pub distractors: Option<Box<[Box<str>]>>,
    /// Ids of further questions that must not stand on a paper with it.
    #[serde(default)]
    pub enemies: Box<[Box<str>]>,
}

//! How an answer was read and why it got its mark, step by step, as values. Judges nothing: marking itself notes them down.

use crate::bank::values::quantity::NumberFault;
use serde::Serialize;

/// Takes steps down where somebody asks for them, and costs nothing where nobody does.
#[derive(Debug, Default)]
pub struct Steps<'s>(Option<&'s mut Vec<Step>>);

impl<'s> Steps<'s> {
    /// Nobody asks.
    pub fn unasked() -> Self {
        Self(None)
    }

    /// Somebody asks: they are put into `taken`.
    pub fn asked(taken: &'s mut Vec<Step>) -> Self {
        Self(Some(taken))
    }

    /// Takes a step down; `step` is made only where somebody asks.
    #[inline]
    pub fn note(&mut self, step: impl FnOnce() -> Step) {
        // Far from marking, so that what makes the step costs it no more than a look.
        #[cold]
        #[inline(never)]
        fn push(steps: &mut Vec<Step>, step: impl FnOnce() -> Step) {
            steps.push(step());
        }
        if let Some(steps) = &mut self.0 {
            push(steps, step);
        }
    }

    /// Whether somebody asks.
    pub fn are_asked(&self) -> bool {
        self.0.is_some()
    }
}

/// One thing that marking did or found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Step {
    /// A text as it is compared, with all put aside that does not count.
    Compared {
        /// As it was typed.
        typed: String,
        /// As it is compared.
        compared: String,
    },
    /// It is far longer than any accepted form.
    TooLong,
    /// It is an accepted form.
    IsAccepted {
        /// The form, as the question has it.
        accepted: String,
        /// What had to be put aside for that.
        rule: TextRule,
    },
    /// It is named as wrong, in `reject` or in the feedback.
    IsNamedWrong {
        /// The form, as the question has it.
        named: String,
    },
    /// It differs from an accepted form by punctuation that counts.
    PunctuationCounts {
        /// The form, as the question has it.
        accepted: String,
        /// Why it counts.
        because: Meaning,
    },
    /// The accepted form that is nearest.
    Nearest {
        /// The form, as the question has it.
        accepted: String,
        /// How many slips lead to it; `None` where that is more than could ever be forgiven.
        slips: Option<usize>,
        /// How many slips are forgiven in it.
        forgiven: usize,
    },
    /// Slips that could have been forgiven are not.
    NotForgiven {
        /// The form, as the question has it.
        accepted: String,
        /// Why not.
        because: Unforgiven,
    },
    /// No number was read.
    NoNumber {
        /// Why not.
        because: NumberFault,
    },
    /// A number and a unit were read. Several such steps where it can be read in several ways.
    Number {
        /// The number.
        value: f64,
        /// The unit, empty for a bare number.
        unit: String,
    },
    /// A number in the unit of the key.
    InKeyUnit {
        /// The number.
        value: f64,
        /// The unit of the key, empty for a bare number.
        unit: String,
    },
    /// The unit cannot stand for that of the key.
    OtherUnit {
        /// As it was read.
        unit: String,
        /// That of the key.
        expected: String,
    },
    /// The unit is left out and must not be.
    NoUnit {
        /// That of the key.
        expected: String,
    },
    /// What is right: from here to there, bounds included.
    Bounds {
        /// The least.
        least: f64,
        /// The most.
        most: f64,
        /// Whether a number was within.
        is_within: bool,
    },
    /// A number that would be right with another power of ten.
    OtherPowerOfTen,
    /// What was picked, where one is right.
    PickedOne {
        /// Among what.
        among: Pickable,
        /// What was picked: several where one place of a picture is right.
        picked: Vec<String>,
        /// What would be right.
        right: String,
        /// Whether it is right.
        is_right: bool,
        /// How many there are to pick from.
        count: usize,
    },
    /// What was picked, where all that apply are.
    PickedSeveral {
        /// Right and picked.
        right: Vec<String>,
        /// Right and not picked.
        missed: Vec<String>,
        /// Picked and not right.
        wrong: Vec<String>,
    },
    /// What stands in a gap, or is paired or sorted.
    Part {
        /// What it is.
        part: Part,
        /// Which, from 1, in the order of the question.
        number: usize,
        /// As it was given; empty where nothing was.
        given: String,
        /// What would be right.
        right: String,
        /// Whether it is right.
        is_right: bool,
    },
    /// How many parts are right.
    PartsRight {
        /// What they are.
        part: Part,
        /// Those that are right.
        right: usize,
        /// All that there are.
        all: usize,
    },
    /// Items in the order that they were put in.
    Ordered {
        /// As they were put.
        given: Vec<String>,
        /// The right order.
        right: Vec<String>,
    },
    /// Pairs of items that stand in the right order, and those that could.
    PairsInOrder {
        /// Those in the right order.
        right: u64,
        /// Those the wrong way round.
        wrong: u64,
        /// All that there are.
        all: u64,
    },
    /// Picks that are right and wrong.
    Picks {
        /// Keys picked.
        right: usize,
        /// Keys there are.
        keys: usize,
        /// Wrong options picked.
        wrong: usize,
        /// Wrong options there are.
        distractors: usize,
    },
}

/// What one of is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pickable {
    /// An option.
    Option,
    /// Whether a statement is true.
    Truth,
    /// A place in a picture.
    Place,
}

/// A part of an answer that is marked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A gap in a text.
    Gap,
    /// A left side with the right one that it is paired with.
    Pair,
    /// An item with its group.
    Item,
}

/// What had to be put aside for a text to be an accepted form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextRule {
    /// Ways to write one sign, spaces, and capitals and accents where they do not count.
    Signs,
    /// Punctuation at the end, or quotation marks around the whole, too.
    Punctuation,
    /// Slips that are forgiven.
    Slips,
}

/// Why punctuation at the end of a form counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The question says so.
    AsAsked,
    /// In mathematics `!` is a factorial.
    Mathematics,
    /// The form, or the prompt, holds code.
    Code,
    /// A form that is named as wrong differs by it.
    NamedWrong,
}

/// Why slips are not forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unforgiven {
    /// It is named in `reject` or in the feedback, or nearer to what is.
    NamedWrong,
    /// It is, or is nearer to, the answer of another question of the bank.
    OtherAnswer,
    /// It is another word, such as a country, an element or a term.
    OtherWord,
    /// The first letter of a word is another one.
    FirstLetter,
    /// The slip is in a word of four letters or fewer.
    ShortWord,
    /// It holds digits.
    Digits,
}

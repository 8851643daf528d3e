//! What an answer is worth: marks, the remarks that come with them, and verdicts. Marks nothing itself.

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
    /// Wrong: a slip or two from an accepted answer, and known as another word.
    OtherWord {
        /// The accepted answer that it is nearest to.
        accepted: String,
    },
    /// Wrong, but for punctuation that counts here.
    Punctuation {
        /// The accepted answer as it is written.
        accepted: String,
    },
    /// No answer: the learner said not to know it. No mark has this note.
    NotKnown,
}

impl Note {
    /// The name in CSV and in the history, `snake_case`; what the note is about stands elsewhere.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::NotANumber => "not_a_number",
            Self::WrongUnit { .. } => "wrong_unit",
            Self::UnitMissing { .. } => "unit_missing",
            Self::WrongPowerOfTen => "wrong_power_of_ten",
            Self::Typo { .. } => "typo",
            Self::OtherWord { .. } => "other_word",
            Self::Punctuation { .. } => "punctuation",
            Self::NotKnown => "not_known",
        }
    }
}

/// The verdict on an answer.
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

    /// The verdict of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Correct, Self::Partial, Self::Wrong, Self::Unanswered].into_iter().find(|known| known.as_str() == name)
    }
}

impl Mark {
    /// All of the points, and nothing to say.
    pub(crate) const RIGHT: Self = Self { fraction: 1.0, note: None };

    /// None of the points, and nothing to say.
    pub(crate) const WRONG: Self = Self { fraction: 0.0, note: None };

    /// All of the points or none.
    pub(crate) fn all_or_nothing(is_right: bool) -> Self {
        if is_right { Self::RIGHT } else { Self::WRONG }
    }

    /// This share of the points, 0 to 1.
    pub(crate) fn share(fraction: f64) -> Self {
        Self { fraction, note: None }
    }

    /// So many right parts out of all; none of the points where there are no parts.
    pub(crate) fn ratio(right: usize, all: usize) -> Self {
        Self::share(ratio(right, all))
    }

    /// None of the points, and why.
    pub(crate) fn wrong(note: Note) -> Self {
        Self { note: Some(note), ..Self::WRONG }
    }

    /// The verdict that goes with the mark.
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

/// `part / whole`; 0 where there is no whole.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

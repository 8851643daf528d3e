//! Turns responses into marks. Never sees the clock.

use super::Response;
use super::number::NumberKey;
use super::text::TextKey;
use crate::bank::{Answer, Question};

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
}

/// How an answer is called.
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
}

impl Mark {
    /// All of the points, and nothing to say.
    pub(super) const RIGHT: Self = Self { fraction: 1.0, note: None };

    /// None of the points, and nothing to say.
    pub(super) const WRONG: Self = Self { fraction: 0.0, note: None };

    /// None of the points, and why.
    pub(super) fn wrong(note: Note) -> Self {
        Self { note: Some(note), ..Self::WRONG }
    }

    /// How the mark is called.
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

/// Marks a response, which must be of the question's own kind; one of another kind, or a blank one, scores 0.
///
/// Marking looks at this question alone. Picks that are no option, or that come twice, count for nothing.
pub fn grade(question: &Question, response: &Response) -> Mark {
    if response.is_blank() {
        return Mark::WRONG;
    }
    match (&question.answer, response) {
        (Answer::Choice { .. }, Response::Choice(picked)) => all_or_nothing(*picked < question.key_count()),
        (Answer::Choices { correct, distractors }, Response::Choices(picked)) => {
            Mark { fraction: share(picked, correct.len(), distractors.len()), note: None }
        }
        (Answer::TrueFalse(key), Response::TrueFalse(said)) => all_or_nothing(key == said),
        (Answer::Number { value, tolerance, unit, unit_required }, Response::Typed(typed)) => {
            NumberKey { value: *value, tolerance: *tolerance, unit, unit_required: *unit_required }.mark(typed)
        }
        (Answer::Text { accept, typos, match_case, match_accents }, Response::Typed(typed)) => {
            TextKey { accept, typos: *typos, match_case: *match_case, match_accents: *match_accents }.mark(typed)
        }
        _ => Mark::WRONG,
    }
}

fn all_or_nothing(is_right: bool) -> Mark {
    if is_right { Mark::RIGHT } else { Mark::WRONG }
}

/// The share of the keys picked, less the share of the distractors picked, not below 0. The keys come first among the
/// options, then the distractors.
fn share(picked: &[usize], key_count: usize, distractor_count: usize) -> f64 {
    let mut is_picked = vec![false; key_count + distractor_count];
    for index in picked {
        if let Some(mark) = is_picked.get_mut(*index) {
            *mark = true;
        }
    }
    let count = |options: &[bool]| options.iter().filter(|is_picked| **is_picked).count();
    let (right, wrong) = (count(&is_picked[..key_count]), count(&is_picked[key_count..]));
    (ratio(right, key_count) - ratio(wrong, distractor_count)).max(0.0)
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

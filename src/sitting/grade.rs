//! Turns responses into marks. Never sees the clock.

use super::Response;
use crate::bank::model::cloze::Gap;
use crate::bank::values::formula;
use crate::bank::{Answer, ClozeText, Question};
use crate::kinds::kendall;
use crate::kinds::number_key::NumberKey;
use crate::kinds::text_key::TextKey;

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
    pub(crate) const RIGHT: Self = Self { fraction: 1.0, note: None };

    /// None of the points, and nothing to say.
    pub(crate) const WRONG: Self = Self { fraction: 0.0, note: None };

    /// None of the points, and why.
    pub(crate) fn wrong(note: Note) -> Self {
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
            let is_key: Vec<bool> = (0..correct.len() + distractors.len()).map(|index| index < correct.len()).collect();
            part(share(picked, &is_key))
        }
        (Answer::TrueFalse(key), Response::TrueFalse(said)) => all_or_nothing(key == said),
        (Answer::Number { value, tolerance, unit, unit_required }, Response::Number(typed)) => {
            NumberKey { value: *value, tolerance: *tolerance, unit, unit_required: *unit_required }.mark(typed)
        }
        (Answer::Text { accept, typos, match_case, match_accents }, Response::Text(typed)) => {
            TextKey { accept, typos: *typos, match_case: *match_case, match_accents: *match_accents }.mark(typed)
        }
        (Answer::Order { items }, Response::Order(order)) => part(kendall::share(order, items.len())),
        (answer @ Answer::Match { .. }, Response::Match(chosen))
        | (answer @ Answer::Categorise { .. }, Response::Categorise(chosen)) => {
            let right = answer.right_pairs();
            let count = right.iter().zip(chosen).filter(|(right, chosen)| Some(**right) == **chosen).count();
            part(ratio(count, right.len()))
        }
        (Answer::Cloze { text }, Response::Cloze(filled)) => part(gaps(text, filled)),
        (answer @ Answer::Hotspot { .. }, Response::Hotspot(picked)) => spots(&answer.right_spots(), picked),
        (answer @ Answer::Calculated { .. }, Response::Calculated(typed)) => calculated(answer, typed),
        (Answer::Recall { .. }, Response::Recall(is_known)) => all_or_nothing(*is_known),
        _ => Mark::WRONG,
    }
}

fn part(fraction: f64) -> Mark {
    Mark { fraction, note: None }
}

/// Whether a gap is filled right: typed as a text without slips, or picked exactly.
pub fn is_gap_right(gap: &Gap, filled: &str) -> bool {
    match gap {
        Gap::Typed(accept) => {
            TextKey { accept, typos: 0, match_case: false, match_accents: false }.mark(filled) == Mark::RIGHT
        }
        Gap::List(_) => *filled == *gap.right(),
    }
}

/// The share of the gaps that are filled right.
fn gaps(text: &ClozeText, filled: &[String]) -> f64 {
    let right = text.gaps().zip(filled).filter(|(gap, filled)| is_gap_right(gap, filled));
    ratio(right.count(), text.gaps().count())
}

/// One right spot is marked as a choice, several as choices are.
fn spots(is_key: &[bool], picked: &[usize]) -> Mark {
    let key_count = is_key.iter().filter(|is_key| **is_key).count();
    match (key_count, picked) {
        (1, [first, rest @ ..]) if rest.iter().all(|index| index == first) => {
            all_or_nothing(is_key.get(*first).copied().unwrap_or(false))
        }
        (1, _) => Mark::WRONG,
        _ => part(share(picked, is_key)),
    }
}

/// As a number within so many percent of the key. A question whose values are not drawn has no key.
fn calculated(answer: &Answer, typed: &str) -> Mark {
    match (answer, formula::key(answer)) {
        (Answer::Calculated { tolerance_percent, unit, unit_required, .. }, Some(value)) => {
            let tolerance = value.abs() * tolerance_percent / 100.0;
            NumberKey { value, tolerance, unit, unit_required: *unit_required }.mark(typed)
        }
        _ => Mark::WRONG,
    }
}

fn all_or_nothing(is_right: bool) -> Mark {
    if is_right { Mark::RIGHT } else { Mark::WRONG }
}

/// The share of the keys picked, less the share of the others picked, not below 0.
fn share(picked: &[usize], is_key: &[bool]) -> f64 {
    let mut is_picked = vec![false; is_key.len()];
    for index in picked {
        if let Some(mark) = is_picked.get_mut(*index) {
            *mark = true;
        }
    }
    let count = |wanted: bool, only_picked: bool| {
        let options = is_key.iter().zip(&is_picked);
        options.filter(|(is_key, is_picked)| **is_key == wanted && (!only_picked || **is_picked)).count()
    };
    let picked_share = |wanted| ratio(count(wanted, true), count(wanted, false));
    (picked_share(true) - picked_share(false)).max(0.0)
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

//! Turns responses into marks. Never sees the clock.

use super::number::NumberKey;
use super::steps::{Step, Steps};
use super::text::TextKey;
use super::{Response, order};
use crate::bank::model::cloze::Gap;
use crate::bank::values::formula;
use crate::bank::{Answer, ClozeText, Question};

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
    grade_in_steps(question, response, &mut Steps::unasked())
}

/// The same, and how the mark came about: the steps are those of marking itself.
pub fn explain(question: &Question, response: &Response) -> (Mark, Vec<Step>) {
    let mut steps = Steps::asked();
    let mark = grade_in_steps(question, response, &mut steps);
    (mark, steps.taken())
}

pub(super) fn grade_in_steps(question: &Question, response: &Response, steps: &mut Steps) -> Mark {
    if response.is_blank() {
        return Mark::WRONG;
    }
    match (&question.answer, response) {
        (Answer::Choice { correct, .. }, Response::Choice(picked)) => {
            let given = || question.options().get(*picked).map_or(String::new(), |option| (*option).to_owned());
            one_part(given, correct, *picked < question.key_count(), steps)
        }
        (Answer::Choices { correct, distractors }, Response::Choices(picked)) => {
            let is_key: Vec<bool> = (0..correct.len() + distractors.len()).map(|index| index < correct.len()).collect();
            part(share(picked, &is_key, steps))
        }
        (Answer::TrueFalse(key), Response::TrueFalse(said)) => {
            one_part(|| said.to_string(), &key.to_string(), key == said, steps)
        }
        (Answer::Number { value, tolerance, unit, unit_required }, Response::Typed(typed)) => {
            let (value, tolerance, unit_required) = (*value, *tolerance, *unit_required);
            NumberKey { value, tolerance, unit, unit_required, prompt: &question.prompt }.mark(typed, steps)
        }
        (answer @ Answer::Text { .. }, Response::Typed(typed)) => match TextKey::of(answer) {
            Some(key) => {
                TextKey { feedback: Some(&question.feedback), prompt: &question.prompt, ..key }.mark(typed, steps)
            }
            None => Mark::WRONG,
        },
        (Answer::Order { items }, Response::Order(order)) => part(order::share(order, items.len(), steps)),
        (answer @ (Answer::Match { .. } | Answer::Categorise { .. }), Response::Pairs(chosen)) => {
            let right = answer.right_pairs();
            note_pairs(question, chosen, &right, steps);
            let count = right.iter().zip(chosen).filter(|(right, chosen)| Some(**right) == **chosen).count();
            part(ratio(count, right.len()))
        }
        (Answer::Cloze { text }, Response::Gaps(filled)) => part(gaps(text, filled, steps)),
        (answer @ Answer::Hotspot { .. }, Response::Spots(picked)) => spots(&answer.right_spots(), picked, steps),
        (answer @ Answer::Calculated { .. }, Response::Typed(typed)) => calculated(question, answer, typed, steps),
        (Answer::Recall { .. }, Response::Known(is_known)) => all_or_nothing(*is_known),
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
            TextKey { accept, ..TextKey::default() }.mark(filled, &mut Steps::unasked()) == Mark::RIGHT
        }
        Gap::List(_) => *filled == *gap.right(),
    }
}

/// The share of the gaps that are filled right.
fn gaps(text: &ClozeText, filled: &[String], steps: &mut Steps) -> f64 {
    for (gap, filled) in text.gaps().zip(filled) {
        let (given, right) = (|| filled.clone(), gap.right());
        one_part(given, right, is_gap_right(gap, filled), steps);
    }
    let right = text.gaps().zip(filled).filter(|(gap, filled)| is_gap_right(gap, filled));
    ratio(right.count(), text.gaps().count())
}

/// One right spot is marked as a choice, several as choices are.
fn spots(is_key: &[bool], picked: &[usize], steps: &mut Steps) -> Mark {
    let key_count = is_key.iter().filter(|is_key| **is_key).count();
    match (key_count, picked) {
        (1, [first, rest @ ..]) if rest.iter().all(|index| index == first) => {
            all_or_nothing(is_key.get(*first).copied().unwrap_or(false))
        }
        (1, _) => Mark::WRONG,
        _ => part(share(picked, is_key, steps)),
    }
}

/// As a number within so many percent of the key. A question whose values are not drawn has no key.
fn calculated(question: &Question, answer: &Answer, typed: &str, steps: &mut Steps) -> Mark {
    match (answer, formula::key(answer)) {
        (Answer::Calculated { tolerance_percent, unit, unit_required, .. }, Some(value)) => {
            let tolerance = value.abs() * tolerance_percent / 100.0;
            NumberKey { value, tolerance, unit, unit_required: *unit_required, prompt: &question.prompt }
                .mark(typed, steps)
        }
        _ => Mark::WRONG,
    }
}

/// All or nothing for a part, which is taken down.
fn one_part(given: impl FnOnce() -> String, right: &str, is_right: bool, steps: &mut Steps) -> Mark {
    steps.note(|| Step::Part { given: given(), right: right.to_owned(), is_right });
    all_or_nothing(is_right)
}

fn note_pairs(question: &Question, chosen: &[Option<usize>], right: &[usize], steps: &mut Steps) {
    for (place, right) in right.iter().enumerate() {
        let only = |side: Option<usize>| {
            let mut sides = vec![None; place];
            sides.push(side);
            Response::Pairs(sides).written(question)
        };
        let given = chosen.get(place).copied().flatten();
        let is_right = given == Some(*right);
        steps.note(|| Step::Part { given: only(given), right: only(Some(*right)), is_right });
    }
}

fn all_or_nothing(is_right: bool) -> Mark {
    if is_right { Mark::RIGHT } else { Mark::WRONG }
}

/// The share of the keys picked, less the share of the others picked, not below 0.
fn share(picked: &[usize], is_key: &[bool], steps: &mut Steps) -> f64 {
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
    let (right, keys, wrong, distractors) =
        (count(true, true), count(true, false), count(false, true), count(false, false));
    steps.note(|| Step::Picks { right, keys, wrong, distractors });
    // Over one line, so that one division alone rounds: 3/5 − 2/5 is 0.2 and not a hair less.
    let (right, wrong) = (right * distractors.max(1), wrong * keys);
    ratio(right.saturating_sub(wrong), keys * distractors.max(1))
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

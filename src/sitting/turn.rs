//! One time that a question is asked in a sitting, and what it earned. Decides nothing about what comes next.

use super::{Certainty, Mark, Response, Terms, Verdict, certainty, certainty_score};
use crate::bank::{Answer, Question};
use crate::moment::Moment;
use crate::paper::PaperItem;
use std::sync::LazyLock;

/// What a learner said last about the mark of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overruling {
    /// Whether the learner's mark stands, and not the automatic one: it can be taken back.
    pub stands: bool,
    /// When that was said; of two computers the newest counts.
    pub at: Moment,
}

/// One time that a question is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The question as it is asked.
    pub item: PaperItem,
    /// Which time it is asked in this sitting, from 1. Only first attempts count for the score.
    pub attempt: u32,
    /// The answer given; `None` until there is one.
    pub response: Option<Response>,
    /// When it was given, or when the learner said not to know it.
    pub answered_at: Option<Moment>,
    /// The mark for `response`.
    pub mark: Option<Mark>,
    /// Milliseconds that the question was on the screen before the answer.
    pub duration_ms: u64,
    /// How many hints were shown.
    pub hints_used: u32,
    /// Whether the learner marked it to look at again.
    pub is_flagged: bool,
    /// Whether it counts by how sure the learner was, see [`certainty_score`].
    pub counts_certainty: bool,
    /// How sure the learner said to be; `None` where that was not said or not asked.
    pub certainty: Option<Certainty>,
    /// What the learner said last about the mark; `None` where nothing.
    pub overruling: Option<Overruling>,
    /// What the learner said about the question; empty where nothing.
    pub remark: String,
}

impl Turn {
    /// A turn that nobody has answered.
    pub fn new(item: PaperItem, attempt: u32) -> Self {
        Self {
            item,
            attempt,
            response: None,
            answered_at: None,
            mark: None,
            duration_ms: 0,
            hints_used: 0,
            is_flagged: false,
            counts_certainty: false,
            certainty: None,
            overruling: None,
            remark: String::new(),
        }
    }

    /// The same under these terms. How sure somebody was of a rating of their own is never asked.
    pub fn under(self, terms: &Terms) -> Self {
        Self { counts_certainty: terms.certainty && !self.item.question.kind().is_self_rated(), ..self }
    }

    /// Whether an answer was given that counts by certainty, and how sure the learner was is not said.
    pub fn lacks_certainty(&self) -> bool {
        self.counts_certainty && self.is_answered() && self.certainty.is_none()
    }

    /// Whether an answer was given.
    pub fn is_answered(&self) -> bool {
        self.response.is_some()
    }

    /// Whether the learner said not to know it.
    pub fn is_not_known(&self) -> bool {
        self.response.is_none() && self.mark.is_none() && self.answered_at.is_some()
    }

    /// Whether the learner can say to have been right: the answer was typed, is marked as less than right, and is no rating
    /// of their own.
    pub fn can_be_overruled(&self) -> bool {
        self.item.question.answer.is_typed() && self.is_answered() && self.marked_verdict() != Verdict::Correct
    }

    /// Whether the learner's own mark stands in place of the automatic one.
    pub fn is_overruled(&self) -> bool {
        self.overruling.is_some_and(|overruling| overruling.stands) && self.can_be_overruled()
    }

    /// Whether it was answered, or said not to be known: nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.is_answered() || self.is_not_known()
    }

    /// Whether it is asked again, outside the score.
    pub fn is_second_try(&self) -> bool {
        self.attempt > 1
    }

    /// Whether both ask the same question of the same bank.
    pub(super) fn is_of_same_question(&self, other: &Self) -> bool {
        self.item.question.id == other.item.question.id && self.item.bank_id == other.item.bank_id
    }

    /// How the answer is called: right where the learner overruled the mark.
    pub fn verdict(&self) -> Verdict {
        if self.is_overruled() { Verdict::Correct } else { self.marked_verdict() }
    }

    /// How the answer is called by the automatic mark.
    pub fn marked_verdict(&self) -> Verdict {
        self.mark.as_ref().map_or(Verdict::Unanswered, Mark::verdict)
    }

    /// Points earned: those of a full mark where the learner overruled the automatic one, or else [`Self::marked_score`].
    pub fn score(&self) -> f64 {
        if self.is_overruled() { self.score_of(1.0) } else { self.marked_score() }
    }

    /// Points by the automatic mark: its share of the question's points less what the hints cost, never below 0 unless
    /// certainty counts. Who did not say how sure they were was not sure.
    pub fn marked_score(&self) -> f64 {
        self.mark.as_ref().map_or(0.0, |mark| self.score_of(mark.fraction))
    }

    fn score_of(&self, fraction: f64) -> f64 {
        let left = (fraction - self.hints_cost()).max(0.0);
        without_dust(self.points_for(fraction, left, self.item.question.points))
    }

    fn points_for(&self, fraction: f64, left: f64, points: f64) -> f64 {
        // Hints take from what a right answer counts; they never make a wrong one of it.
        if self.counts_certainty && (left > 0.0 || fraction <= 0.0) {
            certainty_score(left, self.certainty.unwrap_or(Certainty::Low), points)
        } else {
            points * left
        }
    }

    /// Points that could be earned.
    pub fn max_score(&self) -> f64 {
        let most = if self.counts_certainty { certainty::MOST } else { 1.0 };
        self.item.question.points * most
    }

    /// The share of the points that the hints taken so far cost.
    pub fn hints_cost(&self) -> f64 {
        f64::from(self.hints_used) * self.item.question.hint_cost
    }
}

/// Without what binary fractions leave: 0.2 rather than 0.19999999999999996. What is further from a short decimal than
/// that is meant so.
fn without_dust(points: f64) -> f64 {
    const PARTS: f64 = 1e9;
    let rounded = (points * PARTS).round() / PARTS;
    let is_dust = (rounded - points).abs() <= 4.0 * f64::EPSILON * points.abs().max(f64::EPSILON);
    if is_dust { rounded } else { points }
}

/// What stands in for the current turn of a sitting that has none.
pub(super) static NO_TURN: LazyLock<Turn> = LazyLock::new(|| {
    let answer = Answer::Choices { correct: Box::default(), distractors: Box::default() };
    let question = Question { points: 0.0, ..Question::of(answer) };
    Turn::new(PaperItem::new(String::new(), question, Vec::new()), 1)
});

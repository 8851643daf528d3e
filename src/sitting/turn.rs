//! One time that a question is asked in a sitting, and what it earned. Decides nothing about what comes next.

use super::{Mark, Response, Verdict};
use crate::bank::{Answer, Cites, Entries, Question};
use crate::moment::Moment;
use crate::paper::PaperItem;
use std::sync::LazyLock;

/// One time that a question is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The question as it is asked.
    pub item: PaperItem,
    /// Which time it is asked in this sitting, from 1. Only first attempts count for the score.
    pub attempt: u32,
    /// The answer given; `None` until there is one.
    pub response: Option<Response>,
    /// When it was given.
    pub answered_at: Option<Moment>,
    /// The mark for `response`.
    pub mark: Option<Mark>,
    /// Milliseconds that the question was on the screen before the answer.
    pub duration_ms: u64,
    /// How many hints were shown.
    pub hints_used: u32,
    /// Whether the learner marked it to look at again.
    pub is_flagged: bool,
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
        }
    }

    /// Whether an answer was given.
    pub fn is_answered(&self) -> bool {
        self.response.is_some()
    }

    /// Whether both ask the same question of the same bank.
    pub(super) fn is_of_same_question(&self, other: &Self) -> bool {
        self.item.question.id == other.item.question.id && self.item.bank_id == other.item.bank_id
    }

    /// How the answer is called.
    pub fn verdict(&self) -> Verdict {
        self.mark.as_ref().map_or(Verdict::Unanswered, Mark::verdict)
    }

    /// Points earned: the mark's share of the question's points less what the hints cost, never below 0.
    pub fn score(&self) -> f64 {
        let question = &self.item.question;
        let fraction = self.mark.as_ref().map_or(0.0, |mark| mark.fraction);
        let hint_cost = f64::from(self.hints_used) * question.hint_cost;
        question.points * (fraction - hint_cost).max(0.0)
    }

    /// Points that could be earned.
    pub fn max_score(&self) -> f64 {
        self.item.question.points
    }
}

/// What stands in for the current turn of a sitting that has none.
pub(super) static NO_TURN: LazyLock<Turn> = LazyLock::new(|| {
    let question = Question {
        id: Box::default(),
        topic: Box::default(),
        prompt: Box::default(),
        answer: Answer::Choices { correct: Box::default(), distractors: Box::default() },
        feedback: Entries::default(),
        explanation: Box::default(),
        hints: Box::default(),
        cite: Cites::default(),
        points: 0.0,
        difficulty: None,
        facts: Box::default(),
        enemies: Box::default(),
        hint_cost: 0.0,
        alt: Box::default(),
    };
    Turn::new(PaperItem::new(String::new(), question, Vec::new()), 1)
});

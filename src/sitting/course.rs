//! The course of a sitting: what was asked, what was answered, what comes next. Told the time, never asks it.

use super::{Mark, Response, Verdict, grade};
use crate::bank::Mode;
use crate::moment::Moment;
use crate::paper::{Paper, PaperItem};
use uuid::Uuid;

/// One learner's way through one paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// Unlike any other sitting's, on any computer.
    pub id: Uuid,
    /// Id of the bank, or of the first where several were drawn from.
    pub bank_id: String,
    /// Its title when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz; empty where the learner chose freely.
    pub quiz_id: String,
    /// What the paper was drawn with.
    pub seed: u32,
    /// Mode, limits and pass mark.
    pub terms: Terms,
    /// When it began.
    pub started_at: Moment,
    /// When it ended.
    pub finished_at: Option<Moment>,
    /// Whether it still goes on.
    pub state: State,
    /// Milliseconds that the sitting was open on the screen; time with the program closed does not count.
    pub elapsed_ms: u64,
    /// Every question in the order asked: the paper's, then those that come again.
    pub turns: Vec<Turn>,
    /// Index into `turns` of the question on the screen.
    pub current: usize,
}

/// The rules that a sitting is held under.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Feedback after each question, or at the end.
    pub mode: Mode,
    /// Seconds allowed; `None` for no limit.
    pub time_limit_secs: Option<u32>,
    /// Percentage that passes, 0 to 100; `None` where nobody passes or fails.
    pub pass_percent: Option<f64>,
}

/// Whether a sitting still goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Under way, or waiting to be carried on.
    InProgress,
    /// Played to the end or handed in.
    Finished,
    /// Given up by the learner.
    Abandoned,
}

impl State {
    /// The name in CSV and JSON, `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "in_progress",
            Self::Finished => "finished",
            Self::Abandoned => "abandoned",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::InProgress, Self::Finished, Self::Abandoned].into_iter().find(|state| state.as_str() == name)
    }
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

//! A sitting, and one answer of it, as they are kept and handed out: flat, typed, and free of banks and papers.

use super::outcome;
use super::{Certainty, Note, State, Verdict};
use crate::bank::{Kind, Mode};
use crate::moment::Moment;
use uuid::Uuid;

/// One time that a question was asked, with what there is to know of its sitting and its learner.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseRecord {
    /// Name of the learner.
    pub learner_name: String,
    /// Unlike any other learner's, on any computer.
    pub learner_id: Uuid,
    /// Unlike any other sitting's, on any computer.
    pub sitting_id: Uuid,
    /// Id of the bank that the question is from.
    pub bank_id: String,
    /// Title of the sitting's bank when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz; empty where the learner chose freely.
    pub quiz_id: String,
    /// Practice or test.
    pub mode: Mode,
    /// What the paper was drawn with.
    pub seed: u32,
    /// When the sitting began.
    pub started_at: Moment,
    /// When it ended; `None` while it goes on.
    pub finished_at: Option<Moment>,
    /// Whether the sitting still goes on.
    pub state: State,
    /// Number of the question in the order asked, from 1.
    pub position: u32,
    /// Which time this question was asked in this sitting, from 1.
    pub attempt: u32,
    /// Id of the question.
    pub question_id: String,
    /// Tells versions of a question apart.
    pub question_hash: String,
    /// Kind of the question.
    pub kind: Kind,
    /// Topic of the question, parts joined by `/`; empty without one.
    pub topic: String,
    /// What was asked.
    pub prompt: String,
    /// The options as shown, joined by `; `.
    pub options: String,
    /// What was answered, as [`super::Response::written`] writes it; `None` where nothing was.
    pub response: Option<String>,
    /// The right answer, written the same way.
    pub correct_response: String,
    /// Points earned.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// The verdict on the answer.
    pub verdict: Verdict,
    /// Why the answer was not right, or what was forgiven, where that is known.
    pub note: Option<Note>,
    /// How sure the learner was, where the sitting asked.
    pub certainty: Option<Certainty>,
    /// How many hints were shown.
    pub hints_used: u32,
    /// Milliseconds that the question was on the screen before the answer.
    pub duration_ms: u64,
    /// When it was answered; `None` where it was not.
    pub answered_at: Option<Moment>,
    /// Whether the learner marked it to look at again.
    pub is_flagged: bool,
    /// Whether the learner set the mark aside.
    pub is_overruled: bool,
    /// What the learner said about the question.
    pub remark: String,
    /// Whether the sitting counts for spaced review.
    pub counts_for_review: bool,
    /// Points of the automatic mark, where the learner set it aside; `score` is the learner's own then.
    pub marked_score: Option<f64>,
}

/// One sitting with what it came to over first attempts.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingRecord {
    /// Unlike any other sitting's, on any computer.
    pub id: Uuid,
    /// Name of the learner.
    pub learner_name: String,
    /// Unlike any other learner's, on any computer.
    pub learner_id: Uuid,
    /// Id of the bank, or of the first where several were drawn from.
    pub bank_id: String,
    /// Title of the bank when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz; empty where the learner chose freely.
    pub quiz_id: String,
    /// Practice or test.
    pub mode: Mode,
    /// What the paper was drawn with.
    pub seed: u32,
    /// When the sitting began.
    pub started_at: Moment,
    /// When it ended; `None` while it goes on.
    pub finished_at: Option<Moment>,
    /// Whether it still goes on.
    pub state: State,
    /// Milliseconds that the sitting was open on the screen.
    pub elapsed_ms: u64,
    /// Questions of the paper, those that came again left out.
    pub questions: u32,
    /// How many of them were answered.
    pub answered: u32,
    /// Points earned.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// Percentage that passes, 0 to 100; `None` where nobody passes or fails.
    pub pass_percent: Option<f64>,
    /// How often the sitting was left, or the program closed or killed, and carried on with.
    pub times_left: u32,
    /// Milliseconds that it was left altogether, on the wall clock.
    pub away_ms: u64,
}

impl SittingRecord {
    /// The score in percent of what could be earned, at most 100; `None` where nothing could be.
    pub fn percent(&self) -> Option<f64> {
        outcome::percent(self.score, self.max_score)
    }

    /// Whether the pass mark was reached; `None` without a pass mark, or where the sitting was not finished.
    pub fn passed(&self) -> Option<bool> {
        let pass_percent = self.pass_percent.filter(|_| self.state == State::Finished)?;
        Some(outcome::is_passed(self.percent()?, pass_percent))
    }
}

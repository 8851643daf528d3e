//! Responses as CSV: one row for each question of each sitting.

/// One row of the responses table; the text as the CSV shows it, before cells are guarded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseRow {
    /// Name of the learner.
    pub learner: String,
    /// UUID of the sitting.
    pub sitting: String,
    /// Id of the bank.
    pub bank: String,
    /// Title of the bank when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz; empty where the learner chose freely.
    pub quiz: String,
    /// `practice` or `test`.
    pub mode: String,
    /// What the paper was drawn with.
    pub seed: u32,
    /// ISO 8601 with offset.
    pub started_at: String,
    /// ISO 8601 with offset; empty while in progress.
    pub finished_at: String,
    /// `finished`, `in_progress` or `abandoned`.
    pub state: String,
    /// Number of the question in the order asked, from 1.
    pub position: u32,
    /// Id of the question.
    pub question: String,
    /// Kind of the question.
    pub kind: String,
    /// Topic of the question.
    pub topic: String,
    /// What was asked.
    pub prompt: String,
    /// What was answered, as written in files; empty is unanswered.
    pub response: String,
    /// The right answer, written the same way.
    pub correct_response: String,
    /// Points earned.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// `correct`, `partial`, `wrong` or `unanswered`.
    pub verdict: String,
    /// How sure the learner was, 1 to 3, where the quiz asks.
    pub certainty: Option<u8>,
    /// How many hints were shown.
    pub hints_used: u32,
    /// Seconds that the question was on the screen.
    pub duration_secs: f64,
    /// ISO 8601 with offset; empty where unanswered.
    pub answered_at: String,
    /// Whether the learner marked it to look at again.
    pub flag: bool,
    /// UUID of the learner.
    pub learner_id: String,
    /// Which time this question was asked in this sitting, from 1.
    pub attempt: u32,
    /// The options as shown, joined by `; `.
    pub options: String,
    /// Tells versions of a question apart.
    pub question_hash: String,
    /// Whether the learner set the mark aside.
    pub overruled: bool,
    /// What the learner said about the question.
    pub remark: String,
}

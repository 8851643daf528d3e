//! Sittings as CSV: one row a sitting.

/// One row of the sittings table; the text as the CSV shows it, before cells are guarded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SittingRow {
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
    /// Seconds that the sitting was open on the screen.
    pub duration_secs: f64,
    /// Questions of the paper, those that came again left out.
    pub questions: u32,
    /// How many of them were answered.
    pub answered: u32,
    /// Points earned over first attempts.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// 100 × score ÷ max_score; `None` where nothing could be earned.
    pub percent: Option<f64>,
    /// Whether the pass mark was reached; `None` where there is none, or before the end.
    pub passed: Option<bool>,
    /// UUID of the learner.
    pub learner_id: String,
}

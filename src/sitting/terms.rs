//! The rules that a sitting is held under.

use crate::bank::Mode;

/// The rules that a sitting is held under.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Feedback after each question, or at the end.
    pub mode: Mode,
    /// Seconds allowed; `None` for no limit.
    pub time_limit_secs: Option<u32>,
    /// Percentage that passes, 0 to 100; `None` where nobody passes or fails.
    pub pass_percent: Option<f64>,
    /// Whether learners say how sure they are, and answers count by that.
    pub certainty: bool,
    /// Whether the time runs on while the sitting is left or the program is closed.
    pub runs_on: bool,
    /// Whether its answers leave no trace in the schedule of spaced review.
    pub stays_out_of_review: bool,
}

//! What a row of a table earned.

use super::Remark;
use crate::sitting::Verdict;

/// What a row earned.
pub(super) struct Scored {
    pub(super) score: f64,
    pub(super) max_score: f64,
    pub(super) verdict: Verdict,
    /// What is odd about the row.
    pub(super) remarks: Vec<Remark>,
}

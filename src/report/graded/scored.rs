//! What a row of a table earned.

use crate::sitting::{Oddity, Verdict};

/// What a row earned.
pub(super) struct Scored {
    pub(super) score: f64,
    pub(super) max_score: f64,
    pub(super) verdict: Verdict,
    pub(super) oddity: Option<Oddity>,
}

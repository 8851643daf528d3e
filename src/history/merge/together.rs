//! What two computers know of one sitting, beside its turns, as one. Knows no file.

use rusqlite::types::Value;
use std::cmp::Reverse;

/// A moment in two columns.
type Stamp = (Option<i64>, Option<i64>);

/// A sitting as the file has it, without its turns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StoredSitting {
    /// Its row, in its own file.
    pub id: i64,
    pub uuid: String,
    /// UUID of the learner.
    pub learner: String,
    /// Whether that learner is deleted.
    pub is_deleted: bool,
    /// When it was given to that learner, if ever.
    pub given_ms: Option<i64>,
    pub counts_for_review: bool,
    /// When that was chosen, if after the start.
    pub review_set_ms: Option<i64>,
    pub state: String,
    pub finished: Stamp,
    pub elapsed_ms: i64,
    pub current_turn: i64,
    pub seen: Stamp,
    pub times_left: i64,
    pub away_ms: i64,
    pub is_test: bool,
    /// What is as it was when it began.
    pub rest: Vec<Value>,
}

impl StoredSitting {
    /// This sitting with what another computer knows of it.
    pub fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        if (other.given_ms, &other.learner) > (self.given_ms, &self.learner) && other.given_ms.is_some() {
            (both.given_ms, both.learner) = (other.given_ms, other.learner.clone());
        }
        let chosen = |sitting: &Self| (sitting.review_set_ms, sitting.counts_for_review);
        if chosen(other) > chosen(self) && other.review_set_ms.is_some() {
            (both.review_set_ms, both.counts_for_review) = chosen(other);
        }
        if other.end() > self.end() {
            (both.state, both.finished) = (other.state.clone(), other.finished);
        }
        if (other.seen, other.current_turn) > (self.seen, self.current_turn) {
            (both.seen, both.current_turn) = (other.seen, other.current_turn);
        }
        both.elapsed_ms = self.elapsed_ms.max(other.elapsed_ms);
        both.times_left = self.times_left.max(other.times_left);
        both.away_ms = self.away_ms.max(other.away_ms);
        both
    }

    /// What is further on is greater: finished, then given up, then in progress. Of two ends the first counts.
    fn end(&self) -> (bool, bool, Reverse<Stamp>) {
        (self.state == "finished", self.state == "abandoned", Reverse(self.finished))
    }
}

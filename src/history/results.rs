//! What each finished sitting earned, kept beside the turns that it follows from.

use crate::history::{History, HistoryError};
use rusqlite::Connection;

/// As [`crate::history::Sittings`] count it: over the first attempts.
const SUMS: &str = "
    INSERT INTO sitting_result (sitting, score, max_score)
    SELECT s.id, total(t.score), total(t.max_score)
    FROM sitting s LEFT JOIN turn t ON t.sitting = s.id AND t.attempt = 1
    WHERE s.state = 'finished'";

/// Sums up a sitting anew; one that goes on has no result.
pub(super) fn sum_up(connection: &Connection, sitting: i64) -> Result<(), HistoryError> {
    connection.prepare_cached("DELETE FROM sitting_result WHERE sitting = ?1")?.execute([sitting])?;
    connection.prepare_cached(&format!("{SUMS} AND s.id = ?1 GROUP BY s.id"))?.execute([sitting])?;
    Ok(())
}

impl History {
    /// Sums up every sitting of this learner anew.
    pub(super) fn sum_up_sittings(&self, learner_id: i64) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        transaction.execute(
            "DELETE FROM sitting_result WHERE sitting IN (SELECT id FROM sitting WHERE learner = ?1)",
            [learner_id],
        )?;
        transaction.execute(&format!("{SUMS} AND s.learner = ?1 GROUP BY s.id"), [learner_id])?;
        Ok(transaction.commit()?)
    }
}

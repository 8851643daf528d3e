//! What can be changed of a sitting afterwards: whose it is, and whether it counts for review. Each is undone by doing it
//! again the other way.

use crate::history::memory::Touched;
use crate::history::{History, HistoryError};
use crate::moment::Moment;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

impl History {
    /// Gives a sitting to another learner, with all that follows for what each of the two remembers. `at` is now: of two
    /// computers the newest counts.
    ///
    /// # Errors
    /// [`HistoryError::UnknownSitting`], [`HistoryError::UnknownLearner`], or what SQLite says.
    pub fn give_sitting(&self, sitting: Uuid, learner_id: i64, at: Moment) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        self.require_learner(learner_id)?;
        let (row, owner) = row_of(&transaction, sitting)?;
        if owner == learner_id {
            return Ok(());
        }
        transaction.execute(
            "UPDATE sitting SET learner = ?2, given_ms = ?3 WHERE id = ?1",
            params![row, learner_id, at.unix_ms],
        )?;
        let mut touched = Touched::default();
        for learner in [owner, learner_id] {
            touched.add_sitting(&transaction, learner, row)?;
        }
        Self::remember_touched(transaction, &touched)
    }

    /// Has a sitting count for review, or leaves it out. `at` is now: of two computers the newest counts.
    ///
    /// # Errors
    /// [`HistoryError::UnknownSitting`], or what SQLite says.
    pub fn count_for_review(&self, sitting: Uuid, counts: bool, at: Moment) -> Result<(), HistoryError> {
        let transaction = self.transaction()?;
        let (row, owner) = row_of(&transaction, sitting)?;
        let changed = transaction.execute(
            "UPDATE sitting SET counts_for_review = ?2, review_set_ms = ?3 WHERE id = ?1 AND counts_for_review <> ?2",
            params![row, counts, at.unix_ms],
        )?;
        if changed == 0 {
            return Ok(());
        }
        let mut touched = Touched::default();
        touched.add_sitting(&transaction, owner, row)?;
        Self::remember_touched(transaction, &touched)
    }

    /// Whether a sitting counts for review; `None` where there is none of that id.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn counts_for_review(&self, sitting: Uuid) -> Result<Option<bool>, HistoryError> {
        let mut statement = self.connection.prepare_cached("SELECT counts_for_review FROM sitting WHERE uuid = ?1")?;
        Ok(statement.query_row([sitting.to_string()], |row| row.get(0)).optional()?)
    }

    fn remember_touched(transaction: rusqlite::Transaction<'_>, touched: &Touched) -> Result<(), HistoryError> {
        // Where there is too much of it for one transaction, it is noted there, and worked out by whoever asks next.
        touched.remember(&transaction)?;
        Ok(transaction.commit()?)
    }
}

/// The rows of a sitting and of its learner, who is not deleted.
fn row_of(connection: &Connection, sitting: Uuid) -> Result<(i64, i64), HistoryError> {
    connection
        .prepare_cached(
            "SELECT s.id, s.learner FROM sitting s JOIN learner l ON l.id = s.learner
             WHERE s.uuid = ?1 AND l.deleted_ms IS NULL",
        )?
        .query_row([sitting.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(HistoryError::UnknownSitting { id: sitting })
}

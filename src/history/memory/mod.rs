//! What is remembered of each question, kept beside the turns that it follows from: it can be thrown away and worked out again,
//! to the same values. An answer and what follows from it are one transaction.

mod evidence;
mod rows;
mod scheduler;
mod set_study;
mod whole;

pub use self::rows::Remembered;
pub(super) use self::scheduler::Scheduler;
pub(super) use self::whole::Touched;

use crate::bank::{Kind, Question};
use crate::history::values::{fitting, integer};
use crate::history::{History, HistoryError};
use crate::schedule::StudyDay;
use crate::sitting::response::correct_written;

/// The key under which a question is remembered: its right answer, as the CSV writes it. So a question that is reworded keeps
/// its memory, and one with another right answer starts afresh. Any draw of a calculated question has the same key, which is
/// empty.
pub fn key_of(question: &Question) -> String {
    if question.kind() == Kind::Calculated { String::new() } else { correct_written(question) }
}

impl History {
    /// The questions that are due on that study day or were before, the longest due first. What is due stands in an index.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn due(&self, learner_id: i64, on: StudyDay) -> Result<Vec<Remembered>, HistoryError> {
        let due = "AND due_day <= ?2 ORDER BY due_day, bank_id, question_id, key";
        rows::select(&self.connection, due, (learner_id, integer(on.0)))
    }

    /// Every question that this learner has met, with what is remembered of it, by bank and question.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn remembered(&self, learner_id: i64) -> Result<Vec<Remembered>, HistoryError> {
        rows::select(&self.connection, "ORDER BY bank_id, question_id, key", [learner_id])
    }

    /// What is remembered of one question under one key; `None` where it was never answered so.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn memory_of(
        &self,
        learner_id: i64,
        bank_id: &str,
        question_id: &str,
        key: &str,
    ) -> Result<Option<Remembered>, HistoryError> {
        let one = "AND bank_id = ?2 AND question_id = ?3 AND key = ?4";
        Ok(rows::select(&self.connection, one, (learner_id, bank_id, question_id, key))?.pop())
    }

    /// Whether what is remembered was worked out from every answer of this learner. It was not for results that an earlier
    /// version of Torus recorded, and after [`History::set_study`] with other parameters.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn memory_is_whole(&self, learner_id: i64) -> Result<bool, HistoryError> {
        let mut statement = self.connection.prepare_cached("SELECT memory_is_whole FROM learner WHERE id = ?1")?;
        Ok(statement.query_row([learner_id], |row| row.get(0))?)
    }

    /// How many answers of this learner count for review.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn answer_count(&self, learner_id: i64) -> Result<u32, HistoryError> {
        let mut statement =
            self.connection.prepare_cached("SELECT coalesce(sum(answers), 0) FROM memory WHERE learner = ?1")?;
        Ok(fitting(statement.query_row([learner_id], |row| row.get(0))?))
    }
}

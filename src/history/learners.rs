//! The learners on this computer. Deleting only hides them; `purge` makes it final.

use crate::history::values::{moment, uuid};
use crate::history::{History, HistoryError};
use crate::moment::Moment;
use rusqlite::{OptionalExtension, params};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// Somebody who takes quizzes on this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learner {
    /// Number in this file alone.
    pub id: i64,
    /// Unlike any other learner's, on any computer.
    pub uuid: Uuid,
    /// As typed, in Unicode NFC. Two learners may share a name.
    pub name: String,
    /// When the learner was added.
    pub created_at: Moment,
}

impl History {
    /// Everybody who is not deleted, in the order in which they were added.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn learners(&self) -> Result<Vec<Learner>, HistoryError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, uuid, name, created_ms, created_offset_secs FROM learner WHERE deleted_ms IS NULL ORDER BY id",
        )?;
        let learners = statement.query_map([], |row| {
            Ok(Learner {
                id: row.get("id")?,
                uuid: uuid(row, "uuid")?,
                name: row.get("name")?,
                created_at: moment(row, "created_ms", "created_offset_secs")?,
            })
        })?;
        Ok(learners.collect::<Result<_, _>>()?)
    }

    /// Adds a learner.
    ///
    /// # Errors
    /// What SQLite says, also where the UUID is taken.
    pub fn add_learner(&self, uuid: Uuid, name: &str, at: Moment) -> Result<Learner, HistoryError> {
        let name = normal_name(name);
        self.connection.execute(
            "INSERT INTO learner (uuid, name, created_ms, created_offset_secs, memory_is_whole) VALUES (?1, ?2, ?3, ?4, 1)",
            params![uuid.to_string(), name, at.unix_ms, at.offset_secs],
        )?;
        Ok(Learner { id: self.connection.last_insert_rowid(), uuid, name, created_at: at })
    }

    /// Gives a learner another name, in everything that was recorded as well.
    ///
    /// # Errors
    /// [`HistoryError::UnknownLearner`], or what SQLite says.
    pub fn rename_learner(&self, id: i64, name: &str) -> Result<(), HistoryError> {
        self.change_learner(
            id,
            "UPDATE learner SET name = ?2 WHERE id = ?1 AND deleted_ms IS NULL",
            params![id, normal_name(name)],
        )
    }

    /// Hides a learner and all that was recorded of them, at once. [`Self::restore_learner`] brings them back until
    /// [`Self::purge_deleted_learners`] makes it final.
    ///
    /// # Errors
    /// [`HistoryError::UnknownLearner`], also for one who is deleted already.
    pub fn delete_learner(&self, id: i64, at: Moment) -> Result<(), HistoryError> {
        self.change_learner(
            id,
            "UPDATE learner SET deleted_ms = ?2 WHERE id = ?1 AND deleted_ms IS NULL",
            params![id, at.unix_ms],
        )
    }

    /// Undoes [`Self::delete_learner`].
    ///
    /// # Errors
    /// [`HistoryError::UnknownLearner`] where nobody of that number is left.
    pub fn restore_learner(&self, id: i64) -> Result<(), HistoryError> {
        // A purge that was cut short leaves a row without a name: nobody is left in it.
        self.change_learner(id, "UPDATE learner SET deleted_ms = NULL WHERE id = ?1 AND is_purged = 0", params![id])
    }

    /// That there is such a learner, who is not deleted.
    pub(super) fn require_learner(&self, id: i64) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached("SELECT 1 FROM learner WHERE id = ?1 AND deleted_ms IS NULL")?
            .query_row([id], |_| Ok(()))
            .optional()?
            .ok_or(HistoryError::UnknownLearner { id })
    }

    fn change_learner(&self, id: i64, sql: &str, values: impl rusqlite::Params) -> Result<(), HistoryError> {
        match self.connection.execute(sql, values)? {
            0 => Err(HistoryError::UnknownLearner { id }),
            _ => Ok(()),
        }
    }
}

/// The same name typed on two systems can come in two Unicode forms; kept in one, they compare equal.
pub(super) fn normal_name(name: &str) -> String {
    name.nfc().collect()
}

//! Makes a deletion final: afterwards neither the database nor a daily copy holds the learner's name or answers.

use crate::history::file::backup::{Copy, copies, unfinished_copy};
use crate::history::file::connection::{BUSY_WAIT, require_whole};
use crate::history::file::damage::files_set_aside;
use crate::history::file::files::{beside, brought_copy, remove_if_there};
use crate::history::file::schema;
use crate::history::question::hash;
use crate::history::{History, HistoryError};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// What a purge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// How many learners are gone.
    pub learners: usize,
    /// Damaged files that were set aside earlier. They cannot be searched, so they may still hold what was deleted;
    /// whoever wants it gone removes them.
    pub files_left: Vec<PathBuf>,
}

impl History {
    /// Removes deleted learners for good, with their sittings, answers and the questions that nobody else was asked,
    /// from the file and from every daily copy in `backups`. A copy that cannot be read is removed.
    ///
    /// Cut short, it begins again at the next call. Takes as long as writing the file anew.
    ///
    /// # Errors
    /// [`HistoryError::Locked`] while another program reads the file, or what SQLite and the file system say.
    pub fn purge_deleted_learners(&self, backups: &Path) -> Result<Purged, HistoryError> {
        self.purge(&self.awaiting_purge()?, backups, &|_| {})
    }

    /// Does the same for the learners with these UUIDs alone, beside whoever has the file at `path` open. `tell` hears
    /// the share of the files that are clean, 0 to 1.
    ///
    /// # Errors
    /// As [`Self::purge_deleted_learners`].
    pub fn purge_beside(
        path: &Path,
        backups: &Path,
        uuids: &[String],
        tell: &dyn Fn(f32),
    ) -> Result<Purged, HistoryError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| HistoryError::from(error).about(path))?;
        // While it waits for a reader it keeps others from writing, and an answer must outlast that.
        connection.busy_timeout(BUSY_WAIT / 5)?;
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
        Self { connection, path: path.to_path_buf() }.purge(uuids, backups, tell)
    }

    fn purge(&self, doomed: &[String], backups: &Path, tell: &dyn Fn(f32)) -> Result<Purged, HistoryError> {
        if doomed.is_empty() {
            return Ok(Purged::default());
        }
        // The nameless row stays until every file is clean; it is what makes the next call begin again.
        erase(&self.connection, doomed)?;
        compact(&self.connection)?;
        let copies = copies(&self.path, backups)?;
        for (place, copy) in copies.iter().enumerate() {
            tell((place + 1) as f32 / (copies.len() + 1) as f32);
            purge_copy(copy, doomed)?;
        }
        for unfinished in [unfinished_copy(&self.path, backups), brought_copy(&self.path)] {
            remove_if_there(&beside(&unfinished, "-journal"))?;
            remove_if_there(&unfinished)?;
        }
        self.connection.execute("DELETE FROM learner WHERE is_purged = 1", [])?;
        empty_log(&self.connection)?;
        Ok(Purged { learners: doomed.len(), files_left: files_set_aside(&self.path) })
    }

    /// The UUIDs of the learners who are deleted and not yet wiped.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn awaiting_purge(&self) -> Result<Vec<String>, HistoryError> {
        let mut statement = self.connection.prepare_cached("SELECT uuid FROM learner WHERE deleted_ms IS NOT NULL")?;
        let uuids = statement.query_map([], |row| row.get(0))?;
        Ok(uuids.collect::<Result<_, _>>()?)
    }
}

/// Removes all that these learners left, and their names. A hash of each UUID stays, which leads back to nobody: [`History::merge`] asks for it.
fn erase(connection: &Connection, uuids: &[String]) -> Result<(), HistoryError> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    for uuid in uuids {
        for table in ["sitting", "memory", "answer_log", "study", "bank_study"] {
            let delete = format!("DELETE FROM {table} WHERE learner = (SELECT id FROM learner WHERE uuid = ?1)");
            transaction.execute(&delete, [uuid])?;
        }
        transaction.execute("UPDATE learner SET name = '', is_purged = 1 WHERE uuid = ?1", [uuid])?;
        transaction.execute("INSERT OR IGNORE INTO gone_learner (uuid_hash) VALUES (?1)", [hash(uuid)])?;
    }
    transaction
        .execute("DELETE FROM question WHERE NOT EXISTS (SELECT 1 FROM turn WHERE turn.question = question.id)", [])?;
    Ok(transaction.commit()?)
}

/// Writes the file anew, because a page can hold remains of what was moved within it.
fn compact(connection: &Connection) -> Result<(), HistoryError> {
    connection.execute_batch("VACUUM")?;
    empty_log(connection)
}

/// Moves the log into the file and cuts it to nothing. Does nothing where a rollback journal is used.
fn empty_log(connection: &Connection) -> Result<(), HistoryError> {
    let is_busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if is_busy == 0 { Ok(()) } else { Err(HistoryError::Locked) }
}

fn purge_copy(copy: &Copy, uuids: &[String]) -> Result<(), HistoryError> {
    match purge_file(&copy.path, uuids) {
        Err(HistoryError::Damaged | HistoryError::NotAHistory { .. }) => remove_if_there(&copy.path),
        other => other,
    }
}

fn purge_file(path: &Path, uuids: &[String]) -> Result<(), HistoryError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| HistoryError::from(error).about(path))?;
    connection.busy_timeout(BUSY_WAIT)?;
    schema::look(&connection, path)?;
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
    require_whole(&connection)?;
    schema::migrate(&connection, schema::MIGRATIONS)?;
    schema::require_tables(&connection)?;
    erase(&connection, uuids)?;
    connection.execute("DELETE FROM learner WHERE is_purged = 1", [])?;
    connection.execute_batch("VACUUM")?;
    connection.close().map_err(|(_, error)| error.into())
}

//! What every connection to a database needs: how long it waits for others, and a check that the file is intact.

use crate::history::HistoryError;
use rusqlite::Connection;
use std::time::Duration;

/// How long to wait for another program: an export or a daily copy lets go well within it.
pub(in crate::history) const BUSY_WAIT: Duration = Duration::from_secs(5);

/// That SQLite finds no fault in the file.
pub(in crate::history) fn require_whole(connection: &Connection) -> Result<(), HistoryError> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(HistoryError::Damaged) }
}

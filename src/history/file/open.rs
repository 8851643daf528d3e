//! Opens the file of results, replacing a damaged one by its newest good copy, and chooses how it is written.

use crate::history::file::connection::{BUSY_WAIT, require_whole};
use crate::history::file::{backup, damage, files, schema};
use crate::history::{History, HistoryError, Notice};
use crate::moment::Moment;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};
use schema::Contents;
use std::path::Path;

/// A history, and what is worth telling about how it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The open file.
    pub history: History,
    /// What happened; mostly nothing.
    pub notices: Vec<Notice>,
}

/// Files below this size are checked at every start. Measured: 28 MB, which hold some 300,000 answers, take 0.09 s from
/// the system's cache and 0.6 s from a cold disk. Larger ones are checked before the daily copy.
const CHECKED_AT_OPEN_BYTES: u64 = 32 * 1024 * 1024;

impl History {
    /// Opens the file at `path` for reading and writing, and makes it where there is none; its folder must be there.
    ///
    /// A damaged file is set aside and the newest good daily copy (in `backups` beside it) takes its place; `now`
    /// names the file that is set aside. A notice reports either.
    ///
    /// # Errors
    /// [`HistoryError::NewerVersion`] and [`HistoryError::NotAHistory`] leave the file as it is; otherwise what keeps
    /// it from being opened.
    pub fn open(path: &Path, now: Moment) -> Result<Opened, HistoryError> {
        open_with(path, now, None)
    }

    /// Opens a file that is open already, for a thread of its own: nothing is mended and nothing is migrated.
    ///
    /// # Errors
    /// What keeps it from being opened.
    pub fn open_beside(path: &Path) -> Result<Self, HistoryError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| HistoryError::from(error).about(path))?;
        connection.busy_timeout(BUSY_WAIT)?;
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
        Ok(Self { connection, path: path.to_path_buf() })
    }

    /// Opens the file for reading, beside a window that may have it open; `None` where there is none. Makes no file.
    ///
    /// # Errors
    /// As [`Self::open`], and [`HistoryError::Damaged`], which only [`Self::open`] mends.
    pub fn open_read_only(path: &Path) -> Result<Option<Self>, HistoryError> {
        if files::is_missing(path) {
            return Ok(None);
        }
        let (connection, contents) = look_only(path)?;
        let connection = if contents == Contents::Version(schema::newest_version()) {
            connection
        } else {
            migrated_in_memory(&connection)?
        };
        Ok(Some(Self { connection, path: path.to_path_buf() }))
    }
}

/// Opens by way of the named SQLite file system, or the usual one.
fn open_with(path: &Path, now: Moment, vfs: Option<&str>) -> Result<Opened, HistoryError> {
    let mut notices = Vec::new();
    if files::is_missing(path) {
        notices.extend(damage::restore_missing(path, now)?);
    }
    let (connection, journal) = match connect(path, vfs) {
        Err(HistoryError::Damaged) => {
            notices.push(damage::replace(path, now)?);
            connect(path, vfs)?
        }
        other => other?,
    };
    // A mark that stays costs another check, and no more.
    let _ = files::remove_if_there(&backup::check_mark(path));
    if journal == Journal::Rollback {
        notices.push(Notice::RollbackJournal);
    }
    Ok(Opened { history: History { connection, path: path.to_path_buf() }, notices })
}

/// How a transaction survives a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Journal {
    /// A write-ahead log: readers do not wait for the writer.
    WriteAhead,
    /// The old pages aside, for folders where programs cannot share memory.
    Rollback,
}

fn connect(path: &Path, vfs: Option<&str>) -> Result<(Connection, Journal), HistoryError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = match vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs),
        None => Connection::open_with_flags(path, flags),
    };
    let connection = opened.map_err(|error| HistoryError::from(error).about(path))?;
    // SQLite opens a file that may not be written all the same; then no answer could be kept.
    if connection.is_readonly(MAIN_DB)? {
        return Err(HistoryError::ReadOnly);
    }
    connection.busy_timeout(BUSY_WAIT)?;
    // Closing would move the log into the file, also into a damaged one, which is to be kept as it was found.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let journal = settle(&connection, path).map_err(|error| error.about(path))?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;")?;
    schema::migrate(&connection, schema::MIGRATIONS)?;
    schema::require_tables(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok((connection, journal))
}

/// Looks whether the file is ours and whole before anything is written to it, and then chooses its journal.
fn settle(connection: &Connection, path: &Path) -> Result<Journal, HistoryError> {
    let mut can_share = true;
    let contents = match schema::look(connection, path) {
        Err(error) if is_sharing_trouble(&error) => {
            // A file that was last written with a write-ahead log can be read without shared memory by one alone.
            can_share = false;
            set_locking(connection, "EXCLUSIVE")?;
            schema::look(connection, path).map_err(|_| error)?
        }
        other => other?,
    };
    if contents != Contents::Nothing && is_to_be_checked(path) {
        require_whole(connection)?;
    }
    if can_share && write_ahead_works(connection)? {
        return Ok(Journal::WriteAhead);
    }
    use_rollback_journal(connection)?;
    Ok(Journal::Rollback)
}

fn is_to_be_checked(path: &Path) -> bool {
    let is_small = std::fs::metadata(path).is_ok_and(|metadata| metadata.len() < CHECKED_AT_OPEN_BYTES);
    is_small || backup::check_mark(path).exists()
}

fn write_ahead_works(connection: &Connection) -> Result<bool, HistoryError> {
    let answer = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
    let read = answer
        .and_then(|answer| connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(answer == "wal")));
    match read.map_err(HistoryError::from) {
        Err(HistoryError::Damaged) => Err(HistoryError::Damaged),
        Err(_) => Ok(false),
        Ok(works) => Ok(works),
    }
}

fn use_rollback_journal(connection: &Connection) -> Result<(), HistoryError> {
    set_locking(connection, "EXCLUSIVE")?;
    let answer: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    set_locking(connection, "NORMAL")?;
    // The lock is let go by the next read, not by the pragma.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    if answer == "delete" { Ok(()) } else { Err(HistoryError::Locked) }
}

fn set_locking(connection: &Connection, mode: &str) -> Result<(), HistoryError> {
    Ok(connection.query_row(&format!("PRAGMA locking_mode = {mode}"), [], |_| Ok(()))?)
}

/// Whether the error is one that a folder without shared memory gives.
fn is_sharing_trouble(error: &HistoryError) -> bool {
    let HistoryError::Other(error) = error else { return false };
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure))
}

/// Opens the file so that nothing can be changed. The way is open for writing all the same, because reading beside a
/// write-ahead log needs its shared memory; SQLite takes that away again when it closes.
fn look_only(path: &Path) -> Result<(Connection, Contents), HistoryError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let usual = Connection::open_with_flags(path, flags).map_err(HistoryError::from).and_then(|connection| {
        connection.busy_timeout(BUSY_WAIT)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.execute_batch("PRAGMA query_only = ON")?;
        let contents = schema::look(&connection, path)?;
        require_whole(&connection)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok((connection, contents))
    });
    match usual {
        // A folder that cannot be written to, where no program has the file open: nothing can change under us.
        Err(error @ (HistoryError::ReadOnly | HistoryError::Other(_))) if !files::beside(path, "-wal").exists() => {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
            let connection = Connection::open_with_flags(immutable_uri(path), flags).map_err(|_| error.about(path))?;
            let contents = schema::look(&connection, path)?;
            Ok((connection, contents))
        }
        other => other.map_err(|error| error.about(path)),
    }
}

/// Brings an older file's contents to this version without touching the file.
fn migrated_in_memory(older: &Connection) -> Result<Connection, HistoryError> {
    let mut connection = Connection::open_in_memory()?;
    backup::copy_pages(older, &mut connection)?;
    schema::migrate(&connection, schema::MIGRATIONS)?;
    schema::require_tables(&connection)?;
    Ok(connection)
}

/// The path as an address that tells SQLite that nobody changes the file.
fn immutable_uri(path: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut uri = String::from("file:");
    if cfg!(windows) {
        uri.push('/');
    }
    for &byte in absolute.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => uri.push(char::from(byte)),
            b':' if cfg!(windows) => uri.push(':'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 0 };

    fn journal_mode(history: &History) -> String {
        history.connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).expect("answers")
    }

    #[test]
    fn the_promised_pragmas_hold() {
        let folder = tempfile::tempdir().expect("a folder");
        let history = History::open(&folder.path().join("torus.db"), NOW).expect("opens").history;
        let pragma = |name: &str| -> i64 {
            history.connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).expect("answers")
        };
        assert_eq!(journal_mode(&history), "wal");
        assert_eq!((pragma("synchronous"), pragma("foreign_keys"), pragma("secure_delete")), (2, 1, 1));
    }

    #[test]
    fn a_full_disk_is_told_and_changes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let history = History::open(&folder.path().join("torus.db"), NOW).expect("opens").history;
        let before = history.add_learner(uuid::Uuid::nil(), "Ada", NOW).expect("adds");
        let pages: i64 = history.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("counts");
        history.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).expect("limits");
        let long_name = "A".repeat(100_000);
        let added = history.add_learner(uuid::Uuid::max(), &long_name, NOW);
        assert!(matches!(added, Err(HistoryError::DiskFull)), "{added:?}");
        assert_eq!(history.learners().expect("reads"), [before]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn without_shared_memory_the_rollback_journal_is_used() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("torus.db");
        let opened = open_with(&path, NOW, Some("unix-dotfile")).expect("opens");
        assert_eq!(opened.notices, [Notice::RollbackJournal]);
        assert_eq!(journal_mode(&opened.history), "delete");
        opened.history.add_learner(uuid::Uuid::nil(), "Ada", NOW).expect("writes");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_from_a_folder_with_shared_memory_opens_in_one_without() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("torus.db");
        let first = History::open(&path, NOW).expect("opens").history;
        first.add_learner(uuid::Uuid::nil(), "Ada", NOW).expect("writes");
        drop(first);
        let opened = open_with(&path, NOW, Some("unix-dotfile")).expect("opens without shared memory");
        assert_eq!(opened.notices, [Notice::RollbackJournal]);
        assert_eq!(opened.history.learners().expect("reads").len(), 1);
        // Nobody is locked out while it stays open.
        let other = open_with(&path, NOW, Some("unix-dotfile")).expect("opens beside it");
        other.history.add_learner(uuid::Uuid::max(), "Grace", NOW).expect("writes beside it");
        drop((opened, other));
        assert_eq!(journal_mode(&History::open(&path, NOW).expect("opens").history), "wal");
    }

    #[test]
    fn a_path_of_odd_characters_can_be_read_where_nothing_can_be_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("5 % of #1? é.db");
        let history = History::open(&path, NOW).expect("opens").history;
        history.add_learner(uuid::Uuid::nil(), "Ada", NOW).expect("writes");
        drop(history);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let connection = Connection::open_with_flags(immutable_uri(&path), flags).expect("opens");
        let names: i64 = connection.query_row("SELECT count(*) FROM learner", [], |row| row.get(0)).expect("reads");
        assert_eq!(names, 1);
    }

    #[test]
    fn an_older_file_is_read_as_this_version_and_left_as_it_was() {
        let older = Connection::open_in_memory().expect("opens");
        let migrated = migrated_in_memory(&older).expect("migrates");
        assert_eq!(schema::look(&migrated, Path::new("x")).expect("ours"), Contents::Version(schema::newest_version()));
        assert_eq!(schema::look(&older, Path::new("x")).expect("empty"), Contents::Nothing);
    }
}

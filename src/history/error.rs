//! What can go wrong with the file of results.

use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Why the history could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HistoryError {
    /// No room to write.
    #[error("the disk is full: free some space and try again")]
    DiskFull,
    /// The file or its folder may not be written to.
    #[error("the results cannot be written: the file or its folder is read-only")]
    ReadOnly,
    /// Another program held the file for longer than the wait.
    #[error("the results are in use by another program: close it and try again")]
    Locked,
    /// The file holds something that is not a whole database.
    #[error("the file with the results is damaged: start Torus again, and it will open the newest good copy")]
    Damaged,
    /// The file, or its folder, cannot be opened.
    #[error("{} cannot be opened: see whether the folder is there and may be used", path.display())]
    CannotOpen {
        /// The file.
        path: PathBuf,
    },
    /// A newer program wrote the file, which is left alone.
    #[error("{} was made by a newer Torus (version {found} of the file; this one knows {supported})", path.display())]
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest schema version that this program knows.
        supported: i64,
    },
    /// A database of some other program, which is left alone.
    #[error("{} is a database of another program: it was left as it is", path.display())]
    NotAHistory {
        /// The file.
        path: PathBuf,
    },
    /// No such learner.
    #[error("there is no learner with the number {id}")]
    UnknownLearner {
        /// The number asked for.
        id: i64,
    },
    /// A sitting that was never begun, or that is gone with its learner.
    #[error("the quiz {id} is not in the results")]
    UnknownSitting {
        /// The sitting asked for.
        id: Uuid,
    },
    /// A turn that the sitting does not have.
    #[error("the quiz {sitting} has no question number {}", turn_index + 1)]
    UnknownTurn {
        /// The sitting.
        sitting: Uuid,
        /// Index into its turns.
        turn_index: usize,
    },
    /// Answers to this sitting came in meanwhile, from another window or another computer; nothing was written over them.
    #[error("this quiz went on elsewhere meanwhile, so nothing was written: leave it, and resume it from the Library")]
    WentOnElsewhere {
        /// The sitting.
        sitting: Uuid,
    },
    /// A stored sitting that does not make sense to this program.
    #[error("question {} of the quiz {sitting} cannot be read", turn_index + 1)]
    UnreadableTurn {
        /// The sitting.
        sitting: Uuid,
        /// Index into its turns.
        turn_index: usize,
    },
    /// The daily copy was asked for on a day that is no date.
    #[error("\"{text}\" is not a date such as 2026-11-23")]
    BadDate {
        /// What was given.
        text: String,
    },
    /// A file beside the results could not be copied, renamed or removed.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder to bring results in from has none.
    #[error("{}: no results are kept in this folder", path.display())]
    NoResults {
        /// The folder, as it was named.
        path: PathBuf,
    },
    /// The file to bring results in from holds something that is not a whole database. It is left as it is.
    #[error(
        "{}: this file is damaged, so nothing of it was brought in: open its folder with Torus once, which mends it from the \
         newest good copy", path.display()
    )]
    DamagedElsewhere {
        /// The file.
        path: PathBuf,
    },
    /// Whoever asked for it wants it no longer; nothing was changed.
    #[error("stopped: nothing was brought in")]
    Stopped,
    /// Anything else that SQLite says.
    #[error("the results could not be read or written: {0}")]
    Other(rusqlite::Error),
}

impl HistoryError {
    /// What the system said about `path`.
    pub(super) fn file(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::File { path: path.to_path_buf(), source },
        }
    }

    /// The same error with the file's name where it tells something.
    pub(super) fn about(self, path: &Path) -> Self {
        match self {
            Self::Other(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
                Self::CannotOpen { path: path.to_path_buf() }
            }
            other => other,
        }
    }
}

impl From<rusqlite::Error> for HistoryError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Other(error),
        }
    }
}

/// So that rows can stream straight into a writer.
impl From<HistoryError> for io::Error {
    fn from(error: HistoryError) -> Self {
        Self::other(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    fn check(result_code: i32, expected: &str) {
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(result_code), None);
        let sentence = HistoryError::from(error).about(Path::new("torus.db")).to_string();
        assert!(sentence.contains(expected), "{result_code} reads {sentence:?}, without {expected:?}");
    }

    #[test]
    fn what_sqlite_says_becomes_a_plain_sentence() {
        check(ffi::SQLITE_FULL, "disk is full");
        check(ffi::SQLITE_READONLY, "read-only");
        check(ffi::SQLITE_BUSY, "in use by another program");
        check(ffi::SQLITE_CORRUPT, "damaged");
        check(ffi::SQLITE_NOTADB, "damaged");
        check(ffi::SQLITE_CANTOPEN, "torus.db cannot be opened");
    }

    #[test]
    fn turns_are_counted_from_one_where_people_read() {
        let error = HistoryError::UnknownTurn { sitting: Uuid::nil(), turn_index: 0 };
        assert!(error.to_string().ends_with("question number 1"));
    }
}

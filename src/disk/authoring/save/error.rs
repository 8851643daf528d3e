//! Why a bank's file was not saved.

use crate::disk::authoring::hash::Hash;
use std::io::{self, ErrorKind};
use thiserror::Error;

/// Why a bank's file was not saved.
#[derive(Debug, Error)]
pub enum SaveError {
    /// Another program has changed it, or made it: read it, merge, and save with its hash.
    #[error("another program has changed the file meanwhile")]
    ChangedOutside {
        /// The hash of what it says now.
        found: Hash,
    },
    /// The file may not be written. It is not replaced either.
    #[error("the file is read-only")]
    ReadOnly,
    /// There is no file, and its folder takes no new one.
    #[error("the folder is read-only")]
    FolderReadOnly,
    /// Another program holds it at this moment: try again.
    #[error("another program is using the file")]
    Locked,
    /// It was deleted, moved or renamed, or the link leads nowhere.
    #[error("the file is not there any more")]
    Gone,
    /// The folder it lay in is gone: the stick was taken out, or the folder was renamed.
    #[error("the folder of the file is not there any more")]
    FolderGone,
    /// There is a folder, a pipe, a socket or a device.
    #[error("this is not a file")]
    NotAFile,
    /// There is no room for it: on the disk, within the quota or below the limit of this account.
    #[error("there is no room left on the disk")]
    DiskFull,
    /// It is longer than the longest bank that is read.
    #[error("it is longer than a bank may be")]
    TooLarge,
    /// It had to be written in place, that failed halfway, and what it said before could not be put back. The journal has all.
    #[error("the file was written in part: {0}")]
    HalfWritten(io::Error),
    /// Anything else.
    #[error("the file could not be saved: {0}")]
    Failed(io::Error),
}

impl SaveError {
    /// Whether the same call may well succeed a moment later.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Locked)
    }
}

/// What Windows says of a file that another program has opened for itself, or has locked in part.
const HELD_ON_WINDOWS: [i32; 2] = [32, 33];

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        if cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD_ON_WINDOWS.contains(&code)) {
            return Self::Locked;
        }
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::Locked,
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::NotADirectory => Self::FolderGone,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull,
            _ => Self::Failed(error),
        }
    }
}

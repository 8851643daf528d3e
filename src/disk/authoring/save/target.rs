//! The file that is about to be saved, open and held. Writes nothing.

use super::error::SaveError;
use crate::disk::bank_file::BANK_SIZE_LIMIT_BYTES;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// A bank's file.
pub(super) struct Target {
    /// Where it lies, links followed.
    pub path: PathBuf,
    /// Open for reading and writing, and locked where locks work: others that lock wait until it is dropped.
    pub file: File,
    /// What is known of it.
    pub metadata: Metadata,
    /// What it says.
    pub bytes: Vec<u8>,
}

impl Target {
    /// Opens what is at `path`.
    ///
    /// # Errors
    /// Where there is no file, it may not be written, or another program holds it.
    pub fn open(path: &Path) -> Result<Self, SaveError> {
        let path = fs::canonicalize(path).map_err(|error| gone_or(path, error))?;
        let metadata = fs::metadata(&path)?;
        if !metadata.is_file() {
            return Err(SaveError::NotAFile);
        }
        // The superuser may write what is read-only; whoever made it so meant the program too.
        if metadata.permissions().readonly() {
            return Err(SaveError::ReadOnly);
        }
        let mut file = OpenOptions::new().read(true).write(true).open(&path)?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return Err(SaveError::Locked);
        }
        let mut bytes = Vec::new();
        (&mut file).take(BANK_SIZE_LIMIT_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(Self { path, file, metadata, bytes })
    }

    /// The folder that it lies in.
    pub fn folder(&self) -> &Path {
        folder_of(&self.path)
    }
}

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether new files can be made in a folder, as far as its permissions tell. On Windows that sign of a folder means
/// something else.
pub(super) fn takes_files(folder: &Path) -> bool {
    !cfg!(unix) || fs::metadata(folder).is_ok_and(|folder| !folder.permissions().readonly())
}

/// Why there is nothing at `path`.
fn gone_or(path: &Path, error: std::io::Error) -> SaveError {
    match error.kind() {
        ErrorKind::NotFound if !folder_of(path).is_dir() => SaveError::FolderGone,
        _ => error.into(),
    }
}

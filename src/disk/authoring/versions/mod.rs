//! What a bank said before it was changed: whole texts in the data folder, by time. The older they are, the farther apart they
//! stand. Knows no clock.

#[cfg(test)]
mod tests;
mod thin;

use super::hash::Hash;
use super::place::key;
use crate::disk::save::save_new;
use crate::disk::{BankFileError, DataFolder, read_bank_text};
use crate::moment::Moment;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thin::{Kept, superfluous};
use thiserror::Error;

/// How the names of versions end, so that any program opens them as what they are.
const ENDING: &str = ".ron";

/// The versions of one bank.
#[derive(Clone, Debug)]
pub struct Versions {
    folder: PathBuf,
}

/// What a bank said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was kept.
    pub at: Moment,
    /// How many questions differ from the version before, as whoever kept it has counted.
    pub changed_questions: usize,
    /// The beginning of its hash.
    hash: String,
    bytes: u64,
    path: PathBuf,
}

/// Why a version cannot be kept or read.
#[derive(Debug, Error)]
pub enum VersionError {
    /// It cannot be read; it may have been removed to make room.
    #[error(transparent)]
    Unread(#[from] BankFileError),
    /// It was damaged on the disk.
    #[error("the version is damaged")]
    Damaged,
    /// It cannot be written.
    #[error("the version cannot be kept: {0}")]
    NotKept(#[from] io::Error),
}

impl Version {
    /// Whether it says what has this hash: an older version that a synchroniser has put back, say.
    pub fn is_of(&self, hash: Hash) -> bool {
        self.hash == hash.short()
    }
}

impl Versions {
    /// The versions of the bank at `path`. Reads and makes nothing.
    pub fn of(folder: &DataFolder, path: &Path) -> Self {
        Self { folder: folder.versions().join(key(folder, path)) }
    }

    /// Keeps what the bank says at this moment, and removes versions that are not worth their room any more: of the last minutes
    /// all are there, of the last hours and months fewer and fewer, at most 100 and 64 MB together. What the newest version says
    /// already is not kept twice.
    ///
    /// # Errors
    /// Where it cannot be written. All versions are then as they were.
    pub fn keep(&self, text: &str, at: Moment, changed_questions: usize) -> Result<(), VersionError> {
        let hash = Hash::of(text);
        let listed = self.list();
        if listed.first().is_some_and(|newest| newest.is_of(hash)) {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        let at = Moment { unix_ms: self.free_time(at.unix_ms, &listed), ..at };
        save_new(&self.folder.join(file_name(at, changed_questions, hash)), text.as_bytes())?;
        let listed = self.list();
        let kept: Vec<Kept> = listed.iter().map(|one| Kept { unix_ms: one.at.unix_ms, bytes: one.bytes }).collect();
        for place in superfluous(&kept) {
            // One that stays is removed the next time.
            let _ = fs::remove_file(&listed[place].path);
        }
        Ok(())
    }

    /// All versions, the newest first. None where the folder cannot be listed.
    pub fn list(&self) -> Vec<Version> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut versions: Vec<Version> = entries.filter_map(|entry| version_at(entry.path())).collect();
        versions.sort_by(|left, right| right.at.unix_ms.cmp(&left.at.unix_ms).then_with(|| left.path.cmp(&right.path)));
        versions
    }

    /// The newest version that says what has this hash.
    pub fn find(&self, hash: Hash) -> Option<Version> {
        self.list().into_iter().find(|version| version.is_of(hash))
    }

    /// What the bank said then.
    ///
    /// # Errors
    /// Where it cannot be read, or does not say any more what was kept.
    pub fn read(&self, version: &Version) -> Result<String, VersionError> {
        let text = read_bank_text(&version.path)?;
        if version.is_of(Hash::of(&text)) { Ok(text) } else { Err(VersionError::Damaged) }
    }

    /// That time, or the next that no version has: a clock that was set back must not bring the order into confusion.
    fn free_time(&self, unix_ms: i64, listed: &[Version]) -> i64 {
        listed.first().map_or(unix_ms, |newest| unix_ms.max(newest.at.unix_ms.saturating_add(1)))
    }
}

/// Time, offset from UTC, count and hash, such as `001796000000000+03600-3-ba7816bf8f01cfea.ron`.
fn file_name(at: Moment, changed_questions: usize, hash: Hash) -> String {
    format!("{:015}{:+06}-{changed_questions}-{}{ENDING}", at.unix_ms, at.offset_secs, hash.short())
}

fn version_at(path: PathBuf) -> Option<Version> {
    let mut parts = path.file_name()?.to_str()?.strip_suffix(ENDING)?.rsplitn(3, '-');
    let (hash, changed_questions, time) = (parts.next()?.to_owned(), parts.next()?.parse().ok()?, parts.next()?);
    let sign = time.rfind(['+', '-'])?;
    let at = Moment { unix_ms: time[..sign].parse().ok()?, offset_secs: time[sign..].parse().ok()? };
    let metadata = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
    Some(Version { at, changed_questions, hash, bytes: metadata.len(), path })
}

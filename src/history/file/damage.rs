//! Replaces a damaged file by the newest good copy. The damaged one is renamed, never deleted.

use crate::history::file::backup;
use crate::history::file::files::{beside, brought_copy, remove_if_there, stem, sync_folder};
use crate::history::{HistoryError, Notice};
use crate::moment::Moment;
use std::fs;
use std::path::{Path, PathBuf};

/// Opens the newest good copy where the file is gone but copies are there: so it stands after a power cut in the
/// middle of [`replace`]. Nothing happens at the very first start, when there are none.
pub(in crate::history) fn restore_missing(path: &Path, now: Moment) -> Result<Option<Notice>, HistoryError> {
    let Some((copy_date, copy)) = bring_copy(path)? else { return Ok(None) };
    set_aside(path, now)?;
    put_in_place(&copy, path)?;
    Ok(Some(Notice::MissingCopyOpened { copy_date }))
}

/// Sets the damaged file aside and puts the newest good copy in its place, if there is one.
pub(in crate::history) fn replace(path: &Path, now: Moment) -> Result<Notice, HistoryError> {
    // The copy is brought before anything is moved, so that a full disk leaves things as they were.
    let copy = bring_copy(path)?;
    let set_aside = set_aside(path, now)?;
    let Some((copy_date, copy)) = copy else { return Ok(Notice::DamagedStartedEmpty { set_aside }) };
    put_in_place(&copy, path)?;
    Ok(Notice::DamagedCopyOpened { set_aside, copy_date })
}

/// Files set aside earlier, which may still hold what was in them.
pub(in crate::history) fn files_set_aside(path: &Path) -> Vec<PathBuf> {
    let prefix = format!("{}.damaged-", stem(path));
    let Some(entries) = path.parent().and_then(|folder| fs::read_dir(folder).ok()) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix))
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

/// Copies the newest good daily copy beside `path`, under a name of its own.
fn bring_copy(path: &Path) -> Result<Option<(String, PathBuf)>, HistoryError> {
    let Some(folder) = path.parent() else { return Ok(None) };
    let target = brought_copy(path);
    for copy in backup::copies(path, &folder.join("backups"))? {
        match backup::copy(&copy.path, &target) {
            Ok(()) => return Ok(Some((copy.date, target))),
            Err(HistoryError::Damaged | HistoryError::NotAHistory { .. } | HistoryError::NewerVersion { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    remove_if_there(&target)?;
    Ok(None)
}

/// Renames the database and what SQLite keeps beside it, so that a stale log never meets another file.
fn set_aside(path: &Path, now: Moment) -> Result<PathBuf, HistoryError> {
    let target = free_name(path, now);
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let from = beside(path, suffix);
        if fs::symlink_metadata(&from).is_ok() {
            fs::rename(&from, beside(&target, suffix)).map_err(|error| HistoryError::file(&from, error))?;
        }
    }
    Ok(target)
}

fn put_in_place(copy: &Path, path: &Path) -> Result<(), HistoryError> {
    fs::rename(copy, path).map_err(|error| HistoryError::file(path, error))?;
    sync_folder(path);
    Ok(())
}

/// `torus.damaged-2026-11-23T06-15-00.db`, with a number where that is taken.
fn free_name(path: &Path, now: Moment) -> PathBuf {
    let iso = now.to_iso();
    let time = iso.get(..19).unwrap_or(&iso).replace(':', "-");
    let name = |number: u32| match number {
        1 => path.with_file_name(format!("{}.damaged-{time}.db", stem(path))),
        _ => path.with_file_name(format!("{}.damaged-{time}-{number}.db", stem(path))),
    };
    (1..).map(name).find(|candidate| !candidate.exists()).unwrap_or_else(|| name(1))
}

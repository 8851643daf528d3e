//! Puts a new file in the place of the old one, or where none is. The new one is written beside it first, so that at every
//! moment one of them is there whole.

use super::attributes::keeps_attributes;
use super::error::SaveError;
use super::exchange::{Exchange, exchange};
use super::leftovers::{PREFIX, sweep};
use super::target::{Target, folder_of, takes_files};
use crate::disk::authoring::hash::Hash;
use crate::disk::save::{sync_folder, temporary_file};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Whether a file was replaced.
pub(super) enum Replaced {
    /// It was.
    Done,
    /// Another file would have fewer names, another owner or fewer attributes, or its folder takes none. Nothing has changed.
    NotPossible,
}

/// Puts a file with `text` in the place of the target, where that still says what `expected` tells.
pub(super) fn replace(target: &Target, text: &str, expected: Hash) -> Result<Replaced, SaveError> {
    if has_other_names(&target.metadata) || !takes_files(target.folder()) {
        return Ok(Replaced::NotPossible);
    }
    let file = match written_beside(target.folder(), text) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return Ok(Replaced::NotPossible),
        Err(error) => return Err(error.into()),
    };
    if !has_owner_of(file.as_file(), &target.metadata) {
        return Ok(Replaced::NotPossible);
    }
    file.as_file().set_permissions(target.metadata.permissions())?;
    if !keeps_attributes(file.as_file(), &target.file) {
        return Ok(Replaced::NotPossible);
    }
    file.as_file().sync_all()?;
    match exchange(&file, &target.path, expected) {
        Exchange::Done => {}
        Exchange::ChangedOutside(found) => return Err(SaveError::ChangedOutside { found }),
        Exchange::Failed(error) => return Err(error.into()),
        Exchange::NotPossible => put_over(file, target, expected)?,
    }
    sync_folder(target.folder());
    Ok(Replaced::Done)
}

/// Makes a file with `text` where none is.
pub(super) fn make_new(path: &Path, text: &str) -> Result<(), SaveError> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(SaveError::FolderGone);
    }
    if fs::symlink_metadata(path).is_ok() {
        return Err(there_already(path));
    }
    if !takes_files(folder) {
        return Err(SaveError::FolderReadOnly);
    }
    let of_folder = |error: io::Error| match SaveError::from(error) {
        SaveError::ReadOnly => SaveError::FolderReadOnly,
        other => other,
    };
    let file = written_beside(folder, text).map_err(of_folder)?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path).map_err(|error| error.error) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(there_already(path)),
        outcome => drop(outcome.map_err(of_folder)?),
    }
    sync_folder(folder);
    Ok(())
}

/// What to say of something that is in the way of a new file. A link that leads nowhere has lost its file.
fn there_already(path: &Path) -> SaveError {
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => SaveError::NotAFile,
        Ok(_) => {
            fs::read(path).map_or_else(SaveError::from, |bytes| SaveError::ChangedOutside { found: Hash::of(bytes) })
        }
        Err(error) => error.into(),
    }
}

/// A new file in `folder` that says `text`, under a name that nobody looks for.
fn written_beside(folder: &Path, text: &str) -> io::Result<NamedTempFile> {
    sweep(folder);
    let mut file = temporary_file(folder, PREFIX)?;
    // Whoever sweeps leaves alone what is locked. Where locks do not work, its age protects it.
    let _ = file.as_file().try_lock();
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// Replaces the target where nothing exchanges files, after one more look at it.
fn put_over(file: NamedTempFile, target: &Target, expected: Hash) -> Result<(), SaveError> {
    let found = Hash::of(fs::read(&target.path)?);
    if found != expected {
        return Err(SaveError::ChangedOutside { found });
    }
    file.persist(&target.path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

#[cfg(not(unix))]
fn has_other_names(_metadata: &Metadata) -> bool {
    false
}

/// Whether a new file belongs to whom the old one does, given to them where that is allowed.
#[cfg(unix)]
fn has_owner_of(file: &File, old: &Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, fchown};
    let is_same = |new: &Metadata| new.uid() == old.uid() && new.gid() == old.gid();
    file.metadata().is_ok_and(|new| is_same(&new)) || fchown(file, Some(old.uid()), Some(old.gid())).is_ok()
}

#[cfg(not(unix))]
fn has_owner_of(_file: &File, _old: &Metadata) -> bool {
    true
}

//! Files beside the database: their names, removing them, and flushing a rename to the disk.

use crate::history::HistoryError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Whether there is nothing to open. A file of no bytes counts, which is what a power cut can leave of a lost one; so
/// does one of a single byte, which SQLite takes for empty because it writes that byte itself on some systems.
pub(in crate::history) fn is_missing(path: &Path) -> bool {
    fs::metadata(path)
        .map_or_else(|error| error.kind() == io::ErrorKind::NotFound, |file| file.is_file() && file.len() <= 1)
}

/// The path with something added to its last name: SQLite's own files stand beside a database so.
pub(in crate::history) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Where a copy is brought before it takes the file's place; one that was cut short lies there.
pub(in crate::history) fn brought_copy(path: &Path) -> PathBuf {
    beside(path, ".part")
}

/// The file's name without its ending.
pub(in crate::history) fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "torus".into(), |stem| stem.to_string_lossy().into_owned())
}

/// Removes a file that may not be there.
pub(in crate::history) fn remove_if_there(path: &Path) -> Result<(), HistoryError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(HistoryError::file(path, error)),
        _ => Ok(()),
    }
}

/// Puts a rename on the disk, where the system can: some cannot open a folder, and then nothing more can be done.
pub(in crate::history) fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

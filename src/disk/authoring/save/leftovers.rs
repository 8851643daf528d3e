//! Removes what a sudden end has left beside a bank: the new file that had not taken its place yet, or the old one that had
//! just left it.

use std::fs::{self, DirEntry, File};
use std::path::Path;
use std::time::Duration;

/// How the names of such files begin.
pub(super) const PREFIX: &str = ".torus-bank-";
/// Where locks do not work, one that is younger may still be another program's.
const OLD_ENOUGH: Duration = Duration::from_secs(60);

/// Removes those that nobody holds.
pub(super) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let leftovers = entries.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes()));
    for leftover in leftovers.filter(is_nobodys) {
        // One that stays is swept the next time.
        let _ = fs::remove_file(leftover.path());
    }
}

fn is_nobodys(entry: &DirEntry) -> bool {
    let Ok(metadata) = entry.metadata() else { return false };
    let is_old = metadata.modified().is_ok_and(|time| time.elapsed().is_ok_and(|age| age >= OLD_ENOUGH));
    metadata.is_file() && is_old && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok())
}

//! Puts two files in each other's place at once, and looks at what came out: what another program has written in the last
//! moment is put back.

use crate::disk::authoring::hash::Hash;
use std::io;
use std::path::Path;
use tempfile::NamedTempFile;

/// What came of it.
#[cfg_attr(not(any(target_os = "linux", target_os = "macos")), allow(dead_code, reason = "nothing exchanges files"))]
pub(super) enum Exchange {
    /// The new file is in its place. What came out said what was expected, and lies under the temporary name.
    Done,
    /// What came out says something else, and is in its place again.
    ChangedOutside(Hash),
    /// The system or the file system cannot do it. Nothing has changed.
    NotPossible,
    /// Nothing has changed.
    Failed(io::Error),
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(new: &NamedTempFile, place: &Path, expected: Hash) -> Exchange {
    if let Err(error) = swap(new.path(), place) {
        return match error.kind() {
            io::ErrorKind::NotFound => Exchange::Failed(error),
            _ => Exchange::NotPossible,
        };
    }
    match hash_of_file(new.path()) {
        Some(found) if found == expected => Exchange::Done,
        found => {
            // Whoever has put a third file there meanwhile has the last word.
            let is_ours_out = swap(new.path(), place).is_ok() && is_same_file(new);
            if !is_ours_out {
                let _ = swap(new.path(), place);
            }
            Exchange::ChangedOutside(found.or_else(|| hash_of_file(place)).unwrap_or(Hash::of("")))
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_new: &NamedTempFile, _place: &Path, _expected: Hash) -> Exchange {
    Exchange::NotPossible
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn swap(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// The hash of a file; `None` of anything else, a link among them.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn hash_of_file(path: &Path) -> Option<Hash> {
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|there| there.is_file());
    is_file.then(|| std::fs::read(path).ok()).flatten().map(Hash::of)
}

/// Whether the file that was made is again what its name leads to.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn is_same_file(new: &NamedTempFile) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(own), Ok(named)) = (new.as_file().metadata(), std::fs::symlink_metadata(new.path())) else { return false };
    (own.dev(), own.ino()) == (named.dev(), named.ino())
}

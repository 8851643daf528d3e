//! Under which name the data folder keeps what belongs to a bank's file, whichever link or spelling leads to that.

use super::hash::Hash;
use crate::disk::DataFolder;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a file really lies, links followed. Of one that is gone as far as its folder is there.
pub(super) fn real_path(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(real) = fs::canonicalize(&absolute) {
        return real;
    }
    let (Some(folder), Some(name)) = (absolute.parent(), absolute.file_name()) else { return absolute };
    fs::canonicalize(folder).map_or_else(|_| absolute.clone(), |folder| folder.join(name))
}

/// The name of what is kept for the bank at `path`: the same in any computer where the bank lies below the data folder.
pub(super) fn key(folder: &DataFolder, path: &Path) -> String {
    let real = real_path(path);
    let hash = match real.to_str() {
        Some(_) => Hash::of(folder.to_stored(&real)),
        None => Hash::of(real.as_os_str().as_encoded_bytes()),
    };
    hash.to_string().chars().take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(at: &Path) -> DataFolder {
        let folder = DataFolder::find(Some(at.join("data"))).expect("named");
        folder.make().expect("made");
        folder
    }

    #[test]
    fn what_lies_below_the_data_folder_keeps_its_name_when_that_moves() {
        let temporary = tempfile::tempdir().expect("a folder");
        let [old, new] = ["old", "new"].map(|name| folder(&temporary.path().join(name)));
        let below = |folder: &DataFolder| key(folder, &folder.quizzes().join("bank.ron"));
        assert_eq!(below(&old), below(&new));
        assert_ne!(below(&old), key(&new, &old.quizzes().join("bank.ron")));
        assert_ne!(below(&old), key(&old, &old.quizzes().join("other.ron")));
    }

    #[cfg(unix)]
    #[test]
    fn every_way_to_a_file_gives_one_name_also_when_it_is_gone() {
        let temporary = tempfile::tempdir().expect("a folder");
        let data = folder(temporary.path());
        let [real, link] = ["real", "link"].map(|name| temporary.path().join(name));
        fs::create_dir(&real).expect("made");
        std::os::unix::fs::symlink(&real, &link).expect("linked");
        let keys = || {
            [real.join("bank.ron"), link.join("bank.ron"), real.join("./../real/bank.ron")]
                .map(|path| key(&data, &path))
        };
        fs::write(real.join("bank.ron"), "").expect("written");
        let there = keys();
        fs::remove_file(real.join("bank.ron")).expect("removed");
        assert_eq!(there[0], there[1]);
        assert_eq!(there[0], there[2]);
        assert_eq!(keys()[..2], there[..2]);
    }

    #[cfg(unix)]
    #[test]
    fn paths_that_are_no_text_are_told_apart() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let temporary = tempfile::tempdir().expect("a folder");
        let data = folder(temporary.path());
        let [one, two] =
            [b"\xFE.ron", b"\xFF.ron"].map(|name| key(&data, &temporary.path().join(OsStr::from_bytes(name))));
        assert_ne!(one, two);
    }
}

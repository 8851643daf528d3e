//! Where everything is kept: results, daily copies, settings and the learner's own banks.

use directories::ProjectDirs;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Folders below `quizzes/` are searched this deep; a link that leads back up must not be followed for ever.
const DEEPEST_FOLDER: usize = 8;

/// The folder that holds all that the program keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

/// Why there is no data folder.
#[derive(Debug, Error)]
pub enum DataFolderError {
    /// The platform names none.
    #[error("this account has no folder for data: name one with --data-dir")]
    NoPlatformFolder,
    /// It cannot be made.
    #[error("the data folder {} cannot be made: {reason}", path.display())]
    NotMade {
        /// Where it was to be.
        path: PathBuf,
        /// Why not.
        reason: io::Error,
    },
}

impl DataFolder {
    /// The folder `named`, or else the platform's own. Makes nothing.
    ///
    /// # Errors
    /// When none is named and the platform has none.
    pub fn find(named: Option<PathBuf>) -> Result<Self, DataFolderError> {
        let named = named.filter(|path| !path.as_os_str().is_empty());
        let platform = || ProjectDirs::from("", "", "torus").map(|dirs| dirs.data_dir().to_owned());
        let root = named.or_else(platform).ok_or(DataFolderError::NoPlatformFolder)?;
        Ok(Self { root: std::path::absolute(&root).unwrap_or(root) })
    }

    /// Makes the folder and its `quizzes/` where they are missing.
    ///
    /// # Errors
    /// When that is not possible.
    pub fn make(&self) -> Result<(), DataFolderError> {
        fs::create_dir_all(self.quizzes())
            .map_err(|reason| DataFolderError::NotMade { path: self.root.clone(), reason })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The results.
    pub fn database(&self) -> PathBuf {
        self.root.join("torus.db")
    }

    /// The daily copies of the results.
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Banks put here are in the library.
    pub fn quizzes(&self) -> PathBuf {
        self.root.join("quizzes")
    }

    /// The settings.
    pub fn settings_file(&self) -> PathBuf {
        self.root.join("settings.ron")
    }

    /// Every `.ron` file below `quizzes/`, in sorted path order.
    pub fn own_banks(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        collect(&self.quizzes(), DEEPEST_FOLDER, &mut found);
        found.sort();
        found
    }

    /// How a path is written down: relative with `/` where it lies below this folder, so that a memory stick works in
    /// any computer; absolute elsewhere.
    pub fn to_stored(&self, path: &Path) -> String {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match absolute.strip_prefix(&self.root) {
            Ok(below) => {
                let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                parts.join("/")
            }
            Err(_) => absolute.to_string_lossy().into_owned(),
        }
    }

    /// The path that was written down as `stored`.
    pub fn from_stored(&self, stored: &str) -> PathBuf {
        if Path::new(stored).is_absolute() {
            return PathBuf::from(stored);
        }
        self.root.join(stored.split('/').collect::<PathBuf>())
    }
}

/// Whether a path ends in `.ron`.
fn is_bank(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(OsStr::new("ron")))
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    // A folder that cannot be listed holds no banks that could be played.
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if depth > 0 {
                collect(&path, depth - 1, found);
            }
        } else if is_bank(&path) {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, DataFolder) {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = DataFolder::find(Some(temporary.path().join("data"))).expect("named");
        folder.make().expect("made");
        (temporary, folder)
    }

    #[test]
    fn paths_below_the_folder_move_with_it() {
        let (temporary, folder) = folder();
        let path = folder.quizzes().join("physics").join("energy.ron");
        assert_eq!(folder.to_stored(&path), "quizzes/physics/energy.ron");
        let elsewhere = DataFolder::find(Some(temporary.path().join("stick"))).expect("named");
        assert_eq!(
            elsewhere.from_stored("quizzes/physics/energy.ron"),
            elsewhere.root().join("quizzes/physics/energy.ron")
        );
    }

    #[test]
    fn paths_elsewhere_stay_as_they_are() {
        let (temporary, folder) = folder();
        let path = temporary.path().join("energy.ron");
        let stored = folder.to_stored(&path);
        assert_eq!(folder.from_stored(&stored), path);
        assert!(Path::new(&stored).is_absolute());
    }

    #[test]
    fn own_banks_are_found_in_sorted_order_and_nothing_else_is() {
        let (_temporary, folder) = folder();
        fs::create_dir_all(folder.quizzes().join("a")).expect("made");
        for name in ["z.ron", "a/b.RON", "notes.txt", "a/.ron.swp"] {
            fs::write(folder.quizzes().join(name), "").expect("written");
        }
        let names: Vec<_> = folder.own_banks().iter().map(|path| folder.to_stored(path)).collect();
        assert_eq!(names, ["quizzes/a/b.RON", "quizzes/z.ron"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_up_ends() {
        let (_temporary, folder) = folder();
        std::os::unix::fs::symlink(folder.quizzes(), folder.quizzes().join("again")).expect("linked");
        fs::write(folder.quizzes().join("a.ron"), "").expect("written");
        assert!(folder.own_banks().len() <= DEEPEST_FOLDER + 2);
    }
}

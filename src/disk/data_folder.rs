//! Where everything is kept: results, daily copies, settings and the learner's own banks.

use super::bank_files_below;
use super::platform::{remembered_data_folder, usual_data_folder};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use thiserror::Error;

/// The folder that holds all that the program keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
    /// Whether it was named for this run, by the option or in the environment.
    is_named: bool,
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
    /// The folder `named` (by `--data-dir`), else the one that `TORUS_DATA_DIR` names, else the one that was chosen in the
    /// window before, else the platform's own. Makes nothing.
    ///
    /// # Errors
    /// When none is named and the platform has none.
    pub fn find(named: Option<PathBuf>) -> Result<Self, DataFolderError> {
        Self::first_of(named, std::env::var_os("TORUS_DATA_DIR"), || {
            remembered_data_folder().or_else(usual_data_folder)
        })
    }

    fn first_of(
        named: Option<PathBuf>,
        from_environment: Option<OsString>,
        else_from: impl FnOnce() -> Option<PathBuf>,
    ) -> Result<Self, DataFolderError> {
        let is_written = |path: &PathBuf| !path.as_os_str().is_empty();
        let from_environment = from_environment.map(PathBuf::from).filter(is_written);
        let named = named.filter(is_written).or(from_environment);
        let is_named = named.is_some();
        let root = named.or_else(else_from).ok_or(DataFolderError::NoPlatformFolder)?;
        Ok(Self { root: std::path::absolute(&root).unwrap_or(root), is_named })
    }

    /// Makes the folder and its `quizzes/` where they are missing.
    ///
    /// # Errors
    /// When that is not possible.
    pub fn make(&self) -> Result<(), DataFolderError> {
        fs::create_dir_all(self.quizzes())
            .map_err(|reason| DataFolderError::NotMade { path: self.root.clone(), reason })
    }

    /// Whether it was named for this run, by `--data-dir` or in the environment.
    pub fn is_named(&self) -> bool {
        self.is_named
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether both are one folder, also where links or another spelling lead to it.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let real = |folder: &Self| fs::canonicalize(&folder.root).unwrap_or_else(|_| folder.root.clone());
        real(self) == real(other)
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

    /// Papers that were printed, and what was typed from them.
    pub fn papers(&self) -> PathBuf {
        self.root.join("papers")
    }

    /// Notes on the sittings that are still to be handed in.
    pub fn outbox(&self) -> PathBuf {
        self.root.join("handing-in")
    }

    /// What was typed into banks and not saved yet.
    pub fn journals(&self) -> PathBuf {
        self.root.join("journals")
    }

    /// What banks said before they were changed.
    pub fn versions(&self) -> PathBuf {
        self.root.join("versions")
    }

    /// What a teacher keeps of a class.
    pub fn class(&self) -> PathBuf {
        self.root.join("class")
    }

    /// The settings.
    pub fn settings_file(&self) -> PathBuf {
        self.root.join("settings.ron")
    }

    /// Every `.ron` file below `quizzes/`, in sorted path order; see [`bank_files_below`]. A folder that cannot be listed
    /// holds no banks that could be played.
    pub fn own_banks(&self) -> Vec<PathBuf> {
        bank_files_below(&self.quizzes()).files
    }

    /// How a path is written down: relative with `/` where it lies below this folder, so that a memory stick works in
    /// any computer; absolute elsewhere.
    pub fn to_stored(&self, path: &Path) -> String {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match self.below(&absolute) {
            Some(below) => {
                let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                parts.join("/")
            }
            None => absolute.to_string_lossy().into_owned(),
        }
    }

    /// The way from this folder to `path`, where `path` lies below it, by its own name or through links.
    fn below(&self, path: &Path) -> Option<PathBuf> {
        let is_plain = |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_)));
        if let Some(below) = path.strip_prefix(&self.root).ok().filter(|below| is_plain(below)) {
            return Some(below.to_owned());
        }
        let (root, path) = (fs::canonicalize(&self.root).ok()?, fs::canonicalize(path).ok()?);
        path.strip_prefix(root).ok().map(Path::to_owned)
    }

    /// The path that was written down as `stored`.
    pub fn from_stored(&self, stored: &str) -> PathBuf {
        if Path::new(stored).is_absolute() {
            return PathBuf::from(stored);
        }
        self.root.join(stored.split('/').collect::<PathBuf>())
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
    fn the_option_comes_before_the_environment_and_that_before_the_platform() {
        let check = |named: &str, from_environment: &str, expected: Option<&str>| {
            let folder = DataFolder::first_of(Some(named.into()), Some(from_environment.into()), || Some("/p".into()));
            let expected = expected.map(|path| std::path::absolute(path).expect("absolute"));
            assert_eq!(folder.ok().map(|folder| folder.root), expected);
        };
        check("/n", "/e", Some("/n"));
        check("", "/e", Some("/e"));
        check("", "", Some("/p"));
        check("n", "", Some("n"));
        let is_named = |named: &str| {
            DataFolder::first_of(Some(named.into()), None, || Some("/p".into())).map(|folder| folder.is_named())
        };
        assert!(is_named("/n").expect("named") && !is_named("").expect("the platform's"));
        assert!(matches!(DataFolder::first_of(None, None, || None), Err(DataFolderError::NoPlatformFolder)));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let path = temporary.path().join("file");
        fs::write(&path, "").expect("written");
        let error = DataFolder::find(Some(path.clone())).expect("named").make().expect_err("a file is in the way");
        assert!(error.to_string().contains(&*path.to_string_lossy()), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_path_through_a_link_or_back_up_is_below_the_folder_all_the_same() {
        let (temporary, folder) = folder();
        fs::write(folder.quizzes().join("a.ron"), "").expect("written");
        let link = temporary.path().join("link");
        std::os::unix::fs::symlink(folder.root(), &link).expect("linked");
        assert_eq!(folder.to_stored(&link.join("quizzes/a.ron")), "quizzes/a.ron");
        assert_eq!(folder.to_stored(&folder.root().join("quizzes/../../data/quizzes/a.ron")), "quizzes/a.ron");
        let beside = folder.root().join("../beside.ron");
        assert_eq!(folder.from_stored(&folder.to_stored(&beside)), beside);
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
        assert_eq!(folder.own_banks().len(), 1);
    }
}

//! Which files an event on the disk concerns, and which folders must be watched for it. Pure: no I/O.

use super::below::{bank_files_below, is_bank};
use notify::RecursiveMode;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What is to be followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// Single files, whether they are there or not.
    pub files: BTreeSet<PathBuf>,
    /// Folders whose bank files all count, also those that come later.
    pub folders: BTreeSet<PathBuf>,
}

/// What an event is about.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// The followed files.
    pub files: BTreeSet<PathBuf>,
    /// Whether a folder that matters has come, gone or moved.
    pub is_folder: bool,
}

impl Touched {
    /// Takes in what another is about.
    pub fn add(&mut self, mut other: Self) {
        self.files.append(&mut other.files);
        self.is_folder |= other.is_folder;
    }
}

/// What is followed, with every name by which the system may tell of it.
#[derive(Debug, Default)]
pub(super) struct Targets {
    /// What is to be followed.
    pub watched: Watched,
    /// The followed files by each of their names: as given, and with links resolved.
    files: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
    /// The followed folders by each of their names.
    folders: BTreeMap<PathBuf, PathBuf>,
}

impl Targets {
    /// Looks up the names. Asks the disk, which may take its time.
    pub fn of(watched: Watched) -> Self {
        let mut targets = Self::default();
        for file in &watched.files {
            let beside = file.parent().and_then(|parent| parent.canonicalize().ok());
            let named = beside.zip(file.file_name()).map(|(parent, name)| parent.join(name));
            let real = file.canonicalize().ok();
            for name in [Some(file.clone()), named, real].into_iter().flatten() {
                targets.files.entry(name).or_default().insert(file.clone());
            }
        }
        for folder in &watched.folders {
            for name in [Some(folder.clone()), folder.canonicalize().ok()].into_iter().flatten() {
                targets.folders.insert(name, folder.clone());
            }
        }
        Self { watched, ..targets }
    }

    /// The folders to watch: for what is not there, the nearest folder above that is.
    pub fn folders(&self) -> BTreeMap<PathBuf, RecursiveMode> {
        let mut folders = BTreeMap::new();
        for folder in &self.watched.folders {
            if let Some(nearest) = nearest(folder) {
                let mode = if nearest == folder { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
                folders.insert(nearest.to_owned(), mode);
            }
        }
        let is_below_another = |folder: &Path| {
            self.watched.folders.iter().any(|above| above != folder && folder.starts_with(above) && above.is_dir())
        };
        for parent in self.files.keys().filter_map(|file| file.parent()) {
            if let Some(nearest) = nearest(parent).filter(|nearest| !is_below_another(nearest)) {
                folders.entry(nearest.to_owned()).or_insert(RecursiveMode::NonRecursive);
            }
        }
        folders
    }

    /// What has changed with the file or folder at `path`, as the system names it.
    pub fn touched_by(&self, path: &Path) -> Touched {
        let mut touched = Touched::default();
        if let Some(files) = self.files.get(path) {
            touched.files.extend(files.iter().cloned());
        }
        for (name, folder) in &self.folders {
            if let Ok(rest) = path.strip_prefix(name)
                && rest.file_name().is_some()
            {
                touched.files.extend(banks_at(&folder.join(rest)));
            }
            touched.is_folder |= name.starts_with(path);
        }
        for (name, files) in self.files.range(path.to_owned()..).take_while(|(name, _)| name.starts_with(path)) {
            if name != path {
                touched.files.extend(files.iter().cloned());
                touched.is_folder = true;
            }
        }
        touched
    }

    /// Everything that is followed and known by name, where nobody knows what has changed.
    pub fn all(&self) -> Touched {
        let mut touched = Touched { files: self.watched.files.clone(), is_folder: false };
        for folder in &self.watched.folders {
            touched.files.extend(bank_files_below(folder).files);
        }
        touched
    }
}

/// The bank file at `path`, or those in the folder at `path`.
fn banks_at(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() {
        bank_files_below(path).files
    } else if is_bank(path) {
        vec![path.to_owned()]
    } else {
        Vec::new()
    }
}

/// The folder itself where it is there, else the nearest one above that is.
fn nearest(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.is_dir())
}

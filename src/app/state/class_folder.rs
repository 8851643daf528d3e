//! What lies in the folder of a class, as far as the looks through it have told. Opens no file.

use crate::disk::{FileStamp, HandedIn};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The folder that is looked through, and what lies there.
#[derive(Debug, Default)]
pub struct ClassFolder {
    /// The folder.
    pub folder: PathBuf,
    /// Whether it was looked through once.
    pub has_looked: bool,
    /// Every whole file there, in sorted path order.
    pub files: BTreeMap<PathBuf, FileStamp>,
    /// Every file and folder that could not be read at the last look, and why not.
    pub unreadable: Vec<(PathBuf, String)>,
}

impl ClassFolder {
    /// A folder that is still to be looked through.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Takes in what a look has found. Passes over what was found in another folder, which was looked through before.
    pub fn follow(&mut self, found: &HandedIn) {
        if found.folder != self.folder {
            return;
        }
        self.has_looked = true;
        self.files.extend(found.new.iter().chain(&found.changed).map(|file| (file.path.clone(), file.stamp)));
        self.files.retain(|path, _| !found.gone.contains(path));
        self.unreadable.clone_from(&found.unreadable);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::HandedInFile;

    fn file(name: &str, size: u64) -> HandedInFile {
        HandedInFile { path: name.into(), stamp: FileStamp { size, modified: None } }
    }

    fn found(folder: &str) -> HandedIn {
        HandedIn { folder: folder.into(), ..HandedIn::default() }
    }

    #[test]
    fn files_come_change_and_go() {
        let mut folder = ClassFolder::new("class".into());
        folder.follow(&HandedIn { new: vec![file("a.csv", 1), file("b.csv", 1)], ..found("class") });
        folder.follow(&HandedIn {
            changed: vec![file("b.csv", 2)],
            gone: vec!["a.csv".into()],
            unreadable: vec![("c.csv".into(), "no".to_owned())],
            ..found("class")
        });
        let sizes: Vec<_> = folder.files.iter().map(|(path, stamp)| (path.to_str(), stamp.size)).collect();
        assert_eq!(sizes, [(Some("b.csv"), 2)]);
        assert_eq!(folder.unreadable.len(), 1);
    }

    #[test]
    fn what_comes_late_from_another_folder_is_passed_over() {
        let mut folder = ClassFolder::new("class".into());
        folder.follow(&HandedIn { new: vec![file("a.csv", 1)], ..found("other") });
        assert!(folder.files.is_empty() && !folder.has_looked);
    }
}

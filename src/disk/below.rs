//! Finds the banks and the tables below a folder. Linked folders are not followed.

use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

/// What was found below a folder.
#[derive(Debug, Default)]
pub struct FilesBelow {
    /// Every file that was looked for, in sorted path order.
    pub files: Vec<PathBuf>,
    /// Folders that could not be listed, and why not.
    pub unlisted: Vec<(PathBuf, io::Error)>,
}

/// Every `.ron` below `folder`, in either case of the letters. Folders that are links are left out, since they may lead
/// in circles; `folder` itself may be a link, and so may a file.
pub fn bank_files_below(folder: &Path) -> FilesBelow {
    files_below(folder, is_bank)
}

/// Every printed paper below the folder of papers, found in the same way: they are kept as `.ron`, too.
pub fn kept_papers_below(folder: &Path) -> FilesBelow {
    files_below(folder, is_bank)
}

/// Every `.csv` below `folder`, found in the same way.
pub fn csv_files_below(folder: &Path) -> FilesBelow {
    files_below(folder, |path| ends_in(path, "csv"))
}

fn files_below(folder: &Path, is_wanted: fn(&Path) -> bool) -> FilesBelow {
    let mut found = FilesBelow::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if let Err(error) = list(&folder, is_wanted, &mut folders, &mut found.files) {
            found.unlisted.push((folder, error));
        }
    }
    found.files.sort();
    found
}

fn list(
    folder: &Path,
    is_wanted: fn(&Path) -> bool,
    folders: &mut Vec<PathBuf>,
    files: &mut Vec<PathBuf>,
) -> io::Result<()> {
    let entries: Vec<DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            folders.push(path);
        } else if !path.is_dir() && is_wanted(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a path ends in `.ron`.
pub(super) fn is_bank(path: &Path) -> bool {
    ends_in(path, "ron")
}

fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(OsStr::new(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let found = bank_files_below(&folder.path().join("none"));
        assert_eq!((found.files.len(), found.unlisted.len()), (0, 1));
    }

    #[cfg(unix)]
    #[test]
    fn linked_folders_are_left_out_and_linked_files_are_not() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (root, beside) = (folder.path().join("root"), folder.path().join("beside"));
        fs::create_dir_all(root.join("deep/deeper")).expect("made");
        fs::create_dir_all(&beside).expect("made");
        for path in [root.join("deep/deeper/a.RON"), root.join("notes.txt"), beside.join("b.ron")] {
            fs::write(path, "").expect("written");
        }
        symlink(&root, root.join("deep/circle")).expect("linked");
        symlink(&beside, root.join("linked.ron")).expect("linked");
        symlink(beside.join("b.ron"), root.join("file.ron")).expect("linked");
        let found = bank_files_below(&root);
        assert_eq!(found.files, [root.join("deep/deeper/a.RON"), root.join("file.ron")]);
        assert!(found.unlisted.is_empty());
    }
}

//! Where the platform wants data to be kept, and the folder that was chosen in the window instead, which is remembered in a
//! file where the platform keeps such choices.

use super::save::save_atomically;
use directories::ProjectDirs;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A path is far shorter.
const SIZE_LIMIT_BYTES: u64 = 64 * 1024;

/// The platform's own folder for data, where it has one.
pub fn usual_data_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "torus").map(|dirs| dirs.data_dir().to_owned())
}

/// The folder that was chosen last, if any.
pub(super) fn remembered_data_folder() -> Option<PathBuf> {
    remembered_in(&place()?)
}

/// Remembers that everything is to be kept in `folder` from now on; forgets it where that is the usual folder.
///
/// # Errors
/// When the platform has no place for it, when it cannot be written there, or when the path is no text.
pub fn remember_data_folder(folder: &Path) -> io::Result<()> {
    let place = place().ok_or_else(|| io::Error::from(ErrorKind::NotFound))?;
    remember_in(&place, folder, usual_data_folder().as_deref())
}

fn place() -> Option<PathBuf> {
    ProjectDirs::from("", "", "torus").map(|dirs| dirs.config_dir().join("data-folder"))
}

fn remembered_in(place: &Path) -> Option<PathBuf> {
    let is_small = fs::metadata(place).is_ok_and(|file| file.is_file() && file.len() <= SIZE_LIMIT_BYTES);
    let text = is_small.then(|| fs::read_to_string(place).ok()).flatten()?;
    let path = PathBuf::from(text.trim_end_matches(['\n', '\r']));
    path.is_absolute().then_some(path)
}

fn remember_in(place: &Path, folder: &Path, usual: Option<&Path>) -> io::Result<()> {
    if usual == Some(folder) {
        return match fs::remove_file(place) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let path =
        folder.to_str().filter(|path| !path.contains('\n')).ok_or_else(|| io::Error::from(ErrorKind::InvalidInput))?;
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent)?;
    }
    save_atomically(place, |file| writeln!(file, "{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_remembered_until_the_usual_folder_is_chosen() {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let place = temporary.path().join("config/data-folder");
        let [usual, other] = ["usual", "an other ü"].map(|name| temporary.path().join(name));
        assert_eq!(remembered_in(&place), None);
        remember_in(&place, &other, Some(&usual)).expect("written");
        assert_eq!(remembered_in(&place), Some(other));
        remember_in(&place, &usual, Some(&usual)).expect("removed");
        assert_eq!(remembered_in(&place), None);
        remember_in(&place, &usual, Some(&usual)).expect("there is nothing to remove");
    }

    #[test]
    fn what_is_no_path_of_a_folder_is_passed_over() {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let place = temporary.path().join("data-folder");
        for text in ["", "\n", "relative/path\n"] {
            fs::write(&place, text).expect("written");
            assert_eq!(remembered_in(&place), None, "{text:?}");
        }
        fs::write(&place, [0xFF, 0xFE]).expect("written");
        assert_eq!(remembered_in(&place), None);
        fs::remove_file(&place).expect("removed");
        fs::create_dir(&place).expect("made");
        assert_eq!(remembered_in(&place), None, "a folder in its place");
    }
}

//! Finds the pictures of a bank. Opens none.

use std::path::{Path, PathBuf};

/// The largest picture file that is shown: far more than a screen needs, and little enough to decode.
const PICTURE_LIMIT_BYTES: u64 = 20 * 1024 * 1024;

/// The picture that a bank in `folder` names, where it is a file of a known kind in that folder or below it and not too
/// large. A link that leads out of the folder is refused as the path would be.
pub fn picture_beside(folder: &Path, named: &str) -> Option<PathBuf> {
    const KINDS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];
    let folder = folder.canonicalize().ok()?;
    let path = folder.join(named).canonicalize().ok()?;
    let kind = path.extension()?.to_str()?.to_ascii_lowercase();
    let file = path.metadata().ok()?;
    let is_fit = path.starts_with(&folder) && KINDS.contains(&kind.as_str()) && file.is_file();
    (is_fit && file.len() <= PICTURE_LIMIT_BYTES).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn bank_folder() -> (tempfile::TempDir, PathBuf) {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = temporary.path().join("banks");
        fs::create_dir_all(folder.join("pictures")).expect("made");
        fs::write(folder.join("pictures/torus.png"), "a picture").expect("written");
        fs::write(folder.join("bank.ron"), "").expect("written");
        fs::write(temporary.path().join("secret.png"), "not for banks").expect("written");
        (temporary, folder)
    }

    #[test]
    fn a_picture_below_the_folder_is_found() {
        let (_temporary, folder) = bank_folder();
        assert!(picture_beside(&folder, "pictures/torus.png").is_some());
    }

    #[test]
    fn what_is_no_picture_or_not_there_is_refused() {
        let (_temporary, folder) = bank_folder();
        for named in ["bank.ron", "pictures", "none.png", "", "/etc/passwd"] {
            assert_eq!(picture_beside(&folder, named), None, "{named}");
        }
    }

    #[test]
    fn a_path_or_a_link_that_leaves_the_folder_is_refused() {
        let (_temporary, folder) = bank_folder();
        assert_eq!(picture_beside(&folder, "../secret.png"), None);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.join("../secret.png"), folder.join("link.png")).expect("linked");
            assert_eq!(picture_beside(&folder, "link.png"), None);
        }
    }
}

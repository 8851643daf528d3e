//! Copies a picture beside a bank, where the bank names it. Never writes over another.

use crate::bank::id_from;
use crate::disk::picture::picture_beside;
use crate::disk::save::save_new;
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use thiserror::Error;

/// The folder beside a bank that its pictures go into.
const FOLDER: &str = "pictures";
/// So much of the hash of a picture tells it from others of its name.
const HASH_DIGITS: usize = 8;

/// Why a picture was not taken.
#[derive(Debug, Error)]
pub enum PictureNotKept {
    /// It cannot be read, or not be written beside the bank.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It cannot be shown.
    #[error("it is no picture that can be shown: PNG, JPEG, WebP, GIF, BMP and SVG can, up to 20 MB")]
    NotShown,
}

/// Copies the picture at `source` beside the bank at `bank`; gives back its path from there, such as `pictures/map-1a2b3c4d.png`. The
/// same picture is kept once.
///
/// # Errors
/// Where it cannot be read, written or shown.
pub fn keep_picture(bank: &Path, source: &Path) -> Result<String, PictureNotKept> {
    let ending = source.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    let stem = source.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    keep_picture_bytes(bank, stem, &ending, &fs::read(source)?)
}

/// The same for a picture that is no file yet, such as one from the clipboard.
///
/// # Errors
/// Where it cannot be written or shown.
pub fn keep_picture_bytes(bank: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, PictureNotKept> {
    let folder = bank.parent().unwrap_or(Path::new(""));
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let named = format!("{FOLDER}/{}-{}.{ending}", id_from(stem, "picture"), &hash[..HASH_DIGITS]);
    let path = folder.join(&named);
    let is_there = path.exists();
    if !is_there {
        fs::create_dir_all(folder.join(FOLDER))?;
        save_new(&path, bytes)?;
    }
    if picture_beside(folder, &named).is_err() {
        if !is_there {
            fs::remove_file(&path)?;
        }
        return Err(PictureNotKept::NotShown);
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";

    #[test]
    fn a_picture_is_copied_once_under_a_name_of_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let bank = folder.path().join("bank.ron");
        let source = folder.path().join("My Map.svg");
        fs::write(&source, MAP).expect("written");
        let named = keep_picture(&bank, &source).expect("kept");
        assert!(named.starts_with("pictures/my-map-") && named.ends_with(".svg"), "{named}");
        assert_eq!(keep_picture(&bank, &source).expect("kept again"), named);
        fs::write(&source, MAP.replace('4', "5")).expect("written");
        assert_ne!(keep_picture(&bank, &source).expect("another"), named);
        assert_eq!(fs::read_dir(folder.path().join("pictures")).expect("a folder").count(), 2);
    }

    #[test]
    fn what_cannot_be_shown_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let bank = folder.path().join("bank.ron");
        for name in ["notes.png", "notes.txt", "notes"] {
            let source = folder.path().join(name);
            fs::write(&source, "no picture").expect("written");
            assert!(matches!(keep_picture(&bank, &source), Err(PictureNotKept::NotShown)), "{name}");
        }
        assert!(matches!(keep_picture(&bank, &folder.path().join("gone.png")), Err(PictureNotKept::File(_))));
        assert_eq!(fs::read_dir(folder.path().join("pictures")).expect("a folder").count(), 0);
    }
}

//! Reads files of the test data and makes banks of them.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use torus::bank::Quietly;
use torus::exchange::{MadeBank, MakeOptions, PictureSource, ReadFile, ReadOptions, Unreadable, make, read};

/// A file of the test data.
pub fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange/data").join(path)
}

/// The content of a file of the test data.
pub fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(data(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Reads bytes as the program would.
pub fn read_bytes(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<ReadFile, Unreadable> {
    read(&mut Cursor::new(bytes), name, options, &Quietly)
}

/// The banks that come of bytes; each has no errors in the check.
#[track_caller]
pub fn banks(bytes: &[u8], name: &str, options: &ReadOptions, cards: bool) -> Vec<MadeBank> {
    let file = read_bytes(bytes, name, options).unwrap_or_else(|error| panic!("{name}: {error}"));
    let options = MakeOptions { with_cards: cards, one_topic: None };
    let made: Vec<MadeBank> = file.banks.iter().map(|drafts| make(drafts, "made", &options)).collect();
    for (made, drafts) in made.iter().zip(&file.banks) {
        assert_eq!(made.questions(), drafts.drafts.len(), "{name}: made and left out are all there are");
        let errors = torus::bank::judge(&made.bank);
        let errors: Vec<_> =
            errors.iter().filter(|(_, problem)| problem.severity() == torus::bank::Severity::Error).collect();
        assert!(made.bank.questions.is_empty() || errors.is_empty(), "{name}: {errors:?}");
    }
    made
}

/// A bank without pictures.
pub struct NoPictures;

impl PictureSource for NoPictures {
    fn picture(&self, _path: &str) -> Option<Vec<u8>> {
        None
    }
}

//! A bank's file that another process holds.

use crate::other_life::{OtherLife, command};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use torus::disk::authoring::{Hash, SaveError, SaveWay, save_bank};

#[test]
fn a_file_that_another_process_has_locked_is_saved_when_that_is_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let bank = folder.path().join("bank.ron");
    fs::write(&bank, "old").expect("written");
    let mut other = OtherLife(command("hold", folder.path(), None).spawn().expect("started"));
    let lines = BufReader::new(other.0.stdout.take().expect("piped")).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.ends_with("held")), "the other process holds it");
    let error = save_bank(&bank, "new", Some(Hash::of("old"))).expect_err("held");
    assert!(matches!(error, SaveError::Locked) && error.is_passing(), "{error}");
    assert_eq!(fs::read_to_string(&bank).expect("read"), "old");
    drop(other);
    let saved = save_bank(&bank, "new", Some(Hash::of("old"))).expect("saved");
    assert_eq!(saved.way, SaveWay::Replaced);
}

/// Holds the bank until the other end is gone.
pub fn hold(folder: PathBuf) {
    let file = File::options().write(true).open(folder.join("bank.ron")).expect("opened");
    file.lock().expect("locked");
    writeln!(std::io::stdout(), "\nheld").expect("told");
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

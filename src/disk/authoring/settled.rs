//! Reads a bank's file that another program is changing, when it has come to rest. What is empty or breaks off is never handed on:
//! a synchroniser or an editor that is not done yet would have every question deleted.

use super::hash::Hash;
use super::whole::breaks_off_at;
use crate::disk::{BankFileError, read_bank_text};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use thiserror::Error;

/// A file that says the same after this long is done.
const PAUSE: Duration = Duration::from_millis(60);
/// Editors that empty a file and then fill it, or put another in its place, are done within some hundred milliseconds; slow
/// synchronisers tell of another change when they are.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a file says that has come to rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideText {
    /// The text.
    pub text: String,
    /// Its hash. Where that is known from saving, nobody else has changed the file.
    pub hash: Hash,
}

/// Why what a file says is not to be taken over.
#[derive(Debug, Error)]
pub enum UnsettledError {
    /// It cannot be read, or is gone.
    #[error(transparent)]
    File(#[from] BankFileError),
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is half a file, or lacks a bracket or a quotation mark.
    #[error("the file breaks off")]
    BreaksOff {
        /// Where the bracket, the text or the comment begins that never ends, in bytes.
        at: usize,
        /// What there is of it.
        text: String,
    },
    /// It says something else each time it is read.
    #[error("the file is still being written")]
    StillChanging,
}

/// Reads the bank's file at `path`, twice at least, and waits up to two seconds until it says the same both times and is whole.
/// For a worker thread.
///
/// # Errors
/// When it does not come to that, and why.
pub fn read_settled(path: &Path) -> Result<OutsideText, UnsettledError> {
    read_within(path, PATIENCE)
}

fn read_within(path: &Path, patience: Duration) -> Result<OutsideText, UnsettledError> {
    let started = Instant::now();
    let mut before = look(path);
    loop {
        thread::sleep(PAUSE);
        let now = look(path);
        let is_last = started.elapsed() >= patience;
        match (&before, now) {
            (Ok(before), Ok(now)) if before.hash == now.hash => return Ok(now),
            (_, Ok(_)) if is_last => return Err(UnsettledError::StillChanging),
            (_, Err(error)) if is_last => return Err(error),
            (_, now) => before = now,
        }
    }
}

fn look(path: &Path) -> Result<OutsideText, UnsettledError> {
    let text = read_bank_text(path)?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(UnsettledError::Empty);
    }
    match breaks_off_at(&text) {
        Some(at) => Err(UnsettledError::BreaksOff { at, text }),
        None => Ok(OutsideText { hash: Hash::of(&text), text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;
    use tempfile::TempDir;

    const SHORT: Duration = Duration::from_millis(150);

    fn bank(text: &str) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("bank.ron");
        fs::write(&path, text).expect("written");
        (folder, path)
    }

    #[test]
    fn a_file_that_rests_is_read_with_its_hash() {
        let (_folder, path) = bank("\u{feff}Bank()\r\n");
        let read = read_settled(&path).expect("read");
        assert_eq!((&*read.text, read.hash), ("\u{feff}Bank()\r\n", Hash::of("\u{feff}Bank()\r\n")));
    }

    #[test]
    fn a_file_that_stays_empty_or_breaks_off_is_not_taken_over() {
        for empty in ["", "\n", "\u{feff}", " \t\r\n"] {
            let (_folder, path) = bank(empty);
            assert!(matches!(read_within(&path, SHORT), Err(UnsettledError::Empty)), "{empty:?}");
        }
        let (_folder, path) = bank("Bank(title: \"A");
        let error = read_within(&path, SHORT).expect_err("half a file");
        assert!(
            matches!(error, UnsettledError::BreaksOff { at: 12, ref text } if text == "Bank(title: \"A"),
            "{error}"
        );
    }

    #[test]
    fn a_file_that_is_gone_or_no_text_says_so() {
        let (_folder, path) = bank("(a: \"\u{e9}\")");
        fs::write(&path, b"(a: \"\xE9\")").expect("written");
        assert!(matches!(
            read_within(&path, SHORT),
            Err(UnsettledError::File(BankFileError::NotText { line: 1, column: 6 }))
        ));
        fs::remove_file(&path).expect("removed");
        assert!(matches!(read_within(&path, SHORT), Err(UnsettledError::File(BankFileError::Gone))));
    }

    /// Runs what another program does to a file while it is read.
    fn meanwhile(path: &Path, other: impl FnOnce(&Path) + Send) -> Result<OutsideText, UnsettledError> {
        thread::scope(|scope| {
            scope.spawn(|| other(path));
            read_settled(path)
        })
    }

    #[test]
    fn a_file_that_is_empty_for_300_ms_is_waited_for() {
        let (_folder, path) = bank("");
        let read = meanwhile(&path, |path| {
            thread::sleep(Duration::from_millis(300));
            fs::write(path, "Bank(new)").expect("written");
        });
        assert_eq!(read.expect("read").text, "Bank(new)");
    }

    #[test]
    fn a_file_that_comes_in_pieces_is_read_when_it_is_whole() {
        let (_folder, path) = bank("Bank(");
        let read = meanwhile(&path, |path| {
            for text in ["Bank(title:", "Bank(title: \"A\"", "Bank(title: \"A\")"] {
                thread::sleep(Duration::from_millis(100));
                fs::write(path, text).expect("written");
            }
        });
        assert_eq!(read.expect("read").text, "Bank(title: \"A\")");
    }

    #[test]
    fn a_file_that_is_renamed_away_and_back_is_waited_for() {
        let (_folder, path) = bank("Bank(old)");
        let aside = path.with_extension("bak");
        fs::rename(&path, &aside).expect("renamed");
        let read = meanwhile(&path, |path| {
            thread::sleep(Duration::from_millis(200));
            fs::write(path, "Bank(new)").expect("written");
        });
        assert_eq!(read.expect("read").text, "Bank(new)");
    }

    #[test]
    fn a_file_that_never_rests_is_not_taken_over() {
        let (_folder, path) = bank("(0)");
        let is_over = std::sync::atomic::AtomicBool::new(false);
        let read = thread::scope(|scope| {
            scope.spawn(|| {
                for number in 0.. {
                    if is_over.load(std::sync::atomic::Ordering::SeqCst) {
                        break;
                    }
                    let aside = path.with_extension("new");
                    fs::write(&aside, format!("({number})")).and_then(|()| fs::rename(&aside, &path)).expect("written");
                    thread::sleep(Duration::from_millis(5));
                }
            });
            let read = read_within(&path, SHORT);
            is_over.store(true, std::sync::atomic::Ordering::SeqCst);
            read
        });
        assert!(matches!(read, Err(UnsettledError::StillChanging)), "{read:?}");
    }
}

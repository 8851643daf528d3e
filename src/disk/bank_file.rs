//! Reads the text of a bank file, and refuses files that are too large or no text.

use crate::table::{Encoding, decode};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use thiserror::Error;

/// The largest bank file that is read: six times a bank of 100,000 questions.
pub const BANK_SIZE_LIMIT_BYTES: u64 = 256 * 1024 * 1024;

/// Why a bank file could not be read.
#[derive(Debug, Error)]
pub enum BankFileError {
    /// There is no such file.
    Gone,
    /// The file may not be read.
    NoPermission,
    /// It is a folder, a pipe, a socket or a device.
    NotAFile {
        /// What it is, with its article.
        what: &'static str,
    },
    /// It is larger than [`BANK_SIZE_LIMIT_BYTES`].
    TooLarge,
    /// It is not text.
    NotText {
        /// Line of the first byte that is no text, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// Reading failed.
    Failed(io::Error),
}

impl BankFileError {
    /// Whether it is a file, though not of text.
    pub fn is_text_fault(&self) -> bool {
        matches!(self, Self::NotText { .. })
    }

    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::Gone => "the file is not there any more".to_owned(),
            Self::NoPermission => "there is no permission to read the file".to_owned(),
            Self::NotAFile { what } => format!("this is {what}, not a file"),
            Self::TooLarge => {
                let limit_mb = BANK_SIZE_LIMIT_BYTES / 1024 / 1024;
                format!("the file is larger than {limit_mb} MB, the most that a bank may have")
            }
            Self::NotText { .. } => "the file is not UTF-8 text".to_owned(),
            Self::Failed(_) => "the file could not be read".to_owned(),
        }
    }

    /// What to do, or what the system said.
    pub fn help(&self) -> String {
        let help = match self {
            Self::Gone => "locate it, or put it back",
            Self::NoPermission => "ask whoever it belongs to",
            Self::NotAFile { .. } => "choose a .ron file",
            Self::TooLarge => "split it into several banks",
            Self::NotText { .. } => "save it as UTF-8",
            Self::Failed(error) => return error.to_string(),
        };
        help.to_owned()
    }

    /// Whether the file is not there.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Gone)
    }
}

impl fmt::Display for BankFileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::NotText { line, column } = self {
            write!(formatter, "line {line}, column {column}: ")?;
        }
        write!(formatter, "{}: {}", self.message(), self.help())
    }
}

impl From<io::Error> for BankFileError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Gone,
            ErrorKind::PermissionDenied => Self::NoPermission,
            _ => Self::Failed(error),
        }
    }
}

/// Reads a bank file whole.
///
/// # Errors
/// When there is no such file, it is no regular file, it is larger than [`BANK_SIZE_LIMIT_BYTES`], it is not UTF-8, or
/// it may not be read.
pub fn read_bank_text(path: &Path) -> Result<String, BankFileError> {
    read_text(path, BANK_SIZE_LIMIT_BYTES)
}

/// Reads a spreadsheet that was saved as text whole, in whichever encoding: see [`decode`].
///
/// # Errors
/// As [`read_bank_text`], but for the encoding.
pub fn read_table_text(path: &Path) -> Result<(String, Encoding), BankFileError> {
    let bytes = read_bytes(path, BANK_SIZE_LIMIT_BYTES)?;
    let (text, encoding) = decode(&bytes);
    Ok((text.into_owned(), encoding))
}

/// Reads a file of at most `limit_bytes` whole.
///
/// A pipe or a device is refused before it is opened, because opening one can wait for ever. A file that grows while
/// it is read is cut off at the limit all the same.
pub(super) fn read_text(path: &Path, limit_bytes: u64) -> Result<String, BankFileError> {
    let bytes = read_bytes(path, limit_bytes)?;
    String::from_utf8(bytes).map_err(|error| not_text(error.as_bytes(), error.utf8_error().valid_up_to()))
}

fn read_bytes(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, BankFileError> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(BankFileError::NotAFile { what: kind_of(metadata.is_dir()) });
    }
    if metadata.len() > limit_bytes {
        return Err(BankFileError::TooLarge);
    }
    let expected_bytes = usize::try_from(metadata.len()).unwrap_or_default();
    // Room for one byte more lets `read_to_end` see the end without growing: no second copy of a large file.
    let mut bytes = Vec::with_capacity(expected_bytes + 1);
    File::open(path)?.take(limit_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit_bytes {
        return Err(BankFileError::TooLarge);
    }
    Ok(bytes)
}

fn kind_of(is_folder: bool) -> &'static str {
    if is_folder { "a folder" } else { "a pipe, a socket or a device" }
}

fn not_text(bytes: &[u8], valid_up_to: usize) -> BankFileError {
    let before = std::str::from_utf8(&bytes[..valid_up_to]).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    BankFileError::NotText { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder")
    }

    #[test]
    fn a_folder_is_refused() {
        let error = read_bank_text(folder().path()).expect_err("a folder");
        assert_eq!(error.to_string(), "this is a folder, not a file: choose a .ron file");
    }

    #[test]
    fn a_file_that_is_gone_says_so() {
        assert!(read_bank_text(&folder().path().join("none.ron")).expect_err("gone").is_gone());
    }

    #[cfg(unix)]
    #[test]
    fn a_named_pipe_is_refused_without_waiting_for_a_writer() {
        let folder = folder();
        let pipe = folder.path().join("pipe.ron");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
        assert!(made.success());
        assert!(matches!(read_bank_text(&pipe), Err(BankFileError::NotAFile { .. })));
    }

    #[test]
    fn a_file_over_the_limit_is_refused_without_being_read() {
        let folder = folder();
        let path = folder.path().join("large.ron");
        File::create(&path).and_then(|file| file.set_len(BANK_SIZE_LIMIT_BYTES + 1)).expect("a sparse file");
        assert!(matches!(read_bank_text(&path), Err(BankFileError::TooLarge)));
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_sockets_are_refused_too() {
        let folder = folder();
        let socket = folder.path().join("socket.ron");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("bound");
        for path in [socket.as_path(), Path::new("/dev/zero")] {
            assert!(matches!(read_bank_text(path), Err(BankFileError::NotAFile { .. })), "{}", path.display());
        }
    }

    /// Files such as those in `/proc` say that they are empty, whatever can be read from them.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_lies_about_its_size_is_cut_off_at_the_limit() {
        let path = Path::new("/proc/self/mountinfo");
        assert_eq!(fs::metadata(path).expect("there").len(), 0);
        assert!(matches!(read_text(path, 8), Err(BankFileError::TooLarge)));
        assert!(read_text(path, BANK_SIZE_LIMIT_BYTES).is_ok_and(|text| text.len() > 8));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_without_permission_says_so() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("private.ron");
        fs::write(&path, "()").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("set");
        // The superuser may read everything, so there is nothing to see for one.
        if File::open(&path).is_err() {
            assert!(matches!(read_bank_text(&path), Err(BankFileError::NoPermission)));
        }
        assert!(matches!(
            BankFileError::from(io::Error::from(ErrorKind::PermissionDenied)),
            BankFileError::NoPermission
        ));
    }

    #[test]
    fn a_file_that_is_in_order_is_read_whole() {
        let folder = folder();
        let path = folder.path().join("bank.ron");
        fs::write(&path, "\u{feff}(é)\r\n").expect("written");
        assert_eq!(read_bank_text(&path).expect("read"), "\u{feff}(é)\r\n");
    }

    #[test]
    fn bytes_that_are_no_text_are_placed_by_line_and_character() {
        let folder = folder();
        let path = folder.path().join("latin.ron");
        File::create(&path).and_then(|mut file| file.write_all(b"one\n\xC3\xA9t\xE9\n")).expect("written");
        let error = read_bank_text(&path).expect_err("not UTF-8");
        assert!(matches!(error, BankFileError::NotText { line: 2, column: 3 }), "{error}");
    }
}

//! Tells from its content what a file is; its name helps only where a text has no sign at all. Reads no question.

use crate::exchange::{Format, Package, Unreadable, anki, gift, lettered, quizlet, sheet};

/// Whether a file begins as a zip file does.
pub fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Whether a file begins as a workbook of the time before XLSX does. A document of that time begins so too.
pub fn is_old_workbook(head: &[u8]) -> bool {
    head.starts_with(b"\xD0\xCF\x11\xE0")
}

/// The format of a package.
pub fn package(package: &Package) -> Result<Format, Unreadable> {
    let _ = package;
    Err(Unreadable::NotRecognised)
}

/// The format of a text.
pub fn text(text: &str, name: &str) -> Result<Format, Unreadable> {
    let _ = (text, name, anki::is_text, gift::is_text, lettered::is_text, quizlet::is_text, sheet::is_text);
    Err(Unreadable::NotRecognised)
}

//! Anki's text exports and packages.

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};

/// Reads a text.
pub(super) fn read_text(
    _text: &str,
    _separator: Option<&str>,
    _progress: &dyn Progress,
) -> Result<DraftBank, Unreadable> {
    Err(Unreadable::NotRecognised)
}
/// Reads a package.
pub(super) fn read_package(
    _package: &mut crate::exchange::Package,
    _progress: &dyn Progress,
) -> Result<Vec<DraftBank>, Unreadable> {
    Err(Unreadable::NotRecognised)
}

/// Whether a text shows its signs.
pub(super) fn is_text(_text: &str) -> bool {
    false
}
/// Writes a bank.
pub(super) fn write(
    _bank: &crate::bank::Bank,
    _pictures: &dyn crate::exchange::PictureSource,
) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}

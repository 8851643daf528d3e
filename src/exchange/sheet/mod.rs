//! Tables of questions: spreadsheets and CSV in every layout that is known.

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
/// Reads a workbook.
pub(super) fn read_workbook(_bytes: &[u8], _progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    Err(Unreadable::NotRecognised)
}

/// Whether a text shows its signs.
pub(super) fn is_text(_text: &str) -> bool {
    false
}
/// Writes a bank.
pub(super) fn write_kahoot(_bank: &crate::bank::Bank) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}
/// Writes a bank.
pub(super) fn write_workbook(_bank: &crate::bank::Bank) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}
/// Writes a bank.
pub(super) fn write_csv(_bank: &crate::bank::Bank) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}

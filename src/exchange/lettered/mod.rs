//! Numbered questions with lettered options: Aiken, Respondus, and what is copied from documents.

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};
/// Reads a text.
pub(super) fn read(_text: &str, _progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    Err(Unreadable::NotRecognised)
}
/// Whether a text shows its signs.
pub(super) fn is_text(_text: &str) -> bool {
    false
}
/// Writes a bank.
pub(super) fn write_aiken(_bank: &crate::bank::Bank) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}

//! Moodle XML: reads and writes questions with their pictures.

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};
/// Reads a text.
pub(super) fn read(_text: &str, _progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    Err(Unreadable::NotRecognised)
}
/// Writes a bank.
pub(super) fn write(
    _bank: &crate::bank::Bank,
    _pictures: &dyn crate::exchange::PictureSource,
) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}

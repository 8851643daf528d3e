//! QTI 2.0 to 3.0.

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};

/// Reads a package.
pub(super) fn read(
    _package: &mut crate::exchange::Package,
    _progress: &dyn Progress,
) -> Result<Vec<DraftBank>, Unreadable> {
    Err(Unreadable::NotRecognised)
}
/// Reads a file that stands alone, outside any package.
pub(super) fn read_text(_text: &str, _progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    Err(Unreadable::NotRecognised)
}
/// Writes a bank.
pub(super) fn write(
    _bank: &crate::bank::Bank,
    _pictures: &dyn crate::exchange::PictureSource,
) -> crate::exchange::Exported {
    crate::exchange::Exported::default()
}

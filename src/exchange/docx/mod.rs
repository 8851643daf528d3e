//! Word documents with lettered questions.

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};

/// Reads a document.
pub(super) fn read(_package: &mut crate::exchange::Package, _progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    Err(Unreadable::NotRecognised)
}

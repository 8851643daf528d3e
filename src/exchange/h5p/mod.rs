//! H5P packages.

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};

/// Reads a package.
pub(super) fn read(
    _package: &mut crate::exchange::Package,
    _progress: &dyn Progress,
) -> Result<Vec<DraftBank>, Unreadable> {
    Err(Unreadable::NotRecognised)
}

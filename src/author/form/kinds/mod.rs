//! The fields of each kind of answer, or of kinds that share them. Knows no prompt.

pub(super) mod arranged;
pub(super) mod calculated;
pub(super) mod gaps;
pub(super) mod hotspot;
pub(super) mod number;
pub(super) mod options;
pub(super) mod shape;
pub(super) mod text;
pub(super) mod truth;

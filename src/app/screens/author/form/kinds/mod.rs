//! The fields of each kind of answer in the window. Knows no prompt.

pub(super) mod calculated;
pub(super) mod categorise;
pub(super) mod cloze;
pub(super) mod draws;
pub(super) mod hotspot;
pub(super) mod number;
pub(super) mod options;
pub(super) mod order;
pub(super) mod pairs;
pub(super) mod spots;
pub(super) mod text;

//! What several kinds have in common, and how keys of numbers and texts are marked.

pub(super) mod either;
pub(super) mod kendall;
pub(crate) mod keyed;
pub(crate) mod lookup;
pub(super) mod number_key;
pub(crate) mod oddity;
pub(crate) mod pairs;
pub(crate) mod parts;
pub(super) mod picks;
pub(super) mod sides;
pub(super) mod text_key;

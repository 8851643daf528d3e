//! Values that are worked out: numbers with units, expressions, and texts and questions with values in them.

pub(crate) mod combinations;
pub mod drawn;
pub mod formula;
pub(crate) mod placeholders;
pub mod quantity;
pub mod shown;

//! Values that are worked out: numbers with units, and expressions over drawn values.

pub(crate) mod combinations;
pub mod formula;
pub mod quantity;
pub mod shown;

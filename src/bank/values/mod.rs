//! Values that are worked out: numbers with units, and expressions over drawn values.

pub mod formula;
pub mod quantity;
pub mod shown;

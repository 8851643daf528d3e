//! Turns what was recorded into bytes: CSV, JSON and papers to print. Somebody else opens the file.

pub mod cell;
pub mod printed;
pub mod responses;
pub mod sittings;

pub use responses::ResponseRow;
pub use sittings::SittingRow;

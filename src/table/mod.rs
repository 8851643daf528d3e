//! Tables as spreadsheets save them: bytes in, rows of cells with their lines out, every row accounted for. Opens no file
//! and knows no column.
//!
//! Taken apart here and not by a library of CSV, because those read on through a quotation mark that is left open, through
//! text behind one that is closed, and through the rows that a stray one joins.

mod decode;
mod read;
mod separator;

pub use decode::{Encoding, decode};
pub use read::{Cell, Record, Records, TableFault};
pub use separator::{Separator, separator};

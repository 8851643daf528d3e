//! Tables as spreadsheets save them: bytes in, rows of cells with their lines out, every row accounted for; and rows put
//! together so that each is read as one again. Opens no file and knows no column.
//!
//! Taken apart here and not by a library of CSV, because those read on through a quotation mark that is left open, through
//! text behind one that is closed, and through the rows that a stray one joins; and put together here, because they quote
//! all cells of a table or those that must be, and a row of several lines has all of its own quoted.

mod decode;
mod guess;
mod read;
mod separator;
mod write;

pub use decode::{Encoding, decode};
pub use read::{Cell, Record, Records, TableFault};
pub use separator::{Separator, separator};
pub use write::RowWriter;

//! Reads exports as learners and spreadsheets saved them, row by row, and gathers them into one class.

mod answer;
mod changed;
mod columns;
mod fault;
mod gathering;
mod table;
mod version;
mod when;

pub(crate) use columns::{Columns, ExportColumn, Row, bare, whole};
pub use fault::{Fault, RowFault};
pub use gathering::{Copies, Gathered, Gathering};
pub use table::TableTold;

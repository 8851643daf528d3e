//! Reads exports as learners and spreadsheets saved them, row by row, and gathers them into one class.

mod answer;
mod changed;
mod columns;
mod copies;
mod fault;
mod finished;
mod gathering;
mod moodle;
mod rows;
mod table;
mod version;
mod when;

pub(super) use changed::is_scientific;
pub(crate) use columns::{ExportColumn, Row, bare, whole};
pub use copies::Copies;
pub use fault::{Fault, RowFault};
pub use finished::Gathered;
pub use gathering::Gathering;
pub use rows::TableTold;
pub(crate) use rows::each_row;

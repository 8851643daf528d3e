//! Turns what was recorded into bytes: CSV, JSON and papers to print. Somebody else opens the file.

pub mod cell;
pub mod graded;
pub mod printed;
pub mod responses;
pub mod sittings;
mod table;

pub use cell::write_number;
pub use graded::{Difference, GradeError, Remark, RowFault, Tally, compare_csv, grade_csv};
pub use responses::{ResponseRow, ResponsesCsv, responses_csv};
pub use sittings::{SittingRow, sittings_csv};

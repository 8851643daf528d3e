//! Turns what was recorded into bytes: CSV, JSON and papers to print. Somebody else opens the file.

pub mod cell;
pub mod graded;
pub mod letters;
pub mod printed;
pub mod responses;
pub mod sittings;
mod table;

pub use graded::{GradeError, Remark, RowFault, Tally, grade_csv};
pub use letters::{LettersError, key_letters, read_letters};
pub use responses::ResponsesCsv;
pub use sittings::sittings_csv;

//! Turns records and papers into bytes: CSV, JSON and pages to print. Writes to any `Write`; opens no file.

mod cell;
pub mod class;
pub mod exchanged;
mod explained;
mod graded;
mod letters;
mod plot_csv;
pub mod plots;
pub mod printed;
pub mod recall;
mod responses;
mod sittings;
mod table;

pub use cell::write_number;
pub use explained::{mark_sentences, note_words, points_sentences};
pub use graded::{Difference, GradeError, Remark, RowFault, Tally, compare_csv, grade_csv};
pub use letters::{LettersError, key_letters, letter, letter_index, read_letters};
pub use plot_csv::{Plot, plot_csv};
pub use responses::ResponsesCsv;
pub use sittings::sittings_csv;

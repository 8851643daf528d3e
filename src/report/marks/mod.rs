//! Results for a school's system: a gradebook as values, and what Moodle, Canvas, Brightspace and stores of xAPI statements read.
//! Opens no file.

mod brightspace;
mod canvas;
mod counting;
mod gradebook;
mod moodle;
mod rows;
mod titles;
mod who;
mod xapi;

pub use brightspace::brightspace_csv;
pub use canvas::canvas_csv;
pub use counting::Uncounted;
pub use gradebook::{Gradebook, Graded, QuizColumn, QuizMark, gradebook};
pub use moodle::moodle_csv;
pub use who::{LeftOut, WhyLeftOut};
pub use xapi::write_statements;

#[cfg(test)]
mod tests;

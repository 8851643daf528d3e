//! One learner and one paper: responses, marks and the state of a sitting. Never sees a clock, a disk or a screen.

pub mod course;
pub mod grade;
mod number;
pub mod parts;
pub mod response;
mod text;

pub use course::{Sitting, State, Terms, Turn};
pub use grade::{Mark, Note, Verdict, grade};
pub use response::Response;

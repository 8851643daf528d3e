//! One learner and one paper: responses, marks and the state of a sitting. Never sees a clock, a disk or a screen.

pub mod course;
pub mod grade;
mod number;
pub mod outcome;
pub mod parts;
pub mod response;
mod text;
pub mod turn;
mod walk;

pub use course::{Answered, Sitting, State, Terms};
pub use grade::{Mark, Note, Verdict, grade};
pub use outcome::TopicScore;
pub use response::Response;
pub use turn::Turn;

//! One learner and one paper: responses, marks and the state of a sitting. Never sees a clock, a disk or a screen.

pub mod asked;
pub mod certainty;
pub mod collected;
pub mod course;
pub mod grade;
mod lookup;
mod number;
pub mod order;
pub mod outcome;
mod pairs;
pub mod parts;
pub mod response;
mod text;
pub mod told;
pub mod turn;
mod walk;

pub use asked::{Trace, Untraced, as_asked};
pub use certainty::{Certainty, certainty_score};
pub use collected::{Collected, Oddity, grade_written};
pub use course::{Answered, MISTAKES_QUIZ_ID, Sitting, State, Terms};
pub use grade::{Mark, Note, Verdict, grade, is_gap_right};
pub use outcome::TopicScore;
pub use response::Response;
pub use told::feedback_for;
pub use turn::Turn;

//! One learner and one paper: responses, marks and the state of a sitting. Never sees a clock, a disk or a screen.

pub mod asked;
pub mod certainty;
pub mod collected;
pub mod feedback;
pub mod grade;
mod lookup;
mod navigation;
mod number;
pub mod order;
pub mod outcome;
mod pairs;
pub mod parts;
pub mod response;
#[expect(clippy::module_inception, reason = "`Sitting` is what this folder is about")]
pub mod sitting;
pub mod steps;
mod text;
pub mod turn;

pub use asked::{Trace, Untraced, as_asked};
pub use certainty::{Certainty, certainty_score};
pub use collected::{Collected, Oddity, explain_written, grade_written, names_an_option};
pub use feedback::feedback_for;
pub use grade::{Mark, Note, Verdict, explain, grade, is_gap_right};
pub use outcome::TopicScore;
pub use response::Response;
pub use sitting::{Answered, MISTAKES_QUIZ_ID, Sitting, State, Terms};
pub use steps::{Meaning, Step, Steps, TextRule, Unforgiven};
pub use turn::Turn;

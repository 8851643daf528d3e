//! One learner and one paper: responses, marks and the state of a sitting. Never sees a clock, a disk or a screen.

pub mod asked;
pub mod certainty;
pub mod collected;
pub mod feedback;
pub mod grade;
mod navigation;
pub mod outcome;
mod overrule;
pub mod record;
pub mod response;
#[expect(clippy::module_inception, reason = "`Sitting` is what this folder is about")]
pub mod sitting;
pub mod terms;
pub mod turn;

pub use crate::kinds::cloze::is_gap_right;
pub use crate::kinds::steps::{Meaning, Part, Pickable, Step, Steps, TextRule, Unforgiven};
pub use crate::kinds::{Mark, Note, Response, Verdict};
pub use asked::{Trace, Untraced, as_asked};
pub use certainty::{Certainty, certainty_score};
pub use collected::{Collected, Oddity, explain_written, grade_written, names_an_option, option_named};
pub use feedback::feedback_for;
pub use grade::{explain, grade};
pub use navigation::Place;
pub use outcome::TopicScore;
pub use record::{ResponseRecord, SittingRecord};
pub use sitting::{Answered, Sitting, State, put_together};
pub use terms::Terms;
pub use turn::{Overruling, Turn};

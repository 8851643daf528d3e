//! Spaced review: what answers tell of a memory, how it fades, and on which day a question comes again. Never sees a clock, a
//! disk or a screen, and draws nothing at random: days and answers come in, days and plain values go out.
//!
//! The model is FSRS-6 of open-spaced-repetition, by the crate `fsrs`. What is ours: which grade an answer earns
//! ([`Evidence::grade`]), what a day is ([`StudyDay`]), and when a question is due ([`Memory::due_on`]).

mod day;
mod fit;
mod grade;
mod memory;
mod model;
mod target;
mod today;

pub use day::StudyDay;
pub use fit::{FEWEST_REVIEWS, Fit, FitProgress, Judgement, fit};
pub use grade::{Before, Evidence, Grade, expected_share_right, guessing_share, in_order, mark_of};
pub use memory::Memory;
pub use model::{DEFAULT_PARAMETERS, MODEL_NAME, Model, PARAMETERS, ParameterFault};
pub use target::{Target, TargetFault};
pub use today::{Candidate, CatchUp, ExamNeed, MOST_DAYS_EARLY, Today, Wishes, days_early, today};

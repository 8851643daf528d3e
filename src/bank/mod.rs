//! What a teacher writes: banks of questions as RON text. Knows no file, no screen and no clock.

pub mod alike;
pub mod answer;
pub mod article;
mod ascending;
mod check;
mod check_formula;
mod check_kinds;
#[cfg(test)]
mod check_kinds_tests;
#[cfg(test)]
mod check_tests;
pub mod cloze;
pub mod entries;
mod excerpt;
pub mod explain;
mod flaws;
pub mod formula;
#[cfg(test)]
mod hostile_tests;
pub mod judge;
#[cfg(test)]
mod law_tests;
pub mod library;
pub(crate) mod locate;
mod matching;
mod mend;
#[cfg(test)]
mod mutation_tests;
pub(crate) mod opinion;
pub(crate) mod outline;
pub mod picture;
pub(crate) mod place;
pub mod problem;
pub mod quantity;
pub mod question;
pub mod read;
#[cfg(test)]
mod read_tests;
pub(crate) mod recover;
mod remedy;
pub(crate) mod scan;
pub(crate) mod seek;
pub mod shipped;
pub mod shown;
pub(crate) mod split;
pub mod spot;
pub mod starter;
pub mod suggest;
pub mod survey;
mod texts;
pub mod variable;
mod visit;
pub mod write;
mod write_layout;

pub use answer::{Answer, Kind};
pub use ascending::ascending;
pub use cloze::ClozeText;
pub use entries::Entries;
pub use excerpt::Excerpt;
pub use explain::{Explanation, explanation, explanations};
pub use flaws::Warning;
pub use judge::{asked_text, judge};
pub use picture::{AnyPicture, PictureFault, PictureFinder};
pub use problem::{Fault, Place, Problem, Severity};
pub use question::{Bank, Cite, Cites, Mode, Question, Quiz, QuizDraw, Source};
pub use read::{Progress, Quietly, Reading, check, check_with, read, read_with};
pub use shipped::{ShippedBank, shipped};
pub use spot::{Shape, Spot};
pub use starter::{Starter, starter};
pub use survey::{Survey, SurveyedQuestion, survey};
pub use variable::Variable;
pub use write::{write, write_question};

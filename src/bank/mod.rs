//! What a teacher writes: banks of questions as RON text. Knows no file, no screen and no clock.

pub mod alike;
pub mod answer;
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
#[cfg(test)]
mod law_tests;
pub mod library;
mod locate;
mod matching;
mod maths;
mod opinion;
mod outline;
mod picture;
mod place;
pub mod problem;
pub mod quantity;
pub mod question;
pub mod read;
#[cfg(test)]
mod read_tests;
mod recover;
mod scan;
mod seek;
pub mod shipped;
mod split;
pub mod spot;
pub mod starter;
mod suggest;
pub mod survey;
pub mod variable;
mod visit;

pub use answer::{Answer, Kind};
pub use ascending::ascending;
pub use cloze::ClozeText;
pub use entries::Entries;
pub use excerpt::Excerpt;
pub use explain::{Explanation, explanation, explanations};
pub use flaws::Warning;
pub use problem::{Fault, Place, Problem, Severity};
pub use question::{Bank, Cite, Cites, Mode, Question, Quiz, QuizDraw, Source};
pub use read::{Progress, Quietly, Reading, check, read};
pub use shipped::{ShippedBank, shipped};
pub use spot::{Shape, Spot};
pub use starter::{Starter, starter};
pub use survey::{Survey, SurveyedQuestion, survey};
pub use variable::Variable;

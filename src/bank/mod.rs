//! What a teacher writes: banks of questions as RON text. Knows no file, no screen and no clock.

pub mod alike;
mod ascending;
mod check;
#[cfg(test)]
mod check_tests;
pub mod entries;
pub mod explain;
mod flaws;
#[cfg(test)]
mod law_tests;
pub mod library;
mod locate;
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
pub mod starter;
mod suggest;
mod visit;

pub use ascending::ascending;
pub use entries::Entries;
pub use explain::{Explanation, explanation, explanations};
pub use flaws::Warning;
pub use place::underline;
pub use problem::{Fault, Place, Problem, Severity};
pub use question::{Answer, Bank, Cite, Cites, Kind, Mode, Question, Quiz, QuizDraw, Source};
pub use read::{Progress, Quietly, Reading, check, read};
pub use shipped::{ShippedBank, shipped};
pub use starter::starter;

//! What a teacher writes: banks of questions as RON text. Knows no file, no screen and no clock.

pub mod alike;
mod check;
#[cfg(test)]
mod check_tests;
pub mod entries;
#[cfg(test)]
mod hostile_tests;
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
pub mod shipped;
mod split;
mod suggest;
mod visit;

pub use entries::Entries;
pub use problem::{Fault, Place, Problem, Severity};
pub use question::{Answer, Bank, Cite, Cites, Kind, Mode, Question, Quiz, QuizDraw, Source};
pub use read::{Progress, Quietly, Reading, read};
pub use shipped::{ShippedBank, shipped};

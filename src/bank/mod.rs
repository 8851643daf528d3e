//! What a teacher writes: banks of questions as RON text. Knows no file, no screen and no clock.

pub mod entries;
pub mod problem;
pub mod quantity;
pub mod question;
pub mod read;
pub mod shipped;

pub use entries::Entries;
pub use problem::{Fault, Place, Problem, Severity};
pub use question::{Answer, Bank, Cite, Cites, Kind, Mode, Question, Quiz, QuizDraw, Source};
pub use read::{Reading, read};
pub use shipped::{ShippedBank, shipped};

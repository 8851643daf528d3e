//! What a teacher writes: banks of questions as RON text. Knows no file, no screen and no clock.

pub mod check;
mod letters;
pub mod library;
pub mod lints;
pub mod model;
mod others;
pub mod read;
pub mod shipped;
pub mod starter;
pub mod survey;
pub mod values;
pub mod wording;
pub mod write;

pub(crate) use check::explain::ErrorCode;
pub use check::explain::{Explanation, explanation, explanations};
pub use check::judge::{asked_text, judge};
pub use check::part::{Allowed, TextPart};
pub use check::problem::{Diagnostic, FieldAdvice, NotABank, Problem, Severity};
pub use letters::{AnyLetter, LetterFinder};
pub use lints::Warning;
pub use model::answer::{Answer, Kind, Punctuation};
pub use model::cloze::ClozeText;
pub(crate) use model::cloze::{Gap, Part};
pub use model::entries::Entries;
pub use model::picture::{AnyPicture, PictureFault, PictureFinder};
pub use model::question::{Bank, Cite, Cites, Mode, Question, Quiz, QuizDraw, Source};
pub use model::spot::{Shape, Spot};
pub use model::variable::Variable;
pub use read::{Progress, Quietly, Reading, check, check_with, read, read_with};
pub use shipped::{ShippedBank, shipped};
pub(crate) use starter::id_from;
pub use starter::{Starter, starter};
pub use survey::{Survey, SurveyedQuestion, survey};
pub use wording::ascending::ascending;
pub use write::{write, write_question};

//! Why a whole file gives no question. Reads nothing.

use crate::exchange::{Format, PackageFault};
use thiserror::Error;

/// Why a whole file gives no question.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It is none of the formats that are known.
    #[error(
        "it is none of the formats that Torus knows. It reads Moodle XML, GIFT, tables of questions, Canvas and QTI packages, \
         questions with lettered options, Word documents, Anki, Quizlet, H5P and Open Trivia DB"
    )]
    NotRecognised,
    /// It is known, and cannot be read; with what it is and what to do instead.
    #[error("it is {what}, which Torus does not read. {advice}")]
    Known {
        /// What it is, with its article: `a Moodle course backup`.
        what: &'static str,
        /// What to do instead, as a sentence.
        advice: &'static str,
    },
    /// It is a file of that format, and holds no question.
    #[error("it holds no question that could be read as {}", .0.title())]
    NoQuestion(Format),
    /// The package is damaged or meant to harm.
    #[error(transparent)]
    Package(#[from] PackageFault),
    /// It is damaged.
    #[error("line {line}: {reason}")]
    Damaged {
        /// The line, from 1.
        line: u32,
        /// What is wrong there, as a clause.
        reason: Box<str>,
    },
    /// It is larger than any file of questions.
    #[error("it is larger than any file of questions")]
    TooLarge,
    /// It cannot be read from its disk.
    #[error("it cannot be read from the disk")]
    Disk,
    /// Whoever wanted it does not any more.
    #[error("the import was stopped")]
    Cancelled,
}

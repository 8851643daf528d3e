//! Why a table of responses, or a row of it, cannot be marked, and how that is told. Finds nothing itself.

use crate::report::letters::LettersError;
use crate::sitting::Oddity;
use crate::sitting::collected::shortened;
use crate::table::TableFault;
use std::io;
use thiserror::Error;

/// Why a table could not be marked.
#[derive(Debug, Error)]
pub enum GradeError {
    /// A column that must be there is not.
    #[error("there is no column `{column}` in the first row: name the columns there, such as `question,response`")]
    NoColumn {
        /// Which.
        column: &'static str,
    },
    /// A column that is there twice.
    #[error("there are two columns `{column}`: give one of them another name")]
    ColumnTwice {
        /// Which.
        column: &'static str,
    },
    /// A quotation mark by which rows would be lost.
    #[error("line {}: {_0}", .0.line())]
    Table(#[from] TableFault),
    /// The two tables that are compared do not belong together.
    #[error("line {line}: {reason}")]
    Incomparable {
        /// The line of the row, from 1.
        line: u64,
        /// What is missing.
        reason: &'static str,
    },
    /// The table could not be read.
    #[error("the responses could not be read: {0}")]
    Reading(io::Error),
    /// What was marked could not be written.
    #[error("the output could not be written: {0}")]
    Writing(io::Error),
}

/// Something to say of a row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Remark {
    /// It could not be used; its score is empty.
    #[error(transparent)]
    Unusable(#[from] RowFault),
    /// It was marked as it stands, and is odd.
    #[error("question \"{question}\": {oddity}; marked as it stands")]
    Odd {
        /// Id of its question.
        question: String,
        /// What is odd.
        oddity: Oddity,
    },
    /// Letters that the printed paper does not have.
    #[error("question \"{question}\": {error}; marked as it stands")]
    Letters {
        /// Id of its question.
        question: String,
        /// What is odd about them.
        error: LettersError,
    },
    /// A letter that is an option itself, and on the paper stands for another one.
    #[error(
        "question \"{question}\": \"{letter}\" is an option, and on the paper the letter of \"{}\": it is taken for the option",
        shortened(.stands_for)
    )]
    OptionOrLetter {
        /// Id of its question.
        question: String,
        /// The letter.
        letter: String,
        /// The option that has it on the paper.
        stands_for: String,
    },
    /// Two versions of a paper with one seed.
    #[error(
        "the rows have the seed {seed} for version {version} and for version {other}: write the seed that stands on each version"
    )]
    SharedSeed {
        /// The seed.
        seed: u32,
        /// The version of this row.
        version: String,
        /// That of an earlier one.
        other: String,
    },
    /// The table to compare with has no such row.
    #[error("the table to compare with has no such row")]
    NotMarkedBefore,
    /// The table is in UTF-16.
    #[error("the table is UTF-16; what comes out is UTF-8")]
    Utf16,
    /// The table is in no encoding that can be known for sure.
    #[error(
        "from here on the table is not UTF-8: it is read as {name}, and what comes out is UTF-8; look whether accents are right"
    )]
    Guessed {
        /// The name of the encoding.
        name: &'static str,
    },
    /// More hints than the question has.
    #[error("question \"{question}\": `hints_used` is {used}, and the question has {most}; marked as it stands")]
    ManyHints {
        /// Id of its question.
        question: String,
        /// What the table has.
        used: u32,
        /// What the question has.
        most: usize,
    },
    /// A response that looks like a date which a spreadsheet made of a number or a fraction.
    #[error("question \"{question}\": \"{}\" looks like a date that a spreadsheet made of a number: look at what was answered, and format the column as text; marked as it stands", shortened(.written))]
    Date {
        /// Id of its question.
        question: String,
        /// What stands there.
        written: String,
    },
    /// A calculated question that is answered wrong, and would be right at another place of the paper.
    #[error(
        "question \"{question}\": wrong at `position` {position}, and right at {right_at}: look whether `position` is the number on the paper; marked as it stands"
    )]
    OtherPosition {
        /// Id of its question.
        question: String,
        /// What the table has.
        position: u32,
        /// Where it would be right.
        right_at: u32,
    },
}

/// Why a row cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RowFault {
    /// The row has more or fewer cells than the header.
    #[error(
        "this row has {} and the first row has {expected}: look for a comma or a quotation mark that is missing or too many",
        cells(*.found)
    )]
    Ragged {
        /// Cells of the row.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// No question is named.
    #[error("no question is named: write its id under `question`")]
    NoQuestion,
    /// The bank has no such question.
    #[error("there is no question \"{}\" in this bank: {}", shortened(.id), mend_id(.suggestion))]
    UnknownQuestion {
        /// What is named.
        id: String,
        /// The id that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// The question cannot be asked.
    #[error("the question \"{id}\" has a mistake and cannot be asked: mend it in the bank first")]
    FaultyQuestion {
        /// Its id.
        id: String,
    },
    /// The row was asked from another bank.
    #[error("this row is of the bank \"{}\": mark it with that bank", shortened(.bank))]
    OtherBank {
        /// Id of the other bank.
        bank: String,
    },
    /// A calculated question, and nothing tells its values.
    #[error(
        "question \"{id}\": its values are not known: add a column `prompt` with the text as it was asked, or `seed` and `position` of the paper"
    )]
    UnknownValues {
        /// Its id.
        id: String,
    },
    /// A calculated question that was asked otherwise than the bank would.
    #[error(
        "question \"{id}\": what was asked is not what this bank asks: mark it with the bank as it was then, or correct `prompt`, `seed` and `position`"
    )]
    OtherValues {
        /// Its id.
        id: String,
    },
    /// A cell that should be a number.
    #[error("`{column}` is \"{}\": write {expected}, or leave it empty", shortened(.cell))]
    NoNumber {
        /// Of which column.
        column: &'static str,
        /// What stands there.
        cell: String,
        /// What could.
        expected: &'static str,
    },
}

fn cells(count: usize) -> String {
    if count == 1 { "one cell".to_owned() } else { format!("{count} cells") }
}

fn mend_id(suggestion: &Option<Box<str>>) -> String {
    match suggestion {
        Some(id) => format!("did you mean `{id}`?"),
        None => "correct the id, or take the bank that it is from".to_owned(),
    }
}

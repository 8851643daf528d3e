//! Why a table of responses, or a row of it, cannot be marked, and how that is told. Finds nothing itself.

use crate::sitting::Oddity;
use crate::sitting::collected::shortened;
use std::io;
use thiserror::Error;

/// Why a table could not be marked.
#[derive(Debug, Error)]
pub enum GradeError {
    /// A column that must be there is not.
    #[error("there is no column `{column}` in the first row: name the columns there, such as `question,response`{}", hint(*.is_parted_otherwise))]
    NoColumn {
        /// Which.
        column: &'static str,
        /// Whether the first row is parted by semicolons or tabs.
        is_parted_otherwise: bool,
    },
    /// A column that is there twice.
    #[error("there are two columns `{column}`: give one of them another name")]
    ColumnTwice {
        /// Which.
        column: &'static str,
    },
    /// A table in UTF-16.
    #[error("the file is not UTF-8 text: save it as CSV UTF-8")]
    NotText,
    /// The table could not be read.
    #[error("the responses could not be read: {0}")]
    Reading(io::Error),
    /// What was marked could not be written.
    #[error("the output could not be written: {0}")]
    Writing(io::Error),
}

impl GradeError {
    /// A reader that takes rows of any length fails for no reason of its own.
    pub(super) fn reading(error: csv::Error) -> Self {
        Self::Reading(error.into())
    }

    /// The same of a writer.
    pub(super) fn writing(error: csv::Error) -> Self {
        Self::Writing(error.into())
    }
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
    /// A cell that is no text.
    #[error("the cell under `{column}` is not UTF-8 text: save the file as CSV UTF-8")]
    NotText {
        /// Of which column.
        column: &'static str,
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

fn hint(is_parted_otherwise: bool) -> &'static str {
    if is_parted_otherwise {
        "; it seems that no commas part the columns: save the file as CSV with commas"
    } else {
        ""
    }
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

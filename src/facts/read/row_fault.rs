//! What can be wrong with a spreadsheet of facts, and the words for it. Finds nothing itself.

use crate::bank::Explanation;
use crate::facts::explain::rows;
use crate::facts::{When, WhenFault};
use crate::syntax::Words;

/// The kinds of problem with a spreadsheet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RowFault {
    /// A spreadsheet that is not in the table's folder.
    RowsOutside {
        /// The name as written.
        file: Box<str>,
    },
    /// A spreadsheet that could not be read.
    RowsUnread {
        /// Its name.
        file: Box<str>,
        /// Why not.
        reason: Box<str>,
    },
    /// A column that is needed.
    MissingColumn {
        /// Its name.
        column: Box<str>,
    },
    /// A column that is not read.
    UnknownColumn {
        /// Its name as written.
        column: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A row with more cells than there are columns.
    LongRow {
        /// How many columns there are.
        columns: usize,
    },
    /// A cell whose quotation mark is never closed.
    UnclosedCell,
    /// Text behind the quotation mark that closes a cell.
    TextAfterQuote,
    /// A quotation mark that makes one row of several.
    JoinedRows,
    /// A cell that should be a number.
    NotANumber {
        /// What is in it.
        text: Box<str>,
    },
    /// A number that can be read two ways.
    TwoNumbers {
        /// As written.
        text: Box<str>,
        /// One way.
        first: f64,
        /// The other.
        second: f64,
    },
    /// A cell that should be a date.
    NotADate {
        /// What is in it.
        text: Box<str>,
    },
    /// A name that several entities of the class have.
    AmbiguousName {
        /// The name.
        name: Box<str>,
        /// Their ids.
        entities: Box<[Box<str>]>,
    },
    /// A name that becomes an entity and is nearly that of another.
    NewNameNear {
        /// The name.
        name: Box<str>,
        /// The name that it is near.
        near: Box<str>,
    },
    /// A cell that should name one thing.
    SeveralNames {
        /// What is in it.
        text: Box<str>,
    },
    /// A cell that should be yes or no.
    NotYesOrNo {
        /// What is in it.
        text: Box<str>,
    },
    /// A cell that should be numbers, each with what it means.
    NotANeighbour {
        /// The part of it that is not.
        text: Box<str>,
    },
    /// A name in `ask_not` that is no part of a fact.
    NotAPart {
        /// The name.
        text: Box<str>,
        /// The known name that is nearest, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// A cell on an entity of which the table, or an earlier row, tells something else.
    ToldOtherwise {
        /// What is in it.
        text: Box<str>,
        /// The entity.
        entity: Box<str>,
    },
}

impl RowFault {
    /// What is wrong, and what to do.
    pub(crate) fn words(&self) -> Words {
        match self {
            Self::RowsOutside { file } => Words::new(
                format!("the spreadsheet \"{file}\" is outside the table's folder"),
                "put it beside the table and write its name alone",
            ),
            Self::RowsUnread { file, reason } => Words::new(
                format!("the spreadsheet \"{file}\" cannot be read ({reason})"),
                "save it beside the table as CSV, in UTF-8",
            ),
            Self::MissingColumn { column } => {
                Words::new(format!("there is no column \"{column}\""), "name it in the first row")
            }
            Self::UnknownColumn { column, suggestion } => {
                Words::with_suggestion(format!("the column \"{column}\" is not read"), suggestion)
            }
            Self::LongRow { columns } => Words::new(
                format!("this row has more cells than the {columns} columns of the first"),
                "put a text with commas in quotation marks",
            ),
            Self::UnclosedCell => Words::new("this cell never ends", "close its quotation mark"),
            Self::TextAfterQuote => Words::new(
                "there is text behind the quotation mark that closes this cell",
                "write a quotation mark inside a cell twice",
            ),
            Self::JoinedRows => Words::new(
                "the quotation mark that begins this cell joins several rows",
                "take it out, or write it twice",
            ),
            Self::NotANumber { text } => Words::new(
                format!("\"{text}\" is not a number"),
                "write one such as 21.7, with its unit behind it or in the column \"unit\"",
            ),
            Self::TwoNumbers { text, first, second } => Words::new(
                format!("\"{text}\" could be {first} or {second}"),
                "leave thousands marks out, or write a further decimal",
            ),
            Self::NotADate { text } if When::parse(text) == Err(WhenFault::YearZero) => {
                Words::new("there is no year 0", "write \"1 BC\" or \"AD 1\"")
            }
            Self::NotADate { text } => Words::new(
                format!("\"{text}\" is not a date"),
                "write a year, a month or a day such as \"1956-04\" or \"325 BC\", and format the column as text",
            ),
            Self::AmbiguousName { name, entities } => {
                Words::new(format!("\"{name}\" could be {}", entities.join(" or ")), "write its id")
            }
            Self::NewNameNear { name, near } => Words::new(
                format!("\"{name}\" becomes an entity of its own"),
                format!("did you mean \"{near}\"? If not, list it among the entities"),
            ),
            Self::SeveralNames { text } => Words::new(
                format!("\"{text}\" is several names"),
                "write a row for each, or further names of one thing into `also` or `object_also`",
            ),
            Self::NotYesOrNo { text } => {
                Words::new(format!("\"{text}\" is neither yes nor no"), "write `yes`, or leave the cell empty")
            }
            Self::NotANeighbour { text } => Words::new(
                format!("\"{text}\" is no number with what it means"),
                "write such as: 33 = That was the French fleet; 40 = That was both together",
            ),
            Self::NotAPart { text, suggestion } => Words::with_suggestion_or(
                format!("\"{text}\" is no part of a fact"),
                suggestion,
                "write subject, object, when, month, day or number",
            ),
            Self::ToldOtherwise { text, entity } => Words::new(
                format!("\"{text}\" is not taken, since the table or an earlier row tells otherwise of \"{entity}\""),
                "write the same everywhere, or in one place only",
            ),
        }
    }

    /// Why it is one.
    pub(crate) fn page(&self) -> &'static Explanation {
        match self {
            Self::RowsOutside { .. } => &rows::ROWS_OUTSIDE,
            Self::RowsUnread { .. } => &rows::ROWS_UNREAD,
            Self::MissingColumn { .. } => &rows::MISSING_COLUMN,
            Self::UnknownColumn { .. } => &rows::UNKNOWN_COLUMN,
            Self::LongRow { .. } => &rows::LONG_ROW,
            Self::UnclosedCell => &rows::UNCLOSED_CELL,
            Self::TextAfterQuote => &rows::TEXT_AFTER_QUOTE,
            Self::JoinedRows => &rows::JOINED_ROWS,
            Self::NotANumber { .. } => &rows::NOT_A_NUMBER,
            Self::TwoNumbers { .. } => &rows::TWO_NUMBERS,
            Self::NotADate { .. } => &rows::NOT_A_DATE,
            Self::AmbiguousName { .. } => &rows::AMBIGUOUS_NAME,
            Self::NewNameNear { .. } => &rows::NEW_NAME_NEAR,
            Self::SeveralNames { .. } => &rows::SEVERAL_NAMES,
            Self::NotYesOrNo { .. } => &rows::NOT_YES_OR_NO,
            Self::NotANeighbour { .. } => &rows::NOT_A_NEIGHBOUR,
            Self::NotAPart { .. } => &rows::NOT_A_PART,
            Self::ToldOtherwise { .. } => &rows::TOLD_OTHERWISE,
        }
    }
}

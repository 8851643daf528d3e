//! Why an export, or a row of it, cannot be used, and how that is told. Finds nothing itself.

use crate::sitting::collected::shortened;
use crate::table::TableFault;
use std::borrow::Cow;
use thiserror::Error;

/// Why nothing of a table can be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// A column that must be there is not.
    #[error("there is no column `{column}`: take a table as `torus results` or the window exports it")]
    NoColumn {
        /// Which.
        column: &'static str,
        /// The line where the names of columns stand, from 1.
        line: u64,
    },
    /// A column that is there twice.
    #[error("there are two columns `{column}`: give one of them another name")]
    ColumnTwice {
        /// Which.
        column: &'static str,
        /// The line where the names of columns stand, from 1.
        line: u64,
    },
    /// A report of Moodle that tells neither marks nor right answers.
    #[error(
        "this report tells neither marks nor right answers: in Moodle choose “right answer” too, or take the report of grades"
    )]
    Unmarked {
        /// The line where the names of columns stand, from 1.
        line: u64,
    },
    /// Whoever wanted it does not any more.
    #[error("the reading was stopped")]
    Cancelled,
    /// A quotation mark by which rows would be lost.
    #[error(transparent)]
    Table(#[from] TableFault),
}

impl Fault {
    /// The line that it is told at, from 1.
    pub fn line(&self) -> u64 {
        match self {
            Self::NoColumn { line, .. } | Self::ColumnTwice { line, .. } | Self::Unmarked { line } => *line,
            Self::Cancelled => 1,
            Self::Table(fault) => fault.line(),
        }
    }
}

/// Why a row is left out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RowFault {
    /// The row has more or fewer cells than the header.
    #[error(
        "this row has {found} cells and the first row has {expected}: look for a comma or a quotation mark that is missing or too many"
    )]
    Ragged {
        /// Cells of the row.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// A cell that must hold something is empty.
    #[error("`{column}` is empty")]
    Empty {
        /// Of which column.
        column: Cow<'static, str>,
    },
    /// A cell that holds something else than it can.
    #[error("`{column}` is \"{}\" and should be {expected}", shortened(.cell))]
    Unreadable {
        /// Of which column.
        column: Cow<'static, str>,
        /// What stands there.
        cell: String,
        /// What could.
        expected: &'static str,
    },
    /// A cell that a spreadsheet has changed, so that nobody knows what stood there.
    #[error(
        "a spreadsheet has turned `{column}` into \"{}\": take the row from the file as it was exported, or open that file with this column as text",
        shortened(.cell)
    )]
    Changed {
        /// Of which column.
        column: Cow<'static, str>,
        /// What stands there now.
        cell: String,
    },
}

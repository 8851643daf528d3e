//! Records that this version cannot read: changed by hand, or written by a later Torus.

use crate::sitting::collected::shortened;
use rusqlite::types::ValueRef;
use rusqlite::{Row, RowIndex};
use thiserror::Error;

/// Why a record was left out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("sitting {sitting}{}: {reason}", question(*.position))]
pub struct Unreadable {
    /// The sitting's id, as it stands in the file.
    pub sitting: String,
    /// Number of the question in the order asked, from 1; `None` where it is the sitting itself.
    pub position: Option<i64>,
    /// What is wrong.
    pub reason: UnreadableColumn,
}

/// What is wrong in one column.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{column}` is {value}, which this version of Torus does not know")]
pub struct UnreadableColumn {
    /// The column, as it is called in the CSV or in the file.
    pub column: String,
    /// What stands in it.
    pub value: String,
}

impl Unreadable {
    /// What is unreadable in a row with the columns `sitting` and, for a turn, `turn_index`.
    ///
    /// # Errors
    /// Gives the error back where it does not come from what stands in a column.
    pub(super) fn in_row(row: &Row<'_>, error: rusqlite::Error) -> rusqlite::Result<Self> {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
        let (FromSqlConversionFailure(index, ..)
        | IntegralValueOutOfRange(index, _)
        | InvalidColumnType(index, ..)
        | Utf8Error(index, _)) = error
        else {
            return Err(error);
        };
        let column = row.as_ref().column_name(index)?.to_owned();
        let value = shown(row, index)?;
        let position = row.get::<_, i64>("turn_index").ok().map(|index| index.saturating_add(1));
        Ok(Self { sitting: shown(row, "sitting")?, position, reason: UnreadableColumn { column, value } })
    }
}

/// The value in a column as a message can show it.
fn shown(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => "empty".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => shortened(&String::from_utf8_lossy(text)).into_owned(),
        ValueRef::Blob(_) => "bytes".to_owned(),
    })
}

/// Where in a sitting, as a message goes on after the sitting's id.
fn question(position: Option<i64>) -> String {
    position.map_or_else(String::new, |position| format!(", question {position}"))
}

//! Conversions between columns and values: times, numbers, ids and names.

use crate::bank::{Kind, Mode};
use crate::moment::Moment;
use crate::sitting::{Certainty, State, Verdict};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Row, RowIndex};
use thiserror::Error;
use uuid::Uuid;

/// Makes a struct of the indices of a query's columns, one field a column. They are looked up by name, once a
/// statement: looking them up in each row takes longer than reading the row.
macro_rules! columns {
    ($name:ident: $($column:ident),+ $(,)?) => {
        struct $name {
            $($column: usize,)+
        }

        impl $name {
            fn of(statement: &rusqlite::Statement<'_>) -> rusqlite::Result<Self> {
                Ok(Self { $($column: statement.column_index(stringify!($column))?,)+ })
            }
        }
    };
}
pub(super) use columns;

/// A number as a column holds it; what is too large stops at the largest.
pub(super) fn integer(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

/// A number as a column holds it; 0 for what is none, which SQLite would take for null.
pub(super) fn real(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number }
}

/// The number of a column; 0 where it does not fit, which only a file changed by hand can hold.
pub(super) fn fitting<T: TryFrom<i64> + Default>(number: i64) -> T {
    T::try_from(number).unwrap_or_default()
}

/// The moment in these two columns.
pub(super) fn moment(row: &Row<'_>, unix_ms: impl RowIndex, offset_secs: impl RowIndex) -> rusqlite::Result<Moment> {
    Ok(Moment { unix_ms: row.get(unix_ms)?, offset_secs: fitting(row.get(offset_secs)?) })
}

/// The moment in these two columns, where there is one.
pub(super) fn optional_moment(
    row: &Row<'_>,
    unix_ms: impl RowIndex,
    offset_secs: impl RowIndex,
) -> rusqlite::Result<Option<Moment>> {
    let unix_ms: Option<i64> = row.get(unix_ms)?;
    let offset_secs: Option<i64> = row.get(offset_secs)?;
    Ok(unix_ms.map(|unix_ms| Moment { unix_ms, offset_secs: fitting(offset_secs.unwrap_or(0)) }))
}

/// The id in a column.
pub(super) fn uuid(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Uuid> {
    row.get(column).map(|IdColumn(id)| id)
}

/// An id as a column holds it: text that people can compare.
struct IdColumn(Uuid);

impl FromSql for IdColumn {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::try_parse(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

/// A name that this program does not know.
#[derive(Debug, Error)]
#[error("an unknown name")]
struct UnknownName;

fn named<T>(value: ValueRef<'_>, from_name: fn(&str) -> Option<T>) -> FromSqlResult<T> {
    from_name(value.as_str()?).ok_or_else(|| FromSqlError::other(UnknownName))
}

impl FromSql for State {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, Self::from_name)
    }
}

impl FromSql for Mode {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, Self::from_name)
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, Self::from_name)
    }
}

impl FromSql for Verdict {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, Self::from_name)
    }
}

impl FromSql for Certainty {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let level = value.as_i64()?;
        u8::try_from(level).ok().and_then(Self::from_level).ok_or(FromSqlError::OutOfRange(level))
    }
}

//! How times, numbers and ids stand in columns, both ways. Knows no table.

use crate::moment::Moment;
use rusqlite::Row;
use rusqlite::types::Type;
use uuid::Uuid;

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

/// The moment in the two columns from `first` on.
pub(super) fn moment(row: &Row<'_>, first: usize) -> rusqlite::Result<Moment> {
    Ok(Moment { unix_ms: row.get(first)?, offset_secs: fitting(row.get(first + 1)?) })
}

/// The moment in the two columns from `first` on, where there is one.
pub(super) fn optional_moment(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Moment>> {
    let unix_ms: Option<i64> = row.get(first)?;
    let offset_secs: Option<i64> = row.get(first + 1)?;
    Ok(unix_ms.map(|unix_ms| Moment { unix_ms, offset_secs: fitting(offset_secs.unwrap_or(0)) }))
}

/// The id in a column.
pub(super) fn uuid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    let text = row.get_ref(column)?.as_str()?;
    Uuid::try_parse(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

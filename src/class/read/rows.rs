//! Goes through the rows of an export: its encoding, its columns, and each row that fits them. Knows no answer.

use crate::bank::Progress;
use crate::class::read::columns::{Columns, ExportColumn, Fit, Row};
use crate::class::read::fault::{Fault, RowFault};
use crate::table::{Encoding, Record, Records, Separator, decode, separator};

/// What there is to tell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableTold {
    /// The rows that cannot be used, with their lines.
    pub faults: Faults,
    /// Numbers of the questions of a Moodle report that nothing tells the right answer of: they count for nothing.
    pub unmarked: Vec<u32>,
    /// In which encoding it was read.
    pub encoding: Encoding,
}

/// Rows that cannot be used, with their lines.
pub(super) type Faults = Vec<(u64, RowFault)>;

/// Hands each row of an export to `take`, as it was exported or as a spreadsheet saved it since, and collects the rows that
/// cannot be used. Where the table turns out to be damaged, rows have been handed on before.
///
/// # Errors
/// Where a column is missing or twice, where a quotation mark makes rows be lost, or where `progress` stops the reading.
pub(crate) fn each_row<C: ExportColumn>(
    bytes: &[u8],
    progress: &dyn Progress,
    take: &mut dyn FnMut(&Row<C>) -> Result<(), RowFault>,
) -> Result<TableTold, Fault> {
    let (text, encoding) = decode(bytes);
    Ok(TableTold { faults: each_row_of(&text, progress, take)?, unmarked: Vec::new(), encoding })
}

/// The same of a text.
pub(super) fn each_row_of<C: ExportColumn>(
    text: &str,
    progress: &dyn Progress,
    take: &mut dyn FnMut(&Row<C>) -> Result<(), RowFault>,
) -> Result<Faults, Fault> {
    let found = separator(text, &C::NAMES[..C::NEEDED]);
    let take = &mut |columns: &Columns<C>, record: &Record| take(&Row { columns, record });
    each_record(text, found, Columns::<C>::of, progress, take)
}

/// Hands each row behind the first that fits the columns to `take`.
pub(super) fn each_record<F: Fit>(
    text: &str,
    found: Separator,
    columns: impl FnOnce(Option<&Record>) -> Result<F, Fault>,
    progress: &dyn Progress,
    take: &mut dyn FnMut(&F, &Record) -> Result<(), RowFault>,
) -> Result<Faults, Fault> {
    const BETWEEN_LOOKS: usize = 1024;
    let mut records = Records::new(text, found.sign, found.start);
    let header = records.next().transpose()?;
    let columns = columns(header.as_ref())?;
    let mut faults = Faults::new();
    let is_row = |parts: &[&str]| parts.len() == columns.count();
    for (at, record) in records.clone().enumerate() {
        let record = record?;
        let read = record.cells.last().map_or(0, |cell| cell.end);
        if at.is_multiple_of(BETWEEN_LOOKS) && !progress.advance(read as f32 / text.len() as f32) {
            return Err(Fault::Cancelled);
        }
        if record.is_blank() {
            continue;
        }
        if let Err(fault) = columns.fit(&record) {
            // A cell over several lines in a row that does not fit most likely holds the rows that follow.
            if let Some(joined) = records.joined(&record) {
                return Err(joined.into());
            }
            faults.push((record.line, fault));
            continue;
        }
        records.is_one_row(&record, &is_row)?;
        if let Err(fault) = take(&columns, &record) {
            faults.push((record.line, fault));
        }
    }
    Ok(faults)
}

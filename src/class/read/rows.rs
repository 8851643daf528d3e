//! Goes through the rows of an export: its encoding, its columns, and each row that fits them. Knows no answer.

use crate::bank::Progress;
use crate::class::read::columns::{Columns, ExportColumn, Row};
use crate::class::read::fault::{Fault, RowFault};
use crate::table::{Encoding, Records, decode, separator};

/// What there is to tell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableTold {
    /// The rows that cannot be used, with their lines.
    pub faults: Vec<(u64, RowFault)>,
    /// In which encoding it was read.
    pub encoding: Encoding,
}

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
    const BETWEEN_LOOKS: usize = 1024;
    let (text, encoding) = decode(bytes);
    let found = separator(&text, &C::NAMES[..C::NEEDED]);
    let mut records = Records::new(&text, found.sign, found.start);
    let header = records.next().transpose()?;
    let columns = Columns::<C>::of(header.as_ref())?;
    let mut told = TableTold { faults: Vec::new(), encoding };
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
            told.faults.push((record.line, fault));
            continue;
        }
        records.is_one_row(&record, &is_row)?;
        if let Err(fault) = take(&Row { columns: &columns, record: &record }) {
            told.faults.push((record.line, fault));
        }
    }
    Ok(told)
}

//! Reads one table of responses into a gathering: its encoding, its columns, its rows. Compares no tables.

use crate::bank::Progress;
use crate::class::read::answer::{Column, answer};
use crate::class::read::columns::{Columns, ExportColumn, Row};
use crate::class::read::fault::{Fault, RowFault};
use crate::class::read::gathering::{Gathering, Part};
use crate::table::{Encoding, Records, decode, separator};

/// What there is to tell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableTold {
    /// Rows that count as answers, those of copies that are set aside later too.
    pub answers: u32,
    /// The rows that cannot be used, with their lines.
    pub faults: Vec<(u64, RowFault)>,
    /// In which encoding it was read.
    pub encoding: Encoding,
}

impl Gathering {
    /// Adds a table of responses as it was exported, or as a spreadsheet saved it since. `table` is its number, by which
    /// [`super::Copies`] name it. A table that cannot be read adds nothing.
    ///
    /// # Errors
    /// Where a column is missing or twice, where a quotation mark makes rows be lost, or where `progress` stops the reading.
    pub fn add(&mut self, bytes: &[u8], table: u32, progress: &dyn Progress) -> Result<TableTold, Fault> {
        const BETWEEN_LOOKS: u32 = 1024;
        let (text, encoding) = decode(bytes);
        let found = separator(&text, &Column::NAMES[..Column::NEEDED]);
        let mut records = Records::new(&text, found.sign, found.start);
        let header = records.next().transpose()?;
        let columns = Columns::<Column>::of(header.as_ref())?;
        let mut told = TableTold { answers: 0, faults: Vec::new(), encoding };
        let mut part = self.part(table);
        let mut rows = 0_u32;
        let is_row = |parts: &[&str]| parts.len() == columns.count();
        let whole = records.clone();
        for record in records {
            let record = match record {
                Ok(record) => record,
                Err(fault) => return given_up(part, fault.into()),
            };
            rows = rows.wrapping_add(1);
            if rows.is_multiple_of(BETWEEN_LOOKS) {
                let read = record.cells.last().map_or(0, |cell| cell.end);
                if !progress.advance(read as f32 / text.len() as f32) {
                    return given_up(part, Fault::Cancelled);
                }
            }
            if record.is_blank() {
                continue;
            }
            if let Err(fault) = columns.fit(&record) {
                // A cell over several lines in a row that does not fit most likely holds the rows that follow.
                if let Some(joined) = whole.joined(&record) {
                    return given_up(part, joined.into());
                }
                told.faults.push((record.line, fault));
                continue;
            }
            if let Err(fault) = whole.is_one_row(&record, &is_row) {
                return given_up(part, fault.into());
            }
            match answer(&Row { columns: &columns, record: &record }) {
                Ok(Some(answer)) => {
                    part.take(&answer);
                    told.answers += 1;
                }
                Ok(None) => {}
                Err(fault) => told.faults.push((record.line, fault)),
            }
        }
        Ok(told)
    }
}

fn given_up(part: Part, fault: Fault) -> Result<TableTold, Fault> {
    part.give_up();
    Err(fault)
}

//! Writes CSV tables: RFC 4180, header first, formulas guarded.

use super::cell::{needs_guard, push_integer, push_number, push_thousandths, response_needs_guard};
use crate::moment::Moment;
use crate::schedule::StudyDay;
use crate::table::RowWriter;
use csv::ByteRecord;
use std::io::{self, Write};
use uuid::Uuid;

/// The byte order mark, by which spreadsheets know UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A column: its name in the header, and what stands under it of a record. A table has one list of these and writes
/// header and rows from it, so that no cell can slip under another name.
pub(super) struct Column<R: 'static> {
    /// The name in the header.
    pub(super) name: &'static str,
    /// The cell of a record.
    pub(super) cell: fn(&R) -> Cell<'_>,
}

/// What stands in a cell.
pub(super) enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text that somebody wrote; a spreadsheet could take it for a formula.
    Text(&'a str),
    /// What was answered: a text, or a number where it reads as one.
    Response(&'a str),
    /// A word of this program's own.
    Name(&'static str),
    /// An id.
    Id(Uuid),
    /// A whole number.
    Integer(u32),
    /// A number, in the shortest decimal; empty where it is not finite.
    Number(f64),
    /// Milliseconds, shown as seconds with at most three decimals.
    Secs(u64),
    /// A time in ISO 8601, with its offset.
    Time(Moment),
    /// A study day as an ISO date.
    Day(StudyDay),
    /// `true`, or empty.
    Flag(bool),
    /// `true` or `false`.
    Truth(bool),
}

/// Writes records as rows. A row is made in one buffer, which is used again.
pub(super) struct Table<W: Write, R: 'static> {
    columns: &'static [Column<R>],
    writer: RowWriter<W>,
    row: ByteRecord,
    cell: Vec<u8>,
}

impl<W: Write, R> Table<W, R> {
    /// Starts a table with its header; `bom` puts a byte order mark before it.
    pub(super) fn new(mut out: W, columns: &'static [Column<R>], bom: bool) -> io::Result<Self> {
        if bom {
            out.write_all(BYTE_ORDER_MARK)?;
        }
        let mut writer = RowWriter::new(out, b',');
        writer.write(&columns.iter().map(|column| column.name.as_bytes()).collect())?;
        Ok(Self { columns, writer, row: ByteRecord::new(), cell: Vec::new() })
    }

    /// Writes the row of a record.
    pub(super) fn write(&mut self, record: &R) -> io::Result<()> {
        self.row.clear();
        for column in self.columns {
            push((column.cell)(record), &mut self.row, &mut self.cell);
        }
        self.writer.write(&self.row)
    }

    /// Writes what is left and gives back what was written to.
    pub(super) fn finish(self) -> io::Result<W> {
        self.writer.finish()
    }
}

/// Appends the cell to the row; `scratch` saves an allocation a cell.
fn push(cell: Cell<'_>, row: &mut ByteRecord, scratch: &mut Vec<u8>) {
    let mut made = |make: &dyn Fn(&mut Vec<u8>)| {
        scratch.clear();
        make(scratch);
        row.push_field(scratch);
    };
    match cell {
        Cell::Empty | Cell::Flag(false) => row.push_field(b""),
        Cell::Flag(true) | Cell::Truth(true) => row.push_field(b"true"),
        Cell::Truth(false) => row.push_field(b"false"),
        Cell::Name(name) => row.push_field(name.as_bytes()),
        Cell::Text(text) if needs_guard(text) => made(&|cell| push_guarded(cell, text)),
        Cell::Response(text) if response_needs_guard(text) => made(&|cell| push_guarded(cell, text)),
        Cell::Text(text) | Cell::Response(text) => row.push_field(text.as_bytes()),
        Cell::Id(id) => row.push_field(id.hyphenated().encode_lower(&mut Uuid::encode_buffer()).as_bytes()),
        Cell::Integer(number) => made(&|cell| push_integer(cell, number.into())),
        Cell::Number(number) => made(&|cell| push_number(cell, number)),
        Cell::Secs(duration_ms) => made(&|cell| push_thousandths(cell, duration_ms)),
        Cell::Day(day) => row.push_field(day.to_iso().as_bytes()),
        Cell::Time(moment) => made(&|cell| moment.write_iso(cell)),
    }
}

fn push_guarded(cell: &mut Vec<u8>, text: &str) {
    cell.push(b'\'');
    cell.extend_from_slice(text.as_bytes());
}

//! The way that every CSV table is written: RFC 4180, header first, no cell that a spreadsheet runs. Knows no columns.

use super::cell::{is_plain_number, needs_guard, push_integer, push_number, push_secs};
use csv::{ByteRecord, Terminator, Writer, WriterBuilder};
use std::io::{self, Write};

/// The byte order mark, by which spreadsheets know UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Large enough that few rows wait for the system.
const BUFFER_BYTES: usize = 64 * 1024;

/// Takes one cell after the other and writes whole rows. A row is made in one record, which is used again.
pub(super) struct Table<W: Write> {
    writer: Writer<W>,
    row: ByteRecord,
    cell: Vec<u8>,
}

impl<W: Write> Table<W> {
    /// Starts a table with its header.
    pub(super) fn new(mut out: W, header: &[&str], bom: bool) -> io::Result<Self> {
        if bom {
            out.write_all(BYTE_ORDER_MARK)?;
        }
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(BUFFER_BYTES).from_writer(out);
        writer.write_record(header)?;
        Ok(Self { writer, row: ByteRecord::new(), cell: Vec::new() })
    }

    /// Writes what is left and gives back what was written to.
    pub(super) fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }

    /// Writes the row, which must have as many cells as the header.
    pub(super) fn end_row(&mut self) -> io::Result<()> {
        let written = self.writer.write_byte_record(&self.row);
        self.row.clear();
        Ok(written?)
    }

    /// A text cell.
    pub(super) fn text(&mut self, text: &str) {
        if needs_guard(text) {
            self.guarded(text);
        } else {
            self.row.push_field(text.as_bytes());
        }
    }

    /// Several text cells.
    pub(super) fn texts<const CELLS: usize>(&mut self, texts: [&String; CELLS]) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    /// A cell with what was answered: a text, or a number where it reads as one.
    pub(super) fn response(&mut self, text: &str) {
        if needs_guard(text) && !is_plain_number(text) {
            self.guarded(text);
        } else {
            self.row.push_field(text.as_bytes());
        }
    }

    /// A whole number.
    pub(super) fn integer(&mut self, number: u32) {
        self.made(|cell| push_integer(cell, number.into()));
    }

    /// A number, in the shortest decimal; empty for `None`.
    pub(super) fn number(&mut self, number: Option<f64>) {
        self.made(|cell| number.into_iter().for_each(|number| push_number(cell, number)));
    }

    /// Seconds, with at most three decimals.
    pub(super) fn secs(&mut self, secs: f64) {
        self.made(|cell| push_secs(cell, secs));
    }

    /// `true`, or empty.
    pub(super) fn flag(&mut self, is_set: bool) {
        self.row.push_field(if is_set { b"true" } else { b"" });
    }

    /// `true`, `false`, or empty for `None`.
    pub(super) fn truth(&mut self, truth: Option<bool>) {
        self.row.push_field(match truth {
            Some(true) => b"true",
            Some(false) => b"false",
            None => b"",
        });
    }

    fn guarded(&mut self, text: &str) {
        self.made(|cell| {
            cell.push(b'\'');
            cell.extend_from_slice(text.as_bytes());
        });
    }

    fn made(&mut self, make: impl FnOnce(&mut Vec<u8>)) {
        self.cell.clear();
        make(&mut self.cell);
        self.row.push_field(&self.cell);
    }
}

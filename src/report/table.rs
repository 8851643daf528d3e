//! The way that every CSV table is written: RFC 4180, header first, no cell that a spreadsheet runs. Knows no columns.

use super::cell::{is_plain_number, needs_guard, push_number, push_secs};
use csv::{Terminator, Writer, WriterBuilder};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The byte order mark, by which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Large enough that few rows wait for the system.
const BUFFER_BYTES: usize = 64 * 1024;

/// Writes one cell after the other. Cells are made in one buffer, which is used again.
pub(super) struct Table<W: Write> {
    writer: Writer<W>,
    cell: String,
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
        Ok(Self { writer, cell: String::new() })
    }

    /// Writes what is left and gives back what was written to.
    pub(super) fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }

    /// Ends the row, which must have as many cells as the header.
    pub(super) fn end_row(&mut self) -> io::Result<()> {
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// A text cell.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        if needs_guard(text) {
            self.cell.clear();
            self.cell.push('\'');
            self.cell.push_str(text);
            return Ok(self.writer.write_field(&self.cell)?);
        }
        Ok(self.writer.write_field(text)?)
    }

    /// A cell with what was answered: a text, or a number where it reads as one.
    pub(super) fn response(&mut self, text: &str) -> io::Result<()> {
        if is_plain_number(text) { Ok(self.writer.write_field(text)?) } else { self.text(text) }
    }

    /// A whole number.
    pub(super) fn integer(&mut self, number: u32) -> io::Result<()> {
        self.made(|cell| {
            // Writing to a String cannot fail.
            let _ = write!(cell, "{number}");
        })
    }

    /// A number, in the shortest decimal; empty for `None`.
    pub(super) fn number(&mut self, number: Option<f64>) -> io::Result<()> {
        self.made(|cell| number.into_iter().for_each(|number| push_number(cell, number)))
    }

    /// Seconds, with at most three decimals.
    pub(super) fn secs(&mut self, secs: f64) -> io::Result<()> {
        self.made(|cell| push_secs(cell, secs))
    }

    /// `true`, or empty.
    pub(super) fn flag(&mut self, is_set: bool) -> io::Result<()> {
        Ok(self.writer.write_field(if is_set { "true" } else { "" })?)
    }

    /// `true`, `false`, or empty for `None`.
    pub(super) fn truth(&mut self, truth: Option<bool>) -> io::Result<()> {
        Ok(self.writer.write_field(match truth {
            Some(true) => "true",
            Some(false) => "false",
            None => "",
        })?)
    }

    fn made(&mut self, make: impl FnOnce(&mut String)) -> io::Result<()> {
        self.cell.clear();
        make(&mut self.cell);
        Ok(self.writer.write_field(&self.cell)?)
    }
}

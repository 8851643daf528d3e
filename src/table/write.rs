//! Puts cells together as rows that are read as those rows again. Knows no column.

use csv::ByteRecord;
use memchr::memchr2;
use std::io::{self, BufWriter, Write};

/// Large enough that few rows wait for the system.
const BUFFER_BYTES: usize = 64 * 1024;

/// Writes rows as RFC 4180 has them. Cells are quoted where they must be; of a row with a line break in a cell all are, for
/// that no stray quotation mark does: lines of an answer that look like rows are not taken for rows that were joined.
#[derive(Debug)]
pub struct RowWriter<W: Write> {
    out: BufWriter<W>,
    sign: u8,
    row: Vec<u8>,
}

impl<W: Write> RowWriter<W> {
    /// Writes to `out`, with `sign` (in ASCII) between cells.
    pub fn new(out: W, sign: u8) -> Self {
        Self { out: BufWriter::with_capacity(BUFFER_BYTES, out), sign, row: Vec::new() }
    }

    /// Writes one row.
    ///
    /// # Errors
    /// What the writer below returns.
    pub fn write(&mut self, cells: &ByteRecord) -> io::Result<()> {
        self.row.clear();
        // A lone cell with nothing in it would be a line with nothing in it, which is no row.
        let is_quoted = memchr2(b'\n', b'\r', cells.as_slice()).is_some() || (cells.len() == 1 && cells[0].is_empty());
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.row.push(self.sign);
            }
            if is_quoted || memchr2(self.sign, b'"', cell).is_some() {
                push_quoted(&mut self.row, cell);
            } else {
                self.row.extend_from_slice(cell);
            }
        }
        self.row.extend_from_slice(b"\r\n");
        self.out.write_all(&self.row)
    }

    /// Writes what is still held back and gives back the writer below.
    ///
    /// # Errors
    /// What the writer below returns.
    pub fn finish(self) -> io::Result<W> {
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

fn push_quoted(row: &mut Vec<u8>, cell: &[u8]) {
    row.push(b'"');
    for piece in cell.split_inclusive(|byte| *byte == b'"') {
        row.extend_from_slice(piece);
        if piece.ends_with(b"\"") {
            row.push(b'"');
        }
    }
    row.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::super::Records;
    use super::*;
    use proptest::prelude::*;

    fn written(rows: &[Vec<String>], sign: u8) -> String {
        let mut writer = RowWriter::new(Vec::new(), sign);
        for row in rows {
            writer.write(&row.iter().map(String::as_bytes).collect()).expect("writes");
        }
        String::from_utf8(writer.finish().expect("ends")).expect("UTF-8")
    }

    #[test]
    fn cells_are_quoted_where_they_must_be_and_all_of_a_row_of_several_lines() {
        let check = |cells: &[&str], expected: &str| {
            let row = cells.iter().map(|cell| (*cell).to_owned()).collect();
            assert_eq!(written(&[row], b','), format!("{expected}\r\n"));
        };
        check(&["a b", "", "é;'"], "a b,,é;'");
        check(&["a,b", "5\" disk", "c"], "\"a,b\",\"5\"\" disk\",c");
        check(&["q1", "x\nq2,y", ""], "\"q1\",\"x\nq2,y\",\"\"");
        check(&["a\rb", "\"\""], "\"a\rb\",\"\"\"\"\"\"");
        check(&[""], "\"\"");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_no_row_of_it_is_taken_for_several(
            rows in prop::collection::vec(prop::collection::vec("[a-z ,;\"\n\ré]{0,8}", 2..5), 1..5),
            sign in prop::sample::select(vec![b',', b';']),
        ) {
            let text = written(&rows, sign);
            let records = Records::new(&text, sign, 0);
            let mut found: Vec<Vec<String>> = Vec::new();
            for record in records.clone() {
                let record = record.expect("sound");
                prop_assert_eq!(records.is_one_row(&record, &|_| true), Ok(()));
                found.push(record.cells.into_iter().map(|cell| cell.text.into_owned()).collect());
            }
            prop_assert_eq!(found, rows);
        }
    }
}

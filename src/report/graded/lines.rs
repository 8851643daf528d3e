//! Tells on which line a record of a table begins, as an editor counts lines. Reads no record itself.

use std::io::{self, Read};

/// Passes a table on and counts its lines. The reader of records counts them too, but takes the second half of a line
/// break of two signs, and empty lines, for part of the record after them.
#[derive(Debug)]
pub(super) struct Lines<R> {
    table: R,
    /// What was passed on and is not counted yet, behind what is: `counted` bytes.
    passed: Vec<u8>,
    counted: usize,
    /// Where `passed` begins in the table.
    start: u64,
    /// The line that the last byte counted stands on.
    line: u64,
}

impl<R> Lines<R> {
    pub fn new(table: R) -> Self {
        Self { table, passed: Vec::new(), counted: 0, start: 0, line: 1 }
    }

    /// The line, from 1, of the record that was read from `byte` on. Records are asked for in their order.
    pub fn of_record(&mut self, byte: u64) -> u64 {
        let at = usize::try_from(byte.saturating_sub(self.start)).unwrap_or(usize::MAX);
        let at = at.clamp(self.counted, self.passed.len());
        let is_break = |byte: &&u8| matches!(**byte, b'\r' | b'\n');
        let end = at + self.passed[at..].iter().take_while(is_break).count();
        let before = &self.passed[self.counted..end];
        // A carriage return alone is a line break too; with a line feed behind it, the two are one.
        let feeds = before.iter().filter(|byte| **byte == b'\n').count();
        let returns = before.iter().filter(|byte| **byte == b'\r').count();
        let pairs = before.windows(2).filter(|pair| *pair == b"\r\n").count();
        self.line += (feeds + returns - pairs) as u64;
        self.counted = end;
        self.line
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.table.read(buffer)?;
        self.passed.drain(..self.counted);
        self.start += self.counted as u64;
        self.counted = 0;
        self.passed.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::{ByteRecord, ReaderBuilder};

    /// A table that comes in pieces, so that a line break may be torn in two.
    struct Pieces<'a>(&'a [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(buffer.len());
            (&mut self.0).take(count as u64).read(buffer)
        }
    }

    fn check(table: &str, lines: &[u64]) {
        for piece in [1, 2, 3, 5, 100] {
            let pieces = Lines::new(Pieces(table.as_bytes(), piece));
            let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(pieces);
            let mut record = ByteRecord::new();
            let mut found = Vec::new();
            while reader.read_byte_record(&mut record).expect("a record") {
                let byte = record.position().expect("a place").byte();
                found.push(reader.get_mut().of_record(byte));
            }
            assert_eq!(found, lines, "{table:?} in pieces of {piece}");
        }
    }

    #[test]
    fn a_record_stands_on_the_line_that_an_editor_shows() {
        check("a\nb\nc", &[1, 2, 3]);
        check("a\r\nb\r\nc\r\n", &[1, 2, 3]);
        check("a\rb\rc", &[1, 2, 3]);
    }

    #[test]
    fn empty_lines_and_line_breaks_in_cells_count() {
        check("\na\n\n\nb\n", &[2, 5]);
        check("a\r\n\r\n\r\nb\r\n", &[1, 4]);
        check("a\r\n\"b\r\nb\nb\"\r\nc\r\n", &[1, 2, 5]);
    }
}

//! Takes a text apart into rows and cells, and refuses what would lose a row. Knows no column.

use std::borrow::Cow;
use thiserror::Error;

/// A cell, without its quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'t> {
    /// What is in it.
    pub text: Cow<'t, str>,
    /// Byte offset of its first sign, a quotation mark included.
    pub start: usize,
    /// Byte offset behind its last sign.
    pub end: usize,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'t> {
    /// The line that it begins on, from 1, as an editor counts.
    pub line: u64,
    /// Its cells, one at least.
    pub cells: Vec<Cell<'t>>,
}

/// What keeps a table from being read: from here on nobody knows where rows end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TableFault {
    /// A quotation mark that is never closed.
    #[error("the quotation mark that begins here is never closed: close it, or take it out")]
    OpenQuote {
        /// The line that it stands on, from 1.
        line: u64,
        /// Its byte offset.
        at: usize,
    },
    /// Text between a closing quotation mark and the end of the cell.
    #[error(
        "there is text behind the quotation mark that closes this cell: write a quotation mark inside a cell twice"
    )]
    AfterQuote {
        /// The line of the closing mark, from 1.
        line: u64,
        /// Byte offset of the cell.
        at: usize,
    },
    /// A cell in quotation marks that goes over several lines, where a line in it reads as a row of its own.
    #[error("the quotation mark that begins here joins this row to the next: take it out, or write it twice")]
    JoinedRows {
        /// The line that it stands on, from 1.
        line: u64,
        /// Byte offset of the cell.
        at: usize,
    },
}

impl TableFault {
    /// The line that it is told at.
    pub fn line(&self) -> u64 {
        let (Self::OpenQuote { line, .. } | Self::AfterQuote { line, .. } | Self::JoinedRows { line, .. }) = self;
        *line
    }

    /// The byte offset that it is told at.
    pub fn at(&self) -> usize {
        let (Self::OpenQuote { at, .. } | Self::AfterQuote { at, .. } | Self::JoinedRows { at, .. }) = self;
        *at
    }
}

impl Record<'_> {
    /// Whether there is nothing in any cell.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

/// The rows of a text, one after the other, without lines that have no sign at all. Ends at the first fault.
#[derive(Clone, Debug)]
pub struct Records<'t> {
    text: &'t str,
    sign: u8,
    at: usize,
    /// Line of the sign at `counted`, from 1.
    line: u64,
    counted: usize,
}

impl<'t> Records<'t> {
    /// The rows of `text` from a byte offset on, with `sign` (in ASCII) between their cells.
    pub fn new(text: &'t str, sign: u8, start: usize) -> Self {
        Self { text, sign, at: start, line: 1, counted: 0 }
    }

    /// Whether two lines or more of `record`, which its cells go over, read as rows of their own by what `is_row` says of
    /// their parts. One does where a cell of several lines stands first or last.
    ///
    /// # Errors
    /// The fault, with the line where the quotation mark stands that joins the rows.
    pub fn is_one_row(&self, record: &Record, is_row: &dyn Fn(&[&str]) -> bool) -> Result<(), TableFault> {
        let (Some(fault), Some(first), Some(last)) = (self.joined(record), record.cells.first(), record.cells.last())
        else {
            return Ok(());
        };
        let end = self.text[last.end..].find(['\n', '\r']).map_or(self.text.len(), |length| last.end + length);
        let lines = self.text[first.start..end].split(['\n', '\r']).filter(|line| {
            let parts: Vec<&str> = line.split(char::from(self.sign)).map(|part| part.trim_matches('"')).collect();
            parts.len() > 1 && is_row(&parts)
        });
        if lines.count() > 1 { Err(fault) } else { Ok(()) }
    }

    /// The first cell of `record` that goes over several lines, as a fault. None where it has several cells and all are quoted:
    /// whoever wrote that row quotes on purpose, and a stray mark in it would leave text behind the mark that closes a cell.
    pub fn joined(&self, record: &Record) -> Option<TableFault> {
        if record.cells.len() > 1 && record.cells.iter().all(|cell| self.text[cell.start..].starts_with('"')) {
            return None;
        }
        let first = record.cells.first().map_or(0, |cell| cell.start);
        let long = record.cells.iter().find(|cell| self.text[cell.start..cell.end].contains(['\n', '\r']))?;
        let line = record.line + breaks(&self.text.as_bytes()[first..long.start]);
        Some(TableFault::JoinedRows { line, at: long.start })
    }

    fn line_of(&mut self, at: usize) -> u64 {
        self.line += breaks(&self.text.as_bytes()[self.counted..at]);
        // Half of a line break of two signs is none.
        if at > 0 && self.text.as_bytes()[at - 1] == b'\r' && self.text.as_bytes().get(at) == Some(&b'\n') {
            self.line -= 1;
            self.counted = at - 1;
        } else {
            self.counted = at;
        }
        self.line
    }

    /// The cell that begins here.
    fn cell(&mut self) -> Result<Cell<'t>, TableFault> {
        let start = self.at;
        if !self.text[start..].starts_with('"') {
            self.at = self.plain_end(start);
            return Ok(Cell { text: Cow::Borrowed(&self.text[start..self.at]), start, end: self.at });
        }
        let mut inside: Cow<'t, str> = Cow::Borrowed("");
        let mut from = start + 1;
        loop {
            let Some(length) = self.text[from..].find('"') else {
                let line = self.line_of(start);
                return Err(TableFault::OpenQuote { line, at: start });
            };
            let piece = &self.text[from..from + length];
            inside = if inside.is_empty() { Cow::Borrowed(piece) } else { inside + piece };
            from += length + 1;
            if !self.text[from..].starts_with('"') {
                break;
            }
            inside += "\"";
            from += 1;
        }
        self.at = self.plain_end(from);
        if !self.text[from..self.at].trim_matches(' ').is_empty() {
            let line = self.line_of(from);
            return Err(TableFault::AfterQuote { line, at: start });
        }
        Ok(Cell { text: inside, start, end: from })
    }

    fn plain_end(&self, from: usize) -> usize {
        let is_end = |byte: &u8| *byte == self.sign || matches!(byte, b'\n' | b'\r');
        self.text.as_bytes()[from..].iter().position(is_end).map_or(self.text.len(), |length| from + length)
    }

    /// Goes past what ends the cell, and says whether another cell of the record follows.
    fn goes_on_after_cell(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let (length, goes_on) = match rest {
            [sign, ..] if *sign == self.sign => (1, true),
            [b'\r', b'\n', ..] => (2, false),
            [_, ..] => (1, false),
            [] => (0, false),
        };
        self.at += length;
        goes_on
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Result<Record<'t>, TableFault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.at += self.text.as_bytes()[self.at..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if self.at >= self.text.len() {
            return None;
        }
        let line = self.line_of(self.at);
        let mut cells = Vec::new();
        loop {
            match self.cell() {
                Ok(cell) => cells.push(cell),
                Err(fault) => {
                    self.at = self.text.len();
                    return Some(Err(fault));
                }
            }
            if !self.goes_on_after_cell() {
                return Some(Ok(Record { line, cells }));
            }
        }
    }
}

/// Line breaks among the bytes: a carriage return and a line feed behind it are one.
fn breaks(bytes: &[u8]) -> u64 {
    let count = |wanted: u8| bytes.iter().filter(|byte| **byte == wanted).count();
    let pairs = bytes.windows(2).filter(|pair| *pair == b"\r\n").count();
    (count(b'\n') + count(b'\r') - pairs) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Result<Vec<(u64, Vec<String>)>, TableFault> {
        let cells =
            |record: Record| (record.line, record.cells.into_iter().map(|cell| cell.text.into_owned()).collect());
        Records::new(text, b',', 0).map(|record| record.map(cells)).collect()
    }

    fn check(text: &str, expected: &[(u64, &[&str])]) {
        let expected: Vec<(u64, Vec<String>)> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect()))
            .collect();
        assert_eq!(rows(text), Ok(expected), "{text:?}");
    }

    #[test]
    fn a_row_stands_on_the_line_that_an_editor_shows() {
        check("a\nb\nc", &[(1, &["a"]), (2, &["b"]), (3, &["c"])]);
        check("a\r\nb\r\nc\r\n", &[(1, &["a"]), (2, &["b"]), (3, &["c"])]);
        check("a\rb\rc", &[(1, &["a"]), (2, &["b"]), (3, &["c"])]);
        check("\na\n\n\nb\n", &[(2, &["a"]), (5, &["b"])]);
        check("a\r\n\r\n\r\nb\r\n", &[(1, &["a"]), (4, &["b"])]);
        check("a\r\n\"b\r\nb\nb\"\r\nc\r\n", &[(1, &["a"]), (2, &["b\r\nb\nb"]), (5, &["c"])]);
    }

    #[test]
    fn quotation_marks_hold_signs_line_ends_and_themselves() {
        check("\"x, \"\"y\"\"\nz\",2", &[(1, &["x, \"y\"\nz", "2"])]);
        check("5\" disk,a\"b\"", &[(1, &["5\" disk", "a\"b\""])]);
        check("\"\",\"a\" ,b\n,", &[(1, &["", "a", "b"]), (2, &["", ""])]);
    }

    #[test]
    fn a_mark_that_would_lose_a_row_is_told_with_its_line() {
        assert_eq!(rows("a,b\nc,\"d\ne,f\n"), Err(TableFault::OpenQuote { line: 2, at: 6 }));
        assert_eq!(rows("a,b\nc,\"d\ne,\"f\ng,h\n"), Err(TableFault::AfterQuote { line: 3, at: 6 }));
        assert_eq!(rows("a,\"b\"c\n"), Err(TableFault::AfterQuote { line: 1, at: 2 }));
        assert_eq!(rows("a\r\n\r\n\"b"), Err(TableFault::OpenQuote { line: 3, at: 5 }));
    }

    #[test]
    fn a_line_inside_a_cell_that_reads_as_a_row_is_told() {
        let text = "q1,\"x\nq2,y\"\nq3,\"a\nb\"\n";
        let mut records = Records::new(text, b',', 0);
        let is_row = |parts: &[&str]| parts[0].starts_with('q');
        let first = records.next().expect("a row").expect("no fault");
        assert_eq!(records.is_one_row(&first, &is_row), Err(TableFault::JoinedRows { line: 1, at: 3 }));
        let second = records.next().expect("a row").expect("no fault");
        assert_eq!(records.is_one_row(&second, &is_row), Ok(()));
        assert_eq!(records.joined(&second), Some(TableFault::JoinedRows { line: 3, at: 15 }));
        // The mark may stand before the first cell, and the cells be as many as they should.
        let mut records = Records::new("\"L1,q1,a\nL2\",q2,b\n\"L\n3\",q3,c\n", b',', 0);
        let is_row = |parts: &[&str]| parts.get(1).is_some_and(|part| part.starts_with('q'));
        let first = records.next().expect("a row").expect("no fault");
        assert_eq!(records.is_one_row(&first, &is_row), Err(TableFault::JoinedRows { line: 1, at: 0 }));
        let second = records.next().expect("a row").expect("no fault");
        assert_eq!(records.is_one_row(&second, &is_row), Ok(()));
    }

    #[test]
    fn a_row_with_all_its_cells_quoted_is_one_whatever_its_lines_look_like() {
        let one_row = |text: &str| {
            let mut records = Records::new(text, b',', 0);
            let record = records.next().expect("a row").expect("no fault");
            records.is_one_row(&record, &|_| true)
        };
        assert_eq!(one_row("\"q1\",\"x\nq2,y\"\n"), Ok(()));
        assert_eq!(one_row("q1,\"x\nq2,y\"\n"), Err(TableFault::JoinedRows { line: 1, at: 3 }));
        assert_eq!(one_row("\"\nq1,x\nq2,\"\n"), Err(TableFault::JoinedRows { line: 1, at: 0 }));
        assert_eq!(one_row("\"q1\",\"x\nq2,y\",\n"), Err(TableFault::JoinedRows { line: 1, at: 5 }));
        // A mark that is missing there is told by the one after it.
        assert_eq!(rows("\"q1\",\"x\n\"q2\",\"y\"\n"), Err(TableFault::AfterQuote { line: 2, at: 5 }));
    }

    proptest! {
        #[test]
        fn cells_are_those_that_the_csv_crate_reads(records in prop::collection::vec(prop::collection::vec("[a-z ,;\"\n\ré]{0,6}", 3), 1..5)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            records.iter().for_each(|record| writer.write_record(record).expect("writes"));
            let text = String::from_utf8(writer.into_inner().expect("bytes")).expect("text");
            let found: Vec<Vec<String>> = rows(&text).expect("sound").into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(found, records);
        }

        #[test]
        fn every_sign_of_a_damaged_table_is_in_a_cell_or_the_table_is_refused(text in "[a,\"\n\ré ]{0,30}") {
            let Ok(rows) = rows(&text) else { return Ok(()) };
            let letters = |text: &str| text.chars().filter(|sign| matches!(sign, 'a' | 'é')).count();
            let found: usize = rows.iter().flat_map(|(_, cells)| cells).map(|cell| letters(cell)).sum();
            prop_assert_eq!(found, letters(&text));
        }
    }
}

//! Takes a spreadsheet saved as CSV apart: cells with their places, whichever sign stands between them. Knows no facts.

use crate::facts::read::row_fault::RowFault;
use std::borrow::Cow;

/// A cell, without its quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell<'a> {
    /// What is in it.
    pub text: Cow<'a, str>,
    /// Byte offset of its first sign.
    pub start: usize,
}

/// The records of a spreadsheet that are not blank, and where a quotation mark is never closed.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    /// Those before a cell that never ends.
    pub records: Vec<Vec<Cell<'a>>>,
    /// Offset of the cell that never ends, with what is wrong.
    pub unclosed: Option<(usize, RowFault)>,
}

/// Takes `text` apart. The sign between cells is the one that the first line has most of: a comma, a semicolon, as
/// spreadsheets write it where the comma parts decimals, or a tab.
pub(crate) fn sheet(text: &str) -> Sheet<'_> {
    // Some spreadsheets name the sign in a line of its own.
    let named = text.strip_prefix("sep=").and_then(|rest| rest.chars().next().filter(|sign| ",;\t".contains(*sign)));
    let first_line_end = text.find('\n').map_or(text.len(), |at| at + 1);
    let (sign, at) = match named {
        Some(sign) => (sign as u8, first_line_end),
        None => (sign_between(text), 0),
    };
    let mut sheet = Sheet { records: Vec::new(), unclosed: None };
    let mut reader = Reader { text, sign, at };
    while reader.at < text.len() {
        let mut record = Vec::new();
        loop {
            let (cell, is_closed) = reader.cell();
            if !is_closed {
                sheet.unclosed = Some((cell.start, RowFault::UnclosedCell));
            }
            record.push(cell);
            if !reader.goes_on_after_cell() {
                break;
            }
        }
        if sheet.unclosed.is_none() && record.iter().any(|cell| !cell.text.trim().is_empty()) {
            sheet.records.push(record);
        }
    }
    sheet
}

fn sign_between(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if !is_quoted => counts.iter_mut().filter(|(sign, _)| *sign == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(sign, _)| *sign)
}

struct Reader<'a> {
    text: &'a str,
    sign: u8,
    at: usize,
}

impl<'a> Reader<'a> {
    /// The cell that begins here, and whether it ends.
    fn cell(&mut self) -> (Cell<'a>, bool) {
        let start = self.at;
        if self.text[start..].starts_with('"') {
            return self.quoted_cell(start);
        }
        self.at = self.plain_end(start);
        (Cell { text: Cow::Borrowed(&self.text[start..self.at]), start }, true)
    }

    fn plain_end(&self, from: usize) -> usize {
        let is_end = |byte: &u8| *byte == self.sign || matches!(byte, b'\n' | b'\r');
        self.text.as_bytes()[from..].iter().position(is_end).map_or(self.text.len(), |length| from + length)
    }

    /// A quotation mark inside stands twice. What stands after the closing one belongs to the cell all the same.
    fn quoted_cell(&mut self, start: usize) -> (Cell<'a>, bool) {
        let mut inside = String::new();
        let mut at = start + 1;
        while let Some(length) = self.text[at..].find('"') {
            inside.push_str(&self.text[at..at + length]);
            at += length + 1;
            if !self.text[at..].starts_with('"') {
                self.at = self.plain_end(at);
                inside.push_str(&self.text[at..self.at]);
                return (Cell { text: Cow::Owned(inside), start }, true);
            }
            inside.push('"');
            at += 1;
        }
        inside.push_str(&self.text[at..]);
        self.at = self.text.len();
        (Cell { text: Cow::Owned(inside), start }, false)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let text_of = |record: &Vec<Cell>| record.iter().map(|cell| cell.text.to_string()).collect();
        sheet(text).records.iter().map(text_of).collect()
    }

    #[test]
    fn cells_are_parted_by_comma_semicolon_or_tab() {
        let expected = [["id", "object"], ["a", "1"]].map(|record| record.map(str::to_owned).to_vec());
        for text in ["id,object\na,1", "id;object\r\na;1\r\n", "id\tobject\n\na\t1\n\n", "sep=;\nid;object\na;1"] {
            assert_eq!(cells(text), expected, "{text}");
        }
        assert_eq!(cells("a;b\n1,5;2"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(cells("\"a,b,c\";d\n1;2"), [["a,b,c", "d"], ["1", "2"]]);
    }

    #[test]
    fn quotation_marks_hold_signs_line_ends_and_themselves() {
        assert_eq!(cells("a,b\n\"x, \"\"y\"\"\nz\",2"), [["a", "b"], ["x, \"y\"\nz", "2"]]);
        let sheet = sheet("a,b\n\"x,2\ny,3\n");
        assert_eq!(sheet.unclosed, Some((4, RowFault::UnclosedCell)));
        assert_eq!(sheet.records.len(), 1, "what the cell swallowed is no record");
    }

    proptest! {
        #[test]
        fn cells_are_those_that_the_csv_crate_reads(records in prop::collection::vec(prop::collection::vec("[a-z ,;\"\n\ré]{0,6}", 3), 1..5)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["a", "b", "c"]).expect("writes");
            records.iter().for_each(|record| writer.write_record(record).expect("writes"));
            let text = String::from_utf8(writer.into_inner().expect("bytes")).expect("text");
            let filled = records.into_iter().filter(|record| record.iter().any(|cell| !cell.trim().is_empty()));
            let expected: Vec<Vec<String>> = std::iter::once(vec!["a".into(), "b".into(), "c".into()]).chain(filled).collect();
            prop_assert_eq!(cells(&text), expected);
        }

        #[test]
        fn any_text_is_taken_apart_to_its_end(text in "[a,;\t\"\n\ré=]{0,30}") {
            for record in sheet(&text).records {
                prop_assert!(record.iter().all(|cell| text.is_char_boundary(cell.start)));
            }
        }
    }
}

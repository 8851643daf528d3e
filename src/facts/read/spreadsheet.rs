//! Takes a spreadsheet saved as CSV apart for the table of facts: records that are not blank, with the places of their
//! cells, up to what would lose a row. Knows no facts.

use crate::facts::read::row_fault::RowFault;
use crate::table::{Records, TableFault, separator};

pub(crate) use crate::table::Cell;

/// The records of a spreadsheet that are not blank, and where a quotation mark loses those after it.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    /// Those before the mark.
    pub records: Vec<Vec<Cell<'a>>>,
    /// Offset of the cell with the mark, with what is wrong.
    pub unclosed: Option<(usize, RowFault)>,
}

/// A line inside a cell is a row of its own where it has as many cells as the first row, if these are so many: a note of
/// several lines may well hold a comma.
const FEWEST_COLUMNS: usize = 3;

/// Takes `text` apart.
pub(crate) fn sheet(text: &str) -> Sheet<'_> {
    let found = separator(text, &["subject"]);
    let records = Records::new(text, found.sign, found.start);
    let mut sheet = Sheet { records: Vec::new(), unclosed: None };
    for record in records.clone() {
        let columns = sheet.records.first().map_or(0, Vec::len);
        let is_row = |parts: &[&str]| columns >= FEWEST_COLUMNS && parts.len() == columns;
        match record.and_then(|record| records.is_one_row(&record, &is_row).map(|()| record)) {
            Ok(record) if record.is_blank() => {}
            Ok(record) => sheet.records.push(record.cells),
            Err(fault) => {
                sheet.unclosed = Some((fault.at(), row_fault(fault)));
                break;
            }
        }
    }
    sheet
}

fn row_fault(fault: TableFault) -> RowFault {
    match fault {
        TableFault::OpenQuote { .. } => RowFault::UnclosedCell,
        TableFault::AfterQuote { .. } => RowFault::TextAfterQuote,
        TableFault::JoinedRows { .. } => RowFault::JoinedRows,
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
        let sheet = self::sheet("a,b,c\n1,\"x\"y,2\n3,4,5\n");
        assert_eq!(sheet.unclosed, Some((8, RowFault::TextAfterQuote)));
        let sheet = self::sheet("a,b,c\n1,\"x\n3,4\",5\n");
        assert_eq!((sheet.unclosed, sheet.records.len()), (None, 2));
        let sheet = self::sheet("a,b,c\n1,\"x\n3,4,5\n6,7\",8\n");
        assert_eq!((sheet.unclosed, sheet.records.len()), (Some((8, RowFault::JoinedRows)), 1));
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
            // What looks like rows that were joined is refused, whatever it was.
            prop_assume!(sheet(&text).unclosed.is_none());
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

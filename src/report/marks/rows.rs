//! Rows of cells as CSV for other programs: formulas guarded, numbers with a decimal point. Knows no system.

use crate::formula_guard::guard;
use crate::report::cell::write_number;
use crate::report::marks::gradebook::QuizMark;
use crate::table::RowWriter;
use csv::ByteRecord;

/// A cell.
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
    /// What somebody wrote, which a spreadsheet could take for a formula.
    Text(&'a str),
    /// A word of the format.
    Word(&'a str),
    /// A number.
    Number(f64),
}

/// The points of a mark; nothing where there is none.
pub(super) fn points(mark: Option<&QuizMark>) -> Cell<'static> {
    mark.map_or(Cell::Word(""), |mark| Cell::Number(mark.score))
}

/// The rows as bytes.
pub(super) fn csv<'a>(rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> Vec<u8> {
    let mut writer = RowWriter::new(Vec::new(), b',');
    let written = rows.into_iter().try_for_each(|row| {
        let mut record = ByteRecord::new();
        row.iter().for_each(|cell| push(&mut record, cell));
        writer.write(&record)
    });
    written.and_then(|()| writer.finish()).expect("writing to memory cannot fail")
}

fn push(record: &mut ByteRecord, cell: &Cell) {
    match cell {
        Cell::Text(text) => record.push_field(guard(text).as_bytes()),
        Cell::Word(word) => record.push_field(word.as_bytes()),
        Cell::Number(number) => record.push_field(write_number(*number).as_bytes()),
    }
}

//! Where the columns of a table of responses are, and how a row is written back. Marks nothing.

use super::fault::{GradeError, RowFault};
use super::scored::Scored;
use crate::report::cell::{is_plain_number, needs_guard, push_number, unguard};
use csv::ByteRecord;

/// The columns that marking adds, or fills anew where the table has them.
const ADDED: [&str; 3] = ["score", "max_score", "verdict"];

/// The columns that are looked at, by their place.
pub(super) struct Columns {
    count: usize,
    question: usize,
    response: usize,
    /// Those that an export has too; a table may do without.
    optional: [Option<usize>; OPTIONAL.len()],
    added: [Option<usize>; ADDED.len()],
}

/// A column that a table may do without.
#[derive(Clone, Copy)]
pub(super) enum Optional {
    Bank,
    Sitting,
    Quiz,
    Seed,
    Position,
    Prompt,
    CorrectResponse,
    Certainty,
    HintsUsed,
}

const OPTIONAL: [&str; 9] =
    ["bank", "sitting", "quiz", "seed", "position", "prompt", "correct_response", "certainty", "hints_used"];

impl Columns {
    /// Finds the columns by the names in the first row; capitals and outer spaces do not matter.
    pub fn of(header: &ByteRecord) -> Result<Self, GradeError> {
        let names: Vec<String> =
            header.iter().map(|cell| unguard(&String::from_utf8_lossy(cell)).trim().to_ascii_lowercase()).collect();
        let find = |name: &str| names.iter().position(|known| known == name);
        let needed = |column: &'static str| {
            let is_parted_otherwise = names.len() == 1 && names[0].contains([';', '\t']);
            let place = find(column).ok_or(GradeError::NoColumn { column, is_parted_otherwise })?;
            let is_once = names[place + 1..].iter().all(|name| name != column);
            if is_once { Ok(place) } else { Err(GradeError::ColumnTwice { column }) }
        };
        Ok(Self {
            count: names.len(),
            question: needed("question")?,
            response: needed("response")?,
            optional: OPTIONAL.map(find),
            added: ADDED.map(find),
        })
    }

    /// Refuses a row of another length: nobody knows which of its cells belongs where.
    pub fn fit(&self, record: &ByteRecord) -> Result<(), RowFault> {
        let (found, expected) = (record.len(), self.count);
        if found == expected { Ok(()) } else { Err(RowFault::Ragged { found, expected }) }
    }

    /// The id of the question.
    pub fn question<'r>(&self, record: &'r ByteRecord) -> Result<&'r str, RowFault> {
        text(record, self.question, "question")
    }

    /// What was answered.
    pub fn response<'r>(&self, record: &'r ByteRecord) -> Result<&'r str, RowFault> {
        text(record, self.response, "response")
    }

    /// The text under a column that may not be there; empty where it is not.
    pub fn optional<'r>(&self, record: &'r ByteRecord, column: Optional) -> Result<&'r str, RowFault> {
        match self.optional[column as usize] {
            Some(place) => text(record, place, OPTIONAL[column as usize]),
            None => Ok(""),
        }
    }

    /// What could be earned, as the table has it before it is marked.
    pub fn recorded_max_score<'r>(&self, record: &'r ByteRecord) -> Option<&'r str> {
        const MAX_SCORE: usize = 1;
        std::str::from_utf8(record.get(self.added[MAX_SCORE]?)?).ok()
    }

    /// The number under a column that may not be there.
    pub fn number(
        &self,
        record: &ByteRecord,
        column: Optional,
        expected: &'static str,
    ) -> Result<Option<u32>, RowFault> {
        let cell = self.optional(record, column)?.trim();
        if cell.is_empty() {
            return Ok(None);
        }
        let no_number = |_| RowFault::NoNumber { column: OPTIONAL[column as usize], cell: cell.to_owned(), expected };
        cell.parse().map(Some).map_err(no_number)
    }

    /// Makes the first row of what is written.
    pub fn header(&self, header: &ByteRecord, row: &mut ByteRecord) {
        row.clear();
        header.iter().for_each(|cell| pass(cell, row));
        let missing = ADDED.iter().zip(self.added).filter(|(_, place)| place.is_none());
        missing.for_each(|(name, _)| row.push_field(name.as_bytes()));
    }

    /// Makes a row of what is written. A row with too few cells gets empty ones, so that the scores stand in their
    /// columns; what it has too many follows after them.
    pub fn row(&self, record: &ByteRecord, scored: Option<&Scored>, row: &mut ByteRecord) {
        row.clear();
        let mut new = [Vec::new(), Vec::new(), Vec::new()];
        if let Some(scored) = scored {
            push_number(&mut new[0], scored.score);
            push_number(&mut new[1], scored.max_score);
            new[2].extend_from_slice(scored.verdict.as_str().as_bytes());
        }
        for place in 0..self.count {
            match self.added.iter().position(|added| *added == Some(place)) {
                Some(which) => row.push_field(&new[which]),
                None => pass(record.get(place).unwrap_or_default(), row),
            }
        }
        let missing = new.iter().zip(self.added).filter(|(_, place)| place.is_none());
        missing.for_each(|(cell, _)| row.push_field(cell));
        record.iter().skip(self.count).for_each(|cell| pass(cell, row));
    }
}

/// The text in a cell, without the apostrophe that keeps spreadsheets from running it.
fn text<'r>(record: &'r ByteRecord, place: usize, column: &'static str) -> Result<&'r str, RowFault> {
    let cell = std::str::from_utf8(record.get(place).unwrap_or_default());
    cell.map(unguard).map_err(|_| RowFault::NotText { column })
}

/// Passes a cell on as it is; one that a spreadsheet would run gets an apostrophe, a number is left alone.
fn pass(cell: &[u8], row: &mut ByteRecord) {
    let is_run = |text: &str| !text.starts_with('\'') && needs_guard(text) && !is_plain_number(text);
    // The first sign is all that matters, whatever the rest is.
    let is_run = std::str::from_utf8(cell).map_or_else(|_| cell.first().is_some_and(|first| is_run_by(*first)), is_run);
    if is_run {
        row.push_field(&[b"'", cell].concat());
    } else {
        row.push_field(cell);
    }
}

fn is_run_by(first: u8) -> bool {
    needs_guard(std::str::from_utf8(&[first]).unwrap_or_default())
}

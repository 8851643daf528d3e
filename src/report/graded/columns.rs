//! Where the columns of a table of responses are, and how a row is written back. Marks nothing.

use super::fault::{GradeError, RowFault};
use super::scored::Scored;
use crate::bank::wording::plain::Folding;
use crate::bank::wording::signs::is_blank;
use crate::class::{bare, whole};
use crate::report::cell::{is_plain_number, needs_guard, push_number, unguard};
use crate::table::Record;
use csv::ByteRecord;

/// The columns that marking adds, or fills anew where the table has them.
const ADDED: [&str; 3] = ["score", "max_score", "verdict"];
/// Indices of [`ADDED`].
pub(super) const SCORE: usize = 0;
pub(super) const MAX_SCORE: usize = 1;
pub(super) const VERDICT: usize = 2;

/// The columns that are looked at, by their place.
pub(super) struct Columns {
    count: usize,
    /// Whether each column has a name.
    is_named: Vec<bool>,
    pub question: usize,
    pub response: usize,
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
    Version,
}

const OPTIONAL: [&str; 10] =
    ["bank", "sitting", "quiz", "seed", "position", "prompt", "correct_response", "certainty", "hints_used", "version"];

impl Columns {
    /// Finds the columns by the names in the first row; capitals, outer spaces and what cannot be seen do not matter.
    pub fn of(header: &[String]) -> Result<Self, GradeError> {
        let names: Vec<String> = header.iter().map(|cell| bare(unguard(cell))).collect();
        let find = |name: &str| names.iter().position(|known| known == name);
        let needed = |column: &'static str| {
            let place = find(column).ok_or(GradeError::NoColumn { column })?;
            let is_once = names[place + 1..].iter().all(|name| name != column);
            if is_once { Ok(place) } else { Err(GradeError::ColumnTwice { column }) }
        };
        Ok(Self {
            count: names.len(),
            is_named: names.iter().map(|name| !name.is_empty()).collect(),
            question: needed("question")?,
            response: needed("response")?,
            optional: OPTIONAL.map(find),
            added: ADDED.map(find),
        })
    }

    /// Refuses a row of another length: nobody knows which of its cells belongs where. Cells with nothing in them beyond
    /// the last column are none, and those of columns without a name may be missing.
    pub fn fit(&self, record: &Record) -> Result<(), RowFault> {
        let (found, expected) = (record.cells.len(), self.count);
        let is_filled = |place: usize| !is_blank(&record.cells[place].text);
        let has_more = (expected..found).any(is_filled);
        let lacks = (found..expected).any(|place| self.is_named[place]);
        if has_more || lacks { Err(RowFault::Ragged { found, expected }) } else { Ok(()) }
    }

    /// The id of the question.
    pub fn question<'r>(&self, record: &'r Record) -> &'r str {
        text(record, self.question)
    }

    /// What was answered.
    pub fn response<'r>(&self, record: &'r Record) -> &'r str {
        text(record, self.response)
    }

    /// The text under a column that may not be there; empty where it is not.
    pub fn optional<'r>(&self, record: &'r Record, column: Optional) -> &'r str {
        self.optional[column as usize].map_or("", |place| text(record, place))
    }

    /// What the table has in a column that marking fills, before it is marked.
    pub fn recorded<'r>(&self, record: &'r Record, added: usize) -> Option<&'r str> {
        Some(text(record, self.added[added]?))
    }

    /// The number under a column that may not be there; spreadsheets write `1.0` for 1.
    pub fn number(&self, record: &Record, column: Optional, expected: &'static str) -> Result<Option<u32>, RowFault> {
        let cell = self.optional(record, column);
        if is_blank(cell) {
            return Ok(None);
        }
        let plain = Folding::LENIENT.of(cell).base;
        let number = whole(&plain).unwrap_or(plain).parse().ok();
        let no_number =
            || RowFault::NoNumber { column: OPTIONAL[column as usize], cell: cell.trim().to_owned(), expected };
        number.map(Some).ok_or_else(no_number)
    }

    /// The places of `score` and `verdict`, where both are there.
    pub fn recorded_columns(&self) -> Option<(usize, usize)> {
        Some((self.added[SCORE]?, self.added[VERDICT]?))
    }

    /// The places of the columns that two tables have under one name, apart from those that marking fills.
    pub fn shared(&self, header: &[String], other: &Self, other_header: &[String]) -> Vec<(usize, usize)> {
        let filled = |columns: &Self, place: usize| columns.added.contains(&Some(place));
        let same = |place: usize, name: &str| {
            let is_same =
                |(other_place, other_name): &(usize, &String)| bare(other_name) == name && !filled(other, *other_place);
            let found = other_header.iter().enumerate().find(is_same)?;
            Some((place, found.0))
        };
        let own = header.iter().enumerate().filter(|(place, _)| !filled(self, *place));
        own.filter_map(|(place, name)| {
            Some(bare(name)).filter(|name| !name.is_empty()).and_then(|name| same(place, &name))
        })
        .collect()
    }

    /// Makes the first row of what is written.
    pub fn header(&self, header: &[String], row: &mut ByteRecord) {
        row.clear();
        header.iter().for_each(|cell| pass(cell, row));
        let missing = ADDED.iter().zip(self.added).filter(|(_, place)| place.is_none());
        missing.for_each(|(name, _)| row.push_field(name.as_bytes()));
    }

    /// Makes a row of what is written. A row with too few cells gets empty ones, so that the scores stand in their
    /// columns; what it has too many follows after them.
    pub fn row(&self, record: &Record, scored: Option<&Scored>, row: &mut ByteRecord) {
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
                None => pass(record.cells.get(place).map_or("", |cell| &cell.text), row),
            }
        }
        let missing = new.iter().zip(self.added).filter(|(_, place)| place.is_none());
        missing.for_each(|(cell, _)| row.push_field(cell));
        record.cells.iter().skip(self.count).for_each(|cell| pass(&cell.text, row));
    }
}

/// The text in a cell, without the apostrophe that keeps spreadsheets from running it.
fn text<'r>(record: &'r Record, place: usize) -> &'r str {
    record.cells.get(place).map_or("", |cell| unguard(&cell.text))
}

/// Passes a cell on as it is; one that a spreadsheet would run gets an apostrophe, a number is left alone.
fn pass(cell: &str, row: &mut ByteRecord) {
    if !cell.starts_with('\'') && needs_guard(cell) && !is_plain_number(cell) {
        row.push_field(&[b"'", cell.as_bytes()].concat());
    } else {
        row.push_field(cell.as_bytes());
    }
}

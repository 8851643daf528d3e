//! Where the columns of an export are, and what stands in a row under them. Knows no answer.

use crate::bank::wording::plain::Folding;
use crate::bank::wording::signs::is_blank;
use crate::bank::wording::truth::spreadsheet_truth;
use crate::class::read::fault::{Fault, RowFault};
use crate::formula_guard::unguard;
use crate::table::Record;
use std::marker::PhantomData;

/// The columns that a reader looks for: an enum without data.
pub(crate) trait ExportColumn: Copy {
    /// Their names, in the order of the enum.
    const NAMES: &'static [&'static str];
    /// How many of them, from the first, must be there.
    const NEEDED: usize;

    /// The place of this one in [`Self::NAMES`].
    fn place(self) -> usize;
}

/// Where the columns of an export are.
pub(crate) struct Columns<C> {
    count: usize,
    is_named: Vec<bool>,
    places: Vec<Option<usize>>,
    of: PhantomData<C>,
}

impl<C: ExportColumn> Columns<C> {
    /// Finds the columns by the names in the first row: capitals, outer spaces and what cannot be seen do not matter.
    pub fn of(header: Option<&Record>) -> Result<Self, Fault> {
        let line = header.map_or(1, |header| header.line);
        let cells = header.map(|header| &header.cells[..]).unwrap_or_default();
        let found: Vec<String> = cells.iter().map(|cell| bare(unguard(&cell.text))).collect();
        let places: Vec<Option<usize>> =
            C::NAMES.iter().map(|wanted| found.iter().position(|name| name == wanted)).collect();
        for (column, place) in C::NAMES.iter().zip(&places).take(C::NEEDED) {
            let place = place.ok_or(Fault::NoColumn { column, line })?;
            if found[place + 1..].iter().any(|name| name == column) {
                return Err(Fault::ColumnTwice { column, line });
            }
        }
        let is_named = found.iter().map(|name| !name.is_empty()).collect();
        Ok(Self { count: found.len(), is_named, places, of: PhantomData })
    }
}

/// The columns of a table, as far as its rows must fit them.
pub(super) trait Fit {
    /// How many columns there are.
    fn count(&self) -> usize;

    /// Refuses a row of another length; empty cells beyond the last column are none, and those without a name may be missing.
    fn fit(&self, record: &Record) -> Result<(), RowFault>;
}

impl<C: ExportColumn> Fit for Columns<C> {
    fn count(&self) -> usize {
        self.count
    }

    fn fit(&self, record: &Record) -> Result<(), RowFault> {
        fit(record, self.count, |place| self.is_named[place])
    }
}

/// Refuses a row that has not `expected` cells; see [`Fit::fit`].
pub(super) fn fit(record: &Record, expected: usize, is_named: impl Fn(usize) -> bool) -> Result<(), RowFault> {
    let found = record.cells.len();
    let has_more = (expected..found).any(|place| !is_blank(&record.cells[place].text));
    let lacks = (found..expected).any(is_named);
    if has_more || lacks { Err(RowFault::Ragged { found, expected }) } else { Ok(()) }
}

/// A row with its columns.
pub(crate) struct Row<'r, C> {
    /// Where the columns are.
    pub columns: &'r Columns<C>,
    /// The cells.
    pub record: &'r Record<'r>,
}

impl<'r, C: ExportColumn> Row<'r, C> {
    /// The text in a cell, without the apostrophe that keeps spreadsheets from running it; empty where there is no such column.
    pub fn text(&self, column: C) -> &'r str {
        let cell = self.columns.places[column.place()].and_then(|place| self.record.cells.get(place));
        cell.map_or("", |cell| unguard(&cell.text))
    }

    /// The text of a cell that must hold some.
    pub fn filled(&self, column: C) -> Result<&'r str, RowFault> {
        let cell = self.text(column).trim();
        if is_blank(cell) { Err(RowFault::Empty { column: self.name(column).into() }) } else { Ok(cell) }
    }

    /// A whole number, which spreadsheets may write as `1.0`; `None` for an empty cell.
    pub fn whole(&self, column: C) -> Result<Option<u32>, RowFault> {
        let cell = self.text(column).trim();
        if is_blank(cell) {
            return Ok(None);
        }
        let number = cell.parse().ok().or_else(|| whole(cell)?.parse().ok());
        number.map(Some).ok_or_else(|| self.unreadable(column, "a whole number"))
    }

    /// A number, with a point or with the comma that some spreadsheets make of it.
    pub fn number(&self, column: C) -> Result<f64, RowFault> {
        let cell = self.filled(column)?;
        let number = cell.parse().or_else(|_| cell.replace(',', ".").replace('\u{2212}', "-").parse());
        number.ok().filter(|number: &f64| number.is_finite()).ok_or_else(|| self.unreadable(column, "a number"))
    }

    /// `true` or `false`, also as a spreadsheet of another language has saved it; `None` for anything else.
    pub fn truth(&self, column: C) -> Option<bool> {
        match self.text(column) {
            "" => None,
            "true" => Some(true),
            "false" => Some(false),
            other => match bare(other).as_str() {
                "true" => Some(true),
                "false" => Some(false),
                folded => spreadsheet_truth(folded),
            },
        }
    }

    /// What `read` makes of the name in a cell, which is looked at as it stands and then without capitals and outer spaces.
    pub fn named<T>(&self, column: C, read: impl Fn(&str) -> Option<T>, expected: &'static str) -> Result<T, RowFault> {
        let cell = self.filled(column)?;
        read(cell).or_else(|| read(&bare(cell))).ok_or_else(|| self.unreadable(column, expected))
    }

    /// Tells that a cell holds something else than it can.
    pub fn unreadable(&self, column: C, expected: &'static str) -> RowFault {
        RowFault::Unreadable { column: self.name(column).into(), cell: self.text(column).trim().to_owned(), expected }
    }

    /// The name of a column.
    pub fn name(&self, column: C) -> &'static str {
        C::NAMES[column.place()]
    }
}

/// A name or an id as it is looked up: without what cannot be seen, and in any case.
pub(crate) fn bare(name: &str) -> String {
    Folding { case: true, accents: false }.of(name).base
}

/// `7` for `7.0` or `7,00`; `None` for another text.
pub(crate) fn whole(number: &str) -> Option<String> {
    let whole = number.trim().trim_end_matches('0').strip_suffix(['.', ','])?;
    let is_whole = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| whole.to_owned())
}

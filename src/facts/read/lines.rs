//! Opens a spreadsheet: what its columns hold, and its rows by their columns. Knows neither facts nor entities.

use crate::bank::Problem;
use crate::bank::read::mark_bytes;
use crate::facts::FactTable;
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::cells::{CellFault, Cells, Filled};
use crate::facts::read::columns::{ENTITY_COLUMNS, FACT_COLUMNS, NAME, SUBJECT, known, plain};
use crate::facts::read::places::Row;
use crate::facts::read::row_fault::RowFault;
use crate::facts::read::spreadsheet::{Cell, sheet};
use crate::facts::read::wide::{self, Wide};
use crate::facts::table::part::{About, Part};
use crate::formula_guard::unguard;
use crate::syntax::Wanted;
use crate::syntax::did_you_mean::nearest;
use std::ops::Range;
use std::rc::Rc;

/// What the rows of a spreadsheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Each a fact.
    Facts,
    /// Each an entity.
    Entities,
}

/// A row that holds something.
#[derive(Debug)]
pub(crate) struct Line {
    of: Of,
    file: Box<str>,
    /// Its first cell.
    span: Range<usize>,
    /// What is in it.
    pub cells: Cells,
}

impl Line {
    /// Where it stands; `fields` tells the field of the fact or the entity that each column is for.
    pub fn row(&self, field_of: impl Fn(&'static str) -> Option<&'static str>) -> Row {
        let cell =
            |(column, cell): (&'static str, &Filled)| Some((field_of(column)?, cell.name.clone(), cell.span.clone()));
        Row { file: self.file.clone(), span: self.span.clone(), cells: self.cells.iter().filter_map(cell).collect() }
    }

    /// What is wrong with it as a whole.
    pub fn faulty(&self, (column, problem): CellFault) -> TableDiagnostic {
        let part = if self.of == Of::Facts { Part::Fact } else { Part::Entity };
        let about = Some(self.cells.text("id")).filter(|id| !id.is_empty()).map(|id| About { part, id: id.into() });
        TableDiagnostic { about, ..self.noted(column, problem) }
    }

    /// What is to be said of one of its cells.
    pub fn noted(&self, column: &str, problem: impl Into<TableProblem>) -> TableDiagnostic {
        let cell = self.cells.get(column);
        TableDiagnostic {
            problem: problem.into(),
            file: Some(self.file.clone()),
            span: cell.map_or_else(|| self.span.clone(), |cell| cell.span.clone()),
            column: cell.map(|cell| (*cell.name).into()),
            about: None,
        }
    }
}

/// The rows of a spreadsheet; nothing where they cannot be read. `told` hears of what is wrong.
pub(crate) fn opened(
    file: &str,
    text: &str,
    table: &FactTable,
    told: &mut Vec<TableDiagnostic>,
) -> Option<(Of, Vec<Line>)> {
    let mark_bytes = mark_bytes(text);
    let mut opening = Opening { file, text: &text[mark_bytes..], mark_bytes, table, told };
    let sheet = sheet(opening.text);
    if let Some((at, problem)) = sheet.unclosed {
        opening.tell(opening.span(at), problem);
    }
    let mut records = sheet.records.into_iter();
    let Some(header) = records.next() else {
        opening.tell(0..0, Problem::Syntax { wanted: Wanted::Content, slip: None });
        return None;
    };
    let has = |name: &str| header.iter().any(|cell| plain(&cell.text) == name);
    // One that says what an object is lacks its subject, whatever else is named.
    let is_of_entities = has(NAME) && ![SUBJECT, "object", "relation"].into_iter().any(has);
    let of = if is_of_entities { Of::Entities } else { Of::Facts };
    let columns = opening.columns(&header, of);
    if opening.lacks(&header, &columns, of) {
        return None;
    }
    Some((of, records.flat_map(|record| opening.lines(of, &columns, record)).collect()))
}

/// A column that is read: what it holds, and its name as written.
type Column = (Holds, Rc<str>);

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Holds {
    /// What the column of that name tells.
    Field(&'static str),
    /// What is told of the facts of one relation.
    OfRelation(Wide),
}

/// A spreadsheet while it is opened.
struct Opening<'a> {
    file: &'a str,
    /// Without its byte order mark.
    text: &'a str,
    mark_bytes: usize,
    table: &'a FactTable,
    told: &'a mut Vec<TableDiagnostic>,
}

impl Opening<'_> {
    /// The columns by what they hold, in the order of the file.
    fn columns(&mut self, header: &[Cell], of: Of) -> Vec<Option<Column>> {
        let known_columns = if of == Of::Facts { FACT_COLUMNS } else { ENTITY_COLUMNS };
        let mut columns: Vec<Option<Column>> = Vec::new();
        for cell in header {
            let span = self.span(cell.start);
            let name = cell.text.trim();
            let of_relation = || Wide::of(name, self.table).filter(|_| of == Of::Facts).map(Holds::OfRelation);
            let column = known(name, known_columns).map(Holds::Field).or_else(of_relation);
            let is_repeated = columns.iter().flatten().any(|(known, _)| Some(known) == column.as_ref());
            match column {
                Some(_) if is_repeated => self.tell(span, Problem::RepeatedField { field: name.into() }),
                None if !name.is_empty() => {
                    let suggestion = nearest(&plain(name), known_columns.iter().copied());
                    self.tell(span, RowFault::UnknownColumn { column: name.into(), suggestion });
                }
                _ => {}
            }
            columns.push(column.filter(|_| !is_repeated).map(|column| (column, name.into())));
        }
        columns
    }

    /// Whether a column that is needed is not there.
    fn lacks(&mut self, header: &[Cell], columns: &[Option<Column>], of: Of) -> bool {
        // A table of one relation needs no column for it, nor one of one class.
        let (main, other, others) = match of {
            Of::Facts => (SUBJECT, "relation", self.table.relations.0.len()),
            Of::Entities => (NAME, "class", self.table.classes.0.len()),
        };
        let has = |column: &str| {
            columns.iter().flatten().any(|(known, _)| matches!(known, Holds::Field(field) if *field == column))
        };
        let is_wide = columns.iter().flatten().any(|(known, _)| matches!(known, Holds::OfRelation(_)));
        let needed = [main].into_iter().chain((others != 1 && !is_wide).then_some(other));
        let missing: Vec<&str> = needed.filter(|column| !has(column)).collect();
        for column in &missing {
            let span = header.first().map_or(0..0, |cell| self.span(cell.start));
            self.tell(span, RowFault::MissingColumn { column: (*column).into() });
        }
        !missing.is_empty()
    }

    /// What a row tells: one thing, or in a wide sheet a fact of each relation.
    fn lines(&mut self, of: Of, columns: &[Option<Column>], record: Vec<Cell>) -> Vec<Line> {
        let span = record.first().map_or(0..0, |cell| self.span(cell.start));
        let mut cells = Cells::default();
        let mut of_relations = Vec::new();
        for (index, cell) in record.iter().enumerate() {
            match columns.get(index) {
                Some(Some((holds, name))) => {
                    let text = unguard(&cell.text).to_owned();
                    let filled = Filled { name: name.clone(), span: self.span(cell.start), text };
                    match holds {
                        Holds::Field(column) => cells.put(column, filled),
                        Holds::OfRelation(wide) => of_relations.push((wide.clone(), filled)),
                    }
                }
                None if !cell.text.trim().is_empty() => {
                    self.tell(self.span(cell.start), RowFault::LongRow { columns: columns.len() });
                    return Vec::new();
                }
                _ => {}
            }
        }
        let is_wide = columns.iter().flatten().any(|(holds, _)| matches!(holds, Holds::OfRelation(_)));
        let told = if is_wide { wide::facts(&cells, &of_relations, self.table) } else { vec![cells] };
        told.into_iter().map(|cells| Line { of, file: self.file.into(), span: span.clone(), cells }).collect()
    }

    /// The bytes of the cell that begins at `start`, as the file has them.
    fn span(&self, start: usize) -> Range<usize> {
        start + self.mark_bytes..cell_end(self.text, start) + self.mark_bytes
    }

    fn tell(&mut self, span: Range<usize>, problem: impl Into<TableProblem>) {
        let file = Some(self.file.into());
        self.told.push(TableDiagnostic { problem: problem.into(), file, span, column: None, about: None });
    }
}

/// Where the cell that begins at `start` ends: with its closing quotation mark, or before the sign after it.
fn cell_end(text: &str, start: usize) -> usize {
    let cell = &text[start..];
    let Some(quoted) = cell.strip_prefix('"') else {
        return start + cell.find([',', ';', '\t', '\r', '\n']).unwrap_or(cell.len());
    };
    // A quotation mark inside stands twice.
    let mut at = 0;
    while let Some(length) = quoted[at..].find('"') {
        at += length + 1;
        if !quoted[at..].starts_with('"') {
            return start + 1 + at;
        }
        at += 1;
    }
    text.len()
}

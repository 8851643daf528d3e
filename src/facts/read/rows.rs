//! Turns the rows of spreadsheets into facts of a table, and into entities that it lacks. Opens no file: the texts come
//! in.

use crate::bank::read::mark_bytes;
use crate::bank::values::quantity;
use crate::bank::{Problem, TextPart};
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::names::Names;
use crate::facts::read::places::{Finding, Row, Subject};
use crate::facts::read::recover::Recovered;
use crate::facts::read::row_fault::RowFault;
use crate::facts::read::spreadsheet::{Cell, sheet};
use crate::facts::table::part::{About, Part, Side};
use crate::facts::{Fact, Hints, Object, Quantity, Relation, Several, When};
use crate::formula_guard::unguard;
use crate::syntax::Wanted;
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// The columns that are read.
const COLUMNS: &[&str] = &[
    "id",
    "relation",
    "subject",
    "object",
    "unit",
    "words",
    "tolerance",
    "when",
    "note",
    "topic",
    "source",
    "place",
    "more",
    "hint",
    "hint_object",
    "hint_subject",
    "hint_year",
    "also_right",
    "wrong",
];

/// Adds the facts of every spreadsheet that the table names, and returns where each came from; `findings` hears of what is
/// wrong with the list itself.
pub(crate) fn add(
    recovered: &mut Recovered,
    texts: &dyn Fn(&str) -> Result<String, String>,
    findings: &mut Vec<Finding>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let names = recovered.table.rows.clone();
    let mut known = Names::of(&recovered.table);
    for (index, name) in names.iter().enumerate() {
        let text = match is_beside(name) {
            true => texts(name).map_err(|reason| RowFault::RowsUnread { file: name.clone(), reason: reason.into() }),
            false => Err(RowFault::RowsOutside { file: name.clone() }),
        };
        match text {
            Ok(text) => {
                let mark_bytes = mark_bytes(&text);
                let text = &text[mark_bytes..];
                Spreadsheet { recovered, known: &mut known, file: name, text, mark_bytes }.add(&mut rows);
            }
            Err(problem) => {
                let path = vec![Step::Field("rows"), Step::Item(index)];
                findings.push(Finding { subject: Subject::Table, path, problem: problem.into() });
            }
        }
    }
    known.finish(&mut recovered.table);
    rows
}

/// Whether a name is that of a file in the table's own folder.
fn is_beside(name: &str) -> bool {
    !name.trim().is_empty()
        && !matches!(name, "." | "..")
        && !name.contains(['/', '\\', ':'])
        && !name.contains(char::is_control)
}

/// A column that is read: what it holds, and its name as written.
type Column = (&'static str, Rc<str>);

/// One spreadsheet on its way into a table.
struct Spreadsheet<'a> {
    recovered: &'a mut Recovered,
    known: &'a mut Names,
    file: &'a str,
    /// Without its byte order mark.
    text: &'a str,
    mark_bytes: usize,
}

/// A row by the names of its columns.
struct Cells<'a>(HashMap<&'a str, (Rc<str>, Range<usize>, String)>);

impl Cells<'_> {
    /// What is in the column, without outer spaces; empty where there is none.
    fn text(&self, column: &str) -> &str {
        self.0.get(column).map_or("", |(_, _, text)| text.trim())
    }

    /// Several texts in one cell, parted by semicolons.
    fn texts(&self, column: &str) -> Box<[Box<str>]> {
        self.text(column).split(';').map(str::trim).filter(|text| !text.is_empty()).map(Into::into).collect()
    }
}

/// What is wrong with a cell: its column, and how.
type CellFault = (&'static str, TableProblem);

impl Spreadsheet<'_> {
    fn add(&mut self, rows: &mut Vec<Row>) {
        let sheet = sheet(self.text);
        if let Some((at, problem)) = sheet.unclosed {
            self.tell(self.span(at), None, None, problem);
        }
        let mut records = sheet.records.into_iter();
        let Some(header) = records.next() else {
            let problem = Problem::Syntax { wanted: Wanted::Content, slip: None };
            return self.tell(0..0, None, None, problem);
        };
        let Some(columns) = self.columns(&header) else { return };
        for record in records {
            self.row(&columns, record, rows);
        }
    }

    /// The columns by what they hold, in the order of the file. Nothing where one that is needed is not there.
    fn columns(&mut self, header: &[Cell]) -> Option<Vec<Option<Column>>> {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for cell in header {
            let span = self.span(cell.start);
            let name = cell.text.trim();
            let folded = name.to_lowercase().replace([' ', '-'], "_");
            let column = COLUMNS.iter().find(|column| **column == folded || format!("{column}s") == folded);
            if let Some(column) = column
                && columns.iter().flatten().any(|(known, _)| known == column)
            {
                self.tell(span, None, None, Problem::RepeatedField { field: name.into() });
                columns.push(None);
                continue;
            }
            if column.is_none() && !name.is_empty() {
                let suggestion = nearest(&folded, COLUMNS.iter().copied());
                self.tell(span, None, None, RowFault::UnknownColumn { column: name.into(), suggestion });
            }
            columns.push(column.map(|column| (*column, name.into())));
        }
        let needs_relation = self.recovered.table.relations.0.len() != 1;
        let has = |column: &str| columns.iter().flatten().any(|(known, _)| *known == column);
        // A table of one relation needs no column for it.
        let needed = ["subject"].into_iter().chain(needs_relation.then_some("relation"));
        let missing: Vec<&str> = needed.filter(|column| !has(column)).collect();
        for column in &missing {
            let span = header.first().map_or(0..0, |cell| self.span(cell.start));
            self.tell(span, None, None, RowFault::MissingColumn { column: (*column).into() });
        }
        missing.is_empty().then_some(columns)
    }

    fn row(&mut self, columns: &[Option<Column>], record: Vec<Cell>, rows: &mut Vec<Row>) {
        let span = record.first().map_or(0..0, |cell| self.span(cell.start));
        let mut cells = Cells(HashMap::new());
        for (index, cell) in record.iter().enumerate() {
            match columns.get(index) {
                Some(Some((column, name))) => {
                    let text = unguard(&cell.text).to_owned();
                    cells.0.insert(*column, (name.clone(), self.span(cell.start), text));
                }
                Some(None) => {}
                None if cell.text.trim().is_empty() => {}
                None => {
                    let problem = RowFault::LongRow { columns: columns.len() };
                    return self.tell(self.span(cell.start), None, None, problem);
                }
            }
        }
        match self.fact(&cells) {
            Ok(fact) => {
                let cells = cells.0.into_values().map(|(name, span, _)| (name, span)).collect();
                rows.push(Row { file: self.file.into(), span, cells });
                self.recovered.table.facts.push(fact);
            }
            Err((column, problem)) => {
                let (name, span) = match cells.0.get(column) {
                    Some((name, span, _)) => (Some((**name).into()), span.clone()),
                    None => (None, span),
                };
                self.tell(span, name, Some(cells.text("id")), problem);
            }
        }
    }

    fn fact(&mut self, cells: &Cells) -> Result<Fact, CellFault> {
        let relations = &self.recovered.table.relations;
        let relation_id: Box<str> = match (cells.text("relation"), &*relations.0) {
            ("", [(only, _)]) => only.clone(),
            (id, _) => id.into(),
        };
        let relation = relations.get(&relation_id).cloned();
        let class = |side| relation.as_ref().map(|relation| class_of(relation, side)).unwrap_or_default();
        let subject = self.entity(cells, Side::Subject, &class(Side::Subject))?;
        let object = match (cells.text("object"), class(Side::Object)) {
            ("", _) => None,
            // Nothing is known of an object whose relation there is not; that is told of the relation.
            (text, _) if relation.is_none() => Some(Object::Is(text.into())),
            (_, class) if class.is_empty() => Some(Object::Amount(amount(cells)?)),
            (_, class) => Some(Object::Is(self.entity(cells, Side::Object, &class)?)),
        };
        let when = match cells.text("when") {
            "" => None,
            text => Some(When::read(text).ok_or_else(|| ("when", RowFault::NotADate { text: text.into() }.into()))?),
        };
        let id = match cells.text("id") {
            "" => self.known.new_id(&made_id(&subject, &relation_id, relation.as_ref(), object.as_ref())),
            id => id.into(),
        };
        let text = |column| Box::from(cells.text(column));
        #[rustfmt::skip]
        let fact = Fact {
            id, relation: relation_id, subject, object, when, note: text("note"), topic: text("topic"),
            source: text("source"), places: cells.texts("place"), more: text("more"), hint: text("hint"),
            also_right: self.known.ids(&cells.texts("also_right")), wrong: self.known.ids(&cells.texts("wrong")),
            cautions: Box::default(),
            hints: Hints { object: text("hint_object"), subject: text("hint_subject"), year: text("hint_year") },
        };
        Ok(fact)
    }

    /// The id of the entity in a column, by its id or by a name; a new one where there is none.
    fn entity(&mut self, cells: &Cells, side: Side, class: &str) -> Result<Box<str>, CellFault> {
        let column = side.as_str();
        let text = cells.text(column);
        if text.is_empty() {
            return Err((column, Problem::Blank { part: TextPart::InTable(column) }.into()));
        }
        match self.known.find(text, class) {
            Ok(Some(id)) => Ok(id),
            Ok(None) if class.is_empty() => Ok(text.into()),
            Ok(None) => {
                if let Some(near) = self.known.near(text, class)
                    && let Some((name, span, _)) = cells.0.get(column)
                {
                    let problem = RowFault::NewNameNear { name: text.into(), near };
                    self.tell(span.clone(), Some((**name).into()), None, problem);
                }
                Ok(self.known.make(text, class))
            }
            Err(entities) => Err((column, RowFault::AmbiguousName { name: text.into(), entities }.into())),
        }
    }

    /// The bytes of the cell that begins at `start`, as the file has them.
    fn span(&self, start: usize) -> Range<usize> {
        start + self.mark_bytes..cell_end(self.text, start) + self.mark_bytes
    }

    fn tell(
        &mut self,
        span: Range<usize>,
        column: Option<Box<str>>,
        id: Option<&str>,
        problem: impl Into<TableProblem>,
    ) {
        let about = id.filter(|id| !id.is_empty()).map(|id| About { part: Part::Fact, id: id.into() });
        self.recovered.problems.push(TableDiagnostic {
            problem: problem.into(),
            file: Some(self.file.into()),
            span,
            column,
            about,
        });
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

/// An id for a fact from what it says, so that it stays when rows change places.
fn made_id(subject: &str, relation_id: &str, relation: Option<&Relation>, object: Option<&Object>) -> String {
    match (relation.map(|relation| relation.objects), object) {
        (Some(Several::All | Several::Some), Some(Object::Is(object))) => format!("{subject}-{relation_id}-{object}"),
        _ => format!("{subject}-{relation_id}"),
    }
}

fn class_of(relation: &Relation, side: Side) -> Box<str> {
    match side {
        Side::Subject => relation.from.clone(),
        Side::Object => relation.to.clone(),
    }
}

/// The number in `object`, with the unit that stands behind it or in a column of its own.
fn amount(cells: &Cells) -> Result<Quantity, CellFault> {
    let (value, unit_behind) = number(cells, "object")?;
    let unit: Box<str> = match cells.text("unit") {
        "" => unit_behind,
        unit => unit.into(),
    };
    let tolerance = match cells.text("tolerance") {
        "" => 0.0,
        _ => number(cells, "tolerance")?.0,
    };
    Ok(Quantity { value, unit, words: cells.text("words").into(), tolerance, ..Quantity::default() })
}

fn number(cells: &Cells, column: &'static str) -> Result<(f64, Box<str>), CellFault> {
    let text = cells.text(column);
    match &quantity::readings(text)[..] {
        [] => Err((column, RowFault::NotANumber { text: text.into() }.into())),
        [one] => Ok((one.value, one.unit.clone())),
        [first, second, ..] => {
            let (text, first, second) = (text.into(), first.value, second.value);
            Err((column, RowFault::TwoNumbers { text, first, second }.into()))
        }
    }
}

//! Where the parts of a fact table stand: in the text of the table, or in a row of a spreadsheet. Judges nothing.

use crate::bank::Place;
use crate::bank::read::recover::Found;
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::recover::TABLE;
use crate::facts::table::FactTable;
use crate::facts::table::part::{About, Part};
use crate::syntax::lexer::{Piece, Scanner};
use crate::syntax::line_index::Lines;
use crate::syntax::outline::{Outline, outline};
use crate::syntax::path;
use crate::syntax::resync::split;
use crate::syntax::tree::Step;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Where the parts of a table stand.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// The values of the table's own fields, by name.
    pub head: HashMap<String, Range<usize>>,
    /// Each bank.
    pub banks: Vec<Range<usize>>,
    /// Each class, with its key.
    pub classes: Vec<Range<usize>>,
    /// Each entity that the table's text has, with its key.
    pub entities: Vec<Range<usize>>,
    /// Each relation, with its key.
    pub relations: Vec<Range<usize>>,
    /// Each fact that the table's text has.
    pub facts: Vec<Range<usize>>,
}

/// A row of a spreadsheet that became a fact.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Name of the spreadsheet.
    pub file: Box<str>,
    /// Where the row begins.
    pub place: Place,
    /// The names of its columns, and where each cell begins.
    pub cells: Vec<(Rc<str>, Place)>,
}

/// Something wrong with a part of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Flaw {
    /// Which part.
    pub subject: Subject,
    /// The way from that part to the value that is wrong.
    pub path: Vec<Step>,
    /// What is wrong with it.
    pub problem: TableProblem,
}

/// A part of a table, by its index before anything is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    /// The table itself.
    Table,
    /// One of its parts.
    Part(Part, usize),
}

impl Flaw {
    /// The problem that it is, told with its place. `rows` are those that the facts beyond the text's own came from.
    pub fn diagnostic(
        &self,
        table: &FactTable,
        text: &str,
        lines: &Lines,
        places: &Places,
        rows: &[Row],
    ) -> TableDiagnostic {
        let problem =
            |place, about| TableDiagnostic { problem: self.problem.clone(), file: None, place, column: None, about };
        let Subject::Part(part, index) = self.subject else {
            let value = self.path.first().and_then(|step| match step {
                Step::Field(name) => places.head.get(*name),
                _ => None,
            });
            let at = |value: &Range<usize>| value.start + path::value_at(&text[value.clone()], &self.path[1..]);
            return problem(Some(lines.place(value.map_or(0, at))), None);
        };
        let about =
            id_of(table, part, index).filter(|id| !id.trim().is_empty()).map(|id| About { part, id: id.into() });
        let list = places.list(part);
        match list.get(index) {
            Some(range) => problem(Some(lines.place(range.start + self.offset(&text[range.clone()], part))), about),
            None if part == Part::Fact => match rows.get(index - list.len()) {
                Some(row) => self.in_row(row, about),
                None => problem(None, about),
            },
            None => problem(None, about),
        }
    }

    fn offset(&self, piece: &str, part: Part) -> usize {
        let start = match part {
            Part::Bank | Part::Fact => 0,
            Part::Class | Part::Entity | Part::Relation if self.path.is_empty() => 0,
            Part::Class | Part::Entity | Part::Relation => value_start(piece).unwrap_or(0),
        };
        start + path::value_at(&piece[start..], &self.path)
    }

    fn in_row(&self, row: &Row, about: Option<About>) -> TableDiagnostic {
        let cell = self.path.first().and_then(|step| match step {
            Step::Field(name) => row.cells.iter().find(|(column, _)| is_column_of(column, name)),
            _ => None,
        });
        TableDiagnostic {
            problem: self.problem.clone(),
            file: Some(row.file.clone()),
            place: Some(cell.map_or(row.place, |(_, place)| *place)),
            column: cell.map(|(column, _)| (**column).into()),
            about,
        }
    }
}

/// Whether a column holds what the field of a fact of that name does.
fn is_column_of(column: &str, field: &str) -> bool {
    column == field || (column == "place" && field == "places")
}

impl Places {
    /// The values of the table's own fields.
    pub fn head_of(text: &str, outline: &Outline) -> HashMap<String, Range<usize>> {
        outline.fields.iter().map(|(name, value)| (text[name.clone()].to_owned(), value.clone())).collect()
    }

    fn list(&self, part: Part) -> &[Range<usize>] {
        match part {
            Part::Bank => &self.banks,
            Part::Class => &self.classes,
            Part::Entity => &self.entities,
            Part::Relation => &self.relations,
            Part::Fact => &self.facts,
        }
    }
}

/// The places in a text that was read without an error.
pub(crate) fn sound_places(text: &str) -> Places {
    let mut lists: [Found; 5] = Default::default();
    let [banks, classes, entities, relations, facts] = &mut lists;
    let outline = outline(&TABLE, text, &mut |name, open| {
        let found = match name {
            "banks" => &mut *banks,
            "classes" => &mut *classes,
            "entities" => &mut *entities,
            "relations" => &mut *relations,
            _ => &mut *facts,
        };
        split(&TABLE, text, open, &[], found)
    });
    let [banks, classes, entities, relations, facts] = lists.map(|found| found.0);
    Places { head: Places::head_of(text, &outline), banks, classes, entities, relations, facts }
}

/// Where the value begins in a `piece` such as `"ussr": Entity(…)`; `None` where it has no key.
pub(crate) fn value_start(piece: &str) -> Option<usize> {
    let mut scanner = Scanner::new(piece, 0);
    scanner.next().filter(|(key, _)| *key == Piece::Text)?;
    scanner.next().filter(|(colon, _)| *colon == Piece::Colon)?;
    scanner.skip_blank();
    Some(scanner.at)
}

fn id_of(table: &FactTable, part: Part, index: usize) -> Option<&str> {
    match part {
        Part::Bank => table.banks.get(index).map(|bank| &*bank.id),
        Part::Class => table.classes.0.get(index).map(|(id, _)| &**id),
        Part::Entity => table.entities.0.get(index).map(|(id, _)| &**id),
        Part::Relation => table.relations.0.get(index).map(|(id, _)| &**id),
        Part::Fact => table.facts.get(index).map(|fact| &*fact.id),
    }
}

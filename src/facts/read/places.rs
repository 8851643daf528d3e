//! Where the parts of a fact table stand: in the text of the table, or in a row of a spreadsheet. Judges nothing.

use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::rows::FromRows;
use crate::facts::read::vocabulary::TABLE;
use crate::facts::table::FactTable;
use crate::facts::table::part::{About, Part};
use crate::syntax::items::Spans;
use crate::syntax::lexer::{Lexer, Token};
use crate::syntax::outline::outline;
use crate::syntax::path::{self, Step};
use crate::syntax::resync::split;
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

/// A row of a spreadsheet that became a fact or an entity.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Name of the spreadsheet.
    pub file: Box<str>,
    /// Where its first cell stands.
    pub span: Range<usize>,
    /// Its cells: the field that each is for, the name of its column as written, and where it stands.
    pub cells: Vec<(&'static str, Rc<str>, Range<usize>)>,
}

impl Row {
    /// A problem with the cell of the first of these fields that has one, or else with the row.
    pub fn diagnostic(&self, fields: &[&str], problem: TableProblem, about: Option<About>) -> TableDiagnostic {
        let cell = fields.iter().find_map(|wanted| self.cells.iter().find(|(field, ..)| field == wanted));
        TableDiagnostic {
            problem,
            file: Some(self.file.clone()),
            span: cell.map_or_else(|| self.span.clone(), |(_, _, span)| span.clone()),
            column: cell.map(|(_, column, _)| (**column).into()),
            about,
        }
    }
}

/// Something wrong with a part of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
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

impl Finding {
    /// The problem that it is, told with its place. `rows` are those that came from elsewhere than
    /// the text.
    pub fn diagnostic(&self, table: &FactTable, text: &str, places: &Places, rows: &FromRows) -> TableDiagnostic {
        let problem =
            |span, about| TableDiagnostic { problem: self.problem.clone(), file: None, span, column: None, about };
        let Subject::Part(part, index) = self.subject else {
            let value = self.path.first().and_then(|step| match step {
                Step::Field(name) => places.head.get(*name),
                _ => None,
            });
            return problem(value.map_or_else(|| path::span_at(text, 0), |value| self.in_head(text, value)), None);
        };
        let about =
            id_of(table, part, index).filter(|id| !id.trim().is_empty()).map(|id| About { part, id: id.into() });
        let list = places.list(part);
        match list.get(index) {
            Some(range) => problem(self.in_part(text, range, part), about),
            None => match rows.row(part, index - list.len()) {
                Some(row) => row.diagnostic(&self.fields(), self.problem.clone(), about),
                None => problem(0..0, about),
            },
        }
    }

    /// The value of a field of the table, or a value inside it.
    fn in_head(&self, text: &str, value: &Range<usize>) -> Range<usize> {
        match &self.path[1..] {
            [] => value.clone(),
            path => moved(path::span_of(&text[value.clone()], path), value.start),
        }
    }

    /// A value inside a part, or what the part begins with.
    fn in_part(&self, text: &str, range: &Range<usize>, part: Part) -> Range<usize> {
        let piece = &text[range.clone()];
        let start = match part {
            Part::Bank | Part::Fact => 0,
            Part::Class | Part::Entity | Part::Relation if self.path.is_empty() => 0,
            Part::Class | Part::Entity | Part::Relation => value_start(piece).unwrap_or(0),
        };
        moved(path::span_of(&piece[start..], &self.path), range.start + start)
    }

    /// The fields on the way to the value that is wrong, the innermost first.
    fn fields(&self) -> Vec<&'static str> {
        let field = |step: &Step| match step {
            Step::Field(name) => Some(*name),
            _ => None,
        };
        self.path.iter().rev().filter_map(field).collect()
    }
}

impl Places {
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
    let mut lists: [Spans; 5] = Default::default();
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
    Places { head: outline.values(text), banks, classes, entities, relations, facts }
}

/// Where the value begins in a `piece` such as `"ussr": Entity(…)`; `None` where it has no key.
pub(crate) fn value_start(piece: &str) -> Option<usize> {
    let mut lexer = Lexer::new(piece, 0);
    lexer.next().filter(|(key, _)| *key == Token::Text)?;
    lexer.next().filter(|(colon, _)| *colon == Token::Colon)?;
    lexer.skip_blank();
    Some(lexer.at)
}

fn moved(span: Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
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

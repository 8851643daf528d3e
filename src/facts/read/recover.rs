//! Takes a fact table from its text: a sound one in one go, a damaged one part by part, so that a bad fact costs only
//! itself. Never judges what the parts say.

use crate::bank::read::options;
use crate::bank::read::recover::options_of;
use crate::bank::{Entries, Problem};
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::places::{Places, value_start};
use crate::facts::table::part::{About, Part};
use crate::facts::table::{Entity, EntityClass, FORMAT, Fact, FactBank, FactTable, Relation};
use crate::syntax::lexer::{Scanner, skip_value};
use crate::syntax::line_index::Lines;
use crate::syntax::outline::{Head, Outline, outline};
use crate::syntax::resync::{ListEnd, Mark, Sink, Vocabulary, marks, split};
use crate::syntax::ron_error::opinion;
use crate::syntax::tree::Step;
use crate::syntax::{path, tree};
use ron::Options;
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::ops::Range;

/// The parts of a fact table, as its text names them.
pub(crate) const TABLE: Vocabulary = Vocabulary {
    document: "FactTable",
    document_fields: &[
        "format",
        "id",
        "title",
        "language",
        "authors",
        "licence",
        "sources",
        "banks",
        "classes",
        "entities",
        "relations",
        "facts",
        "rows",
    ],
    lists: &["banks", "classes", "entities", "relations", "facts"],
    after_lists: &["sources", "banks", "classes", "entities", "relations", "facts", "rows"],
    elements: &["FactBank", "EntityClass", "Entity", "Relation", "Fact"],
    element_fields: &[
        "id", "title", "topics", "noun", "name", "class", "also", "from", "to", "says", "relation", "subject", "object",
    ],
    closing: b"]}",
};

/// A table with what could be read of it.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The table; what it says is not yet checked.
    pub table: FactTable,
    /// Whether its own fields could be read: without them the parts are only there to be told of.
    pub has_head: bool,
    /// Where its parts stand, if that is known already.
    pub places: Option<Places>,
    /// The ids of the parts that were left out.
    pub damaged: HashSet<About>,
    /// What was left out so far, and why.
    pub problems: Vec<TableDiagnostic>,
}

/// Reads what can be read of `text`.
pub(crate) fn read(text: &str, lines: &Lines) -> Draft {
    match options().from_str::<FactTable>(text) {
        Ok(table) if table.format == FORMAT => {
            Draft { table, has_head: true, places: None, damaged: HashSet::new(), problems: Vec::new() }
        }
        _ => recover(text, lines),
    }
}

fn recover(text: &str, lines: &Lines) -> Draft {
    if Scanner::new(text, 0).next().is_none() {
        return failed(lines, 0, Problem::Syntax { message: "there is nothing in this file".into() });
    }
    let all = Context { text, lines, marks: &marks(&TABLE, text), options: &options_of(text) };
    let mut banks = Kept::<FactBank>::new(&all, Part::Bank);
    let mut classes = Kept::<Keyed<EntityClass>>::new(&all, Part::Class);
    let mut entities = Kept::<Keyed<Entity>>::new(&all, Part::Entity);
    let mut relations = Kept::<Keyed<Relation>>::new(&all, Part::Relation);
    let mut facts = Kept::<Fact>::new(&all, Part::Fact);
    let outline = outline(&TABLE, text, &mut |name, open| match name {
        "banks" => banks.split(open),
        "classes" => classes.split(open),
        "entities" => entities.split(open),
        "relations" => relations.split(open),
        _ => facts.split(open),
    });
    if let Some((at, fault)) = other_format(text, &outline) {
        return failed(lines, at, fault);
    }
    let (mut table, mut problems) = head(text, lines, &outline);
    let has_head = problems.is_empty();
    let mut damaged = HashSet::new();
    let mut places = Places { head: Places::head_of(text, &outline), ..Places::default() };
    table.banks = banks.finish(&mut places.banks, &mut problems, &mut damaged).into();
    table.classes = keyed(classes.finish(&mut places.classes, &mut problems, &mut damaged));
    table.entities = keyed(entities.finish(&mut places.entities, &mut problems, &mut damaged));
    table.relations = keyed(relations.finish(&mut places.relations, &mut problems, &mut damaged));
    table.facts = facts.finish(&mut places.facts, &mut problems, &mut damaged);
    Draft { table, has_head, places: Some(places), damaged, problems }
}

/// A table of nothing, with why.
fn failed(lines: &Lines, at: usize, fault: impl Into<TableProblem>) -> Draft {
    let problems = vec![written(lines, at, fault, None)];
    Draft { table: FactTable::default(), has_head: false, places: None, damaged: HashSet::new(), problems }
}

fn other_format(text: &str, outline: &Outline) -> Option<(usize, TableProblem)> {
    let (at, value) = outline.value(text, "format")?;
    match ron::from_str::<u64>(value) {
        Ok(0) => Some((at, Problem::UnknownFormat { found: 0 }.into())),
        Ok(found) if found > u64::from(FORMAT) => Some((at, TableProblem::NewerFormat { found })),
        _ => None,
    }
}

/// The table without its parts, and what is wrong with that.
fn head(text: &str, lines: &Lines, outline: &Outline) -> (FactTable, Vec<TableDiagnostic>) {
    let head = Head::new(text, &outline.cuts);
    match options().from_str(&head.text) {
        Ok(table) => (table, Vec::new()),
        Err(error) => {
            let (at, fault) = opinion(&head.text, &error);
            (FactTable::default(), vec![written(lines, head.original(at), fault, None)])
        }
    }
}

fn written(lines: &Lines, at: usize, fault: impl Into<TableProblem>, about: Option<About>) -> TableDiagnostic {
    TableDiagnostic { problem: fault.into(), file: None, place: Some(lines.place(at)), column: None, about }
}

fn keyed<T>(parts: Vec<Keyed<T>>) -> Entries<T> {
    Entries(parts.into_iter().map(|Keyed(key, part)| (key, part)).collect())
}

/// What every list of one text shares.
struct Context<'a> {
    text: &'a str,
    lines: &'a Lines<'a>,
    marks: &'a [Mark],
    options: &'a Options,
}

/// A part that can be read alone.
trait Piece: Sized {
    /// The part, or where in `piece` it is wrong and how.
    fn read(piece: &str, options: &Options) -> Result<Self, (usize, Problem)>;
    /// Its id, where one can be read though the rest cannot.
    fn id_of(piece: &str) -> Option<Box<str>>;
}

/// A part under its key.
struct Keyed<T>(Box<str>, T);

impl Piece for Fact {
    fn read(piece: &str, options: &Options) -> Result<Self, (usize, Problem)> {
        alone(piece, options).map_err(|(at, fault)| (at, of_its_amount(piece, at, fault)))
    }

    fn id_of(piece: &str) -> Option<Box<str>> {
        tree::id_of(piece)
    }
}

impl Piece for FactBank {
    fn read(piece: &str, options: &Options) -> Result<Self, (usize, Problem)> {
        alone(piece, options)
    }

    fn id_of(piece: &str) -> Option<Box<str>> {
        tree::id_of(piece)
    }
}

impl<T: DeserializeOwned> Piece for Keyed<T> {
    fn read(piece: &str, options: &Options) -> Result<Self, (usize, Problem)> {
        let start = value_start(piece).filter(|start| *start > 0);
        let (Some(start), Some(key)) = (start, Self::id_of(piece)) else {
            let message = "expected an id in quotation marks, and a colon after it";
            return Err((tree::content_start(piece), Problem::Syntax { message: message.into() }));
        };
        let part = alone(&piece[start..], options).map_err(|(at, fault)| (start + at, fault))?;
        Ok(Self(key, part))
    }

    fn id_of(piece: &str) -> Option<Box<str>> {
        let (_, range) = Scanner::new(piece, 0).next()?;
        ron::from_str::<Box<str>>(&piece[range]).ok().filter(|key| !key.trim().is_empty())
    }
}

/// The reader takes the fields of an amount for those of its fact.
fn of_its_amount(piece: &str, at: usize, fault: Problem) -> Problem {
    let object = path::value_at(piece, &[Step::Field("object")]);
    let mut scanner = Scanner::new(piece, object);
    let is_inside = object > 0 && skip_value(&mut scanner).is_some_and(|end| (object..end).contains(&at));
    let owner = "Quantity".into();
    match fault {
        Problem::UnknownField { found, suggestion, advice, .. } if is_inside => {
            Problem::UnknownField { found, owner, suggestion, advice }
        }
        Problem::MissingField { field, .. } if &*field == "value" => Problem::MissingField { field, owner },
        other => other,
    }
}

fn alone<T: DeserializeOwned>(piece: &str, options: &Options) -> Result<T, (usize, Problem)> {
    options.from_str(piece).map_err(|error| opinion(piece, &error))
}

/// The elements of a list that could be read, and what is wrong with the others.
struct Kept<'a, T> {
    all: &'a Context<'a>,
    part: Part,
    items: Vec<T>,
    ranges: Vec<Range<usize>>,
    problems: Vec<TableDiagnostic>,
}

impl<'a, T: Piece> Kept<'a, T> {
    fn new(all: &'a Context<'a>, part: Part) -> Self {
        Self { all, part, items: Vec::new(), ranges: Vec::new(), problems: Vec::new() }
    }

    fn split(&mut self, open: usize) -> ListEnd {
        split(&TABLE, self.all.text, open, self.all.marks, self)
    }

    /// Hands over what was found, and returns the elements.
    fn finish(
        mut self,
        places: &mut Vec<Range<usize>>,
        problems: &mut Vec<TableDiagnostic>,
        damaged: &mut HashSet<About>,
    ) -> Vec<T> {
        damaged.extend(self.problems.iter().filter_map(|problem| problem.about.clone()));
        problems.append(&mut self.problems);
        *places = self.ranges;
        self.items
    }
}

impl<T: Piece> Sink for Kept<'_, T> {
    fn takes(&mut self, range: Range<usize>) -> bool {
        let Ok(item) = T::read(&self.all.text[range.clone()], self.all.options) else {
            return false;
        };
        self.items.push(item);
        self.ranges.push(range);
        true
    }

    fn refuses(&mut self, range: Range<usize>) {
        let piece = self.all.text[range.clone()].trim_end().trim_end_matches(',');
        let (at, fault) = match T::read(piece, self.all.options) {
            Err(refusal) => refusal,
            Ok(_) => (0, Problem::Syntax { message: "expected a comma".into() }),
        };
        let about = T::id_of(piece).map(|id| About { part: self.part, id });
        self.problems.push(written(self.all.lines, range.start + at, fault, about));
    }

    fn notes(&mut self, at: usize, message: &'static str) {
        self.problems.push(written(self.all.lines, at, Problem::Syntax { message: message.into() }, None));
    }

    fn goes_on(&mut self, _at: usize) -> bool {
        true
    }
}

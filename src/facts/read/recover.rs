//! Takes a fact table from its text: a sound one in one go, a damaged one part by part, so that a bad fact costs only
//! itself. Never judges what the parts say.

use crate::bank::read::options;
use crate::bank::read::recover::options_of;
use crate::bank::{Entries, Problem};
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::places::{Places, value_start};
use crate::facts::read::vocabulary::TABLE;
use crate::facts::table::part::{About, Part};
use crate::facts::table::{Entity, EntityClass, FORMAT, Fact, FactBank, FactTable, Relation};
use crate::syntax::Wanted;
use crate::syntax::diagnostic::TextProblem;
use crate::syntax::items::{Element, Items, Mistake, Refusal, read_at};
use crate::syntax::lexer::Lexer;
use crate::syntax::outline::{Head, Outline, outline};
use crate::syntax::path::{self, span_at};
use crate::syntax::resync::{anchors, split};
use crate::syntax::ron_error::explain;
use ron::Options;
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::ops::Range;

/// A table with what could be read of it.
#[derive(Debug)]
pub(crate) struct Recovered {
    /// The table; what it says is not yet checked.
    pub table: FactTable,
    /// Whether its own fields could be read: without them the parts are only there to be told of.
    pub has_head: bool,
    /// Where its parts stand, if that is known already.
    pub places: Option<Places>,
    /// The ids of the parts that were left out.
    pub damaged: HashSet<About>,
    /// Whether its bank is the one that a table without banks makes.
    pub has_default_bank: bool,
    /// What was left out so far, and why.
    pub problems: Vec<TableDiagnostic>,
}

/// Reads what can be read of `text`.
pub(crate) fn read(text: &str) -> Recovered {
    match options().from_str::<FactTable>(text) {
        Ok(table) if table.format == FORMAT => Recovered::of(table, true, Vec::new()),
        _ => recover(text),
    }
}

fn recover(text: &str) -> Recovered {
    if Lexer::new(text, 0).next().is_none() {
        return failed(0..0, Problem::Syntax { wanted: Wanted::Content, slip: None });
    }
    let (anchors, options) = (anchors(&TABLE, text), &options_of(text));
    let goes_on = |_at| true;
    let mut banks = Items::<FactBank>::new(text, options, &goes_on);
    let mut classes = Items::<Keyed<EntityClass>>::new(text, options, &goes_on);
    let mut entities = Items::<Keyed<Entity>>::new(text, options, &goes_on);
    let mut relations = Items::<Keyed<Relation>>::new(text, options, &goes_on);
    let mut facts = Items::<Fact>::new(text, options, &goes_on);
    let outline = outline(&TABLE, text, &mut |name, open| match name {
        "banks" => split(&TABLE, text, open, &anchors, &mut banks),
        "classes" => split(&TABLE, text, open, &anchors, &mut classes),
        "entities" => split(&TABLE, text, open, &anchors, &mut entities),
        "relations" => split(&TABLE, text, open, &anchors, &mut relations),
        _ => split(&TABLE, text, open, &anchors, &mut facts),
    });
    if let Some((span, problem)) = other_format(text, &outline) {
        return failed(span, problem);
    }
    let (mut table, problems) = head(text, &outline);
    let has_head = problems.is_empty();
    let places = Places { head: outline.values(text), ..Places::default() };
    let mut recovered = Recovered::of(FactTable::default(), has_head, problems);
    table.banks = recovered.tell(Part::Bank, banks.mistakes, banks.read).into();
    table.classes = keyed(recovered.tell(Part::Class, classes.mistakes, classes.read));
    table.entities = keyed(recovered.tell(Part::Entity, entities.mistakes, entities.read));
    table.relations = keyed(recovered.tell(Part::Relation, relations.mistakes, relations.read));
    table.facts = recovered.tell(Part::Fact, facts.mistakes, facts.read);
    let places = Places {
        banks: banks.spans,
        classes: classes.spans,
        entities: entities.spans,
        relations: relations.spans,
        facts: facts.spans,
        ..places
    };
    Recovered { table, places: Some(places), ..recovered }
}

impl Recovered {
    fn of(table: FactTable, has_head: bool, problems: Vec<TableDiagnostic>) -> Self {
        Self { table, has_head, places: None, damaged: HashSet::new(), has_default_bank: false, problems }
    }

    /// Notes what is wrong with the parts of one list, and hands the others back.
    fn tell<T>(&mut self, part: Part, mistakes: Vec<Mistake>, read: Vec<T>) -> Vec<T> {
        for Mistake { span, id, problem } in mistakes {
            let about = id.map(|id| About { part, id });
            self.damaged.extend(about.clone());
            self.problems.push(written(span, Problem::from(problem), about));
        }
        read
    }
}

/// A table of nothing, with why.
fn failed(span: Range<usize>, problem: impl Into<TableProblem>) -> Recovered {
    let problems = vec![written(span, problem, None)];
    Recovered::of(FactTable::default(), false, problems)
}

fn other_format(text: &str, outline: &Outline) -> Option<(Range<usize>, TableProblem)> {
    let span = outline.value(text, "format")?;
    match ron::from_str::<u64>(&text[span.clone()]) {
        Ok(0) => Some((span, Problem::UnknownFormat { found: 0 }.into())),
        Ok(found) if found > u64::from(FORMAT) => Some((span, TableProblem::NewerFormat { found })),
        _ => None,
    }
}

/// The table without its parts, and what is wrong with that.
fn head(text: &str, outline: &Outline) -> (FactTable, Vec<TableDiagnostic>) {
    let head = Head::new(text, &outline.cuts);
    match options().from_str(&head.text) {
        Ok(table) => (table, Vec::new()),
        Err(error) => {
            let (at, problem) = explain(&head.text, &error);
            let span = span_at(text, head.original(at));
            (FactTable::default(), vec![written(span, Problem::from(problem), None)])
        }
    }
}

fn written(span: Range<usize>, problem: impl Into<TableProblem>, about: Option<About>) -> TableDiagnostic {
    TableDiagnostic { problem: problem.into(), file: None, span, column: None, about }
}

/// A part under its key.
pub(crate) struct Keyed<T>(Box<str>, T);

fn keyed<T>(parts: Vec<Keyed<T>>) -> Entries<T> {
    Entries(parts.into_iter().map(|Keyed(key, part)| (key, part)).collect())
}

impl Element for Fact {
    fn read(text: &str, options: &Options) -> Result<Self, Refusal> {
        read_at(text, 0, options)
    }

    fn explain(text: &str, refusal: &Refusal) -> (usize, TextProblem) {
        let (at, problem) = refusal.explain(text);
        (at, of_its_amount(text, at, problem))
    }

    fn id_of(text: &str) -> Option<Box<str>> {
        path::id_of(text)
    }
}

impl Element for FactBank {
    fn read(text: &str, options: &Options) -> Result<Self, Refusal> {
        read_at(text, 0, options)
    }

    fn id_of(text: &str) -> Option<Box<str>> {
        path::id_of(text)
    }
}

impl<T: DeserializeOwned> Element for Keyed<T> {
    fn read(text: &str, options: &Options) -> Result<Self, Refusal> {
        let start = value_start(text).filter(|start| *start > 0).ok_or(Refusal::NoKey)?;
        let key = Self::id_of(text).ok_or(Refusal::NoKey)?;
        Ok(Self(key, read_at(text, start, options)?))
    }

    fn id_of(text: &str) -> Option<Box<str>> {
        let (_, range) = Lexer::new(text, 0).next()?;
        ron::from_str::<Box<str>>(&text[range]).ok().filter(|key| !key.trim().is_empty())
    }
}

/// The reader takes the fields of an amount for those of its fact.
fn of_its_amount(text: &str, at: usize, problem: TextProblem) -> TextProblem {
    let is_inside = path::child_of(text, "object").is_some_and(|object| object.contains(&at));
    let amount = Some("Quantity".into());
    match problem {
        TextProblem::UnknownField { found, known, suggestion, .. } if is_inside => {
            TextProblem::UnknownField { found, owner: amount, known, suggestion }
        }
        TextProblem::MissingField { field, .. } if &*field == "value" => {
            TextProblem::MissingField { field, owner: amount }
        }
        other => other,
    }
}

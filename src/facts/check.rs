//! Finds what a fact table says that cannot be so: names of nothing, the wrong class, what is there twice. Changes
//! nothing and reads no text.

use super::places::{Flaw, Subject};
use super::problem::{About, Part, Side, TableFault};
use super::recover::Draft;
use super::{Entity, Fact, FactTable, Object, Relation};
use crate::bank::Fault;
use crate::bank::locate::Step;
use crate::bank::suggest::nearest;
use std::collections::{HashMap, HashSet};

/// All that is wrong with the table, part after part.
pub(super) fn flaws(draft: &Draft) -> Vec<Flaw> {
    let mut check = Check::of(draft);
    check.facts();
    check.found
}

/// Collects what is wrong with one part after the other.
struct Check<'a> {
    draft: &'a Draft,
    table: &'a FactTable,
    entities: HashMap<&'a str, &'a Entity>,
    relations: HashMap<&'a str, &'a Relation>,
    sources: HashSet<&'a str>,
    subject: Subject,
    found: Vec<Flaw>,
}

impl<'a> Check<'a> {
    fn of(draft: &'a Draft) -> Self {
        let table = &draft.table;
        Self {
            draft,
            table,
            entities: table.entities.iter().collect(),
            relations: table.relations.iter().collect(),
            sources: table.sources.iter().map(|(key, _)| key).collect(),
            subject: Subject::Table,
            found: Vec::new(),
        }
    }

    fn add(&mut self, path: impl Into<Vec<Step>>, fault: impl Into<TableFault>) {
        self.found.push(Flaw { subject: self.subject, path: path.into(), fault: fault.into() });
    }

    fn blank(&mut self, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.add([Step::Field(field)], Fault::Blank { field });
        }
    }

    fn facts(&mut self) {
        let mut ids = HashSet::with_capacity(self.table.facts.len());
        for (index, fact) in self.table.facts.iter().enumerate() {
            self.subject = Subject::Part(Part::Fact, index);
            self.blank("id", &fact.id);
            if !ids.insert(&*fact.id) && !fact.id.trim().is_empty() {
                self.add([Step::Field("id")], Fault::DuplicateId { id: fact.id.clone() });
            }
            self.fact(fact);
        }
    }

    fn fact(&mut self, fact: &'a Fact) {
        let relation = self.relation([Step::Field("relation")], &fact.relation);
        let subject = self.entity([Step::Field("subject")], &fact.subject);
        if let (Some(relation), Some(entity)) = (relation, subject) {
            self.class(Side::Subject, fact, &fact.subject, entity, &relation.from);
        }
        match &fact.object {
            Some(Object::Is(id)) => {
                let object = self.entity([Step::Field("object")], id);
                match (relation, object) {
                    (Some(relation), _) if relation.to.is_empty() => {
                        let (relation, object) = (fact.relation.clone(), id.clone());
                        self.add([Step::Field("object")], TableFault::NotAnAmount { relation, object });
                    }
                    (Some(relation), Some(entity)) => self.class(Side::Object, fact, id, entity, &relation.to),
                    _ => {}
                }
            }
            object => {
                let wanted = relation.map(|relation| relation.to.clone()).filter(|class| !class.is_empty());
                let relation = fact.relation.clone();
                match (wanted, object) {
                    (Some(wanted), None) => self.add([], TableFault::NoObject { relation, wanted }),
                    (Some(wanted), Some(_)) => {
                        self.add([Step::Field("object")], TableFault::NotAnEntity { relation, wanted });
                    }
                    (None, _) => {}
                }
            }
        }
        if !fact.source.is_empty() && !self.sources.contains(&*fact.source) {
            let suggestion = nearest(&fact.source, self.table.sources.iter().map(|(key, _)| key));
            let fault = TableFault::UnknownName { what: "source", name: fact.source.clone(), suggestion };
            self.add([Step::Field("source")], fault);
        }
    }

    fn class(&mut self, side: Side, fact: &Fact, id: &str, entity: &Entity, wanted: &str) {
        if *entity.class != *wanted {
            let (entity, found, wanted) = (id.into(), entity.class.clone(), wanted.into());
            let fault = TableFault::WrongClass { side, entity, found, wanted, relation: fact.relation.clone() };
            self.add([Step::Field(side.as_str())], fault);
        }
    }

    fn entity(&mut self, path: impl Into<Vec<Step>>, id: &str) -> Option<&'a Entity> {
        let found = self.entities.get(id).copied();
        if found.is_none() {
            self.unknown(path, Part::Entity, id, nearest(id, self.table.entities.iter().map(|(id, _)| id)));
        }
        found
    }

    fn relation(&mut self, path: impl Into<Vec<Step>>, id: &str) -> Option<&'a Relation> {
        let found = self.relations.get(id).copied();
        if found.is_none() {
            self.unknown(path, Part::Relation, id, nearest(id, self.table.relations.iter().map(|(id, _)| id)));
        }
        found
    }

    /// A name that leads nowhere. One that leads to what could not be read is told as that.
    fn unknown(&mut self, path: impl Into<Vec<Step>>, part: Part, name: &str, suggestion: Option<Box<str>>) {
        let (what, name): (_, Box<str>) = (part.as_str(), name.into());
        let fault = match self.draft.damaged.contains(&About { part, id: name.clone() }) {
            true => TableFault::Damaged { what, name },
            false => TableFault::UnknownName { what, name, suggestion },
        };
        self.add(path, fault);
    }
}

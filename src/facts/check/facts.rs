//! What can be wrong with facts: names of nothing, the wrong class, two facts that cannot both be. Changes nothing.

use crate::bank::values::quantity;
use crate::bank::{Allowed, Problem};
use crate::facts::check::Check;
use crate::facts::problem::TableProblem;
use crate::facts::read::places::Subject;
use crate::facts::table::part::{Named, Part, Side};
use crate::facts::{Entity, Fact, Object, Quantity, Relation, Several};
use crate::syntax::path::Step;
use std::collections::{HashMap, HashSet};

/// An object as it is compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'a> {
    Nothing,
    Is(&'a str),
    Amount(u64, &'a str),
}

impl<'a> Key<'a> {
    fn of(fact: &'a Fact) -> Self {
        match &fact.object {
            None => Self::Nothing,
            Some(Object::Is(id)) => Self::Is(id),
            Some(Object::Amount(amount)) => Self::Amount(amount.value.to_bits(), &amount.unit),
        }
    }
}

/// The facts met so far, by what no other may share.
#[derive(Default)]
struct Met<'a> {
    /// By relation and subject: one of its objects.
    by_subject: HashMap<(&'a str, &'a str), &'a Fact>,
    /// By relation and object: one of its subjects.
    by_object: HashMap<(&'a str, Key<'a>), &'a Fact>,
    /// By all that they say.
    same: HashMap<Said<'a>, &'a Fact>,
}

/// Relation, subject, object, date and note.
type Said<'a> = (&'a str, &'a str, Key<'a>, Option<crate::facts::When>, &'a str);

impl<'a> Check<'a> {
    /// Checks every fact.
    pub(crate) fn facts(&mut self) {
        let mut ids = HashSet::with_capacity(self.table.facts.len());
        let mut met = Met::default();
        let mut earlier: HashMap<&str, &str> = self.table.facts.iter().map(|fact| (&*fact.id, &*fact.id)).collect();
        for (index, fact) in self.table.facts.iter().enumerate() {
            self.subject = Subject::Part(Part::Fact, index);
            self.id(&[Step::Field("id")], &fact.id, &mut ids);
            self.formerly(fact, &mut earlier);
            let relation = self.relation(fact);
            // What a row names is known by the classes of its relation.
            if relation.is_some() || self.is_in_text() {
                let subject = self.side(Side::Subject, &fact.subject);
                if let (Some(relation), Some(entity)) = (relation, subject) {
                    self.class(Side::Subject, fact, &fact.subject, entity, &relation.from);
                }
                self.object(fact, relation);
            }
            self.others(fact);
            self.cautions(&fact.cautions);
            if let Some(relation) = relation.filter(|_| self.has_entities(fact)) {
                self.twice(fact, relation, &mut met);
            }
        }
    }

    /// Whether it names no entity that there is not. One that does contradicts no other.
    fn has_entities(&self, fact: &Fact) -> bool {
        let object = match &fact.object {
            Some(Object::Is(id)) => Some(id),
            _ => None,
        };
        std::iter::once(&fact.subject).chain(object).all(|id| self.entities.contains_key(&**id))
    }

    /// Checks its earlier ids; `taken` has every id, with the fact that has or had it.
    fn formerly(&mut self, fact: &'a Fact, taken: &mut HashMap<&'a str, &'a str>) {
        self.blanks("formerly", "earlier id", &fact.formerly);
        for (at, id) in fact.formerly.iter().enumerate().filter(|(_, id)| !id.trim().is_empty()) {
            match taken.get(&**id) {
                Some(other) => {
                    let problem = TableProblem::FormerlyTaken { id: id.clone(), other: (*other).into() };
                    self.add([Step::Field("formerly"), Step::Item(at)], problem);
                }
                None => drop(taken.insert(id, &fact.id)),
            }
        }
    }

    fn relation(&mut self, fact: &'a Fact) -> Option<&'a Relation> {
        if self.blank("relation", &fact.relation) {
            return None;
        }
        let found = self.relations.get(&*fact.relation).copied();
        if found.is_none() {
            self.unknown([Step::Field("relation")], Part::Relation, &fact.relation);
        }
        found
    }

    fn side(&mut self, side: Side, id: &str) -> Option<&'a Entity> {
        let field = side.as_str();
        if self.blank(field, id) { None } else { self.entity([Step::Field(field)], id) }
    }

    fn class(&mut self, side: Side, fact: &Fact, id: &str, entity: &Entity, wanted: &str) {
        // A class that there is not is told of the entity or of the relation.
        let are_there = [&*entity.class, wanted].iter().all(|class| self.has_class(class));
        if are_there && *entity.class != *wanted {
            let (entity, found, wanted) = (id.into(), entity.class.clone(), wanted.into());
            let problem = TableProblem::WrongClass { side, entity, found, wanted, relation: fact.relation.clone() };
            self.add([Step::Field(side.as_str())], problem);
        }
    }

    fn object(&mut self, fact: &'a Fact, relation: Option<&Relation>) {
        let path = [Step::Field("object")];
        let wanted = relation.map(|relation| &relation.to);
        let relation = fact.relation.clone();
        match (&fact.object, wanted) {
            (Some(Object::Is(object)), Some(wanted)) if wanted.is_empty() => {
                self.add(path, TableProblem::NotAnAmount { relation, object: object.clone() });
            }
            (Some(Object::Is(id)), wanted) => {
                if let (Some(entity), Some(wanted)) = (self.side(Side::Object, id), wanted) {
                    self.class(Side::Object, fact, id, entity, wanted);
                }
            }
            (Some(Object::Amount(_)), Some(wanted)) if !wanted.is_empty() => {
                self.add(path, TableProblem::NotAnEntity { relation, wanted: wanted.clone() });
            }
            (None, Some(wanted)) if !wanted.is_empty() => {
                self.add([], TableProblem::NoObject { relation, wanted: wanted.clone() });
            }
            (Some(Object::Amount(amount)), _) => self.amount(amount),
            (None, _) => {}
        }
    }

    fn amount(&mut self, amount: &Quantity) {
        let inside = |field| [Step::Field("object"), Step::Field(field)];
        let Quantity { value, tolerance, unit, neighbours, .. } = amount;
        if !value.is_finite() {
            let problem = Problem::OutOfRange { field: "value", value: *value, allowed: Allowed::Finite };
            self.add(inside("value"), problem);
        }
        if !tolerance.is_finite() || *tolerance < 0.0 {
            let problem = Problem::OutOfRange { field: "tolerance", value: *tolerance, allowed: Allowed::AtLeast(0.0) };
            self.add(inside("tolerance"), problem);
        }
        if !unit.is_empty() && !quantity::is_unit(unit) {
            self.add(inside("unit"), Problem::BadUnit { unit: unit.clone() });
        }
        for (text, _) in neighbours.iter() {
            let problem = match quantity::quantity(text) {
                Some(number) if !number.unit.is_empty() => TableProblem::NeighbourNotNumber { text: text.into() },
                Some(number) if (number.value - value).abs() <= *tolerance => {
                    TableProblem::NeighbourRight { text: text.into() }
                }
                Some(_) => continue,
                None => TableProblem::NeighbourNotNumber { text: text.into() },
            };
            self.add([Step::Field("object"), Step::Field("neighbours"), Step::Key(text.into())], problem);
        }
    }

    /// What it names beside its subject and object.
    fn others(&mut self, fact: &Fact) {
        if !fact.source.is_empty() && !self.sources.contains(&*fact.source) {
            let sources = &self.table.sources;
            let suggestion = self.nearest(&fact.source, sources.iter().map(|(key, _)| key));
            self.unknown_name([Step::Field("source")], Named::Source, &fact.source, suggestion);
        }
        if fact.source.is_empty() && !fact.places.is_empty() {
            self.add([Step::Field("places")], TableProblem::PlaceWithoutSource);
        }
        for (index, id) in fact.also_right.iter().enumerate() {
            self.entity([Step::Field("also_right"), Step::Item(index)], id);
        }
        for (index, id) in fact.wrong.iter().enumerate() {
            let path = [Step::Field("wrong"), Step::Item(index)];
            self.entity(path.clone(), id);
            let is_object = matches!(&fact.object, Some(Object::Is(object)) if object == id);
            if is_object || *id == fact.subject || fact.also_right.contains(id) {
                self.add(path, TableProblem::RightAndWrong { entity: id.clone() });
            }
        }
    }

    /// Whether an earlier fact says the same, or what cannot be so beside this one.
    fn twice(&mut self, fact: &'a Fact, relation: &Relation, met: &mut Met<'a>) {
        let (way, key) = (&*fact.relation, Key::of(fact));
        let said = (way, &*fact.subject, key, fact.when, &*fact.note);
        if let Some(earlier) = met.same.get(&said) {
            return self.add([], TableProblem::SameFact { other: earlier.id.clone() });
        }
        met.same.insert(said, fact);
        let two_of = |side, other: &Fact| {
            let (relation, other) = (fact.relation.clone(), other.id.clone());
            TableProblem::TwoOfOne { side, relation, other }
        };
        let by_subject = *met.by_subject.entry((way, &fact.subject)).or_insert(fact);
        if relation.objects == Several::One && Key::of(by_subject) != key {
            self.add([Step::Field("object")], two_of(Side::Object, by_subject));
        }
        // Two of a kind may measure the same; that matters only where the measure is what is told of the subject.
        let is_asked = matches!(key, Key::Is(_)) || !relation.asks_subject.is_empty();
        let by_object = *met.by_object.entry((way, key)).or_insert(fact);
        if relation.subjects == Several::One && key != Key::Nothing && is_asked && by_object.subject != fact.subject {
            self.add([Step::Field("subject")], two_of(Side::Subject, by_object));
        }
    }
}

//! What can be wrong with relations: sentences with places that there are not, questions that tell their own answer, and
//! facts that no sentence can tell. Changes nothing.

use crate::bank::{Kind, Problem, TextPart};
use crate::facts::check::Check;
use crate::facts::generate::answers::filling;
use crate::facts::generate::cautions::{Role, allows};
use crate::facts::generate::index::Knowledge;
use crate::facts::generate::sentence::{Piece, Slot};
use crate::facts::problem::TableProblem;
use crate::facts::read::places::Subject;
use crate::facts::table::part::Named;
use crate::facts::table::part::Part;
use crate::facts::{Caution, Relation, Sentence};
use crate::syntax::path::Step;
use std::collections::{HashMap, HashSet};

/// The sentences of a relation, field by field, with what each asks for and so may not tell.
const ASKS: [(&str, Texts, &[Slot]); 5] = [
    ("asks_object", |relation| &relation.asks_object, &[Slot::Object]),
    ("asks_subject", |relation| &relation.asks_subject, &[Slot::Subject]),
    ("asks_year", |relation| &relation.asks_year, &[Slot::Year]),
    ("asks_objects", |relation| &relation.asks_objects, &[Slot::Object]),
    ("asks_subjects", |relation| &relation.asks_subjects, &[Slot::Subject]),
];
/// The tasks for many facts at once.
const TASKS: [(&str, Texts); 2] =
    [("asks_pairs", |relation| &relation.asks_pairs), ("asks_groups", |relation| &relation.asks_groups)];

type Texts = fn(&Relation) -> &[Box<str>];

/// What the facts of a relation have, all together.
#[derive(Clone, Copy, Default)]
struct Have {
    fact: bool,
    object: bool,
    date: bool,
    note: bool,
}

impl<'a> Check<'a> {
    /// Checks every relation.
    pub(crate) fn relations(&mut self) {
        let mut ids = HashSet::new();
        let haves = self.haves();
        for (index, (id, relation)) in self.table.relations.iter().enumerate() {
            self.subject = Subject::Part(Part::Relation, index);
            self.id(&[], id, &mut ids);
            self.class_is_there("from", &relation.from);
            if !relation.to.is_empty() {
                self.class_is_there("to", &relation.to);
            }
            let have = haves.get(id).copied().unwrap_or_default();
            self.sentences(id, relation, have);
            self.cautions(&relation.cautions);
            for (at, name) in relation.without.iter().enumerate() {
                if !Kind::ALL.iter().any(|kind| *kind.as_str() == **name) {
                    let suggestion = self.nearest(name, Kind::ALL.iter().map(|kind| kind.as_str()));
                    let path = [Step::Field("without"), Step::Item(at)];
                    self.unknown_name(path, Named::KindOfQuestion, name, suggestion);
                }
            }
            // Where it is not even stated, its facts are meant for the answers to others.
            let is_meant = !relation.event.is_empty() || !relation.makes(Kind::TrueFalse);
            if have.fact && !is_meant && !relation.is_asked() {
                self.add([], TableProblem::NoQuestion { relation: id.into() });
            }
        }
        self.untold();
    }

    fn haves(&self) -> HashMap<&'a str, Have> {
        let mut haves: HashMap<&str, Have> = HashMap::new();
        for fact in &self.table.facts {
            let have = haves.entry(&fact.relation).or_default();
            have.fact = true;
            have.object |= fact.object.is_some();
            have.date |= fact.when.is_some();
            have.note |= !fact.note.trim().is_empty();
        }
        haves
    }

    fn sentences(&mut self, id: &str, relation: &'a Relation, have: Have) {
        if relation.says.is_empty() {
            self.add([Step::Field("says")], TableProblem::NoSentence);
        }
        self.fillable("says", id, &relation.says, &[], have);
        for (field, texts, asked) in ASKS {
            self.fillable(field, id, texts(relation), asked, have);
        }
        for (field, texts) in TASKS {
            for (at, text) in texts(relation).iter().enumerate() {
                let path = [Step::Field(field), Step::Item(at)];
                let told = self.sentence(&path, text).and_then(|sentence| sentence.pieces().iter().find_map(place_of));
                if let Some(place) = told {
                    self.add(path, TableProblem::PlaceOfOne { field, place });
                }
            }
        }
        if !relation.event.is_empty() {
            let sentence = self.sentence(&[Step::Field("event")], &relation.event);
            if sentence.is_some_and(|sentence| sentence.tells(Slot::Year)) {
                self.add([Step::Field("event")], TableProblem::OwnAnswer { field: "event", place: "year" });
            }
        }
    }

    /// Checks the sentences of one field.
    fn fillable(&mut self, field: &'static str, id: &str, texts: &[Box<str>], asked: &[Slot], have: Have) {
        // That a fact lacks an object which it must have is told of the fact.
        let is_optional = self.relations.get(id).is_some_and(|relation| relation.to.is_empty());
        for (at, text) in texts.iter().enumerate() {
            let path = [Step::Field(field), Step::Item(at)];
            let Some(sentence) = self.sentence(&path, text) else { continue };
            for slot in asked.iter().filter(|slot| sentence.tells(**slot)) {
                self.add(path.clone(), TableProblem::OwnAnswer { field, place: place_of_slot(*slot) });
            }
            let lacks = needs(&sentence).into_iter().find(|(slot, _)| match slot {
                Slot::Object => !have.object && is_optional,
                Slot::Year => !have.date,
                Slot::Note => !have.note,
                Slot::Subject => false,
            });
            if let (true, Some((_, lacks))) = (have.fact, lacks) {
                self.add(path, TableProblem::NeverUsed { relation: id.into(), lacks });
            }
        }
    }

    fn sentence(&mut self, path: &[Step], text: &str) -> Option<Sentence> {
        if text.trim().is_empty() {
            self.add(path, Problem::Blank { part: TextPart::InTable("sentence") });
            return None;
        }
        Sentence::parse(text).map_err(|problem| self.add(path, problem)).ok()
    }

    /// Notes the facts that no sentence of their relation can tell, because they lack something or because of a caution.
    fn untold(&mut self) {
        let knowledge = Knowledge::of(self.table);
        let numbers: HashMap<*const crate::facts::Fact, usize> =
            self.table.facts.iter().enumerate().map(|(index, fact)| (std::ptr::from_ref(fact), index)).collect();
        for (index, known) in (0..).zip(&knowledge.facts) {
            let way = knowledge.way(known.way);
            let written: Vec<String> =
                way.says.iter().filter_map(|sentence| sentence.written(&filling(&knowledge, index))).collect();
            let relation = known.fact.relation.clone();
            let is_incomplete = known.object.is_none() && !way.relation.to.is_empty();
            if is_incomplete
                || way.says.is_empty()
                || written.iter().any(|text| allows(&knowledge, index, text, Role::Tells))
            {
                continue;
            }
            let Some(number) = numbers.get(&std::ptr::from_ref(known.fact)) else { continue };
            self.subject = Subject::Part(Part::Fact, *number);
            let unheeded = knowledge.cautions(index).find(|caution| is_of_words(caution)).map(caution_text);
            match unheeded {
                Some(caution) if !written.is_empty() => self.add([], TableProblem::Unheeded { relation, caution }),
                _ => {
                    let lacks = way.says.iter().flat_map(needs).find(|(slot, _)| match slot {
                        Slot::Object => known.object.is_none(),
                        Slot::Year => known.told_when.is_none(),
                        Slot::Note => known.fact.note.trim().is_empty(),
                        Slot::Subject => false,
                    });
                    self.add(
                        [],
                        TableProblem::Untold { relation, lacks: lacks.map_or("more than it has", |(_, lacks)| lacks) },
                    );
                }
            }
        }
    }
}

/// Whether a caution is about the words of a sentence.
fn is_of_words(caution: &Caution) -> bool {
    !matches!(caution, Caution::AskNot(_) | Caution::Tell(_))
}

fn caution_text(caution: &Caution) -> Box<str> {
    let (name, text) = match caution {
        Caution::AsOf(text) => ("AsOf", text),
        Caution::Superseded(text) => ("Superseded", text),
        Caution::Say(text) => ("Say", text),
        Caution::SayNot(text) => ("SayNot", text),
        Caution::Tell(text) => ("Tell", text),
        Caution::AskNot(_) => return "AskNot".into(),
    };
    format!("{name}(\"{text}\")").into()
}

/// What a fact must have for a sentence, beside its subject.
fn needs(sentence: &Sentence) -> Vec<(Slot, &'static str)> {
    let is_needed = |slot| sentence.tells(slot) || sentence.agrees_with(slot);
    let needs = [(Slot::Object, "an object"), (Slot::Year, "a date"), (Slot::Note, "a note")];
    needs.into_iter().filter(|(slot, _)| is_needed(*slot)).collect()
}

/// The place that a piece of a sentence is.
fn place_of(piece: &Piece) -> Option<&'static str> {
    match piece {
        Piece::Words(_) => None,
        Piece::Named(slot, _) | Piece::Agreeing(slot, ..) => Some(place_of_slot(*slot)),
        Piece::When { .. } => Some("when"),
        Piece::Year => Some("year"),
        Piece::Note => Some("note"),
    }
}

fn place_of_slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Subject => "subject",
        Slot::Object => "object",
        Slot::Year => "year",
        Slot::Note => "note",
    }
}

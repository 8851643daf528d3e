//! Finds what a fact table says that cannot be so: names of nothing, what is there twice, parts with nothing in them.
//! Changes nothing and reads no text.

mod entities;
mod facts;
mod relations;

use crate::bank::wording::alike::folded;
use crate::bank::{Problem, TextPart};
use crate::facts::problem::TableProblem;
use crate::facts::read::places::{Finding, Subject};
use crate::facts::read::recover::Recovered;
use crate::facts::read::rows::FromRows;
use crate::facts::table::part::{About, Named, Part};
use crate::facts::{Caution, Entity, EntityClass, FactTable, Relation};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is wrong with a table.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// All of it, part after part.
    pub findings: Vec<Finding>,
    /// Parts that are wrong without a finding of their own: what is wrong with them is told once, elsewhere.
    pub faulty: HashSet<Subject>,
}

/// All that is wrong with the table; `from_rows` tells which of its parts came from spreadsheets.
pub(crate) fn findings(recovered: &Recovered, from_rows: &FromRows) -> Found {
    let mut check = Check::of(recovered, from_rows);
    check.table();
    check.banks();
    check.classes();
    check.entities();
    check.relations();
    check.facts();
    check.found
}

/// Suggestions cost time, and nobody reads thousands of them.
const MOST_SUGGESTIONS: usize = 100;

/// Collects what is wrong with one part after the other.
pub(crate) struct Check<'a> {
    recovered: &'a Recovered,
    pub(crate) table: &'a FactTable,
    pub(crate) entities: HashMap<&'a str, &'a Entity>,
    pub(crate) relations: HashMap<&'a str, &'a Relation>,
    classes: HashMap<&'a str, &'a EntityClass>,
    pub(crate) sources: HashSet<&'a str>,
    pub(crate) subject: Subject,
    suggestions_left: usize,
    /// How many facts and entities the table's text has.
    in_text: (usize, usize),
    /// The entities that rows of facts merely name, each with its spreadsheet; without those that were told of.
    only_named: HashMap<&'a str, &'a str>,
    /// The finding of each name of nothing.
    unknown: HashMap<(Named, Box<str>), usize>,
    found: Found,
}

impl<'a> Check<'a> {
    fn of(recovered: &'a Recovered, from_rows: &'a FromRows) -> Self {
        let table = &recovered.table;
        let entities_in_text = table.entities.0.len() - from_rows.entities.len();
        let made = table.entities.iter().skip(entities_in_text).zip(&from_rows.entities);
        let only_named = made.filter(|(_, made)| made.is_only_named).map(|((id, _), made)| (id, &*made.row.file));
        Self {
            recovered,
            table,
            entities: table.entities.iter().collect(),
            relations: table.relations.iter().collect(),
            classes: table.classes.iter().collect(),
            sources: table.sources.iter().map(|(key, _)| key).collect(),
            subject: Subject::Table,
            suggestions_left: MOST_SUGGESTIONS,
            in_text: (table.facts.len() - from_rows.facts.len(), entities_in_text),
            only_named: only_named.collect(),
            unknown: HashMap::new(),
            found: Found::default(),
        }
    }

    /// Notes what is wrong at the end of `path` in the part under way.
    pub(crate) fn add(&mut self, path: impl Into<Vec<Step>>, problem: impl Into<TableProblem>) {
        self.found.findings.push(Finding { subject: self.subject, path: path.into(), problem: problem.into() });
    }

    pub(crate) fn blank(&mut self, field: &'static str, text: &str) -> bool {
        let is_blank = text.trim().is_empty();
        if is_blank {
            self.add([Step::Field(field)], Problem::Blank { part: TextPart::InTable(field) });
        }
        is_blank
    }

    /// Notes texts of a list that have nothing in them, by the word for one of them.
    pub(crate) fn blanks(&mut self, field: &'static str, one: &'static str, texts: &[Box<str>]) {
        for (index, _) in texts.iter().enumerate().filter(|(_, text)| text.trim().is_empty()) {
            self.add([Step::Field(field), Step::Item(index)], Problem::Blank { part: TextPart::InTable(one) });
        }
    }

    /// Notes an id that is blank or was there before.
    pub(crate) fn id(&mut self, path: &[Step], id: &'a str, ids: &mut HashSet<&'a str>) {
        if id.trim().is_empty() {
            self.add(path, Problem::Blank { part: TextPart::InTable("id") });
        } else if !ids.insert(id) {
            self.add(path, Problem::DuplicateId { id: id.into() });
        }
    }

    fn table(&mut self) {
        let FactTable { id, title, language, .. } = self.table;
        self.blank("id", id);
        self.blank("title", title);
        let main_language = language.split(['-', '_']).next().unwrap_or_default();
        if !language.is_empty() && !main_language.eq_ignore_ascii_case("en") {
            self.add([Step::Field("language")], TableProblem::NotEnglish { language: language.clone() });
        }
    }

    fn banks(&mut self) {
        let mut ids = HashSet::new();
        let topics: BTreeSet<&str> = self.table.facts.iter().flat_map(|fact| upper_topics(&fact.topic)).collect();
        for (index, bank) in self.table.banks.iter().enumerate() {
            // A bank that nobody wrote has its id and its title from the table.
            self.subject =
                if self.recovered.has_default_bank { Subject::Table } else { Subject::Part(Part::Bank, index) };
            // Some file systems do not tell capitals from small letters.
            if !self.blank("id", &bank.id) && !ids.insert(folded(&bank.id)) {
                self.add([Step::Field("id")], Problem::DuplicateId { id: bank.id.clone() });
            } else if !bank.id.trim().is_empty() && !is_file_name(&bank.id) {
                self.add([Step::Field("id")], TableProblem::BankName { id: bank.id.clone() });
            }
            self.blank("title", &bank.title);
            for (at, topic) in bank.topics.iter().enumerate().filter(|(_, topic)| !topics.contains(&***topic)) {
                let suggestion = self.nearest(topic, topics.iter().copied());
                let problem = TableProblem::TopicUnused { topic: topic.clone(), suggestion };
                self.add([Step::Field("topics"), Step::Item(at)], problem);
            }
        }
    }

    fn classes(&mut self) {
        let mut ids = HashSet::new();
        for (index, (id, class)) in self.table.classes.iter().enumerate() {
            self.subject = Subject::Part(Part::Class, index);
            self.id(&[], id, &mut ids);
            self.blank("noun", &class.noun);
        }
    }

    /// Whether there is a class of that id.
    pub(crate) fn has_class(&self, id: &str) -> bool {
        self.classes.contains_key(id)
    }

    /// Notes a class that there is not, or none.
    pub(crate) fn class_is_there(&mut self, field: &'static str, id: &str) {
        if !self.blank(field, id) && !self.classes.contains_key(id) {
            self.unknown([Step::Field(field)], Part::Class, id);
        }
    }

    /// The entity of that id; notes where there is none.
    pub(crate) fn entity(&mut self, path: impl Into<Vec<Step>>, id: &str) -> Option<&'a Entity> {
        let found = self.entities.get(id).copied();
        match found {
            None => self.unknown(path, Part::Entity, id),
            Some(_) if self.is_in_text() => {
                if let Some(file) = self.only_named.remove(id) {
                    self.add(path, TableProblem::OnlyInRow { entity: id.into(), file: file.into() });
                }
            }
            Some(_) => {}
        }
        found
    }

    /// Whether the part under way stands in the table's text, and not in a spreadsheet.
    pub(crate) fn is_in_text(&self) -> bool {
        match self.subject {
            Subject::Part(Part::Fact, index) => index < self.in_text.0,
            Subject::Part(Part::Entity, index) => index < self.in_text.1,
            _ => true,
        }
    }

    /// Notes an id that leads nowhere. Of one that leads to what could not be read, that is told already.
    pub(crate) fn unknown(&mut self, path: impl Into<Vec<Step>>, part: Part, id: &str) {
        if self.recovered.damaged.contains(&About { part, id: id.into() }) {
            self.found.faulty.insert(self.subject);
            return;
        }
        let table = self.table;
        let suggestion = match part {
            Part::Class => self.nearest(id, table.classes.iter().map(|(id, _)| id)),
            Part::Entity => self.nearest(id, table.entities.iter().map(|(id, _)| id)),
            Part::Relation => self.nearest(id, table.relations.iter().map(|(id, _)| id)),
            Part::Bank | Part::Fact => None,
        };
        self.unknown_name(path, Named::Part(part), id, suggestion);
    }

    /// Notes a name of nothing where it is written first; and how often it is written again.
    pub(crate) fn unknown_name(
        &mut self,
        path: impl Into<Vec<Step>>,
        what: Named,
        name: &str,
        suggestion: Option<Box<str>>,
    ) {
        let first = *self.unknown.entry((what, name.into())).or_insert(self.found.findings.len());
        match self.found.findings.get_mut(first).map(|finding| &mut finding.problem) {
            Some(TableProblem::UnknownName { further, .. }) => {
                *further += 1;
                self.found.faulty.insert(self.subject);
            }
            _ => self.add(path, TableProblem::UnknownName { what, name: name.into(), suggestion, further: 0 }),
        }
    }

    /// The nearest of some names, as long as suggestions are of use.
    pub(crate) fn nearest<'n>(&mut self, name: &str, known: impl Iterator<Item = &'n str>) -> Option<Box<str>> {
        self.suggestions_left = self.suggestions_left.checked_sub(1)?;
        nearest(name, known)
    }

    /// Notes cautions with nothing in them.
    pub(crate) fn cautions(&mut self, cautions: &[Caution]) {
        for (index, caution) in cautions.iter().enumerate() {
            let text = match caution {
                Caution::AskNot(_) => continue,
                Caution::AsOf(text) | Caution::Superseded(text) | Caution::Say(text) => text,
                Caution::SayNot(text) | Caution::Tell(text) => text,
            };
            if text.trim().is_empty() {
                self.add(
                    [Step::Field("cautions"), Step::Item(index)],
                    Problem::Blank { part: TextPart::InTable("caution") },
                );
            }
        }
    }
}

/// The topic and those above it: `JET/dates`, `JET`.
fn upper_topics(topic: &str) -> impl Iterator<Item = &str> {
    let ends = topic.match_indices('/').map(|(at, _)| at).chain([topic.len()]);
    ends.map(|end| &topic[..end])
}

/// Whether every system takes the id as the name of a file.
fn is_file_name(id: &str) -> bool {
    const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
    let small = id.to_ascii_lowercase();
    let is_port = |name: &str| {
        let number = name.strip_prefix("com").or(name.strip_prefix("lpt"));
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    id.len() <= 100
        && id.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        && !RESERVED.contains(&small.as_str())
        && !is_port(&small)
}

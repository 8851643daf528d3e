//! Whether the facts that a question names bear it out: tells what the table says otherwise. Cannot judge words that the
//! table does not know, and keeps silent about them.

use crate::bank::values::quantity;
use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Question};
use crate::facts::generate::index::Knowledge;
use crate::facts::pins::claims::Claims;
use crate::facts::pins::fault::PinFault;
use crate::facts::problem::TableProblem;
use crate::facts::table::part::{Named, Part};
use crate::facts::{Fact, FactTable, Object, When};
use crate::syntax::did_you_mean::nearest;
use std::collections::{HashMap, HashSet};

/// A table, ready to be compared with questions.
pub(crate) struct Agreement<'a> {
    table: &'a FactTable,
    knowledge: Knowledge<'a>,
    facts: HashMap<&'a str, &'a Fact>,
    /// The entities that each name stands for, case put aside.
    named: HashMap<String, Vec<&'a str>>,
    /// The names of each entity.
    names: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Agreement<'a> {
    /// With this table.
    pub fn of(table: &'a FactTable) -> Self {
        let mut named: HashMap<String, Vec<&str>> = HashMap::new();
        let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
        for (id, entity) in table.entities.iter() {
            for name in std::iter::once(&entity.name).chain(&entity.also) {
                named.entry(without_article(name)).or_default().push(id);
                names.entry(id).or_default().push(name);
            }
        }
        let knowledge = Knowledge::of(table);
        Self { table, knowledge, facts: table.facts.iter().map(|fact| (&*fact.id, fact)).collect(), named, names }
    }

    /// The facts named that there are not, with their index in the question's list.
    pub fn unknown_facts(&self, question: &Question) -> Vec<(usize, TableProblem)> {
        let unknown = question.facts.iter().enumerate().filter(|(_, id)| !self.facts.contains_key(&***id));
        unknown
            .map(|(index, id)| {
                let renamed = self.table.facts.iter().find(|fact| fact.formerly.contains(id));
                let renamed = renamed.map(|fact| fact.id.clone());
                let suggestion = renamed.or_else(|| nearest(id, self.table.facts.iter().map(|fact| &*fact.id)));
                let (what, name) = (Named::Part(Part::Fact), id.clone());
                (index, TableProblem::UnknownName { what, name, suggestion, further: 0 })
            })
            .collect()
    }

    /// What the facts that the question names say otherwise.
    pub fn contradictions(&self, question: &Question) -> Vec<TableProblem> {
        let facts: Vec<&Fact> = question.facts.iter().filter_map(|id| self.facts.get(&**id).copied()).collect();
        if facts.is_empty() || facts.len() < question.facts.len() {
            return Vec::new();
        }
        let told = Told::by(&facts, self);
        let untrue = |key: &str| (!told.bears_out(key, self)).then(|| contradicted(key));
        match &question.answer {
            Answer::Choice { correct, distractors } => {
                untrue(correct).into_iter().chain(self.right_ones(&facts, &[correct], distractors)).collect()
            }
            Answer::Choices { correct, distractors } => {
                let keys: Vec<&str> = correct.iter().map(|key| &**key).collect();
                let untrue = correct.iter().filter_map(|key| untrue(key));
                untrue.chain(self.right_ones(&facts, &keys, distractors)).collect()
            }
            Answer::Cloze { text } => text.gaps().filter_map(|gap| untrue(gap.right())).collect(),
            Answer::Categorise { groups } => {
                let pairs = groups.iter().flat_map(|(group, items)| items.iter().map(move |item| (item, group)));
                let pairs = pairs.filter(|(item, group)| !self.joins(&facts, item, group));
                pairs.map(|(item, group)| contradicted(&format!("{item} = {group}"))).collect()
            }
            Answer::Text { accept, .. } => {
                let is_untrue = accept.iter().all(|key| untrue(key).is_some());
                accept.first().filter(|_| is_untrue).map(|key| contradicted(key)).into_iter().collect()
            }
            Answer::Number { value, tolerance, unit, .. } => {
                let is_untrue = !told.has_number(*value, *tolerance);
                is_untrue.then(|| contradicted(&quantity::written(*value, unit))).into_iter().collect()
            }
            Answer::Match { pairs, .. } => {
                let pairs = pairs.iter().filter(|(left, right)| !self.joins(&facts, left, right));
                pairs.map(|(left, right)| contradicted(&format!("{left} = {right}"))).collect()
            }
            Answer::TrueFalse(says) => {
                let is_true = Claims::new(&self.knowledge).is_true(&question.prompt, &question.facts);
                let is_true = is_true.filter(|is_true| is_true != says);
                is_true.map(|is_true| PinFault::FalseClaim { is_true }.into()).into_iter().collect()
            }
            Answer::Order { items } => {
                let fault = Claims::new(&self.knowledge).wrong_order(&question.prompt, items, &question.facts);
                fault.map(Into::into).into_iter().collect()
            }
            // Whether the facts bear these out, their keys alone do not tell.
            Answer::Hotspot { .. } | Answer::Calculated { .. } | Answer::Recall { .. } => Vec::new(),
        }
    }

    /// The distractors that are another name of a key, or that the facts themselves call right.
    fn right_ones(&self, facts: &[&Fact], keys: &[&str], distractors: &[Box<str>]) -> Vec<TableProblem> {
        let of_keys = keys.iter().filter_map(|key| self.entities(key)).flatten().copied();
        let also = facts.iter().flat_map(|fact| &fact.also_right).map(|id| &**id);
        let right: HashSet<&str> = of_keys.chain(also).collect();
        // A name that two things share may mean the wrong one.
        let is_right = |option: &&str| self.entities(option).is_some_and(|ids| ids.iter().all(|id| right.contains(id)));
        let options = distractors.iter().map(|option| &**option).filter(is_right);
        options.map(|option| PinFault::RightDistractor { option: option.into() }.into()).collect()
    }

    /// Whether one of the facts joins the two, or one of them is not known.
    fn joins(&self, facts: &[&Fact], left: &str, right: &str) -> bool {
        let (Some(left), Some(right)) = (self.entities(left), self.entities(right)) else { return true };
        facts.iter().any(|fact| {
            let Some(Object::Is(object)) = &fact.object else { return false };
            let has = |ids: &[&str], id: &str| ids.contains(&id);
            (has(left, &fact.subject) && has(right, object)) || (has(right, &fact.subject) && has(left, object))
        })
    }

    fn entities(&self, name: &str) -> Option<&[&'a str]> {
        self.named.get(&without_article(name)).map(Vec::as_slice)
    }
}

fn contradicted(key: &str) -> TableProblem {
    PinFault::Contradicted { key: key.into() }.into()
}

/// All that some facts tell.
struct Told<'a> {
    entities: HashSet<&'a str>,
    numbers: Vec<(f64, f64)>,
    /// Their words, to look for numbers in.
    words: String,
}

impl<'a> Told<'a> {
    fn by(facts: &[&'a Fact], agreement: &Agreement<'a>) -> Self {
        let mut told = Self { entities: HashSet::new(), numbers: Vec::new(), words: String::new() };
        for fact in facts {
            told.entities.insert(&fact.subject);
            told.words.push_str(&format!("{}\n", fact.note));
            match &fact.object {
                Some(Object::Is(id)) => drop(told.entities.insert(id)),
                Some(Object::Amount(amount)) => told.numbers.push((amount.value, amount.tolerance)),
                None => {}
            }
            if let Some(when) = fact.when {
                let (number, is_before_era) = When::era_year(when.year);
                told.numbers.push((f64::from(number), 0.0));
                told.numbers.extend(is_before_era.then(|| (-f64::from(number), 0.0)));
                told.numbers.extend(when.day.map(|day| (f64::from(day), 0.0)));
            }
            let about = std::iter::once(&*fact.subject).chain(fact.object.as_ref().and_then(|object| match object {
                Object::Is(id) => Some(&**id),
                Object::Amount(_) => None,
            }));
            let names = about.filter_map(|id| agreement.names.get(id)).flatten();
            names.for_each(|name| told.words.push_str(&format!("{name}\n")));
        }
        told
    }

    /// Whether the facts tell of what `key` names, or nobody can know.
    fn bears_out(&self, key: &str, agreement: &Agreement) -> bool {
        if let Some(entities) = agreement.entities(key) {
            return entities.iter().any(|id| self.entities.contains(id));
        }
        let numbers = quantity::readings(key);
        numbers.is_empty() || numbers.iter().any(|number| self.has_number(number.value, 0.0))
    }

    /// Whether the facts tell of that number, give or take a tolerance.
    fn has_number(&self, value: f64, tolerance: f64) -> bool {
        let is_told = self.numbers.iter().any(|(number, off)| (number - value).abs() <= off.max(tolerance));
        is_told
            || self
                .words
                .split(|letter: char| !letter.is_ascii_digit() && letter != '.')
                .any(|word| word.trim_end_matches('.').parse() == Ok(value))
    }
}

/// A name as it is compared: case, outer spaces and "the" put aside.
fn without_article(name: &str) -> String {
    let folded = folded(name);
    folded.strip_prefix("the ").map(str::to_owned).unwrap_or(folded)
}

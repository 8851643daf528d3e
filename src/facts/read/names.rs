//! Finds the entity that a name in a spreadsheet means, and makes the ones that the table lacks. Reads no text.

use crate::bank::Entries;
use crate::bank::wording::alike::folded;
use crate::facts::{Entity, FactTable};
use std::collections::{HashMap, HashSet};
use strsim::osa_distance;

/// The entities of a table by their ids and names, with those made so far.
#[derive(Debug)]
pub(crate) struct Names {
    classes: HashMap<Box<str>, Box<str>>,
    /// Ids by each name, case put aside.
    named: HashMap<String, Vec<Box<str>>>,
    /// The names that the table's text has of each class.
    written: HashMap<Box<str>, Vec<Box<str>>>,
    fact_ids: HashSet<Box<str>>,
    /// The last number that was put after each slug.
    last_numbers: HashMap<String, u64>,
    made: Vec<(Box<str>, Entity)>,
}

/// More names than these of a class are not looked through for a slip: that would take time by the product of rows and
/// names.
const MOST_LOOKED_THROUGH: usize = 200;
/// Shorter names differ by one letter and mean two things: Io, Leo.
const SHORTEST_SLIP_CHARS: usize = 5;

impl Names {
    /// Those of this table.
    pub fn of(table: &FactTable) -> Self {
        let mut names = Self {
            classes: HashMap::new(),
            named: HashMap::new(),
            written: HashMap::new(),
            fact_ids: table.facts.iter().map(|fact| fact.id.clone()).collect(),
            last_numbers: HashMap::new(),
            made: Vec::new(),
        };
        for (id, entity) in table.entities.iter() {
            names.classes.insert(id.into(), entity.class.clone());
            let written = names.written.entry(entity.class.clone()).or_default();
            written.push(entity.name.clone());
            for name in std::iter::once(&entity.name).chain(&entity.also) {
                let ids = names.named.entry(folded(name)).or_default();
                if !ids.iter().any(|known| **known == *id) {
                    ids.push(id.into());
                }
            }
        }
        names
    }

    /// The id of the entity meant: by its id, else by a name in the class, else by a name in any.
    ///
    /// # Errors
    /// The entities that could be meant, where they are several.
    pub fn find(&self, text: &str, class: &str) -> Result<Option<Box<str>>, Box<[Box<str>]>> {
        if self.classes.contains_key(text) {
            return Ok(Some(text.into()));
        }
        let Some(ids) = self.named.get(&folded(text)) else { return Ok(None) };
        let in_class: Vec<&Box<str>> =
            ids.iter().filter(|id| self.classes.get(*id).is_some_and(|of| **of == *class)).collect();
        match &in_class[..] {
            [id] => Ok(Some((*id).clone())),
            // One of another class may share its name; in the class there is none yet.
            [] if !class.is_empty() => Ok(None),
            [] => Ok(ids.first().cloned()),
            several => Err(several.iter().map(|id| (*id).clone()).collect()),
        }
    }

    /// The ids of entities by their ids or names; a text that means none stays as it is, for the check to tell of.
    pub fn ids(&self, texts: &[Box<str>]) -> Box<[Box<str>]> {
        texts.iter().map(|text| self.only(text).unwrap_or_else(|| text.clone())).collect()
    }

    /// The id of the one entity of that name, where the text is no id itself.
    fn only(&self, text: &str) -> Option<Box<str>> {
        match self.named.get(&folded(text)).map(Vec::as_slice) {
            Some([id]) if !self.classes.contains_key(text) => Some(id.clone()),
            _ => None,
        }
    }

    /// A name of the class in the table's text that is one slip away.
    pub fn near(&self, text: &str, class: &str) -> Option<Box<str>> {
        let written = self.written.get(class).filter(|names| names.len() <= MOST_LOOKED_THROUGH)?;
        let text = folded(text);
        text.chars().nth(SHORTEST_SLIP_CHARS - 1)?;
        written.iter().find(|name| osa_distance(&text, &folded(name)) == 1).cloned()
    }

    /// Makes an entity of that name, and returns its id.
    pub fn make(&mut self, name: &str, class: &str) -> Box<str> {
        let id = free(slug(name), &mut self.last_numbers, |id| self.classes.contains_key(id));
        self.classes.insert(id.clone(), class.into());
        self.named.entry(folded(name)).or_default().push(id.clone());
        self.made.push((id.clone(), Entity { name: name.into(), class: class.into(), ..Entity::default() }));
        id
    }

    /// An id for a fact that has none, made from what it says.
    pub fn new_id(&mut self, text: &str) -> Box<str> {
        let id = free(slug(text), &mut self.last_numbers, |id| self.fact_ids.contains(id));
        self.fact_ids.insert(id.clone());
        id
    }

    /// Puts the entities made into the table.
    pub fn finish(self, table: &mut FactTable) {
        if !self.made.is_empty() {
            let written = std::mem::take(&mut table.entities).0.into_vec();
            table.entities = Entries(written.into_iter().chain(self.made).collect());
        }
    }
}

/// `wanted`, or with a number after it where it is taken. Each number is tried once only.
fn free(wanted: String, last_numbers: &mut HashMap<String, u64>, is_taken: impl Fn(&str) -> bool) -> Box<str> {
    if !is_taken(&wanted) {
        return wanted.into();
    }
    let last = last_numbers.entry(wanted.clone()).or_insert(1);
    loop {
        *last += 1;
        let id = format!("{wanted}-{last}");
        if !is_taken(&id) {
            return id.into();
        }
    }
}

/// Small letters, digits and hyphens.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in folded(text).chars() {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "unnamed".to_owned() } else { slug.to_owned() }
}

//! Finds the entity that a name in a spreadsheet means, makes the ones that the table lacks, and adds to them what rows
//! tell. Reads no text.

use crate::bank::Entries;
use crate::bank::wording::alike::folded;
use crate::facts::read::places::Row;
use crate::facts::read::slips::Slips;
use crate::facts::{Entity, FactTable};
use std::collections::{HashMap, HashSet};

/// The entities of a table by their ids and names, with those made so far.
#[derive(Debug)]
pub(crate) struct Names {
    /// Those of the table's text first, each with its id.
    entities: Vec<(Box<str>, Entity)>,
    by_id: HashMap<Box<str>, usize>,
    /// By each name, case put aside.
    named: HashMap<String, Vec<usize>>,
    slips: Slips,
    /// How often rows of facts name each.
    uses: HashMap<usize, usize>,
    fact_ids: HashSet<Box<str>>,
    /// The last number that was put after each slug.
    last_numbers: HashMap<String, u64>,
    /// The rows of those that were made, in their order.
    made: Vec<Made>,
    nearly: Vec<(usize, usize)>,
}

/// An entity that a spreadsheet made.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    /// The row that it comes from; its cells go by the fields of the entity.
    pub row: Row,
    /// Whether a row of facts merely named it.
    pub is_only_named: bool,
}

/// What a row tells of an entity beside its name. What is empty is not told.
#[derive(Debug, Default)]
pub(crate) struct Details {
    pub also: Box<[Box<str>]>,
    pub the: Option<bool>,
    pub plural: Option<bool>,
    pub mass: Option<bool>,
    pub article: Box<str>,
    pub kin: Box<str>,
    pub within: Box<[Box<str>]>,
    pub year: Option<i16>,
    pub about: Box<str>,
}

/// A name that one row of facts has, nearly that of another entity.
#[derive(Debug)]
pub(crate) struct Nearly {
    /// The name.
    pub name: Box<str>,
    /// The name that it is near.
    pub near: Box<str>,
    /// The row that it stands in.
    pub row: Row,
}

/// What came of the spreadsheets beside facts.
#[derive(Debug)]
pub(crate) struct Finished {
    /// The entities that were made, behind those of the table's text.
    pub made: Vec<Made>,
    /// Names that look like slips.
    pub nearly: Vec<Nearly>,
}

/// A name that stands in so many rows is meant.
const MEANT_USES: usize = 2;
/// Where so many names of a class are near another, and more than one of [`ALIKE_SHARE`], its names are alike, such as the
/// forms of verbs.
const FEWEST_ALIKE: usize = 4;
const ALIKE_SHARE: usize = 5;

impl Names {
    /// Takes the entities out of the table, until [`Self::finish`] puts them back.
    pub fn take_from(table: &mut FactTable) -> Self {
        let mut names = Self {
            entities: std::mem::take(&mut table.entities).0.into_vec(),
            by_id: HashMap::new(),
            named: HashMap::new(),
            slips: Slips::default(),
            uses: HashMap::new(),
            fact_ids: table.facts.iter().map(|fact| fact.id.clone()).collect(),
            last_numbers: HashMap::new(),
            made: Vec::new(),
            nearly: Vec::new(),
        };
        for index in 0..names.entities.len() {
            names.note(index);
        }
        names
    }

    /// Makes an entity findable by its id and its names.
    fn note(&mut self, index: usize) {
        let (id, entity) = &self.entities[index];
        self.by_id.entry(id.clone()).or_insert(index);
        for name in std::iter::once(&entity.name).chain(&entity.also) {
            let known = self.named.entry(folded(name)).or_default();
            if !known.contains(&index) {
                known.push(index);
                self.slips.put(name, &entity.class, index);
            }
        }
    }

    /// The entity meant: by its id, else by a name in the class, else by a name in any.
    ///
    /// # Errors
    /// The ids of those that could be meant, where they are several.
    pub fn find(&self, text: &str, class: &str) -> Result<Option<usize>, Box<[Box<str>]>> {
        if let Some(index) = self.by_id.get(text) {
            return Ok(Some(*index));
        }
        let Some(named) = self.named.get(&folded(text)) else { return Ok(None) };
        let in_class: Vec<usize> =
            named.iter().copied().filter(|index| *self.entities[*index].1.class == *class).collect();
        match &in_class[..] {
            [one] => Ok(Some(*one)),
            // One of another class may share its name; in the class there is none yet.
            [] if !class.is_empty() => Ok(None),
            [] => Ok(named.first().copied()),
            several => Err(several.iter().map(|index| self.entities[*index].0.clone()).collect()),
        }
    }

    /// The entity of that name in the class, where there is one.
    pub fn named(&self, name: &str, class: &str) -> Option<usize> {
        let named = self.named.get(&folded(name))?;
        named.iter().copied().find(|index| *self.entities[*index].1.class == *class)
    }

    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    pub fn id(&self, index: usize) -> &str {
        &self.entities[index].0
    }

    pub fn entity(&self, index: usize) -> &Entity {
        &self.entities[index].1
    }

    /// The ids of entities by their ids or names; a text that means none stays as it is, for the check to tell of.
    pub fn ids(&self, texts: &[Box<str>]) -> Box<[Box<str>]> {
        texts
            .iter()
            .map(|text| self.only(text).map_or_else(|| text.clone(), |index| self.entities[index].0.clone()))
            .collect()
    }

    /// The entity of that id, or else the only one of that name.
    pub fn only(&self, text: &str) -> Option<usize> {
        let named = || match self.named.get(&folded(text)).map(Vec::as_slice) {
            Some([index]) => Some(*index),
            _ => None,
        };
        self.by_id(text).or_else(named)
    }

    /// Makes an entity of that name, under an id of its own where none is `wanted`.
    pub fn make(&mut self, wanted: &str, name: &str, class: &str, made: Made) -> usize {
        let id = match wanted {
            "" => free(slug(name), &mut self.last_numbers, |id| self.by_id.contains_key(id)),
            wanted => wanted.into(),
        };
        let index = self.entities.len();
        self.entities.push((id, Entity { name: name.into(), class: class.into(), ..Entity::default() }));
        self.made.push(made);
        self.note(index);
        index
    }

    /// Notes that its name looks like a slip, where it does.
    pub fn notice_slip(&mut self, index: usize) {
        let (_, entity) = &self.entities[index];
        self.nearly.extend(self.slips.near(&entity.name, &entity.class).map(|near| (index, near)));
    }

    /// Whether it was made for rows of facts that merely name it.
    pub fn is_only_named(&self, index: usize) -> bool {
        let written = self.entities.len() - self.made.len();
        index.checked_sub(written).and_then(|index| self.made.get(index)).is_some_and(|made| made.is_only_named)
    }

    /// Counts that a row of facts names it.
    pub fn count_use(&mut self, index: usize) {
        *self.uses.entry(index).or_default() += 1;
    }

    /// Adds what a row tells. The fields where the table, or an earlier row, tells otherwise come back: nothing was
    /// changed in these.
    pub fn add(&mut self, index: usize, details: Details) -> Vec<&'static str> {
        let Details { also, the, plural, mass, article, kin, within, year, about } = details;
        let entity = &mut self.entities[index].1;
        let mut otherwise = Vec::new();
        for (field, old, new) in [
            ("article", &mut entity.article, article),
            ("kin", &mut entity.kin, kin),
            ("about", &mut entity.about, about),
        ] {
            match () {
                () if new.is_empty() || *old == new => {}
                () if old.is_empty() => *old = new,
                () => otherwise.push(field),
            }
        }
        for (field, old, new) in
            [("the", &mut entity.the, the), ("plural", &mut entity.plural, plural), ("mass", &mut entity.mass, mass)]
        {
            match new {
                Some(true) => *old = true,
                Some(false) if *old => otherwise.push(field),
                _ => {}
            }
        }
        match (entity.year, year) {
            (Some(old), Some(new)) if old != new => otherwise.push("year"),
            (old, new) => entity.year = old.or(new),
        }
        entity.also = joined(&entity.also, also);
        entity.within = joined(&entity.within, within);
        self.note(index);
        otherwise
    }

    /// An id for a fact that has none, made from what it says.
    pub fn new_id(&mut self, text: &str) -> Box<str> {
        let id = free(slug(text), &mut self.last_numbers, |id| self.fact_ids.contains(id));
        self.fact_ids.insert(id.clone());
        id
    }

    /// Puts the entities back into the table, with those made.
    pub fn finish(self, table: &mut FactTable) -> Finished {
        let written = self.entities.len() - self.made.len();
        let made_at = |index: usize| index.checked_sub(written).and_then(|index| self.made.get(index));
        let uses = |index| self.uses.get(&index).copied().unwrap_or(0);
        let pairs: Vec<(usize, usize)> = self
            .nearly
            .iter()
            .map(|&(new, near)| {
                // Of two that nobody has listed, the one that is named less often is the slip.
                let is_listed = made_at(near).is_none_or(|made| !made.is_only_named);
                if is_listed || uses(new) <= uses(near) { (new, near) } else { (near, new) }
            })
            .filter(|(slip, _)| uses(*slip) < MEANT_USES)
            .collect();
        let class = |index: usize| &*self.entities[index].1.class;
        let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
        (0..self.entities.len()).for_each(|index| counts.entry(class(index)).or_default().0 += 1);
        pairs.iter().for_each(|(slip, _)| counts.entry(class(*slip)).or_default().1 += 1);
        let are_alike = |class: &str| {
            counts.get(class).is_some_and(|(all, alike)| *alike >= FEWEST_ALIKE && alike * ALIKE_SHARE > *all)
        };
        let nearly = pairs.iter().filter(|(slip, _)| !are_alike(class(*slip))).filter_map(|&(slip, near)| {
            let name = |index: usize| self.entities[index].1.name.clone();
            Some(Nearly { name: name(slip), near: name(near), row: made_at(slip)?.row.clone() })
        });
        let nearly = nearly.collect();
        table.entities = Entries(self.entities.into());
        Finished { made: self.made, nearly }
    }
}

fn joined(old: &[Box<str>], new: Box<[Box<str>]>) -> Box<[Box<str>]> {
    let more = new.into_iter().filter(|text| !old.contains(text));
    old.iter().cloned().chain(more).collect()
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
pub(crate) fn slug(text: &str) -> String {
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

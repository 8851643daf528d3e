//! The table as the generator sees it: names resolved to indices, sentences taken apart, and indexes by which related
//! facts are found without a search. Judges nothing; a fact that names what there is not is left aside.

use crate::bank::wording::alike::folded;
use crate::facts::generate::marks::Marks;
use crate::facts::generate::sentence::{Sentence, Slot};
use crate::facts::generate::stable_hash;
use crate::facts::generate::stable_hash::Map;
use crate::facts::generate::wording::{Name, without_the};
use crate::facts::{Asked, Caution, Entity, EntityClass, Fact, FactTable, Object, Quantity, Relation, When};

/// The table, ready to be asked.
pub(crate) struct Knowledge<'t> {
    pub table: &'t FactTable,
    pub things: Vec<Thing<'t>>,
    pub ways: Vec<Way<'t>>,
    pub facts: Vec<Known<'t>>,
    /// Facts of a relation by the namesakes of their subject.
    pub by_subject: Map<(u32, u32), Vec<u32>>,
    /// Facts of a relation by the namesakes of their object.
    pub by_object: Map<(u32, u32), Vec<u32>>,
    /// Facts of a relation by their year; `None` for those without.
    pub by_year: Map<(u32, Option<i16>), Vec<u32>>,
    /// Facts of a relation by the namesakes of what they name as right as well.
    pub by_also_right: Map<(u32, u32), Vec<u32>>,
    /// Facts of any relation in which an entity is the subject or the object.
    pub about: Vec<Vec<u32>>,
    /// Things of a class, next of kin beside each other, then by year.
    pub pools: Vec<Vec<u32>>,
    /// By namesakes, the namesakes that they are directly part of.
    wholes: Vec<Vec<u32>>,
    /// The namesakes with each name, by the hash of its words.
    pub named: Map<u64, u32>,
    /// What things are near each other by.
    pub marks: Marks,
}

/// An entity.
pub(crate) struct Thing<'t> {
    pub entity: &'t Entity,
    pub name: Name,
    /// The same for entities that share a name, so that a text cannot tell them apart.
    pub group: u32,
    /// Index among the classes.
    pub class: u32,
    /// Its place in its class's pool.
    pub place: u32,
    /// The words of each of its names.
    pub forms: Vec<Vec<u64>>,
    /// Its name in small letters.
    pub small_name: Box<str>,
}

/// A relation with its sentences taken apart.
pub(crate) struct Way<'t> {
    pub relation: &'t Relation,
    pub says: Vec<Sentence>,
    pub asks_object: Vec<Sentence>,
    pub asks_subject: Vec<Sentence>,
    pub asks_year: Vec<Sentence>,
    pub asks_objects: Vec<Sentence>,
    pub asks_subjects: Vec<Sentence>,
    pub event: Option<Sentence>,
    pub facts: Vec<u32>,
    /// Whether most objects begin as their subjects do, as the forms of a verb: then a wrong one that begins otherwise is
    /// found by looking.
    pub follows_names: bool,
    /// Each subject once, and each object, next of kin beside each other.
    pub subjects: Vec<u32>,
    pub objects: Vec<u32>,
}

/// A fact whose names are all known.
pub(crate) struct Known<'t> {
    pub fact: &'t Fact,
    pub way: u32,
    pub subject: u32,
    pub object: Option<What<'t>>,
    /// When it happened, as finely as it may be told.
    pub told_when: Option<When>,
    /// Its place among the facts of its relation.
    pub ordinal: usize,
    /// Stands for its note.
    pub note_key: u64,
    /// What its questions are named after; no other fact's are.
    pub slug: Box<str>,
}

/// The object of a fact.
pub(crate) enum What<'t> {
    /// An entity.
    Thing(u32),
    /// A number with its unit.
    Amount(&'t Quantity, Name),
}

impl<'t> Knowledge<'t> {
    pub fn of(table: &'t FactTable) -> Self {
        let classes: Map<&str, u32> = indexed(table.classes.iter().map(|(id, _)| id));
        let ids: Map<&str, u32> = indexed(table.entities.iter().map(|(id, _)| id));
        let mut things: Vec<Thing> = table.entities.iter().map(|(_, entity)| thing(entity, &classes)).collect();
        let named = join_namesakes(&mut things);
        let wholes = wholes(&things, &ids);
        let mut pools = vec![Vec::new(); table.classes.iter().count() + 1];
        for (index, thing) in (0..).zip(&things) {
            pools[thing.class as usize].push(index);
        }
        pools.iter_mut().for_each(|pool| sort_by_kin(pool, &things));
        for pool in &pools {
            for (place, index) in (0..).zip(pool) {
                things[*index as usize].place = place;
            }
        }
        let ways: Vec<Way> = table.relations.iter().map(|(_, relation)| way(relation)).collect();
        let about = vec![Vec::new(); things.len()];
        let (facts, by_subject, by_object, by_year, by_also_right, marks) = Default::default();
        let mut knowledge = Self {
            table,
            things,
            ways,
            facts,
            by_subject,
            by_object,
            by_year,
            by_also_right,
            about,
            pools,
            wholes,
            named,
            marks,
        };
        knowledge.take_facts(&ids);
        knowledge.marks = Marks::of(&knowledge);
        knowledge
    }

    fn take_facts(&mut self, ids: &Map<&str, u32>) {
        let way_ids: Map<&str, u32> = indexed(self.table.relations.iter().map(|(id, _)| id));
        let slugs = slugs(&self.table.facts);
        for (fact, slug) in self.table.facts.iter().zip(slugs) {
            let Some(known) = known(fact, slug, &way_ids, ids, &self.ways) else { continue };
            let index = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
            let way = &mut self.ways[known.way as usize];
            way.facts.push(index);
            way.subjects.push(known.subject);
            self.about[known.subject as usize].push(index);
            let group = self.things[known.subject as usize].group;
            self.by_subject.entry((known.way, group)).or_default().push(index);
            if let Some(What::Thing(object)) = known.object {
                way.objects.push(object);
                self.about[object as usize].push(index);
                let group = self.things[object as usize].group;
                self.by_object.entry((known.way, group)).or_default().push(index);
            }
            self.by_year.entry((known.way, fact.when.map(|when| when.year))).or_default().push(index);
            for also in fact.also_right.iter().filter_map(|id| ids.get(&**id)) {
                let group = self.things[*also as usize].group;
                self.by_also_right.entry((known.way, group)).or_default().push(index);
            }
            self.facts.push(known);
        }
        for way in &mut self.ways {
            way.follows_names = follow_names(&way.facts, &self.facts, &self.things);
            for side in [&mut way.subjects, &mut way.objects] {
                side.sort_unstable();
                side.dedup();
                sort_by_kin(side, &self.things);
            }
        }
    }

    pub fn fact(&self, index: u32) -> &Known<'t> {
        &self.facts[index as usize]
    }

    pub fn way(&self, index: u32) -> &Way<'t> {
        &self.ways[index as usize]
    }

    pub fn thing(&self, index: u32) -> &Thing<'t> {
        &self.things[index as usize]
    }

    /// The class of a thing.
    pub fn class(&self, thing: u32) -> Option<&'t EntityClass> {
        self.table.classes.0.get(self.thing(thing).class as usize).map(|(_, class)| class)
    }

    /// What one of its class is called: "country".
    pub fn noun(&self, thing: u32) -> &'t str {
        self.class(thing).map_or("", |class| class.noun.trim())
    }

    /// All that a question on the fact must heed, of its relation first.
    pub fn cautions(&self, fact: u32) -> impl Iterator<Item = &'t Caution> {
        let fact = self.fact(fact);
        self.way(fact.way).relation.cautions.iter().chain(&fact.fact.cautions)
    }

    /// Whether the fact may be asked for that.
    pub fn may_ask(&self, fact: u32, asked: Asked) -> bool {
        !self.cautions(fact).any(|caution| matches!(caution, Caution::AskNot(what) if *what == asked))
    }

    /// Whether one is part of the other or both are one, by whatever name.
    pub fn are_kin_by_part(&self, one: u32, other: u32) -> bool {
        self.are_groups_kin(self.thing(one).group, self.thing(other).group)
    }

    /// The same for namesakes.
    pub fn are_groups_kin(&self, one: u32, other: u32) -> bool {
        self.above(one).any(|upper| upper == other) || self.above(other).any(|upper| upper == one)
    }

    /// The namesakes themselves and all that they are part of.
    pub fn above(&self, group: u32) -> impl Iterator<Item = u32> {
        let (mut seen, mut next) = (vec![group], 0);
        std::iter::from_fn(move || {
            let at = *seen.get(next)?;
            next += 1;
            for upper in &self.wholes[at as usize] {
                if !seen.contains(upper) {
                    seen.push(*upper);
                }
            }
            Some(at)
        })
    }
}

/// The words of a text as hashes of their small letters, cut at all that is neither letter nor digit.
pub(crate) fn words(text: &str) -> Vec<u64> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    pieces
        .map(|word| {
            if word.is_ascii() {
                stable_hash::of(&[&word.to_ascii_lowercase()])
            } else {
                stable_hash::of(&[&folded(word)])
            }
        })
        .collect()
}

/// The words of a name as one number.
pub(crate) fn name_key(words: &[u64]) -> u64 {
    words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| (hash ^ word).wrapping_mul(0x0100_0000_01b3))
}

/// Whether these words hold those of the name, one after the other.
pub(crate) fn holds(words: &[u64], name: &[u64]) -> bool {
    !name.is_empty() && words.windows(name.len()).any(|window| window == name)
}

/// Whether two names begin with the same letter.
pub(crate) fn begin_alike(one: &Thing, other: &Thing) -> bool {
    let first = |thing: &Thing| folded(&thing.name.bare).chars().next();
    first(one).is_some_and(|letter| letter.is_alphabetic() && first(other) == Some(letter))
}

fn follow_names(own: &[u32], facts: &[Known], things: &[Thing]) -> bool {
    /// Of fewer, chance tells as much.
    const FEWEST: usize = 5;
    let pairs = own.iter().filter_map(|fact| match facts[*fact as usize].object {
        Some(What::Thing(object)) => Some((facts[*fact as usize].subject, object)),
        _ => None,
    });
    let (mut alike, mut all) = (0, 0);
    for (subject, object) in pairs {
        all += 1;
        alike += usize::from(begin_alike(&things[subject as usize], &things[object as usize]));
    }
    all >= FEWEST && alike * 2 > all
}

fn indexed<'a>(ids: impl Iterator<Item = &'a str>) -> Map<&'a str, u32> {
    let mut indexed = Map::default();
    for (index, id) in (0..).zip(ids) {
        indexed.entry(id).or_insert(index);
    }
    indexed
}

fn thing<'t>(entity: &'t Entity, classes: &Map<&str, u32>) -> Thing<'t> {
    let names = || std::iter::once(&entity.name).chain(&entity.also);
    let own_articles = names().map(|name| (&**name, without_the(name))).filter(|(name, bare)| name != bare);
    let class = classes.get(&*entity.class).copied().unwrap_or(u32::try_from(classes.len()).unwrap_or(0));
    let name = Name::of_entity(entity);
    Thing {
        entity,
        small_name: name.bare.to_lowercase().into(),
        name,
        group: 0,
        class,
        place: 0,
        forms: names()
            .map(|name| words(name))
            .chain(own_articles.map(|(_, bare)| words(bare)))
            .filter(|words| !words.is_empty())
            .collect(),
    }
}

/// Gives things that share a name one number, and tells which number each name has.
fn join_namesakes(things: &mut [Thing]) -> Map<u64, u32> {
    let mut leaders: Vec<u32> = (0..).take(things.len()).collect();
    let mut named: Map<u64, u32> = Map::default();
    for (index, thing) in (0..).zip(&*things) {
        for form in &thing.forms {
            let other = *named.entry(name_key(form)).or_insert(index);
            let (one, other) = (leader(&mut leaders, index), leader(&mut leaders, other));
            leaders[one.max(other) as usize] = one.min(other);
        }
    }
    for (index, thing) in (0..).zip(things.iter_mut()) {
        thing.group = leader(&mut leaders, index);
    }
    for group in named.values_mut() {
        *group = things[*group as usize].group;
    }
    named
}

/// What namesakes are part of, whichever of them says so.
fn wholes(things: &[Thing], ids: &Map<&str, u32>) -> Vec<Vec<u32>> {
    let mut wholes = vec![Vec::new(); things.len()];
    for thing in things {
        let uppers = thing.entity.within.iter().filter_map(|id| ids.get(&**id));
        wholes[thing.group as usize].extend(uppers.map(|upper| things[*upper as usize].group));
    }
    wholes
}

fn leader(leaders: &mut [u32], mut index: u32) -> u32 {
    while leaders[index as usize] != index {
        leaders[index as usize] = leaders[leaders[index as usize] as usize];
        index = leaders[index as usize];
    }
    index
}

/// Next of kin beside each other, then by year, then in the order of the table.
fn sort_by_kin(pool: &mut [u32], things: &[Thing]) {
    let key = |index: &u32| {
        let entity = things[*index as usize].entity;
        (&*entity.kin, entity.year, *index)
    };
    pool.sort_by(|one, other| key(one).cmp(&key(other)));
}

fn way(relation: &Relation) -> Way<'_> {
    let parsed = |texts: &[Box<str>]| texts.iter().filter_map(|text| Sentence::parse(text).ok()).collect();
    let event = Sentence::parse(&relation.event).ok().filter(|_| !relation.event.trim().is_empty());
    Way {
        relation,
        says: parsed(&relation.says),
        asks_object: parsed(&relation.asks_object),
        asks_subject: parsed(&relation.asks_subject),
        asks_year: parsed(&relation.asks_year),
        asks_objects: parsed(&relation.asks_objects),
        asks_subjects: parsed(&relation.asks_subjects),
        // Its year would tell its place in time.
        event: event.filter(|event| !event.tells(Slot::Year)),
        facts: Vec::new(),
        follows_names: false,
        subjects: Vec::new(),
        objects: Vec::new(),
    }
}

fn known<'t>(
    fact: &'t Fact,
    slug: Box<str>,
    way_ids: &Map<&str, u32>,
    ids: &Map<&str, u32>,
    ways: &[Way<'t>],
) -> Option<Known<'t>> {
    let way = *way_ids.get(&*fact.relation)?;
    let subject = *ids.get(&*fact.subject)?;
    let object = match &fact.object {
        None => None,
        Some(Object::Is(id)) => Some(What::Thing(*ids.get(&**id)?)),
        Some(Object::Amount(amount)) if !amount.value.is_finite() => return None,
        Some(Object::Amount(amount)) => Some(What::Amount(amount, Name::of_amount(amount))),
    };
    let relation = ways[way as usize].relation;
    let is_kept = |what: Asked| {
        let mut cautions = relation.cautions.iter().chain(&fact.cautions);
        cautions.any(|caution| matches!(caution, Caution::AskNot(kept) if *kept == what))
    };
    let told_when = fact.when.filter(|_| !is_kept(Asked::When)).map(|when| When {
        month: when.month.filter(|_| !is_kept(Asked::Month)),
        day: when.day.filter(|_| !is_kept(Asked::Month) && !is_kept(Asked::Day)),
        ..when
    });
    let ordinal = ways[way as usize].facts.len();
    Some(Known { fact, way, subject, object, told_when, ordinal, note_key: stable_hash::of(&[&fact.note]), slug })
}

/// What questions are named after, in small letters with hyphens; as it is where two would become one.
fn slugs(facts: &[Fact]) -> Vec<Box<str>> {
    let slug = |id: &str| -> String {
        let plain = folded(id);
        let pieces = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
        pieces.collect::<Vec<_>>().join("-")
    };
    let slugs: Vec<String> = facts.iter().map(|fact| slug(fact.stem())).collect();
    let mut counts: Map<&str, usize> = Map::default();
    for slug in &slugs {
        *counts.entry(slug).or_default() += 1;
    }
    let chosen = facts.iter().zip(&slugs).map(|(fact, slug)| {
        let is_own = counts[slug.as_str()] == 1 && !slug.is_empty();
        if is_own { slug.as_str() } else { fact.stem() }.into()
    });
    chosen.collect()
}

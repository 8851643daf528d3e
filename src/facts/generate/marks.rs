//! What a table knows of each thing beside its name: kin, wholes, partners in every relation, years, amounts and words. Two
//! things are near each other by marks that they share; judging that is done elsewhere.

use crate::bank::lints::is_telling;
use crate::bank::wording::alike::folded;
use crate::facts::generate::index::{Knowledge, What};
use crate::facts::generate::stable_hash;
use crate::facts::generate::stable_hash::Map;

/// Something known of a thing: in which respect, and what.
pub(crate) type Mark = (u64, u64);

/// All that is known of one thing. Every list is sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Traits {
    /// Its kin, and every beginning of a path such as "river/Europe".
    pub kin: Vec<u64>,
    /// Its kin as a whole.
    pub whole_kin: Option<u64>,
    /// Objects of relations that are kinship.
    pub kinship: Vec<Mark>,
    /// What it is part of.
    pub wholes: Vec<Mark>,
    /// The kin of what it stands to in each relation: of a capital, the continent of its country.
    pub partners_kin: Vec<Mark>,
    /// What it stands to in each relation.
    pub values: Vec<Mark>,
    /// Telling words of its name that most of its class do not have.
    pub words: Vec<u64>,
    /// Its own year, or else the years of its facts.
    pub years: Vec<i16>,
    /// Amounts by relation.
    pub amounts: Vec<(u32, f64)>,
}

/// What is known of all things.
#[derive(Default)]
pub(crate) struct Marks {
    known: Vec<Traits>,
    /// Things by what they share, in the order of the table.
    sharing: Map<Mark, Vec<u32>>,
}

/// Of the wholes that a thing is part of, one inside the other, so many are looked at.
const MOST_WHOLES: usize = 8;
/// Of a thing with many facts, so many are looked at.
const MOST_FACTS: usize = 16;

impl Marks {
    pub fn of(knowledge: &Knowledge) -> Self {
        let count = u32::try_from(knowledge.things.len()).unwrap_or(u32::MAX);
        let mut known: Vec<Traits> = (0..count).map(|thing| of_itself(knowledge, thing)).collect();
        let kins: Vec<Vec<u64>> = known.iter().map(all_kin).collect();
        for thing in 0..count {
            add_facts(knowledge, thing, &kins, &mut known[thing as usize]);
        }
        drop_common_words(knowledge, &mut known);
        let mut sharing: Map<Mark, Vec<u32>> = Map::default();
        for (thing, known) in (0..).zip(&known) {
            for mark in known.kinship.iter().chain(&known.wholes).chain(&known.partners_kin).chain(&known.values) {
                sharing.entry(*mark).or_default().push(thing);
            }
        }
        Self { known, sharing }
    }

    pub fn known(&self, thing: u32) -> &Traits {
        &self.known[thing as usize]
    }

    /// Things that share something with this one: of each mark so many, those beside it in the table.
    pub fn relatives(&self, thing: u32, reach: usize) -> impl Iterator<Item = u32> {
        let known = self.known(thing);
        let marks = known.kinship.iter().chain(&known.wholes).chain(&known.partners_kin).chain(&known.values);
        marks.filter_map(|mark| self.sharing.get(mark)).flat_map(move |list| {
            let place = list.partition_point(|other| *other < thing);
            let from = place.saturating_sub(reach);
            list[from..(place + reach + 1).min(list.len())].iter().copied()
        })
    }
}

/// What its entry tells, and the relations that are kinship.
fn of_itself(knowledge: &Knowledge, thing: u32) -> Traits {
    let own = knowledge.thing(thing);
    let kin = own.entity.kin.trim();
    let ends = kin.match_indices('/').map(|(at, _)| at).chain((!kin.is_empty()).then_some(kin.len()));
    let beginnings: Vec<u64> = ends.map(|end| stable_hash::of(&["kin", kin[..end].trim()])).collect();
    let wholes = knowledge.above(own.group).skip(1).take(MOST_WHOLES).map(|whole| (0, u64::from(whole)));
    let name = own.name.bare.split(|letter: char| !letter.is_alphanumeric());
    let words = name.map(folded).filter(|word| is_telling(word));
    let kinship = knowledge.about[thing as usize].iter().take(MOST_FACTS).filter_map(|fact| {
        let fact = knowledge.fact(*fact);
        let is_kinship = knowledge.way(fact.way).relation.kinship && fact.subject == thing;
        match fact.object {
            Some(What::Thing(object)) if is_kinship => {
                Some((domain(fact.way, true), u64::from(knowledge.thing(object).group)))
            }
            _ => None,
        }
    });
    Traits {
        whole_kin: (!kin.is_empty()).then(|| stable_hash::of(&["kin", kin])),
        kin: sorted(beginnings),
        kinship: sorted(kinship.collect()),
        wholes: sorted(wholes.collect()),
        words: sorted(words.map(|word| stable_hash::of(&[&word])).collect()),
        years: own.entity.year.into_iter().collect(),
        ..Traits::default()
    }
}

/// The respect in which two things are alike that stand on one side of a relation.
fn domain(way: u32, is_subject: bool) -> u64 {
    1 + 2 * u64::from(way) + u64::from(is_subject)
}

/// Its kin by whatever is declared, as single numbers.
fn all_kin(known: &Traits) -> Vec<u64> {
    let kinship = known.kinship.iter().map(|(way, kin)| stable_hash::of(&[&way.to_string(), &kin.to_string()]));
    known.whole_kin.into_iter().chain(kinship).collect()
}

/// Its partners, years and amounts.
fn add_facts(knowledge: &Knowledge, thing: u32, kins: &[Vec<u64>], known: &mut Traits) {
    let has_own_year = !known.years.is_empty();
    for fact in knowledge.about[thing as usize].iter().take(MOST_FACTS).map(|fact| knowledge.fact(*fact)) {
        let is_subject = fact.subject == thing;
        let partner = match &fact.object {
            Some(What::Thing(object)) => Some(if is_subject { *object } else { fact.subject }),
            Some(What::Amount(amount, _)) if is_subject => {
                known.amounts.push((fact.way, amount.value));
                None
            }
            _ => None,
        };
        if let Some(partner) = partner.filter(|partner| *partner != thing) {
            let respect = domain(fact.way, is_subject);
            known.values.push((respect, u64::from(knowledge.thing(partner).group)));
            known.partners_kin.extend(kins[partner as usize].iter().map(|kin| (respect, *kin)));
        }
        if let Some(when) = fact.told_when.filter(|_| !has_own_year) {
            known.years.push(when.year);
        }
    }
    // What is kinship is told there, and told once.
    let is_kinship = |mark: &Mark| known.kinship.iter().any(|kin| kin.0 == mark.0);
    known.values.retain(|mark| !is_kinship(mark));
    known.values = sorted(std::mem::take(&mut known.values));
    known.partners_kin = sorted(std::mem::take(&mut known.partners_kin));
    known.years = sorted(std::mem::take(&mut known.years));
}

/// A word that most of a class have, such as "Battle", makes none of them alike.
fn drop_common_words(knowledge: &Knowledge, known: &mut [Traits]) {
    let mut counts: Map<(u32, u64), usize> = Map::default();
    for (thing, own) in knowledge.things.iter().zip(&*known) {
        own.words.iter().for_each(|word| *counts.entry((thing.class, *word)).or_default() += 1);
    }
    for (thing, own) in knowledge.things.iter().zip(known) {
        let size = knowledge.pools[thing.class as usize].len();
        own.words.retain(|word| counts[&(thing.class, *word)] * 2 <= size);
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

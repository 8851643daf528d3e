//! Numbers around a key: years of other events, other amounts of the unit. Which of them are offered decides whether the
//! key stands low, high or between, so that a bank can be balanced.

use crate::bank::{Answer, Entries, Question};
use crate::facts::generate::answers::{Rights, has_year};
use crate::facts::generate::builder::{Builder, Stem};
use crate::facts::generate::explain;
use crate::facts::generate::index::{What, holds, words};
use crate::facts::generate::stable_hash;
use crate::facts::generate::wording::{grouped, option_of, year_in_words};
use crate::facts::{Asked, Quantity};
use std::collections::{BTreeMap, BTreeSet};

/// A number to offer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub value: f64,
    pub text: Box<str>,
    /// What it really was.
    pub meaning: Option<Box<str>>,
    /// Whether that is of the subject or the topic that is asked about.
    pub is_of_topic: bool,
}

/// A key and the wrong numbers on either side of it, the best first.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spread {
    pub key: Box<str>,
    pub below: Vec<Entry>,
    pub above: Vec<Entry>,
    /// The number that is right.
    pub value: f64,
    /// So far off is half as close as can be.
    pub scale: f64,
    /// Where the key stands, from below.
    pub place: usize,
}

/// Wrong numbers offered beside a key.
const OFFERED: usize = 3;
/// Fewer are no choice.
const FEWEST: usize = 2;
/// So many are kept on either side.
const KEPT: usize = 3;
/// Wrong years so far off are half as close as can be.
const HALF_AS_CLOSE_YEARS: f64 = 10.0;
/// In each list so many neighbours are looked at on either side.
const REACH: usize = 6;

impl Spread {
    /// How many wrong numbers are offered; `None` where they are too few.
    pub fn count(&self) -> Option<usize> {
        let all = self.below.len() + self.above.len();
        (all >= FEWEST).then_some(all.min(OFFERED))
    }

    /// The places from below where the key can stand: not those with numbers much farther off than others have.
    pub fn places(&self) -> Vec<usize> {
        /// So many times as far off in all is farther.
        const FARTHER: f64 = 1.5;
        /// So many times as near is much nearer.
        const NEARER: f64 = 2.0;
        let Some(count) = self.count() else { return Vec::new() };
        let far = |entries: &[Entry]| entries.iter().map(|entry| (entry.value - self.value).abs()).sum::<f64>();
        let places = (0..=count).filter(|place| *place <= self.below.len() && count - place <= self.above.len());
        let places: Vec<(usize, f64)> =
            places.map(|place| (place, far(&self.below[..place]) + far(&self.above[..count - place]))).collect();
        let least = places.iter().map(|(_, far)| *far).fold(f64::INFINITY, f64::min);
        let first = |side: &[Entry]| side.first().map_or(f64::INFINITY, |entry| (entry.value - self.value).abs());
        let (below, above) = (first(&self.below), first(&self.above));
        // One that is much the nearest is missed where it does not stand.
        let has_nearest = |place: usize| {
            (place > 0 || below * NEARER > above || below.is_infinite())
                && (place < count || above * NEARER > below || above.is_infinite())
        };
        let fit = |(place, far): &(usize, f64)| *far <= least * FARTHER && has_nearest(*place);
        places.into_iter().filter(fit).map(|(place, _)| place).collect()
    }

    /// Those numbers alone that are so far off.
    pub fn at_least(mut self, distance: f64) -> Self {
        for side in [&mut self.below, &mut self.above] {
            side.retain(|entry| (entry.value - self.value).abs() >= distance);
        }
        self
    }

    /// The nearest number on either side of `key`: the nearer one first, or where they are about as near, the one that the
    /// seed points at.
    pub fn nearest(&self, key: f64, seed: &str) -> Vec<&Entry> {
        /// So many times as far is farther.
        const FARTHER: f64 = 3.0;
        let mut sides: Vec<&Entry> = self.below.first().into_iter().chain(self.above.first()).collect();
        let distance = |entry: &Entry| (entry.value - key).abs();
        if let [below, above] = sides[..] {
            let times = distance(above) / distance(below);
            let swaps = times * FARTHER < 1.0 || (times < FARTHER && stable_hash::below(2, &[seed, "side"]) == 1);
            sides.rotate_left(usize::from(swaps));
        }
        sides
    }

    /// How near the offered numbers are to the key: 0 to 1.
    pub fn closeness(&self) -> f32 {
        let offered = self.offered();
        let close = |entry: &&Entry| 1.0 / (1.0 + (entry.value - self.value).abs() / self.scale);
        let sum: f64 = offered.iter().map(close).sum();
        #[expect(clippy::cast_possible_truncation, reason = "a share needs no more digits")]
        let mean = (sum / offered.len().max(1) as f64) as f32;
        mean
    }

    /// The wrong numbers around the key where it stands, from below.
    fn offered(&self) -> Vec<&Entry> {
        let above = self.count().unwrap_or(0).saturating_sub(self.place);
        self.below.iter().take(self.place).chain(self.above.iter().take(above)).collect()
    }

    /// Puts the key at a place, from below.
    pub fn put(&mut self, question: &mut Question, place: usize) {
        self.place = place;
        let offered = self.offered();
        let told = |entry: &&Entry| Some((entry.text.clone(), entry.meaning.clone()?));
        question.feedback = Entries(offered.iter().filter_map(told).collect());
        let distractors = offered.into_iter().map(|entry| entry.text.clone()).collect();
        question.answer = Answer::Choice { correct: self.key.clone(), distractors };
    }
}

/// The years of other events around the year of the fact: of the same subject first, then of the same topic, then any.
pub(crate) fn years(builder: &Builder, events: &Years, fact: u32, stem: &Stem, rights: &Rights) -> Option<Spread> {
    let known = builder.known(fact);
    let key = known.told_when?.year;
    let mut found: Vec<(usize, i16, u32)> = Vec::new();
    let lists =
        [events.by_subject.get(&known.subject), events.by_topic.get(root(&known.fact.topic)), Some(&events.all)];
    for (tier, list) in lists.into_iter().enumerate() {
        let Some(list) = list else { continue };
        let below = list.range(..key).rev().take(REACH);
        let above = list.range(key.checked_add(1)?..).take(REACH);
        found.extend(below.chain(above).map(|(year, fact)| (tier, *year, *fact)));
    }
    found.retain(|(_, year, _)| rights.is_wrong_year(*year) && !has_year(&stem.text, *year));
    let limit = farthest_year(key, found.iter().map(|(_, year, _)| *year));
    found.retain(|(_, year, _)| year.abs_diff(key) <= limit);
    let has_event = |fact: u32| builder.knowledge.way(builder.known(fact).way).event.is_some();
    found.sort_by_key(|(tier, year, event)| (cost(*tier, year.abs_diff(key), has_event(*event)), *year));
    let entries = |is_side: &dyn Fn(i16) -> bool| {
        let mut entries: Vec<Entry> = Vec::new();
        for (tier, year, event) in found.iter().copied().filter(|(_, year, _)| is_side(*year)) {
            let text = year_in_words(year);
            if entries.len() < KEPT && entries.iter().all(|entry| *entry.text != *text) {
                let meaning = explain::meaning_of_year(builder.knowledge, fact, event, year);
                let meaning = meaning.map(String::into);
                entries.push(Entry { value: f64::from(year), text: text.into(), meaning, is_of_topic: tier < 2 });
            }
        }
        entries
    };
    let (below, above) = (entries(&|year| year < key), entries(&|year| year > key));
    Some(Spread {
        key: year_in_words(key).into(),
        below,
        above,
        value: f64::from(key),
        scale: HALF_AS_CLOSE_YEARS,
        place: 0,
    })
    .filter(|spread| spread.count().is_some())
}

/// A year of another topic, or one of which there is nothing to tell, must be so much nearer to be as good.
fn cost(tier: usize, distance: u16, has_event: bool) -> u32 {
    const TIERS: [u32; 3] = [4, 5, 6];
    (u32::from(distance) + 3) * (TIERS[tier.min(2)] + if has_event { 0 } else { 2 })
}

/// How far off a wrong year may be: a century where nearer ones are known, and not many times as far as those that would
/// be offered for their nearness alone.
fn farthest_year(key: i16, years: impl Iterator<Item = i16>) -> u16 {
    const CENTURY: u16 = 100;
    const DECADE: u16 = 10;
    const FARTHER: u16 = 3;
    let years: BTreeSet<i16> = years.collect();
    let mut distances: Vec<u16> = years.into_iter().map(|year| year.abs_diff(key)).collect();
    distances.sort_unstable();
    let Some(usual) = distances.get(OFFERED - 1).or(distances.last()) else { return u16::MAX };
    let is_near = distances.get(FEWEST - 1).is_some_and(|distance| *distance <= CENTURY);
    let limit = usual.saturating_mul(FARTHER).max(DECADE);
    if is_near { limit.min(CENTURY) } else { limit }
}

/// The years that events are known for, each with the first fact of that year.
#[derive(Default)]
pub(crate) struct Years {
    all: BTreeMap<i16, u32>,
    by_topic: BTreeMap<Box<str>, BTreeMap<i16, u32>>,
    by_subject: BTreeMap<u32, BTreeMap<i16, u32>>,
}

impl Years {
    /// The years that may be told.
    pub fn of(knowledge: &crate::facts::generate::index::Knowledge) -> Self {
        let mut years = Self::default();
        for (index, known) in (0..).zip(&knowledge.facts) {
            let Some(when) = known.told_when.filter(|_| knowledge.may_ask(index, Asked::When)) else { continue };
            let topic = root(&known.fact.topic);
            // A year with a phrase of its own can tell what it was; another one is kept only where there is none.
            let has_event = knowledge.way(known.way).event.is_some();
            let lists = [
                &mut years.all,
                years.by_topic.entry(topic.into()).or_default(),
                years.by_subject.entry(known.subject).or_default(),
            ];
            for list in lists {
                match list.get(&when.year) {
                    Some(other) if !has_event || knowledge.way(knowledge.fact(*other).way).event.is_some() => {}
                    _ => {
                        list.insert(when.year, index);
                    }
                }
            }
        }
        years
    }
}

/// The first part of a topic's path.
pub(crate) fn root(topic: &str) -> &str {
    topic.split('/').next().unwrap_or_default()
}

/// The unit of an amount, or what is counted.
type Sort = (Box<str>, Box<str>);

/// Amounts that may be offered, by what is counted and in which unit.
#[derive(Default)]
pub(crate) struct Amounts {
    by_sort: BTreeMap<Sort, Vec<(f64, u32)>>,
}

impl Amounts {
    /// All amounts of the table.
    pub fn of(knowledge: &crate::facts::generate::index::Knowledge) -> Self {
        let mut amounts = Self::default();
        for (index, known) in (0..).zip(&knowledge.facts) {
            if let Some(What::Amount(amount, _)) = &known.object {
                amounts.by_sort.entry(sort(amount)).or_default().push((amount.value, index));
            }
        }
        for list in amounts.by_sort.values_mut() {
            list.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            list.dedup_by(|later, earlier| later.0 == earlier.0);
        }
        amounts
    }
}

/// Bare numbers are of one sort where the same is counted.
fn sort(amount: &Quantity) -> Sort {
    match amount.unit.trim() {
        "" => ("".into(), amount.words.trim().into()),
        unit => (unit.into(), "".into()),
    }
}

/// How many times as small or as large a wrong number may be, of all that could be offered with the nearest first: one far
/// off tempts nobody where nearer ones are known.
fn most_times(times: impl Iterator<Item = f64>) -> f64 {
    const NO_TEMPTATION: f64 = 20.0;
    const TEMPTATION: f64 = 3.0;
    let times: Vec<f64> = times.take(OFFERED).collect();
    times.last().map_or(NO_TEMPTATION, |usual| (usual * usual).clamp(TEMPTATION, NO_TEMPTATION))
}

/// Other amounts around the amount of the fact: those that its entry names first, then others of the table.
pub(crate) fn amounts(builder: &Builder, all: &Amounts, fact: u32, stem: &Stem, rights: &Rights) -> Option<Spread> {
    let Some(What::Amount(amount, _)) = &builder.known(fact).object else { return None };
    let key = amount.value;
    // "How many chromosomes …?" is answered with "46".
    let names_unit = holds(&stem.words, &words(&amount.unit));
    let written = |value: f64| if names_unit { grouped(value) } else { option_of(value, amount) };
    let is_fit = |value: f64| {
        let text = words(&grouped(value));
        value.is_finite() && rights.is_wrong_amount(value, amount.tolerance) && !holds(&stem.words, &text)
    };
    let mut found: Vec<(f64, Option<Box<str>>)> = Vec::new();
    for (number, meaning) in amount.neighbours.iter() {
        if let Ok(value) = number.trim().parse::<f64>() {
            found.push((value, Some(meaning.clone())));
        }
    }
    if let Some(list) = all.by_sort.get(&sort(amount)) {
        let from = list.partition_point(|(value, _)| *value < key);
        let near = list[from.saturating_sub(REACH)..(from + REACH + 1).min(list.len())].iter();
        let times = |value: f64| (value / key).max(key / value);
        let mut near: Vec<_> = near.filter(|(value, _)| value * key > 0.0 && is_fit(*value)).collect();
        near.sort_by(|one, other| times(one.0).total_cmp(&times(other.0)));
        let limit = most_times(near.iter().map(|(value, _)| times(*value)));
        near.retain(|(value, _)| times(*value) <= limit);
        for (value, other) in near {
            found.push((*value, explain::told(builder.knowledge, fact, *other).map(String::into)));
        }
    }
    let entries = |is_side: &dyn Fn(f64) -> bool| {
        let mut entries: Vec<Entry> = Vec::new();
        for (value, meaning) in found.iter().filter(|(value, _)| is_side(*value) && is_fit(*value)) {
            let text: Box<str> = written(*value).into();
            if entries.len() < KEPT && entries.iter().all(|entry| entry.text != text) {
                entries.push(Entry { value: *value, text, meaning: meaning.clone(), is_of_topic: true });
            }
        }
        entries
    };
    let (below, above) = (entries(&|value| value < key), entries(&|value| value > key));
    Some(Spread {
        key: written(key).into(),
        below,
        above,
        value: key,
        scale: key.abs().max(f64::MIN_POSITIVE),
        place: 0,
    })
    .filter(|spread| spread.count().is_some())
}

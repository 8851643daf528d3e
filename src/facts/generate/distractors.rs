//! Wrong answers that are like the right one: of its class, near it by what the table knows, and proven wrong.
//! Looks at a few of the nearest only, so that a large table takes no longer for each question.

use crate::facts::generate::answers::{Rights, names, overlap};
use crate::facts::generate::builder::{Builder, Stem};
use crate::facts::generate::explain;
use crate::facts::generate::index::{Knowledge, What, begin_alike};
use crate::facts::generate::nearness::{Agreement, Nearness, plausible};
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash;

/// A wrong thing to offer.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub thing: u32,
    /// How like the right one it is, 0 to 1.
    pub closeness: f32,
    /// By what it is near the right one.
    pub nearness: Nearness,
}

/// What is looked for.
pub(crate) struct Wanted<'a, 'w> {
    pub fact: u32,
    pub asked: Slot,
    pub stem: &'a Stem<'w>,
    pub rights: &'a Rights,
    /// The right thing that is offered.
    pub key: u32,
}

/// So many on either side of the key are looked at, in each list.
const REACH: usize = 8;
/// A class of so many is looked at as a whole.
const SMALL_CLASS: usize = 4 * REACH;
/// So many are handed out.
pub(crate) const MOST: usize = 8;
/// So many are looked at together, before those that are not near enough go.
const COMPARED: usize = 3 * MOST;
/// So many that share something with the key are looked at beside its neighbours, few for each thing shared.
const RELATIVES: usize = 12 * REACH;
const REACH_OF_A_MARK: usize = 4;

/// The best wrong answers, the nearest first.
pub(crate) fn things(builder: &Builder, wanted: &Wanted) -> Vec<Candidate> {
    let knowledge = builder.knowledge;
    let mut found: Vec<Candidate> = looked_at(knowledge, wanted)
        .into_iter()
        .filter(|thing| is_offerable(builder, wanted, *thing))
        .map(|thing| candidate(knowledge, wanted, thing))
        .collect();
    let seed = &*knowledge.fact(wanted.fact).slug;
    let tie = |candidate: &Candidate| stable_hash::of(&[seed, &knowledge.thing(candidate.thing).entity.name]);
    found.sort_by(|one, other| other.closeness.total_cmp(&one.closeness).then_with(|| tie(one).cmp(&tie(other))));
    let mut found = plausible(apart(builder, wanted, found), |candidate| &candidate.nearness);
    found.truncate(MOST);
    found
}

/// How many wrong answers are left at each step.
pub(crate) struct Counts {
    /// Others of the key's class that are looked at.
    pub others: usize,
    /// Those that are proven wrong and told apart from the key.
    pub proven: usize,
    /// Those that are near it.
    pub near: usize,
}

/// Counts the wrong answers, for whoever asks why they are too few.
pub(crate) fn counts(builder: &Builder, wanted: &Wanted) -> Counts {
    let knowledge = builder.knowledge;
    let pool = looked_at(knowledge, wanted);
    let is_other = |thing: &&u32| {
        let (own, key) = (knowledge.thing(**thing), knowledge.thing(wanted.key));
        own.class == key.class && own.group != key.group
    };
    Counts {
        others: pool.iter().filter(is_other).count(),
        proven: pool.iter().filter(|thing| is_offerable(builder, wanted, **thing)).count(),
        near: things(builder, wanted).len(),
    }
}

fn looked_at(knowledge: &Knowledge, wanted: &Wanted) -> Vec<u32> {
    let mut pool = wanted.rights.wrong.clone();
    pool.extend(neighbours(knowledge, wanted));
    pool.sort_unstable();
    pool.dedup();
    pool
}

/// Whether it is proven wrong and cannot be taken for the key or for what the stem speaks of.
fn is_offerable(builder: &Builder, wanted: &Wanted, thing: u32) -> bool {
    let knowledge = builder.knowledge;
    let (own, key) = (knowledge.thing(thing), knowledge.thing(wanted.key));
    let agrees = !wanted.stem.sentence.agrees_with(wanted.asked) || own.name.is_plural == key.name.is_plural;
    own.class == key.class
        && agrees
        && builder.proofs.is_wrong(thing, wanted.rights, wanted.stem.told, wanted.asked)
        && !overlap(knowledge, thing, wanted.key)
        // What the table names as wrong is meant to be mistaken, also where the question has its word.
        && (wanted.rights.wrong.contains(&thing) || !names(knowledge, &wanted.stem.words, thing))
        && (wanted.rights.wrong.contains(&thing) || begins_as_given(knowledge, wanted, thing))
        && explain::is_sayable(knowledge, wanted.fact, &own.name.bare)
}

/// Where objects begin as their subjects do, whether this one begins as what the stem tells: "salgo" is no form of "jugar"
/// to anybody.
fn begins_as_given(knowledge: &Knowledge, wanted: &Wanted, thing: u32) -> bool {
    let known = knowledge.fact(wanted.fact);
    let given = match (wanted.asked, &known.object) {
        (Slot::Subject, Some(What::Thing(object))) => *object,
        (Slot::Subject, _) => return true,
        _ => known.subject,
    };
    !knowledge.way(known.way).follows_names || begin_alike(knowledge.thing(given), knowledge.thing(thing))
}

/// Things beside the key in its class and in its relation, and things that its fact's own subject or object has to do
/// with.
fn neighbours<'a>(knowledge: &'a Knowledge, wanted: &Wanted) -> impl Iterator<Item = u32> + use<'a> {
    let known = knowledge.fact(wanted.fact);
    let key = knowledge.thing(wanted.key);
    let pool = &knowledge.pools[key.class as usize];
    let way = knowledge.way(known.way);
    let side = if wanted.asked == Slot::Subject { &way.subjects } else { &way.objects };
    let place = side.binary_search_by(|thing| order(knowledge, *thing).cmp(&order(knowledge, wanted.key)));
    let other = match (wanted.asked, &known.object) {
        (Slot::Subject, Some(What::Thing(object))) => Some(*object),
        (Slot::Subject, _) => None,
        _ => Some(known.subject),
    };
    let related = other.into_iter().flat_map(move |thing| {
        let facts = knowledge.about[thing as usize].iter().take(2 * REACH).map(|fact| knowledge.fact(*fact));
        facts.flat_map(|known| {
            let object = match known.object {
                Some(What::Thing(object)) => Some(object),
                _ => None,
            };
            object.into_iter().chain([known.subject])
        })
    });
    let around = |list: &'a [u32], place: usize| {
        let from = place.saturating_sub(REACH).min(list.len());
        &list[from..(place + REACH + 1).min(list.len())]
    };
    // A small class is looked at as a whole, a large one around the key and at a place of this fact's own.
    let (near, far) = match pool.len() {
        0..=SMALL_CLASS => (&pool[..], &[][..]),
        count => (around(pool, key.place as usize), around(pool, stable_hash::below(count, &[&known.slug]))),
    };
    let relatives = knowledge.marks.relatives(wanted.key, REACH_OF_A_MARK).take(RELATIVES);
    let beside = around(side, place.unwrap_or_else(|place| place));
    near.iter().chain(far).chain(beside).copied().chain(related).chain(relatives)
}

/// The order in which things stand in their lists.
fn order<'a>(knowledge: &'a Knowledge, thing: u32) -> (&'a str, Option<i16>, u32) {
    let entity = knowledge.thing(thing).entity;
    (&*entity.kin, entity.year, thing)
}

/// A wrong thing with what brings it near the key.
fn candidate(knowledge: &Knowledge, wanted: &Wanted, thing: u32) -> Candidate {
    let known = knowledge.fact(wanted.fact);
    let way = knowledge.way(known.way);
    let side = if wanted.asked == Slot::Subject { &way.subjects } else { &way.objects };
    let is_of_side = side.binary_search_by(|other| order(knowledge, *other).cmp(&order(knowledge, thing))).is_ok();
    let facts = &knowledge.about[thing as usize];
    let role = match (is_of_side, facts.is_empty()) {
        (true, _) => Agreement::Agrees,
        (false, true) => Agreement::Unknown,
        (false, false) => Agreement::Differs,
    };
    let is_named = wanted.rights.wrong.contains(&thing);
    let nearness = Nearness::between(knowledge, wanted.key, thing, role, is_named);
    let is_of_topic = facts.iter().take(REACH).any(|other| knowledge.fact(*other).fact.topic == known.fact.topic);
    let chars = |thing: u32| knowledge.thing(thing).entity.name.chars().count() as f32;
    let (own, key) = (chars(thing), chars(wanted.key));
    let form = own.min(key) / own.max(key).max(1.0);
    let closeness = nearness.closeness + if is_of_topic { 0.1 } else { 0.0 } + 0.1 * form;
    Candidate { thing, closeness: closeness.min(1.0), nearness }
}

/// Leaves out what cannot be told from one that stands before it, and moves back what has the same answer as one before
/// it: of two machines at one site neither can be the key.
fn apart(builder: &Builder, wanted: &Wanted, found: Vec<Candidate>) -> Vec<Candidate> {
    let knowledge = builder.knowledge;
    let (mut first, mut second): (Vec<Candidate>, Vec<Candidate>) = (Vec::new(), Vec::new());
    for candidate in found {
        if first.len() >= COMPARED {
            break;
        }
        let clashes = |other: &Candidate| {
            knowledge.thing(other.thing).group == knowledge.thing(candidate.thing).group
                || overlap(knowledge, other.thing, candidate.thing)
                || knowledge.are_kin_by_part(other.thing, candidate.thing)
        };
        if first.iter().chain(&second).any(clashes) {
            continue;
        }
        let shares = |other: &Candidate| {
            wanted.asked == Slot::Subject && share_object(knowledge, wanted.fact, other.thing, candidate.thing)
        };
        if first.iter().any(shares) { second.push(candidate) } else { first.push(candidate) }
    }
    first.extend(second);
    first.truncate(COMPARED);
    first
}

fn share_object(knowledge: &Knowledge, fact: u32, one: u32, other: u32) -> bool {
    let way = knowledge.fact(fact).way;
    let objects = |thing: u32| {
        let facts = knowledge.by_subject.get(&(way, knowledge.thing(thing).group)).into_iter().flatten().take(REACH);
        facts.filter_map(|fact| match knowledge.fact(*fact).object {
            Some(What::Thing(object)) => Some(knowledge.thing(object).group),
            _ => None,
        })
    };
    objects(one).any(|object| objects(other).any(|same| same == object))
}

//! Pairing subjects with objects, one to one: no right side is right for two left ones, and what is left over is right for
//! none.

use crate::bank::{Answer, Kind};
use crate::facts::generate::answers::{Told, overlap};
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::distractors;
use crate::facts::generate::distractors::Wanted;
use crate::facts::generate::index::{What, words};
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash::Map;

/// Pairs of a question.
const USUAL: usize = 4;
const FEWEST: usize = 3;
/// Questions that are filled at one time.
const OPEN: usize = 4;

/// A fact as a pair.
#[derive(Clone, Copy, Debug)]
struct Pair {
    fact: u32,
    left: u32,
    right: u32,
}

/// The questions of this kind on the facts of a bank.
pub(in crate::facts) fn proposals(builder: &Builder, facts: &[u32]) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (way, facts) in by_way(builder, facts) {
        let relation = builder.knowledge.way(way).relation;
        let is_read_off = builder.knowledge.way(way).follows_names;
        if relation.asks_pairs.is_empty() || !relation.makes(Kind::Match) || is_read_off {
            continue;
        }
        let pairs: Vec<Pair> = facts.into_iter().filter_map(|fact| pair(builder, fact)).collect();
        let full = sets(builder, pairs);
        let numbered = full.iter().enumerate();
        proposals.extend(numbered.filter_map(|(index, set)| proposal(builder, &relation.asks_pairs, index, set)));
    }
    proposals
}

/// The questions that pairs make: of one kin first, since cities tell themselves apart from people; what is left over of
/// each kin is put together.
fn sets(builder: &Builder, pairs: Vec<Pair>) -> Vec<Vec<Pair>> {
    let kin = |thing: u32| &*builder.knowledge.thing(thing).entity.kin;
    let mut of_kin: Vec<((&str, &str), Vec<Pair>)> = Vec::new();
    let mut places: Map<(&str, &str), usize> = Map::default();
    for pair in pairs {
        let key = (kin(pair.left), kin(pair.right));
        let place = *places.entry(key).or_insert_with(|| {
            of_kin.push((key, Vec::new()));
            of_kin.len() - 1
        });
        of_kin[place].1.push(pair);
    }
    let (mut full, mut rest): (Vec<Vec<Pair>>, Vec<Pair>) = Default::default();
    for (_, pairs) in of_kin {
        let (enough, few) = filled(builder, pairs);
        full.extend(enough);
        rest.extend(few);
    }
    full.extend(filled(builder, rest).0);
    full
}

/// Sets of pairs that are all apart, and the pairs of those that stay too small.
fn filled(builder: &Builder, pairs: Vec<Pair>) -> (Vec<Vec<Pair>>, Vec<Pair>) {
    let (mut open, mut full): (Vec<Vec<Pair>>, Vec<Vec<Pair>>) = Default::default();
    for pair in pairs {
        let index = match open.iter().position(|set| set.iter().all(|other| are_apart(builder, *other, pair))) {
            Some(index) => index,
            None if open.len() < OPEN => {
                open.push(Vec::new());
                open.len() - 1
            }
            None => continue,
        };
        open[index].push(pair);
        if open[index].len() == USUAL {
            full.push(open.remove(index));
        }
    }
    let (enough, few): (Vec<Vec<Pair>>, Vec<Vec<Pair>>) = open.into_iter().partition(|set| set.len() >= FEWEST);
    full.extend(enough);
    (full, few.concat())
}

/// The facts of each relation, in the order in which relations first come up.
pub(crate) fn by_way(builder: &Builder, facts: &[u32]) -> Vec<(u32, Vec<u32>)> {
    let mut sorted: Vec<u32> = facts.to_vec();
    sorted.sort_by_key(|fact| builder.known(*fact).way);
    let groups = sorted.chunk_by(|one, other| builder.known(*one).way == builder.known(*other).way);
    groups.map(|group| (builder.known(group[0]).way, group.to_vec())).collect()
}

fn pair(builder: &Builder, fact: u32) -> Option<Pair> {
    let known = builder.known(fact);
    let may_ask =
        [Slot::Subject, Slot::Object].into_iter().all(|slot| cautions::may_ask(builder.knowledge, fact, slot));
    match known.object {
        Some(What::Thing(right)) if may_ask && !overlap(builder.knowledge, known.subject, right) => {
            Some(Pair { fact, left: known.subject, right })
        }
        _ => None,
    }
}

/// What is told of a pair by its left side alone.
fn told(builder: &Builder, pair: Pair) -> Told {
    let subject = Some(builder.knowledge.thing(pair.left).group);
    Told { way: builder.known(pair.fact).way, subject, object: None, when: None, note: None }
}

/// Whether neither right side is right for the other left one, and no two sides can be mixed up.
fn are_apart(builder: &Builder, one: Pair, other: Pair) -> bool {
    let is_wrong = |pair: Pair, right: u32| {
        let told = told(builder, pair);
        builder.proofs.is_wrong(right, &builder.proofs.rights(told, Slot::Object), told, Slot::Object)
    };
    is_wrong(one, other.right)
        && is_wrong(other, one.right)
        && !overlap(builder.knowledge, one.left, other.left)
        && !overlap(builder.knowledge, one.right, other.right)
        && builder.knowledge.thing(one.left).group != builder.knowledge.thing(other.left).group
}

fn proposal(builder: &Builder, prompts: &[Box<str>], index: usize, set: &[Pair]) -> Option<Proposal> {
    let prompt = prompts[index % prompts.len()].to_string();
    let facts: Vec<u32> = set.iter().map(|pair| pair.fact).collect();
    if !facts.iter().all(|fact| cautions::allows(builder.knowledge, *fact, &prompt, Role::Asks(None))) {
        return None;
    }
    let name = |thing: u32| builder.knowledge.thing(thing).name.bare.clone();
    let extra = extra(builder, &prompt, set);
    let pairs = set.iter().map(|pair| (name(pair.left), name(pair.right))).collect();
    let answer = Answer::Match { pairs, extra: extra.map(name).into_iter().collect() };
    let mut question = builder.question(&facts, "match", None, prompt, answer)?;
    question.difficulty = difficulty(if extra.is_some() { 0.5 } else { 0.45 });
    let question = builder.approved(question, &facts)?;
    let keys = set.iter().map(|pair| builder.thing_token(pair.right)).collect();
    let given = set.iter().map(|pair| builder.thing_token(pair.left)).collect();
    Some(Proposal { question, facts, keys, given, spread: None, twin: None, untrue: None, asks: None, ask: Ask::Pairs })
}

/// A right side that is wrong for every left one.
fn extra(builder: &Builder, prompt: &str, set: &[Pair]) -> Option<u32> {
    let first = set.first()?;
    let told_of_first = told(builder, *first);
    let sentence = builder.knowledge.way(told_of_first.way).says.first()?;
    let rights = builder.proofs.rights(told_of_first, Slot::Object);
    let stem = Stem { sentence, text: prompt.to_owned(), words: words(prompt), told: told_of_first };
    let wanted = Wanted { fact: first.fact, asked: Slot::Object, stem: &stem, rights: &rights, key: first.right };
    let found = distractors::things(builder, &wanted);
    found.into_iter().map(|candidate| candidate.thing).find(|thing| {
        set.iter().all(|pair| {
            let told = told(builder, *pair);
            let rights = builder.proofs.rights(told, Slot::Object);
            builder.proofs.is_wrong(*thing, &rights, told, Slot::Object)
                && !overlap(builder.knowledge, *thing, pair.right)
                && builder.knowledge.thing(*thing).group != builder.knowledge.thing(pair.left).group
        })
    })
}

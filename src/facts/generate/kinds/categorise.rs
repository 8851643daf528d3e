//! Sorting things under what they belong to, and events under their decades: each belongs to exactly one of the groups.

use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Entries, Kind};
use crate::facts::generate::answers::{Told, overlap};
use crate::facts::generate::builder::{Builder, Proposal, difficulty};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::index::What;
use crate::facts::generate::kinds::r#match::by_way;
use crate::facts::generate::kinds::order;
use crate::facts::generate::kinds::order::Event;
use crate::facts::generate::numeric_distractors::root;
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash::Map;
use crate::facts::generate::wording::year_in_words;
use std::collections::BTreeMap;

/// Groups of a question.
const GROUPS: usize = 3;
const FEWEST_GROUPS: usize = 2;
/// Things in a group.
const ITEMS: usize = 3;
/// Fewer things in all are no sorting.
const FEWEST_ITEMS: usize = 4;

/// The name of a group and its items.
type Group = (Box<str>, Box<[Box<str>]>);

/// A thing under its group.
#[derive(Clone, Copy, Debug)]
struct Member {
    fact: u32,
    thing: u32,
    group: u32,
}

/// The questions of this kind on the facts of a bank.
pub(in crate::facts) fn proposals(builder: &Builder, facts: &[u32]) -> Vec<Proposal> {
    let mut proposals = by_object(builder, facts);
    proposals.extend(by_decade(builder, facts));
    proposals
}

fn by_object(builder: &Builder, facts: &[u32]) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (way, facts) in by_way(builder, facts) {
        let relation = builder.knowledge.way(way).relation;
        if relation.asks_groups.is_empty() || !relation.makes(Kind::Categorise) {
            continue;
        }
        let mut groups: Vec<Vec<Member>> = Vec::new();
        let mut places: Map<u32, usize> = Map::default();
        for fact in facts {
            let known = builder.known(fact);
            let may_ask =
                [Slot::Subject, Slot::Object].into_iter().all(|slot| cautions::may_ask(builder.knowledge, fact, slot));
            let Some(What::Thing(group)) = known.object else { continue };
            if !may_ask {
                continue;
            }
            let place = *places.entry(group).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            let member = Member { fact, thing: known.subject, group };
            let is_new = groups[place].iter().all(|other| !overlap(builder.knowledge, other.thing, member.thing));
            if is_new && groups[place].len() < ITEMS {
                groups[place].push(member);
            }
        }
        // The fullest first, so that few questions have groups of one.
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        let sets = groups.chunks(GROUPS).enumerate();
        proposals.extend(sets.filter_map(|(index, set)| {
            let prompt = &relation.asks_groups[index % relation.asks_groups.len()];
            proposal(builder, prompt, set)
        }));
    }
    proposals
}

/// Whether the thing belongs to no group but its own, by the table.
fn is_only_there(builder: &Builder, member: Member, others: &[u32]) -> bool {
    let subject = Some(builder.knowledge.thing(member.thing).group);
    let told = Told { way: builder.known(member.fact).way, subject, object: None, when: None, note: None };
    let rights = builder.proofs.rights(told, Slot::Object);
    let mut others = others.iter().filter(|group| **group != member.group);
    others.all(|group| builder.proofs.is_wrong(*group, &rights, told, Slot::Object))
}

fn proposal(builder: &Builder, prompt: &str, set: &[Vec<Member>]) -> Option<Proposal> {
    let knowledge = builder.knowledge;
    let names: Vec<u32> = set.iter().filter_map(|group| Some(group.first()?.group)).collect();
    let fits = |member: &Member| is_only_there(builder, *member, &names);
    let mut chosen: Vec<Member> = Vec::new();
    for member in set.iter().flatten().filter(|member| fits(member)) {
        if chosen.iter().all(|other| !overlap(knowledge, other.thing, member.thing)) {
            chosen.push(*member);
        }
    }
    let name = |thing: u32| knowledge.thing(thing).name.bare.clone();
    let items = |group: u32| -> Box<[Box<str>]> {
        chosen.iter().filter(|member| member.group == group).map(|member| name(member.thing)).collect()
    };
    let groups: Vec<Group> =
        names.iter().map(|group| (name(*group), items(*group))).filter(|(_, items)| !items.is_empty()).collect();
    let facts: Vec<u32> = chosen.iter().map(|member| member.fact).collect();
    let is_sorting = groups.len() >= FEWEST_GROUPS && facts.len() >= FEWEST_ITEMS && facts.len() > groups.len();
    let is_allowed = |fact: &u32| cautions::allows(knowledge, *fact, prompt, Role::Asks(None));
    if !is_sorting || !facts.iter().all(is_allowed) {
        return None;
    }
    let answer = Answer::Categorise { groups: Entries(groups.into()) };
    let mut question = builder.question(&facts, "groups", None, prompt.to_owned(), answer)?;
    question.difficulty = difficulty(0.5);
    let question = builder.approved(question, &facts)?;
    let keys = chosen.iter().map(|member| builder.thing_token(member.group)).collect();
    let given = chosen.iter().map(|member| builder.thing_token(member.thing)).collect();
    Some(Proposal {
        question,
        facts,
        keys,
        given,
        spread: None,
        twin: None,
        untrue: None,
        asks: None,
        ask: Ask::Groups,
    })
}

fn by_decade(builder: &Builder, facts: &[u32]) -> Vec<Proposal> {
    let mut topics: Vec<(&str, BTreeMap<i16, Vec<Event>>)> = Vec::new();
    let mut places: Map<&str, usize> = Map::default();
    for &fact in facts.iter().filter(|fact| builder.makes(**fact, Kind::Categorise)) {
        // Years before our era have no decades that anybody speaks of.
        let Some(event) = order::event(builder.knowledge, fact).filter(|event| event.when.year >= FIRST_DECADE) else {
            continue;
        };
        let topic = root(&builder.known(fact).fact.topic);
        let place = *places.entry(topic).or_insert_with(|| {
            topics.push((topic, BTreeMap::new()));
            topics.len() - 1
        });
        let decade = topics[place].1.entry(event.when.year / 10 * 10).or_default();
        if decade.len() < ITEMS && decade.iter().all(|other| folded(&other.item) != folded(&event.item)) {
            decade.push(event);
        }
    }
    topics.into_iter().flat_map(|(_, decades)| decades_of(builder, decades)).collect()
}

/// "The 1950s" are decades as people say; the years of the first century are not.
const FIRST_DECADE: i16 = 1000;

fn decades_of(builder: &Builder, decades: BTreeMap<i16, Vec<Event>>) -> Vec<Proposal> {
    let full: Vec<(i16, Vec<Event>)> = decades.into_iter().filter(|(_, events)| events.len() > 1).collect();
    full.chunks(GROUPS).filter_map(|set| decade_draft(builder, set)).collect()
}

fn decade_draft(builder: &Builder, set: &[(i16, Vec<Event>)]) -> Option<Proposal> {
    if set.len() < FEWEST_GROUPS {
        return None;
    }
    let items = |events: &[Event]| events.iter().map(|event| event.item.as_str().into()).collect();
    let groups = set.iter().map(|(decade, events)| (format!("{}s", year_in_words(*decade)).into(), items(events)));
    let answer = Answer::Categorise { groups: Entries(groups.collect()) };
    let facts: Vec<u32> = set.iter().flat_map(|(_, events)| events).map(|event| event.fact).collect();
    let prompt = "Sort these events by the decade in which they happened.".to_owned();
    let mut question = builder.question(&facts, "decades", Some(Slot::Year), prompt, answer)?;
    question.difficulty = difficulty(0.5);
    let question = builder.approved(question, &facts)?;
    let keys = facts.iter().filter_map(|fact| builder.token(*fact, Slot::Year)).collect();
    let given = facts.iter().filter_map(|fact| builder.token(*fact, Slot::Subject)).collect();
    Some(Proposal { question, facts, keys, given, spread: None, twin: None, untrue: None, asks: None, ask: Ask::Event })
}

//! Events in order of time: sets of three to five, each wholly before the next. Knows no dates but those of the table.

use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Kind};
use crate::facts::When;
use crate::facts::generate::answers::filling;
use crate::facts::generate::builder::{Builder, Proposal, difficulty};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::index::{Knowledge, words};
use crate::facts::generate::numeric_distractors::root;
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::{Slot, capital_first};
use crate::facts::generate::stable_hash::Map;

/// Events of a set.
const USUAL: usize = 4;
const FEWEST: usize = 3;
const MOST: usize = 5;
/// Events closer than so many years are a trap.
const LEAST_YEARS: u16 = 3;
/// Sets that are filled at one time, for events that cannot stand in the first of them.
const OPEN: usize = 4;

/// An event that can be put in time.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Event {
    pub fact: u32,
    pub when: When,
    pub item: String,
}

/// Sets of events, each set a question.
type Sets = Vec<Vec<Event>>;

/// The event of a fact, if it has one that tells no year and may be placed in time.
pub(in crate::facts) fn event(knowledge: &Knowledge, fact: u32) -> Option<Event> {
    let known = knowledge.fact(fact);
    let when = known.told_when.filter(|_| cautions::may_ask(knowledge, fact, Slot::Year))?;
    let event = knowledge.way(known.way).event.as_ref()?;
    let item = capital_first(&event.written_inside(&filling(knowledge, fact))?);
    let allowed = cautions::allows(knowledge, fact, &item, Role::Asks(Some(Slot::Year)));
    (allowed && !tells_a_year(&item)).then_some(Event { fact, when, item })
}

/// Whether a text has a number that looks like a year.
fn tells_a_year(text: &str) -> bool {
    let pieces = text.split(|letter: char| !letter.is_ascii_digit());
    pieces.into_iter().any(|piece| piece.len() == 4 && matches!(piece.as_bytes()[0], b'1' | b'2'))
}

/// The questions of this kind on the facts of a bank.
pub(in crate::facts) fn proposals(builder: &Builder, facts: &[u32]) -> Vec<Proposal> {
    let mut sets: Map<&str, (Sets, Sets)> = Map::default();
    let mut roots: Vec<&str> = Vec::new();
    for &fact in facts.iter().filter(|fact| builder.makes(**fact, Kind::Order)) {
        let Some(event) = event(builder.knowledge, fact) else { continue };
        let topic = root(&builder.known(fact).fact.topic);
        let (open, full) = sets.entry(topic).or_insert_with(|| {
            roots.push(topic);
            Default::default()
        });
        place(open, full, event);
    }
    let mut chosen: Sets = Vec::new();
    let (mut open_to_all, mut of_all): (Sets, Sets) = Default::default();
    for topic in roots {
        let Some((open, mut full)) = sets.remove(topic) else { continue };
        let mut rest: Vec<Event> = Vec::new();
        for set in open {
            if set.len() >= FEWEST { full.push(set) } else { rest.extend(set) }
        }
        for event in rest {
            match full.iter_mut().rev().take(OPEN).find(|set| set.len() < MOST && fits(set, &event)) {
                Some(set) => set.push(event),
                // Events that are too few in their topic are put in order with those of others.
                None => place(&mut open_to_all, &mut of_all, event),
            }
        }
        chosen.extend(full);
    }
    of_all.extend(open_to_all.into_iter().filter(|set| set.len() >= FEWEST));
    chosen.into_iter().chain(of_all).filter_map(|set| proposal(builder, set)).collect()
}

fn place(open: &mut Sets, full: &mut Sets, event: Event) {
    let index = match open.iter().position(|set| fits(set, &event)) {
        Some(index) => index,
        None if open.len() < OPEN => {
            open.push(Vec::new());
            open.len() - 1
        }
        None => return,
    };
    open[index].push(event);
    if open[index].len() == USUAL {
        full.push(open.remove(index));
    }
}

/// Whether an event is well before or after each of the set, and is called otherwise.
fn fits(set: &[Event], event: &Event) -> bool {
    set.iter().all(|other| {
        let is_apart = other.when.year.abs_diff(event.when.year) >= LEAST_YEARS;
        let (own, others) = (words(&event.item), words(&other.item));
        is_apart && folded(&other.item) != folded(&event.item) && own != others
    })
}

fn proposal(builder: &Builder, set: Vec<Event>) -> Option<Proposal> {
    let first = set.iter().map(|event| event.fact).min()?;
    let mut set = set;
    set.sort_by(|one, other| other.when.is_before(one.when).cmp(&one.when.is_before(other.when)));
    // The question is the first fact's by name, and tells them in order of time.
    let facts: Vec<u32> = set.iter().map(|event| event.fact).collect();
    let items = set.iter().map(|event| event.item.as_str().into()).collect();
    let prompt = "Put these events in order of time, the earliest first.".to_owned();
    let mut question = builder.question(&facts, "order", Some(Slot::Year), prompt, Answer::Order { items })?;
    question.id = format!("{}-order", builder.known(first).slug).into();
    let years: Vec<i16> = set.iter().map(|event| event.when.year).collect();
    let nearest = years.windows(2).map(|pair| pair[1].abs_diff(pair[0])).min().unwrap_or(0);
    question.difficulty = difficulty(0.45 + 0.35 / (1.0 + f32::from(nearest) / 5.0));
    let question = builder.approved(question, &facts)?;
    let keys = facts.iter().filter_map(|fact| builder.token(*fact, Slot::Year)).collect();
    let given = facts.iter().filter_map(|fact| builder.token(*fact, Slot::Subject)).collect();
    Some(Proposal { question, facts, keys, given, spread: None, twin: None, untrue: None, asks: None, ask: Ask::Event })
}

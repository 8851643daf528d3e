//! Puts the report together: each ask beside what it made, and what stands in no question.

use crate::bank::{Answer, Bank};
use crate::facts::Relation;
use crate::facts::generate::builder::is_below;
use crate::facts::generate::index::{Knowledge, What, name_key, words};
use crate::facts::generate::kinds::text;
use crate::facts::generate::report::fates::Fates;
use crate::facts::generate::report::reasons::Maker;
use crate::facts::generate::report::{Ask, AskReport, NotMade, Report};
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash::Map;
use std::collections::HashSet;

/// What came of every ask of the table that the banks are made from.
pub(crate) fn gather(maker: &Maker, fates: &Fates, banks: &[Bank]) -> Report {
    let knowledge = maker.builder.knowledge;
    // Finding reasons tries more.
    let considered = maker.builder.tried.get();
    let is_asked = |topic: &str| {
        let mut wanted = knowledge.table.banks.iter();
        wanted.any(|bank| bank.topics.is_empty() || bank.topics.iter().any(|upper| is_below(topic, upper)))
    };
    let made = Made::of(knowledge, fates);
    let mut asks = Vec::new();
    for (way, (id, relation)) in (0..).zip(knowledge.table.relations.iter()) {
        let facts: Vec<u32> = knowledge.way(way).facts.clone();
        let facts: Vec<u32> = facts.into_iter().filter(|fact| is_asked(&knowledge.fact(*fact).fact.topic)).collect();
        for ask in Ask::ALL.into_iter().filter(|ask| asks_so(relation, *ask) && !facts.is_empty()) {
            let open = facts.iter().filter(|fact| !made.facts.contains(&(**fact, ask)));
            let not_made = open.map(|fact| NotMade {
                fact: knowledge.fact(*fact).fact.id.clone(),
                reason: fates.lost(*fact, ask).cloned().unwrap_or_else(|| maker.reason(*fact, ask)),
            });
            let not_made: Vec<NotMade> = not_made.collect();
            asks.push(AskReport {
                relation: id.into(),
                ask,
                facts: facts.len(),
                asked_facts: facts.len() - not_made.len(),
                questions: made.questions.get(&(way, ask)).copied().unwrap_or(0),
                not_made,
            });
        }
    }
    let facts = &knowledge.table.facts;
    let in_no_bank: Vec<Box<str>> =
        facts.iter().filter(|fact| !is_asked(&fact.topic)).map(|fact| fact.id.clone()).collect();
    let never_shown = never_shown(knowledge, banks, &in_no_bank);
    Report { considered, asks, in_no_bank, never_shown, trivia: trivia(knowledge, banks) }
}

/// What is in the banks.
#[derive(Default)]
struct Made {
    facts: HashSet<(u32, Ask)>,
    questions: Map<(u32, Ask), usize>,
}

impl Made {
    fn of(knowledge: &Knowledge, fates: &Fates) -> Self {
        let mut made = Self::default();
        for (facts, ask) in &fates.made {
            made.facts.extend(facts.iter().map(|fact| (*fact, *ask)));
            // Events of several relations make one question of each.
            let ways: HashSet<u32> = facts.iter().map(|fact| knowledge.fact(*fact).way).collect();
            ways.into_iter().for_each(|way| *made.questions.entry((way, *ask)).or_default() += 1);
        }
        made
    }
}

/// Whether the relation has that ask at all.
fn asks_so(relation: &Relation, ask: Ask) -> bool {
    let asks: &[Box<str>] = match ask {
        Ask::Object => &relation.asks_object,
        Ask::Subject => &relation.asks_subject,
        Ask::Year => &relation.asks_year,
        Ask::Objects => &relation.asks_objects,
        Ask::Subjects => &relation.asks_subjects,
        Ask::Pairs => &relation.asks_pairs,
        Ask::Groups => &relation.asks_groups,
        Ask::Statements => &relation.says,
        Ask::Event => return !relation.event.trim().is_empty(),
        Ask::Gaps => return !relation.gaps.is_empty(),
    };
    !asks.is_empty()
}

/// Entities in no question, neither told, offered nor asked for, and in no fact that is there for its year alone.
fn never_shown(knowledge: &Knowledge, banks: &[Bank], in_no_bank: &[Box<str>]) -> Vec<Box<str>> {
    let longest = knowledge.things.iter().flat_map(|thing| &thing.forms).map(Vec::len).max().unwrap_or(0);
    let mut shown: HashSet<u32> = HashSet::new();
    let mut facts: HashSet<&str> = HashSet::new();
    for question in banks.iter().flat_map(|bank| &bank.questions) {
        facts.extend(question.facts.iter().map(|fact| &**fact));
        for text in question.options().into_iter().chain([&*question.prompt]).chain(question.texts()) {
            let words = words(text);
            for start in 0..words.len() {
                let lengths = 1..=longest.min(words.len() - start);
                shown
                    .extend(lengths.filter_map(|length| knowledge.named.get(&name_key(&words[start..start + length]))));
            }
        }
    }
    // Facts outside every bank are there for their years, and so is what they are about.
    facts.extend(in_no_bank.iter().map(|fact| &**fact));
    for known in knowledge.facts.iter().filter(|known| facts.contains(&*known.fact.id)) {
        shown.insert(knowledge.thing(known.subject).group);
        if let Some(What::Thing(object)) = known.object {
            shown.insert(knowledge.thing(object).group);
        }
    }
    let things = knowledge.things.iter().zip(knowledge.table.entities.iter());
    things.filter(|(thing, _)| !shown.contains(&thing.group)).map(|(_, (id, _))| id.into()).collect()
}

/// Questions in which something is to be typed that few would know or type.
fn trivia(knowledge: &Knowledge, banks: &[Bank]) -> Vec<Box<str>> {
    let facts: Map<&str, u32> = knowledge.facts.iter().map(|known| &*known.fact.id).zip(0..).collect();
    let questions = banks.iter().flat_map(|bank| &bank.questions);
    let found = questions.filter(|question| {
        let Answer::Text { accept, .. } = &question.answer else { return false };
        let Some(fact) = question.facts.first().and_then(|id| facts.get(&**id)) else { return false };
        let subject = knowledge.thing(knowledge.fact(*fact).subject);
        let asked = if accept.contains(&subject.name.bare) { Slot::Subject } else { Slot::Object };
        text::is_trivia(knowledge, *fact, asked)
    });
    found.map(|question| question.id.clone()).collect()
}

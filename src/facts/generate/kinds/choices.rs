//! Picking all that apply: which of these are objects of one subject, or subjects of one object. Offers no more than five.

use crate::bank::{Answer, Kind};
use crate::facts::generate::answers::{Rights, Told, names, overlap};
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::distractors;
use crate::facts::generate::distractors::Wanted;
use crate::facts::generate::index::What;
use crate::facts::generate::kinds::choice::meanings;
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::{Sentence, Slot};
use crate::facts::generate::stable_hash;
use crate::facts::generate::stable_hash::Map;

/// Options offered, right and wrong together: guides end at five.
const OFFERED: usize = 5;
/// Fewer right ones, or wrong ones, are no such question.
const FEWEST: usize = 2;

/// The questions of this kind on the facts of a bank.
pub(in crate::facts) fn proposals(builder: &Builder, facts: &[u32]) -> Vec<Proposal> {
    let mut seen: Map<(Told, Slot), ()> = Map::default();
    let mut proposals = Vec::new();
    for &fact in facts.iter().filter(|fact| builder.makes(**fact, Kind::Choices)) {
        let known = builder.known(fact);
        let way = builder.knowledge.way(known.way);
        let sides: [(Slot, &[Sentence]); 2] = [(Slot::Object, &way.asks_objects), (Slot::Subject, &way.asks_subjects)];
        for (asked, sentences) in sides {
            let stems = builder.stems(fact, sentences, asked, known.ordinal);
            // One question for all facts that such a sentence speaks of.
            let Some(first) = stems.first() else { continue };
            if seen.insert((first.told, asked), ()).is_none() {
                proposals.extend(stems.iter().find_map(|stem| proposal(builder, fact, asked, stem)));
            }
        }
    }
    proposals
}

/// The thing that stands on the asked side of a fact.
fn side(builder: &Builder, fact: u32, asked: Slot) -> Option<u32> {
    let known = builder.known(fact);
    match (asked, &known.object) {
        (Slot::Subject, _) => Some(known.subject),
        (Slot::Object, Some(What::Thing(object))) => Some(*object),
        _ => None,
    }
}

fn proposal(builder: &Builder, fact: u32, asked: Slot, stem: &Stem) -> Option<Proposal> {
    let knowledge = builder.knowledge;
    let rights = builder.proofs.rights(stem.told, asked);
    let sure = sure(builder, asked, stem, &rights);
    let right = shown(builder, fact, asked, stem, &sure)?;
    let mut found = distractors::things(builder, &Wanted { fact, asked, stem, rights: &rights, key: *right.first()? });
    found.retain(|candidate| right.iter().all(|key| !overlap(knowledge, candidate.thing, *key)));
    let wrong: Vec<_> = found.iter().take(OFFERED - right.len()).collect();
    if wrong.len() < FEWEST {
        return None;
    }
    let group = |thing: u32| knowledge.thing(thing).group;
    let told_of = |key: u32| sure.iter().find(|(_, thing)| group(*thing) == group(key)).map(|(fact, _)| *fact);
    let facts: Vec<u32> = right.iter().filter_map(|key| told_of(*key)).collect();
    let is_allowed = |other: &u32| {
        cautions::may_ask(knowledge, *other, asked)
            && cautions::allows(knowledge, *other, &stem.text, Role::Asks(Some(asked)))
    };
    if facts.len() != right.len() || !facts.iter().all(is_allowed) {
        return None;
    }
    let name = |thing: u32| knowledge.thing(thing).name.bare.clone();
    let answer = Answer::Choices {
        correct: right.iter().map(|thing| name(*thing)).collect(),
        distractors: wrong.iter().map(|candidate| name(candidate.thing)).collect(),
    };
    let (suffix, ask) = match asked {
        Slot::Subject => ("subjects", Ask::Subjects),
        _ => ("objects", Ask::Objects),
    };
    let mut question = builder.question(&facts, suffix, Some(asked), stem.text.clone(), answer)?;
    question.id = format!("{}-{suffix}", builder.known(fact).slug).into();
    question.feedback = meanings(builder, fact, asked, &rights, &wrong);
    let closeness = wrong.iter().map(|candidate| candidate.closeness).sum::<f32>() / wrong.len() as f32;
    question.difficulty = difficulty(0.35 + 0.35 * closeness);
    let question = builder.approved(question, &facts)?;
    let keys = right.iter().map(|thing| builder.thing_token(*thing)).collect();
    Some(Proposal {
        question,
        facts,
        keys,
        given: builder.given(fact, asked),
        spread: None,
        twin: None,
        untrue: None,
        asks: None,
        ask,
    })
}

/// The facts that the sentence speaks of for sure, with their things: one whose date is not told as finely may be meant,
/// so that its thing is not wrong, but is not right either.
fn sure(builder: &Builder, asked: Slot, stem: &Stem, rights: &Rights) -> Vec<(u32, u32)> {
    /// Of a subject with many objects, so many are looked at.
    const MOST_LOOKED_AT: usize = 64;
    let facts = rights.facts.iter().copied().take(MOST_LOOKED_AT);
    let told = |fact: &u32| Told::by(builder.knowledge, stem.sentence, *fact, Some(asked)) == stem.told;
    facts.filter(told).filter_map(|fact| Some((fact, side(builder, fact, asked)?))).collect()
}

/// The right things that are shown, the fact's own first: two or three, and none that the sentence names.
fn shown(builder: &Builder, fact: u32, asked: Slot, stem: &Stem, sure: &[(u32, u32)]) -> Option<Vec<u32>> {
    const MOST_SHOWN: usize = 3;
    let knowledge = builder.knowledge;
    let own = side(builder, fact, asked)?;
    let start = stable_hash::below(sure.len(), &[&builder.known(fact).slug, "shown"]);
    let rotated = (0..sure.len()).map(|step| sure[(start + step) % sure.len()].1);
    let mut shown: Vec<u32> = Vec::new();
    let most = if stable_hash::below(2, &[&builder.known(fact).slug, "few"]) == 0 { FEWEST } else { MOST_SHOWN };
    for thing in std::iter::once(own).chain(rotated) {
        let is_new =
            shown.iter().all(|other| !overlap(knowledge, *other, thing) && !knowledge.are_kin_by_part(*other, thing));
        if is_new && shown.len() < most && !names(knowledge, &stem.words, thing) {
            shown.push(thing);
        }
    }
    (shown.len() >= FEWEST).then_some(shown)
}

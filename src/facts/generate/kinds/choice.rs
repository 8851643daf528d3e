//! Picking one: the subject, the object or the year of a fact among others that are like it and wrong. Shuffles nothing.

use crate::bank::{Answer, Entries, Kind, Question};
use crate::facts::generate::answers::Rights;
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::distractors;
use crate::facts::generate::distractors::{Candidate, Wanted};
use crate::facts::generate::explain;
use crate::facts::generate::index::What;
use crate::facts::generate::numeric_distractors;
use crate::facts::generate::numeric_distractors::{Amounts, Spread, Years};
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash;
use crate::facts::generate::wording::Name;
use std::cmp::Reverse;

/// Which of the best wrong answers are tried together, until the check finds nothing wrong.
const SETS: &[&[usize]] =
    &[&[0, 1, 2], &[0, 1, 3], &[0, 2, 3], &[1, 2, 3], &[0, 1, 4], &[2, 3, 4], &[3, 4, 5], &[0, 1], &[0, 2], &[1, 2]];

/// The questions of this kind on one fact.
pub(in crate::facts) fn proposals(builder: &Builder, years: &Years, amounts: &Amounts, fact: u32) -> Vec<Proposal> {
    if !builder.makes(fact, Kind::Choice) {
        return Vec::new();
    }
    let known = builder.known(fact);
    let way = builder.knowledge.way(known.way);
    let object = match &known.object {
        Some(What::Thing(object)) => {
            let stems = builder.stems(fact, &way.asks_object, Slot::Object, known.ordinal);
            stems.iter().find_map(|stem| thing(builder, fact, Slot::Object, *object, stem))
        }
        Some(What::Amount(..)) => {
            let stems = builder.stems(fact, &way.asks_object, Slot::Object, known.ordinal);
            stems.iter().find_map(|stem| {
                let rights = builder.proofs.rights(stem.told, Slot::Object);
                number(
                    builder,
                    fact,
                    Slot::Object,
                    stem,
                    numeric_distractors::amounts(builder, amounts, fact, stem, &rights)?,
                )
            })
        }
        None => None,
    };
    let stems = builder.stems(fact, &way.asks_subject, Slot::Subject, known.ordinal);
    let subject = stems.iter().find_map(|stem| thing(builder, fact, Slot::Subject, known.subject, stem));
    let stems = builder.stems(fact, &way.asks_year, Slot::Year, known.ordinal);
    let year = stems.iter().find_map(|stem| {
        let rights = builder.proofs.rights(stem.told, Slot::Year);
        let is_one = rights.years.len() == 1;
        let spread = is_one.then(|| numeric_distractors::years(builder, years, fact, stem, &rights))??;
        number(builder, fact, Slot::Year, stem, spread)
    });
    [object, subject, year].into_iter().flatten().collect()
}

/// What an id ends in.
pub(in crate::facts) fn suffix(asked: Slot) -> &'static str {
    match asked {
        Slot::Subject => "subject",
        Slot::Object => "object",
        Slot::Year | Slot::Note => "year",
    }
}

fn thing(builder: &Builder, fact: u32, asked: Slot, key: u32, stem: &Stem) -> Option<Proposal> {
    let rights = builder.proofs.rights(stem.told, asked);
    let wanted = Wanted { fact, asked, stem, rights: &rights, key };
    let found = distractors::things(builder, &wanted);
    let correct = builder.knowledge.thing(key).name.bare.clone();
    let blank = Answer::Choice { correct: correct.clone(), distractors: Box::default() };
    let question = builder.question(&[fact], suffix(asked), Some(asked), stem.text.clone(), blank)?;
    let sets = SETS.iter().filter_map(|set| set.iter().map(|index| found.get(*index)).collect::<Option<Vec<_>>>());
    let mut sets: Vec<Vec<&Candidate>> = sets.collect();
    let length = |candidate: &&Candidate| builder.knowledge.thing(candidate.thing).name.bare.chars().count();
    let mut longest: Vec<&Candidate> = found.iter().collect();
    longest.sort_by_key(|candidate| Reverse(length(candidate)));
    // Beside a long key, the longest of the near ones are tried at last.
    sets.extend([3, 2].into_iter().filter_map(|count| longest.get(..count).map(<[&Candidate]>::to_vec)));
    // A set beside which the key does not stand out comes first.
    sets.sort_by_key(|set| (stands_out(builder, key, set), Reverse(set.len())));
    let mut tried = sets.into_iter().filter_map(|set| {
        let question = Question {
            answer: Answer::Choice { correct: correct.clone(), distractors: names(builder, &set) },
            feedback: meanings(builder, fact, asked, &rights, &set),
            difficulty: difficulty(
                0.2 + 0.45 * set.iter().map(|other| other.closeness).sum::<f32>() / set.len() as f32,
            ),
            ..question.clone()
        };
        builder.approved(question, &[fact])
    });
    tried.next().map(|question| Proposal::of_part(builder, question, fact, asked))
}

/// Whether the key alone is several things, or begins with a capital letter, or alone does not.
fn stands_out(builder: &Builder, key: u32, set: &[&Candidate]) -> bool {
    let looks: [fn(&Name) -> bool; 2] =
        [|name| name.is_plural, |name| name.bare.chars().next().is_some_and(char::is_uppercase)];
    let name = |thing: u32| &builder.knowledge.thing(thing).name;
    looks.iter().any(|look| set.iter().all(|other| look(name(other.thing)) != look(name(key))))
}

fn names(builder: &Builder, set: &[&Candidate]) -> Box<[Box<str>]> {
    set.iter().map(|candidate| builder.knowledge.thing(candidate.thing).name.bare.clone()).collect()
}

/// What each of the wrong things really is.
pub(in crate::facts) fn meanings(
    builder: &Builder,
    fact: u32,
    asked: Slot,
    rights: &Rights,
    set: &[&Candidate],
) -> Entries<Box<str>> {
    let told = set.iter().filter_map(|candidate| {
        let meaning = explain::meaning_of_thing(builder.knowledge, fact, rights, asked, candidate.thing)?;
        Some((builder.knowledge.thing(candidate.thing).name.bare.clone(), meaning.into()))
    });
    Entries(told.collect())
}

fn number(builder: &Builder, fact: u32, asked: Slot, stem: &Stem, mut spread: Spread) -> Option<Proposal> {
    let blank = Answer::Choice { correct: spread.key.clone(), distractors: Box::default() };
    let mut question = builder.question(&[fact], suffix(asked), Some(asked), stem.text.clone(), blank)?;
    let mut places = spread.places();
    // The place that this fact's name points at, and then the others.
    let first = stable_hash::below(places.len(), &[&question.id]);
    places.rotate_left(first);
    places.into_iter().find_map(|place| {
        spread.put(&mut question, place);
        question.difficulty = difficulty(0.35 + 0.35 * spread.closeness());
        let question = builder.approved(question.clone(), &[fact])?;
        Some(Proposal { spread: Some(spread.clone()), ..Proposal::of_part(builder, question, fact, asked) })
    })
}

//! Statements to be judged: a fact as it is, or with one part changed for a like one that is proven wrong. Which of the two
//! a bank gets is decided when the bank is balanced.

use crate::bank::{Answer, Kind, Question};
use crate::facts::generate::answers;
use crate::facts::generate::answers::{Told, filling};
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::distractors;
use crate::facts::generate::distractors::Wanted;
use crate::facts::generate::explain;
use crate::facts::generate::index::{What, holds, words};
use crate::facts::generate::numeric_distractors;
use crate::facts::generate::numeric_distractors::{Amounts, Years};
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::{Filling, Sentence, Slot};
use crate::facts::generate::stable_hash;
use crate::facts::generate::wording;
use crate::facts::generate::wording::Name;
use crate::facts::{Quantity, When};

/// The statement on one fact, with its twin where there is one.
pub(in crate::facts) fn proposal(builder: &Builder, years: &Years, amounts: &Amounts, fact: u32) -> Option<Proposal> {
    if !builder.makes(fact, Kind::TrueFalse) {
        return None;
    }
    let known = builder.known(fact);
    let says = &builder.knowledge.way(known.way).says;
    let rotated = || (0..says.len()).map(|step| &says[(known.ordinal + 1 + step) % says.len()]);
    let is_open = |sentence: &&Sentence| {
        let told = [Slot::Subject, Slot::Object, Slot::Year].into_iter().filter(|slot| sentence.tells(*slot));
        told.into_iter().all(|slot| cautions::may_ask(builder.knowledge, fact, slot))
    };
    let found = rotated().filter(is_open).find_map(|sentence| {
        let is_true = statement(builder, &[fact], sentence, &filling(builder.knowledge, fact), true, None, 0.3)?;
        Some((is_true, untrue(builder, years, amounts, fact, sentence)))
    });
    let (is_true, is_false) = found?;
    let mut facts = vec![fact];
    let mut claim = None;
    let is_false = is_false.map(|untrue: Untrue| {
        facts.extend(untrue.beside);
        claim = untrue.claim;
        untrue.question
    });
    let picks_false = stable_hash::of(&[&known.slug, "statement"]).is_multiple_of(2);
    let (question, twin) = match (is_false, picks_false) {
        (Some(is_false), true) => (is_false, Some(is_true)),
        (is_false, _) => (is_true, is_false),
    };
    let keys = [Slot::Object, Slot::Year].into_iter().filter_map(|slot| builder.token(fact, slot)).collect();
    let given = builder.given(fact, Slot::Object);
    Some(Proposal {
        question,
        facts,
        keys,
        given,
        spread: None,
        twin: twin.map(Box::new),
        untrue: claim,
        asks: None,
        ask: Ask::Statements,
    })
}

/// The sentence filled, as a question on the first of the facts. A second one tells what is so of a subject that was put
/// in, and is told first.
fn statement(
    builder: &Builder,
    facts: &[u32],
    sentence: &Sentence,
    filling: &Filling,
    is_true: bool,
    swap: Option<(Slot, Option<String>)>,
    ease: f32,
) -> Option<Question> {
    let fact = *facts.first()?;
    let text = cautions::sentence(builder.knowledge, fact, sentence, filling, Role::Asks(None))?;
    let asked = swap.as_ref().map(|(slot, _)| *slot);
    let suffix = if is_true { "true" } else { "false" };
    let mut question = builder.question(facts, suffix, asked, text, Answer::TrueFalse(is_true))?;
    if let Some((changed, aside)) = swap {
        let told = explain::correction(builder.knowledge, facts, changed, &question.prompt, aside.as_deref())?;
        question.explanation = told.into();
    }
    question.difficulty = difficulty(ease);
    builder.approved(question, facts)
}

/// A false statement.
struct Untrue {
    question: Question,
    /// The fact that tells what is so of a subject put in.
    beside: Option<u32>,
    /// What it claims of two things, whatever its words: the same can come of two facts.
    claim: Option<u64>,
}

/// The sentence with one part changed, the first that can be: which is tried first hangs on the fact's name.
fn untrue(builder: &Builder, years: &Years, amounts: &Amounts, fact: u32, sentence: &Sentence) -> Option<Untrue> {
    let known = builder.known(fact);
    let mut slots = [Slot::Object, Slot::Year, Slot::Subject];
    let first = stable_hash::below(slots.len(), &[&known.slug, "change"]);
    slots.rotate_left(first);
    let is_open = |slot: &Slot| sentence.tells(*slot) && is_asked_for(builder, fact, *slot);
    slots.into_iter().filter(is_open).find_map(|slot| {
        let told = Told::by(builder.knowledge, sentence, fact, Some(slot));
        let text = sentence.written(&filling(builder.knowledge, fact))?;
        let stem = Stem { sentence, words: words(&text), text, told };
        match (slot, &known.object) {
            (Slot::Year, _) => {
                Some(Untrue { question: with_year(builder, years, fact, &stem)?, beside: None, claim: None })
            }
            (Slot::Object, Some(What::Amount(amount, _))) => {
                let question = with_amount(builder, amounts, fact, &stem, amount)?;
                Some(Untrue { question, beside: None, claim: None })
            }
            (Slot::Object, Some(What::Thing(object))) => with_thing(builder, fact, &stem, slot, *object),
            (Slot::Subject, _) => with_thing(builder, fact, &stem, slot, known.subject),
            _ => None,
        }
    })
}

/// Whether the relation asks for that part at all: where it does not, a changed part would be wrong and yet pointless.
fn is_asked_for(builder: &Builder, fact: u32, slot: Slot) -> bool {
    let relation = builder.knowledge.way(builder.known(fact).way).relation;
    let is_paired = !relation.asks_pairs.is_empty() || !relation.asks_groups.is_empty();
    match slot {
        Slot::Subject => is_paired || !relation.asks_subject.is_empty() || !relation.asks_subjects.is_empty(),
        Slot::Object => is_paired || !relation.asks_object.is_empty() || !relation.asks_objects.is_empty(),
        Slot::Year => !relation.asks_year.is_empty(),
        Slot::Note => false,
    }
}

fn with_thing(builder: &Builder, fact: u32, stem: &Stem, slot: Slot, key: u32) -> Option<Untrue> {
    let rights = builder.proofs.rights(stem.told, slot);
    let found = distractors::things(builder, &Wanted { fact, asked: slot, stem, rights: &rights, key });
    // Nothing that a choice would not offer first. Facts beside each other would all put in the same thing, and say the
    // same of it.
    let best = &found[..found.len().min(BEST)];
    // What the table names as wrong is what a learner would think.
    let is_named = best.first().is_some_and(|candidate| rights.wrong.contains(&candidate.thing));
    let start = if is_named { 0 } else { builder.known(fact).ordinal % best.len().max(1) };
    best.iter().cycle().skip(start).take(best.len()).find_map(|candidate| {
        let name = &builder.knowledge.thing(candidate.thing).name;
        let own = filling(builder.knowledge, fact);
        let changed = match slot {
            Slot::Subject => Filling { subject: Some(name), ..own },
            _ => Filling { object: Some(name), ..own },
        };
        // What is told of it must say whom it tells of, since it stands behind another sentence.
        let names_it = |text: &String| answers::names(builder.knowledge, &words(text), candidate.thing);
        let meaning = explain::put_right(builder.knowledge, fact, &rights, slot, candidate.thing).filter(names_it);
        let ease = 0.3 + 0.4 * candidate.closeness;
        let beside = told_of(builder, fact, slot, candidate.thing);
        let facts: Vec<u32> = std::iter::once(fact).chain(beside).collect();
        let question = statement(builder, &facts, stem.sentence, &changed, false, Some((slot, meaning)), ease)?;
        Some(Untrue { question, beside, claim: claim(builder, fact, slot, candidate.thing) })
    })
}

/// A statement that is so few years off is a trap, and tests nothing.
const LEAST_YEARS: f64 = 3.0;

/// As many as a choice offers.
const BEST: usize = 3;

/// What the fact claims with the thing in place of its subject or its object.
fn claim(builder: &Builder, fact: u32, slot: Slot, thing: u32) -> Option<u64> {
    let known = builder.known(fact);
    let other = match (slot, &known.object) {
        (Slot::Subject, Some(What::Thing(object))) => *object,
        (Slot::Object, _) => known.subject,
        _ => return None,
    };
    let (subject, object) = if slot == Slot::Subject { (thing, other) } else { (other, thing) };
    let group = |thing: u32| builder.knowledge.thing(thing).group.to_string();
    Some(stable_hash::of(&["claim", &known.way.to_string(), &group(subject), &group(object)]))
}

/// The fact of the same relation that tells what is so of a subject that was put in. One with cautions asks for more than a
/// statement on another fact can heed.
fn told_of(builder: &Builder, fact: u32, slot: Slot, thing: u32) -> Option<u32> {
    let knowledge = builder.knowledge;
    let own = knowledge.by_subject.get(&(builder.known(fact).way, knowledge.thing(thing).group))?;
    let is_plain = |other: &u32| *other != fact && knowledge.cautions(*other).next().is_none();
    own.iter().copied().find(|other| slot == Slot::Subject && is_plain(other))
}

fn with_year(builder: &Builder, years: &Years, fact: u32, stem: &Stem) -> Option<Question> {
    let rights = builder.proofs.rights(stem.told, Slot::Year);
    let spread = numeric_distractors::years(builder, years, fact, stem, &rights)?;
    let own = filling(builder.knowledge, fact);
    let key = f64::from(builder.known(fact).told_when?.year);
    let spread = spread.at_least(LEAST_YEARS);
    spread.nearest(key, &builder.known(fact).slug).into_iter().find_map(|entry| {
        #[expect(clippy::cast_possible_truncation, reason = "the value was a year of 16 bits")]
        let year = entry.value as i16;
        let when = own.when.map(|when| When { year, day: None, ..when });
        // What happened then in another field has no business here.
        let meaning = entry.meaning.as_deref().filter(|_| entry.is_of_topic).map(str::to_owned);
        statement(builder, &[fact], stem.sentence, &Filling { when, ..own }, false, Some((Slot::Year, meaning)), 0.5)
    })
}

fn with_amount(builder: &Builder, amounts: &Amounts, fact: u32, stem: &Stem, amount: &Quantity) -> Option<Question> {
    let rights = builder.proofs.rights(stem.told, Slot::Object);
    let spread = numeric_distractors::amounts(builder, amounts, fact, stem, &rights)?;
    let own = filling(builder.knowledge, fact);
    spread.nearest(amount.value, &builder.known(fact).slug).into_iter().find_map(|entry| {
        let name = Name::of_amount(&Quantity { value: entry.value, ..amount.clone() });
        let names_it = |text: &String| holds(&words(text), &words(&wording::grouped(entry.value)));
        let meaning = entry.meaning.as_deref().map(str::to_owned).filter(names_it);
        let changed = Filling { object: Some(&name), ..own };
        statement(builder, &[fact], stem.sentence, &changed, false, Some((Slot::Object, meaning)), 0.5)
    })
}

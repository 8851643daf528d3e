//! What a wrong answer really is: to the point of the question, or nothing.

use crate::facts::generate::answers::{Rights, filling};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::index::{Knowledge, What, holds, words};
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::wording::year_in_words;
use crate::facts::{Caution, Several};

/// Of a thing with many facts, so many are looked at.
pub(super) const MOST_LOOKED_AT: usize = 8;

/// What a wrong thing really is, told to whoever picked it: what its entry tells, or else a fact as in [`put_right`].
pub(crate) fn meaning_of_thing(
    knowledge: &Knowledge,
    asker: u32,
    rights: &Rights,
    asked: Slot,
    thing: u32,
) -> Option<String> {
    about(knowledge, asker, thing).or_else(|| by_fact(knowledge, asker, rights, asked, thing))
}

/// What is so of a wrong thing that a statement claimed something of: a fact of the same relation first, and else what its
/// entry tells.
pub(crate) fn put_right(knowledge: &Knowledge, asker: u32, rights: &Rights, asked: Slot, thing: u32) -> Option<String> {
    by_fact(knowledge, asker, rights, asked, thing).or_else(|| about(knowledge, asker, thing))
}

fn about(knowledge: &Knowledge, asker: u32, thing: u32) -> Option<String> {
    let about = knowledge.thing(thing).entity.about.trim();
    Some(about.to_owned()).filter(|text| !text.is_empty() && is_sayable(knowledge, asker, text))
}

/// A fact of the same relation in which the thing is the answer, or one that joins it to what the question speaks of.
fn by_fact(knowledge: &Knowledge, asker: u32, rights: &Rights, asked: Slot, thing: u32) -> Option<String> {
    let (way, group) = (knowledge.fact(asker).way, knowledge.thing(thing).group);
    let index = if asked == Slot::Subject { &knowledge.by_subject } else { &knowledge.by_object };
    // What else a thing has that can have several tells nothing of why it is wrong here.
    let is_one = asked != Slot::Subject || knowledge.way(way).relation.objects == Several::One;
    let own = index.get(&(way, group)).filter(|_| is_one).into_iter().flatten().take(MOST_LOOKED_AT);
    let joined = knowledge.about[thing as usize].iter().take(MOST_LOOKED_AT);
    let joined = joined.filter(|fact| tells_of_what_is_given(knowledge, asker, asked, **fact));
    let facts = own.chain(joined).filter(|fact| rights.facts.binary_search(fact).is_err());
    facts.into_iter().find_map(|fact| telling_of(knowledge, asker, *fact))
}

/// Whether a fact speaks of what the question tells beside what it asks for: of the treaty, where its country is asked.
fn tells_of_what_is_given(knowledge: &Knowledge, asker: u32, asked: Slot, fact: u32) -> bool {
    let known = knowledge.fact(asker);
    let given = match (asked, &known.object) {
        (Slot::Subject, Some(What::Thing(object))) => *object,
        (Slot::Subject, _) => return false,
        _ => known.subject,
    };
    let other = knowledge.fact(fact);
    let is_given = |thing: u32| knowledge.thing(thing).group == knowledge.thing(given).group;
    is_given(other.subject) || matches!(other.object, Some(What::Thing(object)) if is_given(object))
}

/// Whether a fact speaks of something that the other speaks of.
fn shares_a_side(knowledge: &Knowledge, one: u32, other: u32) -> bool {
    let sides = |fact: u32| {
        let known = knowledge.fact(fact);
        let object = match known.object {
            Some(What::Thing(object)) => Some(object),
            _ => None,
        };
        std::iter::once(known.subject).chain(object).map(|thing| knowledge.thing(thing).group)
    };
    sides(one).any(|group| sides(other).any(|same| same == group))
}

/// A fact in a sentence that may stand in the feedback of a question on another, where it is of the same relation or
/// speaks of the same thing: what a number is somewhere else teaches nothing here.
pub(crate) fn told(knowledge: &Knowledge, asker: u32, fact: u32) -> Option<String> {
    let is_to_the_point =
        knowledge.fact(fact).way == knowledge.fact(asker).way || shares_a_side(knowledge, asker, fact);
    is_to_the_point.then(|| telling_of(knowledge, asker, fact))?
}

/// A fact in a sentence that may stand in a question on another.
pub(super) fn telling_of(knowledge: &Knowledge, asker: u32, fact: u32) -> Option<String> {
    let filling = filling(knowledge, fact);
    let says = knowledge.way(knowledge.fact(fact).way).says.iter();
    let mut texts = says.filter_map(|sentence| cautions::sentence(knowledge, fact, sentence, &filling, Role::Tells));
    let text = texts.find(|text| is_sayable(knowledge, asker, text))?;
    Some(with_endings(knowledge, fact, text))
}

/// What happened in a wrong year, by a fact of that year.
pub(crate) fn meaning_of_year(knowledge: &Knowledge, asker: u32, fact: u32, year: i16) -> Option<String> {
    let known = knowledge.fact(fact);
    let event = knowledge.way(known.way).event.as_ref();
    let phrase = event.and_then(|event| event.written_inside(&filling(knowledge, fact)));
    let by_event = phrase.map(|phrase| format!("{} is the year of {phrase}.", year_in_words(year)));
    let is_allowed =
        |text: &String| cautions::allows(knowledge, fact, text, Role::Tells) && is_sayable(knowledge, asker, text);
    let by_event = by_event.filter(is_allowed).map(|text| with_endings(knowledge, fact, text));
    by_event.or_else(|| {
        let filling = filling(knowledge, fact);
        let says = knowledge.way(known.way).says.iter().filter(|sentence| sentence.tells(Slot::Year));
        let mut texts =
            says.filter_map(|sentence| cautions::sentence(knowledge, fact, sentence, &filling, Role::Tells));
        texts.find(|text| is_sayable(knowledge, asker, text)).map(|text| with_endings(knowledge, fact, text))
    })
}

/// A fact that was overtaken is never told without what came after.
fn with_endings(knowledge: &Knowledge, fact: u32, text: String) -> String {
    let endings = knowledge.cautions(fact).filter_map(|caution| match caution {
        Caution::Superseded(text) => Some(text.trim()),
        _ => None,
    });
    endings.fold(text, |text, ending| format!("{text} {ending}"))
}

/// Whether a text may stand in a question on that fact.
pub(crate) fn is_sayable(knowledge: &Knowledge, asker: u32, text: &str) -> bool {
    let mut barred = knowledge.cautions(asker).filter_map(|caution| match caution {
        Caution::SayNot(barred) => Some(barred),
        _ => None,
    });
    let Some(first) = barred.next() else { return true };
    let text = words(text);
    std::iter::once(first).chain(barred).all(|barred| !holds(&text, &words(barred)))
}

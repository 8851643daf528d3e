//! What is told after an answer: why the right one is right, what has happened since, and what a wrong one really was.
//! Tells nothing that the table does not.

use crate::facts::Caution;
use crate::facts::generate::answers::{Rights, filling};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::index::{Knowledge, What, holds, words};
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::wording::year_in_words;

/// Facts told one after the other, at the most.
const MOST_SENTENCES: usize = 9;

/// The right answer in a sentence of each fact, what there is to know beside it, what the wrong one was (`aside`), and the
/// cautions' own sentences. What there is to know may say "it" of the right one, so that it stands right behind it. `None`
/// where no sentence may tell the first fact.
pub(crate) fn explanation(
    knowledge: &Knowledge,
    facts: &[u32],
    asked: Option<Slot>,
    prompt: &str,
    aside: Option<&str>,
) -> Option<String> {
    let mut sentences: Vec<String> = Vec::new();
    for (index, fact) in facts.iter().take(MOST_SENTENCES).enumerate() {
        match telling(knowledge, *fact, asked, prompt) {
            Some(sentence) if !sentences.contains(&sentence) => sentences.push(sentence),
            None if index == 0 => return None,
            _ => {}
        }
    }
    if let [fact] = facts {
        let more = knowledge.fact(*fact).fact.more.trim();
        if !more.is_empty() && sentences[..] == [prompt] {
            // A true statement need not be told again.
            sentences.clear();
        }
        sentences.extend((!more.is_empty()).then(|| more.to_owned()));
        sentences.extend(aside.filter(|aside| !says_it(aside, more)).map(str::to_owned));
    }
    sentences.extend(cautions::endings(knowledge, facts).into_iter().map(str::to_owned));
    Some(sentences.join(" "))
}

/// Whether a text says nothing that the other does not say, pronouns put aside.
fn says_it(text: &str, short: &str) -> bool {
    let pronouns = words("he she it they his her its their this that");
    let text = words(text);
    !short.is_empty() && words(short).iter().all(|word| pronouns.contains(word) || text.contains(word))
}

/// The first sentence that tells the fact with what was asked for, if it can be another than the prompt itself.
fn telling(knowledge: &Knowledge, fact: u32, asked: Option<Slot>, prompt: &str) -> Option<String> {
    let known = knowledge.fact(fact);
    let says = &knowledge.way(known.way).says;
    let usable = |sentence| cautions::sentence(knowledge, fact, sentence, &filling(knowledge, fact), Role::Tells);
    let mut found = says.iter().filter_map(|sentence| Some((sentence, usable(sentence)?)));
    let mut fallback = None;
    let mut bare = None;
    let chosen = found.find_map(|(sentence, text)| match asked {
        Some(asked) if !sentence.tells(asked) => {
            bare.get_or_insert(text);
            None
        }
        _ if text == prompt => {
            fallback.get_or_insert(text);
            None
        }
        _ => Some(text),
    });
    let with_answer = |text: String| {
        let answer = answer_in_words(knowledge, fact, asked?)?;
        Some(format!("{text} The right answer is {answer}."))
    };
    chosen.or(fallback).or_else(|| with_answer(bare?))
}

/// What was asked for, as it stands in a sentence.
fn answer_in_words(knowledge: &Knowledge, fact: u32, asked: Slot) -> Option<String> {
    let known = knowledge.fact(fact);
    let plain = crate::facts::generate::sentence::Form::Plain;
    match (asked, &known.object) {
        (Slot::Subject, _) => Some(knowledge.thing(known.subject).name.written(plain)),
        (Slot::Object, Some(What::Thing(object))) => Some(knowledge.thing(*object).name.written(plain)),
        (Slot::Object, Some(What::Amount(_, name))) => Some(name.written(plain)),
        (Slot::Year, _) => known.told_when.map(|when| year_in_words(when.year)),
        (Slot::Object | Slot::Note, _) => None,
    }
}

/// What a wrong thing really is: what its entry tells, or a fact in which it is the answer.
pub(crate) fn meaning_of_thing(
    knowledge: &Knowledge,
    asker: u32,
    rights: &Rights,
    asked: Slot,
    thing: u32,
) -> Option<String> {
    let about = knowledge.thing(thing).entity.about.trim();
    if !about.is_empty() {
        return Some(about.to_owned()).filter(|text| is_sayable(knowledge, asker, text));
    }
    let (way, group) = (knowledge.fact(asker).way, knowledge.thing(thing).group);
    let index = if asked == Slot::Subject { &knowledge.by_subject } else { &knowledge.by_object };
    let own = index.get(&(way, group)).into_iter().flatten().take(MOST_LOOKED_AT);
    let other = knowledge.about[thing as usize].iter().take(MOST_LOOKED_AT);
    let facts = own.chain(other).filter(|fact| rights.facts.binary_search(fact).is_err());
    facts.into_iter().find_map(|fact| told(knowledge, asker, *fact))
}

/// Of a thing with many facts, so many are looked at.
const MOST_LOOKED_AT: usize = 8;

/// A fact in a sentence that may stand in the feedback of a question on another.
pub(crate) fn told(knowledge: &Knowledge, asker: u32, fact: u32) -> Option<String> {
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
    let text_words = words(text);
    knowledge.cautions(asker).all(|caution| match caution {
        Caution::SayNot(barred) => !holds(&text_words, &words(barred)),
        _ => true,
    })
}

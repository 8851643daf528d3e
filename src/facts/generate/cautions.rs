//! Cautions: which sentences a fact allows, and whether a finished question breaks one. Makes no sentence itself.

use crate::bank::{Answer, Question};
use crate::facts::generate::answers::has_year;
use crate::facts::generate::index::{Knowledge, holds, words};
use crate::facts::generate::sentence::{Filling, Sentence, Slot};
use crate::facts::{Asked, Caution};
use crate::kinds::Shown;

/// What a sentence does with a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is a question, or a statement to be judged or filled in, that asks for this.
    Asks(Option<Slot>),
    /// It tells the fact, to whoever has answered.
    Tells,
}

/// Whether a fact may be asked for what stands there.
pub(crate) fn may_ask(knowledge: &Knowledge, fact: u32, slot: Slot) -> bool {
    match slot {
        Slot::Subject => knowledge.may_ask(fact, Asked::Subject),
        Slot::Object => knowledge.may_ask(fact, Asked::Object),
        Slot::Year => knowledge.may_ask(fact, Asked::When),
        Slot::Note => false,
    }
}

/// Whether a sentence about the fact breaks none of its cautions.
pub(crate) fn allows(knowledge: &Knowledge, fact: u32, text: &str, role: Role) -> bool {
    forbidding(knowledge, fact, text, role).is_none()
}

/// The first caution of the fact that a sentence about it breaks.
pub(crate) fn forbidding<'t>(knowledge: &Knowledge<'t>, fact: u32, text: &str, role: Role) -> Option<&'t Caution> {
    let text_words = words(text);
    let has = |wanted: &str| holds(&text_words, &words(wanted));
    let is_heeded = |caution: &&Caution| match caution {
        Caution::AskNot(_) | Caution::Tell(_) => true,
        Caution::AsOf(time) => has(time) && !is_present(text),
        Caution::Superseded(_) => {
            let asks_year = role == Role::Asks(Some(Slot::Year));
            let year = knowledge.fact(fact).told_when.map(|when| when.year);
            asks_year || year.is_some_and(|year| has_year(text, year))
        }
        Caution::Say(word) => has(word),
        Caution::SayNot(words) => !has(words),
    };
    knowledge.cautions(fact).find(|caution| !is_heeded(caution))
}

/// Whether a sentence stands in the present tense, as far as single words tell.
pub(crate) fn is_present(text: &str) -> bool {
    const PRESENT: &[&str] =
        &["is", "are", "has", "have", "does", "do", "now", "currently", "today", "isn't", "aren't"];
    let small = text.to_lowercase();
    let mut pieces = small.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
    pieces.any(|word| PRESENT.contains(&word))
}

/// A sentence of the fact that heeds its cautions.
pub(crate) fn sentence(
    knowledge: &Knowledge,
    fact: u32,
    sentence: &Sentence,
    filling: &Filling,
    role: Role,
) -> Option<String> {
    sentence.written(filling).filter(|text| allows(knowledge, fact, text, role))
}

/// What the explanation of a question on these facts ends with.
pub(crate) fn endings<'t>(knowledge: &Knowledge<'t>, facts: &[u32]) -> Vec<&'t str> {
    let mut endings: Vec<&str> = Vec::new();
    for caution in facts.iter().flat_map(|fact| knowledge.cautions(*fact)) {
        if let Caution::Superseded(text) | Caution::Tell(text) = caution
            && !endings.contains(&text.trim())
        {
            endings.push(text.trim());
        }
    }
    endings
}

/// The first caution of the facts that a finished question breaks: the last look before it is handed out.
pub(crate) fn broken<'t>(knowledge: &Knowledge<'t>, question: &Question, facts: &[u32]) -> Option<&'t Caution> {
    let texts = texts(question);
    let all_words: Vec<Vec<u64>> = texts.iter().map(|text| words(text)).collect();
    let asked_words: Vec<u64> = asked_texts(question).iter().flat_map(|text| words(text)).collect();
    let missing = missing_endings(&question.explanation, endings(knowledge, facts));
    facts.iter().flat_map(|fact| knowledge.cautions(*fact)).find(|caution| match caution {
        Caution::AskNot(Asked::Number) => matches!(question.answer, Answer::Number { .. }),
        Caution::AskNot(_) => false,
        Caution::AsOf(time) => !holds(&asked_words, &words(time)) || is_present(&question.prompt),
        Caution::Superseded(text) | Caution::Tell(text) => missing.contains(&text.trim()),
        Caution::Say(word) => !holds(&asked_words, &words(word)),
        Caution::SayNot(barred) => all_words.iter().any(|text| holds(text, &words(barred))),
    })
}

/// The endings that an explanation does not end with, in whatever order the others stand.
fn missing_endings<'a>(explanation: &str, mut endings: Vec<&'a str>) -> Vec<&'a str> {
    let mut rest = explanation.trim_end();
    while let Some(place) = endings.iter().position(|ending| rest.ends_with(ending)) {
        rest = rest[..rest.len() - endings[place].len()].trim_end();
        endings.remove(place);
    }
    endings
}

/// The texts that ask: the prompt, and a text with gaps.
fn asked_texts(question: &Question) -> Vec<&str> {
    match question.answer.with_kind(|kind| kind.shown()) {
        Shown::Gaps(text) => vec![&question.prompt, text.source()],
        Shown::Things(things) => std::iter::once(&*question.prompt).chain(things).collect(),
        Shown::Nothing | Shown::Options(_) | Shown::LeftSides(_) => vec![&question.prompt],
    }
}

/// Every text of a question.
fn texts(question: &Question) -> Vec<&str> {
    let mut texts = question.texts();
    texts.extend(question.options());
    if let Answer::Text { accept, .. } = &question.answer {
        texts.extend(accept.iter().map(|form| &**form));
    }
    texts
}

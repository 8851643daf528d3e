//! Typing a name. Asks only where one answer alone is right.

use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Kind};
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::index::{Knowledge, What, holds, words};
use crate::facts::generate::kinds::choice::suffix;
use crate::facts::generate::sentence::{Form, Slot};
use crate::facts::generate::wording::without_the;

/// The questions of this kind on one fact.
pub(in crate::facts) fn proposals(builder: &Builder, fact: u32) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    if !builder.makes(fact, Kind::Text) {
        return proposals;
    }
    let known = builder.known(fact);
    let way = builder.knowledge.way(known.way);
    // The next phrasing, so that it is not the one that the choice has.
    let start = known.ordinal + 1;
    if let Some(What::Thing(object)) = &known.object {
        let stems = builder.stems(fact, &way.asks_object, Slot::Object, start);
        proposals.extend(stems.iter().find_map(|stem| text(builder, fact, Slot::Object, *object, stem)));
    }
    let stems = builder.stems(fact, &way.asks_subject, Slot::Subject, start);
    proposals.extend(stems.iter().find_map(|stem| text(builder, fact, Slot::Subject, known.subject, stem)));
    proposals
}

fn text(builder: &Builder, fact: u32, asked: Slot, key: u32, stem: &Stem) -> Option<Proposal> {
    let rights = builder.proofs.rights(stem.told, asked);
    if speaks_of_options(stem)
        || builder.hints_at(&stem.text, key)
        || !is_typed(builder.knowledge, key)
        || is_part_of_its_like(builder.knowledge, key)
        || !builder.proofs.is_alone(&rights, stem.told, asked)
    {
        return None;
    }
    let accept = forms(builder.knowledge, key);
    let is_exact = builder.knowledge.class(key).is_some_and(|class| class.exact);
    let forgiven = accept.iter().map(|form| typos(form)).min().filter(|_| !is_exact).unwrap_or(0);
    let mut answer = Answer::text(accept, forgiven);
    if let Answer::Text { match_accents, .. } = &mut answer {
        *match_accents = is_exact;
    }
    let id = format!("{}-typed", suffix(asked));
    let mut question = builder.question(&[fact], &id, Some(asked), stem.text.clone(), answer)?;
    question.difficulty = difficulty(0.7);
    Some(Proposal::of_part(builder, builder.approved(question, &[fact])?, fact, asked))
}

/// Whether a sentence only makes sense above a list: "Which of these …?"
fn speaks_of_options(stem: &Stem) -> bool {
    [words("of these"), words("of the following")].iter().any(|phrase| holds(&stem.words, phrase))
}

/// Whether learners can be asked to type the name.
pub(in crate::facts) fn is_typed(knowledge: &Knowledge, thing: u32) -> bool {
    knowledge.class(thing).is_some_and(|class| class.typed)
}

/// Whether it is part of something of its own class, which is a fair answer too: of a cell, the nucleus for the nucleolus.
fn is_part_of_its_like(knowledge: &Knowledge, thing: u32) -> bool {
    let own = knowledge.thing(thing);
    knowledge.above(own.group).any(|upper| upper != own.group && knowledge.thing(upper).class == own.class)
}

/// Whether nobody should have to type it: the name is long, or told in one fact where others of its class are told in
/// several.
pub(in crate::facts) fn is_trivia(knowledge: &Knowledge, fact: u32, asked: Slot) -> bool {
    const MOST_WORDS: usize = 3;
    const MOST_LETTERS: usize = 24;
    let known = knowledge.fact(fact);
    let thing = match (asked, &known.object) {
        (Slot::Subject, _) => known.subject,
        (Slot::Object, Some(What::Thing(object))) => *object,
        _ => return false,
    };
    let shortest = forms(knowledge, thing).into_iter().min_by_key(|form| form.chars().count());
    let is_long = shortest
        .is_some_and(|form| form.split_whitespace().count() > MOST_WORDS || form.chars().count() > MOST_LETTERS);
    is_long || is_obscure(knowledge, thing)
}

/// Whether a thing is told once, and most of its class more often.
fn is_obscure(knowledge: &Knowledge, thing: u32) -> bool {
    /// Of a large class so many tell enough: a look at all would take longer for each question.
    const LOOKED_AT: usize = 64;
    let count = |thing: u32| knowledge.about[thing as usize].len();
    let pool = &knowledge.pools[knowledge.thing(thing).class as usize];
    let told = |most: usize| pool.iter().take(LOOKED_AT).filter(|other| (1..=most).contains(&count(**other))).count();
    count(thing) == 1 && told(1) * 2 < told(usize::MAX)
}

/// Every form of the name that is right, the one shown first.
pub(in crate::facts) fn forms(knowledge: &Knowledge, thing: u32) -> Box<[Box<str>]> {
    let thing = knowledge.thing(thing);
    let mut forms: Vec<Box<str>> = Vec::new();
    let mut add = |form: &str| {
        if !form.trim().is_empty() && forms.iter().all(|other| folded(other) != folded(form)) {
            forms.push(form.trim().into());
        }
    };
    add(&thing.name.bare);
    if thing.name.has_the {
        add(&thing.name.written(Form::Plain));
    }
    // "Hague" is right for "The Hague".
    add(without_the(&thing.name.bare));
    for name in &thing.entity.also {
        // "The" stands before the name alone: Britain is the United Kingdom, and not "the Britain".
        add(name);
        add(without_the(name));
    }
    forms.into()
}

/// Slips forgiven: none in short names, which a slip turns into others.
fn typos(form: &str) -> u32 {
    const SHORT: usize = 5;
    const LONG: usize = 11;
    match form.chars().filter(|letter| letter.is_alphabetic()).count() {
        0..SHORT => 0,
        SHORT..LONG => 1,
        _ => 2,
    }
}

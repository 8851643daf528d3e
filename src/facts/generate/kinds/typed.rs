//! Typing the answer: a name, a number or a year. Asks only where one answer alone is right.

use crate::bank::values::quantity;
use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Kind};
use crate::facts::generate::builder::{Draft, Maker, Stem, difficulty};
use crate::facts::generate::index::{What, World, holds, words};
use crate::facts::generate::kinds::choice::suffix;
use crate::facts::generate::sentence::{Form, Slot};

/// The questions of these kinds on one fact.
pub(in crate::facts) fn drafts(maker: &Maker, fact: u32) -> Vec<Draft> {
    let known = maker.known(fact);
    let way = maker.world.way(known.way);
    // The next phrasing, so that it is not the one that the choice has.
    let start = known.ordinal + 1;
    let mut drafts = Vec::new();
    match &known.object {
        Some(What::Thing(object)) if maker.makes(fact, Kind::Text) => {
            let stems = maker.stems(fact, &way.asks_object, Slot::Object, start);
            drafts.extend(stems.iter().find_map(|stem| text(maker, fact, Slot::Object, *object, stem)));
        }
        Some(What::Amount(..)) if maker.makes(fact, Kind::Number) && maker.types_numbers(fact) => {
            let stems = maker.stems(fact, &way.asks_object, Slot::Object, start);
            drafts.extend(stems.iter().find_map(|stem| amount(maker, fact, stem)));
        }
        _ => {}
    }
    if maker.makes(fact, Kind::Text) {
        let stems = maker.stems(fact, &way.asks_subject, Slot::Subject, start);
        drafts.extend(stems.iter().find_map(|stem| text(maker, fact, Slot::Subject, known.subject, stem)));
    }
    if maker.makes(fact, Kind::Number) {
        let stems = maker.stems(fact, &way.asks_year, Slot::Year, start);
        drafts.extend(stems.iter().find_map(|stem| year(maker, fact, stem)));
    }
    drafts
}

fn text(maker: &Maker, fact: u32, asked: Slot, key: u32, stem: &Stem) -> Option<Draft> {
    let rights = maker.proofs.rights(stem.told, asked);
    if speaks_of_options(stem) || !is_typed(maker.world, key) || !maker.proofs.is_alone(&rights, stem.told, asked) {
        return None;
    }
    let accept = forms(maker.world, key);
    let typos = accept.iter().map(|form| typos(form)).min().unwrap_or(0);
    let answer = Answer::text(accept, typos);
    let id = format!("{}-typed", suffix(asked));
    let mut question = maker.question(&[fact], &id, Some(asked), stem.text.clone(), answer)?;
    question.difficulty = difficulty(0.7);
    Some(Draft::of_part(maker, maker.approved(question, &[fact])?, fact, asked))
}

/// Whether a sentence only makes sense above a list: "Which of these …?"
fn speaks_of_options(stem: &Stem) -> bool {
    [words("of these"), words("of the following")].iter().any(|phrase| holds(&stem.words, phrase))
}

/// Whether learners can be asked to type the name.
pub(in crate::facts) fn is_typed(world: &World, thing: u32) -> bool {
    world.class(thing).is_some_and(|class| class.typed)
}

/// Every form of the name that is right, the one shown first.
pub(in crate::facts) fn forms(world: &World, thing: u32) -> Box<[Box<str>]> {
    let thing = world.thing(thing);
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
    for name in &thing.entity.also {
        // "The" stands before the name alone: Britain is the United Kingdom, and not "the Britain".
        add(name);
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

fn amount(maker: &Maker, fact: u32, stem: &Stem) -> Option<Draft> {
    let Some(What::Amount(amount, _)) = &maker.known(fact).object else { return None };
    let rights = maker.proofs.rights(stem.told, Slot::Object);
    let is_alone = rights.amounts.iter().all(|(value, _)| *value == amount.value);
    let unit = amount.unit.trim();
    let is_fit = is_alone && (unit.is_empty() || quantity::is_unit(unit)) && amount.tolerance >= 0.0;
    let answer =
        Answer::Number { value: amount.value, tolerance: amount.tolerance, unit: unit.into(), unit_required: false };
    let question =
        is_fit.then(|| maker.question(&[fact], "number", Some(Slot::Object), stem.text.clone(), answer))??;
    finished(maker, question, fact, Slot::Object)
}

fn year(maker: &Maker, fact: u32, stem: &Stem) -> Option<Draft> {
    let year = maker.known(fact).told_when?.year;
    let rights = maker.proofs.rights(stem.told, Slot::Year);
    // Years before our era are typed in too many ways.
    let is_fit = rights.years == [year] && !rights.has_open_year && year > 0;
    let answer = Answer::Number { value: f64::from(year), tolerance: 0.0, unit: Box::default(), unit_required: false };
    let question =
        is_fit.then(|| maker.question(&[fact], "year-typed", Some(Slot::Year), stem.text.clone(), answer))??;
    finished(maker, question, fact, Slot::Year)
}

fn finished(maker: &Maker, mut question: crate::bank::Question, fact: u32, asked: Slot) -> Option<Draft> {
    question.difficulty = difficulty(0.75);
    Some(Draft::of_part(maker, maker.approved(question, &[fact])?, fact, asked))
}

//! Typing a number or a year. Asks only where one answer alone is right.

use crate::bank::values::quantity;
use crate::bank::{Answer, Kind};
use crate::facts::generate::builder::{Draft, Maker, Stem, difficulty};
use crate::facts::generate::index::What;
use crate::facts::generate::sentence::Slot;

/// The question for the number that a fact tells.
pub(in crate::facts) fn amount_draft(maker: &Maker, fact: u32) -> Option<Draft> {
    let known = maker.known(fact);
    let is_fit = matches!(known.object, Some(What::Amount(..)));
    if !is_fit || !maker.makes(fact, Kind::Number) || !maker.types_numbers(fact) {
        return None;
    }
    let way = maker.world.way(known.way);
    let stems = maker.stems(fact, &way.asks_object, Slot::Object, next_phrasing(maker, fact));
    stems.iter().find_map(|stem| amount(maker, fact, stem))
}

/// The question for the year of a fact.
pub(in crate::facts) fn year_draft(maker: &Maker, fact: u32) -> Option<Draft> {
    if !maker.makes(fact, Kind::Number) {
        return None;
    }
    let way = maker.world.way(maker.known(fact).way);
    let stems = maker.stems(fact, &way.asks_year, Slot::Year, next_phrasing(maker, fact));
    stems.iter().find_map(|stem| year(maker, fact, stem))
}

/// Not the one that the choice has.
fn next_phrasing(maker: &Maker, fact: u32) -> usize {
    maker.known(fact).ordinal + 1
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

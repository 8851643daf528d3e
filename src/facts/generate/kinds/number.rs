//! Typing a number or a year. Asks only where one answer alone is right.

use crate::bank::values::quantity;
use crate::bank::{Answer, Kind};
use crate::facts::When;
use crate::facts::generate::builder::{Builder, Proposal, Stem, difficulty};
use crate::facts::generate::how_to_answer::how_to_answer;
use crate::facts::generate::index::What;
use crate::facts::generate::sentence::Slot;

/// The question for the number that a fact tells.
pub(in crate::facts) fn amount_draft(builder: &Builder, fact: u32) -> Option<Proposal> {
    let known = builder.known(fact);
    let is_fit = matches!(known.object, Some(What::Amount(..)));
    if !is_fit || !builder.makes(fact, Kind::Number) || !builder.types_numbers(fact) {
        return None;
    }
    let way = builder.knowledge.way(known.way);
    let stems = builder.stems(fact, &way.asks_object, Slot::Object, next_phrasing(builder, fact));
    stems.iter().find_map(|stem| amount(builder, fact, stem))
}

/// The question for the year of a fact.
pub(in crate::facts) fn year_draft(builder: &Builder, fact: u32) -> Option<Proposal> {
    if !builder.makes(fact, Kind::Number) {
        return None;
    }
    let way = builder.knowledge.way(builder.known(fact).way);
    let stems = builder.stems(fact, &way.asks_year, Slot::Year, next_phrasing(builder, fact));
    stems.iter().find_map(|stem| year(builder, fact, stem))
}

/// Not the one that the choice has.
fn next_phrasing(builder: &Builder, fact: u32) -> usize {
    builder.known(fact).ordinal + 1
}

fn amount(builder: &Builder, fact: u32, stem: &Stem) -> Option<Proposal> {
    let Some(What::Amount(amount, _)) = &builder.known(fact).object else { return None };
    let rights = builder.proofs.rights(stem.told, Slot::Object);
    let is_alone = rights.amounts.iter().all(|(value, _)| *value == amount.value);
    let unit = amount.unit.trim();
    let is_fit = is_alone && (unit.is_empty() || quantity::is_unit(unit)) && amount.tolerance >= 0.0;
    let answer =
        Answer::Number { value: amount.value, tolerance: amount.tolerance, unit: unit.into(), unit_required: false };
    let prompt = with_task(&stem.text, how_to_answer(&stem.text, amount).as_deref());
    let question = is_fit.then(|| builder.question(&[fact], "number", Some(Slot::Object), prompt, answer))??;
    finished(builder, question, fact, Slot::Object)
}

fn year(builder: &Builder, fact: u32, stem: &Stem) -> Option<Proposal> {
    let year = builder.known(fact).told_when?.year;
    let rights = builder.proofs.rights(stem.told, Slot::Year);
    let is_fit = rights.years == [year] && !rights.has_open_year;
    let (number, is_before_era) = When::era_year(year);
    let answer =
        Answer::Number { value: f64::from(number), tolerance: 0.0, unit: Box::default(), unit_required: false };
    // The prompt says which era is meant, so that 44, 44 BC and 44 BCE are all right.
    let prompt = with_task(&stem.text, is_before_era.then_some("Write the year BC."));
    let question = is_fit.then(|| builder.question(&[fact], "year-typed", Some(Slot::Year), prompt, answer))??;
    finished(builder, question, fact, Slot::Year)
}

/// A prompt with what else there is to say of the answer.
fn with_task(prompt: &str, task: Option<&str>) -> String {
    task.map_or_else(|| prompt.to_owned(), |task| format!("{prompt} {task}"))
}

fn finished(builder: &Builder, mut question: crate::bank::Question, fact: u32, asked: Slot) -> Option<Proposal> {
    question.difficulty = difficulty(0.75);
    Some(Proposal::of_part(builder, builder.approved(question, &[fact])?, fact, asked))
}

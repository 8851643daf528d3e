//! Draws a paper: which questions, in which order, with their options in which order.

use super::candidate::Pick;
use super::order::{another_order, option_order};
use super::pool::Pool;
use super::shuffle::{Purpose, Shuffler};
use super::{Draw, PaperItem, Plan};
use crate::bank::{Answer, Bank, Question, Variable};
use std::collections::HashMap;

/// How often a learner has met each question: bank id, then question id, then the number of sittings it was asked in.
pub type Met = HashMap<String, HashMap<String, u32>>;

/// Questions in the order in which they are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// What it was drawn with.
    pub seed: u32,
    /// The questions.
    pub items: Vec<PaperItem>,
    /// How many questions the plan asked for beyond what could be drawn, for want of questions or because
    /// enemies are kept apart.
    pub short_by: usize,
}

/// Draws a paper from `banks` as `plan` says. The same arguments give the same paper on every machine.
///
/// Each line of the plan takes from the questions of its topic that no line before it took: shuffled, those that the
/// learner never met first, then those met least often. Enemies (in either direction, within a bank) are kept apart,
/// except where the line takes all that is left of its topic. What was taken is then shuffled into the paper's order.
///
/// Nothing is taken twice: where two banks share an id, a question whose id the first has is the first's. Only what is
/// drawn is cloned: a dozen from 100,000 questions take a few milliseconds.
pub fn draw(banks: &[&Bank], plan: &Plan, met: &Met, seed: u32) -> Paper {
    assemble(banks, &choose(banks, plan, met, seed), seed)
}

/// A paper of these questions in the order given, each with the id of its bank: their options are shuffled and their values drawn
/// as on any other paper of this seed.
pub fn paper_in_order<'q>(questions: impl IntoIterator<Item = (&'q str, &'q Question)>, seed: u32) -> Paper {
    let questions = questions.into_iter().enumerate();
    let items = questions.map(|(position, (bank_id, question))| item_at(bank_id, question, seed, nonce(position)));
    Paper { seed, items: items.collect(), short_by: 0 }
}

/// The same in an order that the seed draws.
pub fn shuffled_paper<'q>(questions: impl IntoIterator<Item = (&'q str, &'q Question)>, seed: u32) -> Paper {
    let mut questions: Vec<_> = questions.into_iter().collect();
    Shuffler::new(seed, Purpose::Ordering).shuffle(&mut questions);
    paper_in_order(questions, seed)
}

/// A question as it stands on a paper of this seed at a position, counted from 0: with the order of its options, and
/// its values drawn.
pub fn item_at(bank_id: &str, question: &Question, seed: u32, position: u32) -> PaperItem {
    let option_order = option_order(&question.answer, &mut Shuffler::new(seed, Purpose::Options(position)));
    let values = drawn_values(&question.answer, seed, position);
    let item = PaperItem::new(bank_id, question.clone(), option_order);
    // Only a bank that was not checked has values that do not fit: its question is then asked as it stands.
    item.with_values(values).unwrap_or_else(|item| *item)
}

/// The same question for a second try in a sitting of this seed, as the turn at a position, counted from 0: with the values
/// that it had, and its options in another order.
pub fn item_again(item: &PaperItem, seed: u32, position: u32) -> PaperItem {
    let mut shuffler = Shuffler::new(seed, Purpose::Options(position));
    let option_order = another_order(&item.question.answer, &item.option_order, &mut shuffler);
    PaperItem { option_order, ..item.clone() }
}

/// The questions that a plan takes, line by line, before they have the order of the paper.
pub(super) struct Chosen {
    picks: Vec<Pick>,
    short_by: usize,
}

/// Chooses the questions that the paper of this seed asks.
pub(super) fn choose(banks: &[&Bank], plan: &Plan, met: &Met, seed: u32) -> Chosen {
    let every_question = [Draw::default()];
    let lines = if plan.draws.is_empty() { &every_question } else { plan.draws.as_slice() };
    let mut pool = Pool::new(banks, met, plan.mode);
    let mut chosen = Chosen { picks: Vec::new(), short_by: 0 };
    for (line, wanted) in lines.iter().enumerate() {
        let drawn = pool.take(wanted, &mut Shuffler::new(seed, Purpose::Choosing(nonce(line))));
        let missing = wanted.count.unwrap_or(0).saturating_sub(drawn.len());
        chosen.short_by = chosen.short_by.saturating_add(missing);
        chosen.picks.extend(drawn);
    }
    chosen
}

/// Puts chosen questions in the order that this seed draws, and draws their options and values.
pub(super) fn assemble(banks: &[&Bank], chosen: &Chosen, seed: u32) -> Paper {
    let mut picks = chosen.picks.clone();
    Shuffler::new(seed, Purpose::Ordering).shuffle(&mut picks);
    let item = |(position, pick): (usize, Pick)| {
        let bank = banks[pick.bank];
        item_at(&bank.id, &bank.questions[pick.question], seed, nonce(position))
    };
    Paper { seed, items: picks.into_iter().enumerate().map(item).collect(), short_by: chosen.short_by }
}

/// What a paper with this seed has for the variables of a question at a position, counted from 0: one value for each,
/// in the order of the file, each as likely as the others. None for questions of another kind.
pub fn drawn_values(answer: &Answer, seed: u32, position: u32) -> Vec<f64> {
    let Answer::Calculated { variables, .. } = answer else { return Vec::new() };
    let mut shuffler = Shuffler::new(seed, Purpose::Values(position));
    let value = |variable: &Variable| variable.value(shuffler.below(variable.count().max(1)));
    variables.iter().map(|(_, variable)| variable).filter_map(value).collect()
}

/// Indices of the answer's options in the order in which a paper with this seed shows them for a question at a position,
/// counted from 0.
pub fn shown_order(answer: &Answer, seed: u32, position: u32) -> Vec<usize> {
    option_order(answer, &mut Shuffler::new(seed, Purpose::Options(position)))
}

/// No paper has 2³² lines or questions; if one had, the last would share a stream.
fn nonce(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod kinds_tests;
#[cfg(test)]
mod tests;

//! From a table to banks of questions: the same table gives the same banks, to the byte. Asks for no file, no clock and no
//! chance, and writes nothing.

pub(crate) mod answers;
mod balance;
mod builder;
pub(crate) mod cautions;
mod distractors;
mod duplicates;
mod enemies;
mod explain;
mod final_check;
pub mod header;
mod hints;
mod how_to_answer;
pub(crate) mod index;
mod kinds;
pub(crate) mod marks;
pub(crate) mod nearness;
mod numeric_distractors;
pub mod report;
mod select;
pub mod sentence;
pub(crate) mod stable_hash;
pub(crate) mod wording;
mod worth;
mod written_article;

use crate::bank::model::question::FORMAT;
use crate::bank::{Bank, Entries, Source};
use crate::facts::generate::builder::{Builder, Proposal, is_below};
use crate::facts::generate::index::Knowledge;
use crate::facts::generate::numeric_distractors::{Amounts, Years};
use crate::facts::generate::report::fates::Fates;
use crate::facts::generate::report::reasons::Maker;
use crate::facts::generate::report::{Reason, Report};
use crate::facts::generate::sentence::Slot;
use crate::facts::{FactBank, FactTable};
use std::collections::BTreeSet;

/// What came of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Generated {
    /// The banks, in the order in which the table names them.
    pub banks: Vec<Bank>,
    /// Questions that broke a caution and were left out by the last look: none, as far as is known.
    pub refused: Vec<Refused>,
}

/// A question that was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Its id.
    pub question: Box<str>,
    /// The caution that it broke.
    pub caution: crate::facts::Caution,
}

/// The banks of a table.
pub fn generate(table: &FactTable) -> Vec<Bank> {
    generated(table).banks
}

/// The banks of a table, and what was left out of them.
pub fn generated(table: &FactTable) -> Generated {
    let knowledge = Knowledge::of(table);
    let builder = Builder::new(&knowledge);
    let (years, amounts) = (Years::of(&knowledge), Amounts::of(&knowledge));
    made(&Maker { builder: &builder, years: &years, amounts: &amounts }, &mut Fates::default())
}

/// The banks of a table, and what came of each of its asks.
pub fn reported(table: &FactTable) -> (Vec<Bank>, Report) {
    let knowledge = Knowledge::of(table);
    let builder = Builder::new(&knowledge);
    let (years, amounts) = (Years::of(&knowledge), Amounts::of(&knowledge));
    let maker = Maker { builder: &builder, years: &years, amounts: &amounts };
    let mut fates = Fates::of_interest();
    let banks = made(&maker, &mut fates).banks;
    let report = report::gather(&maker, &fates, &banks);
    (banks, report)
}

fn made(maker: &Maker, fates: &mut Fates) -> Generated {
    let mut refused = Vec::new();
    let table = maker.builder.knowledge.table;
    let banks = table.banks.iter().map(|wanted| bank(maker, wanted, &mut refused, fates)).collect();
    Generated { banks, refused }
}

fn bank(maker: &Maker, wanted: &FactBank, refused: &mut Vec<Refused>, fates: &mut Fates) -> Bank {
    let builder = maker.builder;
    let is_wanted = |topic: &str| wanted.topics.is_empty() || wanted.topics.iter().any(|upper| is_below(topic, upper));
    let numbered = (0..).zip(&builder.knowledge.facts);
    let facts: Vec<u32> = numbered.filter(|(_, known)| is_wanted(&known.fact.topic)).map(|(index, _)| index).collect();
    let proposals = proposals(maker, &facts, wanted.per_fact, fates);
    fates.begin(&proposals);
    let proposals = duplicates::merged(proposals);
    fates.end(&proposals, &Reason::Repeats);
    let mut proposals = select::best(builder.knowledge, proposals, wanted.most);
    fates.end(&proposals, &Reason::BankFull);
    balance::balance(builder, &mut proposals);
    proposals.retain(|proposal| {
        match cautions::broken(builder.knowledge, &proposal.question, &own_facts(builder, proposal)) {
            None => true,
            Some(caution) => {
                refused.push(Refused { question: proposal.question.id.clone(), caution: caution.clone() });
                false
            }
        }
    });
    select::sort(&mut proposals);
    fates.begin(&proposals);
    let mut head = head(builder.knowledge.table, wanted);
    let mut proposals = final_check::without_findings(&mut head, proposals);
    fates.end(&proposals, &Reason::OutOfBalance);
    fates.keep(&proposals);
    enemies::name(builder.knowledge, &mut proposals);
    let questions: Vec<_> = proposals.into_iter().map(|proposal| proposal.question).collect();
    let cited: BTreeSet<&str> =
        questions.iter().flat_map(|question| &question.cite.0).map(|cite| &*cite.source).collect();
    let sources = builder.knowledge.table.sources.iter().filter(|(key, _)| cited.contains(key));
    let sources: Box<[(Box<str>, Source)]> = sources.map(|(key, source)| (key.into(), source.clone())).collect();
    Bank { sources: Entries(sources), questions, ..head }
}

/// The facts that the question names: a statement and its twin may stand on more facts together than each does alone.
fn own_facts(builder: &Builder, proposal: &Proposal) -> Vec<u32> {
    let is_named = |fact: &&u32| proposal.question.facts.contains(&builder.known(**fact).fact.id);
    proposal.facts.iter().filter(is_named).copied().collect()
}

/// The questions on these facts that earn their place, fact after fact, and then those on several.
fn proposals(maker: &Maker, facts: &[u32], per_fact: u32, fates: &mut Fates) -> Vec<Proposal> {
    let builder = maker.builder;
    let mut proposals = Vec::with_capacity(facts.len() * 4);
    for &fact in facts {
        proposals.extend(worth::earned(builder, on_one(maker, fact), per_fact, |proposal, reason| {
            fates.lose(&proposal.facts[..1], proposal.ask, &reason);
        }));
    }
    proposals.extend(kinds::order::proposals(builder, facts));
    proposals.extend(kinds::r#match::proposals(builder, facts));
    proposals.extend(kinds::choices::proposals(builder, facts));
    proposals.extend(kinds::categorise::proposals(builder, facts));
    proposals
}

/// Every question on one fact.
fn on_one(maker: &Maker, fact: u32) -> Vec<Proposal> {
    let Maker { builder, years, amounts } = *maker;
    let mut proposals = kinds::choice::proposals(builder, years, amounts, fact);
    proposals.extend(kinds::true_false::proposal(builder, years, amounts, fact));
    proposals.extend(kinds::number::amount_draft(builder, fact));
    proposals.extend(kinds::text::proposals(builder, fact));
    proposals.extend(kinds::number::year_draft(builder, fact));
    let asked: Vec<Slot> = proposals.iter().filter_map(|proposal| proposal.asks).collect();
    proposals.extend(kinds::cloze::proposals(builder, years, amounts, fact, &asked));
    proposals
}

/// The bank without its questions, with every source of the table.
fn head(table: &FactTable, wanted: &FactBank) -> Bank {
    Bank {
        format: FORMAT,
        id: wanted.id.clone(),
        title: wanted.title.clone(),
        about: wanted.about.clone(),
        language: table.language.clone(),
        authors: table.authors.clone(),
        licence: table.licence.clone(),
        sources: table.sources.clone(),
        questions: Vec::new(),
        quizzes: wanted.quizzes.clone(),
    }
}

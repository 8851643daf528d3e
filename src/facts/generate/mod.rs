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
mod numeric_distractors;
mod select;
pub mod sentence;
mod stable_hash;
pub(crate) mod wording;
mod written_article;

use crate::bank::model::question::FORMAT;
use crate::bank::{Bank, Entries, Source};
use crate::facts::generate::builder::{Builder, Proposal, is_below};
use crate::facts::generate::index::Knowledge;
use crate::facts::generate::numeric_distractors::{Amounts, Years};
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
    let mut refused = Vec::new();
    let banks = table.banks.iter().map(|wanted| bank(&builder, &years, &amounts, wanted, &mut refused)).collect();
    Generated { banks, refused }
}

fn bank(builder: &Builder, years: &Years, amounts: &Amounts, wanted: &FactBank, refused: &mut Vec<Refused>) -> Bank {
    let is_wanted = |topic: &str| wanted.topics.is_empty() || wanted.topics.iter().any(|upper| is_below(topic, upper));
    let numbered = (0..).zip(&builder.knowledge.facts);
    let facts: Vec<u32> = numbered.filter(|(_, known)| is_wanted(&known.fact.topic)).map(|(index, _)| index).collect();
    let proposals = duplicates::merged(proposals(builder, years, amounts, &facts));
    let mut proposals = select::best(builder.knowledge, proposals, wanted.most);
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
    let mut head = head(builder.knowledge.table, wanted);
    let mut proposals = final_check::without_findings(&mut head, proposals);
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

/// Every question on these facts, fact after fact, and then those on several.
fn proposals(builder: &Builder, years: &Years, amounts: &Amounts, facts: &[u32]) -> Vec<Proposal> {
    let mut proposals = Vec::with_capacity(facts.len() * 6);
    for &fact in facts {
        proposals.extend(kinds::choice::proposals(builder, years, amounts, fact));
        proposals.extend(kinds::true_false::proposal(builder, years, amounts, fact));
        proposals.extend(kinds::number::amount_draft(builder, fact));
        proposals.extend(kinds::text::proposals(builder, fact));
        proposals.extend(kinds::number::year_draft(builder, fact));
        proposals.extend(kinds::cloze::proposals(builder, years, amounts, fact));
    }
    proposals.extend(kinds::order::proposals(builder, facts));
    proposals.extend(kinds::r#match::proposals(builder, facts));
    proposals.extend(kinds::choices::proposals(builder, facts));
    proposals.extend(kinds::categorise::proposals(builder, facts));
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

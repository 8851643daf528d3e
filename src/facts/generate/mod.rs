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
pub(crate) mod index;
mod kinds;
mod numeric_distractors;
mod select;
pub mod sentence;
mod stable_hash;
pub(crate) mod wording;

use crate::bank::model::question::FORMAT;
use crate::bank::{Bank, Entries, Source};
use crate::facts::generate::builder::{Draft, Maker, is_below};
use crate::facts::generate::index::World;
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
    let world = World::of(table);
    let maker = Maker::new(&world);
    let (years, amounts) = (Years::of(&world), Amounts::of(&world));
    let mut refused = Vec::new();
    let banks = table.banks.iter().map(|wanted| bank(&maker, &years, &amounts, wanted, &mut refused)).collect();
    Generated { banks, refused }
}

fn bank(maker: &Maker, years: &Years, amounts: &Amounts, wanted: &FactBank, refused: &mut Vec<Refused>) -> Bank {
    let is_wanted = |topic: &str| wanted.topics.is_empty() || wanted.topics.iter().any(|upper| is_below(topic, upper));
    let numbered = (0..).zip(&maker.world.facts);
    let facts: Vec<u32> = numbered.filter(|(_, known)| is_wanted(&known.fact.topic)).map(|(index, _)| index).collect();
    let drafts = duplicates::merged(drafts(maker, years, amounts, &facts));
    let mut drafts = select::best(maker.world, drafts, wanted.most);
    balance::balance(maker, &mut drafts);
    drafts.retain(|draft| match cautions::broken(maker.world, &draft.question, &own_facts(maker, draft)) {
        None => true,
        Some(caution) => {
            refused.push(Refused { question: draft.question.id.clone(), caution: caution.clone() });
            false
        }
    });
    select::sort(&mut drafts);
    let mut head = head(maker.world.table, wanted);
    let mut drafts = final_check::without_flaws(&mut head, drafts);
    enemies::name(maker.world, &mut drafts);
    let questions: Vec<_> = drafts.into_iter().map(|draft| draft.question).collect();
    let cited: BTreeSet<&str> =
        questions.iter().flat_map(|question| &question.cite.0).map(|cite| &*cite.source).collect();
    let sources = maker.world.table.sources.iter().filter(|(key, _)| cited.contains(key));
    let sources: Box<[(Box<str>, Source)]> = sources.map(|(key, source)| (key.into(), source.clone())).collect();
    Bank { sources: Entries(sources), questions, ..head }
}

/// The facts that the question names: a statement and its twin may stand on more facts together than each does alone.
fn own_facts(maker: &Maker, draft: &Draft) -> Vec<u32> {
    let is_named = |fact: &&u32| draft.question.facts.contains(&maker.known(**fact).fact.id);
    draft.facts.iter().filter(is_named).copied().collect()
}

/// Every question on these facts, fact after fact, and then those on several.
fn drafts(maker: &Maker, years: &Years, amounts: &Amounts, facts: &[u32]) -> Vec<Draft> {
    let mut drafts = Vec::with_capacity(facts.len() * 6);
    for &fact in facts {
        drafts.extend(kinds::choice::drafts(maker, years, amounts, fact));
        drafts.extend(kinds::true_false::draft(maker, years, amounts, fact));
        drafts.extend(kinds::number::amount_draft(maker, fact));
        drafts.extend(kinds::text::drafts(maker, fact));
        drafts.extend(kinds::number::year_draft(maker, fact));
        drafts.extend(kinds::cloze::drafts(maker, years, amounts, fact));
    }
    drafts.extend(kinds::order::drafts(maker, facts));
    drafts.extend(kinds::r#match::drafts(maker, facts));
    drafts.extend(kinds::choices::drafts(maker, facts));
    drafts.extend(kinds::categorise::drafts(maker, facts));
    drafts
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

//! Makes banks of questions from a fact table. Reads no text and opens no file.

use super::{FactBank, FactTable};
use crate::bank::Bank;

/// The banks that the table asks for, in its order.
pub fn generate(table: &FactTable) -> Vec<Bank> {
    table.banks.iter().map(|bank| empty_bank(table, bank)).collect()
}

fn empty_bank(table: &FactTable, bank: &FactBank) -> Bank {
    Bank {
        format: crate::bank::question::FORMAT,
        id: bank.id.clone(),
        title: bank.title.clone(),
        about: bank.about.clone(),
        language: table.language.clone(),
        authors: table.authors.clone(),
        licence: table.licence.clone(),
        sources: table.sources.clone(),
        questions: Vec::new(),
        quizzes: bank.quizzes.clone(),
    }
}

//! Prompts that stand in a bank twice. Compares prompts alone, never what they ask for.

use super::super::Bank;
use super::super::alike::folded;
use super::super::check::Subject;
use super::Warning;
use super::view::Notes;
use std::collections::HashMap;

/// Each prompt that an earlier question has too: learners cannot tell which of the two they are asked.
pub(super) fn rule(bank: &Bank, notes: &mut Notes) {
    let mut first_with: HashMap<String, usize> = HashMap::with_capacity(bank.questions.len());
    for (index, question) in bank.questions.iter().enumerate() {
        let prompt = comparable(&question.prompt);
        if prompt.is_empty() {
            continue;
        }
        let first = *first_with.entry(prompt).or_insert(index);
        if first != index {
            notes.subject = Subject::Question(index);
            notes.add_to_prompt(Warning::DuplicatePrompt { other: bank.questions[first].id.clone() });
        }
    }
}

/// Without case, white space, emphasis and what stands at the end.
fn comparable(prompt: &str) -> String {
    let plain = prompt.replace(['*', '_'], "");
    folded(&plain).trim_end_matches(['?', '.', ':', '!', ' ', '…']).to_owned()
}

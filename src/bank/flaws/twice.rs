//! Prompts that stand in a bank twice. Compares prompts alone, never what they ask for.

use super::super::Bank;
use super::super::alike::folded;
use super::super::check::Subject;
use super::Warning;
use super::view::Notes;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// Each prompt that an earlier question has too: learners cannot tell which of the two they are asked.
pub(super) fn rule(bank: &Bank, notes: &mut Notes) {
    // By hash, so that a large bank's prompts are not kept a second time; equal hashes are looked at again.
    let (state, mut first_with) = (RandomState::new(), HashMap::with_capacity(bank.questions.len()));
    for (index, question) in bank.questions.iter().enumerate() {
        let prompt = comparable(&question.prompt);
        if prompt.is_empty() {
            continue;
        }
        let first: usize = *first_with.entry(state.hash_one(&prompt)).or_insert(index);
        if first != index && comparable(&bank.questions[first].prompt) == prompt {
            notes.subject = Subject::Question(index);
            notes.add_to_prompt(Warning::DuplicatePrompt { other: bank.questions[first].id.clone() });
        }
    }
}

/// Without case, white space, emphasis and what stands at the end.
fn comparable(prompt: &str) -> String {
    let is_emphasis = |letter: char| matches!(letter, '*' | '_');
    let plain = match prompt.contains(is_emphasis) {
        true => Cow::from(prompt.replace(is_emphasis, "")),
        false => Cow::from(prompt),
    };
    let mut text = folded(&plain);
    text.truncate(text.trim_end_matches(['?', '.', ':', '!', ' ', '…']).len());
    text
}

//! Prompts that stand in a bank twice. Compares what learners read before they answer, never the key.

use crate::bank::check::Subject;
use crate::bank::lints::Warning;
use crate::bank::lints::view::Notes;
use crate::bank::model::cloze::Part;
use crate::bank::wording::alike::folded;
use crate::bank::{Bank, Question};
use crate::kinds::Shown;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// Each prompt that an earlier question has too: learners cannot tell which of the two they are asked.
pub(crate) fn rule(bank: &Bank, notes: &mut Notes) {
    // By hash, so that a large bank's prompts are not kept a second time; equal hashes are looked at again.
    let (state, mut first_with) = (RandomState::new(), HashMap::with_capacity(bank.questions.len()));
    for (index, question) in bank.questions.iter().enumerate() {
        let prompt = asked_text(question);
        if prompt.is_empty() {
            continue;
        }
        let first: usize = *first_with.entry(state.hash_one(&prompt)).or_insert(index);
        if first != index && asked_text(&bank.questions[first]) == prompt {
            notes.subject = Subject::Question(index);
            notes.add_to_prompt(Warning::DuplicatePrompt { other: bank.questions[first].id.clone() });
        }
    }
}

/// The prompt, with the text to fill in, its gaps empty, or the things to put in order, to pair or to sort where the prompt
/// only says what to do with them; empty where there is no prompt. Things are shown shuffled, so their order is put aside.
pub(crate) fn asked_text(question: &Question) -> String {
    let mut text = plain(&question.prompt);
    if text.is_empty() {
        return text;
    }
    let mut things: Vec<String> = match question.answer.with_kind(|kind| kind.shown()) {
        Shown::Gaps(with_gaps) if with_gaps.fault().is_some() => vec![plain(with_gaps.source())],
        Shown::Gaps(with_gaps) => {
            with_gaps.parts().iter().for_each(|part| match part {
                Part::Words(words) => text.extend([" ", &plain(words)]),
                Part::Gap(_) => text.push_str(" {}"),
            });
            return text;
        }
        Shown::LeftSides(things) | Shown::Things(things) => things.into_iter().map(plain).collect(),
        Shown::Nothing | Shown::Options(_) => return text,
    };
    things.sort_unstable();
    things.iter().for_each(|thing| text.extend([" ", thing]));
    text
}

/// Without case, white space, emphasis and what stands at the end.
fn plain(prompt: &str) -> String {
    let is_emphasis = |letter: char| matches!(letter, '*' | '_');
    let bare = match prompt.contains(is_emphasis) {
        true => Cow::from(prompt.replace(is_emphasis, "")),
        false => Cow::from(prompt),
    };
    let mut text = folded(&bare);
    text.truncate(text.trim_end_matches(['?', '.', ':', '!', ' ', '…']).len());
    text
}

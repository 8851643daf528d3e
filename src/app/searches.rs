//! The actions that find questions by their words. Looks through the banks on a thread of its own.

use super::app::App;
use super::inbox::Message;
use super::model::Found;
use crate::bank::Bank;
use std::sync::Arc;

/// The most questions that a search shows.
const MOST_FOUND: usize = 50;
impl App {
    pub(super) fn search(&mut self, wanted: String) {
        let banks = self.model.banks.clone();
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let found = find(&banks, &wanted);
            reporter.send(Message::Found { words: wanted, found });
        });
    }

    pub(super) fn searched(&mut self, wanted: &str, found: Vec<Found>) {
        // Answers to words that have changed since are stale.
        if self.screens.search.asked() == wanted {
            self.model.found = found;
            wanted.clone_into(&mut self.model.found_words);
        }
    }
}

/// The questions whose prompt or topic has all the words, in the order of the banks.
fn find(banks: &[Arc<Bank>], wanted: &str) -> Vec<Found> {
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let questions = banks.iter().flat_map(|bank| bank.questions.iter().map(move |question| (bank, question)));
    questions
        .filter(|(_, question)| {
            let text = format!("{} {}", question.prompt, question.topic).to_lowercase();
            wanted.iter().all(|word| text.contains(word))
        })
        .take(MOST_FOUND)
        .map(|(bank, question)| Found {
            bank_id: bank.id.to_string(),
            bank_title: bank.title.to_string(),
            topic: question.topic.to_string(),
            prompt: question.prompt.to_string(),
        })
        .collect()
}

//! The actions that find questions by their words. Looks through the banks on a thread of its own.

use crate::app::app::App;
use crate::app::inbox::Message;
use crate::app::state::found::Found;
use crate::bank::{Bank, Question};
use std::sync::Arc;

/// The most questions that a search shows.
const MOST_FOUND: usize = 50;

impl App {
    pub(in crate::app) fn search(&mut self, wanted: String) {
        let banks = self.model.banks.clone();
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let (found, count) = find(&banks, &wanted);
            reporter.send(Message::Found { words: wanted, found, count });
        });
    }

    pub(in crate::app) fn searched(&mut self, wanted: &str, found: Vec<Found>, count: usize) {
        // Answers to words that have changed since are stale.
        if self.screens.search.asked() == wanted {
            (self.model.found, self.model.found_count) = (found, count);
            wanted.clone_into(&mut self.model.found_words);
        }
    }
}

/// The first questions whose prompt or topic has all the words, in the order of the banks, and how many there are.
fn find(banks: &[Arc<Bank>], wanted: &str) -> (Vec<Found>, usize) {
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return (Vec::new(), 0);
    }
    let questions = banks.iter().flat_map(|bank| bank.questions.iter().map(move |question| (bank, question)));
    let has_all = |question: &Question| {
        let text = format!("{} {}", question.prompt, question.topic).to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    let (mut found, mut count) = (Vec::new(), 0);
    for (bank, question) in questions.filter(|(_, question)| has_all(question)) {
        count += 1;
        if count <= MOST_FOUND {
            found.push(Found {
                bank_id: bank.id.to_string(),
                question_id: question.id.to_string(),
                kind: question.kind(),
                bank_title: bank.title.to_string(),
                topic: question.topic.to_string(),
                prompt: question.prompt.to_string(),
            });
        }
    }
    (found, count)
}

//! How long one change of a bank with 10,000 questions takes. A keystroke has a few milliseconds.

#[path = "support/bank_text.rs"]
mod bank_text;

use bank_text::bank_text;
use divan::Bencher;
use std::sync::LazyLock;
use torus::author::{Change, Document, QuestionKey, new_question};
use torus::bank::{Kind, Question};

const QUESTION_COUNT: usize = 10_000;

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| Document::open(bank_text(QUESTION_COUNT)));

fn main() {
    divan::main();
}

/// The key of the question at this share of the way.
fn key(share: usize) -> QuestionKey {
    DOCUMENT.questions()[QUESTION_COUNT * share / 100].key
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn open(bencher: Bencher) {
    bencher.with_inputs(|| DOCUMENT.text().to_owned()).bench_values(Document::open);
}

/// A letter typed into a prompt in the middle.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn type_a_letter(bencher: Bencher) {
    change(bencher, |document| {
        let question = document.question(key(50)).and_then(|placed| placed.question.clone()).expect("readable");
        let prompt = format!("{}x", question.prompt).into();
        Change::Question { key: key(50), new: Question { prompt, ..question } }
    });
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn insert(bencher: Bencher) {
    change(bencher, |_| Change::Insert { after: Some(key(50)), questions: vec![new_question(Kind::Choice)] });
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn remove(bencher: Bencher) {
    change(bencher, |_| Change::Remove { keys: vec![key(50)] });
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn move_far(bencher: Bencher) {
    change(bencher, |_| Change::Move { keys: vec![key(90)], before: Some(key(10)) });
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn change_the_title(bencher: Bencher) {
    change(bencher, |document| {
        let mut new = document.head().cloned().expect("a head");
        new.title = "Another".into();
        Change::Head { new }
    });
}

fn change(bencher: Bencher, change: impl Fn(&Document) -> Change + Sync) {
    let ready = || (DOCUMENT.clone(), change(&DOCUMENT));
    bencher.with_inputs(ready).bench_values(|(mut document, change)| {
        document.apply(change).expect("made");
        document
    });
}

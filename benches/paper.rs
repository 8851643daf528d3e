//! How long it takes to draw a paper from a large bank.

use divan::{Bencher, black_box};
use std::collections::HashMap;
use torus::bank::{Answer, Bank, Cites, Entries, Question};
use torus::paper::{Draw, Met, Plan, draw};

/// As many as the largest bank that Torus promises to stay quick with.
const QUESTION_COUNT: usize = 100_000;
const SEED: u32 = 7;

fn main() {
    divan::main();
}

/// Twelve for a learner who met nothing yet.
#[divan::bench]
fn twelve_of_100_000(bencher: Bencher) {
    let bank = large_bank(false);
    bencher.bench_local(|| draw(&[black_box(&bank)], &twelve(""), &Met::new(), SEED));
}

/// Twelve for a learner who met each question up to four times.
#[divan::bench]
fn twelve_of_100_000_all_met(bencher: Bencher) {
    let bank = large_bank(false);
    let met = met(&bank);
    bencher.bench_local(|| draw(&[black_box(&bank)], &twelve(""), &met, SEED));
}

/// Twelve from one topic of a hundred, where each question has an enemy.
#[divan::bench]
fn twelve_of_one_topic_with_enemies(bencher: Bencher) {
    let bank = large_bank(true);
    bencher.bench_local(|| draw(&[black_box(&bank)], &twelve("topic 42"), &Met::new(), SEED));
}

/// All but one, where no more than half can stand together: the search for a larger set has the most to do.
#[divan::bench(sample_count = 10)]
fn all_but_one_with_enemies(bencher: Bencher) {
    let bank = large_bank(true);
    let plan = Plan { draws: vec![Draw { topics: Vec::new(), count: Some(QUESTION_COUNT - 1) }], ..Plan::default() };
    bencher.bench_local(|| draw(&[black_box(&bank)], &plan, &Met::new(), SEED));
}

fn twelve(topic: &str) -> Plan {
    Plan { draws: vec![Draw { topics: vec![topic.to_owned()], count: Some(12) }], ..Plan::default() }
}

fn met(bank: &Bank) -> Met {
    let times = bank.questions.iter().zip((1..=4).cycle()).map(|(question, times)| (question.id.to_string(), times));
    HashMap::from([(bank.id.to_string(), times.collect())])
}

/// With enemies, the questions come in pairs that give each other away.
fn large_bank(has_enemies: bool) -> Bank {
    Bank {
        format: 1,
        id: "large".into(),
        title: "Large".into(),
        about: Box::default(),
        language: Box::default(),
        authors: Box::default(),
        licence: Box::default(),
        sources: Entries::default(),
        questions: (0..QUESTION_COUNT).map(|index| question(index, has_enemies)).collect(),
        quizzes: Box::default(),
    }
}

fn question(index: usize, has_enemies: bool) -> Question {
    let enemies = if has_enemies { vec![id(index ^ 1)] } else { Vec::new() };
    Question {
        id: id(index),
        topic: format!("topic {}/part {}", index % 100, index % 7).into(),
        prompt: format!("What is the name of thing number {index}?").into(),
        answer: Answer::Choice {
            correct: format!("Name {index}, the right one").into(),
            distractors: (1..=3).map(|wrong| format!("Name {}, a wrong one", index + wrong).into()).collect(),
        },
        feedback: Entries::default(),
        explanation: "Things are named after their number, and this one is no exception.".into(),
        hints: Box::default(),
        cite: Cites::default(),
        points: 1.0,
        difficulty: None,
        facts: Box::default(),
        enemies: enemies.into(),
        hint_cost: 0.0,
        alt: Box::default(),
    }
}

fn id(index: usize) -> Box<str> {
    format!("thing-{index}").into()
}

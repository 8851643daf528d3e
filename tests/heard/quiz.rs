//! A quiz with a question of every kind, heard from the library to the result.

use crate::desk::Desk;
use crate::program::Home;
use crate::transcript::Transcript;
use torus::bank::{Quietly, read};
use torus::history::History;
use torus::moment::Moment;
use torus::paper::{Met, Plan, draw};
use torus::sitting::{Sitting, Terms};
use uuid::Uuid;

const BANK: &str = include_str!("../../assets/starter.ron");
const MAP: &str = include_str!("../../assets/starter-map.svg");

#[test]
fn a_quiz_with_every_kind_of_question() {
    let (desk, home) = (Desk::new(), Home::new());
    begin_in_order(&home, Terms::default());
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("quiz.txt", &open);
    heard.press(&["Enter"]);
    heard.part("Choice");
    heard.press(&["Down", "Down", "3", "Enter", "Enter"]);
    heard.check();
}

/// Keeps a sitting that asks every question of the starter bank in its order, with options and values of a known seed.
fn begin_in_order(home: &Home, terms: Terms) {
    let quizzes = home.data().join("quizzes");
    std::fs::create_dir_all(&quizzes).unwrap();
    std::fs::write(quizzes.join("first.ron"), BANK).unwrap();
    std::fs::write(quizzes.join("my-first-bank-map.svg"), MAP).unwrap();
    let bank = read(BANK, &Quietly).bank.unwrap();
    let mut paper = draw(&[&bank], &Plan::default(), &Met::new(), 1);
    paper.items.sort_by_key(|item| bank.questions.iter().position(|question| question.id == item.question.id));
    let at = Moment { unix_ms: 1_795_413_600_000, offset_secs: 0 };
    let history = History::open(&home.data().join("torus.db"), at).unwrap().history;
    let learner = history.add_learner(Uuid::from_u128(1), "Ada", at).unwrap();
    let sitting = Sitting::begin(Uuid::from_u128(2), &*bank.id, &*bank.title, "", terms, paper, at);
    history.begin(learner.id, &sitting).unwrap();
}

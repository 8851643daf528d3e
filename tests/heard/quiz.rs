//! Quizzes, heard from the library to the result.

use crate::desk::Desk;
use crate::program::Home;
use crate::transcript::Transcript;
use torus::bank::{Answer, Kind, Mode, Quietly, read};
use torus::history::{History, Study};
use torus::moment::Moment;
use torus::paper::{Met, Plan, draw};
use torus::sitting::{Answered, Response, Sitting, Terms};
use uuid::Uuid;

const BANK: &str = include_str!("../../assets/starter.ron");
const MAP: &str = include_str!("../../assets/starter-map.svg");

#[test]
fn a_quiz_with_every_kind_of_question() {
    let (desk, home) = (Desk::new(), Home::new());
    begin_in_order(&home, Terms::default(), usize::MAX);
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("quiz.txt", &open);
    heard.press(&["Enter"]);
    heard.part("Choice: an answer is missing, a hint, a digit, what was wrong");
    heard.press(&["Enter", "H", "Down", "F", "3", "Enter", "Tab", "Enter"]);
    heard.part("Choices");
    heard.press(&["Enter", "4", "Enter", "Enter"]);
    heard.part("True or false");
    heard.press(&["1", "Enter", "Enter"]);
    heard.part("Number");
    heard.press(&["“6400 m”", "Enter", "Enter"]);
    heard.part("Text");
    heard.press(&["“siene”", "Enter", "Enter"]);
    heard.part("Order");
    heard.press(&["Down", "Tab", "Space", "Space", "3", "Enter", "Enter"]);
    heard.part("Match");
    heard.press(&["Right", "Tab", "2", "Space", "4", "Enter", "Enter"]);
    heard.part("Cloze");
    heard.press(&["“donau”", "Tab", "Down", "Down", "Enter", "Enter"]);
    heard.part("Categorise: from an item that was sorted, Tab leads to the next");
    heard.press(&["Right", "Right", "Tab", "Space", "Esc", "1", "2", "Enter", "Enter", "Enter"]);
    heard.part("Hotspot");
    heard.press(&["Down", "1", "Enter", "Enter"]);
    heard.part("Calculated");
    heard.press(&["“5”", "Enter", "Enter"]);
    heard.part("Recall");
    heard.press(&["Enter", "Down", "1"]);
    heard.part("The pause before the second tries");
    heard.press(&["Enter", "Tab", "Enter"]);
    heard.part("A second try that is not known, and the result");
    heard.press(&["D", "Enter", "E", "Tab", "Tab"]);
    heard.go_to("Which river flows through Paris");
    heard.press(&["Enter", "Enter", "Esc", "Esc"]);
    heard.check();
}

#[test]
fn a_test_to_its_result() {
    let (desk, home) = (Desk::new(), Home::new());
    let terms = Terms {
        mode: Mode::Test,
        time_limit_secs: Some(600),
        pass_percent: Some(60.0),
        certainty: true,
        runs_on: false,
        stays_out_of_review: false,
    };
    begin_in_order(&home, terms, 4);
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("test.txt", &open);
    heard.press(&["Enter"]);
    heard.part("An answer, and how sure");
    heard.press(&["2", "Enter", "C", "Enter"]);
    heard.part("Skipped, flagged and back");
    heard.press(&["S", "1", "G", "F", "B", "S", "S"]);
    heard.part("Typed, with how sure by Alt and a letter");
    heard.press(&["“6400”", "Alt L", "Alt O"]);
    heard.part("The overview");
    heard.press(&["Tab", "Tab"]);
    heard.go_to("Hand in");
    heard.press(&["Enter"]);
    heard.go_to("Hand in");
    heard.press(&["Enter", "Esc"]);
    heard.check();
}

#[test]
fn a_review_and_the_word_of_a_learner() {
    let (desk, home) = (Desk::new(), Home::new());
    remembered_for_ten_days(&home);
    let open = desk.open(&home, &[]);
    let mut heard = Transcript::begin("review.txt", &open);
    heard.part("The page that says what today holds");
    heard.go_to("Review");
    heard.press(&["Enter", "Tab", "Tab"]);
    heard.part("A number that is wrong, overruled, and what is said about it");
    heard.go_to("Start review");
    heard.press(&["Enter", "“6400 kg”", "Enter", "I", "M", "“two answers are right”"]);
    heard.part("The next, and when it comes back");
    heard.press(&["Enter", "“seine”", "Enter", "Enter"]);
    heard.check();
}

/// Two questions that are typed, answered right ten days ago, and none new to come.
fn remembered_for_ten_days(home: &Home) {
    write_bank(home);
    let bank = read(BANK, &Quietly).bank.unwrap();
    let mut paper = draw(&[&bank], &Plan::default(), &Met::new(), 1);
    paper.items.retain(|item| matches!(item.question.kind(), Kind::Number | Kind::Text));
    let now = Moment::from_zoned(&jiff::Zoned::now());
    let at = Moment { unix_ms: now.unix_ms - 10 * 24 * 3_600_000, ..now };
    let history = History::open(&home.data().join("torus.db"), at).unwrap().history;
    let learner = history.add_learner(Uuid::from_u128(1), "Ada", at).unwrap();
    history.set_study(learner.id, &Study { new_per_day: 0, ..Study::default() }).unwrap();
    let mut sitting = Sitting::begin(Uuid::from_u128(2), &*bank.id, &*bank.title, "", Terms::default(), paper, at);
    history.begin(learner.id, &sitting).unwrap();
    for index in 0..sitting.turns.len() {
        let right = match &sitting.turns[index].item.question.answer {
            Answer::Number { value, .. } => Response::Number(value.to_string()),
            Answer::Text { accept, .. } => Response::Text(accept[0].to_string()),
            other => panic!("{other:?} is not typed"),
        };
        assert_eq!(sitting.answer(right, at), Answered::Accepted);
        history.record_answer(&sitting, index).unwrap();
        sitting.advance();
    }
    sitting.finish(at);
    history.finish(&sitting).unwrap();
}

/// Keeps a sitting that asks questions of the starter bank in its order, with options and values of a known seed.
fn begin_in_order(home: &Home, terms: Terms, count: usize) {
    write_bank(home);
    let bank = read(BANK, &Quietly).bank.unwrap();
    let mut paper = draw(&[&bank], &Plan::default(), &Met::new(), 1);
    paper.items.sort_by_key(|item| bank.questions.iter().position(|question| question.id == item.question.id));
    paper.items.truncate(count);
    let at = Moment { unix_ms: 1_795_413_600_000, offset_secs: 0 };
    let history = History::open(&home.data().join("torus.db"), at).unwrap().history;
    let learner = history.add_learner(Uuid::from_u128(1), "Ada", at).unwrap();
    let sitting = Sitting::begin(Uuid::from_u128(2), &*bank.id, &*bank.title, "", terms, paper, at);
    history.begin(learner.id, &sitting).unwrap();
}

fn write_bank(home: &Home) {
    let quizzes = home.data().join("quizzes");
    std::fs::create_dir_all(&quizzes).unwrap();
    std::fs::write(quizzes.join("first.ron"), BANK).unwrap();
    std::fs::write(quizzes.join("my-first-bank-map.svg"), MAP).unwrap();
}

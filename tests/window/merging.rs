//! Results of another computer, quizzes that change hands, and those that are left out of review.

use crate::banks::truths;
use crate::journey::Journey;
use egui::accesskit::Role;
use std::path::PathBuf;
use torus::history::History;
use torus::moment::Moment;
use uuid::Uuid;

const BRING_IN: &str = "Bring in results from another computer…";
const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };

fn begin() -> Journey {
    Journey::begin_named(&[("truths.ron", &truths("truths", 1))])
}

/// The data folder of a computer on which Bea learns.
fn other_computer(journey: &Journey) -> PathBuf {
    let folder = journey.path("stick");
    std::fs::create_dir_all(&folder).expect("made");
    let history = History::open(&folder.join("torus.db"), NOW).expect("opens").history;
    history.add_learner(Uuid::from_u128(0xBEA), "Bea", NOW).expect("adds");
    folder
}

/// Plays the one true statement, right, and stays at the result.
fn play(journey: &mut Journey) {
    journey.go("Library");
    journey.click("Practise: Truths of truths");
    journey.keys("Enter, 1, Enter, Enter");
    assert_eq!(journey.headings()[0], "You got it right.");
}

#[test]
fn learners_of_another_computer_come_in_and_are_told() {
    let mut journey = begin();
    let folder = other_computer(&journey);
    journey.world.chooses_folder(&folder);
    journey.go("Learner");
    journey.click(BRING_IN);
    journey.wait_for("1 learner and 0 quizzes came in from stick.");
    assert!(journey.has_button("Switch to Bea"), "{}", journey.shown());
    journey.click(BRING_IN);
    journey.wait_for("There is nothing new in stick.");
}

#[test]
fn where_no_dialog_answers_the_path_is_typed() {
    let mut journey = begin();
    let folder = other_computer(&journey);
    journey.world.shows_no_dialogs();
    journey.go("Learner");
    journey.click(BRING_IN);
    journey.assert_says("This desktop shows no dialog for folders.");
    assert_eq!(journey.focus(), Some((Role::TextInput, "Path of a data folder".to_owned())));
    assert!(!journey.is_enabled(Role::Button, "Bring in"));
    journey.type_text(folder.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_for("1 learner and 0 quizzes came in from stick.");
    assert!(journey.find(Role::TextInput, "Path of a data folder").is_none());
}

#[test]
fn the_path_field_is_left_by_escape_and_the_page_by_another() {
    let mut journey = begin();
    journey.world.shows_no_dialogs();
    journey.go("Learner");
    journey.click(BRING_IN);
    journey.keys("Esc");
    assert!(journey.has_button(BRING_IN));
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn a_folder_that_gives_nothing_is_told() {
    let mut journey = begin();
    journey.go("Learner");
    let empty = journey.path("empty");
    std::fs::create_dir_all(&empty).expect("made");
    journey.world.chooses_folder(&empty);
    journey.click(BRING_IN);
    journey.wait_for("no results are kept in this folder");
    journey.world.chooses_folder(&journey.path("nowhere"));
    journey.click(BRING_IN);
    journey.wait_for("There is no folder");
    journey.world.chooses_folder(journey.data().root());
    journey.click(BRING_IN);
    journey.wait_for("Your results are kept in this folder already");
}

#[test]
fn a_quiz_is_given_to_another_learner_and_back() {
    let mut journey = begin();
    let folder = other_computer(&journey);
    journey.world.chooses_folder(&folder);
    journey.go("Learner");
    journey.click(BRING_IN);
    journey.wait_for("came in from stick");
    play(&mut journey);
    journey.choose("this quiz", "Give to Bea");
    journey.assert_says("The quiz is Bea’s now.");
    journey.assert_says("Every quiz that you take will stand here");
    journey.click("Undo");
    journey.assert_says("The quiz is Learner’s now.");
    assert!(journey.names().iter().any(|name| name.starts_with("Truths of truths: 100 %")), "{}", journey.shown());
}

#[test]
fn a_quiz_is_left_out_of_review_and_taken_in_again() {
    let mut journey = begin();
    play(&mut journey);
    assert!(!journey.can_choose("this quiz", "Count for review"));
    journey.choose("this quiz", "Leave out of review");
    journey.assert_says("The quiz is left out of review.");
    assert!(journey.can_choose("this quiz", "Count for review"));
    journey.click("Undo");
    journey.assert_says("The quiz counts for review.");
    assert!(journey.can_choose("this quiz", "Leave out of review"));
    assert!(!journey.has_button("Undo"));
}

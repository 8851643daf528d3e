//! "I was right" and a remark on a question: by key and by mouse, after an answer and in the review, to the table of answers.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use crate::player::NUMBER_FIELD;
use egui::accesskit::Role;
use torus::history::History;
use torus::sitting::Verdict;

const REMARK_FIELD: &str = "Remark for your teacher";

/// The feedback on a number with a wrong unit.
fn wrong_unit() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    while journey.known().kind != "number" {
        journey.pass_on();
    }
    journey.type_into(NUMBER_FIELD, "59 kJ");
    journey.keys("Enter");
    journey
}

/// What stands on the disk.
fn recorded(journey: &Journey) -> History {
    History::open_read_only(&journey.data().database()).expect("opens").expect("is there")
}

fn verdict(journey: &Journey) -> Verdict {
    journey.app().model().play.as_ref().expect("a sitting").sitting.turn().verdict()
}

#[test]
fn who_was_right_says_so_with_a_key_and_can_take_it_back() {
    let mut journey = wrong_unit();
    let turns = |journey: &Journey| journey.app().model().play.as_ref().expect("a sitting").sitting.turns.len();
    let before = turns(&journey);
    journey.keys("I");
    assert_eq!(verdict(&journey), Verdict::Correct);
    journey.assert_says("Counted as right");
    assert_eq!(turns(&journey), before - 1, "no second try");
    journey.keys("I");
    assert_eq!(verdict(&journey), Verdict::Wrong);
    journey.assert_silent("Counted as right");
    assert_eq!(turns(&journey), before);
}

#[test]
fn it_is_on_the_disk_before_the_next_question() {
    let mut journey = wrong_unit();
    journey.click("I was right");
    let id = journey.app().model().play.as_ref().expect("a sitting").sitting.id;
    journey.kill();
    journey.open(&[]);
    journey.keys("Enter");
    let sitting = &journey.app().model().play.as_ref().expect("it is carried on with").sitting;
    assert_eq!(sitting.id, id);
    assert!(sitting.turns.iter().any(|turn| turn.is_overruled()));
}

#[test]
fn a_pick_cannot_be_overruled_but_remarked_on() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    while journey.known().kind != "true_false" {
        journey.pass_on();
    }
    let wrong = journey.known().wrong;
    journey.practise(wrong);
    assert!(!journey.has_button("I was right"), "{}", journey.shown());
    journey.keys("I");
    assert_eq!(verdict(&journey), Verdict::Wrong);
    assert!(journey.has_button("Remark for your teacher"), "{}", journey.shown());
}

#[test]
fn a_remark_is_kept_letter_by_letter() {
    let mut journey = wrong_unit();
    journey.keys("M");
    journey.type_into(REMARK_FIELD, "kJ is what the book says");
    journey.kill();
    journey.open(&[]);
    let remarks = recorded(&journey).remarks("five-kinds").expect("reads");
    assert_eq!(remarks.len(), 1);
    assert_eq!((&*remarks[0].words, &*remarks[0].response), ("kJ is what the book says", "59 kJ"));
}

/// The result of a test in which the number alone was answered, with a wrong unit.
fn result_of_a_wrong_unit() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Mode: Test");
    journey.click("Start test: 5 questions");
    while !journey.is_on_overview() {
        if journey.known().kind == "number" {
            journey.type_into(NUMBER_FIELD, "59 kJ");
            journey.click("Next");
        } else {
            journey.click("Skip");
        }
    }
    journey.hand_in();
    journey
}

fn open_the_wrong_answer(journey: &mut Journey) {
    let row = journey.names().into_iter().find(|name| name.contains(": wrong, 0 of ")).expect("a wrong answer");
    journey.click(&row);
}

#[test]
fn in_the_review_the_result_follows_at_once() {
    let mut journey = result_of_a_wrong_unit();
    journey.assert_says("0 of 5");
    open_the_wrong_answer(&mut journey);
    journey.click("I was right");
    journey.assert_says("Counted as right");
    journey.keys("Escape");
    journey.assert_says("1 of 5");
}

#[test]
fn the_field_stays_where_a_remark_is_taken_out_again() {
    let mut journey = result_of_a_wrong_unit();
    open_the_wrong_answer(&mut journey);
    journey.keys("M");
    journey.type_into(REMARK_FIELD, "a");
    journey.restart();
    journey.go("History");
    let row = journey.names().into_iter().find(|name| name.starts_with("Five kinds")).expect("the test");
    journey.click(&row);
    open_the_wrong_answer(&mut journey);
    assert_eq!(journey.field(REMARK_FIELD), "a");
    journey.click_on(Role::TextInput, REMARK_FIELD);
    journey.keys("Ctrl A, Backspace");
    assert_eq!(journey.field(REMARK_FIELD), "", "the field is there still");
}

#[test]
fn the_teacher_reads_it_on_the_page_of_the_bank() {
    let mut journey = wrong_unit();
    journey.keys("I, M");
    journey.type_into(REMARK_FIELD, "kJ is what the book says");
    journey.keys("Escape");
    journey.go("Library");
    journey.choose("Five kinds", "Preview and check");
    journey.wait_for("1 remark by a learner");
    journey.assert_silent("What learners said");
    journey.click("1 remark by a learner");
    journey.assert_says("What learners said");
    journey.assert_says("“kJ is what the book says”");
    journey.assert_says("Learner, today · answered “59 kJ” and says that it was right");
}

//! Test mode: moving freely, changing answers, the overview, handing in, the pass mark.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use crate::player::Hand;
use egui::accesskit::Role;

/// Opens the set-up of a test on the bank with every kind.
fn set_up(files: &[(&str, &str)]) -> Journey {
    let mut journey = Journey::begin_named(files);
    journey.click_on(Role::RadioButton, "Mode: Test");
    journey
}

fn begin() -> Journey {
    let mut journey = set_up(&[("five.ron", FIVE_KINDS)]);
    journey.click("Start test: 5 questions");
    journey
}

/// Answers every question in turn and stops on the overview.
fn answer_all(journey: &mut Journey, hand: Hand, is_right: impl Fn(&str) -> bool) {
    for _ in 0..5 {
        let known = journey.known();
        journey.enter(hand, if is_right(known.id) { known.right } else { known.wrong });
        journey.go_on(hand, "Next");
    }
}

#[test]
fn no_feedback_comes_before_the_end() {
    let mut journey = begin();
    answer_all(&mut journey, Hand::Mouse, |_| true);
    assert_eq!(journey.headings(), ["All questions are answered"]);
    journey.go_on(Hand::Mouse, "Hand in");
    assert_eq!(journey.headings()[0], "You got all 5 right.");
}

#[test]
fn a_test_is_taken_with_keys_alone() {
    let mut journey = set_up(&[("five.ron", FIVE_KINDS)]);
    journey.tab_to(Role::RadioButton, "Pass mark: 60 %");
    journey.keys("Space");
    journey.tab_to(Role::Button, "Start test: 5 questions");
    journey.keys("Enter");
    answer_all(&mut journey, Hand::Keys, |id| id != "gas" && id != "machines");
    journey.keys("Enter");
    assert_eq!(journey.headings()[0], "You got 3.5 of 5 points.");
    journey.assert_says("Passed: the pass mark is 60 %.");
    journey.assert_says("Score: 70 %");
}

#[test]
fn the_pass_mark_can_be_missed() {
    let mut journey = set_up(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Pass mark: 75 %");
    journey.click("Start test: 5 questions");
    answer_all(&mut journey, Hand::Mouse, |id| id != "gas" && id != "machines");
    journey.hand_in();
    journey.assert_says("Not passed yet: the pass mark is 75 %.");
}

#[test]
fn the_overview_lists_what_is_not_answered() {
    let mut journey = begin();
    let prompts = skip_all(&mut journey);
    assert_eq!(journey.headings(), ["5 of 5 still open"]);
    journey.assert_says("Still open: 1, 2, 3, 4 and 5.");
    journey.click(&format!("3: {}, not answered", prompts[2]));
    assert_eq!(journey.prompt(), prompts[2]);
    let parts = journey.known().right;
    journey.enter(Hand::Mouse, parts);
    journey.click("Overview");
    assert_eq!(journey.headings(), ["4 of 5 still open"]);
    journey.assert_says("Still open: 1, 2, 4 and 5.");
    assert!(journey.has_button(&format!("3: {}, answered", prompts[2])));
    assert!(journey.announced().contains(&"4 of 5 still open".to_owned()));
}

/// Passes every question by and gives back their prompts; ends on the overview.
fn skip_all(journey: &mut Journey) -> Vec<String> {
    let prompts = (0..5)
        .map(|_| {
            let prompt = journey.prompt();
            journey.click("Skip");
            prompt
        })
        .collect();
    assert!(journey.is_on_overview(), "{}", journey.shown());
    prompts
}

#[test]
fn keys_alone_never_hand_in_what_is_not_finished() {
    let mut journey = begin();
    let first = journey.prompt();
    journey.keys("Alt O, Enter");
    assert_eq!(journey.prompt(), first, "Enter goes back to what is open");
    journey.keys("Alt O");
    journey.tab_to(Role::Button, "Hand in with 5 open…");
    journey.keys("Enter");
    journey.assert_says("5 of 5 are not answered. They count as 0, and nothing can be changed afterwards.");
    journey.keys("Enter");
    assert_eq!(journey.prompt(), first, "and asked, it goes back again");
}

#[test]
fn handing_in_early_asks_once_and_can_be_left_by_escape() {
    let mut journey = begin();
    journey.click("Overview");
    journey.click("Hand in with 5 open…");
    journey.keys("Esc");
    assert_eq!(journey.headings(), ["5 of 5 still open"]);
    journey.click("Hand in with 5 open…");
    journey.click("Hand in now");
    assert_eq!(journey.headings()[0], "You got 0 of 5 right.");
}

#[test]
fn the_overview_leads_back_to_the_question_that_was_left_or_else_to_the_first_open_one() {
    let mut journey = begin();
    journey.click("Skip");
    let second = journey.prompt();
    journey.click("Overview");
    assert!(journey.has_button("Back to question 2"));
    journey.keys("Enter");
    assert_eq!(journey.prompt(), second);
    let parts = journey.known().right;
    journey.enter(Hand::Mouse, parts);
    journey.click("Overview");
    assert!(journey.has_button("Back to question 1"), "{}", journey.shown());
}

#[test]
fn what_was_not_answered_counts_nothing() {
    let mut journey = begin();
    let parts = journey.known().right;
    journey.enter(Hand::Mouse, parts);
    journey.click("Overview");
    journey.hand_in();
    assert_eq!(journey.headings()[0], "You got 1 of 5 right.");
    journey.assert_says(": not answered, 0 of 1 point");
}

#[test]
fn back_shows_the_answer_that_was_given_and_it_can_be_changed() {
    let mut journey = begin();
    while journey.known().id != "culham" {
        journey.click("Skip");
    }
    journey.enter(Hand::Mouse, &["False"]);
    journey.click("Next");
    if journey.is_on_overview() {
        journey.keys("Esc");
    } else {
        journey.click("Back");
    }
    assert_eq!(journey.known().id, "culham");
    assert!(journey.is_picked(Role::RadioButton, "False"));
    journey.enter(Hand::Mouse, &["True"]);
    journey.click("Overview");
    journey.hand_in();
    journey.assert_says("JET stood at Culham.: right, 1 of 1 point");
}

#[test]
fn an_answer_that_is_emptied_is_taken_back() {
    let mut journey = begin();
    while journey.known().id != "machines" {
        journey.click("Skip");
    }
    journey.enter(Hand::Mouse, &["JET"]);
    journey.click("Overview");
    assert_eq!(journey.headings(), ["4 of 5 still open"]);
    journey.keys("Esc");
    assert!(journey.is_picked(Role::CheckBox, "JET"));
    journey.enter(Hand::Mouse, &["JET"]);
    journey.click("Overview");
    assert_eq!(journey.headings(), ["5 of 5 still open"]);
}

#[test]
fn a_typed_answer_that_is_emptied_is_taken_back_by_going_on() {
    let mut journey = begin();
    while journey.known().id != "shape" {
        journey.click("Skip");
    }
    journey.enter(Hand::Keys, &["torus"]);
    journey.keys("Alt O");
    assert_eq!(journey.headings(), ["4 of 5 still open"]);
    journey.keys("Esc");
    assert_eq!(journey.field(crate::player::TEXT_FIELD), "torus");
    journey.type_into(crate::player::TEXT_FIELD, "x");
    journey.keys("Backspace");
    journey.keys("Alt O");
    assert_eq!(journey.headings(), ["5 of 5 still open"]);
}

#[test]
fn a_flag_is_shown_on_the_overview_and_kept() {
    let mut journey = begin();
    let prompt = journey.prompt();
    journey.click("Flag to look at again (F)");
    assert!(journey.has_button("Flagged to look at again: take the flag away (F)"));
    journey.click("Overview");
    let row = format!("1: {prompt}, not answered, flagged");
    assert!(journey.has_button(&row), "{}", journey.shown());
    journey.kill();
    journey.open(&[]);
    journey.click("Continue");
    assert!(journey.has_button("Flagged to look at again: take the flag away (F)"), "{}", journey.shown());
}

#[test]
fn every_move_of_a_test_has_a_key() {
    let mut journey = begin();
    let first = journey.prompt();
    journey.keys(if journey.known().kind == "text" || journey.known().kind == "number" { "Alt S" } else { "S" });
    let second = journey.prompt();
    assert_ne!(first, second);
    journey.keys("Alt B");
    assert_eq!(journey.prompt(), first);
    journey.keys("Alt F");
    assert!(journey.has_button("Flagged to look at again: take the flag away (F)"));
    journey.keys("Alt O");
    assert!(journey.is_on_overview());
    journey.keys("Esc");
    assert_eq!(journey.prompt(), first);
}

#[test]
fn a_letter_command_with_alt_types_nothing() {
    let mut journey = begin();
    while journey.known().id != "shape" {
        journey.click("Skip");
    }
    journey.type_text("tor");
    journey.keys("Alt F, Alt F");
    assert_eq!(journey.field(crate::player::TEXT_FIELD), "tor");
}

#[test]
fn the_mistakes_of_a_test_can_be_practised_at_once() {
    let mut journey = begin();
    answer_all(&mut journey, Hand::Mouse, |id| id != "gas" && id != "machines");
    journey.hand_in();
    journey.click("Practise 2 mistakes");
    let first = journey.known();
    assert!(["gas", "machines"].contains(&first.id));
    journey.practise(first.right);
    journey.click("Next");
    let second = journey.known();
    assert!(["gas", "machines"].contains(&second.id) && second.id != first.id);
    journey.practise(second.right);
    journey.click("See the result");
    assert_eq!(journey.headings()[0], "You got both right.");
}

#[test]
fn the_place_is_told_apart_from_how_many_are_answered() {
    let mut journey = begin();
    let (place, progress) = (|journey: &Journey| journey.name_beginning("Question "), "Progress: ");
    assert!(journey.says("Question 1 of 5"), "{}", place(&journey));
    assert_eq!(journey.name_beginning(progress), "Progress: 0 of 5 answered");
    journey.keys("Alt S, Alt S");
    journey.assert_says("Question 3 of 5");
    assert_eq!(journey.name_beginning(progress), "Progress: 0 of 5 answered", "the place is no progress");
    let known = journey.known();
    journey.enter(Hand::Mouse, known.right);
    journey.click("Next");
    journey.click("Back");
    journey.click("Back");
    journey.assert_says("Question 2 of 5");
    assert_eq!(journey.name_beginning(progress), "Progress: 1 of 5 answered");
    journey.keys("Alt O");
    journey.assert_silent("Question 2 of 5");
    assert_eq!(journey.name_beginning(progress), "Progress: 1 of 5 answered");
}

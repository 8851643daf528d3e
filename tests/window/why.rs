//! "Why this mark?": how an answer was read, step by step, by key, by mouse and by ear, after an answer and in the review.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use crate::player::NUMBER_FIELD;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

const READ: &str = "Read as the number 59 with the unit \"kJ\".";
const REGION: &str = "Why this mark";

/// The feedback on a number with a wrong unit.
fn wrong_unit() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    while journey.known().kind != "number" {
        journey.pass_on();
    }
    journey.type_into(NUMBER_FIELD, "59 kJ");
    journey.keys("Enter");
    journey.assert_silent(READ);
    journey
}

#[test]
fn a_key_unfolds_the_steps_and_the_focus_goes_there_and_back() {
    let mut journey = wrong_unit();
    journey.keys("W");
    journey.assert_says(READ);
    journey.assert_says("The mark is 0 of 1.");
    assert_eq!(journey.focus(), Some((Role::Paragraph, REGION.to_owned())));
    let region = journey.get(Role::Paragraph, REGION).accesskit_node().description().unwrap_or_default();
    assert!(region.contains(READ) && region.contains("The mark is 0 of 1."), "{region}");
    journey.keys("W");
    journey.assert_silent(READ);
    assert!(journey.focus().is_some(), "the focus is not lost");
    journey.keys("Enter");
    assert!(!journey.has_button("Why this mark?"), "{}", journey.shown());
}

#[test]
fn the_button_unfolds_the_steps_and_they_are_said() {
    let mut journey = wrong_unit();
    journey.click("Why this mark?");
    journey.assert_says(READ);
    assert!(journey.announced().iter().any(|said| said.contains(REGION)), "{:?}", journey.announced());
    journey.click("Hide the steps");
    journey.assert_silent(READ);
}

#[test]
fn the_steps_stand_in_the_review_too() {
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
    let row = journey.names().into_iter().find(|name| name.contains(": wrong, 0 of ")).expect("a wrong answer");
    journey.click(&row);
    journey.keys("W");
    journey.assert_says(READ);
}

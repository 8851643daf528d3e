//! The time limit of a test: it ends the sitting by itself, and stands still while the program is closed.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use crate::player::{Hand, TEXT_FIELD};
use egui::accesskit::Role;

const MINUTE_MS: u64 = 60_000;

fn begin() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Mode: Test");
    journey.click_on(Role::RadioButton, "Time limit: 5 min");
    journey.click("Start test: 5 questions");
    journey
}

#[test]
fn the_clock_shows_what_is_left() {
    let mut journey = begin();
    journey.assert_says("05:00");
    journey.pass_ms(1_000);
    journey.assert_says("04:59");
    journey.pass_ms(2 * MINUTE_MS);
    journey.assert_says("02:59");
}

#[test]
fn the_clock_runs_on_the_overview_and_ends_the_test_there() {
    let mut journey = begin();
    journey.click("Overview");
    journey.pass_ms(MINUTE_MS);
    journey.assert_says("04:00");
    journey.pass_ms(4 * MINUTE_MS);
    assert_eq!(journey.headings()[0], "0 of 5 points");
}

#[test]
fn the_end_of_the_time_hands_in_with_the_draft_kept() {
    for draft in ["gas", "machines", "culham", "energy", "shape"] {
        let mut journey = begin();
        while journey.known().id != draft {
            journey.click("Skip");
        }
        let known = journey.known();
        journey.enter(Hand::Keys, known.right);
        journey.pass_ms(5 * MINUTE_MS - 1);
        assert_eq!(journey.prompt(), known.prompt, "a millisecond is left");
        journey.assert_says("00:01");
        journey.pass_ms(1);
        assert_eq!(journey.headings()[0], "1 of 5 points");
        journey.assert_says("The time is up. Your answers so far were handed in.");
        journey.assert_says(&format!("{}: correct, 1 / 1", known.prompt));
        // Nothing is left to carry on with.
        journey.restart();
        assert!(!journey.has_button("Carry on"));
    }
}

#[test]
fn an_answer_handed_in_before_the_end_is_kept_beside_a_draft_that_is_empty() {
    let mut journey = begin();
    let known = journey.known();
    journey.enter(Hand::Keys, known.right);
    journey.go_on(Hand::Keys, "Next");
    journey.pass_ms(6 * MINUTE_MS);
    assert_eq!(journey.headings()[0], "1 of 5 points");
}

#[test]
fn the_clock_stands_still_while_the_program_is_closed() {
    let mut journey = begin();
    journey.pass_ms(MINUTE_MS);
    journey.assert_says("04:00");
    journey.close();
    journey.world.sleep_ms(24 * 60 * MINUTE_MS);
    journey.open(&[]);
    journey.assert_says("4 min left");
    journey.click("Carry on");
    journey.assert_says("04:00");
}

#[test]
fn the_clock_stands_still_while_the_sitting_is_left() {
    let mut journey = begin();
    journey.pass_ms(MINUTE_MS);
    journey.keys("Esc");
    journey.assert_says("4 min left");
    journey.pass_ms(3 * MINUTE_MS);
    journey.click("Carry on");
    journey.assert_says("04:00");
}

#[test]
fn a_power_cut_gives_back_a_few_seconds_at_most() {
    let mut journey = begin();
    for _ in 0..61 {
        journey.pass_ms(1_000);
    }
    journey.kill();
    journey.world.sleep_ms(MINUTE_MS);
    journey.open(&[]);
    journey.click("Carry on");
    let shown = journey.nodes().into_iter().filter_map(|node| node.value()).collect::<Vec<_>>();
    let left = shown.into_iter().find(|time| time.starts_with("04:0") || time.starts_with("03:5"));
    let left = left.unwrap_or_else(|| panic!("no clock:\n{}", journey.shown()));
    assert!(("03:59".to_owned()..="04:04".to_owned()).contains(&left), "{left}");
}

#[test]
fn a_practice_has_no_clock() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Mode: Test");
    journey.click_on(Role::RadioButton, "Time limit: 5 min");
    journey.click_on(Role::RadioButton, "Mode: Practice");
    journey.click("Start practice: 5 questions");
    journey.pass_ms(10 * MINUTE_MS);
    assert_eq!(journey.headings().len(), 1, "still asking:\n{}", journey.shown());
    journey.assert_silent("05:00");
}

#[test]
fn time_does_not_take_away_what_is_typed() {
    let mut journey = begin();
    while journey.known().id != "shape" {
        journey.click("Skip");
    }
    journey.type_text("to");
    journey.pass_ms(30_000);
    journey.type_text("rus");
    assert_eq!(journey.field(TEXT_FIELD), "torus");
}

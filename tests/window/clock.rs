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
    assert_eq!(journey.headings()[0], "You got 0 of 5 right.");
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
        assert_eq!(journey.headings()[0], "You got 1 of 5 right.");
        journey.assert_says("The time is up. Your answers so far were handed in.");
        journey.assert_says(&format!("{}: right, 1 of 1 point", known.prompt));
        // Nothing is left to carry on with.
        journey.restart();
        assert!(!journey.has_button("Continue"));
    }
}

#[test]
fn an_answer_handed_in_before_the_end_is_kept_beside_a_draft_that_is_empty() {
    let mut journey = begin();
    let known = journey.known();
    journey.enter(Hand::Keys, known.right);
    journey.go_on(Hand::Keys, "Next");
    journey.pass_ms(6 * MINUTE_MS);
    assert_eq!(journey.headings()[0], "You got 1 of 5 right.");
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
    journey.click("Continue");
    journey.assert_says("04:00");
}

#[test]
fn the_clock_stands_still_while_the_sitting_is_left() {
    let mut journey = begin();
    journey.pass_ms(MINUTE_MS);
    journey.keys("Esc");
    journey.assert_says("4 min left");
    journey.pass_ms(3 * MINUTE_MS);
    journey.click("Continue");
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
    journey.click("Continue");
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

/// A test of the bank's own, with five minutes; `rules` are more of its fields.
fn begin_quiz(rules: &str) -> Journey {
    let text = FIVE_KINDS.trim_end().strip_suffix(')').expect("a bank");
    let quiz = format!("Quiz(id: \"five\", title: \"Five\", mode: Test, time_limit_secs: 300{rules})");
    let mut journey = Journey::begin_named(&[("five.ron", &format!("{text}    quizzes: [{quiz}],\n)\n"))]);
    journey.click("Start Five: Test · 5 questions · 5 min");
    journey
}

#[test]
fn the_time_of_a_teachers_test_runs_on_while_it_is_left() {
    let mut journey = begin_quiz("");
    journey.pass_ms(MINUTE_MS);
    journey.keys("Esc");
    journey.assert_says("The time runs on while this quiz is left.");
    journey.assert_says("4 min left, the time runs on");
    journey.pass_ms(2 * MINUTE_MS);
    journey.click("Continue");
    journey.assert_says("02:00");
}

#[test]
fn the_time_of_a_teachers_test_runs_on_while_the_program_is_closed_or_killed() {
    for (ends, left) in [(Journey::close as fn(&mut Journey), ["03:00", "03:00"]), (Journey::kill, ["02:55", "03:00"])]
    {
        let mut journey = begin_quiz("");
        for _ in 0..12 {
            journey.pass_ms(5_000);
        }
        ends(&mut journey);
        journey.world.sleep_ms(MINUTE_MS);
        journey.open(&[]);
        journey.assert_says("3 min left, the time runs on");
        journey.click("Continue");
        assert!(left.into_iter().any(|left| journey.says(left)), "{}", journey.shown());
    }
}

#[test]
fn a_teachers_test_whose_time_ran_out_while_it_was_left_is_handed_in_with_what_was_answered() {
    let mut journey = begin_quiz("");
    let parts = journey.known().right;
    journey.enter(Hand::Keys, parts);
    journey.go_on(Hand::Keys, "Next");
    journey.close();
    journey.world.sleep_ms(60 * MINUTE_MS);
    journey.open(&[]);
    journey.assert_says("0 s left");
    journey.click("Continue");
    assert_eq!(journey.headings()[0], "You got 1 of 5 right.");
    journey.assert_says("The time ran out while the test was left.");
}

#[test]
fn a_quiz_that_may_be_paused_stands_still() {
    let mut journey = begin_quiz(", pausable: true");
    journey.pass_ms(MINUTE_MS);
    journey.keys("Esc");
    journey.pass_ms(20 * MINUTE_MS);
    journey.click("Continue");
    journey.assert_says("04:00");
}

#[test]
fn the_teacher_sees_how_often_and_for_how_long_a_sitting_was_left() {
    let mut journey = begin_quiz("");
    for minutes in [1, 2] {
        journey.keys("Esc");
        journey.pass_ms(minutes * MINUTE_MS);
        journey.click("Continue");
    }
    journey.keys("Esc");
    journey.go("History");
    let path = journey.path("sittings.csv");
    journey.world.chooses_place(&path);
    journey.click("Export quizzes (CSV)…");
    journey.wait_for("Saved 1 row to");
    let text = std::fs::read_to_string(path).expect("saved");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].ends_with(",times_left,away_secs"), "{text}");
    assert!(lines[1].ends_with(",2,180"), "{text}");
}

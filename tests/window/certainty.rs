//! How sure a learner is: said by mouse, keys and screen reader, counted, shown, exported and kept.

use crate::banks::truths;
use crate::journey::Journey;
use crate::player::Hand;
use crate::saved::csv_columns;
use egui::accesskit::Role;

const GUESS: &str = "How sure: Guess, right 1, wrong 0";
const LIKELY: &str = "How sure: Likely, right 2, wrong \u{2212}2";
const CERTAIN: &str = "How sure: Certain, right 3, wrong \u{2212}6";

/// A bank of three true statements, with a quiz in which certainty counts.
fn bank(mode: &str) -> String {
    let bank = truths("sure", 3);
    let end = bank.rfind(')').expect("its end");
    format!(
        "{}, quizzes: [Quiz(id: \"sure\", title: \"How sure?\", mode: {mode}, certainty: true)])",
        &bank[..end].trim_end().trim_end_matches(',')
    )
}

fn begin(mode: &str) -> Journey {
    let mut journey = Journey::begin_named(&[("sure.ron", &bank(mode))]);
    journey.click(&format!("Start How sure?: {mode} · 3 questions · how sure you are counts"));
    journey
}

/// Answers the question on the screen.
fn answer(journey: &mut Journey, hand: Hand, truth: &str, sure: &str) {
    journey.activate(hand, Role::RadioButton, truth);
    journey.activate(hand, Role::RadioButton, sure);
}

#[test]
fn marks_count_by_how_sure_the_learner_was() {
    for hand in [Hand::Mouse, Hand::Keys] {
        let mut journey = begin("Test");
        for (truth, sure) in [("True", CERTAIN), ("False", LIKELY), ("True", GUESS)] {
            answer(&mut journey, hand, truth, sure);
            journey.click("Next");
        }
        journey.hand_in();
        assert_eq!(journey.headings()[0], "You got 2 of 3 right.");
        journey.assert_says("Counting how sure you were, that is 2 of 9 points.");
        journey.assert_says("right, certain, 3 points");
        journey.assert_says("wrong, likely, \u{2212}2 points");
        journey.assert_says("right, guess, 1 point");
        journey.assert_says("Certain: 1 of 1 right");
        journey.assert_says("Likely: 0 of 1 right");
    }
}

#[test]
fn each_choice_has_a_key_and_what_it_counts_is_told() {
    for (letter, name) in [("G", GUESS), ("L", LIKELY), ("C", CERTAIN)] {
        let mut journey = begin("Practice");
        journey.keys(&format!("1, {letter}"));
        assert!(journey.is_picked(Role::RadioButton, name), "{}", journey.shown());
        journey.keys("Enter");
        journey.assert_says("That is right");
    }
}

#[test]
fn being_sure_and_wrong_costs_and_the_score_may_fall_below_zero() {
    let mut journey = begin("Practice");
    journey.keys("2, C, Enter");
    journey.assert_says("Certain, and wrong: \u{2212}6 points");
    journey.keys("Enter, 2, C, Enter, Enter, 2, C, Enter, Enter, E");
    assert_eq!(journey.headings()[0], "You got 0 of 3 right.");
    journey.assert_says("Counting how sure you were, that is \u{2212}18 of 9 points.");
    journey.assert_says("Score: 0 %");
}

#[test]
fn no_answer_is_checked_before_it_is_said_how_sure() {
    let mut journey = begin("Practice");
    journey.keys("1, Enter");
    journey.assert_says("Say how sure you are first: guess, likely or certain.");
    assert!(journey.announced().contains(&"Say how sure you are first: guess, likely or certain.".to_owned()));
    journey.keys("L, Enter");
    journey.assert_says("Likely, and right: 2 points");
}

#[test]
fn a_screen_reader_says_how_sure() {
    let mut journey = begin("Practice");
    journey.press_by_reader(Role::RadioButton, "True");
    journey.press_by_reader(Role::RadioButton, CERTAIN);
    assert!(journey.is_picked(Role::RadioButton, CERTAIN));
    journey.press_by_reader(Role::Button, "Check");
    journey.assert_says("Certain, and right: 3 points");
}

#[test]
fn how_sure_can_be_changed_in_a_test_and_is_kept_when_the_window_is_killed() {
    let mut journey = begin("Test");
    answer(&mut journey, Hand::Mouse, "True", GUESS);
    journey.click("Next");
    journey.click("Back");
    assert!(journey.is_picked(Role::RadioButton, GUESS), "{}", journey.shown());
    journey.click_on(Role::RadioButton, CERTAIN);
    // Moving away keeps it, though the answer itself is the same.
    journey.click("Overview");
    journey.kill();
    journey.open(&[]);
    journey.click("Continue");
    assert!(journey.is_picked(Role::RadioButton, "True") && journey.is_picked(Role::RadioButton, CERTAIN));
    journey.click("Overview");
    journey.hand_in();
    assert_eq!(journey.headings()[0], "You got 1 of 3 right.");
    journey.assert_says("Counting how sure you were, that is 3 of 9 points.");
    journey.restart();
    journey.go("History");
    journey.assert_says("33 %");
}

#[test]
fn an_answer_left_without_saying_how_sure_is_told_on_the_overview_and_counts_as_a_guess() {
    let mut journey = begin("Test");
    journey.keys("1, S, O");
    journey.assert_says("answered, not said how sure");
    journey.hand_in();
    assert_eq!(journey.headings()[0], "You got 1 of 3 right.");
    journey.assert_says("Counting how sure you were, that is 1 of 9 points.");
}

#[test]
fn what_was_entered_counts_as_sure_as_it_was_when_the_time_is_up() {
    let bank = bank("Test").replace("mode: Test,", "mode: Test, time_limit_secs: 60,");
    let mut journey = Journey::begin_named(&[("sure.ron", &bank)]);
    journey.click("Start How sure?: Test · 3 questions · 1 min · how sure you are counts");
    journey.keys("1, C");
    journey.pass_ms(61_000);
    assert_eq!(journey.headings()[0], "You got 1 of 3 right.");
    journey.assert_says("Counting how sure you were, that is 3 of 9 points.");
}

#[test]
fn the_csv_has_how_sure_and_three_times_the_points() {
    let mut journey = begin("Test");
    for (truth, sure) in [("True", CERTAIN), ("False", CERTAIN), ("True", LIKELY)] {
        answer(&mut journey, Hand::Mouse, truth, sure);
        journey.click("Next");
    }
    journey.hand_in();
    let csv = journey.path("sure.csv");
    journey.world.chooses_place(&csv);
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 3 rows to");
    let rows = csv_columns(&csv, &["score", "max_score", "verdict", "certainty"], " ");
    assert_eq!(rows, ["3 3 correct 3", "-6 3 wrong 3", "2 3 correct 2"]);
}

#[test]
fn the_set_up_offers_it_and_remembers_it() {
    let mut journey = Journey::begin_named(&[("sure.ron", &truths("sure", 2))]);
    journey.click_on(Role::RadioButton, "Ask how sure I am: On");
    journey.assert_says("1, 2 or 3 times its points");
    journey.click("Start practice: 2 questions");
    assert!(journey.find(Role::RadioButton, CERTAIN).is_some(), "{}", journey.shown());
    journey.keys("Esc");
    journey.click("Practise: Truths of sure");
    assert!(journey.is_picked(Role::RadioButton, "Ask how sure I am: On"));
}

#[test]
fn a_learners_own_rating_is_never_asked_how_sure_it_is() {
    let bank = r#"Bank(format: 1, id: "r", title: "R", questions: [(id: "q", prompt: "What is a meander?", answer: Recall(answer: "A bend."))],
        quizzes: [Quiz(id: "s", title: "Sure", certainty: true)])"#;
    let mut journey = Journey::begin_named(&[("r.ron", bank)]);
    journey.click("Start Sure: Practice · 1 question · how sure you are counts");
    journey.keys("Enter, 2");
    journey.assert_says("You knew it");
    journey.keys("Enter");
    assert_eq!(journey.headings()[0], "You got it right.");
}

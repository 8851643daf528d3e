//! Spaced review: what is due, done and empty; a month away; lists across banks; exam days; when a question comes back.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::accesskit::Role;
use torus::app::World;
use torus::app::action::Page;
use torus::history::History;
use torus::schedule::StudyDay;

const DAY_MS: u64 = 24 * 3600 * 1000;

/// Every question of the bank answered right, once.
fn played() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    for _ in 0..5 {
        let right = journey.known().right;
        journey.practise(right);
        journey.keys("Enter");
    }
    journey.go("Library");
    journey
}

/// The library so many days later.
fn days_later(mut journey: Journey, days: u64) -> Journey {
    journey.close();
    journey.world.sleep_ms(days * DAY_MS);
    journey.open(&[]);
    journey.wait_until("the agenda is there", |journey| {
        let today = StudyDay::of(journey.world.now());
        journey.app().model().agenda.as_ref().is_some_and(|agenda| agenda.day == today && agenda.met > 0)
    });
    journey
}

fn due(journey: &Journey) -> usize {
    journey.app().model().agenda.as_ref().map_or(0, |agenda| agenda.due)
}

#[test]
fn nothing_is_due_before_anything_was_answered() {
    let mut journey = Journey::begin();
    journey.go("Review");
    journey.wait_for("Nothing to review yet");
    journey.assert_says("Answer some questions first");
    assert!(!journey.has_button("Start review"));
    journey.keys("Enter");
    assert_eq!(journey.app().model().page, Page::Library, "Enter leads to the banks");
}

#[test]
fn feedback_says_when_the_question_comes_back_and_why() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    while journey.known().kind != "text" {
        journey.pass_on();
    }
    let right = journey.known().right;
    journey.enter(crate::player::Hand::Keys, right);
    journey.keys("Enter");
    journey.assert_says("Comes back in 3 days: you were right.");
}

#[test]
fn what_is_due_is_reviewed_from_the_library_with_one_key_and_then_nothing_is() {
    let mut journey = days_later(played(), 10);
    assert_eq!(due(&journey), 5);
    journey.assert_says("5 questions are due for review");
    assert!(journey.has_button("Start review"));
    journey.keys("Enter");
    assert_eq!(journey.app().model().page, Page::Sitting);
    for _ in 0..5 {
        let right = journey.known().right;
        journey.practise(right);
        journey.keys("Enter");
    }
    journey.go("Library");
    journey.wait_until("nothing is due any more", |journey| due(journey) == 0);
    assert!(!journey.says("due for review"), "{}", journey.shown());
}

#[test]
fn a_review_that_is_killed_in_the_middle_loses_no_answer() {
    let mut journey = days_later(played(), 10);
    journey.keys("Enter");
    for _ in 0..2 {
        let right = journey.known().right;
        journey.practise(right);
        journey.keys("Enter");
    }
    journey.kill();
    journey.open(&[]);
    journey.assert_says("Continue: Review");
    assert!(!journey.has_button("Start review"), "one thing to do next: {}", journey.shown());
    journey.wait_until("three are left", |journey| due(journey) == 3);
    let history = History::open_read_only(&journey.data().database()).expect("opens").expect("is there");
    let learner = history.learners().expect("reads").remove(0);
    let twice =
        history.remembered(learner.id).expect("reads").iter().filter(|one| one.memory.answer_count == 2).count();
    assert_eq!(twice, 2);
}

#[test]
fn mistakes_flags_and_what_was_never_met_are_one_press_each() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter");
    journey.keys("Alt F");
    let wrong = journey.known().wrong;
    journey.practise(wrong);
    journey.keys("Escape");
    journey.go("Review");
    journey.wait_for("1 question last answered less than right, across 1 bank");
    journey.wait_for("1 question flagged to look at again");
    journey.assert_says("4 questions in the banks that you follow");
    journey.click("Practise: Mistakes");
    assert_eq!(journey.app().model().play.as_ref().map(|play| play.sitting.turns.len()), Some(1));
    assert_eq!(journey.app().model().play.as_ref().map(|play| &*play.sitting.quiz_id), Some("mistakes"));
    assert!(
        journey.app().model().play.as_ref().is_some_and(|play| play.sitting.turn().is_flagged),
        "it is flagged still"
    );
}

#[test]
fn an_exam_day_is_typed_and_what_it_asks_is_told() {
    let mut journey = played();
    journey.go("Review");
    let field = journey.name_beginning("Exam day of Five kinds");
    journey.type_into(&field, "2026-13-01");
    journey.assert_says("Write the day as year, month and day");
    journey.type_into(&field, "2026-11-01");
    journey.assert_says("This day is over");
    journey.type_into(&field, "2026-12-23");
    journey.wait_for("You would know on 23 December");
    journey.restart();
    journey.go("Review");
    journey.wait_for("You would know on 23 December");
}

#[test]
fn a_bank_that_is_not_followed_is_never_due() {
    let mut journey = days_later(played(), 10);
    journey.go("Review");
    journey.click_on(Role::RadioButton, "Five kinds: comes up for review: Leave out");
    journey.wait_until("nothing is due", |journey| due(journey) == 0);
}

#[test]
fn a_backlog_is_spread_and_the_plan_can_be_undone() {
    let mut journey = days_later(played(), 40);
    let history = History::open_beside(&journey.data().database()).expect("opens");
    let learner = history.learners().expect("reads").remove(0);
    let study = torus::history::Study { daily_limit: 2, ..Default::default() };
    history.set_study(learner.id, &study).expect("keeps");
    journey.go("Review");
    journey.wait_for("2 a day brings you back in 3 days");
    journey.assert_says("Today: 2 due");
    journey.click("Ask them all today");
    journey.wait_for("Today: 5 due");
    journey.click("Spread them over the coming days");
    journey.wait_for("Today: 2 due");
}

#[test]
fn what_the_search_has_found_can_be_practised() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.go("Library");
    journey.click("Search questions");
    journey.type_into("Words in the question", "tokamak");
    journey.wait_until("all is found", |journey| journey.app().model().found_words == "tokamak");
    let count = journey.app().model().found.len();
    assert!(count > 1);
    journey.click(&format!("Practise {count} questions"));
    let play = journey.app().model().play.as_ref().expect("a sitting");
    assert_eq!((play.sitting.turns.len(), &*play.sitting.quiz_id), (count, "found"));
    let banks: Vec<&str> = play.sitting.turns.iter().map(|turn| &*turn.item.bank_id).collect();
    assert!(banks.contains(&"five-kinds") && banks.contains(&"fusion-machines"), "{banks:?}");
}

#[test]
fn a_quiz_that_does_not_count_says_nothing_of_coming_back() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Counts for review: No");
    journey.keys("Enter");
    let right = journey.known().right;
    journey.enter(crate::player::Hand::Keys, right);
    journey.keys("Enter");
    journey.assert_silent("Comes back");
}

#[test]
fn a_long_history_holds_no_window_back_and_is_counted_meanwhile() {
    let mut journey = played();
    journey.close();
    let connection = rusqlite::Connection::open(journey.data().database()).expect("opens");
    connection.execute_batch("UPDATE turn SET id = id + 1000000").expect("as after a million answers");
    drop(connection);
    journey.open(&[]);
    journey.wait_for("last 100 %, today");
    journey.assert_says("Five kinds: last answered right: 100 %");
}

#[test]
fn a_window_left_open_overnight_shows_the_new_day() {
    let mut journey = played();
    journey.wait_until("the agenda is there", |journey| journey.app().model().agenda.is_some());
    assert_eq!(due(&journey), 0);
    journey.pass_ms(10 * DAY_MS);
    journey.wait_until("what is due by now is due", |journey| due(journey) == 5);
}

#[test]
fn a_review_that_was_left_goes_on_before_another_begins() {
    let mut journey = days_later(played(), 10);
    journey.keys("Enter");
    let id = journey.app().model().play.as_ref().expect("a review").sitting.id;
    let right = journey.known().right;
    journey.practise(right);
    journey.keys("Enter");
    journey.keys("Escape");
    journey.go("Review");
    journey.wait_for("Continue: Review");
    assert!(!journey.has_button("Start review"), "{}", journey.shown());
    journey.keys("Enter");
    assert_eq!(journey.app().model().play.as_ref().map(|play| play.sitting.id), Some(id));
    // The set-up of a bank offers its own quizzes alone.
    journey.keys("Escape");
    journey.click("Practise: Five kinds");
    assert!(!journey.says("Continue: Review"), "{}", journey.shown());
}

#[test]
fn enter_in_the_day_of_an_exam_begins_nothing() {
    let mut journey = days_later(played(), 10);
    journey.go("Review");
    let field = journey.name_beginning("Exam day of Five kinds");
    journey.type_into(&field, "2027-01-05");
    journey.keys("Enter");
    assert_eq!(journey.app().model().page, Page::Review);
    journey.wait_for("You would know on 5 January 2027");
}

#[test]
fn a_change_that_changes_nothing_leaves_the_page_whole() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, "Counts for review: No");
    journey.keys("Enter");
    for _ in 0..5 {
        let right = journey.known().right;
        journey.practise(right);
        journey.keys("Enter");
    }
    let id = journey.app().model().result.as_ref().map(|result| result.sitting.id);
    let learner = journey.app().model().learner.id;
    let ctx = journey.harness().ctx.clone();
    let give = torus::app::Action::GiveSitting { sitting: id.expect("a result"), learner_id: learner };
    journey.harness_mut().state_mut().apply(&ctx, give);
    journey.wait_until("the agenda is there again", |journey| journey.app().model().agenda.is_some());
}

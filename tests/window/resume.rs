//! Quitting, crashing and coming back: nothing that was confirmed is lost.

use crate::banks::{EVERY_KIND, FIVE_KINDS, MAP, known};
use crate::journey::Journey;
use crate::player::Hand;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use torus::bank::{Kind, Mode};

fn begin(mode: &str) -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.click_on(Role::RadioButton, &format!("Mode: {mode}"));
    journey.click(&format!("Start {}: 5 questions", mode.to_lowercase()));
    journey
}

/// Every prompt of a test with its options as shown, seen by going through it.
fn paper(journey: &mut Journey) -> Vec<(String, Vec<String>)> {
    let mut seen = Vec::new();
    while !journey.is_on_overview() {
        seen.push((journey.prompt(), journey.options()));
        journey.click("Skip");
    }
    seen
}

#[test]
fn a_test_comes_back_with_the_same_questions_order_answers_and_place() {
    for ends in [Journey::close, Journey::kill] {
        let mut journey = begin("Test");
        let before = paper(&mut journey);
        journey.click(&format!("1: {}, not answered", before[0].0));
        for _ in 0..2 {
            let parts = journey.known().wrong;
            journey.enter(Hand::Mouse, parts);
            journey.click("Next");
        }
        assert_eq!(journey.prompt(), before[2].0);
        ends(&mut journey);
        journey.world.sleep_ms(3_600_000);
        journey.open(&[]);
        assert!(journey.headings().contains(&"Continue: Five kinds".to_owned()));
        journey.assert_says("Test · 2 of 5 answered");
        journey.click("Continue");
        assert_eq!(journey.prompt(), before[2].0, "at the question where it stood");
        journey.click("Back");
        let wrong = known(&before[1].0).wrong[0];
        let is_there = journey.field_or_picked(wrong);
        assert!(is_there, "{wrong} is still given:\n{}", journey.shown());
        journey.click("Back");
        assert_eq!(paper(&mut journey), before);
    }
}

#[test]
fn a_practice_that_was_closed_on_the_feedback_goes_on_with_the_next_question() {
    for ends in [Journey::close, Journey::kill] {
        let mut journey = begin("Practice");
        let first = journey.known();
        journey.practise(first.wrong);
        ends(&mut journey);
        journey.open(&[]);
        journey.assert_says("Practice · 1 of 5 answered");
        journey.keys("Enter");
        assert_ne!(journey.prompt(), first.prompt);
        let mut asked = vec![first.id];
        for _ in 0..5 {
            if journey.is_on_pause() {
                journey.click("Try again");
            }
            let known = journey.known();
            asked.push(known.id);
            journey.practise(known.right);
            journey.click(if journey.has_button("Next") { "Next" } else { "See the result" });
        }
        assert_eq!(asked[5], first.id, "the mistake still comes again");
        assert!(journey.has_button("Done"), "{}", journey.shown());
    }
}

#[test]
fn a_practice_that_was_closed_on_its_last_feedback_is_finished() {
    let mut journey = begin("Practice");
    for turn in 0..5 {
        let parts = journey.known().right;
        journey.practise(parts);
        if turn < 4 {
            journey.click("Next");
        }
    }
    journey.kill();
    journey.open(&[]);
    assert!(!journey.has_button("Continue"), "{}", journey.shown());
    journey.go("History");
    let row = journey.name_beginning("Five kinds: 100 %");
    journey.click(&row);
    assert_eq!(journey.headings()[0], "You got all 5 right.");
}

/// Answers the first question wrong and the others right, up to the pause.
fn to_the_pause() -> Journey {
    let mut journey = begin("Practice");
    for turn in 0..5 {
        let known = journey.known();
        journey.practise(if turn == 0 { known.wrong } else { known.right });
        journey.click("Next");
    }
    assert!(journey.is_on_pause(), "{}", journey.shown());
    journey
}

#[test]
fn the_score_stands_whenever_the_second_tries_are_left_or_the_window_is_killed() {
    type End = fn(&mut Journey);
    let ends: [(&str, End); 4] = [
        ("left on the pause", |journey| journey.keys("Esc")),
        ("killed on the pause", Journey::kill),
        ("left in a second try", |journey| journey.keys("Enter, Esc")),
        ("killed in a second try", |journey| {
            journey.click("Try again");
            let known = journey.known();
            journey.practise(known.right);
            journey.kill();
        }),
    ];
    for (how, end) in ends {
        let mut journey = to_the_pause();
        end(&mut journey);
        if how.starts_with("killed") {
            journey.open(&[]);
        } else {
            journey.assert_says("The result is in the history: 4 of 5 right.");
        }
        assert!(!journey.has_button("Continue"), "{how}:\n{}", journey.shown());
        journey.go("History");
        let row = journey.name_beginning("Five kinds: ");
        assert!(row.starts_with("Five kinds: 8") || row.starts_with("Five kinds: 9"), "{how}: {row}");
        journey.click(&row);
        assert!(journey.headings()[0].starts_with("You got 4"), "{how}: {}", journey.shown());
        let second = journey.names().into_iter().filter(|name| name.contains(" (second try): ")).count();
        assert_eq!(second, usize::from(how == "killed in a second try"), "{how}");
        assert!(journey.has_button("Practise 1 mistake"), "{how}");
    }
}

#[test]
fn what_an_earlier_version_left_open_in_its_second_tries_is_finished_when_it_is_carried_on_with_or_discarded() {
    for discards in [false, true] {
        let mut journey = to_the_pause();
        journey.close();
        // Versions until now kept a sitting open until its last second try.
        let history = rusqlite::Connection::open(journey.data().database()).expect("opens");
        history.execute("UPDATE sitting SET state = 'in_progress', finished_ms = NULL", []).expect("reopened");
        drop(history);
        journey.open(&[]);
        journey.assert_says("Practice · 5 of 5 answered");
        if discards {
            journey.click("Discard");
            journey.assert_says("Its score stands, and is kept in the history.");
        } else {
            journey.click("Continue");
            assert_eq!(journey.headings()[0], "4 of 5 right");
            journey.keys("Esc");
        }
        assert!(!journey.has_button("Continue"), "{}", journey.shown());
        journey.go("History");
        assert!(!journey.says("discarded"), "{}", journey.shown());
    }
}

#[test]
fn a_draft_that_was_never_confirmed_is_no_answer() {
    let mut journey = begin("Practice");
    let parts = journey.known().right;
    journey.enter(Hand::Mouse, parts);
    journey.kill();
    journey.open(&[]);
    journey.assert_says("Practice · 0 of 5 answered");
}

#[test]
fn the_bank_may_change_or_go_while_a_sitting_waits() {
    let mut journey = begin("Practice");
    let first = journey.prompt();
    journey.close();
    std::fs::remove_file(journey.path("five.ron")).expect("removed");
    journey.open(&[]);
    journey.wait_for("the file is not there any more");
    journey.click("Continue");
    assert_eq!(journey.prompt(), first);
    let parts = journey.known().right;
    journey.practise(parts);
    assert_eq!(journey.headings()[1], "That is right");
}

#[test]
fn a_sitting_that_was_given_up_can_be_taken_up_again() {
    let mut journey = begin("Practice");
    let parts = journey.known().right;
    journey.practise(parts);
    journey.keys("Esc");
    journey.click("Discard");
    assert!(!journey.has_button("Continue"));
    journey.click("Undo");
    journey.assert_says("Practice · 1 of 5 answered");
    journey.click("Continue");
    journey.assert_says("2 of 5");
}

#[test]
fn a_sitting_can_be_given_up() {
    let mut journey = begin("Practice");
    let parts = journey.known().right;
    journey.practise(parts);
    journey.keys("Esc");
    journey.click("Discard");
    assert!(!journey.has_button("Continue"));
    journey.assert_says("The quiz is discarded. Its answers stay in the history.");
    journey.go("History");
    journey.assert_says("discarded");
    journey.restart();
    assert!(!journey.has_button("Continue"));
}

#[test]
fn of_several_sittings_the_newest_is_offered_and_the_others_wait_in_the_history() {
    let mut journey = begin("Test");
    journey.keys("Esc");
    journey.world.pass_ms(60_000);
    journey.click("Practise: Five kinds");
    journey.click("Start practice: 5 questions");
    journey.keys("Esc");
    journey.assert_says("Practice · 0 of 5 answered");
    journey.assert_says("1 more unfinished quiz in History");
    journey.go("History");
    let waiting = journey.names().iter().filter(|name| name.starts_with("Five kinds: Continue")).count();
    assert_eq!(waiting, 2, "{}", journey.shown());
    let oldest = journey.names().into_iter().rfind(|name| name.starts_with("Five kinds: Continue")).expect("there");
    journey.click(&oldest);
    assert!(journey.has_button("Overview"), "the test is carried on:\n{}", journey.shown());
}

#[test]
fn the_set_up_offers_to_carry_on_and_to_begin_anew() {
    let mut journey = begin("Practice");
    let first_seed = journey.world.last_seed();
    journey.keys("Esc");
    journey.click("Practise: Five kinds");
    assert!(journey.has_button("Continue"));
    journey.click("Start practice: 5 questions");
    assert_eq!(journey.world.last_seed(), first_seed + 1);
}

/// A sitting of one question of every kind, drawn from the bank that `torus new` writes.
fn begin_every_kind(mode: &str) -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("my-first-bank-map.svg", MAP);
        journey.write_own("first.ron", EVERY_KIND);
    });
    let button = if mode == "Test" { "Test: My first bank" } else { "Practise: My first bank" };
    journey.wait_until("the bank is read", |journey| journey.has_button(button));
    journey.click(button);
    let start = journey.name_beginning(&format!("Start {}: ", mode.to_lowercase()));
    journey.click(&start);
    journey
}

/// Enters something for the question on the screen, whatever its kind.
fn enter_anything(journey: &mut Journey) {
    let kind = journey.app().model().play.as_ref().expect("a sitting").sitting.turn().item.question.kind();
    match kind {
        Kind::Number | Kind::Text | Kind::Calculated | Kind::Cloze => journey.type_text("12"),
        Kind::Match | Kind::Categorise => journey.keys("2, 1"),
        Kind::Order => journey.keys("3"),
        Kind::Recall => journey.keys("Enter"),
        Kind::Choice | Kind::Choices | Kind::TrueFalse | Kind::Hotspot => journey.keys("1"),
    }
}

/// Confirms an answer, and once more where it is told that a part is open.
fn confirm(journey: &mut Journey) {
    let is_rated = journey.find(Role::RadioButton, "I knew it").is_some();
    journey.keys(if is_rated { "1" } else { "Enter" });
    if journey.announced().iter().any(|words| words.contains("press Enter again")) {
        journey.keys("Enter");
    }
}

fn responses(journey: &Journey) -> Vec<Option<torus::sitting::Response>> {
    let sitting = &journey.app().model().play.as_ref().expect("a sitting").sitting;
    sitting.turns.iter().filter(|turn| turn.attempt == 1).map(|turn| turn.response.clone()).collect()
}

#[test]
fn every_kind_comes_back_in_a_test_as_it_was_answered_and_as_it_was_shown() {
    let mut journey = begin_every_kind("Test");
    let count = journey.app().model().play.as_ref().expect("a sitting").sitting.turns.len();
    let asked = Kind::ALL.into_iter().filter(|kind| Mode::Test.asks(*kind)).count();
    assert_eq!(count, asked, "one of each kind that a test asks");
    let mut shown = Vec::new();
    for _ in 0..count {
        enter_anything(&mut journey);
        journey.settle();
        shown.push(journey.standing_on_screen());
        confirm(&mut journey);
    }
    let before = responses(&journey);
    assert!(before.iter().all(Option::is_some), "{before:?}");
    journey.kill();
    journey.open(&[]);
    journey.click("Continue");
    assert_eq!(responses(&journey), before);
    journey.click("Overview");
    for (place, was_shown) in shown.iter().enumerate() {
        let row = journey.name_beginning(&format!("{}: ", place + 1));
        journey.click(&row);
        assert_eq!(&journey.standing_on_screen(), was_shown);
        journey.click("Overview");
    }
    assert_eq!(responses(&journey), before, "looking at answers changes none");
}

#[test]
fn every_kind_comes_back_in_a_practice() {
    let mut journey = begin_every_kind("Practice");
    for answered in 1..=12 {
        enter_anything(&mut journey);
        confirm(&mut journey);
        let before = responses(&journey);
        assert_eq!(before.iter().flatten().count(), answered, "{}", journey.shown());
        journey.kill();
        journey.open(&[]);
        assert_eq!(journey.has_button("Continue"), answered < 12, "{}", journey.shown());
        if answered < 12 {
            journey.click("Continue");
            assert_eq!(responses(&journey), before);
        }
    }
}

impl Journey {
    /// What can be used on the screen, and whether it is picked or what stands in it; bars and hints left out.
    fn standing_on_screen(&self) -> Vec<String> {
        let is_part = |role| {
            matches!(role, Role::RadioButton | Role::CheckBox | Role::ListItem | Role::TextInput | Role::ComboBox)
        };
        let nodes = self.nodes();
        let parts = nodes.iter().filter(|node| is_part(node.accesskit_node().role()));
        parts
            .map(|node| {
                format!("{} {:?} {:?}", crate::sight::name_of(node), node.accesskit_node().toggled(), node.value())
            })
            .collect()
    }

    /// Whether the question on the screen shows this as the answer given.
    fn field_or_picked(&self, part: &str) -> bool {
        match self.known().kind {
            "number" => self.field(crate::player::NUMBER_FIELD) == part,
            "text" => self.field(crate::player::TEXT_FIELD) == part,
            "choices" => self.is_picked(Role::CheckBox, part),
            _ => self.is_picked(Role::RadioButton, part),
        }
    }
}

//! Notices over the page: how long they stay, and what takes them away.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

/// A window that has just told that a table was saved.
fn told() -> Journey {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.keys("Enter, 1, Enter, Esc");
    journey.go("History");
    journey.world.chooses_place(&journey.path("responses.csv"));
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 1 row to");
    journey
}

#[test]
fn what_was_told_goes_by_itself_after_a_while() {
    let mut journey = told();
    journey.pass_ms(5_000);
    journey.assert_says("Saved 1 row to");
    journey.pass_ms(15_000);
    journey.assert_silent("Saved 1 row to");
}

#[test]
fn what_was_told_goes_when_another_page_is_shown() {
    let mut journey = told();
    journey.go("Library");
    journey.assert_silent("Saved 1 row to");
}

#[test]
fn what_was_told_stays_while_the_pointer_is_on_it() {
    let mut journey = told();
    let close = journey.get(Role::Button, "Close this notice").rect().center();
    journey.harness_mut().event(egui::Event::PointerMoved(close));
    journey.settle();
    for _ in 0..20 {
        journey.pass_ms(2_000);
    }
    journey.assert_says("Saved 1 row to");
    journey.harness_mut().event(egui::Event::PointerMoved(egui::pos2(300.0, 300.0)));
    journey.settle();
    journey.pass_ms(4_000);
    journey.assert_silent("Saved 1 row to");
}

#[test]
fn a_notice_moves_nothing_on_the_page() {
    let journey = told();
    let heading = journey.get(Role::Heading, "History").rect();
    let mut plain = told();
    plain.click("Close this notice");
    assert_eq!(plain.get(Role::Heading, "History").rect(), heading);
}

#[test]
fn what_could_not_be_saved_is_told_until_it_could() {
    let mut journey = told();
    // A folder cannot be written as a file.
    std::fs::create_dir(journey.path("folder.csv")).expect("made");
    journey.world.chooses_place(&journey.path("folder.csv"));
    journey.click("Export answers (CSV)…");
    journey.wait_for("could not be saved");
    journey.pass_ms(60_000);
    journey.assert_says("could not be saved");
    journey.world.chooses_place(&journey.path("responses.csv"));
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 1 row to");
    journey.assert_silent("could not be saved");
}

#[test]
fn a_warning_that_nobody_can_have_read_stays_on_the_next_page() {
    let mut journey = told();
    std::fs::create_dir(journey.path("folder.csv")).expect("made");
    journey.world.chooses_place(&journey.path("folder.csv"));
    journey.click("Export answers (CSV)…");
    journey.wait_for("could not be saved");
    journey.go("Library");
    journey.assert_says("could not be saved");
    journey.pass_ms(7_000);
    journey.go("History");
    journey.assert_silent("could not be saved");
}

#[test]
fn a_notice_that_stays_is_not_said_again_when_another_goes() {
    let mut journey = told();
    std::fs::create_dir(journey.path("folder.csv")).expect("made");
    journey.world.chooses_place(&journey.path("folder.csv"));
    journey.click("Export answers (CSV)…");
    journey.wait_for("could not be saved");
    let id = |journey: &Journey| {
        let nodes = journey.nodes();
        let shown =
            |node: &&egui_kittest::Node<'_>| node.value().is_some_and(|words| words.contains("could not be saved"));
        nodes.iter().find(shown).map(|node| node.accesskit_node().id()).expect("the notice")
    };
    let before = id(&journey);
    journey.pass_ms(20_000);
    journey.assert_silent("Saved 1 row to");
    assert_eq!(id(&journey), before, "it would be taken for a new one");
}

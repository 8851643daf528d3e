//! A bank that goes to another program.

use crate::banks::FIVE_KINDS;
use crate::journey::Journey;
use egui::accesskit::Role;

fn export_page() -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", FIVE_KINDS);
    });
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Five kinds"));
    journey.choose("Five kinds", "Export for another program…");
    journey.wait_for("2 of 5 questions arrive.");
    journey
}

#[test]
fn what_is_lost_is_told_by_kind_before_anything_is_saved() {
    let mut journey = export_page();
    assert_eq!(journey.headings()[0], "Export for another program");
    journey.assert_says("left out");
    journey.assert_says("3 questions");
    journey.assert_says("It cannot be converted: it is no choice.");
    journey.assert_says("Torus has no place for the explanation.");
    let show = journey.name_beginning("Show 3 questions, left out: ");
    journey.click(&show);
    journey.click("Which of these are tokamaks?");
    journey.wait_until("the page of the bank shows", |journey| {
        journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
    });
    assert!(journey.headings().contains(&"Which of these are tokamaks?".to_owned()), "{}", journey.shown());
}

#[test]
fn the_bank_is_saved_for_the_program_that_is_chosen() {
    let mut journey = export_page();
    journey.click_on(Role::RadioButton, "Export for: GIFT");
    journey.wait_for("2 of 5 questions arrive.");
    let path = journey.path("five.gift");
    journey.world.chooses_place(&path);
    journey.keys("Enter");
    journey.wait_for("Saved ");
    let asked = journey.world.asked_places();
    assert_eq!(asked.last().map(|(_, name)| name.as_str()), Some("five-kinds.gift"));
    assert!(std::fs::read_to_string(&path).expect("saved").starts_with("GIFT\n"));
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn a_dialog_that_is_cancelled_saves_nothing_and_a_place_that_cannot_be_written_is_told() {
    let mut journey = export_page();
    journey.click("Save as…");
    journey.assert_silent("Saved ");
    let file = journey.write("file", "no folder");
    journey.world.chooses_place(&file.join("five.xml"));
    journey.click("Save as…");
    journey.wait_for("could not be saved");
}

//! The ways by which banks come into the library and go again.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use egui::accesskit::Role;

fn is_set_up(journey: &Journey) -> bool {
    journey.headings().first().is_some_and(|title| title == "Five kinds")
}

#[test]
fn a_bank_is_added_by_the_dialog_and_stays() {
    let mut journey = Journey::begin();
    let path = journey.write("five.ron", FIVE_KINDS);
    journey.world.chooses_banks(&[path]);
    journey.click("Add a bank");
    journey.wait_until("its set-up shows", is_set_up);
    journey.restart();
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Five kinds"));
}

#[test]
fn several_banks_are_added_at_once_and_the_first_is_shown() {
    let mut journey = Journey::begin();
    let paths = [journey.write("five.ron", FIVE_KINDS), journey.write("more.ron", &truths("more", 2))];
    journey.world.chooses_banks(&paths);
    journey.click("Add a bank");
    journey.wait_until("its set-up shows", is_set_up);
    journey.go("Library");
    journey.wait_until("the other is read", |journey| journey.has_button("Practise: Truths of more"));
}

#[test]
fn a_dialog_that_is_cancelled_changes_nothing() {
    let mut journey = Journey::begin();
    let before = journey.names();
    journey.click("Add a bank");
    assert_eq!(journey.names(), before);
}

#[test]
fn a_bank_is_added_by_dropping_it_on_the_window() {
    let mut journey = Journey::begin();
    let path = journey.write("five.ron", FIVE_KINDS);
    journey.drop_file(&path);
    journey.wait_until("its set-up shows", is_set_up);
}

#[test]
fn a_bank_dropped_during_a_sitting_waits_in_the_library() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("first", 2))]);
    journey.keys("Enter");
    let prompt = journey.prompt();
    let path = journey.write("five.ron", FIVE_KINDS);
    journey.drop_file(&path);
    // Reading goes on behind; the question stays on the screen, with its answer under way.
    journey.keys("1");
    journey
        .wait_until("it is read", |journey| journey.app().model().banks.iter().any(|bank| &*bank.id == "five-kinds"));
    assert_eq!(journey.prompt(), prompt);
    assert!(journey.is_picked(Role::RadioButton, "True"));
    journey.keys("Enter, Esc");
    assert!(journey.has_button("Practise: Five kinds"));
    journey.pass_ms(1_000);
    assert_eq!(journey.headings()[0], "Library", "no set-up jumps in later");
}

#[test]
fn a_path_is_asked_for_where_no_dialog_answers() {
    let mut journey = Journey::begin();
    let path = journey.write("five.ron", FIVE_KINDS);
    journey.world.shows_no_dialogs();
    journey.keys("Ctrl O");
    journey.assert_says("This desktop shows no dialog for files.");
    assert_eq!(journey.focus(), Some((Role::TextInput, "Path of a .ron file".to_owned())));
    assert!(!journey.is_enabled(Role::Button, "Add"));
    journey.type_text(path.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_until("its set-up shows", is_set_up);
}

#[test]
fn the_path_field_is_left_by_escape_and_by_its_button() {
    let mut journey = Journey::begin();
    journey.world.shows_no_dialogs();
    for leave in [|journey: &mut Journey| journey.keys("Esc"), |journey: &mut Journey| journey.click("Cancel")] {
        journey.click("Add a bank");
        journey.type_text("/nowhere");
        leave(&mut journey);
        assert!(journey.find(Role::TextInput, "Path of a .ron file").is_none());
        assert_eq!(journey.headings()[0], "Library");
    }
}

#[test]
fn a_path_that_leads_nowhere_shows_as_a_card() {
    let mut journey = Journey::begin();
    journey.world.shows_no_dialogs();
    journey.click("Add a bank");
    journey.type_text("/nowhere/at-all.ron");
    journey.click("Add");
    journey.wait_for("the file is not there any more");
    assert!(journey.headings().contains(&"at-all.ron".to_owned()));
    journey.click("Remove at-all.ron");
    journey.assert_silent("at-all.ron");
}

#[test]
fn banks_in_the_data_folder_are_in_the_library_and_folders_below_too() {
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("five.ron", FIVE_KINDS);
        std::fs::create_dir(journey.data().quizzes().join("class")).expect("made");
        journey.write_own("class/more.ron", &truths("more", 2));
        journey.write_own("notes.txt", "no bank");
    });
    for title in ["Five kinds", "Truths of more"] {
        journey.wait_until("it is read", |journey| journey.has_button(&format!("Practise: {title}")));
        assert!(!journey.has_button(&format!("Remove {title}")), "a file of the folder cannot be taken out");
    }
    journey.assert_silent("notes.txt");
}

#[test]
fn a_bank_that_is_removed_stays_on_the_disk_and_out_of_the_library() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.go("Library");
    journey.click("Remove Five kinds");
    assert!(!journey.has_button("Practise: Five kinds"));
    assert!(journey.path("five.ron").exists());
    journey.restart();
    journey.pass_ms(10);
    assert!(!journey.has_button("Practise: Five kinds"));
}

#[test]
fn banks_named_at_the_start_join_the_library_and_the_first_is_shown() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS), ("more.ron", &truths("more", 2))]);
    assert!(is_set_up(&journey), "in the very first frame");
    journey.go("Library");
    assert!(journey.has_button("Practise: Truths of more"));
    journey.restart();
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Truths of more"));
    assert_eq!(journey.headings()[0], "Library");
}

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
fn a_path_that_leads_nowhere_is_told_where_it_was_typed_and_nothing_is_added() {
    let mut journey = Journey::begin();
    journey.world.shows_no_dialogs();
    journey.click("Add a bank");
    journey.type_text("/nowhere/at-all.ron");
    journey.click("Add");
    journey.wait_for("There is no such file.");
    assert_eq!(journey.field("Path of a .ron file"), "/nowhere/at-all.ron", "the dialog stays, with what was typed");
    journey.keys("Backspace");
    journey.assert_silent("There is no such file.");
    journey.keys("Esc");
    journey.assert_silent("at-all.ron");
    journey.restart();
    journey.assert_silent("at-all.ron");
}

#[test]
fn a_mistyped_path_offers_the_file_that_is_meant() {
    let mut journey = Journey::begin();
    let path = journey.write("banks/five.ron", FIVE_KINDS);
    journey.write("banks/notes.ron", FIVE_KINDS);
    journey.world.shows_no_dialogs();
    journey.click("Add a bank");
    journey.type_text(path.with_file_name("fiev.ron").to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_for("Nearest in that folder:");
    journey.click("Take five.ron instead");
    assert_eq!(journey.field("Path of a .ron file"), path.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_until("its set-up shows", is_set_up);
}

#[test]
fn a_folder_whose_path_is_typed_is_told_where_it_was_typed() {
    let mut journey = Journey::begin();
    let folder = journey.path("folder");
    std::fs::create_dir(&folder).expect("made");
    journey.world.shows_no_dialogs();
    journey.click("Add a bank");
    journey.type_text(folder.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_for("This is a folder, not a file: choose a .ron file.");
    assert!(journey.find(Role::TextInput, "Path of a .ron file").is_some());
}

#[test]
fn a_file_named_at_the_start_that_is_not_there_is_told_and_not_added() {
    let mut journey = Journey::begin_with(|_| {});
    journey.close();
    let path = journey.path("gone.ron");
    journey.open(&[path]);
    journey.assert_says("gone.ron was not added: there is no such file.");
    journey.restart();
    journey.assert_silent("gone.ron");
}

/// One of its questions can be asked, two cannot.
fn one_of_three() -> String {
    "Bank(format: 1, id: \"energy\", title: \"Energy\", questions: [\n\
     Question(id: \"sun\", prompt: \"Is the sun hot?\", answer: TrueFalse(true)),\n\
     Question(id: \"kettle\", prompt: \" \", answer: TrueFalse(true)),\n\
     Question(id: \"unit\", prompt: \"Which?\", answer: Choice(correct: \"J\", distracters: [\"W\"])),\n])"
        .to_owned()
}

#[test]
fn adding_a_bank_with_faults_tells_what_was_left_out_and_where() {
    let mut journey = Journey::begin();
    let path = journey.write("energy.ron", &one_of_three());
    journey.world.chooses_banks(&[path]);
    journey.click("Add a bank");
    journey.wait_for("Energy was added: 1 of 3 questions can be asked");
    assert_eq!(journey.headings()[0], "Library");
    journey.assert_says("3:");
    journey.assert_says("“kettle”: the prompt is blank");
    journey.assert_says("did you mean `distractors`?");
    journey.click("Practise what is left of Energy");
    assert!(journey.has_button("Start practice: 1 question"));
    journey.go("Library");
    journey.assert_silent("Energy was added");
}

#[test]
fn a_bank_with_faults_is_mended_by_one_key_and_the_card_follows_the_file() {
    let mut journey = Journey::begin();
    let path = journey.write("energy.ron", &one_of_three());
    journey.world.chooses_banks(std::slice::from_ref(&path));
    journey.click("Add a bank");
    journey.wait_for("Energy was added: 1 of 3 questions can be asked");
    journey.write("energy.ron", &one_of_three().replace("distracters", "distractors"));
    journey.choose("Energy", "Reload");
    journey.wait_for("Energy was added: 2 of 3 questions can be asked");
    journey.keys("Enter");
    journey.wait_for("the prompt is blank");
    assert!(journey.has_button("Reload"), "the page of the bank:\n{}", journey.shown());
}

#[test]
fn a_file_that_is_no_bank_is_told_at_the_top_of_the_library() {
    let mut journey = Journey::begin();
    let path = journey.write("broken.ron", "Bank(\n    format: 1,\n    id: \"x\" title\n)");
    journey.drop_file(&path);
    journey.wait_for("broken.ron was added, but cannot be played yet");
    let banner = journey.get(Role::Heading, "broken.ron was added, but cannot be played yet").rect();
    assert!(banner.top() < 250.0, "{banner:?}");
    assert!(!journey.has_button("Practise what is left of broken.ron"));
}

#[test]
fn a_bank_that_was_removed_comes_back_where_it_was_by_undo() {
    for undo in [|journey: &mut Journey| journey.click("Undo"), |journey: &mut Journey| journey.keys("Ctrl Z")] {
        let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS), ("more.ron", &truths("more", 2))]);
        journey.go("Library");
        journey.choose("Five kinds", "Remove from the library");
        journey.assert_says("Five kinds was removed from the library. The file is still there.");
        undo(&mut journey);
        assert!(journey.has_button("Practise: Five kinds"));
        journey.assert_silent("was removed");
        journey.restart();
        journey.wait_until("both are read", |journey| {
            journey.has_button("Practise: Five kinds") && journey.has_button("Practise: Truths of more")
        });
        let cards: Vec<String> = journey.headings();
        let place = |title: &str| cards.iter().position(|card| card == title).expect("a card");
        assert!(place("Five kinds") < place("Truths of more"), "{cards:?}");
    }
}

#[test]
fn a_removal_can_be_undone_for_a_while_and_not_for_ever() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.go("Library");
    journey.choose("Five kinds", "Remove from the library");
    journey.go("History");
    assert!(journey.has_button("Undo"), "another page takes nothing away");
    journey.pass_ms(19_000);
    assert!(journey.has_button("Undo"));
    journey.pass_ms(2_000);
    assert!(!journey.has_button("Undo"));
    journey.keys("Ctrl Z");
    assert!(!journey.has_button("Practise: Five kinds"));
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
        assert!(!journey.can_choose(title, "Remove from the library"), "a file of the folder cannot be taken out");
    }
    journey.assert_silent("notes.txt");
}

#[test]
fn a_bank_that_is_removed_stays_on_the_disk_and_out_of_the_library() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    journey.go("Library");
    journey.choose("Five kinds", "Remove from the library");
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

//! Banks that are edited on the disk while the window is open: the window follows, and nobody is disturbed.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use crate::player::{Hand, NUMBER_FIELD};
use egui::accesskit::Role;
use std::fs;
use std::path::Path;

/// A window that notices changes, with these files in the data folder's `quizzes/`, all read.
fn watching(files: &[(&str, &str)]) -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        journey.world.watches_files();
        for (name, text) in files {
            journey.write_own(name, text);
        }
    });
    journey.wait_until("all files are read", |journey| journey.own_cards() == files.len());
    journey
}

/// Writes as careful editors do: beside the file, then renames.
fn write_beside(path: &Path, text: &str) {
    let beside = path.with_extension("tmp");
    fs::write(&beside, text).expect("written");
    fs::rename(beside, path).expect("renamed");
}

/// Writes as vim does: moves the old file aside, writes a new one, removes the old one.
fn write_anew(path: &Path, text: &str) {
    let aside = path.with_extension("ron~");
    fs::rename(path, &aside).expect("moved");
    fs::write(path, text).expect("written");
    fs::remove_file(aside).expect("removed");
}

#[test]
fn the_library_follows_a_file_however_it_is_written() {
    let mut journey = watching(&[("five.ron", FIVE_KINDS)]);
    let path = journey.data().quizzes().join("five.ron");
    let title = |name: &str| FIVE_KINDS.replace("title: \"Five kinds\"", &format!("title: \"{name}\""));
    fs::write(&path, title("In place")).expect("written");
    journey.wait_for("Practise: In place");
    write_beside(&path, &title("Renamed"));
    journey.wait_for("Practise: Renamed");
    write_anew(&path, &title("Moved aside"));
    journey.wait_for("Practise: Moved aside");
    write_beside(&path, &title("Renamed again"));
    journey.wait_for("Practise: Renamed again");
}

#[test]
fn a_bank_beside_the_data_folder_is_followed_too() {
    let mut journey = Journey::begin_with(|journey| journey.world.watches_files());
    let path = journey.write("far/away.ron", &truths("far", 1));
    journey.drop_file(&path);
    journey.wait_until("it is read", |journey| journey.says("Truths of far"));
    journey.go("Library");
    write_beside(&path, &truths("farther", 2));
    journey.wait_for("Practise: Truths of farther");
    fs::remove_file(&path).expect("removed");
    journey.wait_for("the file is not there any more");
    fs::write(&path, truths("far", 3)).expect("written");
    journey.wait_for("Practise: Truths of far");
    journey.assert_silent("the file is not there any more");
}

#[test]
fn banks_that_come_to_the_data_folder_or_go_need_no_restart() {
    let mut journey = watching(&[("b.ron", &truths("b", 1))]);
    let a = journey.write_own("a.ron", &truths("a", 1));
    journey.wait_for("Practise: Truths of a");
    let order: Vec<String> = journey.names().into_iter().filter(|name| name.starts_with("Practise: Truths")).collect();
    assert_eq!(order, ["Practise: Truths of a", "Practise: Truths of b"], "as a start finds them");
    fs::remove_file(&a).expect("removed");
    journey.wait_until("it is gone", |journey| !journey.says("Truths of a"));
    journey.assert_silent("the file is not there any more");
    journey.write_own("a.ron", &truths("a", 2));
    journey.wait_for("Practise: Truths of a");
}

#[test]
fn a_bank_that_breaks_says_so_and_plays_as_soon_as_it_is_mended() {
    let mut journey = watching(&[("five.ron", FIVE_KINDS)]);
    journey.write_own("five.ron", &FIVE_KINDS[..FIVE_KINDS.len() / 2]);
    journey.wait_for("problem");
    journey.write_own("five.ron", "Bank(");
    journey.wait_until("the card is faulty", |journey| journey.headings().contains(&"five.ron".to_owned()));
    journey.write_own("five.ron", FIVE_KINDS);
    journey.wait_until("it plays", |journey| journey.has_button("Practise: Five kinds"));
    assert!(!journey.headings().contains(&"five.ron".to_owned()));
}

#[test]
fn a_sitting_under_way_is_not_disturbed() {
    let mut journey = watching(&[("five.ron", FIVE_KINDS)]);
    journey.click("Practise: Five kinds");
    journey.click("Start practice: 5 questions");
    while journey.known().id != "energy" {
        journey.click("Skip");
    }
    journey.click_on(Role::TextInput, NUMBER_FIELD);
    journey.type_text("59");
    let (shown, focus) = (journey.shown(), journey.focus());
    let other = FIVE_KINDS.replace("How much energy did JET give off", "How much did JET give").replace("59", "60");
    for text in [other.as_str(), "Bank(", ""] {
        journey.write_own("five.ron", text);
        let marker = format!("m{}", text.len());
        journey.write_own("marker.ron", &truths(&marker, 1));
        journey.wait_until("the change is read", |journey| journey.app().model().bank(&marker).is_some());
        // Files are read one after the other, so the bank itself was read before or is read by the next round.
        assert_eq!((journey.shown(), journey.focus()), (shown.clone(), focus.clone()));
        assert_eq!(journey.field(NUMBER_FIELD), "59");
    }
    journey.type_text(" MJ");
    journey.go_on(Hand::Keys, "Check");
    journey.assert_says("That is right");
    // The sitting also keeps the sources that it began with.
    journey.keys("Enter");
    while journey.known().id != "gas" {
        journey.click("Skip");
    }
    journey.practise(&["Deuterium"]);
    journey.assert_says("A book of rings");
}

#[test]
fn where_nothing_can_be_watched_it_is_told_once_and_reading_again_helps() {
    let mut journey = Journey::begin_with(|journey| {
        journey.world.refuses_to_watch();
        journey.write_own("five.ron", FIVE_KINDS);
    });
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Five kinds"));
    let told = |journey: &Journey| journey.names().iter().filter(|name| name.contains("cannot notice")).count();
    assert_eq!(told(&journey), 1);
    journey.assert_says("the computer is tired");
    journey.write_own("five.ron", &FIVE_KINDS.replace("title: \"Five kinds\"", "title: \"Mended\""));
    journey.choose("Five kinds", "Reload");
    journey.wait_until("it is read again", |journey| journey.has_button("Practise: Mended"));
}

#[test]
fn the_page_of_a_bank_follows_its_file_and_keeps_what_is_selected_and_typed() {
    let mut journey = watching(&[("five.ron", FIVE_KINDS)]);
    journey.choose("Five kinds", "Preview and check");
    journey.wait_for("no problems");
    let energy = "How much energy did JET give off in its pulse of December 2021?";
    journey.click_on(Role::ListBoxOption, &format!("{energy}, Number"));
    journey.click_on(Role::TextInput, NUMBER_FIELD);
    journey.type_text("42");
    let path = journey.data().quizzes().join("five.ron");
    // Another question gets a blank prompt and one more is put before all: the selected one is the same.
    let edited = FIVE_KINDS.replace("prompt: \"JET stood at Culham.\"", "prompt: \"\"").replace(
        "questions: [",
        "questions: [ Question(id: \"new\", prompt: \"What is new?\", answer: Text(accept: [\"it\"])),",
    );
    write_anew(&path, &edited);
    journey.wait_for("1 error");
    assert_eq!(journey.field(NUMBER_FIELD), "42");
    assert_eq!(journey.focus(), Some((Role::TextInput, NUMBER_FIELD.to_owned())));
    journey.assert_says("the prompt is blank: write one");
    fs::remove_file(&path).expect("removed");
    journey.wait_for("the file is not there any more");
    write_beside(&journey.data().quizzes().join("five.ron"), FIVE_KINDS);
    journey.wait_for("no problems");
}

#[test]
fn the_set_up_counts_anew_when_the_file_changes() {
    let mut journey = watching(&[("truths.ron", &truths("a", 2))]);
    journey.click("Practise: Truths of a");
    assert!(journey.has_button("Start practice: 2 questions"));
    journey.write_own("truths.ron", &truths("a", 1));
    journey.wait_until("it counts anew", |journey| journey.has_button("Start practice: 1 question"));
    journey.keys("Enter");
    journey.assert_says("1 of 1");
}

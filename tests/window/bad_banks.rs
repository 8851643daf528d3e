//! Banks that cannot be played, or not whole: each says what is wrong, where, and what to do; the rest goes on.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use egui::accesskit::Role;
use torus::bank::shipped;

/// The library with these files in the data folder's `quizzes/`, all read.
fn library(files: &[(&str, &str)]) -> Journey {
    let mut journey = Journey::begin_with(|journey| {
        for (name, text) in files {
            journey.write_own(name, text);
        }
    });
    journey.wait_until("all files are read", |journey| journey.own_cards() == files.len());
    journey
}

#[test]
fn a_syntax_error_is_shown_with_file_line_and_column_and_the_rest_plays() {
    let mut journey =
        library(&[("broken.ron", "Bank(\n    format: 1,\n    id: \"x\" title\n)"), ("good.ron", FIVE_KINDS)]);
    assert!(journey.headings().contains(&"broken.ron".to_owned()));
    journey.assert_says("line 3, column 13: ");
    journey.assert_says("quizzes/broken.ron");
    journey.click("Practise: Five kinds");
    assert!(journey.has_button("Start practice: 5 questions"));
}

#[test]
fn a_file_that_was_mended_plays_after_reading_it_again() {
    let mut journey = library(&[("broken.ron", "Bank(")]);
    journey.write_own("broken.ron", FIVE_KINDS);
    journey.choose("broken.ron", "Reload");
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Five kinds"));
    assert!(!journey.headings().contains(&"broken.ron".to_owned()));
}

/// Follows the one problem that a card names to the page of the bank.
fn see_problem(journey: &mut Journey, title: &str) {
    journey.tab_to(Role::Button, &format!("See 1 problem: {title}"));
    journey.keys("Enter");
    journey.wait_until("it is looked over", |journey| {
        journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
    });
    journey.settle();
}

#[test]
fn one_bad_question_is_left_out_and_named_and_the_rest_plays() {
    let bad = FIVE_KINDS.replace("correct: [\"JET\", \"ITER\"]", "correct: []");
    let mut journey = library(&[("five.ron", &bad)]);
    journey.assert_says("4 questions  ·  not started");
    journey.assert_says("1 problem");
    see_problem(&mut journey, "Five kinds");
    let line = 1 + bad.lines().position(|line| line.contains("correct: []")).expect("there");
    journey.assert_says(&format!("line {line}, column"));
    journey.assert_says("question “machines”");
    journey.assert_says("no option is marked as correct");
    assert_eq!(journey.focus(), Some((Role::ListBox, "Problems".to_owned())));
    journey.keys("Esc");
    journey.assert_silent("question “machines”");
    journey.click("Practise: Five kinds");
    journey.click("Start practice: 4 questions");
}

#[test]
fn a_bank_whose_every_question_is_bad_shows_why_and_cannot_be_played() {
    let text = "Bank(format: 1, id: \"b\", title: \"Bad\", questions: [\n\
        Question(id: \"q\", prompt: \" \", answer: TrueFalse(true)),\n])";
    let mut journey = library(&[("bad.ron", text)]);
    assert!(!journey.is_enabled(Role::Button, "Practise: Bad"));
    see_problem(&mut journey, "Bad");
    journey.assert_says("question “q”");
    journey.assert_says("the prompt is blank");
}

#[test]
fn a_misspelt_field_is_named_with_a_suggestion() {
    let mut journey = library(&[("five.ron", &FIVE_KINDS.replacen("distractors", "distracters", 1))]);
    see_problem(&mut journey, "Five kinds");
    journey.assert_says("did you mean `distractors`?");
}

#[test]
fn a_bank_of_a_newer_format_says_so() {
    let journey = library(&[("new.ron", &FIVE_KINDS.replace("format: 1", "format: 2"))]);
    journey.assert_says("made by a newer Torus");
    assert!(!journey.has_button("Practise: Five kinds"));
}

#[test]
fn what_is_no_text_or_no_file_gets_a_message_and_the_window_lives_on() {
    let mut journey = Journey::begin_with(|journey| {
        std::fs::write(journey.data().quizzes().join("bytes.ron"), b"Bank(\n  \xFF").expect("written");
        let deep = "[".repeat(100_000);
        journey.write_own("deep.ron", &deep);
        journey.write_own("empty.ron", "");
        journey.write_own("good.ron", &truths("good", 1));
    });
    journey.wait_until("all are read", |journey| journey.has_button("Practise: Truths of good"));
    for name in ["bytes.ron", "deep.ron", "empty.ron"] {
        assert!(journey.headings().contains(&name.to_owned()), "no card of {name}:\n{}", journey.shown());
    }
    journey.assert_says("line 2, column 3: the file is not UTF-8 text");
    let folder = journey.path("folder.ron");
    std::fs::create_dir(&folder).expect("made");
    journey.drop_file(&folder);
    journey.wait_for("this is a folder, not a file");
    journey.click("Practise: Truths of good");
    assert!(journey.has_button("Start practice: 1 question"));
}

#[test]
fn a_file_that_is_gone_keeps_its_history_and_can_be_located() {
    let mut journey = Journey::begin_named(&[("old/truths.ron", &truths("gone", 1))]);
    journey.keys("Enter, 1, Enter, Enter");
    assert_eq!(journey.headings()[0], "You got it right.");
    journey.close();
    std::fs::rename(journey.path("old"), journey.path("new")).expect("moved");
    journey.open(&[]);
    journey.wait_for("the file is not there any more");
    journey.go("History");
    journey.assert_says("Truths of gone: 100 %");
    journey.go("Library");
    journey.world.chooses_banks(&[journey.path("new/truths.ron")]);
    journey.click("Find the file truths.ron");
    journey.wait_until("it is read", |journey| journey.says("Truths of gone"));
    journey.go("Library");
    journey.assert_silent("the file is not there any more");
    journey.assert_says("Truths of gone: last answered right: 100 %");
}

#[test]
fn a_file_that_is_gone_can_be_located_by_its_path_where_no_dialog_answers() {
    let mut journey = Journey::begin_named(&[("old/truths.ron", &truths("gone", 1))]);
    journey.close();
    std::fs::rename(journey.path("old"), journey.path("new")).expect("moved");
    journey.open(&[]);
    journey.wait_for("the file is not there any more");
    journey.world.shows_no_dialogs();
    journey.click("Find the file truths.ron");
    let path = journey.path("new/truths.ron");
    journey.type_text(path.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_until("it is read", |journey| journey.says("Truths of gone"));
    journey.go("Library");
    journey.assert_silent("the file is not there any more");
}

#[test]
fn giving_up_to_locate_a_file_leaves_its_card_alone_when_another_bank_is_added() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("gone", 1))]);
    journey.close();
    std::fs::remove_file(journey.path("truths.ron")).expect("removed");
    journey.open(&[]);
    journey.wait_for("the file is not there any more");
    journey.world.shows_no_dialogs();
    journey.click("Find the file truths.ron");
    journey.keys("Esc");
    let other = journey.write("five.ron", FIVE_KINDS);
    journey.world.chooses_banks(&[other]);
    journey.click("Add a bank");
    journey.wait_for("One question of every kind");
    journey.go("Library");
    journey.assert_says("the file is not there any more");
}

#[test]
fn a_file_dropped_after_giving_up_to_locate_another_does_not_take_its_place() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("gone", 1))]);
    journey.close();
    std::fs::remove_file(journey.path("truths.ron")).expect("removed");
    journey.open(&[]);
    journey.wait_for("the file is not there any more");
    journey.click("Find the file truths.ron");
    let other = journey.write("five.ron", FIVE_KINDS);
    journey.drop_file(&other);
    journey.wait_for("One question of every kind");
    journey.go("Library");
    journey.assert_says("the file is not there any more");
}

#[test]
fn of_two_files_with_one_id_the_first_plays_and_the_second_names_both() {
    let journey = library(&[("a.ron", &truths("twin", 1)), ("b.ron", &truths("twin", 2))]);
    journey.assert_says("1 question  ·  not started");
    journey.assert_says("it has the same id “twin” as ");
    let card = journey.names().into_iter().find(|name| name.contains("same id")).expect("there");
    assert!(card.contains("a.ron"), "{card}");
    assert!(journey.headings().contains(&"b.ron".to_owned()));
}

#[test]
fn a_file_with_the_id_of_a_shipped_bank_takes_its_place() {
    let shipped = &shipped()[0];
    let title = |text: &str| {
        let start = text.find("title: \"").expect("a title") + 8;
        text[start..].split('"').next().expect("its end").to_owned()
    };
    let own = shipped.text.replacen(&title(shipped.text), "My own edition", 1);
    let mut journey = library(&[("mine.ron", &own)]);
    assert!(journey.has_button("Practise: My own edition"));
    assert!(!journey.has_button(&format!("Practise: {}", title(shipped.text))));
    journey.close();
    std::fs::remove_file(journey.data().quizzes().join("mine.ron")).expect("removed");
    journey.open(&[]);
    assert!(journey.has_button(&format!("Practise: {}", title(shipped.text))));
}

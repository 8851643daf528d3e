//! Other programs' questions, from the file to the bank that is played.

use crate::exchanged::RIVERS;
use crate::journey::Journey;
use crate::sight::name_of;
use egui::Event;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use std::path::{Path, PathBuf};
use torus::bank::{Answer, Bank, Quietly, check};

/// The page with this text read from a file.
fn imported(text: &str) -> Journey {
    let mut journey = Journey::begin();
    let path = journey.write("rivers.lines", text);
    journey.drop_file(&path);
    journey.wait_for("Import: rivers.lines");
    journey
}

impl Journey {
    /// Puts a text on the clipboard and pastes it.
    fn paste(&mut self, text: &str) {
        self.harness_mut().event(Event::Paste(text.to_owned()));
        self.settle();
    }

    /// Shows a part of the page for questions that come in.
    fn show_part(&mut self, part: &str) {
        self.click_on(Role::RadioButton, &format!("Show: {part}"));
    }

    /// Saves what was imported, and reads it from the disk.
    fn save_import(&mut self, path: &Path) -> Bank {
        self.world.chooses_place(path);
        let save = self.name_beginning("Save as bank: ");
        self.click(&save);
        self.wait_until("the page of the bank shows", |journey| {
            journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
        });
        bank_at(path)
    }
}

fn bank_at(path: &Path) -> Bank {
    let text = std::fs::read_to_string(path).expect("saved");
    let errors = check(&text, &Quietly);
    let errors = errors.iter().filter(|one| one.severity() == torus::bank::Severity::Error).count();
    assert_eq!(errors, 0, "{text}");
    torus::bank::read(&text, &Quietly).bank.expect("a bank")
}

fn rows(journey: &Journey) -> Vec<String> {
    let nodes = journey.nodes();
    nodes.iter().filter(|node| node.accesskit_node().role() == Role::ListBoxOption).map(name_of).collect()
}

fn row(journey: &Journey, beginning: &str) -> String {
    rows(journey).into_iter().find(|row| row.starts_with(beginning)).unwrap_or_else(|| panic!("{:?}", rows(journey)))
}

#[test]
fn a_file_is_read_a_question_left_off_and_the_rest_saved_and_played() {
    let mut journey = Journey::begin();
    let path = journey.write("rivers.lines", RIVERS);
    journey.world.chooses_questions(&path);
    journey.click("Import questions…");
    journey.assert_says("before anything is written");
    journey.click("Choose a file…");
    journey.wait_for("6 questions: 4 can be made, 2 are left out");
    let ob = row(&journey, "The Ob flows north.");
    journey.click_on(Role::ListBoxOption, &ob);
    journey.click_on(Role::CheckBox, "In the bank");
    journey.assert_says("6 questions: 4 can be made, 2 are left out, 1 not taken");
    assert!(row(&journey, "The Ob flows north.").ends_with(", not taken"));
    journey.show_part("Bank");
    journey.type_into("Title of the bank", "Rivers");
    journey.click_on(Role::RadioButton, "Topics: One topic");
    journey.type_into("Topic of all questions", "Water");
    assert!(std::fs::read_dir(journey.data().quizzes()).expect("a folder").next().is_none(), "nothing is written");
    let bank = journey.save_import(&journey.data().quizzes().join("rivers.ron"));
    assert_eq!((&*bank.title, &*bank.id, bank.questions.len()), ("Rivers", "rivers", 3));
    assert!(bank.questions.iter().all(|question| &*question.topic == "Water"));
    assert!(bank.questions.iter().all(|question| !question.prompt.contains("Ob")));
    assert_eq!(std::fs::read_dir(journey.data().quizzes().join("pictures")).expect("a folder").count(), 1);
    journey.assert_says("Saved 3 questions as ");
    journey.click("Practise");
    assert!(journey.has_button("Start practice: 3 questions"), "{}", journey.shown());
    journey.restart();
    journey.wait_until("it is read", |journey| journey.has_button("Practise: Rivers"));
}

#[test]
fn every_question_has_its_row_with_what_became_of_it() {
    let journey = imported(RIVERS);
    let told = rows(&journey);
    let expected = [
        "Into which sea does the Danube flow?, Choice · line 2",
        "Into which sea does the Rhine flow?, Choice · line 3 · marked differently: Wrong options cost points there.",
        "The Ob flows north., True or false · line 4",
        "Describe the course of the Elbe., essay · line 5 · left out: A person has to mark it.",
        "delta, card · line 6 · left out: It is a card",
        "Which river is this?, Choice · line 7",
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.replace("A river ", "").starts_with(expected), "{told}: not {expected}");
    }
    journey.assert_says("Moodle XML");
    journey.assert_says("UTF-8");
}

#[test]
fn the_question_is_shown_as_learners_see_it_with_its_key_and_what_changed() {
    let mut journey = imported(RIVERS);
    assert!(journey.headings().contains(&"Into which sea does the Danube flow?".to_owned()), "{}", journey.shown());
    journey.assert_says("Answer: Black Sea");
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("ArrowDown");
    journey.assert_says("Marked differently: Wrong options cost points there. Here they earn none.");
    journey.click("Try again");
    journey.click_on(Role::RadioButton, "Baltic Sea");
    journey.click("Check");
    journey.assert_says("Not quite");
    let elbe = row(&journey, "Describe the course of the Elbe.");
    journey.click_on(Role::ListBoxOption, &elbe);
    journey.assert_says("No question can be made of this");
    assert!(!journey.has_button("Check"));
}

#[test]
fn a_picture_that_is_no_file_yet_is_shown() {
    let mut journey = imported(RIVERS);
    let nile = rows(&journey).pop().expect("a row");
    journey.click_on(Role::ListBoxOption, &nile);
    // The words alone would be half as high.
    let prompt = "A river\nWhich river is this?";
    journey.wait_until("the picture is shown", |journey| journey.get(Role::Heading, prompt).rect().height() > 60.0);
}

#[test]
fn all_is_done_by_keys_alone() {
    let mut journey = Journey::begin();
    journey.tab_to(Role::Button, "Import questions…");
    journey.keys("Enter");
    journey.paste(RIVERS);
    journey.wait_for("Import: Pasted questions");
    assert_eq!(journey.focus().map(|(role, _)| role), Some(Role::ListBox), "{}", journey.shown());
    journey.keys("ArrowDown, Space");
    assert!(row(&journey, "Into which sea does the Rhine flow?").ends_with(", not taken"));
    journey.keys("Space");
    assert!(row(&journey, "Into which sea does the Rhine flow?").ends_with(", taken"));
    journey.keys("Space, ArrowDown, ArrowDown, Space");
    assert!(row(&journey, "Describe").contains("left out"), "what is left out cannot be taken");
    let path = journey.path("saved.ron");
    journey.world.chooses_place(&path);
    journey.keys("Ctrl S");
    journey.wait_until("it is saved", |_| path.is_file());
    assert_eq!(bank_at(&path).questions.len(), 3);
}

#[test]
fn the_list_is_narrowed_by_words_and_to_what_has_remarks() {
    let mut journey = imported(RIVERS);
    journey.click_on(Role::RadioButton, "Questions: Left out 2");
    assert_eq!(rows(&journey).len(), 2);
    journey.click_on(Role::RadioButton, "Questions: All 6");
    journey.type_into("Words in the question", "which sea");
    assert_eq!(rows(&journey).len(), 2);
    journey.click("Take no question of this list");
    assert!(journey.has_button("Save as bank: 2 questions"), "{}", journey.shown());
    journey.type_into("Words in the question", "ocean");
    journey.assert_says("No question matches.");
}

#[test]
fn cards_are_taken_where_they_are_asked_for() {
    let mut journey = imported(RIVERS);
    let delta = row(&journey, "delta");
    journey.click_on(Role::ListBoxOption, &delta);
    journey.assert_says("Turn on “Cards to rate oneself”");
    journey.assert_silent("--cards");
    journey.click("Make cards of such questions");
    journey.wait_for("6 questions: 5 can be made, 1 is left out");
    let bank = journey.save_import(&journey.path("rivers.ron"));
    assert!(bank.questions.iter().any(|question| matches!(question.answer, Answer::Recall { .. })));
}

#[test]
fn remarks_stand_together_by_kind_and_lead_to_their_questions() {
    let mut journey = imported(RIVERS);
    journey.show_part("Remarks 3");
    journey.assert_says("Wrong options cost points there.");
    let show = journey.name_beginning("Show 1 question, left out: A person has to mark it.");
    journey.click(&show);
    journey.click("Describe the course of the Elbe.");
    journey.assert_says("No question can be made of this");
}

#[test]
fn a_package_with_several_quizzes_gives_the_one_that_is_chosen() {
    let mut journey = imported(&format!("{RIVERS}= Lakes\ntrue||Lake Baikal is deep.|true\n"));
    journey.show_part("Bank");
    journey.click("Quiz: rivers 1 (6)");
    journey.click_on(Role::MenuItemRadio, "Lakes (1)");
    journey.wait_for("1 question: 1 can be made");
    assert_eq!(journey.field("Title of the bank"), "Lakes");
    journey.show_part("Question");
    assert!(journey.headings().contains(&"Lake Baikal is deep.".to_owned()), "{}", journey.shown());
}

#[test]
fn the_encoding_can_be_changed_and_the_file_is_read_anew() {
    let mut journey = Journey::begin();
    let path = journey.path("old.lines");
    std::fs::write(&path, b"LINES\ntrue||The Is\xe8re flows.|true\n").expect("written");
    journey.drop_file(&path);
    journey.wait_for("Import: old.lines");
    assert!(row(&journey, "The Is\u{fffd}re flows.").contains("line 2"));
    journey.click("Encoding: UTF-8");
    journey.click_on(Role::MenuItemRadio, "windows-1252");
    journey.wait_for("The Isère flows.");
    assert!(journey.has_button("Encoding: windows-1252"));
}

#[test]
fn a_file_that_is_nothing_known_says_so_and_another_can_be_chosen() {
    let mut journey = Journey::begin();
    let path = journey.write("notes.bin", "nothing");
    journey.drop_file(&path);
    journey.wait_for("notes.bin is none of the files that Torus can read.");
    assert_eq!(journey.headings()[0], "Import questions");
    let path = journey.write("rivers.lines", RIVERS);
    journey.world.chooses_questions(&path);
    journey.keys("Enter");
    journey.wait_for("Import: rivers.lines");
}

#[test]
fn reading_can_be_stopped_and_changes_nothing() {
    let mut journey = Journey::begin();
    let path = journey.write("endless.lines", "ENDLESS\n");
    journey.drop_file(&path);
    journey.wait_for("Reading endless.lines: 16 %");
    journey.click("Stop");
    journey.wait_until("it has stopped", |journey| journey.app().model().importing.is_none());
    assert!(journey.has_button("Choose a file…"), "{}", journey.shown());
    journey.assert_silent("stopped");
}

#[test]
fn leaving_asks_nothing_and_writes_nothing() {
    let mut journey = imported(RIVERS);
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
    let own: Vec<PathBuf> = journey.data().own_banks();
    assert!(own.is_empty(), "{own:?}");
    journey.click("Import questions…");
    assert!(journey.has_button("Choose a file…"), "it begins anew:\n{}", journey.shown());
}

#[test]
fn a_path_is_asked_for_where_no_dialog_answers() {
    let mut journey = Journey::begin();
    let path = journey.write("rivers.lines", RIVERS);
    journey.world.shows_no_dialogs();
    journey.click("Import questions…");
    journey.keys("Enter");
    journey.assert_says("This desktop shows no dialog for files.");
    let field = "Path of a file of questions";
    assert_eq!(journey.focus(), Some((Role::TextInput, field.to_owned())));
    journey.type_text("/nowhere.xml");
    journey.keys("Enter");
    journey.assert_says("There is no file at /nowhere.xml.");
    journey.type_into(field, path.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_for("Import: rivers.lines");
    journey.keys("Ctrl S");
    journey.wait_for("Saved 4 questions as ");
    let own = journey.data().own_banks();
    assert_eq!(own.len(), 1, "without a dialog it goes among the learner’s own banks");
}

#[test]
fn an_empty_clipboard_is_told() {
    let mut journey = Journey::begin();
    journey.click("Import questions…");
    journey.click("Paste questions…");
    journey.wait_for("There is no text on the clipboard.");
}

#[test]
fn what_was_saved_is_taken_back_with_its_pictures() {
    let mut journey = imported(RIVERS);
    let path = journey.path("banks/rivers.ron");
    journey.save_import(&path);
    let pictures = || std::fs::read_dir(path.with_file_name("pictures")).expect("a folder").count();
    assert!(path.is_file() && pictures() == 1);
    journey.click("Undo");
    assert!(!path.exists() && pictures() == 0);
    journey.assert_says("Import: rivers.lines");
    journey.keys("Esc");
    assert_eq!(journey.own_cards(), 0);
}

#[test]
fn importing_again_brings_the_bank_up_to_date_and_leaves_others_alone() {
    let mut journey = imported(RIVERS);
    let path = journey.path("rivers.ron");
    journey.save_import(&path);
    let more = journey.write("rivers.lines", &format!("{RIVERS}true||The Po flows east.|true\n"));
    journey.drop_file(&more);
    journey.wait_for("7 questions: 5 can be made");
    assert_eq!(journey.save_import(&path).questions.len(), 5);
    journey.assert_says("was brought up to date: 1 added, 0 changed, 4 as before.");
    let own = journey.write("own.ron", &crate::banks::truths("own", 1));
    journey.drop_file(&more);
    journey.wait_for("7 questions: 5 can be made");
    journey.world.chooses_place(&own);
    journey.click("Save as bank: 5 questions");
    journey.wait_for("is a bank that was not imported");
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let mut journey = imported(RIVERS);
    let file = journey.write("file", "no folder");
    journey.world.chooses_place(&file.join("rivers.ron"));
    journey.click("Save as bank: 4 questions");
    journey.wait_for("The bank could not be saved. ");
    journey.assert_says("Import: rivers.lines");
}

#[test]
fn a_bank_without_title_or_questions_cannot_be_saved() {
    let mut journey = imported(RIVERS);
    journey.show_part("Bank");
    journey.click_on(Role::TextInput, "Title of the bank");
    journey.keys("Ctrl A, Delete");
    assert!(!journey.is_enabled(Role::Button, "Save as bank: 4 questions"));
    journey.type_into("Title of the bank", "R");
    journey.click("Take no question of this list");
    assert!(!journey.is_enabled(Role::Button, "Save as bank: 0 questions"));
}

#[test]
fn a_file_dropped_during_a_sitting_does_not_disturb_it() {
    let mut journey = Journey::begin_named(&[("truths.ron", &crate::banks::truths("first", 2))]);
    journey.keys("Enter");
    let prompt = journey.prompt();
    let path = journey.write("rivers.lines", RIVERS);
    journey.drop_file(&path);
    assert_eq!(journey.prompt(), prompt);
    journey.assert_says("rivers.lines is no bank.");
}

#[test]
fn in_a_small_window_with_large_text_the_parts_stand_behind_each_other() {
    let mut journey = Journey::begin_with(|journey| {
        journey.set_size(egui::vec2(800.0, 600.0));
        journey.change_settings(|settings| settings.text_scale_percent = 200);
    });
    let path = journey.write("rivers.lines", RIVERS);
    journey.drop_file(&path);
    journey.wait_for("Import: rivers.lines");
    for (part, shows) in [
        ("Question", "Into which sea does the Danube flow?"),
        ("Remarks 3", "Wrong options cost points there."),
        ("Bank", "Title of the bank"),
        ("Questions", "line 2"),
    ] {
        journey.show_part(part);
        journey.assert_says(shows);
    }
}

#[test]
fn only_the_rows_in_sight_are_drawn_however_many_there_are() {
    let lines: String = (1..=3_000).map(|number| format!("true||Statement {number} is true.|true\n")).collect();
    let mut journey = imported(&format!("LINES\n{lines}"));
    assert!(rows(&journey).len() < 60, "{}", rows(&journey).len());
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("End");
    assert!(journey.headings().contains(&"Statement 3000 is true.".to_owned()), "{}", journey.shown());
}

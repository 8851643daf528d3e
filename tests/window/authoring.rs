//! Banks that are written in the window, from nothing to the first played question, and what becomes of what is typed.

use crate::journey::Journey;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::fs;
use std::path::PathBuf;
use torus::bank::{Bank, Quietly, read};

const RIVERS: &str = "// My rivers.\nBank(\n  format: 1,\n  id: \"rivers\",\n  title: \"Rivers\",\n  questions: [\n    \
    // The first one.\n    \
    Question(id: \"danube\", topic: \"Seas\", prompt: \"Into which sea does the Danube flow?\",\n      \
    answer: Choice(correct: \"Black Sea\", distractors: [\"North Sea\", \"Baltic Sea\"]), explanation: \"It ends in Romania.\"),\n    \
    Question(id: \"nile\", prompt: \"The Nile flows north.\", answer: TrueFalse(true), explanation: \"To the sea.\"), // sure\n    \
    Question(id: \"odd\", prompt: \"What?\", answer: Choise(correct: \"a\", distractors: [\"b\"])),\n  ],\n)\n";

/// The page where a bank of that text is written, and its file.
fn writing(text: &str) -> (Journey, PathBuf) {
    let mut path = PathBuf::new();
    let mut journey = Journey::begin_with(|journey| path = journey.write_own("rivers.ron", text));
    journey.wait_for("Rivers");
    journey.choose("Rivers", "Edit questions");
    journey.wait_until("the form shows", |journey| journey.app().model().author.is_some());
    journey.settle();
    (journey, path)
}

fn bank_at(path: &PathBuf) -> Bank {
    let text = fs::read_to_string(path).expect("saved");
    read(&text, &Quietly).bank.unwrap_or_else(|problem| panic!("{problem:?}\n{text}"))
}

impl Journey {
    /// What stands in a field of several lines.
    fn area(&self, name: &str) -> String {
        self.get(Role::MultilineTextInput, name).value().unwrap_or_default()
    }

    /// Types into a field of several lines, over what stands in it.
    fn write_into(&mut self, name: &str, text: &str) {
        self.click_on(Role::MultilineTextInput, name);
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    fn ron_text(&self) -> String {
        self.area("RON text of this question")
    }

    fn wait_until_saved(&mut self) {
        self.wait_until("all is in the file", |journey| journey.says("Saved "));
    }
}

#[test]
fn a_bank_is_written_from_nothing_and_its_first_question_played_by_the_keyboard_alone() {
    let mut journey = Journey::begin();
    journey.click("New bank");
    journey.type_text("Rivers of Europe");
    journey.keys("Enter");
    journey.wait_for("Write Rivers of Europe");
    journey.type_text("Into which sea does the Danube flow?");
    journey.tab_to(Role::TextInput, "Right answer");
    journey.type_text("Black Sea");
    journey.tab_to(Role::TextInput, "Wrong answer 1");
    journey.type_text("North Sea");
    journey.keys("Enter");
    journey.type_text("Baltic Sea");
    journey.press(Key::F5);
    journey.wait_for("Start practice: 1 question");
    journey.keys("Enter");
    journey.assert_says("Into which sea does the Danube flow?");
    let bank = bank_at(&journey.data().quizzes().join("rivers-of-europe.ron"));
    assert_eq!((&*bank.title, bank.questions.len()), ("Rivers of Europe", 1));
    assert!(!bank.questions[0].id.is_empty());
}

#[test]
fn opening_going_through_and_leaving_writes_no_byte() {
    let (mut journey, path) = writing(RIVERS);
    let time = fs::metadata(&path).and_then(|data| data.modified()).expect("a time");
    for _ in 0..30 {
        journey.keys("Tab");
    }
    journey.click("RON text");
    journey.settle();
    journey.click("Form");
    journey.keys("Escape");
    journey.wait_for("Practise: Rivers");
    assert_eq!(fs::read_to_string(&path).expect("there"), RIVERS);
    assert_eq!(fs::metadata(&path).and_then(|data| data.modified()).expect("a time"), time);
    assert!(journey.data().quizzes().read_dir().expect("a folder").count() == 1);
}

#[test]
fn a_field_is_changed_in_its_place_and_all_else_stays() {
    let (mut journey, path) = writing(RIVERS);
    journey.write_into("Question", "Where does the Danube end?");
    journey.keys("Tab");
    journey.wait_until_saved();
    let expected = RIVERS.replace("Into which sea does the Danube flow?", "Where does the Danube end?");
    assert_eq!(fs::read_to_string(&path).expect("there"), expected);
}

#[test]
fn undo_goes_where_it_was_and_gives_back_the_very_bytes() {
    let (mut journey, path) = writing(RIVERS);
    journey.write_into("Question", "Where does the Danube end?");
    let nile = journey.name_beginning("The Nile flows north.");
    journey.click_on(Role::ListBoxOption, &nile);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    journey.assert_says("Undone: the prompt of “Into which sea does the Danube flow?”");
    assert_eq!(journey.area("Question"), "Into which sea does the Danube flow?");
    journey.press_with(Modifiers::COMMAND, Key::S);
    journey.wait_until_saved();
    assert_eq!(fs::read_to_string(&path).expect("there"), RIVERS);
    journey.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(journey.area("Question"), "Where does the Danube end?");
}

#[test]
fn a_question_that_cannot_be_read_locks_alone_and_a_button_mends_it() {
    let (mut journey, path) = writing(RIVERS);
    journey.wait_until("it is checked", |journey| journey.says("Choise") || journey.says("odd, Cannot be read"));
    let odd = journey.name_beginning("odd, Cannot be read");
    journey.click_on(Role::ListBoxOption, &odd);
    journey.assert_says("This question cannot be read yet");
    journey.wait_until("it can be mended", |journey| journey.says("Mend it: "));
    let mend = journey.name_beginning("Mend it: ");
    journey.click(&mend);
    journey.wait_until_saved();
    assert_eq!(fs::read_to_string(&path).expect("there"), RIVERS.replace("Choise", "Choice"));
    assert_eq!(journey.area("Question"), "What?");
}

#[test]
fn what_was_typed_is_back_after_the_program_was_killed() {
    let (mut journey, _) = writing(RIVERS);
    journey.write_into("Question", "Where does the Danube end?");
    // It is with the keeper as soon as it is typed.
    journey.kill();
    journey.open(&[]);
    journey.wait_for("Rivers");
    journey.choose("Rivers", "Edit questions");
    journey.wait_until("the form shows", |journey| journey.app().model().author.is_some());
    journey.settle();
    assert_eq!(journey.area("Question"), "Where does the Danube end?");
}

#[test]
fn what_others_write_into_the_file_and_what_is_typed_are_both_there() {
    let mut path = PathBuf::new();
    let mut journey = Journey::begin_with(|journey| {
        journey.world.watches_files();
        path = journey.write_own("rivers.ron", RIVERS);
    });
    journey.wait_for("Rivers");
    journey.choose("Rivers", "Edit questions");
    journey.wait_until("the form shows", |journey| journey.app().model().author.is_some());
    journey.write_into("Question", "Where does the Danube end?");
    fs::write(&path, RIVERS.replace("To the sea.", "To the Mediterranean.")).expect("written");
    journey.press_with(Modifiers::COMMAND, Key::S);
    journey.wait_until_saved();
    let expected = RIVERS
        .replace("To the sea.", "To the Mediterranean.")
        .replace("Into which sea does the Danube flow?", "Where does the Danube end?");
    assert_eq!(fs::read_to_string(&path).expect("there"), expected);
}

#[test]
fn what_was_changed_on_both_sides_is_shown_with_both_and_either_can_be_taken() {
    let (mut journey, path) = writing(RIVERS);
    journey.write_into("Question", "Where does the Danube end?");
    fs::write(&path, RIVERS.replace("Into which sea does the Danube flow?", "What is the Danube’s sea?"))
        .expect("written");
    journey.press_with(Modifiers::COMMAND, Key::S);
    journey.wait_for("“danube” was changed here and in the file");
    journey.assert_says("Where does the Danube end?");
    journey.assert_says("What is the Danube’s sea?");
    journey.click("Take what is in the file");
    journey.wait_until_saved();
    assert_eq!(&*bank_at(&path).questions[0].prompt, "What is the Danube’s sea?");
}

#[test]
fn questions_are_added_doubled_moved_and_deleted_and_each_can_be_undone() {
    let (mut journey, path) = writing(RIVERS);
    journey.press_with(Modifiers::COMMAND, Key::D);
    journey.press_with(Modifiers::COMMAND, Key::N);
    journey.type_text("Is the Rhine longer than the Elbe?");
    journey.press_with(Modifiers::COMMAND, Key::S);
    journey.wait_until_saved();
    let ids: Vec<String> = bank_at(&path).questions.iter().map(|question| question.id.to_string()).collect();
    assert_eq!(ids.len(), 3, "the odd one aside, the new one cannot be asked yet: {ids:?}");
    for _ in 0..3 {
        journey.press_with(Modifiers::COMMAND, Key::Z);
    }
    journey.press_with(Modifiers::COMMAND, Key::S);
    journey.wait_until("as before", |_| fs::read_to_string(&path).expect("there") == RIVERS);
    let danube = journey.name_beginning("Into which sea does the Danube flow?, Choice");
    journey.click_on(Role::ListBoxOption, &danube);
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("Delete");
    journey.settle();
    assert!(!journey.says("Into which sea does the Danube flow?, Choice"));
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(journey.says("Into which sea does the Danube flow?, Choice"), "{}", journey.shown());
}

#[test]
fn a_bank_that_came_with_the_program_is_copied_and_the_copy_written() {
    let mut journey = Journey::begin();
    let more = journey.name_beginning("More about ").replace("More about ", "");
    journey.choose(&more, "Make a copy that is yours");
    journey.wait_for("This is a copy that is yours");
    assert_eq!(fs::read_dir(journey.data().quizzes()).expect("a folder").count(), 1);
    journey.wait_until("the copy is open", |journey| {
        journey.app().model().author.as_ref().is_some_and(|author| author.bank_id().ends_with("-copy"))
    });
}

#[test]
fn a_text_that_is_typed_as_ron_is_shown_in_the_form() {
    let (mut journey, path) = writing(RIVERS);
    journey.click("RON text");
    let field = journey.ron_text();
    assert!(field.starts_with("Question(id: \"danube\""), "{field}");
    journey.click("Form");
    journey.write_into("Question", "Where does the Danube end?");
    journey.click("RON text");
    assert!(journey.ron_text().contains("Where does the Danube end?"));
    journey.keys("Escape");
    journey.wait_for("Practise: Rivers");
    journey.wait_until("written", |_| fs::read_to_string(&path).expect("there").contains("Where does the Danube end?"));
}

#[cfg(unix)]
#[test]
fn a_read_only_bank_says_so_and_a_copy_of_it_can_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let mut path = PathBuf::new();
    let mut journey = Journey::begin_with(|journey| {
        path = journey.write_own("rivers.ron", RIVERS);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("changed");
    });
    journey.wait_for("Rivers");
    journey.choose("Rivers", "Edit questions");
    journey.wait_for("Not saved: the file is read-only");
    journey.click("Make a copy that is yours");
    journey.wait_for("This is a copy that is yours");
    journey.wait_until("the copy is open", |journey| {
        journey.app().model().author.as_ref().is_some_and(|author| author.bank_id() == "rivers-copy")
    });
    assert_eq!(fs::read_to_string(&path).expect("there"), RIVERS);
}

#[test]
fn a_mend_of_several_places_is_one_step() {
    let curly = RIVERS.replace("Choise(correct: \"a\"", "Choise(corect: \"a\"");
    let (mut journey, path) = writing(&curly);
    let odd = journey.name_beginning("odd, Cannot be read");
    journey.click_on(Role::ListBoxOption, &odd);
    for _ in 0..2 {
        journey.wait_until("it can be mended", |journey| journey.says("Mend it: "));
        let mend = journey.name_beginning("Mend it: ");
        journey.click(&mend);
    }
    journey.wait_until_saved();
    assert_eq!(fs::read_to_string(&path).expect("there"), RIVERS.replace("Choise", "Choice"));
    for _ in 0..2 {
        journey.press_with(Modifiers::COMMAND, Key::Z);
    }
    journey.press_with(Modifiers::COMMAND, Key::S);
    journey.wait_until("as it was", |_| fs::read_to_string(&path).expect("there") == curly);
}

#[test]
fn a_bank_whose_journal_is_damaged_is_not_opened_and_says_why() {
    let mut path = PathBuf::new();
    let mut journey = Journey::begin_with(|journey| path = journey.write_own("rivers.ron", RIVERS));
    journey.wait_for("Rivers");
    journey.choose("Rivers", "Edit questions");
    journey.wait_until("the form shows", |journey| journey.app().model().author.is_some());
    journey.write_into("Question", "Where does the Danube end?");
    let journals = journey.data().journals();
    journey.wait_until("it is kept", |_| fs::read_dir(&journals).is_ok_and(|mut files| files.next().is_some()));
    let kept = fs::read_dir(&journals).expect("a folder").flatten().next().expect("a journal").path();
    let copy = fs::read(&kept).expect("a journal");
    journey.kill();
    // What was typed is in the file now, and the journal is gone: what a power cut could leave comes in its place.
    while kept.exists() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    fs::write(&kept, &copy[..copy.len().min(20)]).expect("written");
    journey.open(&[]);
    journey.wait_for("Rivers");
    journey.choose("Rivers", "Edit questions");
    journey.wait_for("cannot be opened to write in it");
    assert!(journey.app().model().author.is_none());
}

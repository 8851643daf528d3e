//! The class's page: results come in by dialog, drop and path, faults are told in their place, and figures are there.

use crate::classroom::{LEARNERS, WRONG_KEY};
use crate::journey::Journey;
use egui::accesskit::Role;
use std::fs;
use torus::app::action::TeachPage;

fn class() -> Journey {
    let mut journey = Journey::begin();
    journey.open_class();
    journey
}

fn view(journey: &Journey) -> &torus::app::state::class_view::ClassView {
    journey.app().model().teach.view.as_ref().expect("a class")
}

/// The row of the table that begins so.
fn row(journey: &Journey, beginning: &str) -> String {
    let rows = journey.nodes().into_iter().filter(|node| {
        use egui_kittest::kittest::NodeT;
        node.accesskit_node().role() == Role::ListBoxOption
    });
    let names: Vec<String> = rows.map(|node| crate::sight::name_of(&node)).collect();
    names.iter().find(|name| name.starts_with(beginning)).cloned().unwrap_or_else(|| panic!("no row: {names:#?}"))
}

fn open_row(journey: &mut Journey, beginning: &str) {
    let name = row(journey, beginning);
    journey.click_on(Role::ListBoxOption, &name);
}

#[test]
fn a_faulty_file_is_told_by_line_and_takes_nothing_from_the_others() {
    let mut journey = class();
    let broken = journey.write("class/broken.csv", "learner,sitting\nAda,1\n");
    let path = journey.path("class").join("00-Ada.csv");
    let text = fs::read_to_string(&path).expect("read");
    let damaged = text.replacen(",2014,", ",2014,extra,", 1);
    fs::write(&path, damaged).expect("written");
    journey.click_on(Role::RadioButton, "Show: Files");
    journey.click("Reload");
    journey.wait_for_class();
    journey.wait_for("broken.csv: Line 1: There is no column");
    journey.assert_says("00-Ada.csv: ");
    assert_eq!(journey.app().model().teach.files.iter().filter(|file| !file.is_sound()).count(), 2);
    assert!(view(&journey).figures.learners > 20);
    fs::remove_file(broken).expect("removed");
}

#[test]
fn an_empty_page_teaches_how_results_come_here() {
    let mut journey = Journey::begin();
    journey.go("Teach");
    journey.assert_says("You add the files here");
    assert!(journey.has_button("Add results…") && journey.has_button("Watch a folder…"));
    journey.click("Add results…");
    journey.assert_says("You add the files here");
}

#[test]
fn where_no_dialog_answers_a_path_is_asked_for_and_a_wrong_one_is_told() {
    let mut journey = Journey::begin();
    let folder = crate::classroom::write(&journey);
    journey.world.shows_no_dialogs();
    journey.go("Teach");
    journey.click("Add a folder…");
    let field = "Path of a .csv file or a folder of them";
    journey.wait_until("it asks", |journey| journey.find(Role::TextInput, field).is_some());
    journey.type_text("/nowhere/at all");
    journey.keys("Enter");
    journey.assert_says("There is nothing at /nowhere/at all.");
    journey.keys("Ctrl A");
    journey.type_text(&folder.display().to_string());
    journey.keys("Enter");
    journey.wait_for_class();
    journey.assert_says("Machines: JET and ITER");
}

#[test]
fn nothing_is_judged_until_somebody_has_finished() {
    let mut journey = Journey::begin();
    let folder = crate::classroom::write(&journey);
    journey.go("Teach");
    let unfinished: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().contains("24-"))
        .collect();
    journey.drop_file(&unfinished[0]);
    journey.wait_for_class();
    journey.assert_says("There is nothing to judge until somebody has finished a quiz.");
    assert!(!journey.is_enabled(Role::Button, "Export CSV"));
}

#[test]
fn the_class_is_found_again_after_a_restart_and_taking_a_folder_out_can_be_undone() {
    let mut journey = class();
    journey.restart();
    journey.go("Teach");
    journey.wait_for_class();
    assert_eq!(journey.app().model().teach.files.len(), LEARNERS);
    journey.click_on(Role::RadioButton, "Show: Files");
    journey.click("Take class out of the class");
    journey.assert_says("You add the files here");
    journey.click("Undo");
    journey.wait_for_class();
    assert_eq!(journey.app().model().teach.files.len(), LEARNERS);
}

#[test]
fn the_cards_and_the_table_tell_of_28_learners() {
    let journey = class();
    journey.assert_says("Learners: 26 2 unfinished");
    journey.assert_says("Class results · 28 files, 252 answers");
    journey.assert_says("Mean score: ");
    journey.assert_says("Consistency (α): ");
    let first = row(&journey, WRONG_KEY);
    assert!(first.contains("n 26") && first.contains("check the key"), "{first}");
}

#[test]
fn the_planted_wrong_key_stands_first_and_its_page_says_why() {
    let mut journey = class();
    open_row(&mut journey, WRONG_KEY);
    journey.assert_says("Check the key: ");
    journey.assert_says("Tungsten: ");
    journey.assert_says("Carbon, key: ");
    journey.assert_says("Emil: It took over tungsten!");
    journey.assert_says("The bank machines-7b is not on this computer");
    assert!(!journey.is_enabled(Role::Button, "Mend this question"));
    journey.keys("Esc");
    assert_eq!(journey.app().model().teach.page, TeachPage::Questions);
}

#[test]
fn a_question_is_mended_in_its_bank_where_that_is_here() {
    let mut journey = Journey::begin_with(|journey| {
        let question =
            "(id: \"q2\", prompt: \"Which materials?\", answer: Choice(correct: \"Carbon\", distractors: [\"x\"]))";
        let bank = format!("Bank(format: 1, id: \"machines-7b\", title: \"Machines\", questions: [{question}])");
        journey.write_own("machines.ron", &bank);
    });
    journey.open_class();
    open_row(&mut journey, WRONG_KEY);
    journey.click("Mend this question");
    journey.wait_until("the bank is looked over", |journey| {
        journey.app().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
    });
    journey.assert_says("Which materials?");
}

#[test]
fn a_question_left_out_shows_both_denominators_and_comes_back() {
    let mut journey = class();
    open_row(&mut journey, WRONG_KEY);
    journey.click("Leave this question out");
    journey.wait_for_class();
    journey.assert_says("over 8 questions; it was ");
    journey.assert_says("over all 9. Left out: 1.");
    journey.click("Undo");
    journey.wait_for_class();
    assert!(view(&journey).left_out.is_empty());
    assert!(journey.has_button("Leave this question out"));
}

#[test]
fn words_flags_and_topics_narrow_the_table() {
    let mut journey = class();
    journey.type_into("Find a question", "megajoules");
    assert_eq!(journey.app().model().teach.questions.len(), 1);
    journey.type_into("Find a question", "no such words");
    journey.assert_says("No question fits.");
    journey.keys("Ctrl A, Backspace");
    let flagged = journey.name_beginning("Show questions: Only flagged");
    journey.click_on(Role::RadioButton, &flagged);
    let shown = journey.app().model().teach.questions.len();
    assert!((1..9).contains(&shown), "{shown}");
}

#[test]
fn the_table_is_read_and_opened_by_keys() {
    let mut journey = class();
    journey.tab_to(Role::ListBox, "Questions");
    journey.keys("Down, Down, Enter");
    assert!(matches!(journey.app().model().teach.page, TeachPage::Question(_)));
    journey.keys("Esc");
    journey.tab_to(Role::Button, "Sort by facility");
    journey.keys("Enter");
    let facilities: Vec<f64> = {
        let teach = &journey.app().model().teach;
        let items = &view(&journey).figures.items;
        teach.questions.iter().filter_map(|place| items[*place as usize].facility).collect()
    };
    assert!(facilities.is_sorted(), "{facilities:?}");
}

#[test]
fn a_learner_has_mistakes_topics_and_recall_on_a_day() {
    let mut journey = class();
    journey.click_on(Role::RadioButton, "Show: Learners");
    open_row(&mut journey, "Ben: ");
    journey.assert_says("mistake");
    journey.assert_says("Topics");
    journey.click("Predict recall: In a week");
    journey.wait_for("are most likely still known, if nothing is practised.");
    journey.type_into("Another day", "2026-13-40");
    journey.assert_says("Write the day as 2026-12-18.");
}

#[test]
fn one_name_with_two_ids_is_asked_about_merged_and_undone() {
    let mut journey = class();
    let again = journey.name_beginning("Show: Teach again");
    journey.click_on(Role::RadioButton, &again);
    journey.assert_says("They have one name and two ids.");
    let learners = view(&journey).figures.learners;
    journey.click("Ada is one person");
    journey.wait_for_class();
    assert_eq!(view(&journey).figures.learners, learners - 1);
    journey.click("Undo");
    journey.wait_for_class();
    assert_eq!(view(&journey).figures.learners, learners);
}

#[test]
fn what_to_teach_again_has_a_question_and_a_wrong_idea() {
    let mut journey = class();
    let again = journey.name_beginning("Show: Teach again");
    journey.click_on(Role::RadioButton, &again);
    journey.assert_says("Put this on the board");
    journey.assert_says("The wrong idea behind it");
}

#[test]
fn without_names_nothing_tells_who_is_who() {
    let mut journey = class();
    journey.click("Leave names out");
    journey.click_on(Role::RadioButton, "Show: Learners");
    journey.assert_says("Learner 2");
    journey.assert_silent("Ben");
    journey.click_on(Role::RadioButton, "Show: Questions");
    open_row(&mut journey, WRONG_KEY);
    journey.assert_silent("It took over tungsten!");
}

#[test]
fn the_questions_are_exported() {
    let mut journey = class();
    let path = journey.path("questions.csv");
    journey.world.chooses_place(&path);
    journey.click("Export CSV");
    journey.wait_for("Saved 9 rows");
    let text = fs::read_to_string(path).expect("saved");
    assert!(text.contains("check_key"), "{text}");
}

#[test]
fn a_page_to_print_has_no_names_where_they_are_left_out() {
    let mut journey = class();
    journey.click("Print");
    journey.wait_for("It is saved as");
    journey.click("Leave names out");
    journey.world.pass_ms(5_000);
    journey.click("Print");
    let pages = |journey: &Journey| {
        let files =
            fs::read_dir(journey.data().class()).expect("a folder").map(|entry| entry.expect("an entry").path());
        let mut pages: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
        pages.sort();
        pages
    };
    journey.wait_until("both are saved", |journey| pages(journey).len() == 2);
    let [named, nameless] = [0, 1].map(|place| fs::read_to_string(&pages(&journey)[place]).expect("read"));
    assert!(named.contains("Rosa") && !nameless.contains("Rosa"));
}

#[test]
fn what_comes_into_a_watched_folder_joins_by_itself() {
    let mut journey = Journey::begin();
    let folder = crate::classroom::write(&journey);
    let late = folder.join("09-Jon.csv");
    let text = fs::read_to_string(&late).expect("read");
    fs::remove_file(&late).expect("removed");
    journey.world.chooses_for_class(&[folder]);
    journey.go("Teach");
    journey.click("Watch a folder…");
    journey.wait_until("the class is read", |journey| journey.app().model().teach.files.len() == LEARNERS - 1);
    fs::write(&late, text).expect("written");
    // A look is asked for by choosing the folder again.
    journey.click("Add results");
    journey.click_on(Role::MenuItem, "Watch a folder…");
    journey.wait_until("it has joined", |journey| journey.app().model().teach.files.len() == LEARNERS);
}

#[test]
fn every_page_of_the_class_fits_a_small_window_with_large_text() {
    let mut journey = Journey::begin_with(|journey| {
        journey.set_size(egui::vec2(800.0, 600.0));
        journey.change_settings(|settings| settings.text_scale_percent = 200);
    });
    let folder = crate::classroom::write(&journey);
    journey.go("Teach");
    journey.drop_file(&folder);
    journey.wait_for_class();
    for page in ["Learners", "More figures", "Files", "Questions"] {
        journey.click_on(Role::RadioButton, &format!("Show: {page}"));
        journey.settle();
    }
}

#[test]
fn a_long_table_costs_no_more_than_what_is_in_sight() {
    use crate::classroom::{csv, sittings_of};
    let mut journey = Journey::begin();
    let path = journey.write("many.csv", &csv(&sittings_of(600)));
    journey.go("Teach");
    journey.drop_file(&path);
    journey.wait_for_class();
    journey.click_on(Role::RadioButton, "Show: Learners");
    let rows = |journey: &Journey| {
        use egui_kittest::kittest::NodeT;
        journey.nodes().iter().filter(|node| node.accesskit_node().role() == Role::ListBoxOption).count()
    };
    assert!((10..80).contains(&rows(&journey)), "{}", rows(&journey));
    journey.tab_to(Role::ListBox, "Learners");
    journey.keys("End");
    assert!((10..80).contains(&rows(&journey)), "{}", rows(&journey));
    journey.keys("Enter");
    assert!(matches!(journey.app().model().teach.page, TeachPage::Learner(_)));
}

//! Several learners on one computer.

use crate::banks::truths;
use crate::journey::Journey;
use crate::sight::name_of;
use egui::accesskit::Role;

const NEW_NAME: &str = "Name of the new learner";

fn begin() -> Journey {
    Journey::begin_named(&[("truths.ron", &truths("truths", 1))])
}

fn add(journey: &mut Journey, name: &str) {
    journey.tab_to_page_of_learners();
    journey.type_into(NEW_NAME, name);
    journey.click("Add learner");
    assert!(journey.find(Role::Tab, name).is_some(), "{}", journey.shown());
}

impl Journey {
    /// Opens the page of learners by the side bar, where it stands under the learner's own name.
    fn tab_to_page_of_learners(&mut self) {
        let name = self.app().model().learner.name.clone();
        self.go(&name);
    }

    /// Plays the one true statement, right.
    fn play(&mut self) {
        self.go("Library");
        self.click("Practise: Truths of truths");
        self.keys("Enter, 1, Enter, Enter");
        assert_eq!(self.headings()[0], "You got it right.");
    }

    /// Whether any file of the data folder holds these bytes.
    fn keeps(&self, needle: &str) -> bool {
        let folders = [self.data().root().to_path_buf(), self.data().backups()];
        let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
        let files = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
        files
            .map(|path| std::fs::read(path).expect("reads"))
            .any(|bytes| bytes.windows(needle.len()).any(|window| window == needle.as_bytes()))
    }
}

#[test]
fn each_learner_has_results_of_their_own_and_two_clicks_switch() {
    let mut journey = begin();
    journey.play();
    add(&mut journey, "Bea");
    journey.assert_says("Switched to Bea.");
    journey.go("Library");
    journey.assert_says("Truths of truths: last answered right: 0 %");
    journey.go("History");
    journey.assert_says("Every quiz that you take will stand here");
    // Two clicks: the name in the side bar, then who is to learn.
    journey.go("Bea");
    journey.click("Switch to Learner");
    assert_eq!(journey.headings()[0], "Library");
    journey.assert_says("Truths of truths: last answered right: 100 %");
}

#[test]
fn who_learned_last_learns_after_a_restart() {
    let mut journey = begin();
    add(&mut journey, "Bea");
    journey.restart();
    assert!(journey.find(Role::Tab, "Bea").is_some());
}

#[test]
fn a_learner_is_renamed_with_keys_alone() {
    let mut journey = begin();
    journey.tab_to(Role::Tab, "Learner");
    journey.keys("Enter");
    journey.tab_to(Role::Button, "More about Learner");
    journey.keys("Enter, Enter");
    assert_eq!(journey.focus(), Some((Role::TextInput, "Name".to_owned())));
    journey.keys("Ctrl A");
    journey.type_text("Zoe");
    journey.keys("Enter");
    assert!(journey.find(Role::Tab, "Zoe").is_some(), "{}", journey.shown());
    journey.restart();
    assert!(journey.find(Role::Tab, "Zoe").is_some());
}

#[test]
fn renaming_can_be_called_off_and_refuses_a_blank_name() {
    let mut journey = begin();
    journey.tab_to_page_of_learners();
    journey.choose("Learner", "Rename");
    journey.keys("Ctrl A, Backspace, Enter");
    assert!(!journey.is_enabled(Role::Button, "Save name"));
    journey.keys("Esc");
    assert!(journey.has_button("More about Learner"));
    assert_eq!(journey.headings()[0], "Learners", "escape leaves the field, not the page");
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn a_deletion_can_be_undone() {
    let mut journey = begin();
    journey.play();
    add(&mut journey, "Bea");
    journey.tab_to_page_of_learners();
    journey.choose("Learner", "Delete");
    assert!(!journey.has_button("Switch to Learner"));
    journey.assert_says("Learner and all of Learner’s results were deleted.");
    journey.click("Undo");
    journey.assert_says("The learner is back, with every result.");
    journey.click("Switch to Learner");
    journey.assert_says("Truths of truths: last answered right: 100 %");
    journey.restart();
    journey.wait_until("the bank is read", |journey| journey.says("Truths of truths: last answered right: 100 %"));
}

#[test]
fn a_deletion_is_final_and_whole_when_the_window_closes() {
    for ends in [Journey::close, Journey::kill] {
        let mut journey = begin();
        journey.make_copies();
        add(&mut journey, "Wilhelmine");
        journey.play();
        journey.restart();
        journey.wait_until("a copy is made", |journey| {
            std::fs::read_dir(journey.data().backups()).is_ok_and(|files| files.count() > 0)
        });
        assert!(journey.keeps("Wilhelmine"), "else this test shows nothing");
        journey.tab_to_page_of_learners();
        journey.choose("Wilhelmine", "Delete");
        ends(&mut journey);
        journey.open(&[]);
        journey.close();
        assert!(!journey.keeps("Wilhelmine"));
    }
}

#[test]
fn a_deletion_is_final_when_its_notice_is_closed() {
    let mut journey = begin();
    add(&mut journey, "Wilhelmine");
    journey.play();
    journey.tab_to_page_of_learners();
    journey.choose("Wilhelmine", "Delete");
    while let Some(place) = journey.last_notice_button() {
        journey.click_at(place);
    }
    assert!(!journey.has_button("Undo"));
    journey.wait_until("nothing of her is left", |journey| !journey.keeps("Wilhelmine"));
    journey.kill();
    assert!(!journey.keeps("Wilhelmine"));
}

#[test]
fn a_wiping_that_is_refused_is_told_and_made_good_when_the_window_closes() {
    let mut journey = begin();
    add(&mut journey, "Wilhelmine");
    journey.play();
    journey.tab_to_page_of_learners();
    journey.choose("Wilhelmine", "Delete");
    let reader = rusqlite::Connection::open(journey.data().database()).expect("opens");
    reader.execute_batch("BEGIN; SELECT count(*) FROM learner").expect("reads");
    while let Some(place) = journey.last_notice_button() {
        journey.click_at(place);
    }
    // The window is used as ever meanwhile.
    journey.go("Library");
    journey.play();
    journey.wait_for("could not be wiped from every copy");
    assert!(journey.keeps("Wilhelmine"));
    drop(reader);
    journey.close();
    assert!(!journey.keeps("Wilhelmine"));
}

#[test]
fn a_learner_deleted_while_another_is_wiped_can_still_be_brought_back() {
    let mut journey = begin();
    for name in ["Wilhelmine", "Zoe"] {
        add(&mut journey, name);
    }
    journey.tab_to_page_of_learners();
    journey.choose("Wilhelmine", "Delete");
    journey.choose("Zoe", "Delete");
    journey.wait_until("the first is wiped", |journey| !journey.keeps("Wilhelmine"));
    journey.click("Undo");
    assert!(journey.has_button("Switch to Zoe") || journey.find(Role::Tab, "Zoe").is_some(), "{}", journey.shown());
}

impl Journey {
    /// Where the last of the notices is closed.
    fn last_notice_button(&self) -> Option<egui::Pos2> {
        let nodes = self.nodes();
        let buttons = nodes.iter().filter(|node| name_of(node) == "Close this notice");
        buttons.map(|node| node.rect().center()).next_back()
    }
}

#[test]
fn the_last_learner_can_be_deleted_and_a_new_one_takes_the_place() {
    let mut journey = begin();
    journey.play();
    journey.tab_to_page_of_learners();
    journey.choose("Learner", "Delete");
    journey.go("Library");
    journey.assert_says("Truths of truths: last answered right: 0 %");
}

#[test]
fn a_learner_of_the_past_is_exported_by_name() {
    let mut journey = begin();
    journey.play();
    add(&mut journey, "Bea");
    journey.tab_to_page_of_learners();
    let csv = journey.path("learner.csv");
    journey.world.chooses_place(&csv);
    journey.choose("Learner", "Export answers (CSV)…");
    journey.wait_for("Saved 1 row to");
    assert_eq!(journey.world.asked_places()[0].1, "torus-responses-Learner-2026-11-23.csv");
    assert!(std::fs::read_to_string(csv).expect("saved").contains("Statement 1 is true."));
}

#[test]
fn the_name_is_changed_in_the_settings_too() {
    let mut journey = begin();
    journey.go("Settings");
    journey.type_into("Your name, as it stands in exports", "Ada");
    journey.click("Save name");
    assert!(journey.find(Role::Tab, "Ada").is_some());
}

//! Handing in to a teacher's folder: folders that are gone and come back, sudden ends, two learners, and what changes later.

use crate::banks::{FIVE_KINDS, truths};
use crate::journey::Journey;
use crate::player::NUMBER_FIELD;
use egui::accesskit::Role;
use std::fs;
use std::path::{Path, PathBuf};

const HAND_IN: &str = "Hand in my results to a folder…";
const PATH_FIELD: &str = "Path of the folder to hand in to";
const BEGUN: &str = "Each quiz that you finish from now on is handed in to";
const GONE: &str = "the folder is not there; plug in the stick or connect to the network drive";

fn begin() -> Journey {
    Journey::begin_named(&[("truths.ron", &truths("truths", 1))])
}

/// Every file in a folder, hidden ones too.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).map_or_else(|_| Vec::new(), |entries| entries.flatten().map(|entry| entry.path()).collect())
}

impl Journey {
    /// The folder of the class, which is made.
    fn class(&self) -> PathBuf {
        let folder = self.path("class");
        fs::create_dir_all(&folder).expect("made");
        folder
    }

    fn switch_on(&mut self, folder: &Path) {
        self.world.chooses_folder(folder);
        self.go("Settings");
        self.click(HAND_IN);
        self.wait_for(BEGUN);
    }

    /// Plays the one true statement, right, and stays at the result.
    fn play_truth(&mut self) {
        self.go("Library");
        self.click("Practise: Truths of truths");
        self.keys("Enter, 1, Enter, Enter");
        assert_eq!(self.headings()[0], "You got it right.");
    }

    fn wait_for_files(&mut self, folder: &Path, count: usize) {
        self.wait_until("the quizzes are handed in", |journey| {
            files_in(folder).len() == count && journey.app().model().handing_in.waiting.is_empty()
        });
    }

    /// What lies in the one table of a folder; what is just being written has another name.
    fn handed_in(&self, folder: &Path) -> String {
        let files: Vec<PathBuf> = files_in(folder)
            .into_iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
            .collect();
        assert_eq!(files.len(), 1, "{files:?}");
        fs::read_to_string(&files[0]).expect("read")
    }
}

#[test]
fn a_folder_that_is_gone_is_refused_and_nothing_is_handed_in() {
    let mut journey = begin();
    journey.world.chooses_folder(&journey.path("stick"));
    journey.go("Settings");
    journey.click(HAND_IN);
    journey.wait_for("Nothing can be handed in to");
    journey.assert_says(GONE);
    assert!(journey.has_button(HAND_IN), "it is off:\n{}", journey.shown());
    journey.play_truth();
    journey.assert_silent("Handed in");
    journey.assert_silent("ot handed in yet");
    assert!(!journey.path("stick").exists() && files_in(&journey.data().outbox()).is_empty());
}

#[test]
fn where_no_dialog_answers_the_path_is_typed_and_a_wrong_one_told() {
    let mut journey = begin();
    journey.world.shows_no_dialogs();
    journey.go("Settings");
    journey.tab_to(Role::Button, HAND_IN);
    journey.keys("Enter");
    assert_eq!(journey.focus(), Some((Role::TextInput, PATH_FIELD.to_owned())));
    assert!(!journey.is_enabled(Role::Button, "Hand in to this folder"));
    let folder = journey.path("class");
    journey.type_text(folder.to_str().expect("plain"));
    journey.keys("Enter");
    journey.wait_for("The folder is not there; plug in the stick");
    assert_eq!(journey.focus(), Some((Role::TextInput, PATH_FIELD.to_owned())));
    fs::create_dir(&folder).expect("plugged in");
    journey.keys("Enter");
    journey.wait_for(BEGUN);
    assert!(journey.find(Role::TextInput, PATH_FIELD).is_none());
    assert!(files_in(&folder).is_empty(), "trying it leaves nothing behind");
}

#[test]
fn escape_leaves_the_path_field_and_then_the_page() {
    let mut journey = begin();
    journey.world.shows_no_dialogs();
    journey.go("Settings");
    journey.click(HAND_IN);
    journey.keys("Esc");
    assert!(journey.has_button(HAND_IN));
    journey.keys("Esc");
    assert_eq!(journey.headings()[0], "Library");
}

#[test]
fn who_can_read_the_folder_is_told_before_it_is_chosen() {
    let mut journey = begin();
    journey.go("Settings");
    journey.assert_says("Everyone who can read that folder can read your name, your answers and your marks there.");
    journey.assert_says("can be edited by hand");
}

#[test]
fn each_quiz_from_then_on_is_handed_in_whole_and_the_result_says_so() {
    let mut journey = begin();
    journey.play_truth();
    journey.assert_silent("anded in");
    let class = journey.class();
    journey.switch_on(&class);
    journey.assert_says("Nothing waits.");
    journey.play_truth();
    journey.wait_for("Handed in");
    let sitting = journey.app().model().result.as_ref().expect("a result").sitting.id;
    assert_eq!(files_in(&class), [torus::disk::handed_in_file(&class, sitting)]);
    let csv = journey.handed_in(&class);
    assert!(csv.starts_with("\u{FEFF}learner,sitting,"), "{csv}");
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("finished") && csv.contains("Statement 1 is true."), "{csv}");
    journey.restart();
    journey.play_truth();
    journey.wait_for_files(&class, 2);
}

#[test]
fn earlier_quizzes_are_handed_in_where_the_learner_wants_that() {
    let mut journey = begin();
    journey.play_truth();
    journey.play_truth();
    let class = journey.class();
    journey.switch_on(&class);
    journey.click("Hand in earlier quizzes too");
    journey.assert_says("Your earlier quizzes are handed in too.");
    journey.wait_for_files(&class, 2);
    assert!(!journey.has_button("Hand in earlier quizzes too"));
}

#[test]
fn a_folder_that_is_away_is_told_and_all_is_handed_in_when_it_is_back() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    let away = journey.path("away");
    fs::rename(&class, &away).expect("unplugged");
    journey.play_truth();
    journey.wait_for(&format!("Not handed in yet: {GONE}"));
    journey.play_truth();
    journey.wait_until("both are told", |journey| journey.app().model().handing_in.hindered.len() == 2);
    journey.go("Settings");
    journey.assert_says("2 quizzes are not handed in yet: the folder is not there");
    assert!(!class.exists(), "it is never made: on a computer without the stick it would be another one");
    fs::rename(&away, &class).expect("back");
    journey.click("Try again now");
    journey.wait_for("Everything is handed in now.");
    journey.assert_says("Nothing waits.");
    assert_eq!(files_in(&class).len(), 2);
    assert!(files_in(&journey.data().outbox()).is_empty());
}

#[test]
fn who_tries_again_in_vain_is_told_that_it_was_in_vain() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    fs::remove_dir(&class).expect("unplugged");
    journey.play_truth();
    journey.wait_for("1 quiz is not handed in yet");
    journey.go("Settings");
    journey.pass_ms(60_000);
    while journey.has_button("Close this notice") {
        journey.click("Close this notice");
    }
    journey.tab_to(Role::Button, "Try again now");
    journey.keys("Enter");
    journey.wait_until("a notice says so", |journey| journey.has_button("Close this notice"));
    assert_eq!(journey.focus(), Some((Role::Button, "Try again now".to_owned())), "it can be pressed once more");
}

#[test]
fn what_waits_is_told_again_after_a_restart() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    fs::remove_dir(&class).expect("unplugged");
    journey.play_truth();
    journey.restart();
    journey.wait_for("1 quiz is not handed in yet: the folder is not there");
    assert!(!journey.announced().is_empty(), "a screen reader hears it");
    fs::create_dir(&class).expect("back");
    journey.restart();
    journey.wait_for_files(&class, 1);
}

#[test]
fn a_sudden_end_before_a_quiz_is_handed_in_forgets_nothing() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    journey.play_truth();
    // A remark may follow, so the thread waits a moment before it hands in.
    journey.kill();
    let waiting = files_in(&journey.data().outbox()).len();
    assert_eq!((waiting, files_in(&class).len()), (1, 0), "else this test shows nothing");
    journey.open(&[]);
    journey.wait_for_files(&class, 1);
    assert!(journey.handed_in(&class).contains("Statement 1 is true."));
}

#[test]
fn closing_the_window_hands_in_what_has_just_ended() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    journey.play_truth();
    journey.close();
    assert_eq!(files_in(&class).len(), 1);
}

#[test]
fn a_quiz_that_was_noted_and_never_ended_is_dropped_at_the_next_start() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    journey.go("Library");
    journey.click("Practise: Truths of truths");
    journey.keys("Enter");
    let sitting = journey.app().model().play.as_ref().expect("a sitting").sitting.id;
    let learner = journey.app().model().learner.uuid;
    journey.kill();
    // As if the end had come between the note and the last answer.
    torus::disk::Outbox::open(journey.data().outbox()).add(sitting, learner).expect("noted");
    journey.open(&[]);
    journey.wait_until("it is dropped", |journey| files_in(&journey.data().outbox()).is_empty());
    journey.assert_silent("not handed in yet");
    assert!(files_in(&class).is_empty());
}

#[test]
fn of_two_learners_only_the_one_hands_in_who_wants_to() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    journey.go("Learner");
    journey.type_into("Name of the new learner", "Bea");
    journey.click("Add learner");
    journey.play_truth();
    journey.go("Settings");
    assert!(journey.has_button(HAND_IN), "Bea has chosen nothing");
    journey.go("Bea");
    journey.click("Switch to Learner");
    journey.play_truth();
    journey.wait_for_files(&class, 1);
    let csv = journey.handed_in(&class);
    assert!(csv.contains("\nLearner,") && !csv.contains("Bea"), "{csv}");
}

#[test]
fn what_waits_of_one_learner_is_not_told_to_another() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    fs::remove_dir(&class).expect("unplugged");
    journey.play_truth();
    journey.wait_for("1 quiz is not handed in yet");
    journey.go("Learner");
    journey.type_into("Name of the new learner", "Bea");
    journey.click("Add learner");
    journey.assert_silent("not handed in yet");
    journey.go("Bea");
    journey.click("Switch to Learner");
    journey.assert_says("1 quiz is not handed in yet");
}

#[test]
fn a_mark_that_is_overruled_and_a_remark_are_handed_in_again() {
    let mut journey = Journey::begin_named(&[("five.ron", FIVE_KINDS)]);
    let class = journey.class();
    journey.switch_on(&class);
    journey.go("Library");
    journey.click("Test: Five kinds");
    journey.click("Start test: 5 questions");
    while !journey.is_on_overview() {
        if journey.known().kind == "number" {
            journey.type_into(NUMBER_FIELD, "59 kJ");
            journey.click("Next");
        } else {
            journey.click("Skip");
        }
    }
    journey.hand_in();
    journey.wait_for_files(&class, 1);
    assert!(!journey.handed_in(&class).contains(",true,kJ is"));
    let row = journey.names().into_iter().find(|name| name.contains(": wrong, 0 of ")).expect("a wrong answer");
    journey.click(&row);
    journey.click("I was right");
    journey.keys("M");
    journey.type_into("Remark for your teacher", "kJ is what the book says");
    journey.wait_until("the newer copy lies there", |journey| {
        journey.handed_in(&class).contains(",true,kJ is what the book says,")
    });
    journey.wait_for_files(&class, 1);
}

#[test]
fn a_quiz_that_is_left_out_of_review_is_handed_in_again() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    journey.play_truth();
    journey.wait_for_files(&class, 1);
    let counts = |journey: &Journey| {
        let csv = journey.handed_in(&class);
        let mut table = csv::Reader::from_reader(csv.as_bytes());
        let column = table.headers().expect("a header").iter().position(|name| name == "counts").expect("a column");
        table.records().next().expect("a row").expect("a row")[column].to_owned()
    };
    assert_eq!(counts(&journey), "");
    journey.choose("this quiz", "Leave out of review");
    journey.wait_until("the newer copy lies there", |journey| counts(journey) == "false");
}

#[test]
fn a_quiz_that_is_given_away_follows_what_its_new_learner_has_chosen() {
    let mut journey = begin();
    let class = journey.class();
    journey.go("Learner");
    journey.type_into("Name of the new learner", "Bea");
    journey.click("Add learner");
    journey.go("Bea");
    journey.click("Switch to Learner");
    journey.switch_on(&class);
    let away = journey.path("away");
    fs::rename(&class, &away).expect("unplugged");
    journey.play_truth();
    journey.wait_for("1 quiz is not handed in yet");
    journey.choose("this quiz", "Give to Bea");
    assert!(files_in(&journey.data().outbox()).is_empty(), "Bea hands in nothing");
    journey.click("Undo");
    assert_eq!(files_in(&journey.data().outbox()).len(), 1);
    fs::rename(&away, &class).expect("back");
    journey.restart();
    journey.wait_for_files(&class, 1);
    assert!(journey.handed_in(&class).contains("\nLearner,"));
}

#[test]
fn a_practice_is_handed_in_once_its_score_stands_and_again_with_its_second_tries() {
    let mut journey = Journey::begin_named(&[("truths.ron", &truths("truths", 1))]);
    let class = journey.class();
    journey.switch_on(&class);
    journey.go("Library");
    journey.click("Practise: Truths of truths");
    journey.keys("Enter, 2, Enter");
    journey.wait_for_files(&class, 1);
    assert_eq!(journey.handed_in(&class).lines().count(), 2);
    journey.keys("Enter");
    assert!(journey.is_on_pause(), "{}", journey.shown());
    journey.keys("Enter, 1, Enter, Enter");
    journey.wait_until("the second try is there", |journey| journey.handed_in(&class).lines().count() == 3);
}

#[test]
fn switching_off_leaves_what_was_handed_in_and_tells_what_waits() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    journey.play_truth();
    journey.wait_for_files(&class, 1);
    let away = journey.path("away");
    fs::rename(&class, &away).expect("unplugged");
    journey.play_truth();
    journey.wait_for("1 quiz is not handed in yet");
    journey.go("Settings");
    journey.click("Stop handing in");
    journey.assert_says("Nothing is handed in any more.");
    journey.assert_says("1 quiz is not handed in yet. It goes to the next folder that you choose.");
    fs::rename(&away, &class).expect("back");
    journey.restart();
    journey.play_truth();
    assert_eq!(files_in(&class).len(), 1);
    journey.switch_on(&class);
    journey.wait_for_files(&class, 2);
}

#[test]
fn what_waits_can_be_kept_from_being_handed_in() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    fs::remove_dir(&class).expect("unplugged");
    journey.play_truth();
    journey.go("Settings");
    journey.click("Stop handing in");
    journey.click("Do not hand it in");
    journey.assert_silent("not handed in yet. It goes");
    assert!(files_in(&journey.data().outbox()).is_empty());
}

#[test]
fn a_file_of_the_same_name_that_holds_something_else_is_told_and_stays() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    let next = uuid::Uuid::from_u128(journey.world.last_uuid().as_u128() + 1);
    let path = torus::disk::handed_in_file(&class, next);
    fs::write(&path, "milk, bread, eggs").expect("written");
    journey.play_truth();
    journey.wait_for("Not handed in yet: another file is called");
    assert_eq!(fs::read_to_string(path).expect("read"), "milk, bread, eggs");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let mut journey = begin();
    let class = journey.class();
    fs::set_permissions(&class, fs::Permissions::from_mode(0o555)).expect("set");
    // The administrator may write all the same.
    if fs::write(class.join("probe"), "").is_err() {
        journey.world.chooses_folder(&class);
        journey.go("Settings");
        journey.click(HAND_IN);
        journey.wait_for("the folder is read-only for this account");
        assert!(journey.has_button(HAND_IN));
    }
    fs::set_permissions(&class, fs::Permissions::from_mode(0o755)).expect("set back");
}

#[test]
fn a_learner_who_is_deleted_for_good_hands_in_nothing() {
    let mut journey = begin();
    let class = journey.class();
    journey.switch_on(&class);
    fs::remove_dir(&class).expect("unplugged");
    journey.play_truth();
    journey.go("Learner");
    journey.choose("Learner", "Delete");
    journey.close();
    fs::create_dir(&class).expect("back");
    journey.open(&[]);
    journey.wait_until("the note is gone", |journey| files_in(&journey.data().outbox()).is_empty());
    assert!(files_in(&class).is_empty());
}

#[test]
fn the_folder_of_a_class_is_looked_through_from_the_start() {
    let class = tempfile::tempdir().expect("a folder");
    fs::write(class.path().join("ada.csv"), "learner\nAda\n").expect("written");
    let mut journey = Journey::begin_with(|journey| {
        journey.change_settings(|settings| settings.class_folder = Some(class.path().to_owned()));
    });
    journey.wait_until("the file is found", |journey| {
        journey.app().model().class_folder.as_ref().is_some_and(|folder| folder.files.len() == 1)
    });
    let ctx = journey.harness().ctx.clone();
    journey.harness_mut().state_mut().apply(&ctx, torus::app::Action::WatchClassFolder(None));
    assert!(journey.app().model().class_folder.is_none());
    journey.restart();
    assert!(journey.app().model().class_folder.is_none());
}

//! A learner's quiz comes from the real window into the folder of the class, also after a sudden end, and the teacher's
//! report reads it.

use crate::play::{begin, play_on};
use crate::program::Home;
use crate::quiz::bank;
use crate::screen::Screen;
use crate::wait::until;
use serde_json::Value;
use std::path::{Path, PathBuf};
use torus::disk::{HandInChoice, Settings};
use torus::history::History;

/// The one learner of a home in which the window was opened once; hands in to a folder, which is made.
fn hand_in(home: &Home) -> PathBuf {
    let class = home.path().join("class 7b");
    std::fs::create_dir(&class).unwrap();
    let history = History::open_read_only(&home.data().join("torus.db")).unwrap().unwrap();
    let learner = history.learners().unwrap()[0].uuid;
    let place = home.data().join("settings.ron");
    let (mut settings, _) = Settings::load(&place);
    let choice = HandInChoice { folder: class.clone(), since_ms: Some(0) };
    settings.hand_in.insert(learner.to_string(), choice);
    settings.save(&place).unwrap();
    class
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn report(home: &Home, class: &Path) -> Value {
    let output = home.program(&["report".as_ref(), class, "--format".as_ref(), "json".as_ref()]).output().unwrap();
    assert!(output.status.success(), "torus report: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_quiz_that_is_played_lies_in_the_folder_and_stands_in_the_report() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    assert!(home.open(&screen, &[&file]).close().success());
    let class = hand_in(&home);
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    play_on(&home, &running, sitting);
    let handed_in = class.join(format!("{sitting}.csv"));
    until("the file in the folder", || handed_in.exists().then_some(()));
    assert!(running.close().success());
    assert_eq!(files_in(&class), [handed_in], "one file, and nothing half-written beside it");
    let told = report(&home, &class);
    assert_eq!(told["learners"], 1, "{told:#}");
    assert_eq!(told["items"].as_array().map(Vec::len), Some(5), "{told:#}");
}

#[test]
fn a_quiz_whose_window_is_killed_at_its_end_is_handed_in_at_the_next_start() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    assert!(home.open(&screen, &[&file]).close().success());
    let class = hand_in(&home);
    let away = home.path().join("away");
    std::fs::rename(&class, &away).unwrap();
    let running = home.open(&screen, &[&file]);
    let sitting = begin(&home, &running);
    play_on(&home, &running, sitting);
    running.kill();
    assert!(!class.exists(), "a folder that is away is never made");
    std::fs::rename(&away, &class).unwrap();
    let again = home.open(&screen, &[]);
    until("the file in the folder", || class.join(format!("{sitting}.csv")).exists().then_some(()));
    assert!(again.close().success());
    assert_eq!(report(&home, &class)["learners"], 1);
}

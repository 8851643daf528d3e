//! `torus merge`: what came from each folder, and what is said of folders that give nothing.

use super::{Folder, Ran, torus};
use torus::history::History;
use torus::moment::Moment;
use uuid::Uuid;

const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };

/// A data folder that knows a learner of that name.
fn with_learner(number: u128, name: &str) -> Folder {
    let folder = Folder::new();
    open(&folder).add_learner(Uuid::from_u128(number), name, NOW).unwrap();
    folder
}

fn open(folder: &Folder) -> History {
    History::open(&folder.join("torus.db"), NOW).unwrap().history
}

fn merge(into: &Folder, from: &[&Folder]) -> Ran {
    let folders: Vec<&str> = from.iter().map(|folder| folder.path()).collect();
    torus(&[&["merge", "--data-dir", into.path()], &folders[..]].concat())
}

#[test]
fn what_came_is_told_for_each_folder_and_twice_is_once() {
    let (here, ada, ben) = (Folder::new(), with_learner(1, "Ada"), with_learner(2, "Ben"));
    let came = |folder: &Folder| format!("{}: 1 learner, 0 quizzes and 0 answers came in\n", folder.path());
    let ran = merge(&here, &[&ada, &ben]);
    assert_eq!((ran.status, ran.out, ran.talk.as_str()), (0, came(&ada) + &came(&ben), ""));
    let again = merge(&here, &[&ada]);
    assert_eq!((again.status, again.out), (0, format!("{}: nothing new\n", ada.path())));
    let names: Vec<_> = open(&here).learners().unwrap().into_iter().map(|learner| learner.name).collect();
    assert_eq!(names, ["Ada", "Ben"]);
}

#[test]
fn results_come_in_while_they_are_open_elsewhere() {
    let (here, there) = (with_learner(1, "Ada"), with_learner(2, "Ben"));
    let (open_here, open_there) = (open(&here), open(&there));
    let ran = merge(&here, &[&there]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    assert_eq!((open_here.learners().unwrap().len(), open_there.learners().unwrap().len()), (2, 1));
}

#[test]
fn the_folder_itself_brings_nothing() {
    let here = with_learner(1, "Ada");
    let ran = merge(&here, &[&here]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    assert!(ran.talk.contains("the results are kept in this folder already"), "{}", ran.talk);
}

#[test]
fn a_folder_that_gives_nothing_keeps_no_other_from_coming_in() {
    let (here, empty, there) = (Folder::new(), Folder::new(), with_learner(1, "Ada"));
    let ran = merge(&here, &[&empty, &there]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.talk, format!("torus: {}: no results are kept in this folder\n", empty.path()));
    assert_eq!(open(&here).learners().unwrap().len(), 1);
    let missing = here.join("mistyped");
    let ran = torus(&["merge", "--data-dir", here.path(), missing.to_str().unwrap(), there.path()]);
    assert_eq!((ran.status, ran.talk), (2, format!("torus: there is no folder {}\n", missing.display())));
    assert_eq!(ran.out, format!("{}: nothing new\n", there.path()));
}

#[test]
fn a_damaged_file_is_named_and_left_as_it_is() {
    let (here, there) = (Folder::new(), Folder::new());
    let file = there.file("torus.db", "this is no database, and nobody should write to it");
    let ran = merge(&here, &[&there]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains(&file) && ran.talk.contains("damaged"), "{}", ran.talk);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "this is no database, and nobody should write to it");
}

#[test]
fn a_mistyped_folder_makes_no_data_folder() {
    let here = Folder::new();
    let data = here.join("later");
    torus(&["merge", "--data-dir", data.to_str().unwrap(), here.join("mistyped").to_str().unwrap()]);
    assert!(!data.exists());
}

//! Daily copies.

use crate::fixture::{Data, ada, answer, record_finished, sitting, sitting_records};
use std::fs;
use torus::history::{COPIES_KEPT, Filter, History, HistoryError, backup_daily};
use torus::sitting::Response;

fn copy(data: &Data, today: &str) -> Option<String> {
    let path = backup_daily(&data.path(), &data.backups(), today).expect("copies")?;
    Some(path.file_name().expect("a name").to_string_lossy().into_owned())
}

#[test]
fn a_copy_holds_what_the_open_window_has_recorded() {
    let data = Data::new();
    let history = data.open();
    record_finished(&history, &ada(&history), 1, "fusion", 0, 1.0);
    assert_eq!(copy(&data, "2026-11-23"), Some("torus-2026-11-23.db".into()));
    assert_eq!(data.names("backups"), ["torus-2026-11-23.db"], "a copy is one file, with nothing beside it");
    let copied =
        History::open_read_only(&data.backups().join("torus-2026-11-23.db")).expect("opens").expect("is there");
    let all = Filter::default();
    assert_eq!(sitting_records(&copied, &all), sitting_records(&history, &all));
}

#[test]
fn one_copy_a_day_is_made() {
    let data = Data::new();
    let history = data.open();
    assert!(copy(&data, "2026-11-23").is_some());
    let before = fs::read(data.backups().join("torus-2026-11-23.db")).expect("reads");
    ada(&history);
    assert_eq!(copy(&data, "2026-11-23"), None);
    assert_eq!(fs::read(data.backups().join("torus-2026-11-23.db")).expect("reads"), before);
}

#[test]
fn the_seven_newest_are_kept() {
    let data = Data::new();
    data.open();
    for day in 1..=9 {
        copy(&data, &format!("2026-11-0{day}"));
    }
    let expected: Vec<String> = (3..=9).map(|day| format!("torus-2026-11-0{day}.db")).collect();
    assert_eq!(expected.len(), COPIES_KEPT);
    assert_eq!(data.names("backups"), expected);
}

#[test]
fn copies_of_a_wrong_clock_do_not_push_out_true_ones() {
    let data = Data::new();
    data.open();
    for day in 1..=7 {
        copy(&data, &format!("2099-01-0{day}"));
    }
    copy(&data, "2026-11-23");
    assert!(data.names("backups").contains(&"torus-2026-11-23.db".to_owned()));
    assert_eq!(data.names("backups").len(), COPIES_KEPT);
}

#[test]
fn strange_files_beside_the_copies_are_left_alone() {
    let data = Data::new();
    data.open();
    fs::create_dir_all(data.backups()).expect("a folder");
    for name in ["torus-notes.db", "torus-2026-11-01.db.txt", "holiday.jpg", "torus-2026-02-30.db"] {
        fs::write(data.backups().join(name), "mine").expect("writes");
    }
    for day in 1..=9 {
        copy(&data, &format!("2026-12-0{day}"));
    }
    assert_eq!(data.names("backups").len(), COPIES_KEPT + 4);
}

#[test]
fn a_copy_that_was_cut_short_is_no_copy_and_is_made_anew() {
    let data = Data::new();
    data.open();
    fs::create_dir_all(data.backups()).expect("a folder");
    fs::write(data.backups().join("torus.part"), "half").expect("writes");
    assert!(copy(&data, "2026-11-23").is_some());
    assert_eq!(data.names("backups"), ["torus-2026-11-23.db"]);
}

#[test]
fn a_damaged_file_is_not_copied_and_pushes_no_copy_out() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    for number in 0..50 {
        record_finished(&history, &learner, number, "fusion", 0, 1.0);
    }
    drop(history);
    for day in 1..=7 {
        copy(&data, &format!("2026-11-0{day}"));
    }
    let before = data.names("backups");
    let mut bytes = fs::read(data.path()).expect("reads");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xA5);
    fs::write(data.path(), bytes).expect("damages");
    let result = backup_daily(&data.path(), &data.backups(), "2026-11-08");
    assert!(matches!(result, Err(HistoryError::Damaged)), "{result:?}");
    assert_eq!(data.names("backups"), before);
}

#[test]
fn nothing_is_copied_where_nothing_is() {
    let data = Data::new();
    assert_eq!(copy(&data, "2026-11-23"), None);
    assert!(!data.backups().exists() && !data.path().exists());
}

#[test]
fn a_day_that_is_none_is_refused() {
    let data = Data::new();
    data.open();
    for today in ["", "today", "2026-02-30", "../../etc"] {
        let result = backup_daily(&data.path(), &data.backups(), today);
        assert!(matches!(result, Err(HistoryError::BadDate { .. })), "{today}: {result:?}");
    }
}

#[test]
fn answers_go_on_while_a_copy_is_made() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    let (path, backups) = (data.path(), data.backups());
    let worker = std::thread::spawn(move || {
        (1..=9).try_for_each(|day| backup_daily(&path, &backups, &format!("2026-11-0{day}")).map(|_| ()))
    });
    for secs in 0..50 {
        answer(&mut sitting, 2, Response::TrueFalse(secs % 2 == 0), 1.0, secs);
        history.record_answer(&sitting, 2).expect("records");
    }
    worker.join().expect("no panic").expect("copies");
    assert_eq!(history.load_sitting(sitting.id).expect("loads"), Some(sitting));
}

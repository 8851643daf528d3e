//! Files that were damaged, lost, or written by somebody else.

use crate::fixture::{Data, NOW, ada, record_finished, sitting_records};
use std::fs;
use torus::history::{Filter, History, HistoryError, Notice, backup_daily, check_at_next_open};

const SET_ASIDE: &str = "torus.damaged-2026-11-23T07-00-00.db";

/// A file with two sittings, of which the copy of 22 November has the first.
fn written() -> Data {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    backup_daily(&data.path(), &data.backups(), "2026-11-22").expect("copies").expect("was not there");
    for number in 2..60 {
        record_finished(&history, &learner, number, "fusion", 100, 1.0);
    }
    data
}

fn sittings(history: &History) -> usize {
    sitting_records(history, &Filter::default()).len()
}

fn check_is_replaced(damage: impl Fn(Vec<u8>) -> Vec<u8>) {
    let data = written();
    let damaged = damage(fs::read(data.path()).expect("reads"));
    fs::write(data.path(), &damaged).expect("damages");
    let (history, notices) = data.open_with_notices();
    let set_aside = data.path().with_file_name(SET_ASIDE);
    assert_eq!(notices, [Notice::DamagedCopyOpened { set_aside: set_aside.clone(), copy_date: "2026-11-22".into() }]);
    assert_eq!(fs::read(set_aside).expect("is kept"), damaged, "the damaged file is kept as it was");
    assert_eq!(sittings(&history), 1);
    ada_goes_on(&history);
    drop(history);
    data.open();
}

fn ada_goes_on(history: &History) {
    let learner = history.learners().expect("lists").remove(0);
    record_finished(history, &learner, 1000, "fusion", 500, 1.0);
}

#[test]
fn bytes_overwritten_in_the_middle_bring_the_copy() {
    check_is_replaced(|mut bytes| {
        let middle = bytes.len() / 2;
        bytes[middle..middle + 8192].fill(0xA5);
        bytes
    });
}

#[test]
fn a_file_cut_short_brings_the_copy() {
    check_is_replaced(|bytes| bytes[..bytes.len() / 3].to_vec());
    check_is_replaced(|bytes| bytes[..100].to_vec());
}

#[test]
fn a_file_of_text_brings_the_copy() {
    check_is_replaced(|_| b"Dear diary, this is not a database at all.\n".repeat(100));
    check_is_replaced(|_| b"xy".to_vec());
}

#[test]
fn a_file_of_zeroes_brings_the_copy() {
    check_is_replaced(|bytes| vec![0; bytes.len()]);
}

#[test]
fn a_lost_schema_brings_the_copy() {
    check_is_replaced(|mut bytes| {
        bytes[100..4096].fill(0);
        bytes
    });
}

#[test]
fn without_a_copy_it_starts_empty_and_says_so() {
    let data = written();
    fs::remove_dir_all(data.backups()).expect("removes");
    fs::write(data.path(), "nonsense").expect("damages");
    let (history, notices) = data.open_with_notices();
    assert_eq!(notices, [Notice::DamagedStartedEmpty { set_aside: data.path().with_file_name(SET_ASIDE) }]);
    assert!(notices[0].is_for_learners());
    assert_eq!(
        notices[0].to_string(),
        format!(
            "The file with your results was damaged and there is no good copy, so Torus starts with none. The damaged \
             file is kept as {SET_ASIDE}."
        )
    );
    assert_eq!(history.learners().expect("lists"), []);
}

#[test]
fn a_damaged_copy_is_passed_over() {
    let data = written();
    fs::write(data.backups().join("torus-2026-11-23.db"), "nonsense").expect("damages the newer copy");
    fs::write(data.path(), "nonsense").expect("damages");
    let (history, notices) = data.open_with_notices();
    assert!(matches!(&notices[..], [Notice::DamagedCopyOpened { copy_date, .. }] if copy_date == "2026-11-22"));
    assert!(notices[0].to_string().contains("The copy of 2026-11-22 was opened instead"));
    assert_eq!(sittings(&history), 1);
}

#[test]
fn damage_in_the_same_second_keeps_both_files() {
    let data = written();
    for expected in [SET_ASIDE, "torus.damaged-2026-11-23T07-00-00-2.db"] {
        fs::write(data.path(), "nonsense").expect("damages");
        let (_, notices) = data.open_with_notices();
        let expected = data.path().with_file_name(expected);
        assert!(matches!(&notices[..], [Notice::DamagedCopyOpened { set_aside, .. }] if *set_aside == expected));
    }
}

#[test]
fn a_stale_log_does_not_meet_the_copy() {
    let data = written();
    let open = data.open();
    ada_goes_on(&open);
    // As after a power cut: the log is there, and the file is damaged.
    let log = fs::read(data.path().with_extension("db-wal")).expect("a log");
    assert!(!log.is_empty());
    drop(open);
    fs::write(data.path().with_extension("db-wal"), &log).expect("a log again");
    fs::write(data.path(), "nonsense").expect("damages");
    let (history, _) = data.open_with_notices();
    assert_eq!(sittings(&history), 1);
    assert_eq!(fs::read(data.path().with_file_name(format!("{SET_ASIDE}-wal"))).expect("is kept"), log);
}

#[test]
fn a_file_that_lost_a_table_brings_the_copy() {
    let data = written();
    let hand = rusqlite::Connection::open(data.path()).expect("opens");
    hand.execute_batch("DROP TABLE turn").expect("drops");
    drop(hand);
    let (history, notices) = data.open_with_notices();
    assert!(matches!(&notices[..], [Notice::DamagedCopyOpened { .. }]), "{notices:?}");
    assert_eq!(sittings(&history), 1);
}

/// A file above the size that is checked at every start, with damage in its middle.
fn large_and_damaged() -> Data {
    let data = written();
    let connection = rusqlite::Connection::open(data.path()).expect("opens");
    connection
        .execute_batch("CREATE TABLE ballast (x BLOB); INSERT INTO ballast VALUES (zeroblob(40 * 1024 * 1024))")
        .expect("fills");
    drop(connection);
    let mut bytes = fs::read(data.path()).expect("reads");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xA5);
    fs::write(data.path(), bytes).expect("damages");
    data
}

#[test]
fn damage_of_a_large_file_that_the_daily_copy_meets_is_mended_at_the_next_start() {
    let data = large_and_damaged();
    data.open();
    let copied = backup_daily(&data.path(), &data.backups(), "2026-11-23");
    assert!(matches!(copied, Err(HistoryError::Damaged)), "{copied:?}");
    let (_, notices) = data.open_with_notices();
    assert!(matches!(&notices[..], [Notice::DamagedCopyOpened { .. }]), "{notices:?}");
    data.open();
}

#[test]
fn whoever_meets_damage_can_have_it_mended_at_the_next_start() {
    let data = large_and_damaged();
    check_at_next_open(&data.path());
    let (_, notices) = data.open_with_notices();
    assert!(matches!(&notices[..], [Notice::DamagedCopyOpened { .. }]), "{notices:?}");
    assert!(!data.names(".").contains(&"torus.db.check".to_owned()));
}

#[test]
fn a_lost_file_brings_the_copy() {
    for left in [None, Some(""), Some("x")] {
        let data = written();
        fs::remove_file(data.path()).expect("removes");
        if let Some(left) = left {
            fs::write(data.path(), left).expect("empties");
        }
        let (history, notices) = data.open_with_notices();
        assert_eq!(notices, [Notice::MissingCopyOpened { copy_date: "2026-11-22".into() }]);
        assert_eq!(sittings(&history), 1);
        drop(history);
        data.open();
    }
}

#[test]
fn a_newer_version_is_left_alone() {
    let data = written();
    let connection = rusqlite::Connection::open(data.path()).expect("opens");
    connection.pragma_update(None, "user_version", 1000).expect("a newer version");
    drop(connection);
    let before = fs::read(data.path()).expect("reads");
    let error = History::open(&data.path(), NOW).expect_err("is refused");
    assert!(matches!(error, HistoryError::NewerVersion { found: 1000, .. }));
    assert!(error.to_string().contains("was made by a newer Torus"), "{error}");
    assert!(matches!(History::open_read_only(&data.path()), Err(HistoryError::NewerVersion { .. })));
    assert_eq!(fs::read(data.path()).expect("reads"), before);
}

#[test]
fn another_programs_database_is_left_alone() {
    let data = Data::new();
    let connection = rusqlite::Connection::open(data.path()).expect("opens");
    connection.execute_batch("CREATE TABLE learner (a); PRAGMA user_version = 1").expect("a table");
    drop(connection);
    let before = fs::read(data.path()).expect("reads");
    assert!(matches!(History::open(&data.path(), NOW), Err(HistoryError::NotAHistory { .. })));
    assert_eq!(fs::read(data.path()).expect("reads"), before);
}

#[test]
fn a_folder_that_is_not_there_and_a_folder_in_place_of_the_file_are_errors() {
    let data = Data::new();
    let nowhere = data.path().join("missing/torus.db");
    let error = History::open(&nowhere, NOW).expect_err("no folder");
    assert!(matches!(error, HistoryError::CannotOpen { .. } | HistoryError::File { .. }), "{error:?}");
    fs::create_dir(data.path()).expect("a folder");
    let error = History::open(&data.path(), NOW).expect_err("a folder");
    assert!(matches!(error, HistoryError::CannotOpen { .. }), "{error:?}");
}

//! Deleted is gone: not a byte of the name or an answer is left in any file.

use crate::fixture::{Data, NOW, ada, answer, at, record_finished, response_records, sitting};
use std::fs;
use torus::history::{Filter, History, HistoryError, Learner, Purged, backup_daily};
use torus::sitting::Response;
use uuid::Uuid;

const SECRET_NAME: &str = "Nemo Unforgettable";
const SECRET_ANSWER: &str = "whispered reply";
const SECRET_PROMPT: &str = "asked of nobody else";

fn record_secrets(history: &History) -> Learner {
    let learner = history.add_learner(Uuid::from_u128(0x5EC), SECRET_NAME, NOW).expect("adds");
    for number in 0..20 {
        let mut sitting = sitting(100 + number, "fusion", 0);
        sitting.turns[4].item.question.prompt = SECRET_PROMPT.into();
        history.begin(learner.id, &sitting).expect("begins");
        answer(&mut sitting, 4, Response::Text(SECRET_ANSWER.into()), 0.0, 5);
        history.record_answer(&sitting, 4).expect("records");
    }
    learner
}

#[test]
fn purging_leaves_no_byte_in_the_file_or_its_copies() {
    let data = Data::new();
    let history = data.open();
    let kept = ada(&history);
    record_finished(&history, &kept, 1, "fusion", 0, 1.0);
    let gone = record_secrets(&history);
    record_finished(&history, &kept, 2, "fusion", 50, 1.0);
    backup_daily(&data.path(), &data.backups(), "2026-11-22").expect("copies");
    history.rename_learner(gone.id, &format!("{SECRET_NAME} II")).expect("renames");
    backup_daily(&data.path(), &data.backups(), "2026-11-23").expect("copies");
    let rows = response_records(&history, &Filter { learner_id: Some(kept.id), ..Filter::default() });
    for secret in [SECRET_NAME, SECRET_ANSWER, SECRET_PROMPT] {
        assert!(data.holds(secret), "{secret} was written in the first place");
    }

    history.delete_learner(gone.id, at(60)).expect("deletes");
    let purged = history.purge_deleted_learners(&data.backups()).expect("purges");
    assert_eq!(purged, Purged { learners: 1, files_left: vec![] });
    for secret in [SECRET_NAME, SECRET_ANSWER, SECRET_PROMPT, &gone.uuid.to_string()] {
        assert!(!data.holds(secret), "{secret} is still there");
    }
    assert!(matches!(history.restore_learner(gone.id), Err(HistoryError::UnknownLearner { .. })));

    assert_eq!(response_records(&history, &Filter::default()), rows, "nobody else lost anything");
    let copy = data.backups().join("torus-2026-11-22.db");
    let copy = History::open_read_only(&copy).expect("opens").expect("is there");
    assert_eq!(response_records(&copy, &Filter::default()), rows);
}

#[test]
fn without_deleted_learners_nothing_is_touched() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    assert_eq!(history.purge_deleted_learners(&data.backups()).expect("purges"), Purged::default());
    assert_eq!(history.learners().expect("lists").len(), 1);
}

#[test]
fn a_learner_restored_in_time_is_not_purged() {
    let data = Data::new();
    let history = data.open();
    let learner = record_secrets(&history);
    history.delete_learner(learner.id, at(60)).expect("deletes");
    history.restore_learner(learner.id).expect("restores");
    history.purge_deleted_learners(&data.backups()).expect("purges");
    assert_eq!(response_records(&history, &Filter::default()).len(), 20);
}

#[test]
fn beside_an_open_window_only_the_learners_named_are_purged() {
    let data = Data::new();
    let history = data.open();
    let gone = record_secrets(&history);
    history.delete_learner(gone.id, at(60)).expect("deletes");
    let named = history.awaiting_purge().expect("lists");
    assert_eq!(named, [gone.uuid.to_string()]);
    let later = ada(&history);
    history.delete_learner(later.id, at(61)).expect("deletes");
    let told = std::cell::RefCell::new(Vec::new());
    let purged = History::purge_beside(&data.path(), &data.backups(), &named, &|share| told.borrow_mut().push(share));
    assert_eq!(purged.expect("purges").learners, 1);
    assert!(told.borrow().iter().all(|share| *share > 0.0 && *share < 1.0));
    assert!(!data.holds(SECRET_NAME) && !data.holds(SECRET_ANSWER));
    history.restore_learner(later.id).expect("the other can still be brought back");
}

#[test]
fn copies_that_cannot_be_read_are_removed_and_files_set_aside_are_named() {
    let data = Data::new();
    fs::write(data.path(), SECRET_NAME).expect("a damaged file");
    let (history, _) = data.open_with_notices();
    let learner = record_secrets(&history);
    fs::create_dir_all(data.backups()).expect("a folder");
    fs::write(data.backups().join("torus-2026-11-20.db"), SECRET_NAME).expect("a damaged copy");
    fs::write(data.backups().join("torus.part"), SECRET_NAME).expect("an unfinished copy");
    fs::write(data.path().with_file_name("torus.db.part"), SECRET_NAME).expect("an unfinished repair");
    history.delete_learner(learner.id, at(60)).expect("deletes");
    let purged = history.purge_deleted_learners(&data.backups()).expect("purges");
    assert!(!data.names(".").contains(&"torus.db.part".to_owned()));
    assert_eq!(purged.files_left, [data.path().with_file_name("torus.damaged-2026-11-23T07-00-00.db")]);
    assert_eq!(data.names("backups"), Vec::<String>::new());
}

#[test]
fn a_purge_that_a_reader_held_up_is_made_good_by_the_next() {
    let data = Data::new();
    let history = data.open();
    let learner = record_secrets(&history);
    history.delete_learner(learner.id, at(60)).expect("deletes");

    let reader = rusqlite::Connection::open(data.path()).expect("opens");
    reader.execute_batch("BEGIN; SELECT count(*) FROM learner").expect("reads");
    let held_up = history.purge_deleted_learners(&data.backups());
    assert!(matches!(held_up, Err(HistoryError::Locked)), "{held_up:?}");
    assert!(matches!(history.restore_learner(learner.id), Err(HistoryError::UnknownLearner { .. })));
    drop(reader);

    assert_eq!(history.purge_deleted_learners(&data.backups()).expect("purges").learners, 1);
    assert!(!data.holds(SECRET_NAME));
}

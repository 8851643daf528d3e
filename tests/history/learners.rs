//! Several people on one computer.

use crate::fixture::{Data, NOW, ada, at, record_finished, response_records, sitting, sitting_records};
use torus::history::{Filter, HistoryError};
use uuid::Uuid;

fn names(history: &torus::history::History) -> Vec<String> {
    history.learners().expect("lists").into_iter().map(|learner| learner.name).collect()
}

#[test]
fn learners_are_listed_as_they_were_added_and_may_share_a_name() {
    let data = Data::new();
    let history = data.open();
    assert_eq!(names(&history), Vec::<String>::new());
    let first = ada(&history);
    let second = history.add_learner(Uuid::from_u128(2), "Ada", at(5)).expect("adds");
    history.add_learner(Uuid::from_u128(3), "日本 🙂'\"", at(5)).expect("adds");
    assert_eq!(names(&history), ["Ada", "Ada", "日本 🙂'\""]);
    assert_ne!((first.id, first.uuid), (second.id, second.uuid));
    assert_eq!(data.open().learners().expect("lists")[..2], [first, second]);
}

#[test]
fn one_uuid_is_one_learner() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    assert!(history.add_learner(Uuid::from_u128(0xADA), "Grace", NOW).is_err());
    assert_eq!(names(&history), ["Ada"]);
}

#[test]
fn a_new_name_shows_in_old_results() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    history.rename_learner(learner.id, "Ada Lovelace").expect("renames");
    assert_eq!(names(&history), ["Ada Lovelace"]);
    assert!(response_records(&history, &Filter::default()).iter().all(|row| row.learner_name == "Ada Lovelace"));
}

#[test]
fn a_deleted_learner_is_hidden_everywhere_until_restored() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    history.begin(learner.id, &sitting(2, "fusion", 10)).expect("begins");
    history.delete_learner(learner.id, at(20)).expect("deletes");

    assert_eq!(names(&history), Vec::<String>::new());
    assert_eq!(response_records(&history, &Filter::default()), []);
    assert_eq!(sitting_records(&history, &Filter::default()), []);
    assert_eq!(history.unfinished(learner.id).expect("lists"), []);
    assert_eq!(history.load_sitting(Uuid::from_u128(1)).expect("looks"), None);
    assert!(history.begin(learner.id, &sitting(3, "fusion", 30)).is_err());

    history.restore_learner(learner.id).expect("restores");
    assert_eq!(history.learners().expect("lists"), std::slice::from_ref(&learner));
    assert_eq!(sitting_records(&history, &Filter::default()).len(), 2);
    assert_eq!(history.unfinished(learner.id).expect("lists").len(), 1);
}

#[test]
fn nobody_is_changed_who_is_not_there() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    history.delete_learner(learner.id, NOW).expect("deletes");
    for result in [
        history.rename_learner(learner.id, "x"),
        history.delete_learner(learner.id, NOW),
        history.rename_learner(99, "x"),
        history.delete_learner(99, NOW),
        history.restore_learner(99),
    ] {
        assert!(matches!(result, Err(HistoryError::UnknownLearner { .. })), "{result:?}");
    }
}

//! Marks that a learner overruled and remarks on questions: kept, read again, told to the teacher and in the table of answers.

use super::fixture::{Data, ada, answer, at, response_records, responses_csv, sitting};
use torus::history::{Filter, History};
use torus::sitting::{Overruling, Response, Sitting, Verdict};

/// A sitting in which the town (the fifth question) was answered wrong.
fn answered(history: &History) -> Sitting {
    let learner = ada(history);
    let mut sitting = sitting(1, "iceland", 0);
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 4, Response::Text("Reykjanes".into()), 0.0, 5);
    history.record_answer(&sitting, 4).expect("records");
    sitting
}

fn overrule(history: &History, sitting: &mut Sitting, stands: bool, secs: i64) {
    assert!(sitting.overrule(4, stands, at(secs)));
    history.record_overruling(sitting, 4).expect("records");
}

#[test]
fn an_overruled_mark_is_there_after_a_restart_with_the_automatic_one_beside_it() {
    let data = Data::new();
    let mut sitting = answered(&data.open());
    overrule(&data.open(), &mut sitting, true, 9);
    let history = data.open();
    let loaded = history.load_sitting(sitting.id).expect("reads").expect("is there");
    let turn = &loaded.turns[4];
    assert_eq!(turn.overruling, Some(Overruling { stands: true, at: at(9) }));
    assert_eq!((turn.verdict(), turn.marked_verdict()), (Verdict::Correct, Verdict::Wrong));
    let records = response_records(&history, &Filter::default());
    assert_eq!((records[0].score, records[0].marked_score, records[0].verdict), (1.0, Some(0.0), Verdict::Correct));
    assert!(records[0].is_overruled);
    let csv = String::from_utf8(responses_csv(&records, false)).expect("UTF-8");
    // The prompt has two lines, so every cell of the row is in quotation marks.
    assert!(csv.ends_with(",\"true\",\"\",\"\",\"\",\"0\"\r\n"), "{csv}");
}

#[test]
fn what_was_taken_back_leaves_the_automatic_mark_alone() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = answered(&history);
    overrule(&history, &mut sitting, true, 9);
    overrule(&history, &mut sitting, false, 12);
    let records = response_records(&history, &Filter::default());
    assert_eq!((records[0].score, records[0].marked_score, records[0].is_overruled), (0.0, None, false));
    let loaded = history.load_sitting(sitting.id).expect("reads").expect("is there");
    assert_eq!(loaded.turns[4].overruling, Some(Overruling { stands: false, at: at(12) }), "when is kept");
}

#[test]
fn a_remark_reaches_the_teacher_and_the_table() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = answered(&history);
    assert!(sitting.remark(4, "Two answers are right"));
    history.record_turn(&sitting, 4).expect("records");
    assert!(sitting.remark(0, "Which wall?"), "a question that was not answered can be remarked on too");
    history.record_turn(&sitting, 0).expect("records");
    let remarks = history.remarks("iceland").expect("reads");
    let told: Vec<(&str, &str, &str)> =
        remarks.iter().map(|said| (&*said.question_id, &*said.words, &*said.response)).collect();
    assert_eq!(told, [("year", "Which wall?", ""), ("town", "Two answers are right", "Reykjanes")]);
    assert_eq!(remarks[1].learner_name, "Ada");
    assert_eq!(history.remarks("norway").expect("reads"), []);
    assert_eq!(response_records(&history, &Filter::default())[0].remark, "Two answers are right");
}

#[test]
fn a_mark_overruled_without_a_word_reaches_the_teacher_too() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = answered(&history);
    assert_eq!(history.remarks("iceland").expect("reads"), [], "an answer alone is none of it");
    overrule(&history, &mut sitting, true, 9);
    let remarks = history.remarks("iceland").expect("reads");
    assert!(remarks[0].is_overruled && remarks[0].words.is_empty());
}

#[test]
fn what_a_deleted_learner_said_is_told_to_nobody() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = answered(&history);
    assert!(sitting.remark(4, "Two answers are right"));
    history.record_turn(&sitting, 4).expect("records");
    let learner = history.learners().expect("reads").remove(0);
    history.delete_learner(learner.id, at(20)).expect("deletes");
    assert_eq!(history.remarks("iceland").expect("reads"), []);
    history.purge_deleted_learners(&data.backups()).expect("wipes");
    assert!(!data.holds("Two answers are right"));
}

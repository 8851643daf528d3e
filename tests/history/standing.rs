//! What a learner has met and knows.

use crate::fixture::{Data, ada, answer, at, end, record_finished, sitting, sitting_records};
use std::collections::HashMap;
use torus::history::{Filter, Standing};
use torus::sitting::put_together::MISTAKES;
use torus::sitting::{Response, State, Turn};
use uuid::Uuid;

#[test]
fn nobody_has_met_anything_at_first() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history).id;
    assert_eq!(history.met(learner, "fusion").expect("reads"), HashMap::new());
    assert_eq!(history.standings(learner).expect("reads"), HashMap::new());
    assert_eq!(history.previous_percent(learner, "fusion", Uuid::nil()).expect("reads"), None);
}

#[test]
fn a_question_is_met_once_a_sitting_when_it_was_answered_or_the_sitting_ended() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    let mut open = sitting(2, "fusion", 100);
    history.begin(learner.id, &open).expect("begins");
    answer(&mut open, 2, Response::TrueFalse(false), 0.0, 5);
    open.turns.push(Turn::new(open.turns[2].item.clone(), 2));
    answer(&mut open, 5, Response::TrueFalse(true), 1.0, 9);
    history.record_answer(&open, 2).expect("records");
    record_finished(&history, &learner, 3, "chemistry", 200, 0.0);
    let mut met = history.met(learner.id, "fusion").expect("reads");
    assert_eq!(met.len(), 1, "those of that bank alone");
    met.extend(history.met(learner.id, "chemistry").expect("reads"));
    let count = |bank: &str, question: &str| met[bank].get(question).copied();
    assert_eq!((met.len(), met["fusion"].len(), met["chemistry"].len()), (2, 5, 5));
    assert_eq!(
        (count("fusion", "year"), count("fusion", "sun"), count("chemistry", "sun")),
        (Some(1), Some(2), Some(1))
    );
    assert_eq!(history.met(learner.id + 1, "fusion").expect("reads"), HashMap::new());
}

#[test]
fn what_is_known_follows_the_latest_answer() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let known = |bank: &str| {
        let standing: Standing = history.standings(learner.id).expect("reads")[bank];
        (standing.known_questions, standing.met_questions)
    };
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    assert_eq!(known("fusion"), (1, 5));
    record_finished(&history, &learner, 2, "fusion", 100, 0.5);
    assert_eq!(known("fusion"), (0, 5), "half right is not known");
    record_finished(&history, &learner, 3, "fusion", 200, 1.0);
    assert_eq!(known("fusion"), (1, 5));
    record_finished(&history, &learner, 4, "fusion", -500, 0.0);
    assert_eq!(known("fusion"), (1, 5), "an earlier answer that is written down later changes nothing");
    let mut unanswered = sitting(5, "fusion", 300);
    history.begin(learner.id, &unanswered).expect("begins");
    end(&mut unanswered, State::Finished, 60);
    history.finish(&unanswered).expect("finishes");
    assert_eq!(known("fusion"), (1, 5), "no answer is no latest answer");
}

#[test]
fn a_changed_question_is_the_same_question() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    let mut changed = sitting(2, "fusion", 100);
    changed.turns[0].item.question.prompt = "Which year was it?".into();
    history.begin(learner.id, &changed).expect("begins");
    answer(&mut changed, 0, Response::Choice(1), 0.0, 5);
    history.record_answer(&changed, 0).expect("records");
    let standing = history.standings(learner.id).expect("reads")["fusion"];
    assert_eq!((standing.known_questions, standing.met_questions), (0, 5));
    assert_eq!(history.met(learner.id, "fusion").expect("reads")["fusion"]["year"], 2);
}

#[test]
fn the_last_result_is_that_of_the_sitting_finished_last() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 100, 1.0);
    record_finished(&history, &learner, 2, "fusion", 0, 0.0);
    record_finished(&history, &learner, 3, "chemistry", 0, 0.0);
    history.begin(learner.id, &sitting(4, "physics", 500)).expect("begins");
    let standings = history.standings(learner.id).expect("reads");
    let last = |bank: &str| standings.get(bank).and_then(|standing| standing.last_percent);
    assert_eq!((last("fusion"), last("chemistry"), last("physics")), (Some(100.0 / 6.0), Some(0.0), None));
    assert_eq!(standings["fusion"].last_finished_at, Some(at(160)));
}

#[test]
fn the_result_before_is_of_the_same_bank_and_finished_before() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    record_finished(&history, &learner, 2, "chemistry", 100, 0.0);
    record_finished(&history, &learner, 3, "fusion", 200, 0.0);
    history.begin(learner.id, &sitting(4, "fusion", 300)).expect("begins");
    let before = |number: u128| history.previous_percent(learner.id, "fusion", Uuid::from_u128(number)).expect("reads");
    assert_eq!(before(1), None);
    assert_eq!(before(3), Some(100.0 / 6.0));
    assert_eq!(before(4), Some(0.0), "while a sitting goes on, the last finished one is the one before");
    assert_eq!(history.previous_percent(learner.id + 1, "fusion", Uuid::nil()).expect("reads"), None);
}

#[test]
fn practising_mistakes_is_no_result_of_the_bank_and_teaches_all_the_same() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 0.0);
    let mut mistakes = sitting(2, "fusion", 100);
    mistakes.quiz_id = MISTAKES.into();
    mistakes.turns.truncate(1);
    history.begin(learner.id, &mistakes).expect("begins");
    answer(&mut mistakes, 0, Response::Choice(0), 1.0, 5);
    history.record_answer(&mistakes, 0).expect("records");
    end(&mut mistakes, State::Finished, 60);
    history.finish(&mistakes).expect("finishes");
    let standing = history.standings(learner.id).expect("reads")["fusion"];
    assert_eq!((standing.last_percent, standing.last_finished_at), (Some(0.0), Some(at(60))));
    assert_eq!((standing.known_questions, standing.met_questions), (1, 5));
    assert_eq!(history.met(learner.id, "fusion").expect("reads")["fusion"]["year"], 2);
    record_finished(&history, &learner, 3, "fusion", 200, 1.0);
    let before = history.previous_percent(learner.id, "fusion", Uuid::from_u128(3)).expect("reads");
    assert_eq!(before, Some(0.0));
}

#[test]
fn no_percentage_passes_100_wherever_it_is_told() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut full = sitting(1, "fusion", 0);
    full.turns.truncate(1);
    history.begin(learner.id, &full).expect("begins");
    answer(&mut full, 0, Response::Choice(0), 1.0, 5);
    history.record_answer(&full, 0).expect("records");
    end(&mut full, State::Finished, 60);
    history.finish(&full).expect("finishes");
    // As sums of fractions come out: a hair above what could be earned.
    let hand = rusqlite::Connection::open(data.path()).expect("opens");
    hand.execute("UPDATE turn SET score = 0.1 + 0.2, max_score = 0.3", []).expect("changes");
    let row = sitting_records(&history, &Filter::default()).remove(0);
    assert_eq!((row.percent(), row.passed()), (Some(100.0), Some(true)));
    assert_eq!(history.standings(learner.id).expect("reads")["fusion"].last_percent, Some(100.0));
    assert_eq!(history.previous_percent(learner.id, "fusion", Uuid::nil()).expect("reads"), Some(100.0));
}

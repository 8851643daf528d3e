//! A practice as it is kept: what was not known, and a score that stands before the second tries.

use crate::fixture::{Data, ada, at, response_records, sitting, sitting_records};
use torus::bank::Mode;
use torus::history::Filter;
use torus::sitting::{Answered, Note, Response, Sitting, State, Verdict};

fn practice(number: u128) -> Sitting {
    let mut practice = sitting(number, "fusion", 0);
    practice.terms.mode = Mode::Practice;
    practice.terms.time_limit_secs = None;
    practice
}

/// Answers with `true`, which is an answer of one kind alone, or says that the question is not known.
fn go_on(sitting: &mut Sitting, secs: i64) {
    let is_truth = sitting.turn().item.question.id == "sun".into();
    let answered = match is_truth {
        true => sitting.answer(Response::TrueFalse(true), at(secs)),
        false => sitting.say_not_known(at(secs)),
    };
    assert_eq!(answered, Answered::Accepted);
}

#[test]
fn what_was_not_known_is_there_after_a_restart_and_in_the_rows_and_is_no_knowledge() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut practice = practice(1);
    history.begin(learner.id, &practice).expect("begins");
    assert_eq!(practice.say_not_known(at(9)), Answered::Accepted);
    history.record_answer(&practice, 0).expect("records");
    drop(history);
    let history = data.open();
    assert_eq!(history.load_sitting(practice.id).expect("loads"), Some(practice));
    let rows = response_records(&history, &Filter::default());
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!((&rows[0].response, rows[0].verdict, rows[0].score), (&None, Verdict::Unanswered, 0.0));
    assert_eq!((&rows[0].note, rows[0].answered_at), (&Some(Note::NotKnown), Some(at(9))));
    let standing = history.standings(learner.id).expect("reads")["fusion"];
    assert_eq!((standing.met_questions, standing.known_questions), (1, 0));
    assert_eq!(history.unfinished(learner.id).expect("reads")[0].answered, 1, "it is done, though not answered");
    assert_eq!(sitting_records(&history, &Filter::default())[0].answered, 0);
}

#[test]
fn a_later_i_do_not_know_takes_back_what_was_known() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    for (number, is_known) in [(1, true), (2, false)] {
        let mut practice = practice(number);
        practice.turns.truncate(1);
        history.begin(learner.id, &practice).expect("begins");
        let secs = 10 * i64::try_from(number).expect("small");
        let answered = match is_known {
            true => practice.answer(Response::Choice(0), at(secs)),
            false => practice.say_not_known(at(secs)),
        };
        assert_eq!(answered, Answered::Accepted);
        history.record_answer(&practice, 0).expect("records");
    }
    let standing = history.standings(learner.id).expect("reads")["fusion"];
    assert_eq!((standing.met_questions, standing.known_questions), (1, 0));
}

#[test]
fn killed_in_the_second_tries_a_practice_is_finished_with_the_score_of_the_first() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut practice = practice(1);
    history.begin(learner.id, &practice).expect("begins");
    for secs in 1..=6 {
        go_on(&mut practice, secs);
        history.record_answer(&practice, practice.current).expect("records");
        practice.advance();
    }
    // Killed: nothing more is written down.
    drop(history);
    let history = data.open();
    assert!(history.unfinished(learner.id).expect("reads").is_empty());
    let record = &sitting_records(&history, &Filter::default())[0];
    assert_eq!((record.state, record.finished_at, record.score), (State::Finished, Some(at(6)), 1.0));
    assert_eq!((record.questions, record.answered), (5, 1));
    let rows = response_records(&history, &Filter::default());
    let attempts: Vec<u32> = rows.iter().map(|row| row.attempt).collect();
    assert_eq!(attempts, [1, 1, 1, 1, 1, 2], "the second try that was made is kept");
    let loaded = history.load_sitting(practice.id).expect("loads").expect("there");
    assert_eq!((loaded.is_scored(), loaded.second_tries_left()), (true, 3));
    let orders =
        |sitting: &Sitting| sitting.turns.iter().map(|turn| turn.item.option_order.clone()).collect::<Vec<_>>();
    assert_eq!(orders(&loaded), orders(&practice), "second tries come back as they were shuffled");
}

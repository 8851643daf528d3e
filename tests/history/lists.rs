//! Rows for CSV: which there are, in which order, and what stands in them.

use crate::fixture::{
    Data, ada, answer, at, end, record_finished, response_records, responses_csv, sitting, sitting_records,
};
use std::io;
use torus::history::{Filter, History, HistoryError, question_hash};
use torus::report::{ResponsesCsv, sittings_csv};
use torus::sitting::{Mark, Note, Response, State, Turn, Verdict};
use uuid::Uuid;

fn positions(history: &History) -> Vec<(u32, Verdict)> {
    response_records(history, &Filter::default()).into_iter().map(|row| (row.position, row.verdict)).collect()
}

#[test]
fn a_row_tells_all_that_was_recorded() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut sitting = sitting(7, "fusion", 0);
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 1, Response::Choices(vec![0, 2]), 0.5, 10);
    sitting.turns[1].is_flagged = true;
    history.record_answer(&sitting, 1).expect("records");
    let text = String::from_utf8(responses_csv(&response_records(&history, &Filter::default()), false)).expect("UTF-8");
    let hash = question_hash(&sitting.turns[1].item.question);
    let expected = format!(
        "Ada,00000000-0000-0000-0000-000000000007,fusion,Title of fusion,quick,test,4294967295,\
         2026-11-23T07:00:00+01:00,,in_progress,2,seats,choices,ITER,Which two?,a\\;b; e\\\\f,a\\;b; c\\=d,1,2,partial,\
         ,0,4.25,2026-11-23T07:00:10+01:00,true,00000000-0000-0000-0000-000000000ada,1,c\\=d; e\\\\f; a\\;b,{hash},,,,,\r\n"
    );
    assert_eq!(text.split_once("\r\n").expect("a header").1, expected);
}

#[test]
fn a_note_on_an_answer_comes_along() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    answer(&mut sitting, 3, Response::Number("59 kg".into()), 0.0, 5);
    let note = Note::WrongUnit { expected: "MJ".into() };
    sitting.turns[3].mark = Some(Mark { fraction: 0.0, note: Some(note.clone()) });
    history.record_answer(&sitting, 3).expect("records");
    let records = response_records(&history, &Filter::default());
    assert_eq!(records[0].note, Some(note));
    let text = String::from_utf8(responses_csv(&records, false)).expect("UTF-8");
    assert!(text.contains(",remark,note,counts,marked_score\r\n") && text.ends_with(",wrong_unit,,\r\n"), "{text}");
}

#[test]
fn of_a_finished_sitting_every_question_is_a_row() {
    let data = Data::new();
    let history = data.open();
    record_finished(&history, &ada(&history), 1, "fusion", 0, 1.0);
    let rows = response_records(&history, &Filter::default());
    let verdicts: Vec<Verdict> = rows.iter().map(|row| row.verdict).collect();
    let open = Verdict::Unanswered;
    assert_eq!(verdicts, [Verdict::Correct, open, open, open, open]);
    let open = &rows[1];
    assert_eq!((&open.response, open.answered_at, open.score, open.max_score), (&None, None, 0.0, 2.0));
    assert_eq!(rows[0].finished_at, Some(at(60)));
}

#[test]
fn of_an_open_or_abandoned_sitting_only_answers_are_rows() {
    for state in [State::InProgress, State::Abandoned] {
        let data = Data::new();
        let history = data.open();
        let mut sitting = sitting(1, "fusion", 0);
        history.begin(ada(&history).id, &sitting).expect("begins");
        assert_eq!(positions(&history), []);
        answer(&mut sitting, 3, Response::Number("59 MJ".into()), 1.0, 5);
        history.record_answer(&sitting, 3).expect("records");
        if state == State::Abandoned {
            end(&mut sitting, state, 60);
            history.finish(&sitting).expect("finishes");
        }
        assert_eq!(positions(&history), [(4, Verdict::Correct)]);
        assert_eq!(response_records(&history, &Filter::default())[0].state, state);
    }
}

#[test]
fn second_attempts_are_rows_but_no_part_of_the_score() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    answer(&mut sitting, 0, Response::Choice(1), 0.0, 5);
    answer(&mut sitting, 1, Response::Choices(vec![0, 1]), 1.0, 5);
    sitting.turns.push(Turn::new(sitting.turns[0].item.clone(), 2));
    answer(&mut sitting, 5, Response::Choice(0), 1.0, 40);
    end(&mut sitting, State::Finished, 60);
    history.finish(&sitting).expect("finishes");

    let again = response_records(&history, &Filter::default()).pop().expect("rows");
    assert_eq!((again.attempt, again.position, again.score), (2, 6, 1.0));
    let row = sitting_records(&history, &Filter::default()).remove(0);
    assert_eq!((row.questions, row.answered, row.score, row.max_score), (5, 2, 2.0, 6.0));
}

#[test]
fn a_sitting_is_written_to_the_letter() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    history.begin(learner.id, &sitting(2, "fusion", 100)).expect("begins");
    let rows = sitting_records(&history, &Filter::default());
    let text = String::from_utf8(sittings_csv(&rows, false)).expect("UTF-8");
    let lines: Vec<&str> = text.split("\r\n").skip(1).collect();
    let id = "00000000-0000-0000-0000-000000000ada";
    assert_eq!(
        lines,
        [
            format!(
                "Ada,00000000-0000-0000-0000-000000000001,fusion,Title of fusion,quick,test,4294967295,\
                 2026-11-23T07:00:00+01:00,2026-11-23T07:01:00+01:00,finished,4.25,5,1,1,6,16.666666666666668,false,{id},0,0"
            ),
            format!(
                "Ada,00000000-0000-0000-0000-000000000002,fusion,Title of fusion,quick,test,4294967295,\
                 2026-11-23T07:01:40+01:00,,in_progress,0,5,0,0,6,0,,{id},0,0"
            ),
            String::new(),
        ]
    );
}

#[test]
fn passing_needs_a_pass_mark_and_an_end() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut number = 0;
    let mut check = |pass_percent, state, expected| {
        number += 1;
        let mut sitting = sitting(number, "fusion", 0);
        // Three thirds of a question each: 0.1 + 0.2 + 0.3 is above 0.6 only in binary.
        sitting.turns.truncate(1);
        sitting.terms.pass_percent = pass_percent;
        history.begin(learner.id, &sitting).expect("begins");
        answer(&mut sitting, 0, Response::Choice(0), 0.1 + 0.5, 5);
        end(&mut sitting, state, 60);
        history.finish(&sitting).expect("finishes");
        let filter = Filter { sitting: Some(sitting.id), ..Filter::default() };
        assert_eq!(sitting_records(&history, &filter)[0].passed(), expected, "{pass_percent:?} {state:?}");
    };
    check(Some(60.0), State::Finished, Some(true));
    check(Some(60.0 + 1e-12), State::Finished, Some(true));
    check(Some(61.0), State::Finished, Some(false));
    check(None, State::Finished, None);
    check(Some(60.0), State::Abandoned, None);
}

#[test]
fn a_sitting_without_points_has_no_percentage() {
    let data = Data::new();
    let history = data.open();
    let mut empty = sitting(1, "fusion", 0);
    empty.turns.clear();
    history.begin(ada(&history).id, &empty).expect("begins");
    end(&mut empty, State::Finished, 1);
    history.finish(&empty).expect("finishes");
    let row = sitting_records(&history, &Filter::default()).remove(0);
    assert_eq!((row.questions, row.max_score, row.percent(), row.passed()), (0, 0.0, None, None));
}

#[test]
fn filters_narrow_the_rows_and_hold_together() {
    let data = Data::new();
    let history = data.open();
    let ada = ada(&history);
    let zoe = history.add_learner(Uuid::from_u128(2), "Zoë", at(0)).expect("adds");
    let other_zoe = history.add_learner(Uuid::from_u128(3), "Zoë", at(0)).expect("adds");
    record_finished(&history, &ada, 1, "fusion", 0, 1.0);
    record_finished(&history, &zoe, 2, "fusion", 10, 1.0);
    record_finished(&history, &zoe, 3, "chemistry", 20, 1.0);
    record_finished(&history, &other_zoe, 4, "chemistry", 30, 1.0);
    let check = |filter: Filter, expected: &[u128]| {
        let sittings = sitting_records(&history, &filter).into_iter().map(|row| row.id);
        let numbers: Vec<u128> = sittings.map(|id| id.as_u128()).collect();
        assert_eq!(numbers, expected, "{filter:?}");
        let mut of_responses: Vec<u128> =
            response_records(&history, &filter).into_iter().map(|row| row.sitting_id.as_u128()).collect();
        of_responses.dedup();
        assert_eq!(of_responses, expected, "{filter:?}");
    };
    let all = Filter::default();
    check(all.clone(), &[1, 2, 3, 4]);
    check(Filter { learner_name: Some("Zoë".into()), ..all.clone() }, &[2, 3, 4]);
    check(Filter { learner_name: Some("Zoe\u{308}".into()), ..all.clone() }, &[2, 3, 4]);
    check(Filter { learner_name: Some("zoë".into()), ..all.clone() }, &[]);
    check(Filter { learner_id: Some(zoe.id), ..all.clone() }, &[2, 3]);
    check(Filter { bank: Some("chemistry".into()), ..all.clone() }, &[3, 4]);
    check(Filter { bank: Some("chem%".into()), ..all.clone() }, &[]);
    check(Filter { sitting: Some(Uuid::from_u128(2)), ..all.clone() }, &[2]);
    check(Filter { learner_id: Some(zoe.id), bank: Some("chemistry".into()), ..all.clone() }, &[3]);
    check(Filter { learner_id: Some(ada.id), sitting: Some(Uuid::from_u128(2)), ..all }, &[]);
}

#[test]
fn rows_stand_by_start_and_then_by_position() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 500, 1.0);
    record_finished(&history, &learner, 2, "fusion", 100, 1.0);
    let rows = response_records(&history, &Filter::default());
    let order: Vec<(u128, u32)> = rows.iter().map(|row| (row.sitting_id.as_u128(), row.position)).collect();
    let expected: Vec<(u128, u32)> = [2, 1].into_iter().flat_map(|id| (1..=5).map(move |nth| (id, nth))).collect();
    assert_eq!(order, expected);
}

#[test]
fn rows_stream_into_a_writer_and_its_error_ends_it() {
    let data = Data::new();
    let history = data.open();
    record_finished(&history, &ada(&history), 1, "fusion", 0, 1.0);
    let filter = Filter::default();

    let mut csv = ResponsesCsv::new(Vec::new(), true).expect("starts");
    let unreadable = history.for_each_response(&filter, |record| csv.write(&record)).expect("streams");
    assert_eq!(unreadable, []);
    assert_eq!(csv.finish().expect("ends"), responses_csv(&response_records(&history, &filter), true));

    let mut taken = 0;
    let stopped = history.for_each_response(&filter, |_| {
        taken += 1;
        Err(io::Error::from(io::ErrorKind::BrokenPipe))
    });
    assert_eq!((stopped.expect_err("stops").kind(), taken), (io::ErrorKind::BrokenPipe, 1));
    let stopped = history.for_each_response(&filter, |_| Err(HistoryError::DiskFull));
    assert!(matches!(stopped, Err(HistoryError::DiskFull)));
}

/// A finished sitting of five questions after some change by hand. The file is above the size that is checked at every
/// start, so that even a value that its tables forbid comes through.
fn changed_by_hand(change: &str) -> Data {
    let data = Data::new();
    let history = data.open();
    record_finished(&history, &ada(&history), 1, "fusion", 0, 1.0);
    let hand = rusqlite::Connection::open(data.path()).expect("opens");
    hand.execute_batch(&format!("PRAGMA ignore_check_constraints = ON; {change}")).expect("changes");
    hand.execute_batch("CREATE TABLE ballast (x BLOB); INSERT INTO ballast VALUES (zeroblob(40 * 1024 * 1024))")
        .expect("fills");
    data
}

#[test]
fn a_response_changed_by_hand_is_left_out_and_told() {
    let check = |change: &str, expected: &str| {
        let data = changed_by_hand(change);
        let history = data.open();
        let mut positions = Vec::new();
        let unreadable = history
            .for_each_response(&Filter::default(), |record| {
                positions.push(record.position);
                Ok::<_, HistoryError>(())
            })
            .expect("goes on");
        let told: Vec<String> = unreadable.iter().map(ToString::to_string).collect();
        assert_eq!((positions, told), (vec![1, 3, 4, 5], vec![format!("sitting {}, question 2: {expected}", id(1))]));
        assert_eq!(sitting_records(&history, &Filter::default()).len(), 1);
    };
    let of_question = "UPDATE question SET kind = 'essay' WHERE question_id = 'seats'";
    check(of_question, "`kind` is essay, which this version of Torus does not know");
    for (column, value, shown) in
        [("verdict", "'splendid'", "splendid"), ("certainty", "4", "4"), ("certainty", "-1", "-1")]
    {
        let change = format!("UPDATE turn SET {column} = {value} WHERE turn_index = 1");
        check(&change, &format!("`{column}` is {shown}, which this version of Torus does not know"));
    }
}

#[test]
fn a_sitting_changed_by_hand_is_left_out_and_told() {
    let check = |change: &str, expected: &str| {
        let data = changed_by_hand(change);
        let found = data.open().sittings(&Filter::default()).expect("goes on");
        let told: Vec<String> = found.unreadable.iter().map(ToString::to_string).collect();
        assert_eq!((found.records, told), (vec![], vec![expected.to_owned()]));
    };
    let unknown = |column: &str, shown: &str| {
        format!("sitting {}: `{column}` is {shown}, which this version of Torus does not know", id(1))
    };
    check("UPDATE sitting SET mode = 'contest'", &unknown("mode", "contest"));
    check("UPDATE sitting SET state = 'paused'", &unknown("state", "paused"));
    check("UPDATE learner SET uuid = 'Ada'", &unknown("learner_id", "Ada"));
    let nameless = "sitting not an id: `sitting` is not an id, which this version of Torus does not know";
    check("UPDATE sitting SET uuid = 'not an id'", nameless);
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

//! Commands read while the window writes.

use crate::fixture::{Data, ada, answer, record_finished, response_records, sitting};
use torus::history::{Filter, History, HistoryError};
use torus::sitting::Response;
use uuid::Uuid;

#[test]
fn where_nothing_is_nothing_is_read_or_made() {
    let data = Data::new();
    assert!(History::open_read_only(&data.path()).expect("looks").is_none());
    assert_eq!(data.names("."), Vec::<String>::new());
}

#[test]
fn reading_leaves_no_file_behind() {
    let data = Data::new();
    let history = data.open();
    record_finished(&history, &ada(&history), 1, "fusion", 0, 1.0);
    drop(history);
    assert_eq!(data.names("."), ["torus.db"]);
    let reader = History::open_read_only(&data.path()).expect("opens").expect("is there");
    assert_eq!(response_records(&reader, &Filter::default()).len(), 5);
    drop(reader);
    assert_eq!(data.names("."), ["torus.db"]);
}

#[test]
fn a_reader_sees_each_answer_as_it_comes_and_holds_nobody_up() {
    let data = Data::new();
    let window = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    window.begin(ada(&window).id, &sitting).expect("begins");
    let command = History::open_read_only(&data.path()).expect("opens").expect("is there");
    for (index, response) in [(2, Response::TrueFalse(true)), (3, Response::Number("59".into()))] {
        answer(&mut sitting, index, response, 1.0, 5);
        window.record_answer(&sitting, index).expect("records");
        assert_eq!(response_records(&command, &Filter::default()).len(), index - 1);
    }
    // While one list is being read, answers are recorded, and the list stays as it was when it began.
    let mut seen = 0;
    command
        .for_each_response(&Filter::default(), |_| {
            seen += 1;
            answer(&mut sitting, 4, Response::Text("Reykjavik".into()), 1.0, 9);
            window.record_answer(&sitting, 4)
        })
        .expect("reads");
    assert_eq!((seen, response_records(&command, &Filter::default()).len()), (2, 3));
}

#[test]
fn a_reader_changes_nothing() {
    let data = Data::new();
    drop(data.open());
    let reader = History::open_read_only(&data.path()).expect("opens").expect("is there");
    assert!(matches!(reader.add_learner(Uuid::nil(), "Ada", crate::fixture::NOW), Err(HistoryError::ReadOnly)));
}

#[test]
fn a_reader_tells_damage_and_mends_nothing() {
    let data = Data::new();
    std::fs::write(data.path(), "nonsense").expect("damages");
    assert!(matches!(History::open_read_only(&data.path()), Err(HistoryError::Damaged)));
    assert_eq!(data.names("."), ["torus.db"]);
}

#[test]
fn a_history_can_move_to_another_thread() {
    let data = Data::new();
    let history = data.open();
    let learners = std::thread::spawn(move || history.learners().map(|learners| learners.len()));
    assert_eq!(learners.join().expect("no panic").expect("reads"), 0);
}

#[test]
fn programs_that_start_at_once_make_one_file() {
    for _ in 0..10 {
        let data = Data::new();
        let start = |number: u128| {
            let path = data.path();
            move || {
                let opened = History::open(&path, crate::fixture::NOW)?;
                opened.history.add_learner(Uuid::from_u128(number), "Ada", crate::fixture::NOW)
            }
        };
        let programs: Vec<_> = (0..4).map(|number| std::thread::spawn(start(number))).collect();
        for program in programs {
            program.join().expect("no panic").expect("opens and writes");
        }
        assert_eq!(data.open().learners().expect("lists").len(), 4);
    }
}

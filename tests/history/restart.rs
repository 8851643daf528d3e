//! What was written down is there after a restart, to the last field.

use crate::fixture::{Data, ada, answer, at, end, question, questions, response_records, sitting, sitting_records};
use torus::bank::{Quietly, read};
use torus::history::{Filter, HistoryError};
use torus::moment::Moment;
use torus::paper::PaperItem;
use torus::sitting::{Certainty, Mark, Note, Response, Sitting, State, Turn, grade};
use uuid::Uuid;

/// Every kind answered, noted, flagged and helped in some way.
fn answered_sitting() -> Sitting {
    let mut sitting = sitting(1, "fusion", 0);
    answer(&mut sitting, 0, Response::Choice(1), 0.0, 5);
    answer(&mut sitting, 1, Response::Choices(vec![0, 2]), 0.5, 10);
    answer(&mut sitting, 2, Response::TrueFalse(true), 1.0, 15);
    answer(&mut sitting, 3, Response::Number(" 59 kJ ".into()), 0.0, 20);
    answer(&mut sitting, 4, Response::Text("Reykjavic".into()), 1.0, 25);
    sitting.turns[3].mark = Some(Mark { fraction: 0.0, note: Some(Note::WrongUnit { expected: "MJ".into() }) });
    sitting.turns[4].mark = Some(Mark { fraction: 1.0, note: Some(Note::Typo { accepted: "Reykjavik".into() }) });
    sitting.turns[3].hints_used = 1;
    sitting.turns[1].is_flagged = true;
    sitting
}

#[test]
fn a_sitting_just_begun_is_there_after_a_restart() {
    let data = Data::new();
    let begun = sitting(1, "fusion", 0);
    let history = data.open();
    history.begin(ada(&history).id, &begun).expect("begins");
    drop(history);
    assert_eq!(data.open().load_sitting(begun.id).expect("loads"), Some(begun));
}

#[test]
fn every_answer_is_there_after_a_restart() {
    let data = Data::new();
    let answered = answered_sitting();
    let history = data.open();
    history.begin(ada(&history).id, &sitting(1, "fusion", 0)).expect("begins");
    for turn_index in 0..answered.turns.len() {
        history.record_answer(&answered, turn_index).expect("records");
    }
    drop(history);
    assert_eq!(data.open().load_sitting(answered.id).expect("loads"), Some(answered));
}

#[test]
fn how_sure_a_learner_was_is_there_after_a_restart_and_in_the_rows() {
    let data = Data::new();
    let history = data.open();
    let mut begun = sitting(1, "fusion", 0);
    begun.terms.certainty = true;
    let terms = begun.terms.clone();
    begun.turns = begun.turns.into_iter().map(|turn| turn.under(&terms)).collect();
    history.begin(ada(&history).id, &begun).expect("begins");
    let mut answered = begun;
    answer(&mut answered, 0, Response::Choice(0), 1.0, 5);
    answered.turns[0].certainty = Some(Certainty::High);
    answer(&mut answered, 2, Response::TrueFalse(false), 0.0, 9);
    answered.turns[2].certainty = Some(Certainty::Middling);
    for turn_index in [0, 2] {
        history.record_answer(&answered, turn_index).expect("records");
    }
    end(&mut answered, State::Finished, 60);
    history.finish(&answered).expect("finishes");
    drop(history);
    let history = data.open();
    assert_eq!(history.load_sitting(answered.id).expect("loads"), Some(answered.clone()));
    let rows = response_records(&history, &Filter::default());
    let told: Vec<_> = rows.iter().map(|row| (row.score, row.max_score, row.certainty.map(Certainty::level))).collect();
    assert_eq!(told, [(3.0, 3.0, Some(3)), (0.0, 6.0, None), (-2.0, 3.0, Some(2)), (0.0, 3.0, None), (0.0, 3.0, None)]);
    let sittings = sitting_records(&history, &Filter::default());
    assert_eq!((sittings[0].score, sittings[0].max_score), (1.0, 18.0));
}

#[test]
fn a_sitting_carried_on_marks_as_one_that_was_never_left() {
    const BANK: &str = r#"Bank(format: 1, id: "rivers", title: "Rivers", questions: [
        (id: "tigris", prompt: "Which river flows through Baghdad?", answer: Text(accept: ["Tigris"], typos: 2)),
        (id: "zoo", prompt: "What sleeps in the zoo; or hunts?", answer: Text(accept: ["Tigers", "Tig;ri"])),
    ])"#;
    let bank = read(BANK, &Quietly).bank.expect("a bank");
    let data = Data::new();
    let history = data.open();
    let mut begun = sitting(1, "rivers", 0);
    begun.turns =
        bank.questions.into_iter().map(|question| Turn::new(PaperItem::new("rivers", question, vec![]), 1)).collect();
    history.begin(ada(&history).id, &begun).expect("begins");
    drop(history);
    let resumed = data.open().load_sitting(begun.id).expect("loads").expect("is there");
    let marks = |sitting: &Sitting| {
        ["Tigers", "Tigriss", "Tig;ri"]
            .map(|typed| grade(&sitting.turns[0].item.question, &Response::Text(typed.into())))
    };
    assert_eq!(marks(&begun).map(|mark| mark.fraction), [0.0, 1.0, 0.0], "an answer of another question is no slip");
    assert_eq!(marks(&resumed), marks(&begun));
    assert_eq!(resumed, begun);
}

#[test]
fn an_answer_is_on_the_disk_while_the_window_is_open() {
    let data = Data::new();
    let history = data.open();
    let answered = answered_sitting();
    history.begin(ada(&history).id, &sitting(1, "fusion", 0)).expect("begins");
    history.record_answer(&answered, 0).expect("records");
    let other = data.open().load_sitting(answered.id).expect("loads").expect("is there");
    assert_eq!(other.turns[0], answered.turns[0]);
    assert_eq!((other.current, other.elapsed_ms), (answered.current, answered.elapsed_ms));
    assert!(other.turns[1..].iter().all(|turn| !turn.is_answered()), "only the recorded turn is written");
}

#[test]
fn a_question_that_comes_again_is_written_with_the_answer_that_brought_it() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    answer(&mut sitting, 0, Response::Choice(1), 0.0, 5);
    sitting.turns.push(Turn::new(sitting.turns[0].item.clone(), 2));
    history.record_answer(&sitting, 0).expect("records");
    assert_eq!(history.load_sitting(sitting.id).expect("loads").as_ref(), Some(&sitting));

    answer(&mut sitting, 5, Response::Choice(0), 1.0, 30);
    sitting.turns.push(Turn::new(sitting.turns[1].item.clone(), 2));
    answer(&mut sitting, 6, Response::Choices(vec![0, 1]), 1.0, 35);
    history.record_answer(&sitting, 6).expect("records a turn that was not known before");
    history.record_answer(&sitting, 5).expect("records");
    assert_eq!(history.load_sitting(sitting.id).expect("loads"), Some(sitting));
}

#[test]
fn a_flag_a_hint_and_the_place_are_kept_without_an_answer() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    sitting.turns[3].is_flagged = true;
    sitting.turns[3].hints_used = 1;
    sitting.turns[3].duration_ms = 900;
    history.record_turn(&sitting, 3).expect("records the turn");
    sitting.current = 3;
    sitting.elapsed_ms = 1234;
    history.record_place(&sitting).expect("records the place");
    assert_eq!(history.load_sitting(sitting.id).expect("loads"), Some(sitting));
}

#[test]
fn an_answer_taken_back_is_gone() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    answer(&mut sitting, 2, Response::TrueFalse(false), 0.0, 5);
    history.record_answer(&sitting, 2).expect("records");
    sitting.turns[2].response = None;
    sitting.turns[2].mark = None;
    sitting.turns[2].answered_at = None;
    history.record_answer(&sitting, 2).expect("records again");
    assert_eq!(history.load_sitting(sitting.id).expect("loads"), Some(sitting));
}

#[test]
fn a_blank_response_is_written_as_no_answer() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    answer(&mut sitting, 1, Response::Choices(vec![]), 0.0, 5);
    answer(&mut sitting, 4, Response::Text("  ".into()), 0.0, 5);
    end(&mut sitting, State::Finished, 60);
    history.finish(&sitting).expect("finishes");
    let loaded = history.load_sitting(sitting.id).expect("loads").expect("is there");
    for turn in &loaded.turns {
        assert_eq!((&turn.response, &turn.mark, turn.answered_at), (&None, &None, None));
    }
}

#[test]
fn the_end_is_kept_with_every_turn() {
    for state in [State::Finished, State::Abandoned] {
        let data = Data::new();
        let history = data.open();
        let mut sitting = answered_sitting();
        history.begin(ada(&history).id, &crate::fixture::sitting(1, "fusion", 0)).expect("begins");
        sitting.turns.push(Turn::new(sitting.turns[0].item.clone(), 2));
        end(&mut sitting, state, 60);
        history.finish(&sitting).expect("finishes");
        assert_eq!(history.unfinished(1).expect("lists"), []);
        assert_eq!(data.open().load_sitting(sitting.id).expect("loads"), Some(sitting));
    }
}

#[test]
fn two_versions_of_a_question_stay_apart() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history).id;
    let old = sitting(1, "fusion", 0);
    let mut new = sitting(2, "fusion", 60);
    new.turns[0].item.question.prompt = "Which year was it?".into();
    history.begin(learner, &old).expect("begins");
    history.begin(learner, &new).expect("begins");
    assert_eq!(history.load_sitting(old.id).expect("loads"), Some(old));
    assert_eq!(history.load_sitting(new.id).expect("loads"), Some(new));
}

#[test]
fn a_sitting_can_draw_from_several_banks() {
    let data = Data::new();
    let history = data.open();
    let mut mixed = sitting(1, "fusion", 0);
    let item = PaperItem::new("chemistry", questions().remove(2), vec![]);
    mixed.turns.push(Turn::new(item, 1));
    history.begin(ada(&history).id, &mixed).expect("begins");
    assert_eq!(history.load_sitting(mixed.id).expect("loads"), Some(mixed));
}

#[test]
fn what_is_not_there_is_an_error_and_no_panic() {
    let data = Data::new();
    let history = data.open();
    let sitting = sitting(1, "fusion", 0);
    assert_eq!(history.load_sitting(Uuid::max()).expect("looks"), None);
    assert!(matches!(history.begin(99, &sitting), Err(HistoryError::UnknownLearner { id: 99 })));
    assert!(matches!(history.record_answer(&sitting, 0), Err(HistoryError::UnknownSitting { .. })));
    assert!(matches!(history.record_place(&sitting), Err(HistoryError::UnknownSitting { .. })));
    assert!(matches!(history.finish(&sitting), Err(HistoryError::UnknownSitting { .. })));
    history.begin(ada(&history).id, &sitting).expect("begins");
    assert!(history.begin(1, &sitting).is_err(), "a sitting begins once");
    assert!(matches!(history.record_turn(&sitting, 5), Err(HistoryError::UnknownTurn { turn_index: 5, .. })));
    assert!(matches!(history.record_answer(&sitting, usize::MAX), Err(HistoryError::UnknownTurn { .. })));
}

#[test]
fn any_text_comes_back_as_it_was_typed() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    for text in ["a\0b", " 5 ", "\u{202e}right to left", "e\u{301}", "'; DROP TABLE turn; --", "\r\n\t", "a; b\\"] {
        answer(&mut sitting, 4, Response::Text(text.into()), 0.0, 5);
        history.record_answer(&sitting, 4).expect("records");
        let loaded = history.load_sitting(sitting.id).expect("loads").expect("is there");
        let expected = sitting.turns[4].response.as_ref().filter(|response| !response.is_blank());
        assert_eq!(loaded.turns[4].response.as_ref(), expected, "{text:?}");
    }
}

#[test]
fn a_mark_that_is_no_number_counts_nothing() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    sitting.turns[2].item.question.points = f64::NAN;
    history.begin(ada(&history).id, &sitting).expect("begins");
    answer(&mut sitting, 3, Response::Number("1".into()), f64::NAN, 5);
    history.record_answer(&sitting, 3).expect("records");
    let rows = sitting_records(&history, &Filter::default());
    assert_eq!((rows[0].score, rows[0].max_score), (0.0, 5.0));
}

#[test]
fn a_turn_changed_by_hand_is_an_error_and_no_panic() {
    let changes = ["option_order = '0,1,9'", "option_order = '0,0,1'", "option_order = 'x'", "option_order = ''"];
    for change in changes.into_iter().chain(["question = (SELECT id FROM question WHERE question_id = 'sun')"]) {
        let data = Data::new();
        let history = data.open();
        let sitting = sitting(1, "fusion", 0);
        history.begin(ada(&history).id, &sitting).expect("begins");
        let hand = rusqlite::Connection::open(data.path()).expect("opens");
        hand.execute(&format!("UPDATE turn SET {change} WHERE turn_index = 1"), []).expect("changes");
        let loaded = history.load_sitting(sitting.id);
        assert!(matches!(loaded, Err(HistoryError::UnreadableTurn { turn_index: 1, .. })), "{change}: {loaded:?}");
    }
}

#[test]
fn a_place_past_the_last_question_is_the_last_question() {
    let data = Data::new();
    let history = data.open();
    let sitting = sitting(1, "fusion", 0);
    history.begin(ada(&history).id, &sitting).expect("begins");
    let hand = rusqlite::Connection::open(data.path()).expect("opens");
    let check = |change: &str, expected: usize| {
        hand.execute(change, []).expect("changes");
        let loaded = history.load_sitting(sitting.id).expect("loads").expect("is there");
        assert_eq!(loaded.current, expected, "{change}");
    };
    check("UPDATE sitting SET current_turn = 5", 4);
    check("UPDATE sitting SET current_turn = 9223372036854775807", 4);
    check("UPDATE sitting SET current_turn = 4", 4);
    check("DELETE FROM turn WHERE turn_index > 1", 1);
    check("DELETE FROM turn", 0);
}

#[test]
fn extreme_numbers_do_not_panic() {
    let data = Data::new();
    let history = data.open();
    let mut sitting = sitting(1, "fusion", 0);
    sitting.started_at = Moment { unix_ms: i64::MIN, offset_secs: i32::MIN };
    sitting.elapsed_ms = u64::MAX;
    sitting.terms.time_limit_secs = Some(u32::MAX);
    history.begin(ada(&history).id, &sitting).expect("begins");
    let loaded = history.load_sitting(sitting.id).expect("loads").expect("is there");
    assert_eq!((loaded.started_at, loaded.elapsed_ms), (sitting.started_at, u64::try_from(i64::MAX).expect("fits")));
    assert_eq!(history.unfinished(1).expect("lists")[0].remaining_ms, Some(0));
}

#[test]
fn unfinished_sittings_are_offered_newest_first() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history).id;
    for number in 1..=3 {
        let mut sitting = sitting(number, "fusion", 100 * i64::try_from(number).expect("small"));
        if number == 2 {
            sitting.terms.time_limit_secs = None;
        }
        history.begin(learner, &sitting).expect("begins");
        answer(&mut sitting, 0, Response::Choice(1), 0.0, 5);
        sitting.turns.push(Turn::new(sitting.turns[0].item.clone(), 2));
        history.record_answer(&sitting, 0).expect("records");
    }
    let unfinished = history.unfinished(learner).expect("lists");
    let ids: Vec<u128> = unfinished.iter().map(|sitting| sitting.id.as_u128()).collect();
    assert_eq!(ids, [3, 2, 1]);
    let newest = &unfinished[0];
    assert_eq!((newest.questions, newest.answered, newest.started_at), (5, 1, at(300)));
    assert_eq!((newest.bank_id.as_str(), newest.bank_title.as_str()), ("fusion", "Title of fusion"));
    assert_eq!((newest.remaining_ms, unfinished[1].remaining_ms), (Some(600_000 - 4250), None));
    assert_eq!(history.unfinished(learner + 1).expect("lists"), []);
}

/// One of each kind of several parts, answered, and a calculated one with its values drawn.
fn sitting_of_parts() -> Sitting {
    let (one, two) = (Some(1), Some(2));
    let kinds = [
        (r#"Order(items: ["a;", "b", "c"])"#, vec![2, 0, 1], Response::Order(vec![1, 0, 2])),
        (
            r#"Match(pairs: [("a = b", "x"), ("c", "y")], extra: ["z"])"#,
            vec![2, 1, 0],
            Response::Match(vec![two, None]),
        ),
        (
            r#"Cloze(text: "{a ~ b} and {Reykjavík|R}")"#,
            vec![1, 0],
            Response::Cloze(vec!["b".into(), " reykjavik; ".into()]),
        ),
        (r#"Categorise(groups: {"A": ["x"], "B": ["y"]})"#, vec![1, 0], Response::Categorise(vec![one, None])),
        (
            r#"Hotspot(image: "i.png", spots: [(name: "a", shape: Circle(x: 0.1, y: 0.2, r: 0.3)),
                (name: "b", shape: Rect(x: 0, y: 0, width: 1, height: 1), describe: "all"),
                (name: "c", shape: Polygon([(0, 0), (1, 0.5), (0.25, 1)]))], correct: ["b"])"#,
            vec![2, 0, 1],
            Response::Hotspot(vec![1]),
        ),
        (r#"Recall(answer: "59 MJ")"#, vec![], Response::Recall(true)),
        (POWER, vec![], Response::Calculated("12.3 MW".into())),
    ];
    let mut sitting = sitting(1, "fusion", 0);
    sitting.turns.clear();
    for (index, (kind, order, response)) in kinds.into_iter().enumerate() {
        let ron = format!(
            r#"(id: "q{index}", prompt: "{{E}} MJ in {{t}} s?", explanation: "{{E}} / {{t}}", answer: {kind})"#
        );
        let item = PaperItem::new("fusion", question(&ron), order);
        let values = if kind == POWER { vec![37.1, 3.0] } else { vec![] };
        sitting.turns.push(Turn::new(item.with_values(values).expect("fits"), 1));
        answer(&mut sitting, index, response, 0.5, 5);
    }
    sitting
}

const POWER: &str = r#"Calculated(variables: {"E": Range(from: 20, to: 60, step: 0.1), "t": Values([3, 4])},
    value: "E / t", unit: "MW")"#;

#[test]
fn answers_of_every_kind_and_drawn_values_are_there_after_a_restart() {
    let data = Data::new();
    let history = data.open();
    let sitting = sitting_of_parts();
    history.begin(ada(&history).id, &sitting).expect("begins");
    drop(history);
    let history = data.open();
    assert_eq!(history.load_sitting(sitting.id).expect("loads"), Some(sitting.clone()));
    let rows = response_records(&history, &Filter::default());
    let written: Vec<&str> = rows.iter().map(|row| row.response.as_deref().unwrap_or_default()).collect();
    let expected = [r"b; a\;; c", r"a \= b = z", r"b;  reykjavik\; ", "x = B", "b", "right", "12.3 MW"];
    assert_eq!(written, expected);
    let (recall, power) = (&rows[5], &rows[6]);
    assert_eq!((&*recall.prompt, &*recall.correct_response), ("{E} MJ in {t} s?", "right"));
    assert_eq!((&*power.prompt, &*power.correct_response), ("37.1 MJ in 3 s?", "12.3667 MW"));
    assert_eq!(rows[1].options, "z; y; x");
}

#[test]
fn two_papers_of_one_question_are_one_version_of_it() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    for (number, values) in [(1, [20.0, 4.0]), (2, [60.0, 3.0])] {
        let mut sitting = sitting(number, "fusion", 0);
        let ron = format!(r#"(id: "p", prompt: "{{E}} in {{t}}?", answer: {POWER})"#);
        let item = PaperItem::new("fusion", question(&ron), vec![]).with_values(values.to_vec()).expect("fits");
        sitting.turns = vec![Turn::new(item, 1)];
        answer(&mut sitting, 0, Response::Calculated("5".into()), 0.0, 5);
        history.begin(learner.id, &sitting).expect("begins");
    }
    let rows = response_records(&history, &Filter::default());
    assert_eq!(rows[0].question_hash, rows[1].question_hash);
    assert_eq!([&*rows[0].prompt, &*rows[1].prompt], ["20 in 4?", "60 in 3?"]);
    assert_eq!([&*rows[0].correct_response, &*rows[1].correct_response], ["5 MW", "20 MW"]);
}

#[test]
fn values_changed_by_hand_make_the_turn_unreadable() {
    for damaged in ["", "37", "37,x", "37,inf", "1,2,3"] {
        let data = Data::new();
        let history = data.open();
        let sitting = sitting_of_parts();
        history.begin(ada(&history).id, &sitting).expect("begins");
        drop(history);
        let connection = rusqlite::Connection::open(data.path()).expect("opens");
        let changed = connection.execute("UPDATE turn SET drawn = ?1 WHERE drawn IS NOT NULL", [damaged]);
        assert_eq!(changed.expect("changes"), 1);
        drop(connection);
        let loaded = data.open().load_sitting(sitting.id);
        assert!(matches!(loaded, Err(HistoryError::UnreadableTurn { turn_index: 6, .. })), "{damaged:?}: {loaded:?}");
    }
}

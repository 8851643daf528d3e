//! What is remembered beside the answers: the same whether it grew answer by answer or was worked out from all of them.

use super::fixture::{Data, NOW, ada, answer, at, question, sitting};
use proptest::prelude::*;
use torus::bank::Question;
use torus::history::{BankStudy, History, Remembered, Study, key_of};
use torus::moment::Moment;
use torus::paper::PaperItem;
use torus::schedule::{Grade, StudyDay, Target};
use torus::sitting::{Mark, Response, Sitting, Terms, Turn, Verdict};
use uuid::Uuid;

const DAY_SECS: i64 = 24 * 3600;

/// One answer to one question, on a day after [`NOW`].
struct Given<'q> {
    question: &'q Question,
    response: Response,
    fraction: f64,
    secs: i64,
}

/// A sitting of that one question, answered and recorded.
fn record(history: &History, number: u128, given: Given<'_>, terms: Terms) -> Sitting {
    let learner = history.learners().expect("reads").remove(0);
    let order = (0..given.question.options().len()).collect();
    let item = PaperItem::new("bank", given.question.clone(), order);
    let mut sitting = Sitting { turns: vec![Turn::new(item, 1)], terms, ..sitting(number, "bank", given.secs) };
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 0, given.response, given.fraction, 5);
    history.record_answer(&sitting, 0).expect("records");
    sitting
}

fn typed(history: &History, number: u128, question: &Question, fraction: f64, day: i64) -> Sitting {
    let given = Given { question, response: Response::Text("Reykjavik".into()), fraction, secs: day * DAY_SECS };
    record(history, number, given, Terms::default())
}

fn town(prompt: &str, accept: &str) -> Question {
    question(&format!(r#"(id: "town", topic: "Iceland", prompt: "{prompt}", answer: Text(accept: ["{accept}"]))"#))
}

fn remembered(history: &History) -> Vec<Remembered> {
    let learner = history.learners().expect("reads").remove(0);
    history.remembered(learner.id).expect("reads")
}

fn rebuilt(history: &History) -> Vec<Remembered> {
    let learner = history.learners().expect("reads").remove(0);
    history.remember_all(learner.id, &|_| true).expect("works it out");
    remembered(history)
}

fn today() -> StudyDay {
    StudyDay::of(NOW)
}

#[test]
fn an_answer_is_remembered_and_comes_due() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    typed(&history, 1, &town("Where?", "Reykjavik"), 1.0, 0);
    let known = remembered(&history);
    assert_eq!((known.len(), &*known[0].topic, known[0].last_verdict), (1, "Iceland", Verdict::Correct));
    assert_eq!((known[0].memory.last_grade, known[0].memory.last_day), (Grade::Good, today()));
    let due = known[0].due_day;
    assert!(due > today());
    assert_eq!(history.due(learner.id, due + -1).expect("reads"), []);
    assert_eq!(history.due(learner.id, due).expect("reads"), known);
    assert_eq!(history.due(learner.id, due + 100).expect("reads"), known, "what was not done stays due");
}

#[test]
fn another_wording_keeps_the_memory_and_another_key_starts_afresh() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let first = town("Where?", "Reykjavik");
    let reworded = town("In which town?", "Reykjavik");
    let other = town("In which town?", "Oslo");
    typed(&history, 1, &first, 1.0, 0);
    typed(&history, 2, &reworded, 1.0, 3);
    assert_eq!(remembered(&history)[0].memory.answer_count, 2);
    typed(&history, 3, &other, 0.0, 4);
    let find = |question: &Question| {
        history.memory_of(learner.id, "bank", "town", &key_of(question)).expect("reads").expect("is there").memory
    };
    assert_eq!((find(&other).answer_count, find(&first).answer_count), (1, 2));
    let before = find(&first);
    // The old key comes back, and its memory with it.
    typed(&history, 4, &first, 1.0, 9);
    assert_eq!((find(&first).answer_count, find(&first).first_day), (3, before.first_day));
    assert_eq!(find(&other).answer_count, 1);
}

#[test]
fn a_quiz_that_does_not_count_leaves_no_trace() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    let question = town("Where?", "Reykjavik");
    typed(&history, 1, &question, 1.0, 0);
    let before = remembered(&history);
    let given = Given { question: &question, response: Response::Text("x".into()), fraction: 0.0, secs: DAY_SECS };
    record(&history, 2, given, Terms { stays_out_of_review: true, ..Terms::default() });
    assert_eq!(remembered(&history), before);
    assert_eq!(rebuilt(&history), before);
}

#[test]
fn a_mark_that_was_overruled_counts_as_the_learner_says() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    let mut sitting = typed(&history, 1, &town("Where?", "Reykjavík"), 0.0, 0);
    assert_eq!(remembered(&history)[0].memory.last_grade, Grade::Again);
    assert!(sitting.overrule(0, true, at(60)));
    history.record_overruling(&sitting, 0).expect("records");
    assert_eq!(remembered(&history)[0].memory.last_grade, Grade::Good);
    assert_eq!(remembered(&history), rebuilt(&history));
    assert!(sitting.overrule(0, false, at(61)));
    history.record_overruling(&sitting, 0).expect("records");
    assert_eq!(remembered(&history)[0].memory.last_grade, Grade::Again);
}

#[test]
fn what_is_not_known_counts_as_missed_and_what_is_left_open_as_nothing() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let items = [town("Where?", "Reykjavik"), question(r#"(id: "sun", prompt: "Hot?", answer: TrueFalse(true))"#)]
        .map(|question| PaperItem::new("bank", question, Vec::new()));
    let turns = items.into_iter().map(|item| Turn::new(item, 1)).collect();
    let mut sitting = Sitting { turns, terms: Terms::default(), ..sitting(1, "bank", 0) };
    history.begin(learner.id, &sitting).expect("begins");
    assert_eq!(sitting.say_not_known(NOW), torus::sitting::Answered::Accepted);
    history.record_answer(&sitting, 0).expect("records");
    sitting.finish(NOW);
    history.finish(&sitting).expect("finishes");
    let known = remembered(&history);
    assert_eq!((known.len(), &*known[0].question_id, known[0].memory.last_grade), (1, "town", Grade::Again));
}

#[test]
fn an_answer_that_is_taken_back_in_a_test_is_none() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    let mut sitting = typed(&history, 1, &town("Where?", "Reykjavik"), 1.0, 0);
    sitting.turns[0].response = None;
    sitting.turns[0].mark = None;
    sitting.turns[0].answered_at = None;
    history.record_answer(&sitting, 0).expect("records");
    assert_eq!(remembered(&history), []);
}

#[test]
fn another_target_moves_what_is_due_and_nothing_that_is_known() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    typed(&history, 1, &town("Where?", "Reykjavik"), 1.0, 0);
    let before = remembered(&history);
    let study = Study { target: Target::MOST, ..Study::default() };
    history.set_study(learner.id, &study).expect("keeps");
    let after = remembered(&history);
    assert!(after[0].due_day < before[0].due_day);
    assert_eq!(after[0].memory, before[0].memory);
    assert_eq!((history.study(learner.id).expect("reads"), rebuilt(&history)), (study, after));
}

#[test]
fn how_a_learner_studies_survives_a_restart() {
    let data = Data::new();
    let mut parameters = torus::schedule::DEFAULT_PARAMETERS;
    parameters[3] = 9.123_456;
    let study = Study {
        new_per_day: 0,
        daily_limit: 7,
        spreads_backlog: false,
        parameters: Some(parameters),
        ..Study::default()
    };
    let bank_study = BankStudy { is_followed: Some(false), exam_day: Some(today() + 14) };
    {
        let history = data.open();
        let learner = ada(&history);
        assert_eq!(history.study(learner.id).expect("reads"), Study::default());
        history.set_study(learner.id, &study).expect("keeps");
        history.set_bank_study(learner.id, "bank", bank_study).expect("keeps");
    }
    let history = data.open();
    let learner = history.learners().expect("reads").remove(0);
    assert_eq!(history.study(learner.id).expect("reads"), study);
    assert_eq!(history.bank_studies(learner.id).expect("reads").get("bank"), Some(&bank_study));
    assert!(!history.memory_is_whole(learner.id).expect("reads"), "other parameters are to be worked out");
}

#[test]
fn working_it_out_can_be_stopped_and_begins_again() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    typed(&history, 1, &town("Where?", "Reykjavik"), 1.0, 0);
    let whole = remembered(&history);
    let study = Study { parameters: Some(torus::schedule::DEFAULT_PARAMETERS), ..Study::default() };
    history.set_study(learner.id, &study).expect("keeps");
    history.remember_all(learner.id, &|_| false).expect("stops");
    assert!(!history.memory_is_whole(learner.id).expect("reads"));
    assert_eq!(rebuilt(&history), whole);
    assert!(history.memory_is_whole(learner.id).expect("reads"));
}

/// Any answers to three questions over some years, some by a clock that was set back.
fn any_answers() -> impl Strategy<Value = Vec<(usize, f64, i64)>> {
    prop::collection::vec((0_usize..3, prop_oneof![Just(0.0), Just(0.7), Just(1.0)], 0_i64..900 * DAY_SECS), 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn answer_by_answer_it_comes_to_what_all_answers_come_to(answers in any_answers()) {
        let data = Data::new();
        let history = data.open();
        ada(&history);
        let questions = [
            town("Where?", "Reykjavik"),
            town("Where?", "Oslo"),
            question(r#"(id: "year", prompt: "When?", answer: Choice(correct: "1", distractors: ["2", "3"]))"#),
        ];
        for (number, (which, fraction, secs)) in answers.iter().enumerate() {
            let response = if *which == 2 { Response::Choice(0) } else { Response::Text("a".into()) };
            let given = Given { question: &questions[*which], response, fraction: *fraction, secs: *secs };
            record(&history, number as u128 + 1, given, Terms::default());
        }
        let grown = remembered(&history);
        prop_assert_eq!(&grown, &rebuilt(&history));
        let count: u32 = grown.iter().map(|known| known.memory.answer_count).sum();
        prop_assert_eq!(count as usize, answers.len());
    }
}

#[test]
fn the_moment_counts_and_not_the_order_in_which_answers_were_recorded() {
    let (one, other) = (Data::new(), Data::new());
    let question = town("Where?", "Reykjavik");
    let later = |history: &History| typed(history, 1, &question, 0.0, 5);
    let earlier = |history: &History| typed(history, 2, &question, 1.0, 1);
    let (first, second) = (one.open(), other.open());
    ada(&first);
    ada(&second);
    later(&first);
    earlier(&first);
    earlier(&second);
    later(&second);
    assert_eq!(remembered(&first), remembered(&second));
    assert_eq!(remembered(&first)[0].last_verdict, Verdict::Wrong, "the newest answer is the last");
}

#[test]
fn what_an_earlier_version_recorded_is_remembered_too() {
    let data = Data::new();
    let expected = {
        let history = data.open();
        ada(&history);
        typed(&history, 1, &town("Where?", "Reykjavik"), 1.0, 0);
        remembered(&history)
    };
    // As the file of that version comes out of its migration: nothing remembered, and known to be so.
    let connection = rusqlite::Connection::open(data.path()).expect("opens");
    connection.execute_batch("DELETE FROM memory; UPDATE learner SET memory_is_whole = 0").expect("takes it out");
    drop(connection);
    let history = data.open();
    let learner = history.learners().expect("reads").remove(0);
    assert!(!history.memory_is_whole(learner.id).expect("reads"));
    assert_eq!(rebuilt(&history), expected);
}

#[test]
fn ids_of_any_sitting_are_told_apart() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    let question = town("Where?", "Reykjavik");
    let mut sitting = typed(&history, 1, &question, 1.0, 0);
    sitting.id = Uuid::from_u128(77);
    sitting.turns[0].mark = Some(Mark { fraction: 0.0, note: None });
    let learner = history.learners().expect("reads").remove(0);
    history.begin(learner.id, &sitting).expect("begins");
    history.record_answer(&sitting, 0).expect("records");
    let same_moment: Moment = sitting.turns[0].answered_at.expect("answered");
    assert_eq!(same_moment.unix_ms, at(5).unix_ms);
    assert_eq!(remembered(&history)[0].memory.answer_count, 2);
    assert_eq!(remembered(&history)[0].memory.last_grade, Grade::Again, "of one instant, the greater id is the later");
}

#[test]
fn what_is_asked_for_anew_meanwhile_is_not_taken_for_whole() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    typed(&history, 1, &town("Where?", "Reykjavik"), 1.0, 0);
    let mut parameters = torus::schedule::DEFAULT_PARAMETERS;
    parameters[2] = 4.5;
    let study = Study { parameters: Some(parameters), ..Study::default() };
    let other = data.open();
    // Somebody else fits the model while it is being worked out.
    history
        .remember_all(learner.id, &|_| {
            other.set_study(learner.id, &study).expect("keeps");
            true
        })
        .expect("works it out");
    assert!(!history.memory_is_whole(learner.id).expect("reads"));
}

#[test]
fn an_answer_that_cannot_be_understood_keeps_no_other_from_being_kept() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let question = town("Where?", "Reykjavik");
    typed(&history, 1, &question, 1.0, 0);
    let connection = rusqlite::Connection::open(data.path()).expect("opens");
    connection.execute_batch("UPDATE question SET kind = 'riddle'").expect("changes it by hand");
    drop(connection);
    history.remember_all(learner.id, &|_| true).expect("goes on");
    typed(&history, 2, &town("In which town?", "Reykjavik"), 1.0, 3);
    assert_eq!(remembered(&history)[0].memory.answer_count, 1, "the one that can be understood");
}

#[test]
fn where_certainty_counts_and_was_not_said_a_part_is_as_much_as_it_is() {
    let data = Data::new();
    let history = data.open();
    ada(&history);
    let terms = Terms { certainty: true, ..Terms::default() };
    let question =
        question(r#"(id: "seats", prompt: "?", answer: Choices(correct: ["a", "b", "c"], distractors: ["d"]))"#);
    let learner = history.learners().expect("reads").remove(0);
    let item = PaperItem::new("bank", question, (0..4).collect());
    let turn = Turn::new(item, 1).under(&terms);
    let mut sitting = Sitting { turns: vec![turn], terms, ..sitting(1, "bank", 0) };
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 0, Response::Choices(vec![0, 1, 2]), 0.9, 5);
    history.record_answer(&sitting, 0).expect("records");
    assert_eq!(remembered(&history)[0].memory.last_grade, Grade::Hard, "nine tenths are more than two thirds");
}

//! What was learned, as figures: the same whether it grew answer by answer or was worked out from all of them.

use super::fixture::{Data, NOW, ada, answer, at, end, question, sitting};
use proptest::prelude::*;
use std::collections::HashMap;
use torus::bank::Question;
use torus::history::{History, Learner};
use torus::moment::Moment;
use torus::paper::PaperItem;
use torus::progress::{Interval, Period, Progress, Series, Wish};
use torus::schedule::StudyDay;
use torus::sitting::{Certainty, Response, Sitting, State, Terms, Turn, put_together};
use uuid::Uuid;

const DAY_SECS: i64 = 24 * 3600;

fn town() -> Question {
    question(r#"(id: "town", topic: "Iceland/towns", prompt: "Where?", answer: Text(accept: ["Reykjavik"]))"#)
}

fn gas() -> Question {
    question(
        r#"(id: "gas", topic: "ITER", prompt: "Which gas?", answer: Choice(correct: "A", distractors: ["B", "C", "D"]))"#,
    )
}

/// A sitting of one question of `bank`, answered on a day after [`NOW`], and finished.
fn take(
    history: &History,
    learner: &Learner,
    number: u128,
    bank: &str,
    question: Question,
    day: i64,
    fraction: f64,
) -> Sitting {
    let order = (0..question.options().len()).collect();
    let item = PaperItem::new(bank, question, order);
    let turns = vec![Turn::new(item, 1)];
    let mut sitting = Sitting { turns, terms: Terms::default(), ..sitting(number, bank, day * DAY_SECS) };
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 0, Response::Text("x".into()), fraction, 5);
    history.record_answer(&sitting, 0).expect("records");
    end(&mut sitting, State::Finished, 60);
    history.finish(&sitting).expect("finishes");
    sitting
}

fn on(day: i64) -> StudyDay {
    StudyDay::of(at(day * DAY_SECS))
}

fn progress(history: &History, learner: &Learner, wish: &Wish, day: i64) -> Progress {
    history.progress(learner.id, wish, on(day), &HashMap::new()).expect("counts")
}

fn all() -> Wish {
    Wish { period: Period::All, ..Wish::default() }
}

#[test]
fn before_the_first_answer_there_is_nothing_and_no_trouble() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    for period in Period::ALL {
        let progress = progress(&history, &learner, &Wish { period, ..Wish::default() }, 0);
        assert_eq!((progress.answers, progress.met, progress.known.len(), progress.scores.len()), (0, 0, 0, 0));
        assert_eq!(progress.coming_up.len(), 30);
        assert!(progress.weekly_average.abs() < 1e-9 && progress.banks.is_empty());
    }
}

#[test]
fn one_answer_is_told_by_every_figure() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    take(&history, &learner, 1, "iceland", town(), 0, 1.0);
    let told = progress(&history, &learner, &all(), 0);
    assert_eq!((told.answers, told.answers_this_week, told.met), (1, 1, 1));
    assert_eq!(
        told.known.iter().map(|known| (known.day, known.met, known.recall)).collect::<Vec<_>>(),
        [(on(0), 1, 1.0)]
    );
    assert_eq!((told.scores[0].percent, told.scores[0].series), (100.0, Series::Practice));
    assert_eq!((&*told.topics[0].topic, &*told.topics[0].bank.title), ("Iceland/towns", "Title of iceland"));
    assert_eq!((told.days[0].day, told.days[0].answers, told.days[0].right), (on(0), 1, 1));
    assert_eq!(told.coming_up.iter().map(|day| day.due).sum::<usize>(), 1);
    assert_eq!((told.times[0].median_ms, told.times[0].answers), (4250, 1));
    assert_eq!((told.retention.len(), told.calibration.len()), (0, 0));
    assert!((told.weekly_average - 1.0).abs() < 1e-9);
}

#[test]
fn what_was_known_falls_until_the_next_answer() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    take(&history, &learner, 1, "iceland", town(), 0, 1.0);
    take(&history, &learner, 2, "iceland", town(), 20, 1.0);
    let told = progress(&history, &learner, &all(), 25);
    let recall = |day| told.known.iter().find(|known| known.day == on(day)).expect("a point").recall;
    assert!(recall(1) > recall(19) && recall(19) < 1.0, "{:?}", told.known);
    assert!((recall(20) - 1.0).abs() < 1e-9, "known on the day of the answer");
    assert!(recall(25) > recall(19), "it lasts longer now");
    let remembered = history.remembered(learner.id).expect("reads");
    let expected = remembered[0].memory.recall_on(on(25), &torus::schedule::Model::default());
    assert!((recall(25) - expected).abs() < 1e-9, "as the schedule has it");
}

#[test]
fn who_guesses_is_expected_to_be_lucky() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    for (number, question) in [(1, gas()), (2, town())] {
        take(&history, &learner, number, "bank", question.clone(), 0, 1.0);
        take(&history, &learner, number + 10, "bank", question, 40, 0.0);
    }
    let told = progress(&history, &learner, &all(), 40);
    let [choice, text] = &told.retention[..] else { panic!("{:?}", told.retention) };
    assert_eq!((choice.interval, choice.answers, choice.right), (Interval::ALL[4], 1, 0.0));
    assert!(choice.predicted > 0.25 && choice.predicted < 1.0 && text.predicted > 0.0);
    assert_eq!(text.kind.as_str(), "text");
}

#[test]
fn certainty_is_told_where_it_was_asked() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut sitting = take(&history, &learner, 1, "iceland", town(), 0, 1.0);
    sitting.terms.certainty = true;
    sitting.turns[0].certainty = Some(Certainty::High);
    history.record_answer(&sitting, 0).expect("records");
    let told = progress(&history, &learner, &all(), 0);
    assert_eq!(
        (told.calibration[0].certainty, told.calibration[0].answers, told.calibration[0].right),
        (Certainty::High, 1, 1.0)
    );
}

#[test]
fn filters_leave_out_what_is_not_asked_for() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    take(&history, &learner, 1, "iceland", town(), 0, 1.0);
    take(&history, &learner, 2, "fusion", gas(), 50, 0.0);
    let of = |bank: Option<&str>, topic: Option<&str>, period| {
        let wish = Wish { bank: bank.map(str::to_owned), topic: topic.map(str::to_owned), period };
        let told = progress(&history, &learner, &wish, 60);
        assert_eq!(told.banks.len(), 2, "what can be chosen stays");
        (told.answers, told.met, told.scores.len(), told.times.len(), told.topic_names.len())
    };
    assert_eq!(of(None, None, Period::All), (2, 2, 2, 2, 2));
    assert_eq!(of(Some("iceland"), None, Period::All), (1, 1, 1, 1, 1));
    assert_eq!(of(Some("iceland"), None, Period::FourWeeks), (1, 1, 0, 0, 1));
    assert_eq!(of(None, Some("Iceland"), Period::All), (1, 1, 2, 1, 2), "scores are of whole quizzes");
    assert_eq!(of(None, None, Period::FourWeeks), (2, 2, 1, 1, 2));
    assert_eq!(of(Some("nothing"), None, Period::All), (0, 0, 0, 0, 0));
}

#[test]
fn what_does_not_count_for_review_is_work_all_the_same() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let item = PaperItem::new("iceland", town(), vec![]);
    let terms = Terms { stays_out_of_review: true, ..Terms::default() };
    let mut sitting = Sitting { turns: vec![Turn::new(item, 1)], terms, ..sitting(1, "iceland", 0) };
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 0, Response::Text("x".into()), 1.0, 5);
    history.record_answer(&sitting, 0).expect("records");
    let told = progress(&history, &learner, &all(), 3);
    assert_eq!((told.answers, told.met, told.days.len(), told.topics.len()), (1, 0, 1, 0));
    assert_eq!(history.remembered(learner.id).expect("reads"), []);
}

#[test]
fn questions_put_together_are_a_series_of_their_own_and_of_no_bank() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let item = PaperItem::new("iceland", town(), vec![]);
    let quiz_id = put_together::REVIEW.to_owned();
    let mut review =
        Sitting { turns: vec![Turn::new(item, 1)], quiz_id, bank_title: "Review".into(), ..sitting(1, "iceland", 0) };
    history.begin(learner.id, &review).expect("begins");
    answer(&mut review, 0, Response::Text("x".into()), 1.0, 5);
    end(&mut review, State::Finished, 60);
    history.finish(&review).expect("finishes");
    let told = progress(&history, &learner, &all(), 0);
    assert_eq!(told.scores[0].series, Series::Review);
    assert_eq!(told.banks[0].title, "iceland", "a review is no title of a bank");
    let wish = Wish { bank: Some("iceland".into()), ..all() };
    assert_eq!(progress(&history, &learner, &wish, 0).scores, []);
}

#[test]
fn a_mark_that_was_overruled_changes_score_and_day() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut sitting = take(&history, &learner, 1, "iceland", town(), 0, 0.0);
    let before = progress(&history, &learner, &all(), 0);
    assert_eq!((before.scores[0].percent, before.days[0].right), (0.0, 0));
    assert!(sitting.overrule(0, true, at(90)));
    history.record_overruling(&sitting, 0).expect("records");
    let after = progress(&history, &learner, &all(), 0);
    assert_eq!((after.scores[0].percent, after.days[0].right), (100.0, 1));
}

#[test]
fn ten_thousand_answers_to_one_question_are_counted() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    take(&history, &learner, 1, "iceland", town(), 0, 1.0);
    let connection = rusqlite::Connection::open(data.path()).expect("opens");
    connection
        .execute_batch(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
             INSERT INTO turn (sitting, turn_index, question, attempt, option_order, options, response, fraction, verdict,
                               score, max_score, answered_ms, answered_offset_secs, duration_ms, hints_used, is_flagged)
             SELECT sitting, i, question, 2, option_order, options, response, fraction, verdict, score, max_score,
                    answered_ms + i * 60000, answered_offset_secs, duration_ms, hints_used, is_flagged FROM turn, n",
        )
        .expect("fills");
    drop(connection);
    history.remember_all(learner.id, &|_| true).expect("works it out");
    let told = progress(&history, &learner, &all(), 8);
    assert_eq!((told.answers, told.met), (10_000, 1));
    assert_eq!(told.days.iter().map(|day| day.answers).sum::<usize>(), 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn grown_answer_by_answer_it_is_as_worked_out_from_all(
        answers in prop::collection::vec((0..2_usize, 0..60_i64, 0..3_usize, any::<bool>()), 1..10)
    ) {
        let data = Data::new();
        let history = data.open();
        let learner = ada(&history);
        for (number, (which, day, fraction, is_taken_back)) in answers.into_iter().enumerate() {
            let question = if which == 0 { town() } else { gas() };
            let mut sitting =
                take(&history, &learner, number as u128 + 1, "bank", question, day, [0.0, 0.5, 1.0][fraction]);
            if is_taken_back && sitting.overrule(0, true, Moment { unix_ms: sitting.started_at.unix_ms + 9000, ..NOW }) {
                history.record_overruling(&sitting, 0).expect("records");
            }
        }
        let grown = Period::ALL.map(|period| progress(&history, &learner, &Wish { period, ..Wish::default() }, 60));
        let connection = rusqlite::Connection::open(data.path()).expect("opens");
        connection
            .execute_batch("DELETE FROM memory; DELETE FROM answer_log; DELETE FROM sitting_result;")
            .expect("throws it away");
        history.remember_all(learner.id, &|_| true).expect("works it out");
        let worked_out = Period::ALL.map(|period| progress(&history, &learner, &Wish { period, ..Wish::default() }, 60));
        prop_assert_eq!(grown, worked_out);
    }
}

#[test]
fn of_a_learner_who_was_deleted_nothing_is_left() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    history.add_learner(Uuid::from_u128(0xB1A), "Blaise", NOW).expect("adds");
    take(&history, &learner, 1, "iceland-in-winter", town(), 0, 1.0);
    history.delete_learner(learner.id, NOW).expect("deletes");
    history.purge_deleted_learners(&data.backups()).expect("wipes");
    drop(history);
    assert!(!data.holds("iceland-in-winter"), "the log goes too");
}

#[test]
fn all_goes_back_to_quizzes_that_count_for_no_review() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let mut sitting = take(&history, &learner, 1, "iceland", town(), 0, 1.0);
    history.count_for_review(sitting.id, false, NOW).expect("leaves it out");
    sitting.id = Uuid::from_u128(2);
    take(&history, &learner, 3, "iceland", town(), 40, 1.0);
    let told = progress(&history, &learner, &all(), 40);
    assert_eq!((told.begins, told.scores.len()), (on(0), 2));
}

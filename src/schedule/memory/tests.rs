//! Laws of memories: the order of answers, days that go wrong, and when a question is due.

use super::*;
use crate::bank::Kind;
use crate::moment::Moment;
use crate::schedule::{DEFAULT_PARAMETERS, in_order};
use crate::sitting::Certainty;
use proptest::prelude::*;

const HOUR_MS: i64 = 3_600_000;

/// At noon of a day, by UTC.
fn noon(day: i64) -> Moment {
    Moment { unix_ms: (day * 24 + 12) * HOUR_MS, offset_secs: 0 }
}

fn typed(day: i64, mark: f64) -> Evidence {
    Evidence { kind: Kind::Text, mark, certainty: None, hints_used: 0, is_given_up: false, answered_at: noon(day) }
}

fn memory(answers: &[(i64, f64)]) -> Memory {
    let evidence: Vec<Evidence> = answers.iter().map(|(day, mark)| typed(*day, *mark)).collect();
    Memory::of(&evidence, &Model::default()).expect("an answer at least")
}

fn due(answers: &[(i64, f64)]) -> i32 {
    memory(answers).due_on(Target::default(), &Model::default()).0
}

#[test]
fn nothing_answered_is_nothing_remembered() {
    assert_eq!(Memory::of(&[], &Model::default()), None);
}

#[test]
fn the_first_answer_sets_what_fsrs_starts_from() {
    let good = memory(&[(100, 1.0)]);
    assert_eq!((good.stability, good.last_day, good.first_day), (DEFAULT_PARAMETERS[2], StudyDay(100), StudyDay(100)));
    assert_eq!((good.answer_count, good.right_streak, good.was_known), (1, 1, true));
    let missed = memory(&[(100, 0.0)]);
    assert_eq!((missed.stability, missed.right_streak, missed.was_known), (DEFAULT_PARAMETERS[0], 0, false));
}

#[test]
fn a_question_is_due_on_the_first_day_at_or_below_the_target() {
    // Stabilities of 0.212, 2.3065 and 1.2931 days.
    assert_eq!([due(&[(100, 0.0)]), due(&[(100, 1.0)]), due(&[(100, 0.8)])], [101, 103, 102]);
}

#[test]
fn recall_falls_from_the_day_of_the_answer() {
    let (memory, model) = (memory(&[(100, 1.0)]), Model::default());
    assert_eq!(memory.recall_on(StudyDay(100), &model), 1.0);
    assert_eq!(memory.recall_on(StudyDay(90), &model), 1.0);
    assert!(memory.recall_on(StudyDay(102), &model) > 0.9);
    assert!(memory.recall_on(StudyDay(103), &model) < 0.9);
}

#[test]
fn a_clock_set_back_is_a_second_answer_on_the_newest_day() {
    assert_eq!(memory(&[(100, 1.0), (40, 1.0)]), memory(&[(100, 1.0), (100, 1.0)]));
    assert_eq!(memory(&[(100, 1.0), (40, 0.0), (103, 1.0)]), memory(&[(100, 1.0), (100, 0.0), (103, 1.0)]));
}

#[test]
fn answers_of_one_day_count_in_the_order_given() {
    assert_ne!(memory(&[(100, 1.0), (100, 0.0)]).stability, memory(&[(100, 0.0), (100, 1.0)]).stability);
}

#[test]
fn a_first_right_pick_may_be_luck_and_the_second_is_not() {
    let pick = |day| Evidence { kind: Kind::Choice, ..typed(day, 1.0) };
    let grades = |evidence: &[Evidence]| Memory::of(evidence, &Model::default()).map(|memory| memory.last_grade);
    assert_eq!(grades(&[pick(1)]), Some(Grade::Hard));
    assert_eq!(grades(&[pick(1), pick(3)]), Some(Grade::Good));
    let unsure = Evidence { certainty: Some(Certainty::Low), ..pick(1) };
    assert_eq!(grades(&[unsure]), Some(Grade::Again));
    // It was right, if only by luck: the next is no longer the first.
    assert_eq!(grades(&[unsure, pick(3)]), Some(Grade::Good));
}

#[test]
fn eight_days_of_missing_what_was_known_are_stubborn() {
    let missed = |days: std::ops::Range<i64>| days.map(|day| (day, 0.0));
    let never_known: Vec<_> = missed(0..20).collect();
    assert!(!memory(&never_known).is_stubborn());
    let seven: Vec<_> = [(0, 1.0)].into_iter().chain(missed(1..8)).collect();
    assert_eq!((memory(&seven).missed_days, memory(&seven).is_stubborn()), (7, false));
    let eight: Vec<_> = [(0, 1.0)].into_iter().chain(missed(1..9)).collect();
    assert!(memory(&eight).is_stubborn());
    let one_day: Vec<_> = [(0, 1.0)].into_iter().chain([(1, 0.0); 20]).collect();
    assert_eq!(memory(&one_day).missed_days, 1);
    let same_day = memory(&[(0, 1.0), (0, 0.0)]);
    assert_eq!(same_day.missed_days, 1);
}

fn any_answer() -> impl Strategy<Value = Evidence> {
    let mark = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0];
    (0..Kind::ALL.len(), mark, 0_u8..4, 0_u32..2, 0_i64..24 * 2000).prop_map(|(kind, mark, level, hints_used, hour)| {
        let answered_at = Moment { unix_ms: hour * HOUR_MS, offset_secs: 3600 };
        let certainty = Certainty::from_level(level);
        Evidence { kind: Kind::ALL[kind], mark, certainty, hints_used, is_given_up: false, answered_at }
    })
}

fn any_answers() -> impl Strategy<Value = Vec<Evidence>> {
    prop::collection::vec(any_answer(), 1..30)
}

fn of_keyed(answers: &mut [((u8, usize), Evidence)]) -> Option<Memory> {
    in_order(answers);
    Memory::of(answers.iter().map(|(_, evidence)| evidence), &Model::default())
}

proptest! {
    #[test]
    fn what_two_computers_recorded_tells_the_same_in_either_order(here in any_answers(), there in any_answers()) {
        let keyed = |computer: u8, answers: &[Evidence]| {
            answers.iter().enumerate().map(|(place, evidence)| ((computer, place), *evidence)).collect::<Vec<_>>()
        };
        let mut one = [keyed(0, &here), keyed(1, &there)].concat();
        let mut other = [keyed(1, &there), keyed(0, &here)].concat();
        other.reverse();
        prop_assert_eq!(of_keyed(&mut one), of_keyed(&mut other));
    }

    #[test]
    fn an_answer_at_a_time_comes_to_the_same_as_all_at_once(answers in any_answers()) {
        let model = Model::default();
        let mut memory = None;
        for evidence in &answers {
            memory = Some(Memory::after(memory.as_ref(), evidence, &model));
        }
        prop_assert_eq!(memory, Memory::of(&answers, &model));
    }

    #[test]
    fn answers_of_one_instant_count_by_their_key(first in any_answer(), second in any_answer()) {
        let second = Evidence { answered_at: first.answered_at, ..second };
        let mut one = [((0, 1), first), ((0, 2), second)];
        let mut other = [((0, 2), second), ((0, 1), first)];
        prop_assert_eq!(of_keyed(&mut one), of_keyed(&mut other));
    }

    #[test]
    fn a_question_is_due_once_and_never_before_tomorrow(answers in any_answers(), share in 0.80..=0.97) {
        let (model, target) = (Model::default(), Target::new(share).expect("in range"));
        let memory = Memory::of(&answers, &model).expect("answers");
        let due = memory.due_on(target, &model);
        prop_assert!(due > memory.last_day);
        prop_assert!(memory.is_due(due, target, &model) && !memory.is_due(due + -1, target, &model));
        // The first day on which recall is at or below the target.
        prop_assert!(memory.recall_on(due, &model) <= share + 1e-6);
        let before = due + -1;
        prop_assert!(before == memory.last_day || memory.recall_on(before, &model) > share - 1e-6);
        // An answer on that day takes it off that day.
        let answer = Evidence { answered_at: noon(due.0.into()), ..answers[0] };
        prop_assert!(!Memory::after(Some(&memory), &answer, &model).is_due(due, target, &model));
    }

    #[test]
    fn figures_stay_in_their_ranges(answers in any_answers()) {
        let model = Model::default();
        let memory = Memory::of(&answers, &model).expect("answers");
        prop_assert!((0.001..=36_500.0).contains(&memory.stability));
        prop_assert!((1.0..=10.0).contains(&memory.difficulty));
        prop_assert_eq!(memory.answer_count as usize, answers.len());
        let newest = answers.iter().map(|answer| StudyDay::of(answer.answered_at)).max();
        prop_assert_eq!(Some(memory.last_day), newest);
        prop_assert!(memory.first_day <= memory.last_day);
    }

    #[test]
    fn no_row_of_easy_answers_lifts_stability_above_its_ceiling(gap in 1_i64..4000, count in 1_i64..60) {
        let easy = |at: i64| Evidence { certainty: Some(Certainty::High), ..typed(at * gap, 1.0) };
        let evidence: Vec<Evidence> = (0..count).map(easy).collect();
        let memory = Memory::of(&evidence, &Model::default()).expect("answers");
        prop_assert!(memory.stability <= 36_500.0);
        prop_assert!(memory.due_on(Target::LEAST, &Model::default()) > memory.last_day);
    }

    #[test]
    fn a_higher_target_is_never_due_later(answers in any_answers(), low in 0.80..=0.97, high in 0.80..=0.97) {
        let model = Model::default();
        let memory = Memory::of(&answers, &model).expect("answers");
        let due = |share: f64| memory.due_on(Target::new(share).expect("in range"), &model);
        prop_assert!(due(f64::max(low, high)) <= due(f64::min(low, high)));
    }
}

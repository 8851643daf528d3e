//! Results of two computers as one: twice is once, either order comes to the same, and nothing is lost or brought back.

use super::fixture::{
    Data, NOW, ada, answer, at, end, question, record_finished, response_records, sitting, sitting_records,
};
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::HashMap;
use std::fs;
use torus::bank::Mode;
use torus::history::{Filter, History, HistoryError, Merged, Remembered, Study};
use torus::paper::PaperItem;
use torus::progress::{Period, Wish};
use torus::schedule::{StudyDay, Target};
use torus::sitting::{Response, ResponseRecord, Sitting, SittingRecord, State, Terms, Turn};
use uuid::Uuid;

fn bring(from: &Data, into: &History) -> Merged {
    into.merge(&from.path(), &|_| true).expect("merges")
}

/// Everything that is kept, in an order that does not depend on when it came.
type Everything = (Vec<(Uuid, String)>, Vec<SittingRecord>, Vec<ResponseRecord>, Vec<(Uuid, Vec<Remembered>)>);

fn everything(history: &History) -> Everything {
    let mut learners: Vec<_> =
        history.learners().expect("reads").into_iter().map(|learner| (learner.uuid, learner.name)).collect();
    learners.sort();
    let mut sittings = sitting_records(history, &Filter::default());
    sittings.sort_by_key(|sitting| sitting.id);
    let mut responses = response_records(history, &Filter::default());
    responses.sort_by_key(|response| (response.sitting_id, response.position));
    let mut remembered: Vec<_> = history
        .learners()
        .expect("reads")
        .into_iter()
        .map(|learner| (learner.uuid, history.remembered(learner.id).expect("reads")))
        .collect();
    remembered.sort_by_key(|(learner, _)| *learner);
    (learners, sittings, responses, remembered)
}

/// That what is remembered, and every figure of progress, is what all turns come to.
fn require_memory_of_turns(history: &History) {
    let before = everything(history);
    for learner in history.learners().expect("reads") {
        let wish = Wish { period: Period::All, ..Wish::default() };
        let progress = || history.progress(learner.id, &wish, StudyDay::of(NOW), &HashMap::new()).expect("counts");
        let grown = progress();
        assert!(history.memory_is_whole(learner.id).expect("reads"));
        history.remember_all(learner.id, &|_| true).expect("works it out");
        assert_eq!(progress(), grown);
    }
    assert_eq!(everything(history).3, before.3);
}

/// Two computers that have the same sitting of two typed questions, which was not answered yet.
fn begun_on_two(mode: Mode) -> (Data, Data, Sitting) {
    let (one, other) = (Data::new(), Data::new());
    let items = ["town", "river"].map(|id| {
        let ron = format!(r#"(id: "{id}", prompt: "{id}?", answer: Text(accept: ["right"]))"#);
        PaperItem::new("bank", question(&ron), Vec::new())
    });
    let turns = items.into_iter().map(|item| Turn::new(item, 1)).collect();
    let sitting = Sitting { turns, terms: Terms { mode, ..Terms::default() }, ..sitting(1, "bank", 0) };
    for data in [&one, &other] {
        let history = data.open();
        let learner = ada(&history);
        history.begin(learner.id, &sitting).expect("begins");
    }
    (one, other, sitting)
}

/// Answers in a copy of the sitting, as one computer does it.
fn answered(data: &Data, sitting: &Sitting, place: usize, words: &str, secs: i64) -> Sitting {
    let mut sitting = sitting.clone();
    let fraction = if words == "right" { 1.0 } else { 0.0 };
    answer(&mut sitting, place, Response::Text(words.into()), fraction, secs);
    data.open().record_answer(&sitting, place).expect("records");
    sitting
}

/// Merges both ways, which has to come to the same, and gives back what was answered, by question and attempt.
fn both_ways(one: &Data, other: &Data) -> Vec<(String, u32, String)> {
    let copy = Data::new();
    fs::copy(one.path(), copy.path()).expect("copies");
    let (first, second) = (one.open(), other.open());
    bring(other, &first);
    bring(&copy, &second);
    assert_eq!(everything(&first), everything(&second));
    for (history, from) in [(&first, other), (&second, one)] {
        assert!(bring(from, history).is_nothing());
        require_memory_of_turns(history);
    }
    let responses = everything(&first).2.into_iter();
    responses.map(|record| (record.question_id, record.attempt, record.response.unwrap_or_default())).collect()
}

fn given(question: &str, attempt: u32, response: &str) -> (String, u32, String) {
    (question.into(), attempt, response.into())
}

#[test]
fn learners_and_sittings_come_in_once() {
    let (here, there) = (Data::new(), Data::new());
    let learner = ada(&there.open());
    record_finished(&there.open(), &learner, 1, "fusion", 0, 1.0);
    let history = here.open();
    let came = Merged { learners: 1, sittings: 1, answers: 1, ..Merged::default() };
    assert_eq!(bring(&there, &history), came);
    let after = everything(&history);
    assert_eq!(after, everything(&there.open()));
    assert_eq!(bring(&there, &history), Merged::default());
    assert_eq!(everything(&history), after);
    require_memory_of_turns(&history);
}

#[test]
fn two_learners_of_one_name_stay_two() {
    let (here, there) = (Data::new(), Data::new());
    ada(&here.open());
    there.open().add_learner(Uuid::from_u128(7), "Ada", NOW).expect("adds");
    let history = here.open();
    bring(&there, &history);
    assert_eq!(history.learners().expect("reads").len(), 2);
}

#[test]
fn a_name_that_was_given_here_stays() {
    let (here, there) = (Data::new(), Data::new());
    let history = here.open();
    let learner = ada(&history);
    history.rename_learner(learner.id, "Ada Lovelace").expect("renames");
    ada(&there.open());
    assert!(bring(&there, &history).is_nothing());
    assert_eq!(history.learners().expect("reads")[0].name, "Ada Lovelace");
}

#[test]
fn how_a_learner_studies_comes_in_only_where_nothing_was_chosen() {
    let (here, there) = (Data::new(), Data::new());
    let (ours, theirs) = (here.open(), there.open());
    let chosen = Study { new_per_day: 3, target: Target::MOST, ..Study::default() };
    let (learner_here, learner_there) = (ada(&ours), ada(&theirs));
    record_finished(&ours, &learner_here, 1, "fusion", 0, 1.0);
    let due_before = ours.remembered(learner_here.id).expect("reads")[0].due_day;
    theirs.set_study(learner_there.id, &chosen).expect("keeps");
    bring(&there, &ours);
    assert_eq!(ours.study(learner_here.id).expect("reads"), chosen);
    assert!(ours.remembered(learner_here.id).expect("reads")[0].due_day < due_before);
    require_memory_of_turns(&ours);
    theirs.set_study(learner_there.id, &Study::default()).expect("keeps");
    bring(&there, &ours);
    assert_eq!(ours.study(learner_here.id).expect("reads"), chosen);
}

#[test]
fn who_was_deleted_stays_deleted_also_after_the_last_trace_is_wiped() {
    let (here, there) = (Data::new(), Data::new());
    for data in [&here, &there] {
        let history = data.open();
        let learner = ada(&history);
        record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    }
    let learner = there.open().learners().expect("reads").remove(0);
    record_finished(&there.open(), &learner, 2, "fusion", 60, 1.0);
    let history = here.open();
    let learner = history.learners().expect("reads").remove(0);
    history.delete_learner(learner.id, at(1)).expect("deletes");
    let stayed_out = Merged { left_out: 2, ..Merged::default() };
    assert_eq!(bring(&there, &history), stayed_out);
    history.purge_deleted_learners(&here.backups()).expect("purges");
    assert_eq!(bring(&there, &history), stayed_out);
    assert_eq!(everything(&history), Everything::default());
    assert!(!here.holds("Ada"));
}

#[test]
fn who_was_deleted_there_does_not_come_in_and_takes_nobody_away() {
    let (here, there) = (Data::new(), Data::new());
    let (ours, theirs) = (here.open(), there.open());
    record_finished(&ours, &ada(&ours), 1, "fusion", 0, 1.0);
    let learner = ada(&theirs);
    theirs.delete_learner(learner.id, NOW).expect("deletes");
    let before = everything(&ours);
    assert_eq!(bring(&there, &ours), Merged::default());
    assert_eq!(everything(&ours), before);
}

#[test]
fn a_sitting_that_went_on_in_two_places_has_the_turns_of_both() {
    let (one, other, sitting) = begun_on_two(Mode::Practice);
    answered(&one, &sitting, 0, "right", 5);
    answered(&other, &sitting, 1, "wrong", 9);
    assert_eq!(both_ways(&one, &other), [given("town", 1, "right"), given("river", 1, "wrong")]);
}

#[test]
fn an_answer_given_in_both_places_is_kept_in_both_and_the_first_is_the_first_attempt() {
    let (one, other, sitting) = begun_on_two(Mode::Practice);
    answered(&one, &sitting, 0, "later", 9);
    answered(&other, &sitting, 0, "right", 5);
    assert_eq!(both_ways(&one, &other), [given("town", 1, "right"), given("town", 2, "later")]);
}

#[test]
fn in_a_test_the_newest_answer_counts_as_where_it_is_changed() {
    let (one, other, sitting) = begun_on_two(Mode::Test);
    answered(&one, &sitting, 0, "first", 5);
    answered(&other, &sitting, 0, "right", 9);
    assert_eq!(both_ways(&one, &other), [given("town", 1, "right")]);
}

#[test]
fn a_quiz_on_the_screen_writes_over_nothing_that_came_in_meanwhile() {
    let (one, other, begun) = begun_on_two(Mode::Practice);
    answered(&other, &begun, 1, "wrong", 60);
    let on_screen = answered(&one, &begun, 0, "right", 70);
    let history = one.open();
    bring(&other, &history);
    let before = everything(&history);
    let mut sitting = on_screen.clone();
    end(&mut sitting, State::Finished, 90);
    for refused in [history.finish(&sitting), history.record_answer(&on_screen, 0)] {
        assert!(matches!(refused, Err(HistoryError::WentOnElsewhere { .. })), "{refused:?}");
    }
    assert!(everything(&history) == before);
}

#[test]
fn an_end_that_was_reached_in_one_place_is_reached() {
    let (one, other, sitting) = begun_on_two(Mode::Practice);
    let mut ended = answered(&one, &sitting, 0, "right", 5);
    end(&mut ended, State::Finished, 60);
    one.open().finish(&ended).expect("finishes");
    answered(&other, &sitting, 1, "right", 9);
    assert_eq!(both_ways(&one, &other).len(), 2);
    assert_eq!(everything(&other.open()).1[0].state, State::Finished);
}

#[test]
fn the_newest_word_on_a_mark_counts() {
    let (one, other, sitting) = begun_on_two(Mode::Practice);
    let mut first = answered(&one, &sitting, 0, "rihgt", 5);
    let mut second = answered(&other, &sitting, 0, "rihgt", 5);
    for sitting in [&mut first, &mut second] {
        assert!(sitting.overrule(0, true, at(20)));
    }
    one.open().record_overruling(&first, 0).expect("records");
    other.open().record_overruling(&second, 0).expect("records");
    assert!(second.overrule(0, false, at(30)));
    other.open().record_overruling(&second, 0).expect("records");
    both_ways(&one, &other);
    let record = &everything(&one.open()).2[0];
    assert_eq!((record.is_overruled, record.score), (false, 0.0));
}

#[test]
fn remarks_of_both_places_stand_once() {
    let (one, other, sitting) = begun_on_two(Mode::Practice);
    for (data, words) in [(&one, "two are right"), (&other, "unclear")] {
        let mut sitting = answered(data, &sitting, 0, "right", 5);
        assert!(sitting.remark(0, words));
        data.open().record_turn(&sitting, 0).expect("records");
    }
    both_ways(&one, &other);
    assert_eq!(everything(&one.open()).2[0].remark, "two are right\nunclear");
}

#[test]
fn a_sitting_can_be_given_away_and_back_with_what_is_remembered() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    let other = history.add_learner(Uuid::from_u128(9), "Grace", NOW).expect("adds");
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    let before = everything(&history);
    history.give_sitting(Uuid::from_u128(1), other.id, at(1)).expect("gives");
    assert_eq!(history.remembered(learner.id).expect("reads"), []);
    assert_eq!(history.remembered(other.id).expect("reads").len(), 1);
    require_memory_of_turns(&history);
    history.give_sitting(Uuid::from_u128(1), learner.id, at(2)).expect("gives back");
    assert_eq!(everything(&history), before);
    let unknown = history.give_sitting(Uuid::from_u128(2), other.id, NOW);
    assert!(matches!(unknown, Err(HistoryError::UnknownSitting { .. })), "{unknown:?}");
    let nobody = history.give_sitting(Uuid::from_u128(1), 99, NOW);
    assert!(matches!(nobody, Err(HistoryError::UnknownLearner { .. })), "{nobody:?}");
}

#[test]
fn a_sitting_can_be_left_out_of_review_and_taken_in_again() {
    let data = Data::new();
    let history = data.open();
    let learner = ada(&history);
    record_finished(&history, &learner, 1, "fusion", 0, 1.0);
    let before = everything(&history);
    history.count_for_review(Uuid::from_u128(1), false, at(1)).expect("leaves out");
    assert_eq!(history.remembered(learner.id).expect("reads"), []);
    assert_eq!(history.counts_for_review(Uuid::from_u128(1)).expect("reads"), Some(false));
    history.count_for_review(Uuid::from_u128(1), true, at(2)).expect("takes in");
    assert_eq!(everything(&history), before);
}

#[test]
fn what_was_changed_of_a_sitting_afterwards_comes_in_where_it_is_newer() {
    let (one, other, sitting) = begun_on_two(Mode::Practice);
    answered(&one, &sitting, 0, "right", 5);
    let history = one.open();
    let grace = history.add_learner(Uuid::from_u128(9), "Grace", NOW).expect("adds");
    history.give_sitting(sitting.id, grace.id, at(50)).expect("gives");
    history.count_for_review(sitting.id, false, at(51)).expect("leaves out");
    drop(history);
    both_ways(&one, &other);
    let records = everything(&other.open());
    assert_eq!((records.1[0].learner_name.as_str(), records.2[0].counts_for_review), ("Grace", false));
}

#[test]
fn stopped_on_the_way_it_has_changed_nothing() {
    let (here, there) = (Data::new(), Data::new());
    let learner = ada(&there.open());
    for number in 1..4 {
        record_finished(&there.open(), &learner, number, "fusion", 0, 1.0);
    }
    let history = here.open();
    let told = Cell::new(0);
    let go_on = |_: f32| {
        told.set(told.get() + 1);
        told.get() < 3
    };
    let stopped = history.merge(&there.path(), &go_on);
    assert!(matches!(stopped, Err(HistoryError::Stopped)), "{stopped:?}");
    assert_eq!(everything(&history), Everything::default());
    assert_eq!(bring(&there, &history).sittings, 3);
}

#[test]
fn what_cannot_be_brought_in_is_told_and_left_as_it_is() {
    let (here, there) = (Data::new(), Data::new());
    let history = here.open();
    let nothing = history.merge(&there.path(), &|_| true);
    assert!(matches!(nothing, Err(HistoryError::NoResults { .. })), "{nothing:?}");
    fs::write(there.path(), "no database at all, but long enough to be looked at as one").expect("writes");
    let damaged = history.merge(&there.path(), &|_| true);
    assert!(matches!(damaged, Err(HistoryError::DamagedElsewhere { .. })), "{damaged:?}");
    fs::remove_file(there.path()).expect("removes");
    let foreign = rusqlite::Connection::open(there.path()).expect("opens");
    foreign.execute_batch("CREATE TABLE song (name TEXT)").expect("another program's");
    let foreign = history.merge(&there.path(), &|_| true);
    assert!(matches!(foreign, Err(HistoryError::NotAHistory { .. })), "{foreign:?}");
}

#[test]
fn a_great_many_questions_are_remembered_all_the_same() {
    let (here, there) = (Data::new(), Data::new());
    let theirs = there.open();
    let learner = ada(&theirs);
    let items = (0..300).map(|number| {
        let ron = format!(r#"(id: "q{number}", prompt: "Is {number} small?", answer: TrueFalse(true))"#);
        PaperItem::new("bank", question(&ron), Vec::new())
    });
    let turns = items.map(|item| Turn::new(item, 1)).collect();
    let mut sitting = Sitting { turns, terms: Terms::default(), ..sitting(1, "bank", 0) };
    theirs.begin(learner.id, &sitting).expect("begins");
    for place in 0..300 {
        answer(&mut sitting, place, Response::TrueFalse(true), 1.0, 5);
    }
    theirs.finish(&sitting).expect("finishes");
    let ours = here.open();
    bring(&there, &ours);
    assert_eq!(everything(&ours).3, everything(&theirs).3);
    require_memory_of_turns(&ours);
}

#[test]
fn a_practice_that_its_last_answer_ends_has_its_result_on_both() {
    let (one, other, mut sitting) = begun_on_two(Mode::Practice);
    let history = one.open();
    for place in 0..2 {
        sitting.current = place;
        let _ = sitting.answer(Response::Text("right".into()), at(5));
        history.record_answer(&sitting, place).expect("records");
    }
    assert_eq!(sitting.state, State::Finished);
    drop(history);
    both_ways(&one, &other);
}

/// On which computers, which question, at which second, and how well it was answered.
type Step = (bool, usize, i64, bool);

fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((any::<bool>(), 0_usize..4, 1_i64..500, any::<bool>()), 0..12)
}

/// Practice as the program runs it, on the computer that each step names: second tries come by themselves.
fn went_on(one: &Data, other: &Data, steps: &[Step]) {
    let turns: Vec<Turn> = (0..4)
        .map(|number| {
            let ron = format!(r#"(id: "q{number}", prompt: "{number}?", answer: Text(accept: ["right"]))"#);
            Turn::new(PaperItem::new("bank", question(&ron), Vec::new()), 1)
        })
        .collect();
    let sitting = Sitting { turns, terms: Terms::default(), ..sitting(1, "bank", 0) };
    let mut both = [one, other].map(|data| {
        let history = data.open();
        let learner = ada(&history);
        history.begin(learner.id, &sitting).expect("begins");
        (history, sitting.clone())
    });
    for (is_first, skip, secs, is_right) in steps {
        let (history, sitting) = &mut both[usize::from(*is_first)];
        let open: Vec<usize> = (0..sitting.turns.len()).filter(|place| !sitting.turns[*place].is_done()).collect();
        let Some(place) = open.get(skip % open.len().max(1)).copied() else { continue };
        sitting.current = place;
        let _ = sitting.answer(Response::Text(if *is_right { "right" } else { "no" }.into()), at(*secs));
        history.record_answer(sitting, place).expect("records");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn either_order_comes_to_the_same_and_loses_no_answer(steps in any_steps()) {
        let (one, other) = (Data::new(), Data::new());
        went_on(&one, &other, &steps);
        let said = |data: &Data| -> Vec<_> {
            let records = everything(&data.open()).2.into_iter();
            records.map(|record| (record.question_id, record.answered_at.map(|at| at.unix_ms), record.response)).collect()
        };
        let (before_one, before_other) = (said(&one), said(&other));
        both_ways(&one, &other);
        let after = said(&one);
        for answer in before_one.iter().chain(&before_other) {
            prop_assert!(after.contains(answer), "{answer:?} is lost");
        }
        // The program can go on with what came of it.
        let loaded = one.open().load_sitting(Uuid::from_u128(1)).expect("reads").expect("is there");
        prop_assert!(loaded.current < loaded.turns.len());
    }

    #[test]
    fn whole_sittings_of_two_learners_come_to_the_same_either_way(
        sittings in prop::collection::vec((0_u8..3, any::<bool>(), 0_i64..1_000_000, any::<bool>()), 0..8)
    ) {
        let datas = [Data::new(), Data::new()];
        let histories = datas.each_ref().map(Data::open);
        for (number, (on, is_ada, secs, is_right)) in sittings.iter().enumerate() {
            for (place, history) in histories.iter().enumerate() {
                if *on != 2 && usize::from(*on) != place {
                    continue;
                }
                let uuid = Uuid::from_u128(if *is_ada { 0xADA } else { 0xB0B });
                let known = history.learners().expect("reads").into_iter().find(|learner| learner.uuid == uuid);
                let learner = known.unwrap_or_else(|| history.add_learner(uuid, "Same name", NOW).expect("adds"));
                record_finished(history, &learner, number as u128 + 1, "fusion", *secs, f64::from(u8::from(*is_right)));
            }
        }
        drop(histories);
        both_ways(&datas[0], &datas[1]);
    }
}

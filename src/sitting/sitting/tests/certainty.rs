//! What certainty does to a sitting: what is kept, what it counts, and what it never touches.

use crate::sitting::sitting::tests::*;

fn sure(mode: Mode, count: usize) -> Sitting {
    let items = (0..count).map(|index| item(question(&format!("q{index}"), ""))).collect();
    begin(items, Terms { mode, certainty: true, ..Terms::default() })
}

fn answer(sitting: &mut Sitting, truth: bool, certainty: Option<Certainty>) {
    assert_eq!(sitting.answer_with(Response::TrueFalse(truth), certainty, at(5)), Answered::Accepted);
    sitting.advance();
}

#[test]
fn marks_count_by_certainty_out_of_three_times_the_points() {
    let mut sitting = sure(Mode::Test, 7);
    for (truth, certainty) in [
        (true, Some(Certainty::Low)),
        (true, Some(Certainty::Middling)),
        (true, Some(Certainty::High)),
        (false, Some(Certainty::Low)),
        (false, Some(Certainty::Middling)),
        (false, Some(Certainty::High)),
    ] {
        answer(&mut sitting, truth, certainty);
    }
    let scores: Vec<f64> = sitting.turns.iter().map(Turn::score).collect();
    assert_eq!(scores, [1.0, 2.0, 3.0, 0.0, -2.0, -6.0, 0.0]);
    assert_eq!((sitting.score(), sitting.max_score()), (-2.0, 21.0));
    assert!(sitting.percent().is_some_and(|percent| percent < 0.0));
}

#[test]
fn who_does_not_say_is_taken_for_not_sure() {
    let mut sitting = sure(Mode::Test, 2);
    answer(&mut sitting, true, None);
    answer(&mut sitting, false, None);
    assert_eq!(sitting.score(), 1.0);
    assert!(sitting.turns.iter().all(Turn::lacks_certainty));
}

#[test]
fn certainty_is_kept_only_where_it_counts_and_goes_with_the_answer() {
    let mut plain = sitting(Mode::Test, 1);
    answer(&mut plain, true, Some(Certainty::High));
    assert_eq!((plain.turns[0].certainty, plain.score(), plain.max_score()), (None, 1.0, 1.0));
    let mut sitting = sure(Mode::Test, 1);
    answer(&mut sitting, true, Some(Certainty::High));
    assert!(sitting.clear_answer());
    assert_eq!(sitting.turns[0].certainty, None);
}

#[test]
fn a_hint_lowers_what_counts_and_never_makes_a_right_answer_a_wrong_one() {
    let check = |hints_used: u32, truth: bool, expected: f64| {
        let mut question = question("q", "");
        (question.points, question.hint_cost) = (2.0, 0.6);
        let mut sitting = begin(vec![item(question)], Terms { certainty: true, ..Terms::default() });
        sitting.turns[0].hints_used = hints_used;
        answer(&mut sitting, truth, Some(Certainty::High));
        assert!((sitting.score() - expected).abs() < 1e-9, "{hints_used} {truth}: {}", sitting.score());
    };
    check(0, true, 6.0);
    check(1, true, 2.4);
    check(2, true, 0.0);
    check(2, false, -12.0);
}

#[test]
fn a_question_that_comes_again_asks_how_sure_again_outside_the_score() {
    let mut sitting = sure(Mode::Practice, 1);
    answer(&mut sitting, false, Some(Certainty::High));
    assert!(sitting.turns[1].counts_certainty && sitting.turns[1].certainty.is_none());
    answer(&mut sitting, true, Some(Certainty::Low));
    assert_eq!((sitting.score(), sitting.max_score()), (-6.0, 3.0));
}

#[test]
fn a_rating_of_ones_own_counts_as_it_always_does() {
    let mut recall = question("q", "");
    recall.answer = Answer::Recall { answer: "a".into() };
    let mut sitting = begin(vec![item(recall)], Terms { certainty: true, ..Terms::default() });
    let answered = sitting.answer_with(Response::Recall(true), Some(Certainty::High), at(5));
    assert_eq!((answered, sitting.score(), sitting.max_score()), (Answered::Accepted, 1.0, 1.0));
}

//! The rules of a sitting, as sentences.

use crate::bank::{Answer, Question};
use crate::paper::PaperItem;
use crate::sitting::TopicScore;
use crate::sitting::sitting::*;

mod certainty;
mod laws;

const START: Moment = Moment { unix_ms: 1_000_000, offset_secs: 3600 };

fn question(id: &str, topic: &str) -> Question {
    let mut question = NO_TURN.item.question.clone();
    question.id = id.into();
    question.topic = topic.into();
    question.answer = Answer::TrueFalse(true);
    question.points = 1.0;
    question
}

fn item(question: Question) -> PaperItem {
    PaperItem::new("bank", question, Vec::new())
}

fn begin(items: Vec<PaperItem>, terms: Terms) -> Sitting {
    let paper = Paper { seed: 7, items, short_by: 0 };
    Sitting::begin(Uuid::from_u128(1), "bank", "A bank", "", terms, paper, START)
}

fn terms(mode: Mode) -> Terms {
    Terms { mode, ..Terms::default() }
}

/// A sitting over `count` true-false questions, of which `true` is right.
fn sitting(mode: Mode, count: usize) -> Sitting {
    begin((0..count).map(|index| item(question(&format!("q{index}"), ""))).collect(), terms(mode))
}

fn timed(mode: Mode, time_limit_secs: u32) -> Sitting {
    let mut sitting = sitting(mode, 3);
    sitting.terms.time_limit_secs = Some(time_limit_secs);
    sitting
}

fn at(ms: i64) -> Moment {
    Moment { unix_ms: START.unix_ms + ms, offset_secs: 3600 }
}

fn say(sitting: &mut Sitting, truth: bool) -> Answered {
    sitting.answer(Response::TrueFalse(truth), at(5))
}

fn accept(sitting: &mut Sitting, truth: bool) {
    assert_eq!(say(sitting, truth), Answered::Accepted);
}

/// Asserts that `act` is refused and changes nothing.
fn assert_inert(sitting: &mut Sitting, expected: Answered, act: impl FnOnce(&mut Sitting) -> Answered) {
    let before = sitting.clone();
    assert_eq!(act(sitting), expected);
    assert_eq!(*sitting, before);
}

#[test]
fn a_blank_response_is_refused() {
    for mode in [Mode::Practice, Mode::Test] {
        for blank in [Response::Text("  \t".to_owned()), Response::Choices(Vec::new())] {
            assert_inert(&mut sitting(mode, 2), Answered::Blank, |sitting| sitting.answer(blank, at(1)));
        }
    }
}

#[test]
fn nothing_is_accepted_after_the_end() {
    let ends: [fn(&mut Sitting); 2] = [|sitting| sitting.finish(at(9)), |sitting| sitting.abandon(at(9))];
    for (mode, end) in
        [(Mode::Practice, ends[0]), (Mode::Test, ends[0]), (Mode::Practice, ends[1]), (Mode::Test, ends[1])]
    {
        let mut sitting = sitting(mode, 3);
        accept(&mut sitting, true);
        end(&mut sitting);
        assert_inert(&mut sitting, Answered::Closed, |sitting| {
            assert!(!sitting.advance() && !sitting.skip() && !sitting.go_to(2) && !sitting.go_back());
            assert!(!sitting.clear_answer());
            assert_eq!(sitting.show_hint(), None);
            sitting.toggle_flag();
            sitting.tick(100);
            sitting.finish(at(10));
            sitting.abandon(at(11));
            say(sitting, false)
        });
    }
}

#[test]
fn an_end_has_its_time_and_its_name() {
    let (mut finished, mut abandoned) = (sitting(Mode::Test, 1), sitting(Mode::Test, 1));
    finished.finish(at(9));
    abandoned.abandon(at(8));
    assert_eq!((finished.state, finished.finished_at), (State::Finished, Some(at(9))));
    assert_eq!((abandoned.state, abandoned.finished_at), (State::Abandoned, Some(at(8))));
}

#[test]
fn in_practice_an_answer_stands() {
    let mut sitting = sitting(Mode::Practice, 2);
    accept(&mut sitting, false);
    assert_inert(&mut sitting, Answered::AlreadyAnswered, |sitting| say(sitting, true));
    assert_inert(&mut sitting, Answered::AlreadyAnswered, |sitting| {
        assert!(!sitting.clear_answer());
        sitting.answer(Response::Text(String::new()), at(6))
    });
}

#[test]
fn in_practice_a_wrong_answer_comes_again_once_with_its_options_as_before() {
    let mut sitting = sitting(Mode::Practice, 2);
    sitting.turns[0].item.option_order = vec![2, 0, 1];
    accept(&mut sitting, false);
    assert_eq!(sitting.turns.len(), 3);
    assert_eq!((sitting.turns[2].attempt, &sitting.turns[2].item), (2, &sitting.turns[0].item));
    assert!(sitting.advance());
    accept(&mut sitting, true);
    assert!(sitting.advance());
    assert_eq!((sitting.current, sitting.is_complete()), (2, false));
    accept(&mut sitting, false);
    assert_eq!((sitting.turns.len(), sitting.is_complete(), sitting.advance()), (3, true, false));
}

#[test]
fn in_practice_a_right_answer_does_not_come_again() {
    let mut sitting = sitting(Mode::Practice, 2);
    accept(&mut sitting, true);
    assert_eq!(sitting.turns.len(), 2);
}

#[test]
fn a_partly_right_answer_comes_again_and_is_a_mistake() {
    let mut half = question("half", "");
    half.answer = Answer::Choices { correct: ["a".into(), "b".into()].into(), distractors: ["c".into()].into() };
    let mut sitting = begin(vec![item(half)], terms(Mode::Practice));
    assert_eq!(sitting.answer(Response::Choices(vec![0]), at(1)), Answered::Accepted);
    assert_eq!((sitting.turns.len(), sitting.score(), sitting.mistakes()), (2, 0.5, vec![0]));
}

#[test]
fn questions_of_two_banks_with_one_id_both_come_again() {
    let mut sitting = sitting(Mode::Practice, 2);
    sitting.turns[1].item.question.id = sitting.turns[0].item.question.id.clone();
    sitting.turns[1].item.bank_id = "other".to_owned();
    accept(&mut sitting, false);
    assert!(sitting.advance());
    accept(&mut sitting, false);
    let again: Vec<&str> = sitting.turns[2..].iter().map(|turn| &*turn.item.bank_id).collect();
    assert_eq!(again, ["bank", "other"]);
}

#[test]
fn in_test_an_answer_can_be_changed_and_taken_back() {
    let mut sitting = sitting(Mode::Test, 2);
    accept(&mut sitting, false);
    assert_eq!((sitting.turns.len(), sitting.score()), (2, 0.0));
    assert_eq!(sitting.answer(Response::TrueFalse(true), at(60)), Answered::Accepted);
    assert_eq!((sitting.score(), sitting.turn().answered_at), (1.0, Some(at(60))));
    assert!(sitting.clear_answer());
    assert!(!sitting.clear_answer());
    assert_eq!(
        (sitting.turn().verdict(), sitting.turn().answered_at, sitting.score()),
        (Verdict::Unanswered, None, 0.0)
    );
    assert_eq!(sitting.unanswered(), [0, 1]);
}

#[test]
fn in_practice_going_on_passes_what_is_answered_and_comes_round() {
    let mut sitting = sitting(Mode::Practice, 4);
    assert!(sitting.skip());
    accept(&mut sitting, true);
    assert!(sitting.advance() && sitting.skip());
    assert_eq!(sitting.current, 3);
    accept(&mut sitting, true);
    let mut visited = Vec::new();
    while sitting.advance() {
        visited.push(sitting.current);
        accept(&mut sitting, true);
    }
    assert_eq!((visited, sitting.current), (vec![0, 2], 2));
    assert!(sitting.is_complete());
}

#[test]
fn the_only_open_question_cannot_be_skipped() {
    let mut sitting = sitting(Mode::Practice, 2);
    accept(&mut sitting, true);
    assert!(sitting.advance());
    assert!(!sitting.skip());
    assert_eq!((sitting.current, sitting.turn().is_answered(), sitting.unanswered()), (1, false, vec![1]));
}

#[test]
fn practice_has_no_free_movement() {
    let mut sitting = sitting(Mode::Practice, 3);
    assert!(sitting.advance());
    assert!(!sitting.go_to(2) && !sitting.go_back());
    assert_eq!(sitting.current, 1);
}

#[test]
fn test_moves_by_position_and_stops_at_both_ends() {
    let mut sitting = sitting(Mode::Test, 3);
    assert!(!sitting.go_back());
    accept(&mut sitting, true);
    assert!(sitting.advance() && sitting.go_back() && sitting.advance() && sitting.advance());
    assert!(!sitting.advance() && !sitting.skip() && !sitting.go_to(3) && !sitting.go_to(usize::MAX));
    assert_eq!(sitting.current, 2);
    assert!(sitting.go_to(0));
    assert_eq!(sitting.current, 0);
}

#[test]
fn time_counts_for_the_sitting_and_for_the_question_on_the_screen() {
    let check = |mode, expected: [u64; 2]| {
        let mut sitting = sitting(mode, 2);
        sitting.tick(300);
        accept(&mut sitting, true);
        sitting.tick(40);
        assert!(sitting.advance());
        sitting.tick(5);
        assert_eq!(sitting.elapsed_ms, 345);
        assert_eq!([sitting.turns[0].duration_ms, sitting.turns[1].duration_ms], expected, "{mode:?}");
    };
    check(Mode::Practice, [300, 5]);
    check(Mode::Test, [340, 5]);
}

#[test]
fn time_never_overflows() {
    let mut sitting = timed(Mode::Test, u32::MAX);
    sitting.tick(u64::MAX);
    sitting.tick(u64::MAX);
    assert_eq!((sitting.elapsed_ms, sitting.turn().duration_ms, sitting.remaining_ms()), (u64::MAX, u64::MAX, Some(0)));
}

#[test]
fn without_a_limit_time_is_never_up() {
    let mut sitting = sitting(Mode::Test, 1);
    sitting.tick(u64::MAX);
    assert_eq!((sitting.remaining_ms(), sitting.is_time_up()), (None, false));
}

#[test]
fn when_time_is_up_the_answer_on_the_screen_is_taken_and_nobody_moves() {
    for mode in [Mode::Practice, Mode::Test] {
        let mut sitting = timed(mode, 2);
        sitting.turns[0].item.question.hints = ["hint".into()].into();
        sitting.tick(1999);
        assert_eq!((sitting.remaining_ms(), sitting.is_time_up()), (Some(1), false));
        sitting.tick(1);
        assert!(sitting.is_time_up());
        assert!(!sitting.advance() && !sitting.skip() && !sitting.go_to(1));
        assert_eq!(sitting.show_hint(), None);
        accept(&mut sitting, false);
        assert_eq!(sitting.turns.len(), 3, "a question that nobody will see does not come again");
        sitting.finish(at(2000));
        assert_eq!((sitting.state, sitting.unanswered()), (State::Finished, vec![1, 2]));
    }
}

#[test]
fn hints_are_shown_one_after_the_other_until_the_answer_and_cost_points() {
    let mut hinted = question("hinted", "");
    hinted.hints = ["one".into(), "two".into()].into();
    hinted.hint_cost = 0.25;
    hinted.points = 2.0;
    let mut all = begin(vec![item(hinted.clone())], terms(Mode::Practice));
    assert_eq!(all.show_hint(), Some("one"));
    assert_eq!(all.show_hint(), Some("two"));
    assert_eq!(all.show_hint(), None);
    assert_eq!(all.turn().hints_used, 2);
    accept(&mut all, true);
    assert_eq!((all.score(), all.max_score(), all.mistakes()), (1.0, 2.0, vec![]));

    let mut none = begin(vec![item(hinted)], terms(Mode::Practice));
    accept(&mut none, true);
    assert_eq!(none.show_hint(), None);
    assert_eq!((none.turn().hints_used, none.score()), (0, 2.0));
}

#[test]
fn a_flag_goes_on_and_off() {
    let mut sitting = sitting(Mode::Test, 1);
    sitting.toggle_flag();
    assert!(sitting.turn().is_flagged);
    sitting.toggle_flag();
    assert!(!sitting.turn().is_flagged);
}

#[test]
fn only_first_attempts_count() {
    let mut sitting = sitting(Mode::Practice, 2);
    accept(&mut sitting, false);
    while sitting.advance() {
        accept(&mut sitting, true);
    }
    assert_eq!((sitting.score(), sitting.max_score(), sitting.percent()), (1.0, 2.0, Some(50.0)));
    assert_eq!((sitting.question_count(), sitting.unanswered(), sitting.mistakes()), (2, vec![], vec![0]));
}

#[test]
fn unanswered_questions_are_mistakes() {
    let mut sitting = sitting(Mode::Test, 3);
    assert!(sitting.go_to(1));
    accept(&mut sitting, true);
    assert_eq!((sitting.mistakes(), sitting.unanswered(), sitting.question_count()), (vec![0, 2], vec![0, 2], 3));
}

#[test]
fn the_pass_mark_itself_passes() {
    let check = |pass_percent, right: usize, count, expected| {
        let mut sitting = sitting(Mode::Test, count);
        sitting.terms.pass_percent = pass_percent;
        for _ in 0..right {
            accept(&mut sitting, true);
            sitting.advance();
        }
        assert_eq!(sitting.passed(), expected, "{right} of {count} against {pass_percent:?}");
    };
    check(None, 1, 1, None);
    check(Some(60.0), 0, 0, None);
    check(Some(60.0), 3, 5, Some(true));
    check(Some(60.0), 2, 5, Some(false));
    check(Some(100.0), 3, 3, Some(true));
    check(Some(100.0), 999, 1000, Some(false));
    check(Some(0.0), 0, 3, Some(true));
    // 100·(7/11) as the text of a decimal is a hair above what the division gives.
    check(Some(63.636_363_636_363_64), 7, 11, Some(true));
}

#[test]
fn rounding_fails_nobody() {
    let items = (0..10).map(|index| {
        let mut question = question(&format!("q{index}"), "");
        question.points = 0.1;
        item(question)
    });
    let mut sitting = begin(items.collect(), terms(Mode::Test));
    sitting.terms.pass_percent = Some(30.0);
    for _ in 0..3 {
        accept(&mut sitting, true);
        sitting.advance();
    }
    assert_eq!(sitting.passed(), Some(true));
}

#[test]
fn topics_are_told_by_their_first_part_in_the_order_they_came_up() {
    let topics = ["JET/dates", "ITER", "", "JET", "JETTY/dates"];
    let items = topics.iter().enumerate().map(|(index, topic)| item(question(&format!("q{index}"), topic)));
    let mut sitting = begin(items.collect(), terms(Mode::Practice));
    accept(&mut sitting, false);
    while sitting.advance() {
        accept(&mut sitting, true);
    }
    let score = |topic: &str, score, max_score| TopicScore { topic: topic.to_owned(), score, max_score };
    let expected = [score("JET", 1.0, 2.0), score("ITER", 1.0, 1.0), score("", 1.0, 1.0), score("JETTY", 1.0, 1.0)];
    assert_eq!(sitting.by_topic(), expected);
}

#[test]
fn an_empty_paper_is_complete_and_harmless() {
    for mode in [Mode::Practice, Mode::Test] {
        let mut sitting = sitting(mode, 0);
        assert_eq!(say(&mut sitting, true), Answered::Closed);
        assert!(
            sitting.is_complete() && !sitting.advance() && !sitting.skip() && !sitting.go_back() && !sitting.go_to(0)
        );
        sitting.tick(5);
        sitting.toggle_flag();
        assert_eq!(sitting.show_hint(), None);
        assert_eq!(&*sitting.turn().item.question.id, "");
        assert_eq!((sitting.percent(), sitting.passed(), sitting.by_topic()), (None, None, vec![]));
        assert!(sitting.score().is_sign_positive() && sitting.max_score().is_sign_positive());
    }
}

#[test]
fn a_place_beyond_the_turns_is_the_last_turn() {
    let mut sitting = sitting(Mode::Test, 2);
    sitting.current = usize::MAX;
    assert_eq!(&*sitting.turn().item.question.id, "q1");
    accept(&mut sitting, true);
    assert!(!sitting.advance() && sitting.go_back());
    assert_eq!(sitting.current, 0);
}

//! What holds for a sitting, whatever the learner does.

use crate::sitting::sitting::tests::*;
use proptest::prelude::*;
use std::collections::HashMap;

#[derive(Clone, Debug)]
enum Act {
    Answer(Response),
    NotKnown,
    Clear,
    Advance,
    Skip,
    GoTo(usize),
    GoBack,
    Hint,
    Flag,
    Tick(u64),
    Finish,
    Abandon,
}

impl Act {
    fn perform(self, sitting: &mut Sitting) {
        match self {
            Self::Answer(response) => drop(sitting.answer(response, at(1))),
            Self::NotKnown => drop(sitting.say_not_known(at(1))),
            Self::Clear => drop(sitting.clear_answer()),
            Self::Advance => drop(sitting.advance()),
            Self::Skip => drop(sitting.skip()),
            Self::GoTo(index) => drop(sitting.go_to(index)),
            Self::GoBack => drop(sitting.go_back()),
            Self::Hint => drop(sitting.show_hint().map(str::to_owned)),
            Self::Flag => sitting.toggle_flag(),
            Self::Tick(ms) => sitting.tick(ms),
            Self::Finish => sitting.finish(at(2)),
            Self::Abandon => sitting.abandon(at(3)),
        }
    }
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => any::<bool>().prop_map(|truth| Act::Answer(Response::TrueFalse(truth))),
        1 => "[a ]{0,2}".prop_map(|text| Act::Answer(Response::Text(text))),
        1 => any::<usize>().prop_map(|option| Act::Answer(Response::Choice(option))),
        3 => Just(Act::NotKnown),
        1 => Just(Act::Clear),
        6 => Just(Act::Advance),
        2 => Just(Act::Skip),
        2 => (0_usize..8).prop_map(Act::GoTo),
        1 => Just(Act::GoBack),
        2 => Just(Act::Hint),
        1 => Just(Act::Flag),
        1 => prop_oneof![0_u64..400, any::<u64>()].prop_map(Act::Tick),
    ]
}

fn any_sitting() -> impl Strategy<Value = Sitting> {
    let question = (0.1_f64..5.0, 0.0_f64..1.0, 0_usize..3).prop_map(|(points, hint_cost, hint_count)| {
        let mut question = question("", "a/b");
        (question.points, question.hint_cost) = (points, hint_cost);
        question.hints = vec!["hint".into(); hint_count].into();
        question
    });
    let mode = prop_oneof![Just(Mode::Practice), Just(Mode::Test)];
    let limit = prop::option::weighted(0.3, 0_u32..3);
    (prop::collection::vec(question, 0..7), mode, limit).prop_map(|(mut questions, mode, time_limit_secs)| {
        for (index, question) in questions.iter_mut().enumerate() {
            question.id = format!("q{index}").into();
        }
        let terms = Terms { mode, time_limit_secs, pass_percent: Some(60.0), ..Terms::default() };
        begin(questions.into_iter().map(item).collect(), terms)
    })
}

fn assert_lawful(sitting: &Sitting, question_count: usize) {
    assert_eq!(sitting.question_count(), question_count);
    let answered = sitting.first_attempts().filter(|(_, turn)| turn.is_answered()).count();
    assert_eq!(answered + sitting.unanswered().len(), question_count);
    let (score, max_score) = (sitting.score(), sitting.max_score());
    assert!((0.0..=max_score).contains(&score), "{score} of {max_score}");
    assert!(sitting.percent().is_none_or(|percent| (0.0..=100.0).contains(&percent)));
    let topics = sitting.by_topic();
    assert!((topics.iter().map(|topic| topic.score).sum::<f64>() - score).abs() < 1e-9);
    let mut asked = HashMap::new();
    for turn in &sitting.turns {
        assert_eq!(turn.is_answered(), turn.mark.is_some());
        assert_eq!(turn.is_done(), turn.answered_at.is_some());
        assert!(!turn.is_not_known() || sitting.terms.mode == Mode::Practice);
        assert!(turn.hints_used as usize <= turn.item.question.hints.len());
        asked.entry(&turn.item.question.id).or_insert_with(Vec::new).push(turn.attempt);
    }
    let may_come_again = sitting.terms.mode == Mode::Practice;
    assert!(asked.values().all(|attempts| *attempts == [1] || may_come_again && *attempts == [1, 2]));
    assert!(sitting.current < sitting.turns.len() || sitting.turns.is_empty());
    let place = sitting.place();
    assert!(place.number <= place.count && place.done <= place.count, "{place:?}");
    assert_eq!(
        sitting.is_scored(),
        sitting.terms.mode == Mode::Practice && question_count > 0 && is_first_round_done(sitting)
    );
    assert!(!sitting.is_scored() || sitting.state == State::Finished, "a score stands");
    let second_begun = sitting.turns.iter().any(|turn| turn.is_second_try() && turn.is_done());
    assert!(!second_begun || sitting.is_scored(), "the second tries come last");
}

fn is_first_round_done(sitting: &Sitting) -> bool {
    sitting.first_attempts().all(|(_, turn)| turn.is_done())
}

proptest! {
    #[test]
    fn whatever_a_learner_does_the_laws_hold(
        mut sitting in any_sitting(),
        acts in prop::collection::vec(any_act(), 0..60),
        end in prop_oneof![Just(Act::Finish), Just(Act::Abandon)],
    ) {
        let question_count = sitting.turns.len();
        for act in acts {
            let stood = sitting.is_scored().then(|| (sitting.score(), sitting.max_score()));
            act.perform(&mut sitting);
            assert_lawful(&sitting, question_count);
            prop_assert!(stood.is_none_or(|stood| stood == (sitting.score(), sitting.max_score())), "nothing changes a score");
        }
        end.perform(&mut sitting);
        assert_lawful(&sitting, question_count);
        prop_assert!(sitting.state != State::InProgress && sitting.finished_at.is_some());
    }

    #[test]
    fn answering_and_going_on_ends_a_practice(
        mut sitting in any_sitting(),
        truths in prop::collection::vec(any::<bool>(), 20),
    ) {
        sitting.terms = terms(Mode::Practice);
        let question_count = sitting.turns.len();
        for (step, truth) in truths.into_iter().enumerate() {
            prop_assert!(step <= 2 * question_count);
            let answered = say(&mut sitting, truth);
            prop_assert_eq!(answered, if question_count == 0 { Answered::Closed } else { Answered::Accepted });
            if !sitting.advance() {
                break;
            }
        }
        prop_assert!(sitting.is_complete());
        assert_lawful(&sitting, question_count);
    }
}

//! What holds for every answer to every question: marks stay within bounds, and what is written reads back.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use torus::bank::{Answer, Question};
use torus::sitting::response::{correct_parts, correct_written, split_parts, written_options};
use torus::sitting::{Response, Verdict, grade};

/// Texts with all that is special somewhere, and a letter so that none is blank.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z;=é, ]{0,5}[a-z]", r"[\\;= ]{0,3}[a-zß]\PC{0,6}", "[1-9][0-9]{0,3}"]
}

fn boxed(texts: impl IntoIterator<Item = String>) -> Box<[Box<str>]> {
    texts.into_iter().map(String::into_boxed_str).collect()
}

/// A question that the format allows.
fn questions() -> impl Strategy<Value = Question> {
    let unit = prop::sample::select(vec!["", "MJ", "pages", "W/m²", "%", "°C", "light bulbs", "kg CO2"]);
    let options = || (btree_set(words(), 2..7), 1..6_usize);
    let choices = options().prop_map(|(options, keys)| {
        let mut options: Vec<String> = options.into_iter().collect();
        let distractors = options.split_off(keys.min(options.len()));
        Answer::Choices { correct: boxed(options), distractors: boxed(distractors) }
    });
    let choice = options().prop_map(|(options, _)| {
        let mut options = options.into_iter();
        Answer::Choice { correct: options.next().unwrap_or_default().into(), distractors: boxed(options) }
    });
    let number = (any::<f64>().prop_filter("finite", |value| value.is_finite()), 0.0..1e9, unit, any::<bool>());
    let number = number.prop_map(|(value, tolerance, unit, unit_required)| Answer::Number {
        value,
        tolerance,
        unit: unit.into(),
        unit_required,
    });
    let text = (vec(words(), 1..4), any::<u32>(), any::<bool>(), any::<bool>());
    let text = text.prop_map(|(accept, typos, match_case, match_accents)| Answer::Text {
        accept: boxed(accept),
        typos,
        match_case,
        match_accents,
    });
    prop_oneof![choice, choices, any::<bool>().prop_map(Answer::TrueFalse), number, text].prop_map(asking)
}

/// A question that the check would refuse.
fn broken_questions() -> impl Strategy<Value = Question> {
    let list = || vec(".{0,4}", 0..4).prop_map(boxed);
    let choices = (list(), list()).prop_map(|(correct, distractors)| Answer::Choices { correct, distractors });
    let number =
        (any::<f64>(), any::<f64>(), ".{0,6}", any::<bool>()).prop_map(|(value, tolerance, unit, unit_required)| {
            Answer::Number { value, tolerance, unit: unit.into(), unit_required }
        });
    let text = (list(), any::<u32>(), any::<bool>()).prop_map(|(accept, typos, match_case)| Answer::Text {
        accept,
        typos,
        match_case,
        match_accents: !match_case,
    });
    prop_oneof![choices, number, text].prop_map(asking)
}

fn asking(answer: Answer) -> Question {
    let mut question: Question =
        ron::from_str(r#"Question(id: "q", prompt: "What?", answer: TrueFalse(true))"#).expect("reads");
    question.answer = answer;
    question
}

fn responses() -> impl Strategy<Value = Response> {
    prop_oneof![
        any::<usize>().prop_map(Response::Choice),
        (0..8_usize).prop_map(Response::Choice),
        vec(prop_oneof![0..8_usize, any::<usize>()], 0..9).prop_map(Response::Choices),
        any::<bool>().prop_map(Response::TrueFalse),
        any::<String>().prop_map(Response::Typed),
        words().prop_map(Response::Typed),
        "[-−0-9., ’]{1,8}(e-?[0-9]{1,3})? ?(MJ|kJ|%|m/s|pages|)".prop_map(Response::Typed),
    ]
}

/// A response that fits the question: picks among its options, ascending and each once, or something typed.
fn fitting(question: &Question, picks: &[usize], typed: &str) -> Response {
    let count = question.options().len().max(1);
    match question.answer {
        Answer::Choice { .. } => Response::Choice(picks[0] % count),
        Answer::Choices { .. } => {
            let mut picked: Vec<usize> = picks.iter().map(|pick| pick % count).collect();
            picked.sort_unstable();
            picked.dedup();
            Response::Choices(picked)
        }
        Answer::TrueFalse(_) => Response::TrueFalse(picks[0].is_multiple_of(2)),
        _ => Response::Typed(typed.into()),
    }
}

/// Every response that deserves the full mark for sure.
fn right_responses(question: &Question) -> Vec<Response> {
    match question.answer {
        Answer::Choice { .. } => vec![Response::Choice(0)],
        Answer::Choices { .. } => vec![Response::Choices((0..question.key_count()).collect())],
        Answer::TrueFalse(key) => vec![Response::TrueFalse(key)],
        _ => correct_parts(question).into_iter().map(Response::Typed).collect(),
    }
}

proptest! {
    #[test]
    fn a_mark_is_between_nothing_and_all(
        question in prop_oneof![questions(), broken_questions()],
        response in responses(),
    ) {
        let fraction = grade(&question, &response).fraction;
        prop_assert!((0.0..=1.0).contains(&fraction), "{fraction}");
    }

    #[test]
    fn what_is_written_reads_back(question in questions(), picks in vec(any::<usize>(), 1..6), typed in words()) {
        let response = fitting(&question, &picks, &typed);
        let written = response.written(&question);
        prop_assert_eq!(Response::from_written(&question, &written), Some(response), "{}", written);
    }

    #[test]
    fn any_text_is_read_or_refused(question in prop_oneof![questions(), broken_questions()], written in any::<String>()) {
        if let Some(response) = Response::from_written(&question, &written) {
            prop_assert!(!response.is_blank());
        }
    }

    #[test]
    fn the_right_answer_earns_the_full_mark_after_writing_and_reading(question in questions()) {
        for response in right_responses(&question) {
            let written = response.written(&question);
            let read = Response::from_written(&question, &written).expect("fits");
            prop_assert_eq!(grade(&question, &read).verdict(), Verdict::Correct, "{}", written);
        }
    }

    #[test]
    fn the_right_answer_is_written_as_a_response_is(question in questions()) {
        let written = correct_written(&question);
        if matches!(question.answer, Answer::Text { .. }) {
            prop_assert_eq!(split_parts(&written), correct_parts(&question));
        } else {
            prop_assert_eq!(right_responses(&question)[0].written(&question), written);
        }
    }

    #[test]
    fn options_are_written_in_the_order_shown(question in questions(), seed in any::<usize>()) {
        let options = question.options();
        let mut order: Vec<usize> = (0..options.len()).collect();
        order.rotate_left(seed.checked_rem(options.len()).unwrap_or(0));
        let shown: Vec<&str> = order.iter().map(|index| options[*index]).collect();
        prop_assert_eq!(split_parts(&written_options(&question, &order)), shown);
    }

    #[test]
    fn a_wrong_pick_never_earns_more(question in questions(), picks in vec(any::<usize>(), 1..6), more in any::<usize>()) {
        let Response::Choices(mut picked) = fitting(&question, &picks, "") else { return Ok(()) };
        let before = grade(&question, &Response::Choices(picked.clone())).fraction;
        let distractor_count = question.options().len() - question.key_count();
        let Some(distractor) = more.checked_rem(distractor_count) else { return Ok(()) };
        picked.push(question.key_count() + distractor);
        prop_assert!(grade(&question, &Response::Choices(picked)).fraction <= before);
    }
}

#[test]
fn a_blank_or_unfitting_text_is_no_response() {
    let check = |answer: &str, written: &str| {
        let answer: Answer = ron::from_str(answer).expect("reads");
        assert_eq!(Response::from_written(&asking(answer), written), None, "{written:?}");
    };
    let choice = r#"Choice(correct: "a", distractors: ["B", "b"])"#;
    let choices = r#"Choices(correct: ["a", "c"], distractors: ["B", "b"])"#;
    for answer in [choice, choices, "TrueFalse(true)", "Number(value: 1)", r#"Text(accept: ["a"])"#] {
        check(answer, "");
        check(answer, " \t\n");
    }
    check(choice, "d");
    check(choice, "a; b");
    check(choice, " b");
    check(choices, "a; d");
    check(choices, "; ;");
    check("TrueFalse(true)", "yes");
}

#[test]
fn picks_are_read_ascending_and_each_once() {
    let question = asking(ron::from_str(r#"Choices(correct: ["a", "b"], distractors: ["c"])"#).expect("reads"));
    assert_eq!(Response::from_written(&question, "C; a;; b; A "), Some(Response::Choices(vec![0, 1, 2])));
}

#[test]
fn a_blank_response_is_written_as_nothing() {
    let text = asking(ron::from_str(r#"Text(accept: ["a"])"#).expect("reads"));
    assert_eq!(Response::Typed(" \n".into()).written(&text), "");
    assert_eq!(Response::Typed(" a\n".into()).written(&text), " a\n");
    assert_eq!(Response::Choices(vec![]).written(&text), "");
    assert_eq!(Response::Choice(7).written(&text), "");
}

#[test]
fn the_right_answer_is_written_for_every_kind() {
    let check = |answer: &str, parts: &[&str], written: &str| {
        let question = asking(ron::from_str(answer).expect("reads"));
        assert_eq!(correct_parts(&question), parts);
        assert_eq!(correct_written(&question), written);
    };
    check(r#"Choice(correct: "a; b", distractors: ["c"])"#, &["a; b"], "a; b");
    check(r#"Choices(correct: ["a; b", "c=d"], distractors: ["e"])"#, &["a; b", "c=d"], r"a\; b; c\=d");
    check("TrueFalse(false)", &["false"], "false");
    check(r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#, &["59 MJ"], "59 MJ");
    check("Number(value: 21.7)", &["21.7"], "21.7");
    check(r#"Text(accept: ["tungsten", "wolfram"])"#, &["tungsten", "wolfram"], "tungsten; wolfram");
}

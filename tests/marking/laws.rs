//! What holds for every answer to every question: marks stay within bounds, and what is written reads back.

use super::any::{any_question, asking, fitting, questions, responses, right_responses, words, wrong_response};
use proptest::collection::vec;
use proptest::prelude::*;
use torus::bank::Answer;
use torus::sitting::response::{correct_parts, correct_written, split_parts, written_options};
use torus::sitting::{Response, Verdict, grade, grade_written};

proptest! {
    #[test]
    fn a_mark_is_between_nothing_and_all(
        question in any_question(),
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
    fn what_is_written_is_marked_as_the_response_itself(
        question in questions(), picks in vec(any::<usize>(), 1..6), typed in words(),
    ) {
        let response = fitting(&question, &picks, &typed);
        let collected = grade_written(&question, &response.written(&question));
        prop_assert_eq!(collected.mark, Some(grade(&question, &response)));
        prop_assert_eq!(collected.oddity, None);
    }

    #[test]
    fn any_text_is_marked(question in any_question(), written in r"\PC{0,12}|[abB;= \\]{0,12}") {
        let collected = grade_written(&question, &written);
        if let Some(mark) = &collected.mark {
            prop_assert!((0.0..=1.0).contains(&mark.fraction));
        }
        prop_assert!(!written.trim().is_empty() || collected.mark.is_none());
        if let Some(response) = Response::from_written(&question, &written) {
            prop_assert_eq!(collected.mark, Some(grade(&question, &response)));
            prop_assert_eq!(collected.oddity, None);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(question in any_question(), written in any::<String>()) {
        if let Some(response) = Response::from_written(&question, &written) {
            prop_assert!(!response.is_blank());
        }
    }

    #[test]
    fn the_right_answer_earns_the_full_mark_after_writing_and_reading(question in questions()) {
        prop_assert!(!right_responses(&question).is_empty());
        for response in right_responses(&question) {
            let written = response.written(&question);
            let read = Response::from_written(&question, &written).expect("fits");
            prop_assert_eq!(grade(&question, &read).verdict(), Verdict::Correct, "{}", written);
        }
    }

    #[test]
    fn a_wrong_response_never_earns_the_full_mark(question in questions()) {
        let response = wrong_response(&question);
        prop_assert!(!response.is_blank());
        prop_assert_ne!(grade(&question, &response).verdict(), Verdict::Correct, "{:?}", response);
        let mark = grade_written(&question, &response.written(&question)).mark.expect("an answer");
        prop_assert_ne!(mark.verdict(), Verdict::Correct, "{:?}", response);
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
    let order = r#"Order(items: ["a", "B", "c"])"#;
    let pairs = r#"Match(pairs: [("a", "x"), ("b", "y")], extra: ["z"])"#;
    let groups = r#"Categorise(groups: {"A": ["x", "y"], "B": ["z"]})"#;
    let cloze = r#"Cloze(text: "{a} {b ~ c}")"#;
    let power = r#"Calculated(variables: {}, value: "1")"#;
    let recall = r#"Recall(answer: "a")"#;
    for answer in [choice, choices, "TrueFalse(true)", "Number(value: 1)", r#"Text(accept: ["a"])"#] {
        check(answer, "");
        check(answer, " \t\n");
    }
    for answer in [order, pairs, groups, cloze, power, recall] {
        check(answer, "");
        check(answer, " \t\n");
    }
    for unfit in ["a; B", "a; b; c; c", "a; a; c", "a; b; d", "a; b; c;"] {
        check(order, unfit);
    }
    for unfit in ["a", "a = ", "a = w", "c = x", "a = x; a = y", "a = x; a = x", "a = x = y", "; ;"] {
        check(pairs, unfit);
    }
    for unfit in ["x", "A = x", "x = C", "x = A; X = B"] {
        check(groups, unfit);
    }
    for unfit in ["; ", "a; d", "a; b; c", "a; b; "] {
        check(cloze, unfit);
    }
    for unfit in ["true", "1", "a", "right; wrong"] {
        check(recall, unfit);
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
    assert_eq!(Response::Text(" \n".into()).written(&text), "");
    assert_eq!(Response::Text(" a\n".into()).written(&text), " a\n");
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
    check(r#"Order(items: ["a;", "b", "c"])"#, &["a;", "b", "c"], r"a\;; b; c");
    check(
        r#"Match(pairs: [("Hannes Alfvén", "Sweden"), ("a=b", "x; y"), ("c", "sweden")], extra: ["Italy"])"#,
        &["Hannes Alfvén = Sweden", r"a\=b = x\; y", "c = Sweden"],
        r"Hannes Alfvén = Sweden; a\=b = x\; y; c = Sweden",
    );
    check(
        r#"Categorise(groups: {"People": ["Ada", "Bo"], "Places": ["Culham"]})"#,
        &["Ada = People", "Bo = People", "Culham = Places"],
        "Ada = People; Bo = People; Culham = Places",
    );
    check(
        r#"Cloze(text: "Sited at {Culham}, near {Oxford|Oxford, England}; {a ~ b}.")"#,
        &["Culham", "Oxford", "a"],
        "Culham; Oxford; a",
    );
    let power =
        |more: &str| format!(r#"Calculated(variables: {{"E": Values([22])}}, value: "E / 3", unit: "MW"{more})"#);
    check(&power(""), &["7.33333 MW"], "7.33333 MW");
    let whole = r#"Calculated(variables: {"n": Values([1234567.5])}, value: "n * 10")"#;
    check(whole, &["12345675"], "12345675");
    check(&power(", tolerance_percent: 0"), &["7.33333333333333 MW"], "7.33333333333333 MW");
    check(r#"Calculated(variables: {"E": Values([2, 3])}, value: "E")"#, &[], "");
    check(r#"Recall(answer: "59 MJ")"#, &["right"], "right");
}

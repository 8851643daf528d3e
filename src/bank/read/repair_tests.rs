//! Every mistake of a question is told in one run, and what was repaired makes none of its own.

use crate::bank::{Quietly, check};
use crate::syntax::LineIndex;

/// What is told of a question whose fields are `fields`, each with its column; the fields stand on one line.
fn told(fields: &str) -> String {
    let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [\nQuestion({fields}),\n])");
    let problems = check(&text, &Quietly);
    let lines = problems.iter().map(|problem| {
        let place = LineIndex::new(&text).place(problem.span.start);
        assert_eq!(place.line, 2, "{fields}");
        format!("{}:{}", place.column, problem.problem.code())
    });
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_mistake_hides_none_behind_it_in_the_same_question() {
    for (fields, expected) in [
        (r#"id: "q" promt: "P?", answer: TrueFalse(true)"#, "18:syntax 18:unknown-field"),
        (r#"ID: "q", promt: "P?", answer: TrueFalse(true)"#, "10:unknown-field 19:unknown-field"),
        (
            r#"id = "q", prompt: "P?" answer: Choice(correct: "a"; distractors: ["b" "c"])"#,
            "13:syntax 33:syntax 60:syntax 80:syntax",
        ),
        (
            r#"id: "q", id: "q", author: "me", prompt: "P?", answer: TrueFalse(no)"#,
            "19:repeated-field 28:unknown-field 74:syntax",
        ),
        (r#"id: "q", author: ["me", "you"], answer: TrueFalse(true)"#, "19:unknown-field"),
    ] {
        assert_eq!(told(fields), expected, "{fields}");
    }
}

#[test]
fn a_mended_comma_hides_no_missing_field() {
    assert_eq!(told(r#"id: "q" prompt: "P?""#), "1:missing-field 18:syntax");
    assert_eq!(
        told(r#"id: "q"; prompt: "P?", answer: Number(unit: "m" tolerance: 1)"#),
        "17:syntax 41:missing-field 58:syntax"
    );
    assert_eq!(told(r#"id = "q", answer: TrueFalse(true)"#), "1:missing-field 13:syntax");
}

#[test]
fn what_was_mended_makes_no_mistake_of_its_own() {
    assert_eq!(told(r#"id: "q", prompt: "P?", Prompt: "P?", answer: TrueFalse(true)"#), "33:unknown-field");
    assert_eq!(told(r#"id: "q", prompt: "P?" answer: TrueFalse(true)"#), "32:syntax");
    assert_eq!(told(r#"id: "q", prompt: "P?", answer: Number(value: 2,850)"#), "55:syntax");
    assert_eq!(told(r#"id: "q", prompt: "P?", answer: Text(accept: ["a"], typos: 1,5)"#), "68:syntax");
    assert_eq!(told(r#"id: "q", prompt: "P?", answer: Number(value: 1 000, tolerance: 0,5)"#), "55:syntax 73:syntax");
}

#[test]
fn no_more_is_mended_than_anybody_would_get_wrong() {
    let many: String = (0..100).map(|number| format!("zzz{number}: 1, ")).collect();
    assert_eq!(told(&format!("{many}id: \"q\", prompt: \"P?\", answer: TrueFalse(true)")).split(' ').count(), 9);
}

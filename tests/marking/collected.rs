//! Responses that were written down elsewhere: taken kindly, and marked as they stand.

use super::question;
use torus::bank::values::drawn::pinned;
use torus::bank::{Kind, Question};
use torus::sitting::response::correct_written;
use torus::sitting::{Trace, Untraced, as_asked, grade_written};

const CHOICE: &str = r#"Choice(correct: "Thames; lower", distractors: ["Severn", "Café"])"#;
const CHOICES: &str = r#"Choices(correct: ["a", "b"], distractors: ["c", "d"])"#;
const ORDER: &str = r#"Order(items: ["a", "b", "c"])"#;
const MATCH: &str = r#"Match(pairs: [("a", "x"), ("b", "y")], extra: ["z"])"#;
const GROUPS: &str = r#"Categorise(groups: {"A": ["x", "y"], "B": ["z", "w"]})"#;
const CLOZE: &str = r#"Cloze(text: "{Danube|Donau} flows {east ~ west}")"#;
const SPOT: &str = r#"Hotspot(image: "a.png", spots: [
    Spot(name: "a", shape: Circle(x: 0.1, y: 0.1, r: 0.1)), Spot(name: "b", shape: Circle(x: 0.4, y: 0.1, r: 0.1)),
    Spot(name: "c", shape: Circle(x: 0.8, y: 0.1, r: 0.1))], correct: ["a"])"#;

/// The share that a text earns, `None` for unanswered, and what is said of how it is written.
fn check(answer: &str, written: &str, share: Option<f64>, oddity: &str) {
    let collected = grade_written(&question(answer), written);
    assert_eq!(collected.mark.map(|mark| mark.fraction), share, "{answer} {written:?}");
    assert_eq!(collected.oddity.map(|oddity| oddity.to_string()).unwrap_or_default(), oddity, "{answer} {written:?}");
}

#[test]
fn every_kind_is_taken_as_it_is_written() {
    for (answer, written, share) in [
        (CHOICE, "Thames; lower", 1.0),
        (CHOICE, r"thames\; lower ", 1.0),
        (CHOICE, "CAFE\u{301}", 0.0),
        (CHOICES, "b;a", 1.0),
        (CHOICES, "a; c", 0.0),
        (CHOICES, "a", 0.5),
        ("TrueFalse(false)", "FALSE", 1.0),
        ("Number(value: 59, unit: \"MJ\")", "59e6 J", 1.0),
        ("Text(accept: [\"Reykjavik\"], typos: 1)", "reykjavík", 1.0),
        (ORDER, "a; b; c", 1.0),
        (ORDER, "A;b ;c;", 1.0),
        (ORDER, "a; c; b", 1.0 / 3.0),
        (MATCH, "b = y; a = x", 1.0),
        (MATCH, "a=x", 0.5),
        (GROUPS, "x = A; y = A; z = B; w = A", 0.75),
        (CLOZE, "donau; East", 1.0),
        (CLOZE, "; east; ", 0.5),
        (SPOT, "A", 1.0),
        ("Recall(answer: \"a\")", "right", 1.0),
        ("Recall(answer: \"a\")", "Wrong", 0.0),
    ] {
        check(answer, written, Some(share), "");
    }
}

#[test]
fn nothing_is_unanswered() {
    for answer in [CHOICE, CHOICES, "TrueFalse(true)", "Number(value: 1)", ORDER, MATCH, GROUPS, CLOZE, SPOT] {
        check(answer, "", None, "");
        check(answer, " \t\n", None, "");
    }
    for answer in [CHOICES, ORDER, MATCH, GROUPS, CLOZE, SPOT] {
        check(answer, "; ", None, "");
    }
}

#[test]
fn what_nobody_could_pick_earns_nothing_and_is_told() {
    check(CHOICE, "Loire", Some(0.0), "\"Loire\" is none of the options");
    check(CHOICE, "Severn; Café", Some(0.0), "\"Severn; Café\" is none of the options");
    check(CHOICES, "a; b; e", Some(1.0), "\"e\" is none of the options");
    check(SPOT, "a; e", Some(0.0), "\"e\" is none of the options");
    check("TrueFalse(true)", "yes", Some(0.0), "\"yes\" is neither `true` nor `false`");
    check("Recall(answer: \"a\")", "true", Some(0.0), "\"true\" is neither `right` nor `wrong`");
    let each_once = "an order names every item once, with `; ` between them";
    for (written, share) in
        [("a; b", 1.0 / 3.0), ("a; b; b", 0.0), ("a; b; d", 1.0 / 3.0), ("a; ; c", 1.0 / 3.0), ("a, b, c", 0.0)]
    {
        check(ORDER, written, Some(share), each_once);
    }
    check(MATCH, "a = x; b = w", Some(0.5), "\"w\" is none of the options");
    check(MATCH, "a = x; d = y", Some(0.5), "\"d\" is none of the options");
    check(MATCH, "a = x; b", Some(0.5), "\"b\" is no pair: write `left = right`, with `; ` between pairs");
    check(MATCH, "a = x; b = y; b = z", Some(0.5), "\"b\" is paired twice");
    check(MATCH, "a = x; a = x", Some(0.5), "");
    check(MATCH, "a: x; b: y", Some(0.0), "\"a: x\" is no pair: write `left = right`, with `; ` between pairs");
    check(GROUPS, "x = A; y = C", Some(0.25), "\"C\" is none of the options");
    check(CLOZE, "Danube; south", Some(0.5), "\"south\" is none of the options");
    let too_many = "there are 3 parts for 2 gaps: a `;` inside a part takes a backslash";
    check(CLOZE, "Danube; east; north", Some(0.0), too_many);
}

/// 20 to 60 MJ in 2, 4 or 5 s.
fn power() -> Question {
    let mut question = question(
        r#"Calculated(variables: {"E": Range(from: 20, to: 60), "t": Values([2, 4, 5])}, value: "E / t", unit: "MW")"#,
    );
    question.prompt = "{E} MJ in {t} s?".into();
    question
}

fn asked(trace: &Trace) -> Result<String, Untraced> {
    as_asked(&power(), trace).map(|question| question.prompt.to_string())
}

#[test]
fn values_are_those_of_the_prompt_or_of_the_paper() {
    let of_paper = |seed, position| Trace { seed: Some(seed), position: Some(position), ..Trace::default() };
    let prompt = |prompt| Trace { prompt, ..Trace::default() };
    assert_eq!(asked(&prompt("37 MJ in 4 s?")), Ok("37 MJ in 4 s?".to_owned()));
    assert_eq!(asked(&prompt(" 37.5 MJ in 4 s?\n")), Ok("37.5 MJ in 4 s?".to_owned()));
    let drawn = asked(&of_paper(7, 3)).expect("drawn");
    assert_ne!(asked(&of_paper(8, 3)).expect("drawn"), drawn);
    assert_eq!(asked(&Trace { prompt: &drawn, ..of_paper(7, 3) }), Ok(drawn.clone()));
    // A question that came again, at another place of the sitting.
    assert_eq!(asked(&Trace { prompt: "37 MJ in 4 s?", ..of_paper(7, 3) }), Ok("37 MJ in 4 s?".to_owned()));
    // The words were mended since; the key bears the values out.
    let key = correct_written(&as_asked(&power(), &of_paper(7, 3)).expect("drawn"));
    let mended = Trace { prompt: "Energy, please?", correct_response: &key, ..of_paper(7, 3) };
    assert_eq!(asked(&mended), Ok(drawn));
}

#[test]
fn values_that_nothing_tells_are_not_guessed() {
    let none = Trace::default();
    assert_eq!(asked(&none), Err(Untraced::NothingNoted));
    assert_eq!(asked(&Trace { seed: Some(7), ..none }), Err(Untraced::NothingNoted));
    assert_eq!(asked(&Trace { seed: Some(7), position: Some(0), ..none }), Err(Untraced::NothingNoted));
    assert_eq!(asked(&Trace { correct_response: "7 MW", ..none }), Err(Untraced::NothingNoted));
    assert_eq!(asked(&Trace { prompt: "37 kJ in 4 s?", ..none }), Err(Untraced::Contradiction));
    let elsewhere = Trace { prompt: "37 kJ in 4 s?", seed: Some(7), position: Some(3), ..none };
    assert_eq!(asked(&elsewhere), Err(Untraced::Contradiction));
}

#[test]
fn a_question_without_drawn_values_is_asked_as_it_stands() {
    let choice = question(CHOICE);
    assert_eq!(*as_asked(&choice, &Trace::default()).expect("asked"), choice);
    let fixed = question(r#"Calculated(variables: {"E": Values([6])}, value: "E / 2")"#);
    let shown = as_asked(&fixed, &Trace::default()).expect("asked");
    assert_eq!((Some(&*shown), shown.kind()), (pinned(&fixed, &[6.0]).as_ref(), Kind::Calculated));
}

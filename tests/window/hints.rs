//! Hints: what one costs is told before it is taken, and is taken off in every kind.

use crate::banks::MAP;
use crate::journey::Journey;
use crate::kinds::{CLOZE, GROUPS, HOTSPOT, MATCH, ORDER};

fn practice(answer: &str, cost: &str) -> Journey {
    let bank = format!(
        "Bank(format: 1, id: \"one\", title: \"One\", questions: [Question(id: \"q\", prompt: \"What?\", \
         answer: {answer}, hints: [\"A first hint.\", \"A second hint.\"], points: 2, hint_cost: {cost})])"
    );
    let mut journey = Journey::begin_with(|journey| {
        journey.write_own("map.svg", MAP);
        journey.write_own("one.ron", &bank);
    });
    journey.wait_until("the bank is read", |journey| journey.has_button("Practise: One"));
    journey.click("Practise: One");
    journey.keys("Enter");
    journey
}

#[test]
fn the_cost_is_told_before_and_after_and_taken_off() {
    let mut journey = practice("TrueFalse(true)", "0.25");
    journey.click("Hint: costs 25 % of the points");
    journey.assert_says("Hint: A first hint.");
    journey.keys("1, Enter");
    journey.assert_says("1.5 of 2 points · 1 hint, \u{2212}25 %");
    let csv = journey.path("one.csv");
    journey.world.chooses_place(&csv);
    journey.keys("Enter");
    assert_eq!(journey.headings()[0], "You got 1.5 of 2 points.");
    journey.click("Export answers (CSV)…");
    journey.wait_for("Saved 1 row to");
    let mut reader = csv::Reader::from_path(csv).expect("opens");
    let headers = reader.headers().expect("headers").clone();
    let row = reader.records().next().expect("a row").expect("reads");
    let cell = |name: &str| row[headers.iter().position(|header| header == name).expect("a column")].to_owned();
    assert_eq!(["score", "max_score", "verdict", "hints_used"].map(cell), ["1.5", "2", "correct", "1"]);
}

#[test]
fn a_hint_that_costs_nothing_says_nothing_of_costs() {
    let mut journey = practice("TrueFalse(true)", "0");
    journey.keys("H, 1, Enter");
    journey.assert_silent("1 hint");
    journey.keys("Enter");
    assert_eq!(journey.headings()[0], "You got 2 of 2 points.");
}

#[test]
fn hints_cost_in_every_kind_and_never_below_nothing() {
    let kinds = [
        r#"Choice(correct: "a", distractors: ["b"])"#,
        r#"Choices(correct: ["a"], distractors: ["b"])"#,
        "TrueFalse(true)",
        ORDER,
        MATCH,
        CLOZE,
        GROUPS,
        HOTSPOT,
        r#"Recall(answer: "a")"#,
    ];
    for answer in kinds {
        let mut journey = practice(answer, "0.6");
        // Where a gap is to be typed, letters type.
        journey.keys("Alt H, Alt H");
        journey.assert_says("Hint: A second hint.");
        if answer.starts_with("Recall") {
            journey.keys("Enter, 1");
        } else if answer == CLOZE {
            journey.type_text("Danube");
            journey.keys("Enter");
        } else {
            journey.keys("1, Enter");
        }
        // Where a part is open, that is told once.
        if journey.has_button("Check") {
            journey.keys("Enter");
        }
        journey.assert_says("0 of 2 points · 2 hints, \u{2212}120 %");
    }
}

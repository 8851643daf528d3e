//! Numbers worked out from drawn values.

use super::Say::{NotANumber, Nothing, UnitMissing, WrongPowerOfTen, WrongUnit};
use super::{check, check_response};
use torus::bank::Question;
use torus::bank::values::drawn::pinned;
use torus::sitting::{Response, Verdict, grade};

/// 37 MJ in 5 s, within one percent: 7.4 MW ± 0.074 MW.
fn power(more: &str) -> String {
    format!(
        r#"Calculated(variables: {{"E": Values([37]), "t": Values([5])}}, value: "E / t", tolerance_percent: 1, unit: "MW"{more})"#
    )
}

#[test]
fn the_tolerance_is_a_share_of_the_key_with_its_bounds() {
    check(
        &power(""),
        &[
            ("7.4", 1.0, Nothing),
            ("7.4 MW", 1.0, Nothing),
            ("7,4 MW", 1.0, Nothing),
            ("7.474", 1.0, Nothing),
            ("7.326", 1.0, Nothing),
            ("7.475", 0.0, Nothing),
            ("7.325", 0.0, Nothing),
            ("-7.4", 0.0, Nothing),
        ],
    );
}

#[test]
fn units_and_powers_of_ten_are_those_of_numbers() {
    check(
        &power(""),
        &[
            ("7400 kW", 1.0, Nothing),
            ("7.4e6 W", 1.0, Nothing),
            ("7.4×10^6 W", 1.0, Nothing),
            ("7.4 kW", 0.0, WrongUnit("MW")),
            ("7.4 MJ", 0.0, WrongUnit("MW")),
            ("74", 0.0, WrongPowerOfTen),
            ("0.0074 MW", 0.0, WrongPowerOfTen),
            ("about seven", 0.0, NotANumber),
        ],
    );
    check(&power(", unit_required: true"), &[("7.4", 0.0, UnitMissing("MW")), ("7.4 MW", 1.0, Nothing)]);
}

#[test]
fn the_tolerance_is_one_percent_where_nothing_is_written_and_may_be_nothing() {
    let third = |more: &str| format!(r#"Calculated(variables: {{"E": Values([22])}}, value: "E / 3"{more})"#);
    check(&third(""), &[("7.3", 1.0, Nothing), ("7.27", 1.0, Nothing), ("7.25", 0.0, Nothing)]);
    let exact = third(", tolerance_percent: 0");
    check(&exact, &[("7.33333333333333", 1.0, Nothing), ("22/3", 1.0, Nothing), ("7.3333", 0.0, Nothing)]);
    let sum =
        r#"Calculated(variables: {"a": Values([0.1]), "b": Values([0.2])}, value: "a + b", tolerance_percent: 0)"#;
    check(sum, &[("0.3", 1.0, Nothing), ("0.30000001", 0.0, Nothing)]);
}

#[test]
fn a_key_below_0_or_of_0_is_marked_too() {
    let key = |value: &str| format!(r#"Calculated(variables: {{"a": Values([5])}}, value: "{value}")"#);
    check(&key("-a"), &[("-5", 1.0, Nothing), ("−5.05", 1.0, Nothing), ("-5.06", 0.0, Nothing), ("5", 0.0, Nothing)]);
    check(&key("a - 5"), &[("0", 1.0, Nothing), ("-0", 1.0, Nothing), ("0.001", 0.0, Nothing)]);
}

#[test]
fn a_question_whose_values_are_not_drawn_has_no_key() {
    let typed = |text: &str| Response::Calculated(text.into());
    let open = r#"Calculated(variables: {"E": Values([20, 30])}, value: "E")"#;
    check_response(open, typed("20"), 0.0);
    check_response(open, typed("30"), 0.0);
    check_response(r#"Calculated(variables: {"E": Values([0])}, value: "1 / E")"#, typed("0"), 0.0);
    check_response(r#"Calculated(variables: {}, value: "1 +")"#, typed("1"), 0.0);
    check_response(&power(""), Response::Choice(0), 0.0);
    let question: Question = ron::from_str(&format!(r#"(id: "q", prompt: "?", answer: {open})"#)).expect("reads");
    for (value, expected) in [(20.0, Verdict::Correct), (30.0, Verdict::Wrong)] {
        let asked = pinned(&question, &[value]).expect("fits");
        assert_eq!(grade(&asked, &typed("20")).verdict(), expected);
    }
}

//! Numbers that are typed.

use super::Say::{NotANumber, Nothing, WrongPowerOfTen, WrongUnit};
use super::{Case, RECORD, check};

#[test]
fn one_number_is_right_however_it_is_typed() {
    let typed = [
        "59",
        "59 MJ",
        "59MJ",
        " 59  MJ ",
        "59,0",
        "59.0",
        "59.00 MJ",
        "+59",
        "059",
        "5.9e1",
        "5.9E+1 MJ",
        "59e6 J",
        "5.9e7 J",
        "5.9E7 J",
        "5.9×10^7 J",
        "5.9*10^7 J",
        "5.9 x 10^7 J",
        "5,9·10⁷ J",
        "5.9 × 10⁷ joules",
        "59000 kJ",
        "59 000 kJ",
        "59’000 kJ",
        "59'000 kJ",
        "59,000 kJ",
        "59.000 kJ",
        "59 000 000 J",
        "59,000,000 J",
        "0.059 GJ",
        "59 megajoules",
        "59 Megajoule",
        "59 MJ.",
        "59\u{a0}MJ",
        "59\u{202f}000\u{202f}kJ",
        "59 MW s",
        "59 MW·s",
        "59 MN·m",
        "118/2",
        "118/2 MJ",
        "５９",
        "59 Mj",
        "59000 KJ",
    ];
    let cases: Vec<Case> = typed.iter().map(|typed| (*typed, 1.0, Nothing)).collect();
    check(RECORD, &cases);
}

#[test]
fn the_bounds_of_the_tolerance_are_right() {
    check(
        RECORD,
        &[
            ("58.5", 1.0, Nothing),
            ("59.5", 1.0, Nothing),
            ("59.5 MJ", 1.0, Nothing),
            ("59500 kJ", 1.0, Nothing),
            ("58.49", 0.0, Nothing),
            ("59.51", 0.0, Nothing),
            ("58.499999 MJ", 0.0, Nothing),
        ],
    );
    check(
        "Number(value: 0.3, tolerance: 0.1)",
        &[("0.2", 1.0, Nothing), ("0.4", 1.0, Nothing), ("0.41", 0.0, Nothing), ("0.19", 0.0, Nothing)],
    );
    check("Number(value: 2011)", &[("2011", 1.0, Nothing), ("2011.0", 1.0, Nothing), ("2012", 0.0, Nothing)]);
}

#[test]
fn signs_count() {
    check(r#"Number(value: 1, unit: "°C")"#, &[("274.15 K", 1.0, Nothing), ("33.8 °F", 1.0, Nothing)]);
    check(
        r#"Number(value: -273.15, tolerance: 0.01, unit: "°C")"#,
        &[
            ("-273.15", 1.0, Nothing),
            ("−273,15 °C", 1.0, Nothing),
            ("–273.15 ºC", 1.0, Nothing),
            ("0 K", 1.0, Nothing),
            ("273.15", 0.0, Nothing),
            ("+273.15 °C", 0.0, Nothing),
        ],
    );
    check(
        "Number(value: 0)",
        &[("0", 1.0, Nothing), ("-0", 1.0, Nothing), ("1", 0.0, Nothing), ("1e-9", 0.0, Nothing)],
    );
}

#[test]
fn a_mark_before_three_digits_is_right_either_way() {
    check(
        r#"Number(value: 5000, unit: "scientists")"#,
        &[
            ("5000", 1.0, Nothing),
            ("5,000", 1.0, Nothing),
            ("5.000", 1.0, Nothing),
            ("5 000 scientists", 1.0, Nothing),
            ("5,000 Scientist", 1.0, Nothing),
            ("5’000", 1.0, Nothing),
            ("5,00", 0.0, WrongPowerOfTen),
            ("5,0000", 0.0, WrongPowerOfTen),
            ("5,000 pages", 0.0, WrongUnit("scientists")),
        ],
    );
    check("Number(value: 5)", &[("5,000", 1.0, Nothing), ("5.000", 1.0, Nothing), ("5 000", 0.0, WrongPowerOfTen)]);
    check("Number(value: 21.7)", &[("21,700", 1.0, Nothing), ("21.70", 1.0, Nothing), ("0.217e2", 1.0, Nothing)]);
    check(
        "Number(value: 1234567.8)",
        &[
            ("1,234,567.8", 1.0, Nothing),
            ("1.234.567,8", 1.0, Nothing),
            ("1 234 567,8", 1.0, Nothing),
            ("1’234’567.8", 1.0, Nothing),
            ("1,234,567,8", 0.0, NotANumber),
        ],
    );
}

#[test]
fn a_right_number_with_a_wrong_power_of_ten_is_told() {
    check(
        RECORD,
        &[
            ("5.9", 0.0, WrongPowerOfTen),
            ("590 MJ", 0.0, WrongPowerOfTen),
            ("59000000", 0.0, WrongPowerOfTen),
            ("5.9e7", 0.0, WrongPowerOfTen),
            ("5.9×10^6 J", 0.0, WrongPowerOfTen),
            ("590 kJ", 0.0, WrongPowerOfTen),
            ("-5.9", 0.0, Nothing),
            ("6.5", 0.0, Nothing),
            ("0", 0.0, Nothing),
        ],
    );
    check("Number(value: 0, tolerance: 1)", &[("10", 0.0, Nothing)]);
    check("Number(value: 5, tolerance: 5)", &[("60", 0.0, Nothing), ("0", 1.0, Nothing), ("10", 1.0, Nothing)]);
}

#[test]
fn a_tolerance_of_half_the_key_or_more_leaves_no_digits_to_be_right() {
    let number = |tolerance: &str| format!("Number(value: 10, tolerance: {tolerance})");
    check(&number("4.9"), &[("1000", 0.0, WrongPowerOfTen), ("0.1", 0.0, WrongPowerOfTen)]);
    for tolerance in ["5", "6", "8"] {
        check(&number(tolerance), &[("1000", 0.0, Nothing), ("0.1", 0.0, Nothing)]);
    }
}

#[test]
fn what_is_no_number_is_told() {
    let typed = [
        "fifty-nine",
        "inf",
        "-inf",
        "NaN",
        "infinity",
        "1e999",
        "MJ",
        "5..9",
        "59-60",
        "59 or 60",
        "59 5",
        "1/0",
        "?",
        "5.9×10",
        "0x3b,",
        "--59",
        "1,2,3",
        "59!",
    ];
    let cases: Vec<Case> = typed.iter().map(|typed| (*typed, 0.0, NotANumber)).collect();
    check(RECORD, &cases);
}

//! Cells of CSV: guarded so that no spreadsheet runs them, and readable back unchanged.
//!
//! A text that, after any apostrophes, starts with a character that spreadsheets take for a formula gets one
//! apostrophe more; reading takes one off.

pub(super) use crate::formula_guard::{needs_guard, unguard};
use std::io::Write;

/// As [`needs_guard`], but a plain number is left alone: `-5` is a number to a spreadsheet as well.
pub(super) fn response_needs_guard(text: &str) -> bool {
    needs_guard(text) && !is_plain_number(text)
}

/// Whether the text is digits with at most a sign, a decimal point and a power of ten, and nothing else.
pub(super) fn is_plain_number(text: &str) -> bool {
    // The first test keeps out the words that Rust takes for numbers, such as `inf` and `NaN`.
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
        && text.parse::<f64>().is_ok()
}

/// The shortest decimal that reads back as the same number.
pub fn write_number(number: f64) -> String {
    let mut cell = Vec::new();
    push_number(&mut cell, number);
    String::from_utf8_lossy(&cell).into_owned()
}

/// Appends a whole number.
pub(super) fn push_integer(cell: &mut Vec<u8>, number: u64) {
    let mut digits = [b'0'; 20];
    let mut first = digits.len() - 1;
    let mut rest = number;
    loop {
        digits[first] = digit(rest);
        rest /= 10;
        if rest == 0 {
            break;
        }
        first -= 1;
    }
    cell.extend_from_slice(&digits[first..]);
}

/// Appends the shortest decimal that reads back as the same number: `0.5`, `1`. Nothing for what is not finite.
pub(super) fn push_number(cell: &mut Vec<u8>, number: f64) {
    // Nearly all scores and times are whole thousandths. Below 10^15 no two decimals of three places are one binary
    // number, so those digits are the shortest, and making them here saves the search for the shortest that the general way makes.
    let thousandths = (number * 1000.0).round();
    if (0.0..1e15).contains(&thousandths) && thousandths / 1000.0 == number {
        push_thousandths(cell, thousandths as u64);
    } else if number.is_finite() {
        // Writing to memory cannot fail.
        let _ = write!(cell, "{number}");
    }
}

/// Appends so many thousandths with at most three decimals: `12.345`, `7`.
pub(super) fn push_thousandths(cell: &mut Vec<u8>, thousandths: u64) {
    push_integer(cell, thousandths / 1000);
    let part = thousandths % 1000;
    if part > 0 {
        cell.extend_from_slice(&[b'.', digit(part / 100), digit(part / 10), digit(part)]);
        while cell.last() == Some(&b'0') {
            cell.pop();
        }
    }
}

/// The last digit of a number.
fn digit(number: u64) -> u8 {
    b'0' + (number % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula_guard::guard;
    use proptest::prelude::*;
    use std::borrow::Cow;

    fn guard_response(text: &str) -> Cow<'_, str> {
        if response_needs_guard(text) { guard(text) } else { Cow::Borrowed(text) }
    }

    fn pushed(push: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut cell = Vec::new();
        push(&mut cell);
        String::from_utf8(cell).expect("UTF-8")
    }

    const DANGEROUS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

    #[test]
    fn a_formula_gets_an_apostrophe_and_loses_it_again() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+5 m", "'+5 m"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("\n=x", "'\n=x"),
            ("'=1", "''=1"),
            ("''-", "'''-"),
            ("'", "'"),
            ("'tis", "'tis"),
            ("", ""),
            (" =1", " =1"),
            ("a=b", "a=b"),
            ("−5", "−5"),
        ] {
            assert_eq!(guard(text), cell, "guarding {text:?}");
            assert_eq!(unguard(cell), text, "reading {cell:?}");
        }
    }

    #[test]
    fn a_response_that_is_a_plain_number_is_left_alone() {
        for number in ["-5", "+5", "-5.25", "-.5", "-5.", "+1e-3", "-2E10", "59"] {
            assert_eq!(guard_response(number), number);
        }
        for text in
            ["-5 MJ", "-5,0", "--5", "-", "+", "-e5", "-inf", "+infinity", "-1-1", "-1+cmd", "'-5", "- 5", "-5\n"]
        {
            assert_eq!(guard_response(text), format!("'{text}"));
        }
    }

    #[test]
    fn numbers_are_written_in_the_shortest_way() {
        for (number, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (0.5, "0.5"),
            (-6.0, "-6"),
            (12.25, "12.25"),
            (100.0, "100"),
            (0.001, "0.001"),
            (0.1 + 0.2, "0.30000000000000004"),
            (999_999_999_999.999, "999999999999.999"),
            (1e15 / 3.0, "333333333333333.3"),
            (2.0 / 3.0, "0.6666666666666666"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ] {
            assert_eq!(pushed(|cell| push_number(cell, number)), expected);
        }
    }

    #[test]
    fn milliseconds_are_seconds_with_at_most_three_decimals() {
        for (ms, expected) in
            [(12_345, "12.345"), (300, "0.3"), (7000, "7"), (0, "0"), (1, "0.001"), (u64::MAX, "18446744073709551.615")]
        {
            assert_eq!(pushed(|cell| push_thousandths(cell, ms)), expected);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@\\-\t\r\n]{0,4}.{0,6}") {
            let (cell, response) = (guard(&text), guard_response(&text));
            prop_assert_eq!(unguard(&cell), &text);
            prop_assert_eq!(unguard(&response), &text);
        }

        #[test]
        fn no_cell_starts_with_a_formula(text in "['=+@\\-\t\r\n]{0,4}.{0,6}") {
            prop_assert!(!guard(&text).starts_with(DANGEROUS));
            let response = guard_response(&text);
            prop_assert!(!response.starts_with(DANGEROUS) || is_plain_number(&response));
        }

        #[test]
        fn every_number_comes_back(number in proptest::num::f64::NORMAL) {
            prop_assert_eq!(pushed(|cell| push_number(cell, number)), number.to_string());
        }

        #[test]
        fn the_quick_way_writes_what_the_general_way_writes(thousandths in 0_u64..1 << 52, divisor in 1_u32..2000) {
            let number = thousandths as f64 / f64::from(divisor);
            prop_assert_eq!(pushed(|cell| push_number(cell, number)), number.to_string());
            prop_assert_eq!(pushed(|cell| push_integer(cell, thousandths)), thousandths.to_string());
        }
    }
}

//! Why a text is no number that can be marked: for a note before marking. Reads only as much as it takes to tell.

use crate::bank::values::quantity::numeral;
use serde::Serialize;
use thiserror::Error;

/// Why no number can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NumberFault {
    /// Nothing but signs that nobody sees.
    #[error("there is nothing to read")]
    Blank,
    /// Longer than anybody types a number.
    #[error("it is too long for a number")]
    TooLong,
    /// No digit at all.
    #[error("there is no digit in it: write the number in digits")]
    NoDigit,
    /// Digits in base 16, 8 or 2.
    #[error("numbers such as 0x10 are not read: write it in decimal digits")]
    Hexadecimal,
    /// A sign that sets a bound, or words that do.
    #[error("it sets a bound: write one number alone")]
    Bound,
    /// Two numbers or more.
    #[error("there are several numbers in it: write one alone")]
    SeveralNumbers,
    /// Something still to be worked out.
    #[error("it is still to be worked out: write the result")]
    Expression,
    /// Points, commas and spaces that fit no way to write a number.
    #[error("its points, commas or spaces fit no way to write a number")]
    Marks,
    /// Too large for any number here.
    #[error("it is too large a number")]
    TooLarge,
    /// Words that may change what it says.
    #[error("there are words around the number: write it alone, with its unit")]
    WordsAround,
}

/// Why no number was read in `plain`, a text in plain form.
pub(super) fn of(plain: &str) -> NumberFault {
    let text = plain.trim().to_lowercase();
    if text.is_empty() {
        return NumberFault::Blank;
    }
    if !text.contains(|sign: char| sign.is_ascii_digit()) {
        return NumberFault::NoDigit;
    }
    let digits_after = |prefix: &str| {
        text.trim_start_matches(['-', '+'])
            .strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_hexdigit()))
    };
    if digits_after("0x") || digits_after("0b") || digits_after("0o") {
        return NumberFault::Hexadecimal;
    }
    const BOUNDS: [&str; 17] = [
        "<",
        ">",
        "≤",
        "≥",
        "less than",
        "more than",
        "at least",
        "at most",
        "over ",
        "under ",
        "up to",
        "mehr als",
        "weniger als",
        "mindestens",
        "plus de",
        "moins de",
        "menos de",
    ];
    if BOUNDS.iter().any(|bound| text.starts_with(bound)) {
        return NumberFault::Bound;
    }
    let start = text.find(|sign: char| sign.is_ascii_digit()).unwrap_or_default();
    let Some((_, rest)) = numeral::leading(&text[start..]) else {
        let is_power = text[start..].contains(['e', '^']) && !text[start..].contains(',');
        return if is_power { NumberFault::TooLarge } else { NumberFault::Marks };
    };
    let rest = rest.trim();
    if rest.starts_with(['+', '*', '^', '!', 'x', '/']) || text.contains('√') || text.contains("sqrt") {
        return NumberFault::Expression;
    }
    if rest.starts_with(['.', ',', '\'']) {
        return NumberFault::Marks;
    }
    match rest.find(|sign: char| sign.is_ascii_digit()) {
        Some(_) => NumberFault::SeveralNumbers,
        None => NumberFault::WordsAround,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::values::quantity::typed_readings;

    #[test]
    fn what_is_no_number_is_told_why() {
        for (typed, fault) in [
            ("", NumberFault::Blank),
            ("\u{200b}", NumberFault::Blank),
            ("five", NumberFault::NoDigit),
            ("0x10", NumberFault::Hexadecimal),
            ("0b101", NumberFault::Hexadecimal),
            ("< 5", NumberFault::Bound),
            ("more than 5", NumberFault::Bound),
            ("59-60", NumberFault::SeveralNumbers),
            ("59 or 60", NumberFault::SeveralNumbers),
            ("5 + 3", NumberFault::Expression),
            ("5!", NumberFault::Expression),
            ("1,2,3", NumberFault::Marks),
            ("1e999", NumberFault::TooLarge),
            ("not 5", NumberFault::WordsAround),
        ] {
            assert_eq!(typed_readings(typed), Err(fault), "{typed}");
        }
        assert_eq!(typed_readings(&"1".repeat(1000)), Err(NumberFault::TooLong));
    }

    #[test]
    fn words_that_change_nothing_do_not_stand_in_the_way() {
        for typed in
            ["5", "about 2850 km", "x = 5", "5,", "1914 AD", "AD 79", "ca. 5", "≈ 5", "5 ft 10 in", "59 ± 0.5 MJ", "½"]
        {
            assert!(typed_readings(typed).is_ok(), "{typed}");
        }
    }
}

//! Numbers as they stand in fields: written as a bank writes them, read as people type them. Guesses nothing.

use crate::author::form::fault::Fault;
use crate::bank::values::quantity;

/// A number that is always there, as it stands in its field.
pub(super) fn number_text(value: f64) -> String {
    // Keeps the sign of a zero, so that nothing is changed by being shown.
    if value == 0.0 || !value.is_finite() { value.to_string() } else { quantity::written(value, "") }
}

/// A number that may be left out, where nothing stands for `default`.
pub(super) fn number_text_or(value: f64, default: f64) -> String {
    if value.to_bits() == default.to_bits() { String::new() } else { number_text(value) }
}

/// The number that is typed.
///
/// As a bank has it where it would read there: `2.850` is 2.85. Else as learners' numbers are read: `1 000`, `2,5`, `½`.
///
/// # Errors
/// Where it is no number, or not for certain one.
pub fn read_number(typed: &str) -> Result<f64, Fault> {
    let text = typed.trim();
    if let Some(value) = as_in_a_bank(text) {
        return Ok(value);
    }
    match &quantity::readings(text)[..] {
        [read] if !read.unit.is_empty() => Err(Fault::WithUnit { value: read.value, unit: read.unit.clone() }),
        [read] if is_exact(read.value) => Ok(read.value),
        [_] => Err(Fault::NotExact),
        [one, other, ..] if one.unit.is_empty() => Err(Fault::TwoWays(one.value, other.value)),
        [one, ..] => Err(Fault::WithUnit { value: one.value, unit: one.unit.clone() }),
        [] if text.is_empty() => Err(Fault::Blank),
        [] => Err(Fault::NoNumber(match quantity::typed_readings(text) {
            Err(fault) => fault,
            Ok(_) => quantity::NumberFault::WordsAround,
        })),
    }
}

/// The number that is typed, or what stands for an empty field.
pub(super) fn read_number_or(typed: &str, default: f64) -> Result<f64, Fault> {
    if typed.trim().is_empty() { Ok(default) } else { read_number(typed) }
}

/// The whole number that is typed, 0 for an empty field.
pub(super) fn read_count(typed: &str) -> Result<u32, Fault> {
    let value = read_number_or(typed, 0.0)?;
    let is_whole = value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value);
    if is_whole { Ok(value as u32) } else { Err(Fault::NotWhole) }
}

/// A small number that may be left out.
pub(super) fn read_share(typed: &str) -> Result<Option<f32>, Fault> {
    match typed.trim() {
        "" => Ok(None),
        // Read at once, since a number that is rounded twice may be another.
        text => text.parse::<f32>().map_or_else(|_| read_number(text).map(|value| value as f32), Ok).map(Some),
    }
}

/// Numbers as a list, as it stands in its field.
pub(super) fn list_text(values: &[f64]) -> String {
    values.iter().map(|value| number_text(*value)).collect::<Vec<_>>().join("; ")
}

/// The numbers that are typed in a row, with commas, semicolons or line breaks between them.
///
/// # Errors
/// Where one is no number, or a comma may part two or begin decimals.
pub fn read_list(typed: &str) -> Result<Vec<f64>, Fault> {
    let text = typed.trim().trim_end_matches([',', ';']).trim_end();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    if text.contains([';', '\n']) {
        return text.split([';', '\n']).filter(|part| !part.trim().is_empty()).map(read_number).collect();
    }
    let parts: Vec<&str> = text.split(',').collect();
    let tight = parts.iter().skip(1).filter(|part| !part.starts_with(char::is_whitespace)).count();
    let may_be_decimals = tight > 0 && (tight < parts.len() - 1 || parts.len() == 2);
    if may_be_decimals {
        return Err(Fault::ListOrDecimal(text.into()));
    }
    parts.into_iter().map(read_number).collect()
}

/// A number as RON has it. `inf` and `NaN` are read as a bank may hold them; its check tells of them.
fn as_in_a_bank(text: &str) -> Option<f64> {
    let is_plain = text.starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+' | '.'))
        || matches!(text, "inf" | "NaN");
    let is_word = text.contains(['y', 'Y']);
    if is_plain && !is_word { text.parse().ok() } else { None }
}

/// Whether it has few enough digits that somebody means just this number: ½, but not ⅓.
fn is_exact(value: f64) -> bool {
    const MOST_DIGITS: usize = 15;
    let shortest = format!("{value:e}");
    let digits = shortest.split('e').next().unwrap_or_default();
    digits.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::values::quantity::NumberFault;

    #[test]
    fn what_is_no_number_for_certain_is_told_and_never_guessed() {
        let check = |typed: &str, fault: Fault| assert_eq!(read_number(typed), Err(fault), "{typed}");
        check("", Fault::Blank);
        check("  ", Fault::Blank);
        check("2,850", Fault::TwoWays(2.85, 2850.0));
        check("59 MJ", Fault::WithUnit { value: 59.0, unit: "MJ".into() });
        check("2,850 km", Fault::WithUnit { value: 2.85, unit: "km".into() });
        check("1/3", Fault::NotExact);
        check("1,2,3", Fault::NoNumber(NumberFault::Marks));
        check("about 5", Fault::NoNumber(NumberFault::WordsAround));
        check("five", Fault::NoNumber(NumberFault::NoDigit));
        check("infinity", Fault::NoNumber(NumberFault::NoDigit));
        check("> 5", Fault::NoNumber(NumberFault::Bound));
        check("0x10", Fault::NoNumber(NumberFault::Hexadecimal));
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let check = |typed: &str, value: f64| assert_eq!(read_number(typed), Ok(value), "{typed}");
        check("1 000", 1000.0);
        check("1 000 000", 1e6);
        check("2,5", 2.5);
        check("2.850", 2.85);
        check("−5", -5.0);
        check("½", 0.5);
        check("5×10^6", 5e6);
        check("1e-3", 0.001);
        check(" 7 ", 7.0);
        check("٣٫٥", 3.5);
    }

    #[test]
    fn a_list_takes_commas_or_semicolons_but_asks_where_a_comma_may_be_a_decimal_sign() {
        let check = |typed: &str, values: &[f64]| assert_eq!(read_list(typed), Ok(values.to_vec()), "{typed}");
        check("", &[]);
        check("2, 4, 5", &[2.0, 4.0, 5.0]);
        check("2,4,5", &[2.0, 4.0, 5.0]);
        check("2,5; 3,5", &[2.5, 3.5]);
        check("2\n4\n", &[2.0, 4.0]);
        check("2.5, 1 000,", &[2.5, 1000.0]);
        for typed in ["2,5", "2, 4,5"] {
            assert_eq!(read_list(typed), Err(Fault::ListOrDecimal(typed.into())));
        }
        assert_eq!(read_list("2, x"), Err(Fault::NoNumber(NumberFault::NoDigit)));
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!((read_count(""), read_count("2"), read_count("4294967295")), (Ok(0), Ok(2), Ok(u32::MAX)));
        for typed in ["-1", "0.5", "4294967296", "NaN"] {
            assert_eq!(read_count(typed), Err(Fault::NotWhole), "{typed}");
        }
    }
}

//! Whether two texts look the same to a learner, and whether they say the same value: for options that nobody could tell
//! apart.

use crate::bank::values::quantity::{Quantity, convert, is_equal, quantity, readings};
use crate::bank::wording::alike::folded;
use crate::bank::wording::signs::{is_dash, is_double_quote, is_invisible, is_single_quote};
use crate::text::plain;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton;

/// What is left of a text of CommonMark when all is put aside that cannot be seen: entities, escapes and emphasis,
/// invisible signs, kinds of dash and quotation mark, case, and Cyrillic and Greek letters that look like Latin ones
/// (Unicode Technical Standard 39, skeletons). Texts that look the same have one appearance.
pub(crate) fn appearance(text: &str) -> String {
    let shown = plain(text);
    if shown.is_ascii() {
        return folded(&shown);
    }
    // A dash alone is what is asked for, as in "Which mark joins two years?"
    let has_letters = shown.contains(char::is_alphanumeric);
    let mut seen = String::with_capacity(shown.len());
    for sign in shown.nfc() {
        match sign {
            _ if is_invisible(sign) => {}
            _ if has_letters && is_dash(sign) => seen.push('-'),
            _ if has_letters && is_single_quote(sign) => seen.push('\''),
            _ if has_letters && is_double_quote(sign) => seen.push('"'),
            _ if has_latin_twin(sign) => {
                let twin: Vec<char> = skeleton(sign.encode_utf8(&mut [0; 4])).collect();
                // Some look like digits in some fonts only, as б does.
                let is_letter = twin.iter().all(char::is_ascii_alphabetic);
                seen.extend(if is_letter { twin } else { vec![sign] }.into_iter().map(|twin| as_case(twin, sign)));
            }
            _ => seen.push(sign),
        }
    }
    folded(&seen)
}

/// Whether the appearance of a text is known to be itself, but for case: plain ASCII without any mark of CommonMark.
pub(crate) fn is_shown_as_written(text: &str) -> bool {
    text.bytes().all(|byte| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b' ' | b',' | b'.' | b'-' | b'\'' | b'(' | b')' | b'/' | b'%' | b':' | b';' | b'?')
    })
}

/// A text that says a value, taken apart once to be compared with others.
pub(crate) struct Value {
    quantity: Quantity,
    form: Form,
}

/// How a value is written.
struct Form {
    has_stroke: bool,
    has_decimals: bool,
    has_power: bool,
    is_grouped: bool,
}

impl Value {
    /// `None` for a text that is no number, can be read two ways, or is code. A bank's language tells whether `1,000` is a
    /// thousand.
    pub fn of(text: &str, language: &str) -> Option<Self> {
        let is_number = text.contains(|sign: char| sign.is_numeric()) && !text.contains('`');
        if !is_number {
            return None;
        }
        let text: Cow<'_, str> = match number_of_tex(text) {
            Some(number) => number.into(),
            None if is_shown_as_written(text) => text.into(),
            None => plain(text),
        };
        let quantity = quantity(&text).or_else(|| grouped(&text, language))?;
        Some(Self { form: Form::of(&text, quantity.value), quantity })
    }

    /// Whether both say the same value: the same number with units that stand for each other.
    pub fn is_same(&self, other: &Self) -> bool {
        self.in_unit_of(other).is_some_and(|value| is_equal(value, other.quantity.value))
    }

    /// The same, as `0.5` and `1/2`, `10^3` and `1000`, or `1 km` and `1000 m`. False where both are of one form, as `1/2`
    /// and `2/4` are, for then the form is what is asked for.
    pub fn is_same_otherwise(&self, other: &Self) -> bool {
        (self.quantity.unit != other.quantity.unit || !self.form.is_same(&other.form)) && self.is_same(other)
    }

    /// The same, with no unit turned into another.
    pub fn is_same_number_otherwise(&self, other: &Self) -> bool {
        self.quantity.unit == other.quantity.unit && self.is_same_otherwise(other)
    }

    /// The number in the unit of the other; `None` where that cannot be.
    pub fn in_unit_of(&self, other: &Self) -> Option<f64> {
        convert(self.quantity.value, &self.quantity.unit, &other.quantity.unit)
    }
}

impl Form {
    fn of(text: &str, value: f64) -> Self {
        const POWERS: &[char] = &['^', '×', '·', '⋅', '*', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        let has_exponent = |at: usize| text[at + 1..].starts_with(|sign: char| sign.is_ascii_digit() || is_dash(sign));
        let is_letter_power =
            |(at, _): (usize, &str)| text[..at].ends_with(|sign: char| sign.is_ascii_digit()) && has_exponent(at);
        // The number alone: what is behind a letter, a sign of a power or a stroke is none of its digits.
        let number = text.trim_start_matches(|sign: char| !sign.is_numeric());
        let is_end = |sign: char| !sign.is_ascii_digit() && !is_parting(sign);
        let number = number[..number.find(is_end).unwrap_or(number.len())].trim_end_matches(is_parting);
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let marks = number.chars().filter(|sign| is_parting(*sign)).count();
        // Where all digits together are the value, no mark among them parts decimals from the rest.
        let is_whole = digits.parse() == Ok(value.abs());
        let has_decimals = number.contains(['.', ',']) && !is_whole;
        Self {
            has_stroke: text
                .split('/')
                .skip(1)
                .any(|rest| rest.trim_start().starts_with(|sign: char| sign.is_numeric())),
            has_decimals,
            has_power: text.contains(POWERS)
                || ["e", "E"].iter().any(|letter| text.match_indices(letter).any(is_letter_power)),
            is_grouped: marks > usize::from(has_decimals),
        }
    }

    /// Whether two values are written in one form. Fractions are one, and so are numbers with a power.
    fn is_same(&self, other: &Self) -> bool {
        let is_plain = !self.has_stroke && !self.has_power;
        self.has_stroke == other.has_stroke
            && self.has_power == other.has_power
            && (!is_plain || self.has_decimals == other.has_decimals && self.is_grouped == other.is_grouped)
    }
}

/// A number in TeX as it is typed without, such as `10^-3` for `$10^{-3}$`; `None` where the text is no such number alone.
fn number_of_tex(text: &str) -> Option<String> {
    let tex = text.contains('$').then(|| text.replace('$', ""))?;
    let typed = match tex.strip_prefix(r"\frac{").or_else(|| tex.strip_prefix(r"\dfrac{")) {
        Some(fraction) => fraction.replacen("}{", "/", 1).strip_suffix('}')?.to_owned(),
        None => tex.replace(r"\times", "×").replace(r"\cdot", "·").replace(r"\,", " ").replace("{,}", ","),
    };
    let typed = typed.replace(r"\%", "%").replace("^{", "^").replace('}', "");
    (!typed.contains(['\\', '{'])).then_some(typed)
}

/// Whether a sign stands among the digits of a number.
fn is_parting(sign: char) -> bool {
    matches!(sign, '.' | ',' | '_') || is_single_quote(sign) || sign.is_whitespace()
}

/// The reading of a number with one mark before three digits, by the habit of a language (Unicode CLDR 45). `None` for
/// languages that have both habits, as Spanish has.
fn grouped(text: &str, language: &str) -> Option<Quantity> {
    #[rustfmt::skip]
    const POINT_FOR_DECIMALS: &[&str] = &[
        "", "bn", "cy", "en", "eng", "ga", "he", "hi", "ja", "ko", "mr", "ms", "mt", "ne", "si", "sw", "ta", "te", "th", "ur", "zh",
    ];
    #[rustfmt::skip]
    const COMMA_FOR_DECIMALS: &[&str] = &[
        "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk",
        "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi",
    ];
    let primary = language.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let has_point = POINT_FOR_DECIMALS.contains(&&*primary);
    if !has_point && !COMMA_FOR_DECIMALS.contains(&&*primary) {
        return None;
    }
    // Two readings: that with decimals, and that with a thousand.
    let [decimal, whole] = <[Quantity; 2]>::try_from(readings(text)).ok()?;
    let mark = text.chars().find(|sign| matches!(sign, '.' | ','))?;
    Some(if (mark == '.') == has_point { decimal } else { whole })
}

/// Letters whose skeleton is Latin and that look like it in any font: Cyrillic ones, Greek capitals and ο. Other small Greek
/// letters do not: α is no a, and ν is no v.
fn has_latin_twin(sign: char) -> bool {
    matches!(sign, '\u{400}'..='\u{52f}' | '\u{391}'..='\u{3a9}' | 'ο')
}

/// Skeletons have an `l` for a capital I.
fn as_case(twin: char, sign: char) -> char {
    if twin == 'l' && sign.is_uppercase() { 'I' } else { twin }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_told_apart_on_the_screen_has_one_appearance() {
        for (one, other) in [
            ("**a**", "a"),
            ("AT&amp;T", "AT&T"),
            (r"1\. April", "1. April"),
            ("a\u{200b}b", "ab"),
            ("1914–1918", "1914-1918"),
            ("\u{421}", "C"),
            ("\u{406}V", "IV"),
            ("it’s", "it's"),
        ] {
            assert_eq!(appearance(one), appearance(other), "{one:?} and {other:?}");
        }
        for (one, other) in
            [("α", "a"), ("ν", "v"), ("a", "á"), ("–", "-"), ("m²", "m2"), ("`**a**`", "`*a*`"), ("1", "l"), ("0", "O")]
        {
            assert_ne!(appearance(one), appearance(other), "{one:?} and {other:?}");
        }
    }

    fn says_the_same_value(one: &str, other: &str, language: &str) -> bool {
        let (one, other) = (Value::of(one, language), Value::of(other, language));
        one.zip(other).is_some_and(|(one, other)| one.is_same_otherwise(&other))
    }

    #[test]
    fn values_are_compared_through_their_units_and_forms() {
        for (one, other) in [
            ("0.5", "1/2"),
            ("1 km", "1000 m"),
            ("50 %", "1/2"),
            ("1.5 hours", "90 minutes"),
            ("10^3", "1000"),
            ("$10^3$", "1000"),
            ("10³", "1000"),
            (r"$2.5 \times 10^{-3}$", "0.0025"),
            (r"$\frac{1}{2}$", "0.5"),
            (r"$50\,\%$", "1/2"),
            ("2.5e3", "2500"),
            ("3 × 10^8 m/s", "300000000 m/s"),
            ("1,000", "1000"),
            ("1,234.5", "1234.5"),
            ("1 000 000 km", "1000000 km"),
            ("1.0", "1"),
            ("1,000 km/h", "1000 km/h"),
        ] {
            let is_same = says_the_same_value(one, other, "en") && says_the_same_value(other, one, "en");
            assert!(is_same, "{one:?} and {other:?}");
        }
        for (one, other) in [
            ("1/2", "2/4"),
            ("1 km", "1000"),
            ("1", "2"),
            ("a", "a"),
            ("5,000", "5"),
            ("1.500", "1500"),
            ("1 m", "1 s"),
            ("`2.0`", "`2`"),
            ("2.5", "2.50"),
            ("5,0", "5.0"),
            ("2.5 × 10^3", "25 × 10^2"),
            ("1e3", "10^3"),
        ] {
            assert!(!says_the_same_value(one, other, "en"), "{one:?} and {other:?}");
        }
    }

    #[test]
    fn what_a_mark_before_three_digits_means_is_told_by_the_language() {
        for (one, other, language, is_same) in [
            ("1,000", "1000", "en-GB", true),
            ("1,000", "1000", "de", false),
            ("1,000", "1", "de", true),
            ("1.000", "1000", "de", true),
            ("1.000", "1000", "en", false),
            ("1,000", "1000", "es", false),
            ("1.000", "1000", "es", false),
            ("1,000,000", "1000000", "es", true),
        ] {
            assert_eq!(says_the_same_value(one, other, language), is_same, "{one:?} and {other:?} in {language}");
        }
    }
}

//! Whether two texts look the same to a learner, and whether they say the same value: for options that nobody could tell
//! apart.

use crate::bank::values::quantity::{Quantity, convert, is_equal, quantity};
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
    has_stroke: bool,
    has_mark: bool,
}

impl Value {
    /// `None` for a text that is no number, can be read two ways, or is code.
    pub fn of(text: &str) -> Option<Self> {
        let is_number = text.contains(|sign: char| sign.is_numeric()) && !text.contains('`');
        let text: Cow<'_, str> =
            is_number.then(|| if is_shown_as_written(text) { text.into() } else { plain(text) })?;
        Some(Self { quantity: quantity(&text)?, has_stroke: text.contains('/'), has_mark: text.contains(['.', ',']) })
    }

    /// Whether both say the same value: the same number with units that stand for each other, as `0.5` and `1/2`, or
    /// `1 km` and `1000 m`. False where both are of one form, as `1/2` and `2/4` are, for then the form is what is asked
    /// for.
    pub fn is_same(&self, other: &Self) -> bool {
        let (left, right) = (&self.quantity, &other.quantity);
        let is_one_form =
            left.unit == right.unit && self.has_stroke == other.has_stroke && self.has_mark == other.has_mark;
        let is_same = |value: f64| is_equal(value, right.value);
        !is_one_form && convert(left.value, &left.unit, &right.unit).is_some_and(is_same)
    }
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

    fn says_the_same_value(one: &str, other: &str) -> bool {
        let (one, other) = (Value::of(one), Value::of(other));
        one.zip(other).is_some_and(|(one, other)| one.is_same(&other))
    }

    #[test]
    fn values_are_compared_through_their_units() {
        for (one, other) in [("0.5", "1/2"), ("1 km", "1000 m"), ("50 %", "1/2"), ("1.5 hours", "90 minutes")] {
            assert!(says_the_same_value(one, other) && says_the_same_value(other, one), "{one:?} and {other:?}");
        }
        for (one, other) in [
            ("1/2", "2/4"),
            ("1 km", "1000"),
            ("1", "2"),
            ("a", "a"),
            ("5,000", "5"),
            ("1 m", "1 s"),
            ("`2.0`", "`2`"),
            ("2.5", "2.50"),
            ("5,0", "5.0"),
        ] {
            assert!(!says_the_same_value(one, other), "{one:?} and {other:?}");
        }
    }
}

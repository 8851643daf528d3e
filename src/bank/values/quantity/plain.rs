//! Typographic signs of numbers and units in plain form, so that the readers need not know them. Reads no number.

use crate::bank::wording::plain::{is_fraction, is_raised};
use crate::bank::wording::signs::{is_invisible, plain_sign};
use unicode_normalization::UnicodeNormalization;

/// `text` with every kind of space, minus, apostrophe, times sign and digit as the one that ASCII has, raised digits
/// after a `^`, and fractions with a stroke: `−5,9·10⁷ m²` becomes `-5,9*10^7 m^2`, and `1½` becomes `1 1/2`.
pub(crate) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().map(plain_sign).collect();
    }
    let signs: Vec<char> = text.nfc().filter(|sign| !is_invisible(*sign)).collect();
    let mut plain = String::with_capacity(text.len() + 8);
    for (at, &sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| signs[before]);
        if is_raised(sign) {
            let is_numerator = is_numerator(&signs[at..]);
            if is_numerator && before.is_some_and(is_digit) {
                plain.push(' ');
            } else if !is_numerator
                && before.is_some_and(|before| !before.is_whitespace() && !is_raised(before))
                && !plain.ends_with('^')
            {
                plain.push('^');
            }
            plain.extend(std::iter::once(sign).nfkd().map(plain_sign));
        } else if is_fraction(sign) {
            if before.is_some_and(is_digit) {
                plain.push(' ');
            }
            plain.extend(std::iter::once(sign).nfkd().map(plain_sign));
        } else if is_made_of_others(sign) {
            plain.extend(std::iter::once(sign).nfkd().map(plain_sign));
        } else {
            plain.push(number_sign(sign, before, &signs[at + 1..]));
        }
    }
    plain
}

/// A sign of a number: times signs beside what [`plain_sign`] knows. A dot in the middle is a decimal point between
/// digits, as in old English print, and a times sign before a power of ten and between units.
fn number_sign(sign: char, before: Option<char>, after: &[char]) -> char {
    match sign {
        '·' if before.is_some_and(is_digit)
            && after.first().is_some_and(|next| is_digit(*next))
            && !is_power_of_ten(after) =>
        {
            '.'
        }
        '×' | '·' | '⋅' | '∙' | '•' | '∗' | '✕' | '✖' | '⨯' | '・' => '*',
        _ => plain_sign(sign),
    }
}

fn is_power_of_ten(text: &[char]) -> bool {
    let mut rest = text.iter().skip(2).skip_while(|sign| sign.is_whitespace());
    text.starts_with(&['1', '0']) && rest.next().is_some_and(|next| matches!(next, '^' | '*') || is_raised(*next))
}

/// Whether raised digits stand above a stroke of a fraction, as in `¹⁄₂`.
fn is_numerator(text: &[char]) -> bool {
    let mut rest = text.iter().skip_while(|sign| is_raised(**sign));
    rest.next().is_some_and(|sign| matches!(sign, '⁄' | '∕'))
}

fn is_digit(sign: char) -> bool {
    plain_sign(sign).is_ascii_digit()
}

/// Signs that Unicode takes apart into others: full width, lowered digits, letters such as `℃` and `㎏`.
fn is_made_of_others(sign: char) -> bool {
    matches!(sign, '\u{2080}'..='\u{2089}' | '\u{2100}'..='\u{214f}' | '\u{3300}'..='\u{33ff}' | '\u{ff01}'..='\u{ff5e}' | '\u{ffe0}'..='\u{ffe6}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographic_signs_become_plain() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text}");
        check("−5,9·10⁷\u{202f}m²", "-5,9*10^7 m^2");
        check("10^⁻¹²", "10^-12");
        check("1’234\u{a0}567", "1'234 567");
        check("５９．５％", "59.5%");
        check("٣٤ ۵۶ ७८", "34 56 78");
        check("\u{2126} \u{212b} µm", "Ω Å μm");
        check("m³s⁻¹", "m^3s^-1");
        check("½", "1/2");
        check("1½ 2¾", "1 1/2 2 3/4");
        check("¹⁄₂ 1¹⁄₂", "1/2 1 1/2");
        check("٣٫٥ ١٬٠٠٠", "3.5 1'000");
        check("3·14 5·10^7 N·m", "3.14 5*10^7 N*m");
        check("20 ℃ 5㎏ ㎡", "20 °C 5kg m2");
        check("\u{feff}5\u{200b}9\u{200e}", "59");
    }
}

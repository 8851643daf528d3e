//! Typographic signs of numbers and units in plain form, so that the readers need not know them. Reads no number.

use unicode_normalization::UnicodeNormalization;

/// `text` with every kind of space, minus, apostrophe, times sign and digit as the one that ASCII has, and raised
/// digits after a `^`: `−5,9·10⁷ m²` becomes `-5,9*10^7 m^2`.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut was_raised = false;
    for sign in text.nfc() {
        let raised = unraised(sign);
        if raised.is_some() && !was_raised && !plain.ends_with('^') {
            plain.push('^');
        }
        was_raised = raised.is_some();
        plain.push(raised.unwrap_or_else(|| plain_sign(sign)));
    }
    plain
}

fn unraised(sign: char) -> Option<char> {
    let plain = match sign {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(u32::from(sign) - u32::from('⁴') + u32::from('4'))?,
        '⁻' => '-',
        '⁺' => '+',
        _ => return None,
    };
    Some(plain)
}

fn plain_sign(sign: char) -> char {
    match sign {
        _ if sign.is_whitespace() => ' ',
        '−' | '–' | '‐' | '‑' | '﹣' => '-',
        '’' | '‘' | 'ʼ' => '\'',
        '×' | '·' | '⋅' | '∙' | '•' | '∗' => '*',
        '⁄' | '∕' => '/',
        'µ' => 'μ',
        'º' | '˚' => '°',
        // Full-width forms lie in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        _ => ascii_digit(sign).unwrap_or(sign),
    }
}

/// The digit that `sign` is in the Arabic, Persian or Devanagari script.
fn ascii_digit(sign: char) -> Option<char> {
    let zero = ['٠', '۰', '०'].into_iter().find(|zero| (*zero..).take(10).any(|digit| digit == sign))?;
    char::from_digit(u32::from(sign) - u32::from(zero), 10)
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
    }
}

//! Signs that mean the same and signs that nobody sees: the one list for texts, options, ids, numbers and units.

/// The sign as a keyboard has it: any space, dash, apostrophe, quotation mark, digit or decimal sign as the one that
/// ASCII has for it; every other sign as it is.
///
/// Signs that Unicode itself takes apart (full width, raised, ligatures) are not all listed: normalise first, then fold.
pub(crate) fn plain_sign(sign: char) -> char {
    if sign.is_ascii() {
        return match sign {
            '`' => '\'',
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => ' ',
            _ => sign,
        };
    }
    match sign {
        _ if is_space(sign) => ' ',
        _ if is_dash(sign) => '-',
        _ if is_single_quote(sign) => '\'',
        _ if is_double_quote(sign) => '"',
        // What stands between whole and fraction in Arabic, and between thousands, which an apostrophe only ever is here.
        '\u{66b}' | '\u{2396}' => '.',
        '\u{66c}' | '\u{2e41}' => '\'',
        '،' | '、' | '，' => ',',
        '⁄' | '∕' | '÷' | '／' => '/',
        'º' | '˚' | '∘' => '°',
        'µ' => 'μ',
        '\u{66a}' => '%',
        '\u{609}' => '‰',
        _ => ascii_digit(sign).unwrap_or(sign),
    }
}

/// Signs without a width and without a meaning of their own: they come along when text is pasted. The code points that
/// Unicode says to ignore where they cannot be shown (`Default_Ignorable_Code_Point`), and annotation marks.
pub(crate) fn is_invisible(sign: char) -> bool {
    !sign.is_ascii()
        && matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether `text` holds nothing that could be seen.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|sign| is_space(sign) || is_invisible(sign))
}

pub(crate) fn is_space(sign: char) -> bool {
    // The empty pattern of Braille looks like a space and is none to Unicode.
    sign.is_whitespace() || sign == '\u{2800}'
}

/// Hyphens, dashes and minus signs: Unicode's property `Dash`, apart from letters and brackets.
pub(crate) fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2796}'
                | '\u{2e17}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{2d7}'
                | '\u{10ead}'
    )
}

/// Apostrophes, single quotation marks, primes and the letters that are typed as one: ʻokina, hamza, geresh.
pub(crate) fn is_single_quote(sign: char) -> bool {
    matches!(sign,
        '\'' | '`' | '\u{b4}' | '\u{2b9}' | '\u{2bb}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}' | '\u{2cb}' | '\u{2f4}'
        | '\u{384}' | '\u{55a}' | '\u{5f3}' | '\u{7f4}' | '\u{7f5}' | '\u{1fbd}' | '\u{1fbf}' | '\u{1fef}' | '\u{1ffd}'
        | '\u{1ffe}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2035}' | '\u{2039}' | '\u{203a}' | '\u{275b}'
        | '\u{275c}' | '\u{2e32}' | '\u{a78b}' | '\u{a78c}' | '\u{ff07}' | '\u{ff40}')
}

/// Quotation marks in pairs, guillemets, double primes and gershayim.
pub(crate) fn is_double_quote(sign: char) -> bool {
    matches!(sign,
        '"' | '\u{ab}' | '\u{bb}' | '\u{2ba}' | '\u{2dd}' | '\u{2ee}' | '\u{2f6}' | '\u{5f4}' | '\u{201c}'..='\u{201f}'
        | '\u{2033}' | '\u{2036}' | '\u{275d}' | '\u{275e}' | '\u{2760}' | '\u{2e42}' | '\u{300c}'..='\u{300f}'
        | '\u{301d}'..='\u{301f}' | '\u{ff02}')
}

/// The digit that `sign` is, in whichever script: Unicode's general category `Nd`.
pub(crate) fn ascii_digit(sign: char) -> Option<char> {
    if sign.is_ascii() {
        return Some(sign).filter(char::is_ascii_digit);
    }
    let code = u32::from(sign);
    let at = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    char::from_digit(code - ZEROS[at], 10)
}

/// The zeros of all scripts: digits follow one another by the rules that Unicode keeps (DerivedNumericType.txt, 17.0).
const ZEROS: [u32; 76] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0,
    0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950,
    0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

    #[test]
    fn every_decimal_digit_of_unicode_is_read_and_nothing_else() {
        for sign in '\0'..=char::MAX {
            let is_digit = sign.general_category() == GeneralCategory::DecimalNumber;
            assert_eq!(ascii_digit(sign).is_some(), is_digit, "U+{:04X}", u32::from(sign));
        }
    }

    #[test]
    fn every_dash_of_unicode_is_a_dash() {
        for sign in '\0'..=char::MAX {
            // The double hyphens and the katakana one are written otherwise and mean something else.
            let is_other = matches!(sign, '\u{30a0}' | '\u{2e1a}' | '\u{2e5d}' | '\u{10d6e}');
            let is_listed = sign.general_category() == GeneralCategory::DashPunctuation && !is_other;
            assert!(!is_listed || is_dash(sign), "U+{:04X}", u32::from(sign));
        }
    }

    #[test]
    fn no_sign_that_is_folded_can_be_a_letter_of_a_word_unless_it_is_typed_as_an_apostrophe() {
        for sign in '\u{80}'..=char::MAX {
            let is_letter =
                sign.is_alphabetic() && !is_single_quote(sign) && !is_double_quote(sign) && !matches!(sign, 'º' | 'µ');
            assert!(
                !is_letter || is_invisible(sign) || plain_sign(sign) == sign || ascii_digit(sign).is_some(),
                "{sign}"
            );
        }
    }

    #[test]
    fn what_cannot_be_seen_is_blank() {
        assert!(is_blank("") && is_blank(" \u{200b}\u{feff}\u{2800}\n") && !is_blank("\u{200b}a"));
    }
}

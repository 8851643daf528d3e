//! A text with all put aside that does not count when it is compared: the one normalisation for what learners type and
//! for options, items and ids that are looked up. Judges nothing.

use crate::bank::wording::signs::{is_double_quote, is_invisible, is_single_quote, is_space, plain_sign};
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

/// What else is put aside, beside the ways to write one sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folding {
    /// Whether capitals are put aside.
    pub case: bool,
    /// Whether accents are put aside.
    pub accents: bool,
}

/// A text as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparable {
    /// With accents as the question asks for.
    pub base: String,
    /// With `ae` for `ä` and the like, as keyboards without these letters have it; only where that makes a difference
    /// and accents are put aside.
    digraphs: Option<String>,
}

impl Folding {
    /// As texts are compared where nothing else is said.
    pub const LENIENT: Self = Self { case: true, accents: true };

    /// The text as it is compared.
    pub fn of(self, text: &str) -> Comparable {
        // Composed, or with the mark of its own that normalising would join to its letter.
        let is_digraph = |sign: char| digraph(sign).is_some() || matches!(sign, '\u{308}' | '\u{30a}');
        let has_digraph = self.accents && !text.is_ascii() && text.chars().any(is_digraph);
        let digraphs = has_digraph.then(|| {
            let spelled = text.nfc().fold(String::with_capacity(text.len()), |mut spelled, sign| {
                match digraph(sign) {
                    Some(letters) => spelled.push_str(letters),
                    None => spelled.push(sign),
                }
                spelled
            });
            self.folded(&spelled)
        });
        Comparable { base: self.folded(text), digraphs }
    }

    /// The text after Unicode normalisation, with signs in their plain form, single spaces, and what the folding puts
    /// aside.
    fn folded(self, text: &str) -> String {
        if text.is_ascii() {
            let folded = if self.case { text.to_ascii_lowercase() } else { text.to_owned() };
            return tidy(folded);
        }
        let plain: String =
            spelled_out(text).nfkd().map(|sign| if sign.is_ascii() { sign } else { plain(sign) }).collect();
        // A text that is nothing but accents keeps them: they are what is asked for.
        let bare = self.accents.then(|| without_accents(&plain)).filter(|bare| !bare.trim().is_empty());
        let plain = bare.unwrap_or(plain);
        let folded = match self.case {
            true if plain.is_ascii() => plain.to_ascii_lowercase(),
            true => UniCase::new(plain).to_folded_case(),
            false => plain,
        };
        tidy(if folded.is_ascii() { folded } else { folded.nfkc().collect() })
    }
}

impl Comparable {
    /// Whether the two are written in the same way, or one of them without letters that keyboards lack.
    pub fn is_same(&self, other: &Self) -> bool {
        self.is_same_by(other, |text| text)
    }

    /// The same of what `part` leaves of both.
    pub fn is_same_by(&self, other: &Self, part: impl Fn(&str) -> &str) -> bool {
        let digraphs = |one: &Self| one.digraphs.clone();
        part(&self.base) == part(&other.base)
            || digraphs(self).is_some_and(|text| part(&text) == part(&other.base))
            || digraphs(other).is_some_and(|text| part(&self.base) == part(&text))
    }
}

/// The core of a text, and the punctuation that ends it: `.`, `,`, `;`, `:`, `!` and `?`, of any script, and spaces. A
/// text that is nothing but punctuation has no end. `text` is as [`Folding::of`] gives it.
pub(crate) fn split_final(text: &str) -> (&str, &str) {
    let is_final = |sign: char| {
        matches!(
            sign,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '‽'
                | '。'
                | '、'
                | '।'
                | '॥'
                | '؟'
                | '؛'
                | '۔'
                | '։'
                | '።'
                | ' '
        )
    };
    match text.trim_end_matches(is_final) {
        "" => (text, ""),
        core => text.split_at(core.len()),
    }
}

/// Whether a text is so much longer than the longest that it could be, in bytes, that no folding makes it one: a book
/// that was pasted is not looked at sign by sign.
pub(crate) fn is_far_longer(text: &str, longest: usize) -> bool {
    const MOST_BYTES_FOR_ONE: usize = 16;
    text.len() > longest.saturating_mul(MOST_BYTES_FOR_ONE).saturating_add(1024)
}

/// What is left without opening marks, final punctuation and quotation marks around the whole.
pub(crate) fn core(text: &str) -> &str {
    let inner = without_quotes(split_final(without_opening(text)).0);
    split_final(without_opening(inner)).0
}

/// Without the marks that open a question or a call in Spanish.
fn without_opening(text: &str) -> &str {
    match text.trim_start_matches(['¿', '¡', ' ']) {
        "" => text,
        rest => rest,
    }
}

/// Without a pair of quotation marks around the whole.
fn without_quotes(text: &str) -> &str {
    let inner = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote).filter(|inner| !inner.contains(quote));
    inner('"').or_else(|| inner('\'')).map(str::trim).filter(|inner| !inner.is_empty()).unwrap_or(text)
}

/// The text without invisible signs, with a `^` before what is raised and a space before a fraction that follows a
/// digit: normalising would run `10²` and `1½` together.
fn spelled_out(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len() + 4);
    let (mut was_raised, mut was_digit) = (false, false);
    for sign in text.chars().filter(|sign| !is_invisible(*sign)) {
        let raised = is_raised(sign);
        if raised && !was_raised && !spelled.ends_with('^') {
            spelled.push('^');
        }
        if was_digit && is_fraction(sign) {
            spelled.push(' ');
        }
        was_raised = raised;
        was_digit = sign.is_numeric();
        // These would be taken apart into a space and an accent.
        spelled.push(if is_single_quote(sign) || is_double_quote(sign) { plain_sign(sign) } else { sign });
    }
    spelled
}

pub(crate) fn is_raised(sign: char) -> bool {
    matches!(sign, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁺' | '⁻')
}

/// `½` and the like.
pub(crate) fn is_fraction(sign: char) -> bool {
    matches!(sign, '¼'..='¾' | '⅐'..='⅟' | '↉')
}

fn plain(sign: char) -> char {
    match sign {
        '×' | '✕' | '✖' | '⨯' | '⨉' => 'x',
        '⋅' | '∙' | '•' | '・' | '‧' => '·',
        _ => plain_sign(sign),
    }
}

/// Spaces made single, and gone where habits differ: around a dash or a stroke that has them on both sides, around a
/// times sign between digits, before punctuation as French has it. `*` between digits is a times sign. A `^` is put aside
/// where what is raised can be told without it, as in `x^2` and `SO4^2-`; in `10^2` it is not.
fn tidy(text: String) -> String {
    if is_tidy(&text) {
        return text;
    }
    let signs: Vec<char> = text.chars().filter(|sign| !is_invisible(*sign)).map(plain_sign).collect();
    let mut tidied = String::with_capacity(text.len());
    let mut at = 0;
    let skip_spaces = |mut at: usize| {
        while signs.get(at).is_some_and(|sign| is_space(*sign)) {
            at += 1;
        }
        at
    };
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let is_space_at = |at: usize| signs.get(at).is_none_or(|sign| is_space(*sign));
    while at < signs.len() {
        let spaced = is_space(signs[at]);
        at = skip_spaces(at);
        let Some(&sign) = signs.get(at) else { break };
        let ends_with_digit = tidied.ends_with(|last: char| last.is_ascii_digit());
        let after = skip_spaces(at + 1);
        match sign {
            'x' | 'X' | '*' if ends_with_digit && is_digit(after) => {
                tidied.push('x');
                at = after;
                continue;
            }
            '-' | '/' if spaced && !tidied.is_empty() && is_space_at(at + 1) && after < signs.len() => {
                tidied.push(sign);
                at = after;
                continue;
            }
            '\'' if signs.get(at + 1) == Some(&'\'') => {
                push_spaced(&mut tidied, spaced, '"');
                at += 2;
                continue;
            }
            '^' if !spaced && is_raising_plain(&tidied, &signs[at + 1..]) => {}
            '!' | '?' | ';' | ':' if spaced => tidied.push(sign),
            '.' | ',' if spaced && is_space_at(at + 1) => tidied.push(sign),
            _ => push_spaced(&mut tidied, spaced, sign),
        }
        at += 1;
    }
    tidied
}

/// Whether a text is as it would come out, as nearly all are: single spaces between words, and no sign that needs care.
fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for (at, &byte) in bytes.iter().enumerate() {
        let is_care = match byte {
            b' ' => before == b' ' || bytes.get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric()),
            b'\t'..=b'\r' | b'\'' | b'^' | b'*' | b'`' | 128.. => true,
            b'x' | b'X' => before.is_ascii_digit() || before == b' ',
            _ => false,
        };
        if is_care {
            return false;
        }
        before = byte;
    }
    true
}

fn push_spaced(text: &mut String, spaced: bool, sign: char) {
    if spaced && !text.is_empty() {
        text.push(' ');
    }
    text.push(sign);
}

/// Whether what stands after a `^` is known to be raised without it: a digit or a sign after a letter, or after a count of
/// atoms; and a lone sign.
fn is_raising_plain(before: &str, after: &[char]) -> bool {
    let is_number = matches!(after, [next, ..] if next.is_ascii_digit())
        || matches!(after, ['+' | '-', next, ..] if next.is_ascii_digit());
    let is_lone_sign = matches!(after, ['+' | '-'] | ['+' | '-', ' ' | ',' | '.', ..]);
    let base = before.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let has_count = base.len() < before.len();
    let is_base = base.ends_with(|sign: char| sign.is_alphabetic() || sign == ']' || (has_count && sign == ')'));
    is_lone_sign || (is_number && is_base)
}

/// Without the accents of the Latin, Greek and Cyrillic scripts and the vowel points of Hebrew and Arabic, which
/// keyboards and habits leave out. Marks that make another letter, as in the scripts of India or in kana, stay.
/// `text` is decomposed (NFKD).
fn without_accents(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| !is_accent(*sign)) {
        match base_letters(sign) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(sign),
        }
    }
    plain
}

fn is_accent(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{5c7}'
        // The vowels of Arabic, the hamza on a letter, and the stroke that only makes a word longer.
        | '\u{64b}'..='\u{655}' | '\u{670}' | '\u{640}')
}

/// What is typed for a letter that Unicode does not take apart, where the keyboard has none.
fn base_letters(sign: char) -> Option<&'static str> {
    let letters = match sign {
        'ł' => "l",
        'Ł' => "L",
        'ø' => "o",
        'Ø' => "O",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ħ' => "h",
        'Ħ' => "H",
        'ŧ' => "t",
        'Ŧ' => "T",
        'ı' => "i",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'þ' => "th",
        'Þ' => "Th",
        'ß' => "ss",
        'ẞ' => "SS",
        // Persian keyboards have these two letters of Arabic in another form.
        'ک' => "ك",
        'ی' => "ي",
        _ => return None,
    };
    Some(letters)
}

/// Two letters that stand for one with a mark, in German and in the north.
fn digraph(sign: char) -> Option<&'static str> {
    match sign {
        'ä' | 'æ' => Some("ae"),
        'Ä' | 'Æ' => Some("Ae"),
        'ö' | 'ø' => Some("oe"),
        'Ö' | 'Ø' => Some("Oe"),
        'ü' => Some("ue"),
        'Ü' => Some("Ue"),
        'å' => Some("aa"),
        'Å' => Some("Aa"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(one: &str, other: &str, expected: bool) {
        let (left, right) = (Folding::LENIENT.of(one), Folding::LENIENT.of(other));
        assert_eq!(left.is_same(&right), expected, "{one:?} and {other:?}: {left:?} and {right:?}");
    }

    #[test]
    fn one_sign_may_be_written_in_many_ways() {
        for (one, other) in [
            ("Cl⁻", "Cl-"),
            ("Na⁺", "Na+"),
            ("SO₄²⁻", "SO4^2-"),
            ("SO₄²⁻", "SO42-"),
            ("x²", "x^2"),
            ("10⁻³", "10^-3"),
            ("½", "1/2"),
            ("1½", "1 1/2"),
            ("O’Neill", "O'Neill"),
            ("Hawaiʻi", "Hawai'i"),
            ("1914–1918", "1914 - 1918"),
            ("3 × 4", "3x4"),
            ("3*4", "3 x 4"),
            ("“Hamlet”", "\"Hamlet\""),
            ("❤\u{fe0f}", "❤"),
            ("٣٫٥", "3.5"),
            ("Münch\u{ad}en", "Muenchen"),
            ("Århus", "Aarhus"),
            ("Quoi ?", "quoi?"),
            ("and / or", "and/or"),
        ] {
            check(one, other, true);
            check(other, one, true);
        }
    }

    #[test]
    fn what_means_something_else_stays_apart() {
        for (one, other) in [
            ("10²", "102"),
            ("1½", "11/2"),
            ("ls -l", "ls-l"),
            ("a b", "ab"),
            ("n!", "n"),
            ("x*y", "xxy"),
            ("(a)²", "(a)2"),
        ] {
            check(one, other, false);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in r"[a-zA-Z0-9 ^*x'`´½²⁻ä.,!/-]{0,12}|\PC{0,12}") {
            let once = Folding::LENIENT.of(&text).base;
            let twice = Folding::LENIENT.of(&once).base;
            prop_assert_eq!(Folding::LENIENT.of(&twice).base, twice);
        }
    }
}

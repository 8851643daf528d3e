//! Marks words and phrases that were typed. Knows one question alone, and no numbers.

use crate::bank::wording::alike::forgiven_slips;
use crate::kinds::mark::{Mark, Note};
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

/// The key of a question that asks for a word or a phrase; see [`crate::bank::Answer::Text`].
pub(crate) struct TextKey<'q> {
    pub accept: &'q [Box<str>],
    pub typos: u32,
    pub match_case: bool,
    pub match_accents: bool,
}

/// Slips are looked for in texts of at most this many characters, since the search takes the square of it. No word and
/// hardly a phrase is longer; a longer one must be typed without a slip.
const LONGEST_WITH_TYPOS: usize = 256;

impl TextKey<'_> {
    /// The mark for `typed`: all or nothing, and a note where a slip was forgiven.
    pub fn mark(&self, typed: &str) -> Mark {
        let typed = self.comparable(typed);
        let accepted: Vec<String> = self.accept.iter().map(|form| self.comparable(form)).collect();
        if !typed.is_empty() && accepted.contains(&typed) {
            return Mark::RIGHT;
        }
        let slips = accepted.iter().zip(self.accept).filter_map(|(form, written)| {
            let count = slips(&typed, form, forgiven_slips(form, self.typos))?;
            Some((count, written))
        });
        match slips.min_by_key(|(count, _)| *count) {
            Some((_, accepted)) => Mark { note: Some(Note::Typo { accepted: accepted.to_string() }), ..Mark::RIGHT },
            None => Mark::WRONG,
        }
    }

    /// `text` with all put aside that does not count.
    fn comparable(&self, text: &str) -> String {
        let plain: String = text.chars().filter(|sign| !is_invisible(*sign)).map(plain_sign).nfkd().collect();
        let plain = if self.match_accents { plain } else { without_accents(&plain) };
        let folded = if self.match_case { plain } else { UniCase::new(plain).to_folded_case() };
        let composed: String = folded.nfkc().collect();
        without_final_punctuation(&composed.split_whitespace().collect::<Vec<_>>().join(" ")).to_owned()
    }
}

/// How many edits lead from `typed` to `accepted`, if no more than `allowed` do.
///
/// Edits are letters put in, left out, changed, or two neighbours swapped. The distance is the unrestricted one of
/// Damerau and Levenshtein: it counts a swap with something typed in between (`ca` for `abc`) as two edits, where the
/// commoner "optimal string alignment" says three.
fn slips(typed: &str, accepted: &str, allowed: usize) -> Option<usize> {
    if allowed == 0 {
        return None;
    }
    // Cheap bounds first: a whole book pasted into the field must not be compared letter by letter.
    let accepted_length = accepted.chars().count();
    let typed_length = typed.chars().take(accepted_length + allowed + 1).count();
    if accepted_length.max(typed_length) > LONGEST_WITH_TYPOS || accepted_length.abs_diff(typed_length) > allowed {
        return None;
    }
    Some(strsim::damerau_levenshtein(typed, accepted)).filter(|count| *count <= allowed)
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
        | '\u{64b}'..='\u{652}' | '\u{670}')
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
        _ => return None,
    };
    Some(letters)
}

/// Typographic apostrophes, quotation marks and dashes as the ones on a keyboard.
fn plain_sign(sign: char) -> char {
    match sign {
        '’' | '‘' | 'ʼ' | '´' | '`' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        _ => sign,
    }
}

/// Soft hyphens, joiners of width nought and marks of direction: they come along when text is pasted.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// An answer that is nothing but punctuation keeps it.
fn without_final_punctuation(text: &str) -> &str {
    let is_final = |sign: char| matches!(sign, '.' | ',' | ';' | ':' | '!' | '?' | '。' | '、' | '।' | ' ');
    match text.trim_end_matches(is_final) {
        "" => text,
        stripped => stripped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_half_of_the_letters_are_forgiven() {
        let check =
            |accepted: &str, typos, expected| assert_eq!(forgiven_slips(accepted, typos), expected, "{accepted}");
        check("", 9, 0);
        check("a", 9, 0);
        check("uk", 9, 0);
        check("jet", 9, 1);
        check("iter", 9, 1);
        check("torus", 9, 2);
        check("reykjavik", 1, 1);
        check("reykjavik", u32::MAX, 4);
        check("a b, c!", 9, 1);
        check("b2b sales", 9, 0);
    }

    #[test]
    fn two_neighbours_swapped_are_one_slip() {
        assert_eq!(slips("oxfrod", "oxford", 2), Some(1));
        assert_eq!(slips("ca", "abc", 2), Some(2));
        assert_eq!(slips("oxfd", "oxford", 1), None);
    }
}

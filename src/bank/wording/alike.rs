//! When two texts count as the same: one rule for options, for responses and for repeated words. Keeps no state.

use unicase::UniCase;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text as it is compared: Unicode normal form C, without outer spaces, inner white space as single spaces, and
/// case folded. Two texts are alike where this gives the same.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return single_spaced(text).to_ascii_lowercase();
    }
    // Folding can take a text out of normal form (İ becomes i with a dot above), so it is normalised again.
    let normal: String = text.nfc().collect();
    let folded = UniCase::unicode(single_spaced(&normal)).to_folded_case();
    if is_nfc(&folded) { folded } else { folded.nfc().collect() }
}

/// Whether every word of `words` stands in `text` too, in any case, in the singular or the plural. False for no words.
pub(crate) fn holds_words(text: &str, words: &str) -> bool {
    let bare = |word: &str| {
        let word = folded(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
        word.strip_suffix('s').unwrap_or(&word).to_owned()
    };
    let mut wanted = words.split_whitespace().map(bare).filter(|word| !word.is_empty()).peekable();
    wanted.peek().is_some() && wanted.all(|wanted| text.split_whitespace().any(|word| bare(word) == wanted))
}

/// Words of so many letters are short: a slip in one makes another word too easily, so none is forgiven.
pub const LONGEST_SHORT_WORD: usize = 4;

/// How many typing slips are forgiven in an accepted form of a [`crate::bank::Answer::Text`]: `typos`, but fewer than half of
/// its letters, none in one of four letters or fewer, so that a short word never passes for another, and none where it has
/// digits, each of which counts.
pub fn forgiven_slips(accepted: &str, typos: u32) -> usize {
    let letters = accepted.chars().filter(|sign| sign.is_alphabetic()).count();
    if letters <= LONGEST_SHORT_WORD || accepted.chars().any(char::is_numeric) {
        return 0;
    }
    letters.div_ceil(2).saturating_sub(1).min(usize::try_from(typos).unwrap_or(usize::MAX))
}

/// A number that is the same for texts that are alike; for others it almost never is. Takes no memory for plain texts.
pub(crate) fn fingerprint(text: &str) -> u64 {
    if !text.is_ascii() {
        return hash(folded(text).bytes());
    }
    let spaced = text.split_whitespace().enumerate();
    let letters = spaced.flat_map(|(index, word)| (index > 0).then_some(b' ').into_iter().chain(word.bytes()));
    hash(letters.map(|letter| letter.to_ascii_lowercase()))
}

/// FNV-1a, 64 bits (draft-eastlake-fnv): quick on texts as short as options.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(left: &str, right: &str, expected: bool) {
        assert_eq!(folded(left) == folded(right), expected, "{left:?} and {right:?}");
    }

    #[test]
    fn case_outer_spaces_and_ways_to_write_an_accent_are_put_aside() {
        check("", " \n", true);
        check("JET", "jet ", true);
        check("a  b", "a\u{a0}b", true);
        check("caf\u{e9}", "CAFE\u{301}", true);
        check("straße", "STRASSE", true);
        check("ΣΑΣ", "σας", true);
        // Folding splits the iota off, so marks must be in order before.
        check("α\u{345}\u{301}", "ᾴ", true);
    }

    #[test]
    fn accents_inner_gaps_and_punctuation_count() {
        check("cafe", "café", false);
        check("ab", "a b", false);
        check("a.", "a", false);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,12}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn the_short_way_for_ascii_gives_what_the_long_way_gives(text in "[ -~\t\n]{0,12}") {
            let long = UniCase::unicode(single_spaced(&text)).to_folded_case();
            prop_assert_eq!(folded(&text), long);
        }

        #[test]
        fn texts_that_are_alike_have_one_fingerprint(text in "\\PC{0,12}") {
            prop_assert_eq!(fingerprint(&text), fingerprint(&folded(&text)));
            prop_assert_eq!(fingerprint(&text.to_ascii_uppercase()), fingerprint(&format!(" {text}\n")));
        }
    }
}

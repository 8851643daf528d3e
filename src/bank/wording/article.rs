//! Which article stands before a name: "a JET", "an ITER". Goes by the sound, as far as spelling tells it, and knows English
//! alone.

use crate::bank::wording::alike::folded;
use unicode_normalization::UnicodeNormalization;

/// Whether `an` stands before the text; `None` where neither article can, or where nobody can tell.
pub fn takes_an(text: &str) -> Option<bool> {
    let written = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    if written.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some(number_takes_an(written));
    }
    let letters: &str = written.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_hyphened = written[letters.len()..].starts_with(['-', '\u{2010}', '\u{2011}']);
    match letters {
        "" => None,
        // "A-level", "an a-acid": a letter by its name.
        _ if letters.chars().count() == 1 && (is_hyphened || !letters.eq_ignore_ascii_case("a")) => {
            Some(begins_as_letter(letters))
        }
        _ if matches!(&*letters.to_lowercase(), "a" | "an" | "the" | "none" | "all") => None,
        _ if is_spelt_out(letters) => Some(begins_as_letter(letters)),
        _ => Some(word_takes_an(letters)),
    }
}

/// By how a number is said: eight, eighty, eleven, eighteen and their thousands, and years such as 1848.
fn number_takes_an(text: &str) -> bool {
    let number: String = text.chars().take_while(|sign| sign.is_ascii_digit() || *sign == ',').collect();
    let groups: Vec<&str> = number.split(',').filter(|group| !group.is_empty()).collect();
    let is_year = groups.len() == 1 && groups[0].len() == 4;
    let first = groups.first().copied().unwrap_or_default();
    // 11000000 is eleven million: what is left of full groups of three is said first.
    let head = if is_year { &first[..2] } else { &first[..(first.len() + 2) % 3 + 1] };
    number.starts_with('8') || matches!(head, "11" | "18")
}

/// Whether a name is said letter by letter, or begins with a letter that is: MRI, H2O, mRNA, MSc.
fn is_spelt_out(text: &str) -> bool {
    const LONGEST_SPELT: usize = 6;
    /// Said letter by letter, though they could be read as words.
    const SPELT: &[&str] = &[
        "FAQ", "FIR", "HIV", "LED", "LOL", "MEP", "MIT", "MOT", "RAF", "RIP", "RUC", "SAS", "SAT", "SEC", "SOS", "SUV",
    ];
    let plural = text.strip_suffix('s').unwrap_or(text);
    let letters: String = plural.chars().filter(|letter| letter.is_alphabetic()).collect();
    let is_capital = |at: usize| letters.chars().nth(at).is_some_and(char::is_uppercase);
    if letters.chars().all(char::is_uppercase) {
        // UNESCO and UEFA are words, but said as their first letter is.
        let is_of_u = letters.starts_with('U') && letters.len() <= LONGEST_SPELT;
        return letters.len() < 2 || is_of_u || SPELT.contains(&&*letters) || !has_vowel_inside(&letters);
    }
    let has_small_first = !is_capital(0) && is_capital(1);
    let has_two_capitals = is_capital(0) && is_capital(1) && !letters.chars().nth(1).is_some_and(is_vowel);
    has_small_first || (has_two_capitals && !letters.starts_with("LL"))
}

/// Whether the name of the first letter begins with a vowel: an eff, an aitch.
fn begins_as_letter(text: &str) -> bool {
    text.to_uppercase().starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X'])
}

/// Whether letters can be said as a word, as those of NATO can and those of MRI cannot: a vowel stands between two
/// others.
fn has_vowel_inside(letters: &str) -> bool {
    let vowels: Vec<bool> = letters.chars().map(is_vowel).collect();
    vowels.windows(3).any(|three| three == [false, true, false])
}

fn is_vowel(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'æ' | 'œ' | 'ø')
}

fn word_takes_an(word: &str) -> bool {
    let word: String = folded(word).nfd().filter(|letter| letter.is_alphanumeric()).collect();
    let begins_with = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
    let is_y_vowel = || word.strip_prefix('y').is_some_and(|rest| !rest.is_empty() && !rest.starts_with(is_vowel));
    if begins_with(SILENT_H) || word == "hors" {
        return true;
    }
    if (begins_with(LIKE_YOU) && !begins_with(NOT_LIKE_YOU))
        || LIKE_ONE.contains(&&*word)
        || begins_with(&["oui", "oua"])
    {
        return false;
    }
    word.starts_with(is_vowel) || is_y_vowel()
}

/// Beginnings with an h that is not heard.
const SILENT_H: &[&str] = &["hour", "honest", "honour", "honor", "heir"];

/// Words that begin with the sound of "one".
const LIKE_ONE: &[&str] = &["one", "ones", "once", "oneness", "oneself", "onesie", "onetime"];

/// Beginnings that sound like "you".
#[rustfmt::skip]
const LIKE_YOU: &[&str] = &[
    "ubi", "ufo", "ugan", "ukr", "uku", "unani", "unary", "uni", "ural", "uran", "ure", "uri", "uro", "uru", "usa", "use", "usi",
    "usu", "uta", "ute", "uti", "uto", "uvu", "eu", "ewe", "ewi",
];

/// Beginnings that look like these and do not: uninformed, unimportant, an Euler equation.
#[rustfmt::skip]
const NOT_LIKE_YOU: &[&str] = &[
    "euler", "unide", "unill", "unimag", "unimp", "unin", "unir", "uniss",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: Option<bool>, texts: &[&str]) {
        for text in texts {
            assert_eq!(takes_an(text), expected, "{text}");
        }
    }

    #[test]
    fn the_article_goes_by_the_sound() {
        for text in ["apple", "hour", "MRI", "X-ray", "8-sided figure", "honest man", "uninformed reader", "IUCN list"]
        {
            assert_eq!(takes_an(text), Some(true), "{text}");
        }
        for text in ["pear", "university", "European state", "one-way street", "UFO", "NATO state", "ewe", "BBC film"] {
            assert_eq!(takes_an(text), Some(false), "{text}");
        }
        for text in ["", "?", "the sea", "none of them"] {
            assert_eq!(takes_an(text), None, "{text}");
        }
    }

    #[test]
    fn a_vowel_that_sounds_like_you_or_one_takes_a() {
        check(Some(false), &["eulogy", "useful tool", "unit", "unicorn", "union", "uniform", "unidirectional flow"]);
        check(Some(false), &["euphemism", "eukaryote", "euro", "Ukrainian", "Ugandan", "Uruguayan", "Utah law"]);
        check(Some(false), &["uranium rod", "ureter", "urinary tract", "uterus", "utensil", "utopia", "usual case"]);
        check(Some(false), &["ukulele", "unanimous vote", "once-in-a-lifetime trip", "ubiquitous word", "one-off"]);
        check(
            Some(true),
            &["umbrella", "uncle", "urn", "urgent call", "urban area", "usher", "ulcer", "utter failure"],
        );
        check(
            Some(true),
            &["unimportant man", "unidentified man", "onerous task", "Euler path", "onion", "Uzbek city"],
        );
    }

    #[test]
    fn an_h_that_is_not_heard_and_a_y_that_is_a_vowel_take_an() {
        check(Some(true), &["honour", "heir", "heirloom", "hourglass", "hors d'oeuvre", "yttrium laser", "Ypres map"]);
        check(Some(false), &["horse", "house", "hotel", "hero", "historic day", "yard", "yeast cell", "yellow leaf"]);
        check(Some(true), &["émigré", "Übermensch", "Île", "ångström", "École", "Øresund map"]);
    }

    #[test]
    fn letters_are_said_by_their_names() {
        check(Some(true), &["SOS", "LED", "RAF pilot", "HIV test", "NGO", "EU law", "FBI agent", "MP3", "MI5 man"]);
        check(
            Some(true),
            &["mRNA", "MSc", "NGOs", "F-16", "S-bend", "A-level", "x-axis", "n-type", "H2O molecule", "M25"],
        );
        check(Some(false), &["UN vote", "UNESCO site", "UNICEF card", "UEFA cup", "USB stick", "US state", "UK city"]);
        check(
            Some(false),
            &["pH", "PhD", "BSc", "U-boat", "T-shirt", "y-axis", "p-orbital", "CO2 trap", "NASA flight"],
        );
        check(None, &["a", "A", "a dog", "The Hague"]);
    }

    #[test]
    fn numbers_go_by_how_they_are_said() {
        check(
            Some(true),
            &["8", "80", "800", "8,000", "8-bit", "11", "11th", "18", "18-hole", "11,000", "1848", "18000"],
        );
        check(Some(false), &["1", "10", "12", "110", "180", "1,800", "1,100", "1956", "7", "100", "180,000"]);
    }
}

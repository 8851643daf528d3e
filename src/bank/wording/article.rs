//! Which article stands before a name: "a JET", "an ITER". Goes by the sound, as far as spelling tells it, and knows English
//! alone.

/// Whether `an` stands before the text; `None` where neither article can, or where nobody can tell.
pub fn takes_an(text: &str) -> Option<bool> {
    let written = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let letters: String = written.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    let first = letters.to_lowercase();
    if letters.is_empty() || matches!(first.as_str(), "a" | "an" | "the" | "none" | "all") {
        return None;
    }
    if letters.starts_with(|letter: char| letter.is_ascii_digit()) {
        return Some(letters.starts_with('8') || letters == "11" || letters == "18");
    }
    let is_spelt_out = letters.chars().all(char::is_uppercase) && (letters.len() < 2 || !has_vowel_inside(&letters));
    if is_spelt_out {
        return Some(letters.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X']));
    }
    // Vowels that sound like "you" or "one", and an h that is not heard.
    const CONSONANT_SOUNDS: &[&str] = &["uni", "eu", "use", "usu", "ute", "uto", "ura", "one", "once", "ewe", "ubi"];
    const UNINFORMED: &[&str] = &["unin", "unim", "unid"];
    const SILENT_H: &[&str] = &["hour", "honest", "honour", "honor", "heir"];
    let begins_with = |beginnings: &[&str]| beginnings.iter().any(|beginning| first.starts_with(beginning));
    let sounds_like_you = begins_with(CONSONANT_SOUNDS) && !begins_with(UNINFORMED);
    Some((first.starts_with(['a', 'e', 'i', 'o', 'u']) && !sounds_like_you) || begins_with(SILENT_H))
}

/// Whether letters can be said as a word, as those of NATO can and those of MRI cannot: a vowel stands between two
/// others.
fn has_vowel_inside(letters: &str) -> bool {
    let is_vowel: Vec<bool> = letters.chars().map(|letter| matches!(letter, 'A' | 'E' | 'I' | 'O' | 'U')).collect();
    is_vowel.windows(3).any(|three| three == [false, true, false])
}

#[cfg(test)]
mod tests {
    use super::*;

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
}

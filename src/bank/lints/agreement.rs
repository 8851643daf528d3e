//! Grammar that gives the key away: an article or a number with which only some options agree. Knows English alone.

use crate::bank::lints::Warning;
use crate::bank::lints::view::{Choosable, Notes, View};
use crate::bank::wording::article;

/// A prompt that ends in `a` or `an`, which the key can follow and a distractor cannot.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28c.
pub(crate) fn article(view: &View, notes: &mut Notes) {
    let Some(article) = article_before_gap(&view.question.prompt) else { return };
    let fits = |option: &Choosable| takes_an(option).is_none_or(|takes_an| takes_an == (article == "an"));
    if !view.keys().iter().all(fits) {
        return;
    }
    if let Some(option) = view.distractors().iter().find(|option| !fits(option)) {
        let option = option.text.into();
        notes.add_to_prompt(Warning::ArticleClue { option, article });
    }
}

/// A prompt that asks for one or for several, where the key is alone in being so.
pub(crate) fn number(view: &View, notes: &mut Notes) {
    if view.key_count != 1 || view.distractors().is_empty() {
        return;
    }
    let Some((word, is_plural)) = number_asked(view) else { return };
    let agrees = |option: &Choosable| is_plural_option(option).map(|option_is| option_is == is_plural);
    let disagreeing = view.distractors().iter().filter(|option| agrees(option) == Some(false)).count();
    let others = view.distractors().len() - disagreeing;
    if agrees(&view.keys()[0]) == Some(true) && others == 0 {
        let wanted = if is_plural { "several" } else { "one" };
        let option = view.distractors()[0].text.into();
        notes.add_to_prompt(Warning::NumberClue { word: word.into(), wanted, option });
    }
}

/// The article at the end of the prompt or before its gap.
fn article_before_gap(prompt: &str) -> Option<&'static str> {
    let is_gap =
        |letter: char| matches!(letter, '_' | '\\' | '.' | '…' | ':' | '-' | '–' | '?') || letter.is_whitespace();
    let before_gap = prompt.find("__").or_else(|| prompt.find("\\_")).map_or(prompt, |at| &prompt[..at]);
    let before_gap = before_gap.trim_end_matches(is_gap);
    let last = before_gap.rsplit(|letter: char| letter.is_whitespace()).next()?;
    match last {
        // A capital begins the prompt, or it is a name: vitamin A.
        "A" if before_gap == last => Some("a"),
        "An" if before_gap == last => Some("an"),
        "a" => Some("a"),
        "an" => Some("an"),
        _ => None,
    }
}

/// Whether `an` stands before the option; `None` where neither article can, or where nobody can tell.
fn takes_an(option: &Choosable) -> Option<bool> {
    article::takes_an(option.text)
}

/// The word by which the prompt asks for one or several, and whether it is several: `are` or `is` at its end, perhaps with
/// `called` after it, or the noun or verb after `Which`.
fn number_asked<'a>(view: &'a View) -> Option<(&'a str, bool)> {
    let words: Vec<&str> = view.prompt.iter().collect();
    if view.question.prompt.contains('?') {
        return match words[..] {
            ["which", noun, "are" | "were" | "have" | "do", ..] if is_plural_noun(noun) => Some((noun, true)),
            ["which" | "what", verb @ ("are" | "were"), ..]
            | ["which", "of", "these", verb @ ("are" | "were"), ..]
            | ["which", "of", "the", "following", verb @ ("are" | "were"), ..] => Some((verb, true)),
            _ => None,
        };
    }
    // With an article or "called" after it, the verb says as much.
    let end = words.iter().rposition(|word| !matches!(*word, "the" | "called" | "named"))?;
    match words[end] {
        verb @ ("are" | "were") => Some((verb, true)),
        verb @ ("is" | "was") if words.last() != Some(&"the") => Some((verb, false)),
        _ => None,
    }
}

/// Whether the option names several things; `None` for names, sentences and what is both.
fn is_plural_option(option: &Choosable) -> Option<bool> {
    const LONGEST_NAME_WORDS: usize = 4;
    let written = option.text.trim();
    let first = option.words.iter().next()?;
    if matches!(first, "a" | "an" | "one" | "each" | "every") {
        return Some(false);
    }
    if option.words.has("and") || matches!(first, "two" | "three" | "several" | "many" | "both") {
        return Some(true);
    }
    let has_number = written.contains(|letter: char| letter.is_ascii_digit());
    let is_name = written.split_whitespace().skip(1).any(|word| word.starts_with(|letter: char| letter.is_uppercase()));
    if option.words.count() > LONGEST_NAME_WORDS || has_number || is_name {
        return None;
    }
    // The head of "walls of the cell" is "walls".
    let head = option.words.iter().take_while(|word| !matches!(*word, "of" | "in" | "with" | "for" | "on")).last()?;
    if MASS_NOUNS.contains(&head) { None } else { Some(is_plural_noun(head)) }
}

fn is_plural_noun(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "bacteria",
        "children",
        "data",
        "feet",
        "fungi",
        "geese",
        "men",
        "mice",
        "nuclei",
        "people",
        "phenomena",
        "teeth",
        "women",
    ];
    let is_regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    (is_regular && !word.ends_with("ics") && !matches!(word, "gas" | "lens" | "news" | "series" | "species"))
        || IRREGULAR.contains(&word)
}

/// Words that end like a plural or like none and can be either.
const MASS_NOUNS: &[&str] = &["series", "species", "sheep", "fish", "deer", "means", "aircraft", "news"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::lints::words::Words;

    fn option(text: &str) -> Choosable<'_> {
        Choosable { text, written: text, words: Words::of(text) }
    }

    #[test]
    fn several_things_are_told_from_one() {
        for text in ["kidneys", "walls of the cell", "salt and water", "bacteria", "two atoms"] {
            assert_eq!(is_plural_option(&option(text)), Some(true), "{text}");
        }
        for text in ["liver", "glass", "physics", "a pair of lungs", "gas", "nucleus"] {
            assert_eq!(is_plural_option(&option(text)), Some(false), "{text}");
        }
        for text in ["species", "5 metres", "Ascension Islands", "it depends on how many there are"] {
            assert_eq!(is_plural_option(&option(text)), None, "{text}");
        }
    }
}

//! English options that speak of the other options. Looks at one whole option alone.

use crate::bank::lints::Choosable;

/// What the other options are called.
const OTHERS: &[&str] = &[
    "above",
    "below",
    "these",
    "those",
    "options",
    "option",
    "answers",
    "answer",
    "choices",
    "choice",
    "alternatives",
    "listed",
    "mentioned",
    "others",
];
/// What may stand around that.
const GLUE: &[&str] = &[
    "of", "the", "them", "are", "is", "were", "was", "correct", "right", "true", "false", "wrong", "given", "one",
    "than", "other",
];

/// Whether `option` is one of `openings`, a name for the other options, and nothing else that means anything.
pub(crate) fn is_made_of(option: &Choosable, openings: &[&str]) -> bool {
    let mut words = option.words.iter();
    let Some(opening) = words.next().filter(|word| openings.contains(word)) else { return false };
    let is_plain = |word: &str| OTHERS.contains(&word) || GLUE.contains(&word);
    let names_others = option.words.has_any(OTHERS);
    if matches!(opening, "both" | "neither") && option.words.count() == 1 {
        return true;
    }
    // "All of them" means the others too; "None of them" may be about the people of the prompt, but so it says nothing.
    let is_them =
        matches!(opening, "all" | "none" | "both" | "neither") && option.words.iter().eq([opening, "of", "them"]);
    (names_others || is_them) && words.all(is_plain)
}

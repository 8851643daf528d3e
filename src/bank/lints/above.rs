//! "All of the above", "none of the above" and their like. Looks at whole options alone.

use crate::bank::lints::Warning;
use crate::bank::lints::view::{Choosable, Notes, View};

/// Options that speak of other options.
///
/// Haladyna, Downing & Rodriguez 2002, guidelines 25 and 26. In Torus they fail for one reason more: options are
/// shuffled, so nothing is "above".
pub(crate) fn rule(view: &View, notes: &mut Notes) {
    for (index, option) in view.options.iter().enumerate() {
        let text = || option.text.into();
        if is_made_of(option, ALL) || is_of_letters(option) {
            notes.add(view.option_path(index), Warning::AllOfTheAbove { option: text() });
        } else if is_made_of(option, NONE) {
            notes.add(view.option_path(index), Warning::NoneOfTheAbove { option: text() });
        }
    }
}

const ALL: &[&str] = &["all", "both", "each", "every", "any", "everything", "more"];
const NONE: &[&str] = &["none", "neither", "nothing", "no"];

/// "Both A and B", "A and C only": the letters of a printed test, which shuffled options do not have.
fn is_of_letters(option: &Choosable) -> bool {
    let is_letter = |word: &str| word.len() == 1 && matches!(word, "a" | "b" | "c" | "d" | "e");
    let is_glue = |word: &str| matches!(word, "both" | "only" | "and" | "or" | "but" | "not");
    let letters = option.words.iter().filter(|word| is_letter(word)).count();
    letters >= 2
        && option.words.has_any(&["both", "only"])
        && option.words.iter().all(|word| is_letter(word) || is_glue(word))
}

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
fn is_made_of(option: &Choosable, openings: &[&str]) -> bool {
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

//! A word that stands in the prompt and, of all options, in the key alone. Compares words by their beginnings.

use crate::bank::lints::Warning;
use crate::bank::lints::view::{Choosable, Notes, View};
use crate::bank::lints::words::{is_same_root, is_telling};

/// Whoever knows nothing picks the option that sounds like the question ("clang association").
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28b; clue words raised marks in Pham, Besanko & Devitt 2018.
pub(crate) fn rule(view: &View, notes: &mut Notes) {
    if view.key_count == 0 || view.distractors().is_empty() {
        return;
    }
    let asked: Vec<&str> = view.prompt.iter().filter(|word| is_telling(word)).collect();
    let is_asked = |word: &str| is_telling(word) && asked.iter().any(|other| is_same_root(word, other));
    let (first, others) = (&view.keys()[0], &view.keys()[1..]);
    let mut shared = first.words.iter().filter(|word| is_asked(word) && others.iter().all(|key| has_root(key, word)));
    let Some(word) = shared.find(|word| !view.distractors().iter().any(|option| has_root(option, word))) else {
        return;
    };
    // A distractor with a word of the prompt for itself draws as many guesses as the key.
    let draws = |option: &Choosable| option.words.iter().any(|word| is_asked(word) && !has_root(first, word));
    if !view.distractors().iter().any(draws) {
        notes.add(view.option_path(0), Warning::SharedWord { word: word.into() });
    }
}

fn has_root(option: &Choosable, word: &str) -> bool {
    option.words.iter().any(|other| is_same_root(word, other))
}

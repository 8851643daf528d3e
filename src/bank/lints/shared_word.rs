//! `shared-word`: a word that stands in the prompt and, of all options, in the key alone. Compares words by their
//! beginnings.

use crate::bank::lints::common::Words;
use crate::bank::lints::common::roots::{is_same_root, is_telling};
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedWord {
    /// The word as the key has it.
    pub word: Box<str>,
}

impl Violation for SharedWord {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "shared-word",
            severity: Severity::Warning,
            title: "A word that stands in the prompt and in the key alone",
            why: "Whoever knows nothing picks the option that sounds like the question. Clue words raised students' \
                  marks when they were tried.",
            fix: "use the word in a distractor too, or in neither",
            source: "Haladyna, Downing & Rodriguez 2002, guideline 28b; Pham, Besanko & Devitt 2018, MedEdPublish 7, \
                     225",
            before: r#"Question(
    id: "fall", prompt: "Which force makes objects gravitate towards the Earth?",
    answer: Choice(correct: "Gravitation", distractors: ["Magnetism", "Friction"]),
)"#,
            after: r#"Question(
    id: "fall", prompt: "Which force makes an apple fall?",
    answer: Choice(correct: "Gravitation", distractors: ["Magnetism", "Friction"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { word } = self;
        format!("\"{word}\" stands in the prompt and in no option but the right one")
    }

    fn help(&self) -> Cow<'static, str> {
        "use it in a distractor too, or nowhere".into()
    }
}

/// Whoever knows nothing picks the option that sounds like the question ("clang association").
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28b; clue words raised marks in Pham, Besanko & Devitt 2018.
fn check(view: &View, notes: &mut Notes) {
    if view.key_count == 0 || view.distractors().is_empty() {
        return;
    }
    let asked: Vec<&str> = parted(&view.prompt).filter(|word| is_telling(word)).collect();
    let is_asked = |word: &str| is_telling(word) && asked.iter().any(|other| is_same_root(word, other));
    let (first, others) = (&view.keys()[0], &view.keys()[1..]);
    let mut shared = parted(&first.words).filter(|word| is_asked(word) && others.iter().all(|key| has_root(key, word)));
    let Some(word) = shared.find(|word| !view.distractors().iter().any(|option| has_root(option, word))) else {
        return;
    };
    // A distractor with a word of the prompt for itself draws as many guesses as the key.
    let draws = |option: &Choosable| parted(&option.words).any(|word| is_asked(word) && !has_root(first, word));
    if !view.distractors().iter().any(draws) {
        notes.add(view.option_path(0), SharedWord { word: word.into() });
    }
}

fn has_root(option: &Choosable, word: &str) -> bool {
    parted(&option.words).any(|other| is_same_root(word, other))
}

/// The words with those that a hyphen joins taken apart: "double-entry" shares a word with "double form".
fn parted(words: &Words) -> impl Iterator<Item = &str> + Clone {
    words.iter().flat_map(|word| word.split(['-', '‑']))
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{check_pair, choice, codes_in, question};

    #[test]
    fn a_word_of_the_prompt_in_the_key_alone_is_told() {
        let prompt = "What moves magnets?";
        check_pair(
            "shared-word",
            (prompt, &choice(&["A magnetic field", "A wind"])),
            (prompt, &choice(&["A magnetic field", "A magnetic wind"])),
        );
        let prompt = "Which books enter each sum in double form?";
        check_pair(
            "shared-word",
            (prompt, &choice(&["Double-entry", "Cash"])),
            (prompt, &choice(&["Double-entry", "Double-cash"])),
        );
        assert!(
            codes_in("en", &question("What moves magnets?", &choice(&["A magnetic field", "A wind that moves"])))
                .is_empty()
        );
    }
}

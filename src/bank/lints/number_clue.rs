//! `number-clue`: the prompt asks for one thing or for several, and only the key agrees. Knows English alone.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberClue {
    /// The word that asks.
    pub word: Box<str>,
    /// Whether it asks for several.
    pub is_plural: bool,
    /// A distractor that does not agree.
    pub option: Box<str>,
}

impl Violation for NumberClue {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "number-clue",
            severity: Severity::Warning,
            title: "The prompt asks for one or several, and only the key is so",
            why: "\"Are\" at the end of a prompt wants a plural, \"is\" a singular. Where the key alone agrees, \
                  grammar tells it.",
            fix: "let all options agree with the prompt",
            source: GUIDELINES,
            before: r#"Question(
    id: "blood", prompt: "The organs that clean the blood are the",
    answer: Choice(correct: "kidneys", distractors: ["heart", "stomach"]),
)"#,
            after: r#"Question(
    id: "blood", prompt: "The organs that clean the blood are the",
    answer: Choice(correct: "kidneys", distractors: ["lungs", "tonsils"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { word, is_plural, option } = self;
        let wanted = if *is_plural { "several" } else { "one" };
        format!("\"{word}\" asks for {wanted}, and \"{option}\" is not")
    }

    fn help(&self) -> Cow<'static, str> {
        "let all options agree with the prompt".into()
    }
}

/// A prompt that asks for one or for several, where the key is alone in being so.
fn check(view: &View, notes: &mut Notes) {
    if view.key_count != 1 || view.distractors().is_empty() {
        return;
    }
    let Some((word, is_plural)) = number_asked(view) else { return };
    let agrees = |option: &Choosable| is_plural_option(option).map(|option_is| option_is == is_plural);
    let disagreeing = view.distractors().iter().filter(|option| agrees(option) == Some(false)).count();
    let others = view.distractors().len() - disagreeing;
    if agrees(&view.keys()[0]) == Some(true) && others == 0 {
        let option = view.distractors()[0].text.into();
        notes.add_to_prompt(NumberClue { word: word.into(), is_plural, option });
    }
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
    use crate::bank::lints::common::Words;
    use crate::bank::lints::tests::check_prompts;

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

    #[test]
    fn a_number_with_which_only_the_key_agrees_is_told() {
        check_prompts("number-clue", "The animals that fly are", "The animals that fly:", &["bats", "dog"]);
    }
}

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
        return number_asked_by(&words);
    }
    // With an article or "called" after it, the verb says as much.
    let end = words.iter().rposition(|word| !matches!(*word, "the" | "called" | "named"))?;
    match words[..=end] {
        [.., verb @ ("are" | "were")] => Some((verb, true)),
        [.., verb @ ("is" | "was")] => Some((verb, false)),
        // "Most craters bear the names of".
        [.., noun @ ("names" | "parts" | "works" | "remains" | "members"), "of"] => Some((noun, true)),
        _ => None,
    }
}

/// The same of a whole question.
fn number_asked_by<'a>(words: &[&'a str]) -> Option<(&'a str, bool)> {
    match *words {
        ["which", noun, "is" | "was" | "has" | "does", ..] if !is_plural_noun(noun) && !MASS_NOUNS.contains(&noun) => {
            Some((noun, false))
        }
        ["which", noun, ..] if is_plural_noun(noun) && !MASS_NOUNS.contains(&noun) => Some((noun, true)),
        // "Which of the officials keeps the time?"
        ["which", "of", "the" | "these" | "those", noun, verb, ..] if is_plural_noun(noun) && is_of_one(verb) => {
            Some((verb, false))
        }
        ["which" | "what", verb @ ("are" | "were"), ..]
        | ["which", "of", "these", verb @ ("are" | "were"), ..]
        | ["which", "of", "the", "following", verb @ ("are" | "were"), ..] => Some((verb, true)),
        _ => None,
    }
}

/// A verb that one thing has: `keeps`, `is`.
fn is_of_one(verb: &str) -> bool {
    matches!(verb, "is" | "was" | "has" | "does") || (verb.len() > 3 && verb.ends_with('s') && !verb.ends_with("ss"))
}

/// Whether the option names several things; `None` for names, sentences and what is both.
pub(in crate::bank::lints) fn is_plural_option(option: &Choosable) -> Option<bool> {
    const LONGEST_NAME_WORDS: usize = 4;
    let written = option.text.trim();
    let first = option.words.iter().next()?;
    if matches!(first, "a" | "an" | "one" | "each" | "every") {
        return Some(false);
    }
    // The head of "walls of the cell" is "walls", and that of "the sea where he fell" is "sea".
    let is_head = |word: &&str| {
        !matches!(
            *word,
            "of" | "in" | "with" | "for" | "on" | "at" | "by" | "from" | "that" | "which" | "who" | "where" | "when"
        )
    };
    let phrase: Vec<&str> = option.words.iter().take_while(is_head).collect();
    if phrase.len() < 2 && matches!(first, "two" | "three" | "several" | "many" | "both") || option.is_quoted_or_title()
    {
        return None;
    }
    if phrase.contains(&"and") || matches!(first, "two" | "three" | "several" | "many" | "both") {
        return Some(true);
    }
    let is_name = written
        .split_whitespace()
        .take(phrase.len())
        .skip(1)
        .any(|word| word.starts_with(|letter: char| letter.is_uppercase()));
    let has_number = phrase.iter().any(|word| word.contains(|letter: char| letter.is_ascii_digit()));
    if phrase.len() > LONGEST_NAME_WORDS || has_number || is_name {
        return None;
    }
    let head = phrase.last()?;
    if MASS_NOUNS.contains(head) { None } else { Some(is_plural_noun(head)) }
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
        for text in ["species", "5 metres", "Ascension Islands", "it depends very much upon how many there are"] {
            assert_eq!(is_plural_option(&option(text)), None, "{text}");
        }
    }

    #[test]
    fn a_number_with_which_only_the_key_agrees_is_told() {
        check_prompts("number-clue", "The animals that fly are", "The animals that fly:", &["bats", "dog"]);
        check_prompts("number-clue", "Which animals can fly?", "Who can fly?", &["Bats", "The dog"]);
        check_prompts("number-clue", "Which of the men keeps time?", "Who keeps time?", &["The captain", "The guards"]);
        check_prompts("number-clue", "What he wrote is the", "What did he write?", &["deed", "rent books"]);
        check_prompts(
            "number-clue",
            "Craters bear the names of",
            "What do craters bear?",
            &["poets", "a god", "the sea where he fell"],
        );
    }
}

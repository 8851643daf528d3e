//! `negative-prompt`: a prompt that asks for what is not so, in letters like all others. Looks at the sentence that asks,
//! not at its setting.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct NegativePrompt {
    /// The word.
    pub word: Box<str>,
}

impl Violation for NegativePrompt {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "negative-prompt",
            severity: Severity::Warning,
            title: "A \"not\" on which the question turns, in plain letters",
            why: "Learners read over it and answer the opposite question: they lose a mark for reading, not for \
                  knowing. Told where the word stands in the clause that asks, and is not in capitals, bold or \
                  italics.",
            fix: "ask for what is so, or make the word stand out: **NOT**",
            source: GUIDELINES,
            before: r#"Question(
    id: "metal", prompt: "Which of these is not a metal?",
    answer: Choice(correct: "Sulphur", distractors: ["Sodium", "Mercury"]),
)"#,
            after: r#"Question(
    id: "metal", prompt: "Which of these is **NOT** a metal?",
    answer: Choice(correct: "Sulphur", distractors: ["Sodium", "Mercury"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { word } = self;
        format!("\"{word}\" is easily read over")
    }

    fn help(&self) -> Cow<'static, str> {
        let word = self.word.to_uppercase();
        format!("ask for what is so, or make the word stand out, as in **{word}**").into()
    }
}

/// A `not` or `except` on which the question turns, without capitals, bold or italics: learners read over it.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 17.
fn check(view: &View, notes: &mut Notes) {
    if !view.prompt.iter().any(is_negation) {
        return;
    }
    let words = marked_words(asking_sentence(&view.question.prompt));
    let turning = words.iter().enumerate().find(|(at, word)| !word.is_emphasised && turns(&words, *at));
    if let Some((_, word)) = turning {
        notes.add_to_prompt(NegativePrompt { word: word.small.as_str().into() });
    }
}

/// Whether a question could turn on the word.
fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "cannot" | "except" | "excepting" | "false" | "incorrect" | "untrue" | "least")
        || word.ends_with("n't")
}

/// A word of a prompt.
struct Marked {
    small: String,
    is_emphasised: bool,
    is_quoted: bool,
    has_comma_before: bool,
}

/// The last sentence that asks, or else the last, which the options go on with.
fn asking_sentence(prompt: &str) -> &str {
    let mut sentences = Vec::new();
    let mut rest = prompt;
    while let Some(end) = sentence_end(rest) {
        sentences.push(&rest[..end]);
        rest = &rest[end..];
    }
    sentences.push(rest);
    let has_words = |sentence: &&&str| sentence.contains(char::is_alphabetic);
    let asking = sentences.iter().rev().find(|sentence| sentence.trim_end().ends_with(['?', '?']));
    asking.or_else(|| sentences.iter().rev().find(has_words)).copied().unwrap_or_default()
}

/// Where the first sentence ends: after a stop with white space behind it.
fn sentence_end(text: &str) -> Option<usize> {
    let stops = text.char_indices().filter(|(_, letter)| matches!(letter, '.' | '?' | '!' | '\n'));
    let mut ends = stops.map(|(at, letter)| at + letter.len_utf8());
    ends.find(|end| text[*end..].starts_with(char::is_whitespace) && !text[*end..].trim().is_empty())
}

fn marked_words(sentence: &str) -> Vec<Marked> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-');
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(start) = sentence[at..].find(char::is_alphanumeric).map(|found| at + found) {
        let end = sentence[start..].find(|letter| !is_part(letter)).map_or(sentence.len(), |length| start + length);
        let (text, before, after) = (&sentence[start..end], &sentence[at..start], &sentence[end..]);
        let is_capital = text.chars().count() > 1 && text.chars().all(|letter| !letter.is_lowercase());
        let is_marked = before.ends_with(['*', '_', '>']) || after.starts_with(['*', '_', '<']);
        words.push(Marked {
            small: text.to_lowercase().replace('’', "'"),
            is_emphasised: is_capital || is_marked,
            is_quoted: before.ends_with(['"', '“', '‘', '«', '`']),
            has_comma_before: before.contains([',', ';', '(', '–', '—']),
        });
        at = end;
    }
    words
}

/// Whether the question turns on the word at `at`.
fn turns(words: &[Marked], at: usize) -> bool {
    let word = &words[at];
    match word.small.as_str() {
        _ if word.is_quoted => false,
        "except" | "excepting" => at > 0 && at + 2 >= words.len(),
        "false" | "incorrect" | "untrue" => is_verdict(words, at) || is_verdict_on_statement(words, at),
        "least" => words.get(at + 1).is_some_and(|next| next.small == "likely"),
        "not" | "never" | "cannot" => is_of_the_question(words, at),
        small if small.ends_with("n't") => is_of_the_question(words, at),
        _ => false,
    }
}

/// `Which statement is false?`
fn is_verdict(words: &[Marked], at: usize) -> bool {
    let follows_verb = at > 0 && matches!(words[at - 1].small.as_str(), "is" | "are" | "was" | "were");
    let asks = words[..at].iter().any(|word| matches!(word.small.as_str(), "which" | "what"));
    follows_verb && asks && at + 2 >= words.len()
}

/// `Which is the incorrect statement?`
fn is_verdict_on_statement(words: &[Marked], at: usize) -> bool {
    let is_thing = |word: &Marked| matches!(word.small.as_str(), "statement" | "answer" | "option" | "claim");
    let asks = words.first().is_some_and(|word| matches!(word.small.as_str(), "which" | "what"));
    asks && at + 2 == words.len() && words.last().is_some_and(is_thing)
}

/// Words that open a clause which is not the question's own.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    "after", "although", "and", "because", "before", "but", "how", "if", "since", "that", "though", "unless", "until",
    "when", "whenever", "whereas", "whether", "while", "why",
];
/// Words before `not` after which it belongs to them.
const OWNERS: &[&str] =
    &["for", "of", "by", "or", "about", "from", "if", "whether", "than", "in", "as", "decided", "to", "while"];
/// Words after `not` with which it denies no answer.
const HARMLESS_AFTER: &[&str] =
    &["only", "counting", "including", "just", "necessarily", "far", "long", "unlike", "merely", "so", "to"];

/// Whether a negation stands in the clause that asks: in "Which of these is not a mammal?" and "Insects do not have", and
/// not in "Why does oil not mix with water?" or "Which gas, if it is not removed, …?".
fn is_of_the_question(words: &[Marked], at: usize) -> bool {
    let is_owned = at > 0 && OWNERS.contains(&words[at - 1].small.as_str());
    let is_harmless = words.get(at + 1).is_some_and(|next| HARMLESS_AFTER.contains(&next.small.as_str()));
    if is_owned || is_harmless || words[at].has_comma_before {
        return false;
    }
    let asks = |word: &Marked| matches!(word.small.as_str(), "which" | "what" | "who" | "whom" | "whose" | "where");
    let is_opener = |word: &&Marked| CLAUSES.contains(&word.small.as_str()) || asks(word);
    match words[..at].iter().position(asks) {
        Some(question) => !words[..at].iter().skip(question + 1).any(|word| is_opener(&word)) && opens_plainly(words),
        // An unfinished sentence: the options go on with it.
        None => at + 4 >= words.len() && !words[..at].iter().any(|word| is_opener(&word)),
    }
}

/// Whether the sentence does not begin with a clause of its own: "If …, what …?" and "Why …?" do.
fn opens_plainly(words: &[Marked]) -> bool {
    let first = words.first().map(|word| word.small.as_str()).unwrap_or_default();
    !matches!(first, "why" | "how")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::lints::tests::{check_prompts, codes_in, question};

    fn turning(prompt: &str) -> Option<String> {
        let words = marked_words(asking_sentence(prompt));
        let found = words.iter().enumerate().find(|(at, word)| !word.is_emphasised && turns(&words, *at));
        found.map(|(_, word)| word.small.clone())
    }

    #[test]
    fn a_plain_negation_that_asks_is_found() {
        for (prompt, word) in [
            ("Which of these is not a mammal?", "not"),
            ("Which country has never won the cup?", "never"),
            ("Whales live in the sea. Which of them doesn't have teeth?", "doesn't"),
            ("All of the following are noble gases except:", "except"),
            ("Insects do not have", "not"),
            ("Which statement is false?", "false"),
            ("What can't a virus do?", "can't"),
            ("When water is heated, which of these does not change?", "not"),
        ] {
            assert_eq!(turning(prompt).as_deref(), Some(word), "{prompt}");
        }
    }

    #[test]
    fn emphasis_and_negations_of_the_setting_are_let_be() {
        for prompt in [
            "Which of these is NOT a mammal?",
            "Which of these is **not** a mammal?",
            "Which of these is *not a mammal*?",
            "All of the following are noble gases EXCEPT",
            "Why does oil not mix with water?",
            "What happens if a plant does not get light?",
            "Which animal that does not fly lays the largest eggs?",
            "Copper does not rust. What covers it after years in the open?",
            "Which planet, not counting Earth, has the most water?",
            "Except for Antarctica, which continent has the fewest people?",
            "Which continent is found in every hemisphere except the western one?",
            "To be or not to be: who asks?",
            "What did the king decide not to sign?",
            "What is the French for “not”?",
        ] {
            assert_eq!(turning(prompt), None, "{prompt}");
        }
    }

    #[test]
    fn a_plain_not_is_told() {
        check_prompts("negative-prompt", "Which is not red?", "Which is **not** red?", &["Grass", "Blood"]);
        check_prompts("negative-prompt", "Who doesn't see it?", "Who sees what doesn't move?", &["Frogs", "Cats"]);
        assert!(codes_in("en", &question("It is not red.", "TrueFalse(true)")).is_empty());
    }
}

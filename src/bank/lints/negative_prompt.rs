//! `negative-prompt`: a prompt that asks for what is not so, in letters like all others. Looks at the sentence that asks,
//! not at its setting.

use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::{Answer, Explanation, Question, Severity};
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
                  knowing. Some read over a word in capitals too, so a question for what is so is the better cure. \
                  Told where the word stands in the clause that asks, or in the main clause of a statement to be \
                  judged, and is not in capitals, bold or italics.",
            fix: "ask for what is so; where that cannot be, make the word stand out: **NOT**",
            source: "Haladyna, Downing & Rodriguez 2002, guideline 17; Chiavaroli 2017, Practical Assessment, Research \
                     & Evaluation 22(3)",
            before: r#"Question(
    id: "metal", prompt: "Which of these is not a metal?",
    answer: Choice(correct: "Sulphur", distractors: ["Sodium", "Mercury"]),
)"#,
            after: r#"Question(
    id: "metal", prompt: "Which of these is a metal?",
    answer: Choice(correct: "Mercury", distractors: ["Sulphur", "Iodine"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check), Check::EnglishQuestion(check_statement)],
    };

    fn message(&self) -> String {
        let Self { word } = self;
        format!("\"{word}\" is easy to miss")
    }

    fn help(&self) -> Cow<'static, str> {
        let word = self.word.to_uppercase();
        format!("ask for what is so; where that cannot be, make the word stand out, as in **{word}**").into()
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

/// A statement to be judged that denies something: who reads over the word judges the opposite.
fn check_statement(question: &Question, notes: &mut Notes) {
    if !matches!(question.answer, Answer::TrueFalse(_)) {
        return;
    }
    let words = marked_words(asking_sentence(&question.prompt));
    if let Some(word) = words.iter().enumerate().find(|(at, _)| denies_statement(&words, *at)).map(|(_, word)| word) {
        notes.add_to_prompt(NegativePrompt { word: word.small.as_str().into() });
    }
}

/// Whether the word denies the main clause of a statement: "Debits do not stand on the left", "It is not true that …".
fn denies_statement(words: &[Marked], at: usize) -> bool {
    let word = &words[at];
    let small = |at: usize| words.get(at).map_or("", |word| word.small.as_str());
    let is_verdict =
        small(0) == "it" && small(1) == "is" && at <= 3 && matches!(small(at), "false" | "untrue" | "wrong");
    let is_negation = matches!(word.small.as_str(), "not" | "cannot" | "never") || word.small.ends_with("n't");
    let is_after_verb = at > 0
        && matches!(
            small(at - 1),
            "do" | "does"
                | "did"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "can"
                | "could"
                | "may"
                | "must"
                | "will"
                | "would"
                | "should"
        );
    let is_of_verb = word.small != "not" || is_after_verb;
    let is_harmless = HARMLESS_AFTER.contains(&small(at + 1));
    let has_clause = words[..at].iter().any(|word| {
        CLAUSES.contains(&word.small.as_str())
            || matches!(word.small.as_str(), "which" | "who" | "whose" | "where" | "what")
    });
    !word.is_emphasised && !word.is_quoted && (is_verdict || (is_negation && is_of_verb && !is_harmless && !has_clause))
}

/// Whether a question could turn on the word.
fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not" | "never" | "cannot" | "except" | "excepting" | "false" | "incorrect" | "untrue" | "least" | "without"
    ) || word.ends_with("n't")
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
    let mut quotes = Quotes::default();
    while let Some(start) = sentence[at..].find(char::is_alphanumeric).map(|found| at + found) {
        let end = sentence[start..].find(|letter| !is_part(letter)).map_or(sentence.len(), |length| start + length);
        let (text, before, after) = (&sentence[start..end], &sentence[at..start], &sentence[end..]);
        let is_capital = text.chars().count() > 1 && text.chars().all(|letter| !letter.is_lowercase());
        let is_marked = before.ends_with(['*', '_', '>']) || after.starts_with(['*', '_', '<']);
        words.push(Marked {
            small: text.to_lowercase().replace('’', "'"),
            is_emphasised: is_capital || is_marked,
            is_quoted: quotes.are_open_after(before) || before.ends_with(['‘', '`']),
            has_comma_before: before.contains([',', ';', '(', '–', '—']),
        });
        at = end;
    }
    words
}

/// Which quotation marks and code were opened and not closed so far.
#[derive(Default)]
struct Quotes {
    depth: usize,
    is_straight: bool,
    is_code: bool,
}

impl Quotes {
    /// Whether one is open behind `text`, which follows what was looked at before.
    fn are_open_after(&mut self, text: &str) -> bool {
        for sign in text.chars() {
            match sign {
                '“' | '«' | '„' => self.depth += 1,
                '”' | '»' => self.depth = self.depth.saturating_sub(1),
                '"' => self.is_straight = !self.is_straight,
                '`' => self.is_code = !self.is_code,
                _ => {}
            }
        }
        self.depth > 0 || self.is_straight || self.is_code
    }
}

/// Whether the question turns on the word at `at`.
fn turns(words: &[Marked], at: usize) -> bool {
    let word = &words[at];
    match word.small.as_str() {
        _ if word.is_quoted => false,
        "except" | "excepting" => at > 0 && at + 2 >= words.len(),
        "false" | "incorrect" | "untrue" => is_verdict(words, at) || is_verdict_on_statement(words, at),
        "least" => words.get(at + 1).is_some_and(|next| next.small == "likely"),
        "without" => is_of_these(words, at),
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

/// `Which of these sauces is made without egg?`
fn is_of_these(words: &[Marked], at: usize) -> bool {
    let small = |at: usize| words.get(at).map_or("", |word| word.small.as_str());
    small(0) == "which"
        && small(1) == "of"
        && matches!(small(2), "these" | "those" | "the")
        && !words[at].has_comma_before
        && !words[..at].iter().any(|word| word.has_comma_before || CLAUSES.contains(&word.small.as_str()))
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
            "Which band recorded “I'm Not in Love”?",
        ] {
            assert_eq!(turning(prompt), None, "{prompt}");
        }
    }

    #[test]
    fn a_plain_not_is_told() {
        check_prompts("negative-prompt", "Which is not red?", "Which is **not** red?", &["Grass", "Blood"]);
        check_prompts("negative-prompt", "Who doesn't see it?", "Who sees what doesn't move?", &["Frogs", "Cats"]);
        check_prompts(
            "negative-prompt",
            "Which of these is made without egg?",
            "Which sauce, made without egg, is it?",
            &["Frogs", "Cats"],
        );
    }

    #[test]
    fn a_statement_that_denies_is_told() {
        for prompt in [
            "It is not red.",
            "It is not true that it is red.",
            "A frog cannot fly.",
            "It never rains.",
            "It doesn't rain.",
        ] {
            assert_eq!(codes_in("en", &question(prompt, "TrueFalse(true)")), ["negative-prompt"], "{prompt}");
        }
        for prompt in [
            "It is **not** red.",
            "Only a frog can fly.",
            "A frog that cannot fly swims.",
            "`not True` is `True`.",
            "It is not only red.",
        ] {
            assert_eq!(codes_in("en", &question(prompt, "TrueFalse(true)")), [""; 0], "{prompt}");
        }
    }
}

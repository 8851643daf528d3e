//! `undated-now`: a prompt that speaks of the present and does not say when that is.

use crate::bank::lints::common::Words;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Explanation, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UndatedNow {
    /// The words that mean the present.
    pub word: Box<str>,
}

impl Violation for UndatedNow {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "undated-now",
            severity: Severity::Warning,
            title: "\"Currently\" without a date",
            why: "Members, records and rates change, and a bank is played for years. Then the key is wrong, and nobody can tell by which day it was right.",
            fix: "name the year: \"As of 2026, …\"",
            source: "Wikipedia, Manual of Style, Dates and numbers: statements likely to become outdated",
            before: r#"Question(
    id: "tunnel", prompt: "Which is currently the longest railway tunnel?",
    answer: Choice(correct: "Gotthard Base Tunnel", distractors: ["Seikan Tunnel", "Channel Tunnel"]),
)"#,
            after: r#"Question(
    id: "tunnel", prompt: "As of 2026, which is the longest railway tunnel?",
    answer: Choice(correct: "Gotthard Base Tunnel", distractors: ["Seikan Tunnel", "Channel Tunnel"]),
)"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        let Self { word } = self;
        format!("\"{word}\" does not say when, and what is so today may not be so next year")
    }

    fn help(&self) -> Cow<'static, str> {
        "name the year".into()
    }
}

/// A word for the present in a prompt without a year. A "now" in a story is no present, nor is "what is now Turkey".
fn check(question: &Question, notes: &mut Notes) {
    let prompt = Words::of(&plain(&question.prompt));
    if let Some(word) = present(&prompt).filter(|_| !has_year(&prompt)) {
        notes.add_to_prompt(UndatedNow { word: word.into() });
    }
}

fn present(prompt: &Words) -> Option<&'static str> {
    let words: Vec<&str> = prompt.iter().collect();
    let holds = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|part| part == phrase)
    };
    let is_last = words.last() == Some(&"today");
    let is_current = |pair: &[&str]| pair[0] == "current" && HOLDERS.contains(&pair[1]);
    PRESENTS
        .iter()
        .copied()
        .find(|phrase| holds(phrase))
        .or_else(|| is_last.then_some("today"))
        .or_else(|| words.windows(2).any(is_current).then_some("current"))
}

fn has_year(prompt: &Words) -> bool {
    prompt.iter().any(|word| word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..2200).contains(&year)))
}

const PRESENTS: &[&str] =
    &["currently", "nowadays", "presently", "at present", "at the moment", "these days", "right now", "as of today"];

/// What somebody or something is for a time, behind "current".
#[rustfmt::skip]
const HOLDERS: &[&str] = &[
    "capital", "captain", "ceo", "chairman", "champion", "champions", "chancellor", "coach", "director", "governor", "head", "holder",
    "king", "leader", "manager", "mayor", "members", "minister", "monarch", "owner", "pope", "population", "president", "prime",
    "queen", "record", "title", "version",
];

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn a_present_without_a_year_is_told() {
        let told = |prompt: &str| codes_in("en", &question(prompt, "Text(accept: [\"Peru\"])"));
        for prompt in [
            "Which is currently the largest?",
            "Which is it at present?",
            "Which is largest today?",
            "Of what is he the current president?",
        ] {
            assert_eq!(told(prompt), ["undated-now"], "{prompt}");
        }
        for prompt in [
            "As of 2024, which is currently the largest?",
            "What opens when the current grows?",
            "Black now moves. Where to?",
            "What is Siam called, in today's world?",
        ] {
            assert_eq!(told(prompt), [""; 0], "{prompt}");
        }
    }
}

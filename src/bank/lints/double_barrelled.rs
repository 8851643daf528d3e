//! `double-barrelled`: a statement to be judged that says two things. Looks for two clauses, and never asks what they mean.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::common::Words;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Explanation, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct DoubleBarrelled {
    /// The word that joins the two.
    pub joint: Box<str>,
}

impl Violation for DoubleBarrelled {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "double-barrelled",
            severity: Severity::Warning,
            title: "A statement that says two things",
            why: "One of the two may be right and the other wrong. A learner who knows one of them cannot show it, and a wrong answer does not tell which of the two was not known.",
            fix: "make two questions of it",
            source: GUIDELINES,
            before: r#"Question(id: "mozart", prompt: "Mozart was born in Salzburg and died in Prague.", answer: TrueFalse(false))"#,
            after: r#"Question(id: "mozart", prompt: "Mozart died in Prague.", answer: TrueFalse(false))"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        let Self { joint } = self;
        format!("\"{joint}\" joins two statements, of which one may be right and the other wrong")
    }

    fn help(&self) -> Cow<'static, str> {
        "make two questions of it".into()
    }
}

/// A statement of two clauses, each of which could be judged alone.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 1: each item has one content.
fn check(question: &Question, notes: &mut Notes) {
    if !matches!(question.answer, Answer::TrueFalse(_)) {
        return;
    }
    let prompt = plain(&question.prompt);
    let found = prompt
        .split_inclusive(['.', '!', '?', '\n'])
        .find_map(|sentence| clauses(sentence).or_else(|| verbs(sentence)));
    if let Some(joint) = found {
        notes.add_to_prompt(DoubleBarrelled { joint: joint.into() });
    }
}

/// The word between two whole clauses: "Yeast is a fungus, and it grows best at 60 °C."
fn clauses(sentence: &str) -> Option<&'static str> {
    const FEWEST_WORDS: usize = 4;
    let (before, joint, after) = JOINTS.iter().find_map(|(signs, joint)| {
        let (before, after) = sentence.split_once(signs)?;
        Some((Words::of(before), *joint, Words::of(after)))
    })?;
    let is_list = sentence.split_once(", ").is_some_and(|(_, rest)| rest.contains(", "));
    let first = before.iter().next()?;
    if SUBORDINATORS.contains(&first) {
        return None;
    }
    let opens_clause = match after.iter().collect::<Vec<_>>()[..] {
        [pronoun, ..] if PRONOUNS.contains(&pronoun) => true,
        [_, verb, ..] | [_, _, verb, ..] if HELPERS.contains(&verb) => true,
        _ if is_list || after.count() < FEWEST_WORDS => false,
        _ => after.iter().skip(1).take(3).any(|word| HELPERS.contains(&word) || looks_like_verb(word)),
    };
    let has_verb = before.iter().skip(1).any(|word| HELPERS.contains(&word) || looks_like_verb(word));
    (opens_clause && has_verb).then_some(joint)
}

/// The word between two verbs of one subject: "Mozart was born in Salzburg and died in Prague."
fn verbs(sentence: &str) -> Option<&'static str> {
    let words = Words::of(sentence);
    let words: Vec<&str> = words.iter().collect();
    let at = words.windows(2).position(|pair| pair[0] == "and" && FINITE.contains(&pair[1]))?;
    let before = &words[..at];
    let has_verb =
        before.iter().skip(1).any(|word| HELPERS.contains(word) || FINITE.contains(word) || looks_like_verb(word));
    // "A star that shines and has planets" is one.
    let is_inner = before
        .iter()
        .any(|word| SUBORDINATORS.contains(word) || matches!(*word, "that" | "who" | "which" | "whose" | "both"));
    (has_verb && !is_inner).then_some("and")
}

/// A third person or a past, as far as the ending tells.
fn looks_like_verb(word: &str) -> bool {
    word.len() > 3 && ((word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) || word.ends_with("ed"))
}

const JOINTS: &[(&str, &str)] = &[
    (", whereas ", "whereas"),
    (" whereas ", "whereas"),
    (", while ", "while"),
    (", and ", "and"),
    (", but ", "but"),
    ("; ", ";"),
];

const PRONOUNS: &[&str] = &["he", "it", "she", "they", "this", "these", "we", "you"];

#[rustfmt::skip]
const SUBORDINATORS: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "unless", "until", "when", "whenever", "where",
    "while",
];

#[rustfmt::skip]
const HELPERS: &[&str] = &[
    "are", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "is", "may", "must", "should", "was", "were", "will",
    "would",
];

/// Verbs that cannot be taken for a noun or a participle behind "and".
#[rustfmt::skip]
const FINITE: &[&str] = &[
    "are", "became", "began", "belongs", "can", "cannot", "consists", "contains", "could", "did", "died", "does", "fell", "flows",
    "gave", "grew", "had", "has", "is", "lies", "lives", "lost", "means", "must", "produces", "ruled", "should", "took", "was",
    "were", "will", "won", "wrote",
];

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn a_statement_of_two_clauses_is_told() {
        for prompt in [
            "Mozart was born in Salzburg and died in Prague.",
            "Yeast is a fungus, and it grows at 60 degrees.",
            "Basalt cools at the surface, and granite forms deep underground.",
            "TCP resends packets that are lost, whereas UDP sets up a link.",
            "Iron rusts, but gold is eternal.",
        ] {
            assert_eq!(codes_in("en", &question(prompt, "TrueFalse(true)")), ["double-barrelled"], "{prompt}");
        }
    }

    #[test]
    fn lists_and_clauses_within_a_statement_are_let_be() {
        for prompt in [
            "A string quartet consists of two violins, a viola, and a cello.",
            "Supply and demand meet at the equilibrium price.",
            "Red, green, and blue are the primary colours of light.",
            "If a gas is heated, and it cannot expand, its pressure rises.",
            "A star that shines and has planets is a sun.",
            "Most letters are spelt with both the right and the left hand.",
        ] {
            assert_eq!(codes_in("en", &question(prompt, "TrueFalse(true)")), [""; 0], "{prompt}");
        }
        assert_eq!(codes_in("de", &question("Gold was lost and was found.", "TrueFalse(true)")), [""; 0]);
    }
}

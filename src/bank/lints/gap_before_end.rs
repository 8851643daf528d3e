//! `gap-before-end`: a gap with words of its sentence after it. Looks at the shape of the prompt, not at its words.

use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct GapBeforeEnd;

impl Violation for GapBeforeEnd {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "gap-before-end",
            severity: Severity::Warning,
            title: "A gap with words of its sentence after it",
            why: "Learners must keep half a sentence in mind while they try each option in the gap. That tests memory \
                  and reading, not the subject.",
            fix: "put the gap last, or ask a whole question",
            source: "Haladyna & Rodriguez 2013, Developing and Validating Test Items",
            before: r#"Question(
    id: "heart", prompt: "The ____ pumps blood through the body.",
    answer: Choice(correct: "heart", distractors: ["liver", "lung"]),
)"#,
            after: r#"Question(
    id: "heart", prompt: "Which organ pumps blood through the body?",
    answer: Choice(correct: "heart", distractors: ["liver", "lung"]),
)"#,
        },
        checks: &[Check::Options(check)],
    };

    fn message(&self) -> String {
        "the gap has words after it, so that learners must read twice".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "put the gap last, or ask a whole question".into()
    }
}

/// A gap with words of its sentence after it: learners must keep the sentence in mind while they try the options.
///
/// Haladyna & Rodriguez 2013 advise against gaps inside the stem; a gap at the end reads like a question.
fn check(view: &View, notes: &mut Notes) {
    if has_gap_before_end(&view.question.prompt) && !is_drill(view) {
        notes.add_to_prompt(GapBeforeEnd);
    }
}

/// Whether the sentence is the very thing that is practised, as in "Choose the right form: She ____ in Leeds since 2019":
/// there the words after the gap tell what fits.
fn is_drill(view: &View) -> bool {
    #[rustfmt::skip]
    const TERMS: &[&str] = &[
        "adjective", "adverb", "article", "conjunction", "ending", "form", "forms", "keyword", "operator", "possessive", "preposition",
        "pronoun", "proverb", "statement", "tense", "verb",
    ];
    let is_asked =
        |pair| matches!(pair, ("which" | "what" | "right" | "correct" | "best" | "missing", "word" | "words"));
    let pairs = view.prompt.iter().zip(view.prompt.iter().skip(1));
    view.prompt.has_any(TERMS) || pairs.into_iter().any(is_asked) || is_cited(&view.question.prompt)
}

/// Whether the first gap stands in code, in quotation marks or in italics.
fn is_cited(prompt: &str) -> bool {
    let Some(gap) = prompt.find(['_', '…']).or_else(|| prompt.find("....")) else { return false };
    let before = &prompt[..gap];
    let is_open = |sign: char| before.matches(sign).count() % 2 == 1;
    ['`', '"', '*'].into_iter().any(is_open)
        || [('“', '”'), ('«', '»'), ('„', '“')]
            .into_iter()
            .any(|(open, close)| before.rfind(open).is_some_and(|at| !before[at + open.len_utf8()..].contains(close)))
}

/// Whether a word comes after a gap and before the end of the sentence.
fn has_gap_before_end(prompt: &str) -> bool {
    after_gaps(prompt).any(|rest| {
        let end = rest.find(['.', '?', '!', '\n']).unwrap_or(rest.len());
        rest[..end].contains(char::is_alphabetic)
    })
}

/// What stands after each gap.
fn after_gaps(prompt: &str) -> impl Iterator<Item = &str> {
    let named = ["[blank]", "(blank)", "[gap]", "[   ]", "(   )", "[...]", "[…]", "(...)", "(…)"];
    let named = named.into_iter().filter_map(|name| prompt.split_once(name).map(|(_, rest)| rest));
    let drawn = prompt.char_indices().filter_map(|(at, letter)| {
        let is_same = |other: char| stroke(other) == stroke(letter);
        let before = prompt[..at].chars().next_back();
        if stroke(letter).is_none() || before.is_some_and(is_same) {
            return None;
        }
        let rest = prompt[at..].trim_start_matches(is_same);
        let run = &prompt[at..prompt.len() - rest.len()];
        is_gap(run, before, rest.chars().next()).then_some(rest)
    });
    named.chain(drawn).chain(lone_dots(prompt))
}

/// What stands after each "…" that is no pause but a gap: a word that cannot end a phrase stands before it.
fn lone_dots(prompt: &str) -> impl Iterator<Item = &str> {
    #[rustfmt::skip]
    const OPEN_WORDS: &[&str] = &[
        "a", "an", "the", "is", "are", "was", "were", "of", "in", "into", "by", "with", "from", "to", "at", "on", "for", "called",
        "has", "have", "had", "contains", "its", "their",
    ];
    prompt.match_indices(" … ").filter_map(|(at, dots)| {
        let before = prompt[..at].rsplit(|sign: char| !sign.is_alphanumeric()).next()?.to_lowercase();
        OPEN_WORDS.contains(&before.as_str()).then(|| &prompt[at + dots.len()..])
    })
}

/// What a gap is drawn with; a backslash may stand before each underscore.
fn stroke(letter: char) -> Option<char> {
    match letter {
        '_' | '\\' => Some('_'),
        '.' | '…' => Some('.'),
        '-' | '–' | '—' => Some('-'),
        _ => None,
    }
}

/// Two underscores between spaces, or four of another stroke; not `snake__case`, not `__bold__`, not a dash, not `…`.
fn is_gap(run: &str, before: Option<char>, after: Option<char>) -> bool {
    let is_free = |next: Option<char>| next.is_none_or(|next| !next.is_alphanumeric());
    let count = run.chars().filter(|letter| *letter != '\\').count();
    let least = if run.contains('_') { 2 } else { 4 };
    is_free(before) && is_free(after) && count >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::lints::tests::{check_prompts, codes_in, question};

    #[test]
    fn a_gap_with_words_after_it_is_found() {
        for prompt in [
            "The ____ is the powerhouse of the cell.",
            "____ discovered penicillin.",
            r"The \_\_\_ pumps blood.",
            "Water boils at ..... degrees.",
            "The [blank] pumps blood.",
            "One. The __ pumps blood",
            "The [...] of a comet is ice.",
            "Yeast turns sugar into … and carbon dioxide.",
        ] {
            assert!(has_gap_before_end(prompt), "{prompt}");
        }
    }

    #[test]
    fn gaps_at_the_end_and_what_only_looks_like_a_gap_are_let_be() {
        for prompt in [
            "The organ that pumps blood is the ____.",
            "The organ that pumps blood is ____ (choose one)".trim_end_matches(" (choose one)"),
            "Which is __not__ a metal?",
            "What does `my__name` mean?",
            "Blood – and there is much of it – is pumped by which organ?",
            "Complete: Roses are red … violets are blue.",
            "The capital is ____. Which city is it?",
            "Which animal is ___not___ a bird?",
        ] {
            assert!(!has_gap_before_end(prompt), "{prompt}");
        }
    }

    #[test]
    fn a_sentence_that_is_practised_may_have_its_gap_anywhere() {
        for prompt in [
            "Choose the right form: She ___ here.",
            "What fits? *Ich sehe ___ Mann.*",
            "What fits? `___ i in range(3): f(i)`",
        ] {
            assert_eq!(
                codes_in("en", &question(prompt, "Choice(correct: \"is\", distractors: [\"are\"])")),
                [""; 0],
                "{prompt}"
            );
        }
    }

    #[test]
    fn gaps_that_are_not_last_are_told() {
        check_prompts("gap-before-end", "The ___ is warm.", "What is warm is the ___.", &["Sun", "Moon"]);
        assert!(codes_in("en", &question("The ___ is warm.", "Text(accept: [\"Sun\"])")).is_empty());
    }
}

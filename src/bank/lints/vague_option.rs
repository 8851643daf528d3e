//! `vague-option`: "often", "usually" or "several" in an option.

use crate::bank::check::explain::sources::NBME;
use crate::bank::lints::common::frequency::ADVERBS;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct VagueOption {
    /// The word.
    pub word: Box<str>,
}

impl Violation for VagueOption {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "vague-option",
            severity: Severity::Warning,
            title: "\"Often\", \"usually\" or \"several\" in an option",
            why: "What one reader calls often, another calls rarely: whether such an option is right depends on who \
                  reads it.",
            fix: "name a number, a share or a case",
            source: NBME,
            before: r#"Question(
    id: "bees", prompt: "How many eyes has a honey bee?",
    answer: Choice(correct: "Several", distractors: ["None", "One"]),
)"#,
            after: r#"Question(
    id: "bees", prompt: "How many eyes has a honey bee?",
    answer: Choice(correct: "Five", distractors: ["Two", "Four"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { word } = self;
        format!("\"{word}\" in an option means something else to each reader")
    }

    fn help(&self) -> Cow<'static, str> {
        "name a number, a share or a case".into()
    }
}

/// `often`, `usually`, `several`: what one reader calls often, another calls rarely (Case & Swanson 2002).
fn check(view: &View, notes: &mut Notes) {
    for (index, option) in view.options.iter().enumerate() {
        let adverb = option.words.iter().find(|word| ADVERBS.contains(word));
        let is_quantity = || option.words.count() <= 2 || asks_how_many(view);
        let word = adverb.or_else(|| vague_quantity(option).filter(|_| is_quantity()));
        if let Some(word) = word.filter(|_| !option.is_quoted_or_title() && !view.is_about_words()) {
            notes.add(view.option_path(index), VagueOption { word: word.into() });
        }
    }
}

const VAGUE_QUANTITIES: &[&str] = &["few", "lots", "many", "numerous", "several", "some", "various", "plenty"];

fn vague_quantity<'a>(option: &'a Choosable) -> Option<&'a str> {
    let is_degree = |word: &&str| matches!(*word, "only" | "very" | "quite" | "rather" | "fairly" | "just" | "too");
    let mut words = option.words.iter().skip_while(is_degree);
    let first = words.next()?;
    let word = if first == "a" { words.next()? } else { first };
    match word {
        "lot" | "couple" | "handful" if first == "a" => Some(word),
        _ => VAGUE_QUANTITIES.contains(&word).then_some(word),
    }
}

fn asks_how_many(view: &View) -> bool {
    let mut pairs = view.prompt.iter().zip(view.prompt.iter().skip(1));
    pairs.any(|pair| matches!(pair, ("how", "many" | "much" | "often" | "long" | "far" | "large" | "big")))
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{check_options, check_pair, choice};

    #[test]
    fn vague_words_are_told() {
        check_options("vague-option", &["It flies", "It usually walks"], &["It flies", "It walks as usual"]);
        check_pair(
            "vague-option",
            ("How many are there?", &choice(&["Five", "Several"])),
            ("Which word is it?", &choice(&["Five", "Several"])),
        );
    }

    #[test]
    fn a_word_of_the_prompt_that_nobody_asks_for_switches_nothing_off() {
        check_pair(
            "vague-option",
            ("How often may it happen in one game?", &choice(&["Once", "Several times"])),
            ("Which game is it?", &choice(&["Chess", "Several Species"])),
        );
        check_pair(
            "vague-option",
            ("How many are there?", &choice(&["Five", "Quite a few"])),
            ("How many are there?", &choice(&["Five", "Quite alone"])),
        );
    }

    #[test]
    fn a_vague_quantity_is_told_where_it_is_the_answer() {
        check_options("vague-option", &["Many oaks", "An oak"], &["Many oaks grow", "An oak grows"]);
    }
}

//! `converging-options`: the key has the most in common with the other options. Compares parts and never asks what they
//! mean.

use crate::bank::check::explain::sources::NBME;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;
use std::collections::HashMap;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ConvergingOptions;

impl Violation for ConvergingOptions {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "converging-options",
            severity: Severity::Warning,
            title: "The right option has the most in common with the others",
            why: "Distractors that each change one part of the key leave its parts in the majority. Whoever counts \
                  parts finds the key without knowing anything.",
            fix: "mix the parts evenly, so that each stands in as many options as any other",
            source: NBME,
            before: r#"Question(
    id: "gases", prompt: "What are the two most plentiful gases in dry air?",
    answer: Choice(
        correct: "nitrogen and oxygen",
        distractors: ["nitrogen and argon", "helium and oxygen"],
    ),
)"#,
            after: r#"Question(
    id: "gases", prompt: "What are the two most plentiful gases in dry air?",
    answer: Choice(
        correct: "nitrogen and oxygen",
        distractors: ["nitrogen and argon", "helium and oxygen", "helium and argon"],
    ),
)"#,
        },
        checks: &[Check::Options(check)],
    };

    fn message(&self) -> String {
        "the right option has the most in common with the others, which tells it".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "mix their parts evenly".into()
    }
}

/// Writers make distractors by changing one part of the key at a time, so that each part of the key stands in most
/// options: whoever counts parts finds it (Case & Swanson 2002, "convergence strategy").
fn check(view: &View, notes: &mut Notes) {
    if view.key_count != 1 || view.distractors().len() < 2 {
        return;
    }
    let is_list = |option: &Choosable| option.text.contains(SEPARATORS) || option.words.has_any(JOINING_WORDS);
    let are_lists = view.options.iter().all(is_list);
    if (are_lists && converge(&view.options, |option| parts(option.text), false))
        || converge(&view.options, pairs_of_words, true)
    {
        notes.add(view.option_path(0), ConvergingOptions);
    }
}

/// Whether the first option's parts all stand in other options too, and together more often than any other option's.
/// Options without a letter are left aside, since ranges share their bounds by nature; where each word is a part
/// (`in_words`), so are all with a number, whose unit they share.
fn converge<'a>(options: &'a [Choosable], cut: impl Fn(&'a Choosable) -> Vec<String>, in_words: bool) -> bool {
    let key = cut(&options[0]);
    let length = key.len();
    if length < 2 {
        return false;
    }
    let parts: Vec<Vec<String>> = std::iter::once(key).chain(options[1..].iter().map(cut)).collect();
    let has_letters = |own: &Vec<String>| {
        let mut with_letters = own.iter().map(|part| part.contains(char::is_alphabetic));
        if in_words { with_letters.all(|has| has) } else { with_letters.any(|has| has) }
    };
    if parts.iter().any(|own| own.len() != length) || !parts.iter().all(has_letters) {
        return false;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for part in parts.iter().flatten() {
        *counts.entry(part).or_default() += 1;
    }
    let count = |part: &String| counts[part.as_str()];
    let score = |own: &[String]| own.iter().map(count).sum::<usize>();
    let (key, others) = (&parts[0], &parts[1..]);
    // A part that every option has sets none of them apart, so one at least must be in some only.
    let is_shared = key.iter().all(|part| count(part) >= 2) && key.iter().any(|part| count(part) < options.len());
    is_shared && others.iter().all(|own| score(own) < score(key))
}

const SEPARATORS: [char; 5] = [',', ';', '/', '+', '&'];
const JOINING_WORDS: &[&str] = &["and", "with", "but"];

/// `red and large`, `iron, copper; tin`: the parts between the signs and words that list.
fn parts(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let listed = JOINING_WORDS.iter().fold(small, |text, word| text.replace(&format!(" {word} "), ","));
    let mut parts = vec![String::new()];
    for (at, sign) in listed.char_indices() {
        // The stroke of a fraction or of a metre, as in 3/4, parts nothing, nor does a comma in a number.
        let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        let is_inner =
            is_digit(listed[..at].chars().next_back()) && is_digit(listed[at + sign.len_utf8()..].chars().next());
        match parts.last_mut() {
            Some(part) if is_inner || !SEPARATORS.contains(&sign) => part.push(sign),
            _ => parts.push(String::new()),
        }
    }
    parts.iter().map(|part| part.trim().trim_end_matches('.').to_owned()).collect()
}

/// The words, where there are two to four: `high pressure`, `old red sandstone`.
fn pairs_of_words(option: &Choosable) -> Vec<String> {
    const MOST_WORDS: usize = 4;
    match option.words.count() {
        2..=MOST_WORDS => option.words.iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn a_key_made_of_the_others_parts_is_told() {
        check_options(
            "converging-options",
            &["red and big", "red and small", "blue and big"],
            &["red and big", "red and small", "blue and big", "blue and small"],
        );
        check_options(
            "converging-options",
            &["3/4, quick", "3/4, slow", "4/4, quick"],
            &["3/4, quick", "3/4, slow", "4/4, quick", "4/4, slow"],
        );
    }
}

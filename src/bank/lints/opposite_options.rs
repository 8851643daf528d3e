//! `opposite-options`: two options one of which must be true: true and false, yes and no, a sentence and its denial. Looks at
//! pairs alone.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct OppositeOptions {
    /// One option.
    pub first: Box<str>,
    /// Its opposite.
    pub second: Box<str>,
}

impl Violation for OppositeOptions {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "opposite-options",
            severity: Severity::Warning,
            title: "Two options one of which must be right",
            why: "True and false, yes and no, a sentence and its denial: one of the two is right, so the other \
                  options need not be read.",
            fix: "ask a `TrueFalse`, or change one of the two",
            source: GUIDELINES,
            before: r#"Question(
    id: "ice", prompt: "What happens to ice in water?",
    answer: Choice(correct: "It floats", distractors: ["It does not float", "It dissolves"]),
)"#,
            after: r#"Question(
    id: "ice", prompt: "What happens to ice in water?",
    answer: Choice(correct: "It floats", distractors: ["It sinks slowly", "It dissolves"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { first, second } = self;
        format!("\"{first}\" and \"{second}\" rule each other out, so that the key is one of them")
    }

    fn help(&self) -> Cow<'static, str> {
        "ask a `TrueFalse`, or change one".into()
    }
}

/// Pairs that rule each other out: whoever sees them need not read the rest.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28e.
fn check(view: &View, notes: &mut Notes) {
    for (index, later) in view.options.iter().enumerate() {
        let earlier = view.options[..index].iter().find(|earlier| are_opposite(earlier, later));
        if let Some(earlier) = earlier {
            let (first, second) = (earlier.text.into(), later.text.into());
            notes.add(view.option_path(index), OppositeOptions { first, second });
            return;
        }
    }
}

fn are_opposite(one: &Choosable, other: &Choosable) -> bool {
    let verdicts = [verdict(one), verdict(other)];
    matches!(verdicts, [Some((a, true)), Some((b, false))] | [Some((a, false)), Some((b, true))] if a == b)
        || denies(one, other)
        || denies(other, one)
        || negates(one, other)
        || negates(other, one)
}

/// Whether the two are the same but for one word, which has a beginning that denies it: "rational numbers" and
/// "irrational numbers".
fn negates(plain: &Choosable, negated: &Choosable) -> bool {
    if plain.words.count() != negated.words.count() {
        return false;
    }
    let mut differing = plain.words.iter().zip(negated.words.iter()).filter(|(one, other)| one != other);
    let Some((word, negation)) = differing.next() else { return false };
    differing.next().is_none() && is_negation_of(word, negation)
}

fn is_negation_of(word: &str, negation: &str) -> bool {
    const SHORTEST_BYTES: usize = 5;
    /// Words that only look like it.
    const OTHERS: &[&str] =
        &["input", "inside", "indoor", "import", "impress", "intense", "invest", "income", "inflammable"];
    let begins =
        |beginning: &str| negation.strip_prefix(beginning).is_some_and(|rest| rest.trim_start_matches('-') == word);
    let by_first_letter = match word.chars().next() {
        Some('r') => "ir",
        Some('l') => "il",
        Some('m' | 'p' | 'b') => "im",
        _ => "in",
    };
    word.len() >= SHORTEST_BYTES
        && !OTHERS.contains(&negation)
        && ["un", "non", by_first_letter].into_iter().any(begins)
}

/// `True`, `False, because …`, `Yes`, `No: …`: which pair of words it is, and which of the two. A longer option counts
/// only where a comma, a colon or a dash comes after the word: "No change" is no verdict.
fn verdict(option: &Choosable) -> Option<(&'static str, bool)> {
    let first = option.words.iter().next()?;
    let (pair, is_positive) = match first {
        "true" => ("true", true),
        "false" => ("true", false),
        "yes" => ("yes", true),
        "no" => ("yes", false),
        _ => return None,
    };
    let rest = option.text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let rest = rest.get(first.len()..)?.trim_start();
    let is_alone = option.words.count() == 1;
    (is_alone || rest.starts_with([',', ':', ';', '–', '—', '-', '.', '('])).then_some((pair, is_positive))
}

/// Words that turn a sentence into its denial.
const DENIALS: &[&str] = &["not", "cannot", "no"];

/// Whether `denial` is `sentence` with `not` put in, `does not` for the plain verb included: "It rises" and "It does not
/// rise".
fn denies(sentence: &Choosable, denial: &Choosable) -> bool {
    const SHORTEST_SENTENCE_WORDS: usize = 2;
    let has_denial = |word: &str| DENIALS.contains(&word) || word.ends_with("n't");
    if sentence.words.count() < SHORTEST_SENTENCE_WORDS || sentence.words.iter().any(has_denial) {
        return false;
    }
    if denial.words.iter().filter(|word| has_denial(word)).count() != 1 {
        return false;
    }
    let is_helper = |word: &str| matches!(word, "do" | "does" | "did");
    let left = sentence.words.iter().filter(|word| !is_helper(word)).map(bare_verb);
    let right = denial.words.iter().filter(|word| !DENIALS.contains(word) && !is_helper(word)).filter_map(|word| {
        match word.strip_suffix("n't") {
            Some("do" | "does" | "did") => None,
            Some("ca") => Some("can"),
            Some("wo") => Some("will"),
            Some(verb) => Some(verb),
            None => Some(word),
        }
    });
    left.eq(right.map(bare_verb))
}

/// `rises` and `rise` are one word here.
fn bare_verb(word: &str) -> &str {
    match word {
        "cannot" => "can",
        _ => word
            .strip_suffix("es")
            .or_else(|| word.strip_suffix('s'))
            .or_else(|| word.strip_suffix('e'))
            .unwrap_or(word),
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_options;

    #[test]
    fn opposites_are_told() {
        check_options("opposite-options", &["Yes", "No", "Maybe"], &["Yes", "No change", "Maybe so"]);
        check_options("opposite-options", &["It can swim", "It can't swim"], &["It can swim", "It can't climb"]);
        check_options(
            "opposite-options",
            &["Irrational numbers", "Rational numbers", "Odd numbers"],
            &["Irrational numbers", "National numbers", "Odd numbers"],
        );
    }
}

//! `narrow-accept`: accepted forms without the one that most people would write: the surname alone, the short name of a country, the usual abbreviation.

use crate::bank::check::in_answer;
use crate::bank::lints::common::Words;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Explanation, Question, Severity};
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct NarrowAccept {
    /// The accepted form.
    pub form: Box<str>,
    /// What most people would write.
    pub missing: Box<str>,
}

impl Violation for NarrowAccept {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "narrow-accept",
            severity: Severity::Warning,
            title: "Accepted forms without the obvious one",
            why: "Asked who wrote a book, many write the surname alone, and asked for a country, hardly anybody writes its full name. They know the answer and are marked wrong.",
            fix: "add the form to `accept`",
            source: "how the format marks a `Text`, docs/quiz-format.md",
            before: r#"Question(id: "reason", prompt: "Who wrote the *Critique of Pure Reason*?", answer: Text(accept: ["Immanuel Kant"]))"#,
            after: r#"Question(id: "reason", prompt: "Who wrote the *Critique of Pure Reason*?", answer: Text(accept: ["Immanuel Kant", "Kant"]))"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        let Self { form, missing } = self;
        format!("\"{missing}\" is not accepted, which many will write for \"{form}\"")
    }

    fn help(&self) -> Cow<'static, str> {
        "add it to `accept`".into()
    }
}

/// A name in full whose usual short form is not accepted.
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Text { accept, .. } = &question.answer else { return };
    let Some(form) = accept.first() else { return };
    let prompt = Words::of(&plain(&question.prompt));
    let missing = if prompt.has_any(&["who", "whom", "whose"]) {
        surname(form, accept).filter(|_| !prompt.has_any(GROUPS))
    } else {
        country(form, accept).or_else(|| abbreviation(form, accept))
    };
    if let Some(missing) = missing {
        notes.add(in_answer("accept"), NarrowAccept { form: form.clone(), missing: missing.into() });
    }
}

/// The last name of a person of whom no form with a single word is accepted.
fn surname(form: &str, accept: &[Box<str>]) -> Option<String> {
    let is_name = |word: &str| {
        word.starts_with(|sign: char| sign.is_uppercase()) && word.contains(|sign: char| sign.is_lowercase())
    };
    let is_particle = |word: &str| matches!(word, "van" | "von" | "de" | "der" | "den" | "zu");
    let words: Vec<&str> = form.split_whitespace().collect();
    let (last, others) = words.split_last()?;
    let is_person = matches!(others.len(), 1..=4)
        && others.iter().all(|word| is_name(word) || is_particle(word) || word.ends_with('.'))
        && is_name(others.first()?)
        && !matches!(others.first()?, &"The" | &"Saint" | &"St" | &"St." | &"Pope" | &"King" | &"Queen")
        && !words.iter().any(|word| BODIES.contains(&word.to_lowercase().as_str()));
    let is_rank = last.chars().all(|sign| matches!(sign, 'I' | 'V' | 'X'));
    let is_single = |form: &str| form.split_whitespace().nth(1).is_none();
    let has_short = accept
        .iter()
        .any(|form| is_single(form) || form.ends_with(*last) && form.split_whitespace().count() < others.len().min(2));
    (is_person && is_name(last) && !is_rank && !has_short).then(|| (*last).to_owned())
}

/// What follows "Republic of" and the like.
fn country(form: &str, accept: &[Box<str>]) -> Option<String> {
    const STATES: &[&str] = &[
        "Commonwealth of ",
        "Federation of ",
        "Grand Duchy of ",
        "Kingdom of ",
        "Principality of ",
        "Republic of ",
        "State of ",
        "Union of ",
    ];
    let start = STATES.iter().find_map(|state| form.find(state).map(|at| at + state.len()))?;
    let short = form[start..].trim_start_matches("the ");
    (!accept.iter().any(|form| folded(form.trim_start_matches("the ")) == folded(short))).then(|| short.to_owned())
}

/// The initials of a long technical name.
fn abbreviation(form: &str, accept: &[Box<str>]) -> Option<String> {
    const FEWEST_WORDS: usize = 3;
    let words: Vec<&str> =
        form.split_whitespace().filter(|word| !matches!(*word, "of" | "and" | "for" | "the" | "on" | "in")).collect();
    let is_capital = |word: &&str| word.starts_with(|sign: char| sign.is_uppercase());
    let is_technical = words.iter().any(|word| TECHNICAL.contains(&word.to_lowercase().as_str()));
    let is_short = |form: &str| form.split_whitespace().nth(1).is_none();
    if words.len() < FEWEST_WORDS
        || !words.iter().all(is_capital)
        || !is_technical
        || accept.iter().any(|form| is_short(form))
    {
        return None;
    }
    Some(words.iter().filter_map(|word| word.chars().next()).collect())
}

/// Words of prompts that ask for no person.
const GROUPS: &[&str] = &["band", "company", "country", "firm", "group", "nation", "party", "people", "team", "tribe"];

/// Words in the names of bodies that are no persons.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "army", "assembly", "association", "bank", "board", "cabinet", "church", "club", "college", "committee", "commission", "company",
    "congress", "council", "court", "cross", "empire", "government", "guard", "house", "kingdom", "league", "party", "parliament",
    "police", "society", "states", "supreme", "team", "union", "united", "university",
];

/// Words in names that are mostly used by their initials.
#[rustfmt::skip]
const TECHNICAL: &[&str] = &[
    "acid", "agency", "agreement", "association", "bank", "committee", "fund", "institute", "interface", "language", "laboratory",
    "memory", "network", "organisation", "organization", "protocol", "service", "system", "treaty", "union", "unit",
];

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    fn told(prompt: &str, accept: &str) -> Vec<&'static str> {
        codes_in("en", &question(prompt, &format!("Text(accept: [{accept}])")))
    }

    #[test]
    fn a_name_in_full_alone_is_told() {
        assert_eq!(told("Who wrote it?", "\"Immanuel Kant\""), ["narrow-accept"]);
        assert_eq!(told("Who wrote it?", "\"Ludwig van Beethoven\""), ["narrow-accept"]);
        assert_eq!(told("Of which country is it the capital?", "\"Commonwealth of Australia\""), ["narrow-accept"]);
        assert_eq!(told("Which protocol is it?", "\"Hypertext Transfer Protocol\""), ["narrow-accept"]);
    }

    #[test]
    fn names_that_have_no_shorter_form_are_let_be() {
        assert_eq!(told("Who wrote it?", "\"Immanuel Kant\", \"Kant\""), [""; 0]);
        assert_eq!(told("Who was it?", "\"Henry VIII\""), [""; 0]);
        assert_eq!(told("Who was it?", "\"Alexander the Great\""), [""; 0]);
        assert_eq!(told("Who decides on it?", "\"Security Council\""), [""; 0]);
        assert_eq!(told("Which band sang it, and who else?", "\"Rolling Stones\""), [""; 0]);
        assert_eq!(told("Which protocol is it?", "\"Hypertext Transfer Protocol\", \"HTTP\""), [""; 0]);
        assert_eq!(told("Which city is it?", "\"New York City\""), [""; 0]);
    }
}

//! The labelled questions, and what the check finds in them: the project's own, and those of strangers.

use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use torus::bank::{Answer, AnyPicture, Bank, Diagnostic, LetterFinder, Question, Quietly, Severity, check_with};

/// A question or a bank with the codes that it should be told of, and those that it is.
#[derive(Debug)]
pub struct Labelled {
    pub name: String,
    pub expected: BTreeSet<String>,
    pub found: BTreeSet<String>,
}

/// A question as the files write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    prompt: Box<str>,
    answer: Answer,
    #[serde(default = "an_explanation")]
    explanation: Box<str>,
    #[serde(default)]
    expect: BTreeSet<String>,
}

/// A bank as the files write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lot {
    #[serde(default)]
    keys: Vec<usize>,
    #[serde(default)]
    trues: usize,
    #[serde(default)]
    falses: usize,
    #[serde(default)]
    expect: BTreeSet<String>,
}

fn an_explanation() -> Box<str> {
    "It stands in the book.".into()
}

/// What is told of a bank as a whole.
const OF_BANKS: &[&str] = &["key-position", "true-share"];

/// Every labelled question, then every labelled bank.
pub fn labelled() -> Vec<Labelled> {
    let subjects = ["biology", "crafts", "geography", "heldout", "history", "language", "mathematics", "science"];
    subjects.into_iter().flat_map(cases).chain(lots()).collect()
}

fn cases(subject: &str) -> Vec<Labelled> {
    let cases: Vec<Case> = from_file(subject);
    let questions: Vec<Question> = cases.iter().enumerate().map(|(index, case)| question(index, case)).collect();
    let problems = problems(questions);
    let found = |index: usize| {
        let own = problems.iter().filter(|problem| problem.question.as_deref() == Some(&index.to_string()));
        own.map(|problem| problem.problem.code().to_owned()).collect()
    };
    let labelled = |(index, case): (usize, &Case)| Labelled {
        name: format!("{subject}: {}", case.prompt),
        expected: case.expect.clone(),
        found: found(index),
    };
    cases.iter().enumerate().map(labelled).collect()
}

/// Every question by writers who had not seen the check: each in a bank of its own, where it may have errors too.
/// Every picture counts as there.
pub fn strangers() -> Vec<Labelled> {
    ["strangers_a", "strangers_b"].into_iter().flat_map(alone).collect()
}

fn alone(subject: &str) -> Vec<Labelled> {
    let labelled = |case: Case| {
        let problems = told(vec![question(0, &case)]);
        Labelled {
            name: format!("{subject}: {}", case.prompt),
            expected: case.expect,
            found: problems.iter().map(|problem| problem.problem.code().to_owned()).collect(),
        }
    };
    from_file(subject).into_iter().map(labelled).collect()
}

fn lots() -> Vec<Labelled> {
    let lots: Vec<Lot> = from_file("lots");
    let labelled = |lot: &Lot| {
        let years = lot.keys.iter().enumerate().map(|(index, key)| year_question(index, *key));
        let said = std::iter::repeat_n(true, lot.trues).chain(std::iter::repeat_n(false, lot.falses));
        let statements = said.enumerate().map(|(index, is_true)| {
            let prompt = format!("Fact {index} is so.");
            plain(format!("s{index}"), &prompt, Answer::TrueFalse(is_true))
        });
        let problems = problems(years.chain(statements).collect());
        let codes = problems.iter().map(|problem| problem.problem.code().to_owned());
        Labelled {
            name: format!("lots: {:?}, {} true, {} false", lot.keys, lot.trues, lot.falses),
            expected: lot.expect.clone(),
            found: codes.filter(|code| OF_BANKS.contains(&code.as_str())).collect(),
        }
    };
    lots.iter().map(labelled).collect()
}

/// Four years in ascending order, of which the one at `key` (from 1) is right.
fn year_question(index: usize, key: usize) -> Question {
    let mut years: Vec<Box<str>> = (0..4).map(|step| (1800 + index + 20 * step).to_string().into()).collect();
    let correct = years.remove(key - 1);
    plain(
        format!("y{index}"),
        &format!("When was event {index}?"),
        Answer::Choice { correct, distractors: years.into() },
    )
}

fn question(index: usize, case: &Case) -> Question {
    Question { explanation: case.explanation.clone(), ..plain(index.to_string(), &case.prompt, case.answer.clone()) }
}

fn plain(id: String, prompt: &str, answer: Answer) -> Question {
    let text = "(id: \"x\", prompt: \"x\", answer: TrueFalse(true))";
    let empty: Question = ron::from_str(text).unwrap();
    Question { id: id.into(), prompt: prompt.into(), answer, explanation: an_explanation(), ..empty }
}

/// Fonts that have every letter but those that mean something in one font alone: the same on every computer.
struct NoPrivateLetters;

impl LetterFinder for NoPrivateLetters {
    fn can_show(&self, letter: char) -> bool {
        !matches!(letter, '\u{e000}'..='\u{f8ff}')
    }
}

fn told(questions: Vec<Question>) -> Vec<Diagnostic> {
    let bank =
        Bank { format: 1, id: "b".into(), title: "B".into(), language: "en".into(), questions, ..Bank::default() };
    check_with(&ron::to_string(&bank).unwrap(), &Quietly, &AnyPicture, &NoPrivateLetters)
}

fn problems(questions: Vec<Question>) -> Vec<Diagnostic> {
    let problems = told(questions);
    assert!(problems.iter().all(|problem| problem.problem.severity() == Severity::Warning), "{problems:?}");
    problems
}

fn from_file<T: for<'de> Deserialize<'de>>(name: &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flaws").join(format!("{name}.ron"));
    ron::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

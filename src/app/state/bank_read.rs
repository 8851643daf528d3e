//! What came of reading a bank, with its problems in the words that its card shows.

use crate::bank::{Bank, Diagnostic, Reading};
use crate::syntax::{LineIndex, Place};
use std::collections::HashSet;

/// The most problems that a card names.
const MOST_MESSAGES: usize = 20;

/// What came of reading a bank, with its problems in words: whoever shows them has no text to find their places in.
#[derive(Debug)]
pub struct BankRead {
    /// The bank with every question that can be asked, or why there is none.
    pub bank: Result<Bank, String>,
    /// What else is wrong.
    pub problems: Problems,
}

impl BankRead {
    /// What came of reading `text`.
    pub fn new(text: &str, reading: Reading) -> Self {
        match reading {
            // A sound bank is not looked through for its lines.
            Reading { bank: Ok(bank), problems } if problems.is_empty() => {
                Self { bank: Ok(bank), problems: Problems::default() }
            }
            Reading { bank, problems } => {
                let lines = LineIndex::new(text);
                let problems = Problems::of(&problems, &lines);
                Self { bank: bank.map_err(|problem| problem.line(&lines)), problems }
            }
        }
    }
}

/// What is wrong with a bank, as its card tells it.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// How many there are.
    pub count: usize,
    /// The first of them, each with its place: a damaged bank can have a hundred thousand.
    pub first: Vec<FoundProblem>,
    /// How many questions were left out for them.
    pub left_out: usize,
}

/// A problem in words, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundProblem {
    /// Where it begins.
    pub place: Place,
    /// Id of the question it is about, where it is about one.
    pub question: Option<Box<str>>,
    /// What is wrong.
    pub words: String,
    /// All of that in one line.
    pub line: String,
}

impl FoundProblem {
    fn of(problem: &Diagnostic, lines: &LineIndex<&str>) -> Self {
        Self {
            place: lines.place(problem.span.start),
            question: problem.question.clone(),
            words: problem.problem.to_string(),
            line: problem.line(lines),
        }
    }
}

impl Problems {
    /// Counts them, and keeps the words of the first.
    fn of(problems: &[Diagnostic], lines: &LineIndex<&str>) -> Self {
        let questions: HashSet<&str> = problems.iter().filter_map(|problem| problem.question.as_deref()).collect();
        let first = problems.iter().take(MOST_MESSAGES).map(|problem| FoundProblem::of(problem, lines)).collect();
        Self { count: problems.len(), first, left_out: questions.len() }
    }

    /// The lines of the card.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.first.iter().map(|problem| problem.line.clone()).collect();
        if self.count > lines.len() {
            lines.push(format!("and {} more", self.count - lines.len()));
        }
        lines
    }
}

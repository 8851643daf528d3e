//! What came of reading a bank, with its problems in the words that its card shows.

use crate::bank::{Bank, Diagnostic, Reading};
use crate::syntax::LineIndex;

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
    pub first: Vec<String>,
}

impl Problems {
    /// Counts them, and keeps the words of the first.
    fn of(problems: &[Diagnostic], lines: &LineIndex<&str>) -> Self {
        let first = problems.iter().take(MOST_MESSAGES).map(|problem| problem.line(lines)).collect();
        Self { count: problems.len(), first }
    }

    /// The lines of the card.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.first.clone();
        if self.count > lines.len() {
            lines.push(format!("and {} more", self.count - lines.len()));
        }
        lines
    }
}

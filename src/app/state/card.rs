//! The cards of the library: a bank that can be played, or a file that cannot.

use crate::app::state::plans::QuizLine;
use std::sync::Arc;

/// A card of the library.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// A bank that can be played.
    Bank(BankCard),
    /// A file that cannot.
    Faulty(FaultyCard),
}

impl Card {
    /// The bank, where it can be played.
    pub fn as_bank(&self) -> Option<&BankCard> {
        match self {
            Self::Bank(bank) => Some(bank),
            Self::Faulty(_) => None,
        }
    }

    /// The file, where it cannot be played.
    pub fn as_faulty(&self) -> Option<&FaultyCard> {
        match self {
            Self::Bank(_) => None,
            Self::Faulty(faulty) => Some(faulty),
        }
    }
}

/// A bank that can be played.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BankCard {
    /// Names the card among all cards.
    pub key: String,
    /// Id of the bank.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One line about it.
    pub about: String,
    /// Number of questions and last result, in words.
    pub facts: String,
    /// Share of the questions last answered right, 0 to 1.
    pub mastery: f32,
    /// How many questions can be asked.
    pub question_count: usize,
    /// How many things keep questions of it from being asked.
    pub problem_count: usize,
    /// Its ready-made quizzes.
    pub quizzes: Arc<[QuizLine]>,
    /// The file it was read from; `None` where it came with the program.
    pub path: Option<String>,
    /// Whether the file was added by hand and can be taken out again.
    pub is_removable: bool,
}

/// A file that cannot be played.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FaultyCard {
    /// Name of the file.
    pub name: String,
    /// Its path.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
    /// How many things are wrong with it, where they are more than the message tells.
    pub problem_count: usize,
    /// Whether the file is not there any more.
    pub is_gone: bool,
    /// Whether the file was added by hand and can be taken out again.
    pub is_removable: bool,
}

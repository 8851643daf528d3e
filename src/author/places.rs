//! The questions of a text with their places, and the keys by which they are known while it is open. Looks for none.

use crate::bank::{Bank, Question};
use std::collections::HashMap;
use std::ops::Range;

/// Names a question while its document is open, whatever its id or place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuestionKey(u64);

/// A question where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its name.
    pub key: QuestionKey,
    /// From its name or bracket to its last bracket, comments around it left out.
    pub span: Range<usize>,
    /// Its id; empty where none can be read.
    pub id: Box<str>,
    /// What it says; `None` where it cannot be read, so that it is locked alone.
    pub question: Option<Question>,
}

/// All questions of a text, and the head.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The bank without its questions.
    pub head: Option<Bank>,
    /// The whole bank.
    pub bank: Range<usize>,
    /// What is between the brackets of the list of questions.
    pub list: Option<Range<usize>>,
    /// In the order of the text.
    pub questions: Vec<Placed>,
    /// Whether between the questions there are but commas and comments, so that edits can be followed from one to the next.
    pub is_sound: bool,
    index_by_key: HashMap<QuestionKey, usize>,
    next_key: u64,
}

/// Which questions went and which came, each in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Traffic {
    /// Those that are not there any more.
    pub went: Vec<QuestionKey>,
    /// Those that were not there before.
    pub came: Vec<QuestionKey>,
}

impl Traffic {
    /// Whether all questions are still there, and no other.
    pub fn is_none(&self) -> bool {
        self.went.is_empty() && self.came.is_empty()
    }
}

impl Places {
    /// The index of a question.
    pub fn index(&self, key: QuestionKey) -> Option<usize> {
        self.index_by_key.get(&key).copied()
    }

    /// A name that no question had.
    pub fn fresh_key(&mut self) -> QuestionKey {
        self.next_key += 1;
        QuestionKey(self.next_key)
    }

    /// Notes where each question is now.
    pub fn note_indices(&mut self) {
        self.index_by_key = self.questions.iter().enumerate().map(|(index, placed)| (placed.key, index)).collect();
    }
}

//! The questions of a text with their places, and the keys by which they are known while it is open. Changes no text.

use crate::bank::read::sections::{Sections, sections};
use crate::bank::{Bank, Question, QuestionPlace};
use crate::syntax::edit::Edits;
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
    index_by_key: HashMap<QuestionKey, usize>,
    next_key: u64,
}

impl Places {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut places = Self::default();
        places.scan(text, |_, _| None);
        places
    }

    /// The index of a question.
    pub fn index(&self, key: QuestionKey) -> Option<usize> {
        self.index_by_key.get(&key).copied()
    }

    /// A name that no question had.
    pub fn fresh_key(&mut self) -> QuestionKey {
        self.next_key += 1;
        QuestionKey(self.next_key)
    }

    /// Looks at the text anew after `edits`. Questions that no edit touches keep their keys; the others get those of `came`,
    /// in the order of the text, and else the key of a question of their id that is gone.
    pub fn follow(&mut self, text: &str, edits: &Edits, came: &[QuestionKey]) {
        let old = std::mem::take(&mut self.questions);
        let is_touched =
            |span: &Range<usize>| edits.iter().any(|edit| edit.span.start < span.end && edit.span.end > span.start);
        let mut kept: HashMap<Range<usize>, QuestionKey> = HashMap::new();
        let mut gone: HashMap<Box<str>, QuestionKey> = HashMap::new();
        for placed in old {
            if is_touched(&placed.span) {
                gone.insert(placed.id, placed.key);
            } else {
                let start = edits.map(placed.span.start);
                kept.insert(start..start + placed.span.len(), placed.key);
            }
        }
        let mut came =
            came.iter().copied().filter(|key| !kept.values().any(|other| other == key)).collect::<Vec<_>>().into_iter();
        self.scan(text, |span, id| kept.remove(span).or_else(|| came.next()).or_else(|| gone.remove(id)));
    }

    fn scan(&mut self, text: &str, mut key_of: impl FnMut(&Range<usize>, &str) -> Option<QuestionKey>) {
        let Sections { head, bank, list, questions } = sections(text);
        (self.head, self.bank, self.list) = (head, bank, list);
        let mut placed = Vec::with_capacity(questions.len());
        for QuestionPlace { span, id, question } in questions {
            let key = key_of(&span, &id).unwrap_or_else(|| self.fresh_key());
            placed.push(Placed { key, span, id, question });
        }
        self.questions = placed;
        self.index_by_key = self.questions.iter().enumerate().map(|(index, placed)| (placed.key, index)).collect();
    }
}

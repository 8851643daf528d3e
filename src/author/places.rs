//! The questions of a text with their places, and the keys by which they are known while it is open. Changes no text.
//!
//! After an edit only what it touches is read again; the others shift.

use crate::author::near;
use crate::bank::read::sections::{Sections, sections};
use crate::bank::{Bank, Question, QuestionPlace};
use crate::syntax::edit::Edits;
use std::collections::{HashMap, HashSet, VecDeque};
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

    /// Looks at what `edits` touched in the text that they have made. Questions that are new there get the keys of `came`, in
    /// the order of the text.
    pub fn follow(&mut self, text: &str, edits: &Edits, came: &[QuestionKey]) -> Traffic {
        match near::follow(self, text, edits, came) {
            Some(traffic) => traffic,
            None => self.follow_far(text, edits, came),
        }
    }

    /// Looks at the whole text anew.
    fn follow_far(&mut self, text: &str, edits: &Edits, came: &[QuestionKey]) -> Traffic {
        let old = std::mem::take(&mut self.questions);
        let before: Vec<QuestionKey> = old.iter().map(|placed| placed.key).collect();
        let is_touched =
            |span: &Range<usize>| edits.iter().any(|edit| edit.span.start < span.end && edit.span.end > span.start);
        let mut kept: HashMap<Range<usize>, QuestionKey> = HashMap::new();
        let mut touched: HashMap<Box<str>, VecDeque<QuestionKey>> = HashMap::new();
        for placed in old {
            if is_touched(&placed.span) {
                touched.entry(placed.id).or_default().push_back(placed.key);
            } else {
                let start = edits.map(placed.span.start);
                kept.insert(start..start + placed.span.len(), placed.key);
            }
        }
        let still: HashSet<QuestionKey> = kept.values().copied().collect();
        let mut came = came.iter().copied().filter(|key| !still.contains(key));
        let mut used: HashSet<QuestionKey> = HashSet::new();
        self.scan(text, |span, id| {
            let own = kept.remove(span).or_else(|| touched.get_mut(id).and_then(VecDeque::pop_front));
            let key = own.filter(|key| used.insert(*key));
            key.or_else(|| came.by_ref().find(|key| used.insert(*key)))
        });
        let had: HashSet<QuestionKey> = before.iter().copied().collect();
        let after = self.questions.iter().map(|placed| placed.key);
        Traffic {
            came: after.filter(|key| !had.contains(key)).collect(),
            went: before.into_iter().filter(|key| self.index(*key).is_none()).collect(),
        }
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
        self.is_sound = near::is_sound(text, self);
        self.note_indices();
    }

    /// Notes where each question is now.
    pub fn note_indices(&mut self) {
        self.index_by_key = self.questions.iter().enumerate().map(|(index, placed)| (placed.key, index)).collect();
    }
}

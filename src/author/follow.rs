//! Finds the questions of a text, and follows them through edits: only what an edit touches is read again, the others shift.
//! Changes no text.

use crate::author::near;
use crate::author::places::{Placed, Places, QuestionKey, Traffic};
use crate::bank::QuestionPlace;
use crate::bank::read::sections::{Sections, sections};
use crate::syntax::edit::Edits;
use std::collections::{HashMap, HashSet, VecDeque};
use std::ops::Range;

impl Places {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut places = Self::default();
        places.scan(text, |_, _| None);
        places
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
}

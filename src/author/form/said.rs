//! Feedback by answer: handed to the rows that it speaks to, and gathered again in the order of the bank. Marks nothing.

use crate::author::form::fault::{Fault, FieldFault, FieldName};
use crate::author::form::row::{Row, SaidAt};
use crate::bank::Entries;
use crate::bank::wording::alike::folded;
use std::collections::HashSet;

/// Feedback to an answer that no row has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherSaid {
    /// The answer as it is typed or written down.
    pub answer: String,
    /// What is said to it.
    pub said: String,
    /// Where the bank has it.
    place: Option<usize>,
    was_blank: bool,
}

impl OtherSaid {
    fn is_empty(&self) -> bool {
        !self.was_blank && self.answer.trim().is_empty() && self.said.trim().is_empty()
    }
}

/// Feedback that is being handed out.
pub(super) struct HandedOut<'q> {
    open: Vec<(usize, &'q str, &'q str)>,
}

impl<'q> HandedOut<'q> {
    pub fn new(feedback: &'q Entries<Box<str>>) -> Self {
        let numbered = feedback.iter().enumerate();
        Self { open: numbered.map(|(place, (key, said))| (place, key, &**said)).collect() }
    }

    /// Gives each row the feedback that speaks to it: by the very text first, else by a text that counts as the same.
    pub fn give_rows<'r>(&mut self, rows: impl IntoIterator<Item = &'r mut Row>) {
        let mut silent: Vec<&mut Row> = rows.into_iter().collect();
        silent.retain_mut(|row| !self.give_row(row, |key, text| *key == *text));
        silent.retain_mut(|row| !self.give_row(row, |key, text| folded(key) == folded(text)));
    }

    fn give_row(&mut self, row: &mut Row, is_meant: impl Fn(&str, &str) -> bool) -> bool {
        let Some(index) = self.open.iter().position(|(_, key, _)| is_meant(key, &row.text)) else { return false };
        let (place, key, said) = self.open.remove(index);
        let was_blank = said.trim().is_empty();
        row.feedback = said.to_owned();
        row.kept.said = Some(SaidAt { place, key: key.into(), row_text: row.text.as_str().into(), was_blank });
        true
    }

    /// What speaks to no row.
    pub fn rest(self) -> Vec<OtherSaid> {
        let other = |(place, key, said): (usize, &str, &str)| OtherSaid {
            answer: key.to_owned(),
            said: said.to_owned(),
            place: Some(place),
            was_blank: key.trim().is_empty() && said.trim().is_empty(),
        };
        self.open.into_iter().map(other).collect()
    }
}

/// Feedback that is being gathered.
#[derive(Default)]
pub(super) struct Gathered {
    found: Vec<(usize, Box<str>, Box<str>, FieldName)>,
}

impl Gathered {
    /// Takes what is said to the row.
    pub fn row(&mut self, row: &Row, field: FieldName) {
        let was = row.kept.said.as_ref();
        let is_silent = row.feedback.trim().is_empty() && !was.is_some_and(|was| was.was_blank);
        if is_silent || row.is_empty() {
            return;
        }
        let place = was.map_or(usize::MAX, |was| was.place);
        let key = row.said_key();
        self.found.push((place, key.into(), row.feedback.as_str().into(), field));
    }

    /// Takes what is said to answers that no row has.
    pub fn others(&mut self, others: &[OtherSaid]) {
        for (index, other) in others.iter().enumerate().filter(|(_, other)| !other.is_empty()) {
            let place = other.place.unwrap_or(usize::MAX);
            let (answer, said) = (other.answer.as_str().into(), other.said.as_str().into());
            self.found.push((place, answer, said, FieldName::OtherAnswer(index)));
        }
    }

    /// All of it in the order of the bank, what is new behind; an answer that is spoken to twice is a fault.
    pub fn entries(mut self, faults: &mut Vec<FieldFault>) -> Entries<Box<str>> {
        self.found.sort_by_key(|(place, ..)| *place);
        let mut known = HashSet::new();
        let mut entries = Vec::new();
        for (_, key, said, field) in self.found {
            if known.insert(key.clone()) {
                entries.push((key, said));
            } else {
                faults.push(FieldFault { field, fault: Fault::SaidTwice(key) });
            }
        }
        Entries(entries.into())
    }
}

//! Options to choose from: for a `Choice`, of which one is right, and for `Choices`. Knows no other kind.

use crate::author::form::fault::{FieldName, RowList};
use crate::author::form::row::{Row, are_untouched, empty_rows, rows, texts};
use crate::author::form::said::{Gathered, HandedOut};
use crate::bank::Answer;

/// Right and wrong options. A choice takes the first right one; the others wait until it is `Choices` again.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionsForm {
    /// The right ones.
    pub rights: Vec<Row>,
    /// The wrong ones.
    pub wrongs: Vec<Row>,
}

/// So many fields for wrong options stand there to begin with: two or three do the work.
const FIRST_WRONGS: usize = 3;

impl Default for OptionsForm {
    fn default() -> Self {
        Self { rights: empty_rows(1), wrongs: empty_rows(FIRST_WRONGS) }
    }
}

impl OptionsForm {
    pub(in crate::author::form) fn of_choice(
        correct: &str,
        distractors: &[Box<str>],
        said: &mut HandedOut<'_>,
    ) -> Self {
        Self::with_said(vec![Row::of(correct)], rows(distractors), said)
    }

    pub(in crate::author::form) fn of_choices(
        correct: &[Box<str>],
        distractors: &[Box<str>],
        said: &mut HandedOut<'_>,
    ) -> Self {
        Self::with_said(rows(correct), rows(distractors), said)
    }

    fn with_said(rights: Vec<Row>, wrongs: Vec<Row>, said: &mut HandedOut<'_>) -> Self {
        let mut form = Self { rights, wrongs };
        said.give_rows(form.rights.iter_mut().chain(&mut form.wrongs));
        form
    }

    pub(in crate::author::form) fn choice(&self, said: &mut Gathered) -> Answer {
        self.gather(1, said);
        let correct = self.rights.first().map_or("", |row| &row.text).into();
        Answer::Choice { correct, distractors: texts(&self.wrongs) }
    }

    pub(in crate::author::form) fn choices(&self, said: &mut Gathered) -> Answer {
        self.gather(self.rights.len(), said);
        Answer::Choices { correct: texts(&self.rights), distractors: texts(&self.wrongs) }
    }

    fn gather(&self, rights: usize, said: &mut Gathered) {
        for (list, rows) in
            [(RowList::Right, &self.rights[..rights.min(self.rights.len())]), (RowList::Wrong, &self.wrongs)]
        {
            rows.iter().enumerate().for_each(|(index, row)| said.row(row, FieldName::Said(list, index)));
        }
    }

    /// Right options that a choice has no place for.
    pub fn waiting(&self) -> impl Iterator<Item = &str> {
        self.rights.iter().skip(1).filter(|row| !row.is_empty()).map(|row| row.text.as_str())
    }

    pub(in crate::author::form) fn is_untouched(&self) -> bool {
        are_untouched(&self.rights) && are_untouched(&self.wrongs)
    }

    /// A choice needs a field for its right option.
    pub(in crate::author::form) fn make_room(&mut self) {
        if self.rights.is_empty() {
            self.rights.push(Row::default());
        }
    }

    /// Makes a right option wrong, or a wrong one right; it goes to the end of the other list.
    pub fn turn(&mut self, list: RowList, index: usize) {
        let (from, to) = match list {
            RowList::Right => (&mut self.rights, &mut self.wrongs),
            _ => (&mut self.wrongs, &mut self.rights),
        };
        if index < from.len() {
            let row = from.remove(index);
            let end = to.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
            to.insert(end, row);
        }
    }
}

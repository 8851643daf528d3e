//! A statement that is true or false. Knows no other kind.

use crate::author::form::fault::{FieldName, RowList};
use crate::author::form::row::Row;
use crate::author::form::said::{Gathered, HandedOut};
use crate::bank::Answer;

/// Whether it is true, and what is said to either answer.
#[derive(Clone, Debug, PartialEq)]
pub struct TruthForm {
    /// Whether it is true.
    pub is_true: bool,
    /// True, then false: only their feedback is shown.
    pub sides: Vec<Row>,
}

impl Default for TruthForm {
    fn default() -> Self {
        Self { is_true: true, sides: ["true", "false"].map(Row::typed).into() }
    }
}

impl TruthForm {
    pub(in crate::author::form) fn of(is_true: bool, said: &mut HandedOut<'_>) -> Self {
        let mut form = Self { is_true, ..Self::default() };
        said.give_rows(&mut form.sides);
        form
    }

    pub(in crate::author::form) fn answer(&self, said: &mut Gathered) -> Answer {
        self.sides.iter().enumerate().for_each(|(index, row)| said.row(row, FieldName::Said(RowList::Truth, index)));
        Answer::TrueFalse(self.is_true)
    }
}

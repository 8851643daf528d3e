//! A question as it stands on a paper: with its options in order and its values drawn.

use crate::bank::values::drawn;
use crate::bank::{Answer, Kind, Question};
use std::ops::Range;

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperItem {
    /// Id of the bank it comes from.
    pub bank_id: String,
    /// The question as it is asked, whole, so that a sitting never depends on the bank again. Where values were drawn,
    /// each variable has its value alone, and the texts show it: see [`drawn::pinned`].
    pub question: Question,
    /// The options in the order shown: a permutation of the indices of [`Question::options`]. The lists of a cloze
    /// keep to themselves: first the options of the first list, then those of the second, and on.
    pub option_order: Vec<usize>,
    /// What was drawn for a calculated question; `None` for the other kinds.
    pub drawn: Option<Box<Drawn>>,
}

/// What was drawn for a calculated question.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The question as the bank has it.
    pub template: Question,
    /// The value of each variable, in the order of the file.
    pub values: Vec<f64>,
}

impl PaperItem {
    /// A question with its options in this order, and without drawn values.
    pub fn new(bank_id: impl Into<String>, question: Question, option_order: Vec<usize>) -> Self {
        Self { bank_id: bank_id.into(), question, option_order, drawn: None }
    }

    /// The same with these values drawn, one for each variable in the order of the file; unchanged for a question of
    /// another kind and no values.
    ///
    /// # Errors
    /// The item as it was, where the values do not fit its question.
    pub fn with_values(self, values: Vec<f64>) -> Result<Self, Box<Self>> {
        match drawn::pinned(&self.question, &values) {
            Some(question) => {
                let drawn = Some(Box::new(Drawn { template: self.question, values }));
                Ok(Self { question, drawn, ..self })
            }
            None if values.is_empty() && self.question.kind() != Kind::Calculated => Ok(self),
            None => Err(Box::new(self)),
        }
    }

    /// The options in the order shown.
    pub fn shown_options(&self) -> Vec<&str> {
        let options = self.question.options();
        self.option_order.iter().filter_map(|&index| options.get(index).copied()).collect()
    }

    /// For a cloze the options of each gap's list in the order shown, none where the gap is typed; empty for the other
    /// kinds.
    pub fn shown_lists(&self) -> Vec<Vec<&str>> {
        let Answer::Cloze { text } = &self.question.answer else { return Vec::new() };
        let options: Vec<&str> = text.list_options().collect();
        let list = |range: Range<usize>| {
            let shown = self.option_order.iter().filter(|index| range.contains(index));
            shown.filter_map(|&index| options.get(index).copied()).collect()
        };
        text.list_ranges().map(list).collect()
    }

    /// The question as the bank has it, whatever was drawn.
    pub fn original(&self) -> &Question {
        self.drawn.as_ref().map_or(&self.question, |drawn| &drawn.template)
    }
}

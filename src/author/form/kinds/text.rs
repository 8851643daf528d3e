//! A word or a phrase to type. Knows no other kind.

use crate::author::form::fault::{FieldFault, FieldName, RowList};
use crate::author::form::kinds::number::noted;
use crate::author::form::row::{Row, are_untouched, empty_rows, rows, texts};
use crate::author::form::said::{Gathered, HandedOut};
use crate::author::form::typed::read_count;
use crate::bank::{Answer, Punctuation};

/// What is accepted, what never is, and what counts.
#[derive(Clone, Debug, PartialEq)]
pub struct TextForm {
    /// Every form that is right; the first is the one shown.
    pub accept: Vec<Row>,
    /// Forms that are never right, with their feedback.
    pub reject: Vec<Row>,
    /// How many slips are forgiven; nothing for none.
    pub typos: String,
    /// Whether capitals count.
    pub match_case: bool,
    /// Whether accents count.
    pub match_accents: bool,
    /// Whether final punctuation counts.
    pub punctuation: Punctuation,
    /// Answers of other questions, which are found when a bank is read and never written.
    others: Box<[Box<str>]>,
}

impl Default for TextForm {
    fn default() -> Self {
        Self {
            accept: empty_rows(1),
            reject: Vec::new(),
            typos: String::new(),
            match_case: false,
            match_accents: false,
            punctuation: Punctuation::Auto,
            others: Box::default(),
        }
    }
}

impl TextForm {
    /// `None` for an answer of another kind.
    pub(in crate::author::form) fn of(answer: &Answer, said: &mut HandedOut<'_>) -> Option<Self> {
        let Answer::Text { accept, typos, match_case, match_accents, reject, punctuation, others } = answer else {
            return None;
        };
        let mut reject = rows(reject);
        said.give_rows(&mut reject);
        Some(Self {
            accept: rows(accept),
            reject,
            typos: if *typos == 0 { String::new() } else { typos.to_string() },
            match_case: *match_case,
            match_accents: *match_accents,
            punctuation: *punctuation,
            others: others.clone(),
        })
    }

    pub(in crate::author::form) fn answer(&self, said: &mut Gathered, faults: &mut Vec<FieldFault>) -> Answer {
        self.reject.iter().enumerate().for_each(|(index, row)| said.row(row, FieldName::Said(RowList::Reject, index)));
        Answer::Text {
            accept: texts(&self.accept),
            typos: noted(read_count(&self.typos), FieldName::Typos, faults),
            match_case: self.match_case,
            match_accents: self.match_accents,
            reject: texts(&self.reject),
            punctuation: self.punctuation,
            others: self.others.clone(),
        }
    }

    pub(in crate::author::form) fn is_untouched(&self) -> bool {
        are_untouched(&self.accept)
    }
}

//! From one kind to another: what the old one calls right is put into the new one's fields where nobody has typed there.

use crate::author::form::answer::AnswerForm;
use crate::author::form::row::Row;
use crate::author::form::typed::{number_text, read_number};
use crate::bank::Kind;
use crate::bank::values::quantity::quantity;

impl AnswerForm {
    /// Fills the part of the new kind, where it is still empty, from that of the old one, which stays as it is.
    pub(super) fn turn(&mut self, old: Kind, new: Kind) {
        let right = self.right_words(old);
        match new {
            Kind::Choice | Kind::Choices => {
                if self.options.is_untouched() && !right.is_empty() {
                    self.options.rights = right.iter().map(|text| Row::typed(text)).collect();
                    if old == Kind::Text && !self.text.reject.is_empty() {
                        self.options.wrongs = self.text.reject.iter().map(|row| Row::typed(&row.text)).collect();
                    }
                }
                self.options.make_room();
            }
            Kind::Text if self.text.is_untouched() && !right.is_empty() => {
                self.text.accept = right.iter().map(|text| Row::typed(text)).collect();
            }
            Kind::Recall if self.recall.trim().is_empty() && !right.is_empty() => self.recall = right.join("\n"),
            Kind::Number if self.number.value.trim().is_empty() => self.number_from(&right),
            Kind::Text
            | Kind::Recall
            | Kind::Number
            | Kind::TrueFalse
            | Kind::Order
            | Kind::Match
            | Kind::Cloze
            | Kind::Categorise
            | Kind::Hotspot
            | Kind::Calculated => {}
        }
    }

    fn number_from(&mut self, right: &[String]) {
        let [only] = right else { return };
        if read_number(only).is_ok() {
            self.number.value.clone_from(only);
        } else if let Some(read) = quantity(only) {
            self.number.value = number_text(read.value);
            if self.unit.unit.trim().is_empty() {
                self.unit.unit = read.unit.into();
            }
        }
    }

    /// What a kind that has words for it calls right.
    fn right_words(&self, kind: Kind) -> Vec<String> {
        let of_rows = |rows: &[Row]| rows.iter().map(|row| row.text.clone()).collect();
        let words: Vec<String> = match kind {
            Kind::Choice => of_rows(&self.options.rights[..self.options.rights.len().min(1)]),
            Kind::Choices => of_rows(&self.options.rights),
            Kind::Text => of_rows(&self.text.accept),
            Kind::Number => vec![format!("{} {}", self.number.value, self.unit.unit).trim().to_owned()],
            Kind::Recall => vec![self.recall.clone()],
            Kind::TrueFalse
            | Kind::Order
            | Kind::Match
            | Kind::Cloze
            | Kind::Categorise
            | Kind::Hotspot
            | Kind::Calculated => Vec::new(),
        };
        words.into_iter().filter(|word| !word.trim().is_empty()).collect()
    }
}

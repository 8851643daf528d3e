//! The fields of a question.

use crate::app::state::author::Author;
use crate::app::widgets::field;
use crate::author::form::{FieldFault, Form, RowList};
use egui::Ui;

/// What the form is shown with.
pub(super) struct FormContext<'a> {
    pub author: &'a Author,
    pub faults: &'a [FieldFault],
    pub takes_focus: bool,
}

/// What is wanted beside what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormWish {
    NextQuestion,
}

/// What has become of the fields.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FormNews {
    pub is_changed: bool,
    pub is_left: bool,
    pub wish: Option<FormWish>,
}

/// Shows the fields.
pub(super) fn show(ui: &mut Ui, form: &mut Form, context: &FormContext<'_>) -> FormNews {
    let mut news = FormNews::default();
    let _ = (context.author, context.faults);
    let prompt = field::show(ui, "Prompt", &mut form.prompt, "");
    if context.takes_focus {
        prompt.request_focus();
    }
    news.is_changed |= prompt.changed();
    news.is_left |= prompt.lost_focus();
    for (list, label) in [(RowList::Right, "Right answer"), (RowList::Wrong, "Wrong answer")] {
        for (place, row) in form.rows_mut(list).into_iter().flatten().enumerate() {
            let label = if list == RowList::Wrong { format!("{label} {}", place + 1) } else { label.to_owned() };
            let response = field::show(ui, &label, &mut row.text, "");
            news.is_changed |= response.changed();
            news.is_left |= response.lost_focus();
        }
    }
    let response = field::show(ui, "Explanation", &mut form.explanation, "");
    news.is_changed |= response.changed();
    news.is_left |= response.lost_focus();
    news
}

//! A field to try an answer in, which says at once how it would be marked: for kinds of which something is typed.

use super::edit::{self, Look};
use super::kinds::draws;
use super::pen::Pen;
use super::words;
use crate::app::widgets::{heard, text};
use crate::bank::values::drawn::pinned;
use crate::bank::values::quantity::written;
use crate::bank::{Answer, Question};
use crate::sitting::{Response, grade};
use egui::{Id, Ui};

pub(super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let Ok(question) = pen.form.question() else { return };
    match &question.answer {
        Answer::Number { .. } => one(ui, pen, &question, Response::Number),
        Answer::Text { accept, .. } if !accept.is_empty() => one(ui, pen, &question, Response::Text),
        Answer::Calculated { .. } => calculated(ui, pen, &question),
        Answer::Cloze { text } if text.fault().is_none() => gaps(ui, pen, &question, text.gaps().count()),
        Answer::Text { .. }
        | Answer::Cloze { .. }
        | Answer::Choice { .. }
        | Answer::Choices { .. }
        | Answer::TrueFalse(_)
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Recall { .. } => {}
    }
}

fn one(ui: &mut Ui, pen: &mut Pen<'_>, question: &Question, response: impl Fn(String) -> Response) {
    field(ui, pen, 0, "Try an answer");
    let typed = pen.state.tried_mut(0).clone();
    if !typed.trim().is_empty() {
        tell(ui, question, &response(typed));
    }
}

/// With the first values that give a number.
fn calculated(ui: &mut Ui, pen: &mut Pen<'_>, question: &Question) {
    let samples = draws::samples(&question.answer, pen.state.draws_seed);
    let Some(sample) = samples.iter().find(|sample| sample.result.is_ok()) else { return };
    let values: Vec<f64> = sample.values.iter().map(|(_, value)| *value).collect();
    let Some(asked) = pinned(question, &values) else { return };
    let shown: Vec<String> =
        sample.values.iter().map(|(name, value)| format!("{name} = {}", written(*value, ""))).collect();
    let label =
        if shown.is_empty() { "Try an answer".to_owned() } else { format!("Try an answer with {}", shown.join(", ")) };
    field(ui, pen, 0, &label);
    let typed = pen.state.tried_mut(0).clone();
    if !typed.trim().is_empty() {
        tell(ui, &asked, &Response::Calculated(typed));
    }
}

fn gaps(ui: &mut Ui, pen: &mut Pen<'_>, question: &Question, count: usize) {
    for index in 0..count {
        field(ui, pen, index, &format!("Try an answer in gap {}", index + 1));
    }
    let typed: Vec<String> = (0..count).map(|index| pen.state.tried_mut(index).clone()).collect();
    if typed.iter().any(|typed| !typed.trim().is_empty()) {
        tell(ui, question, &Response::Cloze(typed));
    }
}

fn field(ui: &mut Ui, pen: &mut Pen<'_>, index: usize, label: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heard::leave_out(&text::small(ui, label));
        let id = Id::unique("answer that is tried").with(index);
        let width = ui.available_width();
        let look = Look { id, name: label, example: "", lines: 1, width, is_faulty: false, is_small: false };
        edit::show(ui, pen.state.tried_mut(index), look);
    });
}

fn tell(ui: &mut Ui, question: &Question, response: &Response) {
    let mark = grade(question, response);
    let shown = text::body(ui, words::mark(&mark));
    heard::announce(ui, shown.id);
}

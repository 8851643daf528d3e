//! The options of a `Choice` and of `Choices`, and the two sides of a `TrueFalse`. Knows no other kind.

use crate::app::screens::author::form::pen::{Bare, Pen};
use crate::app::screens::author::form::rows::Rows;
use crate::app::widgets::{heard, segmented, text};
use crate::author::form::{FieldName, RowList};
use egui::Ui;
use egui_material_icons::icons::{ICON_CANCEL, ICON_CHECK_CIRCLE};

const RIGHT: Rows<'static> = Rows {
    list: RowList::Right,
    label: "Right answers",
    one: "Right answer",
    of: "",
    has_feedback: false,
    least: 1,
    can_grow: true,
    beside: Some((ICON_CANCEL, "Make it wrong")),
};

const WRONG: Rows<'static> = Rows {
    list: RowList::Wrong,
    label: "Wrong answers: two or three that somebody who is unsure might pick",
    one: "Wrong answer",
    of: "",
    has_feedback: true,
    least: 1,
    can_grow: true,
    beside: Some((ICON_CHECK_CIRCLE, "Make it right")),
};

pub(in super::super) fn choice(ui: &mut Ui, pen: &mut Pen<'_>) {
    if pen.form.answer.options.rights.is_empty() {
        pen.form.answer.options.rights.push(Default::default());
    }
    pen.line(ui, FieldName::Row(RowList::Right, 0), "Right answer", "");
    Rows { beside: None, ..WRONG }.show(ui, pen);
    let waiting: Vec<&str> = pen.form.answer.options.waiting().collect();
    if !waiting.is_empty() {
        let words = format!(
            "A Choice has one right answer. These are kept in case you switch back to Choices: {}",
            waiting.join(", ")
        );
        text::small(ui, words);
    }
}

pub(in super::super) fn choices(ui: &mut Ui, pen: &mut Pen<'_>) {
    for rows in [RIGHT, WRONG] {
        if let Some(index) = rows.show(ui, pen) {
            pen.form.answer.options.turn(rows.list, index);
            pen.has_changed();
        }
    }
}

pub(in super::super) fn truth(ui: &mut Ui, pen: &mut Pen<'_>) {
    heard::leave_out(&text::small(ui, "The statement is"));
    let chosen =
        segmented::show(ui, "The statement is", &[(true, "True"), (false, "False")], pen.form.answer.truth.is_true);
    if let Some(is_true) = chosen {
        pen.form.answer.truth.is_true = is_true;
        pen.has_changed();
    }
    // Who gives the right answer reads the explanation.
    let wrong = usize::from(pen.form.answer.truth.is_true);
    let name = if wrong == 1 { "Feedback to “false”" } else { "Feedback to “true”" };
    feedback(ui, pen, wrong, name);
    let right = 1 - wrong;
    if !pen.form.answer.truth.sides[right].feedback.is_empty() {
        let name = if right == 1 { "Feedback to “false”" } else { "Feedback to “true”" };
        feedback(ui, pen, right, name);
    }
}

fn feedback(ui: &mut Ui, pen: &mut Pen<'_>, side: usize, name: &str) {
    let width = ui.available_width();
    heard::leave_out(&text::small(ui, name));
    let field = FieldName::Said(RowList::Truth, side);
    pen.bare(ui, field, Bare { name, example: "What to say to whoever gives it", lines: 1, width, is_small: true });
    pen.faults(ui, field);
}

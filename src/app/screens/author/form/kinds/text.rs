//! What is accepted of a word that is typed, and how strictly. Knows no other kind.

use crate::app::screens::author::form::pen::Pen;
use crate::app::screens::author::form::rows::Rows;
use crate::app::widgets::{heard, segmented, text};
use crate::author::form::{FieldName, RowList};
use crate::bank::Punctuation;
use egui::Ui;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let accept = Rows {
        list: RowList::Accept,
        label: "Right answers: the first is the one that learners are shown",
        one: "Right answer",
        of: "",
        has_feedback: false,
        least: 1,
        can_grow: true,
        beside: None,
    };
    accept.show(ui, pen);
    slips(ui, pen);
    what_counts(ui, pen);
    let reject = Rows {
        list: RowList::Reject,
        label: "Never right, however many slips are forgiven",
        one: "Wrong form",
        of: "",
        has_feedback: true,
        least: 0,
        can_grow: true,
        beside: None,
    };
    reject.show(ui, pen);
}

fn slips(ui: &mut Ui, pen: &mut Pen<'_>) {
    const CHOICES: [(&str, &str); 4] = [("", "none"), ("1", "1"), ("2", "2"), ("3", "3")];
    let typos = pen.form.answer.text.typos.trim().to_owned();
    let Some(current) = CHOICES.iter().position(|(written, _)| *written == typos) else {
        pen.line(ui, FieldName::Typos, "Slips that are forgiven", "0");
        return;
    };
    heard::leave_out(&text::small(ui, "Slips that are forgiven"));
    let labels = CHOICES.map(|(written, label)| (written, label));
    if let Some(chosen) = segmented::show(ui, "Slips that are forgiven", &labels, CHOICES[current].0) {
        pen.form.answer.text.typos = chosen.to_owned();
        pen.has_changed();
    }
}

fn what_counts(ui: &mut Ui, pen: &mut Pen<'_>) {
    let form = &mut pen.form.answer.text;
    let mut is_changed = false;
    ui.horizontal_wrapped(|ui| {
        for (label, is_on) in [("Capitals count", &mut form.match_case), ("Accents count", &mut form.match_accents)] {
            if segmented::toggle(ui, label, *is_on) {
                *is_on = !*is_on;
                is_changed = true;
            }
        }
    });
    heard::leave_out(&text::small(ui, "Punctuation at the end"));
    let choices = [
        (Punctuation::Auto, "counts where it carries meaning"),
        (Punctuation::Counts, "always counts"),
        (Punctuation::Ignored, "never counts"),
    ];
    if let Some(chosen) = segmented::show(ui, "Punctuation at the end", &choices, form.punctuation) {
        form.punctuation = chosen;
        is_changed = true;
    }
    pen.news.is_changed |= is_changed;
}

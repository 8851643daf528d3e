//! A number with its tolerance and unit, and the range that these make. Knows no other kind but the unit of a `Calculated`.

use crate::app::screens::author::form::pen::Pen;
use crate::app::screens::author::form::words;
use crate::app::widgets::{segmented, text};
use crate::author::form::FieldName;
use egui::Ui;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    ui.columns(3, |columns| {
        pen.line(&mut columns[0], FieldName::Value, "Right answer", "59.5");
        pen.line(&mut columns[1], FieldName::Tolerance, "How far off is still right", "0");
        pen.line(&mut columns[2], FieldName::Unit, "Unit", "none");
    });
    if let Some((least, most)) = pen.form.answer.number.range() {
        text::small(ui, words::range(least, most, pen.form.answer.unit.unit.trim()));
    }
    unit_required(ui, pen);
}

/// Whether an answer without its unit is right.
pub(in super::super) fn unit_required(ui: &mut Ui, pen: &mut Pen<'_>) {
    let unit = &mut pen.form.answer.unit;
    if unit.unit.trim().is_empty() && !unit.is_required {
        return;
    }
    if segmented::toggle(ui, "The unit must be typed", unit.is_required) {
        unit.is_required = !unit.is_required;
        pen.has_changed();
    }
}

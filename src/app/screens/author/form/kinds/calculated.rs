//! Variables with their values, the formula, and what it gives with some of them. Knows no other kind.

use super::draws;
use super::number::unit_required;
use crate::app::screens::author::form::pen::{Bare, Pen, beside_or_below};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, heard, segmented, text};
use crate::author::form::{FieldName, VariableRow, read_list};
use egui::{Role, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    text::small(ui, "Write {d} in the question where the value of the variable d is to stand.");
    let mut removed = None;
    for index in 0..pen.form.answer.calculated.variables.len() {
        let name = format!("Variable {}", index + 1);
        heard::group(ui, Role::Group, &name, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if variable(ui, pen, index, &name) {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        pen.form.answer.calculated.variables.remove(index);
        pen.has_changed();
    }
    if ui.add(Button::quiet("Add variable").icon(ICON_ADD).in_line()).clicked() {
        let variables = &mut pen.form.answer.calculated.variables;
        variables.push(VariableRow::default());
        pen.state.focus = Some(FieldName::VariableName(variables.len() - 1));
    }
    pen.line(ui, FieldName::Formula, "Formula that gives the right answer", "d / t");
    ui.columns(2, |columns| {
        pen.line(&mut columns[0], FieldName::TolerancePercent, "How far off is still right, in percent", "1");
        pen.line(&mut columns[1], FieldName::Unit, "Unit", "none");
    });
    unit_required(ui, pen);
    draws::show(ui, pen);
}

/// Shows a variable; gives back whether it is to go.
fn variable(ui: &mut Ui, pen: &mut Pen<'_>, index: usize, name: &str) -> bool {
    let is_listed = pen.form.answer.calculated.variables[index].is_listed;
    let mut is_removed = false;
    beside_or_below(ui, 430.0, |ui| {
        let width = 120.0 * Theme::of(ui.ctx()).text_scale;
        let bare = Bare { name, example: "name", lines: 1, width, is_small: false };
        pen.bare(ui, FieldName::VariableName(index), bare);
        let choices = [(false, "from … to …"), (true, "one of a list")];
        if let Some(chosen) = segmented::show(ui, name, &choices, is_listed) {
            pen.form.answer.calculated.variables[index].is_listed = chosen;
            pen.has_changed();
        }
        is_removed = ui.add(Button::icon_only(ICON_CLOSE, &format!("Remove {}", name.to_lowercase()))).clicked();
    });
    pen.faults(ui, FieldName::VariableName(index));
    if pen.form.answer.calculated.variables[index].is_listed {
        pen.line(ui, FieldName::VariableValues(index), "Values, with semicolons between them", "2; 4; 5");
        if let Ok(values) = read_list(&pen.form.answer.calculated.variables[index].values)
            && values.len() > 1
        {
            text::small(ui, format!("{} values", values.len()));
        }
    } else {
        ui.columns(3, |columns| {
            pen.line(&mut columns[0], FieldName::VariableFrom(index), "From", "10");
            pen.line(&mut columns[1], FieldName::VariableTo(index), "To", "40");
            pen.line(&mut columns[2], FieldName::VariableStep(index), "In steps of", "1");
        });
    }
    is_removed
}

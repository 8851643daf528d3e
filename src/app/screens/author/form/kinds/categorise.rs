//! Groups with the items in each. Knows no other kind.

use crate::app::screens::author::form::pen::Pen;
use crate::app::screens::author::form::rows::Rows;
use crate::app::widgets::Button;
use crate::author::form::{FieldName, GroupForm, RowList};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

/// With fewer groups there is nothing to sort.
const LEAST: usize = 2;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let mut removed = None;
    for index in 0..pen.form.answer.groups.groups.len() {
        pen.line(ui, FieldName::GroupName(index), &format!("Group {}", index + 1), "");
        let label = format!("What belongs to group {}", index + 1);
        let of = format!(" of group {}", index + 1);
        let items = Rows {
            list: RowList::Group(index),
            label: &label,
            one: "Item",
            of: &of,
            has_feedback: false,
            least: 1,
            can_grow: true,
            beside: None,
        };
        items.show(ui, pen);
        let can_go = pen.form.answer.groups.groups.len() > LEAST;
        let name = format!("Remove group {}", index + 1);
        if can_go && ui.add(Button::quiet(&name).icon(ICON_CLOSE).in_line()).clicked() {
            removed = Some(index);
        }
    }
    if let Some(index) = removed {
        pen.form.answer.groups.groups.remove(index);
        pen.has_changed();
    }
    if ui.add(Button::quiet("Add group").icon(ICON_ADD).in_line()).clicked() {
        let groups = &mut pen.form.answer.groups.groups;
        groups.push(GroupForm::new());
        pen.state.focus = Some(FieldName::GroupName(groups.len() - 1));
    }
}

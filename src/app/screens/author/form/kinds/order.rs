//! Items to put in order. Knows no other kind.

use crate::app::screens::author::form::pen::Pen;
use crate::app::screens::author::form::rows::Rows;
use crate::author::form::RowList;
use egui::Ui;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let items = Rows {
        list: RowList::Item,
        label: "Items in the right order: Alt and an arrow key moves one",
        one: "Item",
        of: "",
        has_feedback: false,
        least: 1,
        can_grow: true,
        beside: None,
    };
    items.show(ui, pen);
}

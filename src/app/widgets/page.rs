//! The column that a page stands in.

use crate::app::theme::{PAGE_WIDTH, READING_WIDTH};
use egui::{Margin, ScrollArea, Ui, vec2};

/// A page of cards that scrolls, at most [`PAGE_WIDTH`] wide.
pub fn wide<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    column(ui, PAGE_WIDTH, contents)
}

/// A page to read that scrolls, at most [`READING_WIDTH`] wide.
pub fn reading<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    column(ui, READING_WIDTH, contents)
}

fn column<R>(ui: &mut Ui, max_width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            let available = ui.available_width();
            let side = ((available - max_width) / 2.0).clamp(16.0, 40.0);
            let width = (available - 2.0 * side).min(max_width);
            let left =
                if max_width < PAGE_WIDTH { (available - width) / 2.0 } else { side.min((available - width) / 2.0) };
            egui::Frame::new()
                .inner_margin(Margin { left: 0, right: 0, top: 28, bottom: 28 })
                .show(ui, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.add_space(left);
                        ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
                            ui.set_width(width);
                            contents(ui)
                        })
                        .inner
                    })
                    .inner
                })
                .inner
        })
        .inner
}

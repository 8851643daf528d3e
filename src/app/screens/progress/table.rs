//! What a plot shows, as a table.

use crate::app::plots::Listing;
use crate::app::theme::Theme;
use crate::app::widgets::{form, heard, text};
use egui::{Align, Layout, Role, Ui, vec2};

/// Shows the table. Each row is one thing to hear, with the names of its columns.
pub(in crate::app::screens) fn show(ui: &mut Ui, title: &str, listing: &Listing) {
    let theme = Theme::of(ui.ctx());
    form::rule(ui);
    heard::group(ui, Role::Group, &format!("{title}, as a table"), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        cells(ui, listing.columns, |ui, cell| {
            text::paragraph(ui, *cell, theme.small(), theme.palette.soft);
        });
        for (place, row) in listing.rows.iter().enumerate() {
            let spoken: Vec<String> =
                listing.columns.iter().zip(row).map(|(column, cell)| format!("{column}: {cell}")).collect();
            let id = ui.scope_id().with(("row", place));
            let shown = heard::reading(ui, id, &spoken.join(", "), |ui| {
                cells(ui, row, |ui, cell| {
                    text::paragraph(ui, cell.as_str(), theme.body(), theme.palette.text);
                });
            });
            if shown.response.has_focus() {
                let rect = shown.response.rect.expand(2.0);
                ui.painter().rect_stroke(rect, 4.0, theme.focus_stroke(), egui::StrokeKind::Outside);
            }
        }
        if listing.row_count > listing.rows.len() {
            text::small(
                ui,
                format!("The first {} of {}; exported as CSV, it has all.", listing.rows.len(), listing.row_count),
            );
        }
    });
}

/// A row of cells of one width.
fn cells<T>(ui: &mut Ui, cells: &[T], show: impl Fn(&mut Ui, &T)) {
    let gap = 12.0;
    let width = ((ui.available_width() - gap * (cells.len() as f32 - 1.0)) / cells.len() as f32).max(20.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for cell in cells {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                show(ui, cell);
            });
        }
    });
}

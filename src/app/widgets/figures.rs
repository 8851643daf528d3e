//! Figures that are read at a glance: what, how much, and of what, in cards side by side. Counts nothing.

use crate::app::theme::{CARD_GAP, Theme};
use crate::app::widgets::{card, heard, page, text};
use egui::{Align, Layout, Role, Ui, vec2};

/// Width of a figure below which fewer stand side by side, at normal text size.
const LEAST_WIDTH: f32 = 180.0;

/// What, how much, and of what.
pub type Figure = [String; 3];

/// Shows the figures, as many in a row as there is room for; a screen reader hears each as a whole.
pub fn show(ui: &mut Ui, figures: &[Figure]) {
    let least = LEAST_WIDTH * Theme::of(ui.ctx()).text_scale + CARD_GAP;
    let columns = ((ui.available_width() / least) as usize).clamp(1, figures.len().max(1));
    let width = (ui.available_width() - CARD_GAP * (columns as f32 - 1.0)) / columns as f32;
    for (place, in_row) in figures.chunks(columns).enumerate() {
        if place > 0 {
            page::gap(ui);
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = CARD_GAP;
            for [what, figure, of] in in_row {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    heard::group(ui, Role::Group, &format!("{what}: {figure} {of}"), |ui| one(ui, what, figure, of));
                });
            }
        });
    }
}

fn one(ui: &mut Ui, what: &str, figure: &str, of: &str) {
    let theme = Theme::of(ui.ctx());
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for shown in
            [text::small(ui, what), text::paragraph(ui, figure, theme.title(), theme.palette.text), text::small(ui, of)]
        {
            heard::leave_out(&shown);
        }
    });
}

//! A card that offers one thing to do next: a sign and words at the left, buttons at the right, or below where it is narrow.

use crate::app::theme::Theme;
use crate::app::widgets::{card, icon, row, text};
use egui::{Ui, vec2};
use egui_material_icons::MaterialIcon;

/// Width from which the offer stands in one row, at normal text size.
const ONE_ROW_WIDTH: f32 = 620.0;

/// Shows the offer. `buttons` hears whether they stand at the right edge of one row, where the one that matters most comes last; below
/// the words it comes first. `below` comes under all of it.
pub fn show(
    ui: &mut Ui,
    sign: MaterialIcon,
    heading: &str,
    about: &str,
    buttons: impl FnOnce(&mut Ui, bool),
    below: impl FnOnce(&mut Ui),
) {
    let theme = Theme::of(ui.ctx());
    let is_wide = ui.available_width() > ONE_ROW_WIDTH * (0.4 + 0.6 * theme.text_scale);
    card::accent(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        let words = |ui: &mut Ui| {
            text::heading(ui, heading);
            text::paragraph(ui, about, theme.body(), theme.palette.soft);
        };
        if is_wide {
            let left = |ui: &mut Ui| {
                icon::show(ui, sign, 32.0, theme.palette.accent);
                ui.vertical(words);
            };
            row::split(ui, left, |ui| buttons(ui, true));
        } else {
            words(ui);
            ui.horizontal_wrapped(|ui| buttons(ui, false));
        }
        below(ui);
    });
}

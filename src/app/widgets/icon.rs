//! Icons: a sign in front of or inside other widgets. Never carries meaning alone.

use crate::app::theme::Theme;
use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Ui, Vec2, vec2};
use egui_material_icons::MaterialIcon;

/// Shows an icon of `size` points that screen readers pass over.
pub fn show(ui: &mut Ui, icon: MaterialIcon, size: f32, colour: Color32) {
    let theme = Theme::of(ui.ctx());
    let (_, rect) = ui.allocate_space(Vec2::splat(size * theme.text_scale));
    paint(ui, icon, size, rect.center(), colour);
}

/// Paints an icon of `size` points around `center`.
pub fn paint(ui: &Ui, icon: MaterialIcon, size: f32, center: Pos2, colour: Color32) {
    let font = Theme::of(ui.ctx()).icon(size);
    ui.painter().text(center, Align2::CENTER_CENTER, icon.codepoint, font, colour);
}

/// Paints a flag that is full, over the outlined one of the font: the font of filled icons would cost a megabyte for it.
pub fn paint_filled_flag(ui: &Ui, size: f32, center: Pos2, colour: Color32) {
    // In the font's grid of 24: the pole, and the two halves of the cloth.
    let unit = size * Theme::of(ui.ctx()).text_scale / 24.0;
    let at = |x: f32, y: f32| center + unit * vec2(x - 12.0, y - 12.0);
    for (from, to) in [((5.0, 4.0), (7.0, 21.0)), ((5.0, 4.0), (14.0, 14.0)), ((12.5, 6.0), (20.0, 16.0))] {
        let part = Rect::from_min_max(at(from.0, from.1), at(to.0, to.1));
        ui.painter().rect_filled(part, CornerRadius::same(1), colour);
    }
}

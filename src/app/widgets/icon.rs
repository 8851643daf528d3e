//! Icons: a sign in front of or inside other widgets. Never carries meaning alone.

use crate::app::theme::Theme;
use egui::{Align2, Color32, Pos2, Ui, Vec2};
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

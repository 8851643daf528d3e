//! A bar that fills from the left.

use crate::app::theme::Theme;
use egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// Shows a bar `height` points high over the width there is, `share` (0 to 1) of it filled.
pub fn show(ui: &mut Ui, share: f32, height: f32, name: &str) -> Response {
    let width = ui.available_width();
    sized(ui, share, width, height, name)
}

/// Shows a bar of a given width.
pub fn sized(ui: &mut Ui, share: f32, width: f32, height: f32, name: &str) -> Response {
    let share = share.clamp(0.0, 1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(8.0), height), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share));
        info
    });
    paint(ui, rect, share);
    response
}

/// Paints a bar, where what it shows stands beside it in figures.
pub fn paint(ui: &Ui, rect: Rect, share: f32) {
    let theme = Theme::of(ui.ctx());
    let height = rect.height();
    let radius = CornerRadius::same((height / 2.0) as u8);
    ui.painter().rect_filled(rect, radius, theme.palette.ring_track);
    if share > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2((rect.width() * share).max(height), height));
        ui.painter().rect_filled(filled, radius, theme.palette.accent);
    }
}

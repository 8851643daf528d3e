//! A short word on a round ground: a topic, a clock, a count.

use crate::app::theme::Theme;
use egui::{Color32, CornerRadius, FontId, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// A chip on the sunk ground.
pub fn show(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    paint(ui, text, theme.small(), theme.palette.soft, theme.palette.sunk)
}

/// A chip whose digits all have one width.
pub fn mono(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    paint(ui, text, theme.mono(), theme.palette.soft, theme.palette.sunk)
}

/// A chip that asks for attention.
pub fn amber(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    paint(ui, text, theme.small(), theme.palette.amber, theme.palette.amber_soft)
}

fn paint(ui: &mut Ui, text: &str, font: FontId, ink: Color32, ground: Color32) -> Response {
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, ink));
    let size = galley.size() + vec2(20.0, 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same((rect.height() / 2.0).min(120.0) as u8), ground);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    response
}

//! A short word on a round ground: a topic, a clock, a count.

use crate::app::theme::Theme;
use crate::sitting::Verdict;
use egui::{Color32, CornerRadius, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_CANCEL, ICON_CHECK_CIRCLE, ICON_RADIO_BUTTON_UNCHECKED};

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

/// A part of an answer with the sign of its verdict. `word` is what screen readers say of it.
pub fn marked(ui: &mut Ui, text: &str, word: &str, verdict: Verdict) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let (sign, ink, ground) = match verdict {
        Verdict::Correct => (ICON_CHECK_CIRCLE, palette.right, palette.right_soft),
        Verdict::Partial | Verdict::Unanswered => (ICON_RADIO_BUTTON_UNCHECKED, palette.amber, palette.amber_soft),
        Verdict::Wrong => (ICON_CANCEL, palette.wrong, palette.wrong_soft),
    };
    let sign_width = 28.0 * theme.text_scale;
    let wrap = (ui.max_rect().width() - sign_width - 20.0).max(40.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), theme.option(), palette.text, wrap));
    let word_galley = ui.fonts_mut(|fonts| fonts.layout(word.to_owned(), theme.small(), ink, wrap));
    let width = galley.size().x.max(word_galley.size().x) + sign_width + 20.0;
    let height = galley.size().y + word_galley.size().y + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{text}, {word}")));
    let radius = CornerRadius::same(crate::app::theme::CONTROL_RADIUS);
    ui.painter().rect(rect, radius, ground, Stroke::new(1.0, ink), StrokeKind::Inside);
    super::icon::paint(ui, sign, 18.0, pos2(rect.left() + 8.0 + sign_width / 2.0, rect.center().y), ink);
    let left = rect.left() + 10.0 + sign_width;
    ui.painter().galley(pos2(left, rect.top() + 4.0), galley.clone(), palette.text);
    ui.painter().galley(pos2(left, rect.top() + 4.0 + galley.size().y), word_galley, ink);
    response
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

//! A row of choices of which one is in force.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{heard, rich_text};
use egui::{
    Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Shows the choices; gives back the one that was newly chosen. `name` tells screen readers what is chosen.
pub fn show<T: Copy + PartialEq>(ui: &mut Ui, name: &str, choices: &[(T, &str)], current: T) -> Option<T> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        heard::as_group(ui, Role::RadioGroup, "");
        heard::count(ui, choices.len());
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (place, (value, label)) in choices.iter().enumerate() {
            let is_current = *value == current;
            let info = WidgetInfo::selected(
                Role::RadioButton,
                true,
                is_current,
                format!("{name}: {}", rich_text::one_line(label)),
            );
            let response = pill(ui, label, info, is_current);
            heard::place(&response, place);
            if response.clicked() && !is_current {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

fn pill(ui: &mut Ui, label: &str, info: WidgetInfo, is_current: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let ink = if is_current { palette.accent } else { palette.text };
    let words = rich_text::lay_out(ui, label, &theme.body(), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 26.0, theme.control_height()), Sense::click());
    response.widget_info(|| info.clone());
    let (fill, edge) = match (is_current, response.hovered()) {
        (true, _) => (palette.accent_soft, palette.accent),
        (false, true) => (palette.hover, palette.line_strong),
        (false, false) => (palette.surface, palette.line_strong),
    };
    ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS), fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if response.has_focus() {
        super::button::focus_ring(ui, rect);
    }
    words.paint(ui, rect.center() - words.size() / 2.0, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A choice with its key beside it and a line under it that tells what it means.
#[derive(Clone, Copy, Debug)]
pub struct Detailed<'a> {
    /// The choice.
    pub label: &'a str,
    /// The key that chooses it.
    pub key: &'a str,
    /// What it means.
    pub detail: &'a str,
    /// What screen readers say.
    pub name: &'a str,
}

impl Detailed<'_> {
    /// Shows the choice.
    pub fn show(self, ui: &mut Ui, is_current: bool) -> Response {
        const PADDING: f32 = 14.0;
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let layout =
            |text: &str, font| ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER));
        let label = layout(self.label, theme.strong());
        let key_size = layout(self.key, theme.mono()).size() + vec2(12.0, 4.0);
        let detail = layout(self.detail, theme.small());
        let width = (label.size().x + 14.0 + key_size.x).max(detail.size().x) + 2.0 * PADDING;
        let height = label.size().y.max(key_size.y) + detail.size().y + 18.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_current, self.name));
        let (fill, edge, ink) = if is_current {
            (palette.accent_soft, Stroke::new(2.0, palette.accent), palette.accent)
        } else {
            let fill = if response.hovered() { palette.hover } else { palette.surface };
            (fill, Stroke::new(1.0, palette.line_strong), palette.text)
        };
        ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS), fill, edge, StrokeKind::Inside);
        if response.has_focus() {
            super::button::focus_ring(ui, rect);
        }
        let top = rect.top() + 8.0;
        let first_line = top + key_size.y.max(label.size().y) / 2.0;
        let cap_left = rect.right() - PADDING - key_size.x;
        let cap = Rect::from_min_size(pos2(cap_left, first_line - key_size.y / 2.0), key_size);
        super::button::paint_key(ui, cap, self.key, palette.soft);
        ui.painter().galley(pos2(rect.left() + PADDING, first_line - label.size().y / 2.0), label, ink);
        let detail_top = rect.bottom() - 8.0 - detail.size().y;
        ui.painter().galley(pos2(rect.left() + PADDING, detail_top), detail, palette.soft);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// Shows a choice that can be in force beside others; gives back whether it was pressed.
pub fn toggle(ui: &mut Ui, label: &str, is_on: bool) -> bool {
    pill(ui, label, WidgetInfo::selected(Role::CheckBox, true, is_on, label), is_on).clicked()
}

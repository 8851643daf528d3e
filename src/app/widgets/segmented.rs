//! A row of choices of which one is in force.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::rich_text;
use egui::{CornerRadius, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Shows the choices; gives back the one that was newly chosen. `name` tells screen readers what is chosen.
pub fn show<T: Copy + PartialEq>(ui: &mut Ui, name: &str, choices: &[(T, &str)], current: T) -> Option<T> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (value, label) in choices {
            let is_current = *value == current;
            let info = WidgetInfo::selected(
                Role::RadioButton,
                true,
                is_current,
                format!("{name}: {}", rich_text::one_line(label)),
            );
            if pill(ui, label, info, is_current).clicked() && !is_current {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

/// Shows choices of which none need be in force; gives back the one that was pressed, which may be the one in force.
pub fn pick(
    ui: &mut Ui,
    name: &str,
    choices: &[(usize, &str)],
    current: Option<usize>,
    takes_focus: bool,
) -> Option<usize> {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        pick_inline(ui, name, choices, current, takes_focus)
    })
    .inner
}

/// The same in the line that is being written.
pub fn pick_inline(
    ui: &mut Ui,
    name: &str,
    choices: &[(usize, &str)],
    current: Option<usize>,
    takes_focus: bool,
) -> Option<usize> {
    let mut pressed = None;
    for (place, (value, label)) in choices.iter().enumerate() {
        let is_current = current == Some(*value);
        let info = WidgetInfo::selected(
            Role::RadioButton,
            true,
            is_current,
            format!("{name}: {}", rich_text::one_line(label)),
        );
        let response = pill(ui, label, info, is_current);
        if takes_focus && place == 0 {
            response.request_focus();
        }
        if response.clicked() {
            pressed = Some(*value);
        }
    }
    pressed
}

fn pill(ui: &mut Ui, label: &str, info: WidgetInfo, is_current: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let ink = if is_current { palette.accent } else { palette.soft };
    let words = rich_text::lay_out(ui, label, &theme.body(), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 26.0, theme.control_height()), Sense::click());
    response.widget_info(|| info.clone());
    let fill = if is_current { palette.accent_soft } else { palette.surface };
    let edge = match (is_current, response.hovered()) {
        (true, _) => palette.accent,
        (false, true) => palette.text,
        (false, false) => palette.line_strong,
    };
    ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS), fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if response.has_focus() {
        super::button::focus_ring(ui, rect);
    }
    words.paint(ui, rect.center() - words.size() / 2.0, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Shows a choice that can be in force beside others; gives back whether it was pressed.
pub fn toggle(ui: &mut Ui, label: &str, is_on: bool) -> bool {
    pill(ui, label, WidgetInfo::selected(Role::CheckBox, true, is_on, label), is_on).clicked()
}

//! A ready-made quiz that one press starts: its title, how it goes, and what it lacks. Starts nothing itself.

use crate::app::keys;
use crate::app::plans::QuizLine;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{button, icon};
use egui::{Color32, CornerRadius, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_PLAY_ARROW;

const PADDING: f32 = 12.0;

/// Shows the quiz over the width there is. `name` is what screen readers say before how it goes.
pub fn show(ui: &mut Ui, quiz: &QuizLine, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let sign_width = 30.0 * theme.text_scale;
    let width = ui.available_width();
    let wrap = (width - sign_width - 2.0 * PADDING).max(40.0);
    let layout =
        |text: &str, font| ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, Color32::PLACEHOLDER, wrap));
    let (is_enabled, has_shortage) = (quiz.can_start, !quiz.shortage.is_empty());
    let mut lines = vec![
        (layout(&quiz.title, theme.strong()), if is_enabled { palette.text } else { palette.soft }),
        (layout(&quiz.about, theme.small()), palette.soft),
    ];
    if has_shortage {
        lines.push((layout(&quiz.shortage, theme.small()), palette.amber));
    }
    let height = lines.iter().map(|(line, _)| line.size().y + 2.0).sum::<f32>() + 16.0;
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    let shortage = if has_shortage { format!("; {}", quiz.shortage) } else { String::new() };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, format!("{name}: {}{shortage}", quiz.about)));
    let edge = match (is_enabled, response.hovered()) {
        (false, _) => palette.line,
        (true, true) => palette.text,
        (true, false) => palette.line_strong,
    };
    let radius = CornerRadius::same(CONTROL_RADIUS);
    let fill = if is_enabled { palette.surface } else { palette.sunk };
    ui.painter().rect(rect, radius, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        button::focus_ring(ui, rect);
    }
    let sign = pos2(rect.left() + PADDING + sign_width / 2.0 - 4.0, rect.center().y);
    icon::paint(ui, ICON_PLAY_ARROW, 22.0, sign, if is_enabled { palette.accent } else { palette.soft });
    let mut top = rect.top() + 8.0;
    for (line, ink) in lines {
        let line_height = line.size().y;
        ui.painter().galley(pos2(rect.left() + PADDING + sign_width, top), line, ink);
        top += line_height + 2.0;
    }
    response.on_hover_cursor(if is_enabled { CursorIcon::PointingHand } else { CursorIcon::Default })
}

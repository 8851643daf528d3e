//! A ready-made quiz that one press starts: its title, how it goes, and what it lacks. Starts nothing itself.

use crate::app::input::keys;
use crate::app::state::plans::QuizLine;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{button, icon};
use egui::{Color32, CornerRadius, CursorIcon, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_PLAY_ARROW;

/// Space above and below the words.
const PADDING: f32 = 8.0;
/// Width from which the title and how it goes stand in one line, at normal text size.
const ONE_LINE_WIDTH: f32 = 560.0;

/// Shows the quiz over the width there is. `name` is what screen readers say before how it goes.
pub fn show(ui: &mut Ui, quiz: &QuizLine, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let sign_width = 28.0 * theme.text_scale;
    let width = ui.available_width();
    let wrap = (width - sign_width).max(40.0);
    let layout =
        |text: &str, font| ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, Color32::PLACEHOLDER, wrap));
    let (is_enabled, has_shortage) = (quiz.can_start, !quiz.shortage.is_empty());
    let title = layout(&quiz.title, theme.strong());
    let about = layout(&quiz.about, theme.small());
    let shortage = has_shortage.then(|| layout(&quiz.shortage, theme.small()));
    let is_one_line = width >= ONE_LINE_WIDTH * theme.text_scale && title.size().x + about.size().x + 24.0 <= wrap;
    let about_height = if is_one_line { 0.0 } else { about.size().y + 2.0 };
    let shortage_height = shortage.as_ref().map_or(0.0, |line| line.size().y + 2.0);
    let text_height = title.size().y + about_height + shortage_height;
    let height = (text_height + 2.0 * PADDING).max(theme.control_height());
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    let lack = if has_shortage { format!("; {}", quiz.shortage) } else { String::new() };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, format!("{name}: {}{lack}", quiz.about)));
    // The ground lies outside the column, so that what is written on it stands in line with the rest of the card.
    let ground = rect.expand2(vec2(8.0, 0.0));
    if is_enabled && response.hovered() {
        ui.painter().rect_filled(ground, CornerRadius::same(CONTROL_RADIUS), palette.hover);
    }
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        button::focus_ring(ui, ground.shrink(3.0));
    }
    let (ink, sign_ink) = if is_enabled { (palette.text, palette.accent) } else { (palette.soft, palette.soft) };
    let mut top = rect.center().y - text_height / 2.0;
    let first_line = top + title.size().y / 2.0;
    let sign = pos2(rect.left() + 10.0 * theme.text_scale, first_line);
    icon::paint(ui, ICON_PLAY_ARROW, 22.0, sign, sign_ink);
    let left = rect.left() + sign_width;
    let below = top + title.size().y + 2.0;
    ui.painter().galley(pos2(left, top), title, ink);
    top = below;
    if is_one_line {
        let at = pos2(rect.right() - about.size().x, first_line - about.size().y / 2.0);
        ui.painter().galley(at, about, palette.soft);
    } else {
        ui.painter().galley(pos2(left, top), about, palette.soft);
        top += about_height;
    }
    if let Some(shortage) = shortage {
        ui.painter().galley(pos2(left, top), shortage, palette.amber);
    }
    response.on_hover_cursor(if is_enabled { CursorIcon::PointingHand } else { CursorIcon::Default })
}

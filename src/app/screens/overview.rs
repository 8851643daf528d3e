//! The overview of a test: which questions are answered, and handing in. Changes no answer.

use crate::app::action::Action;
use crate::app::keys;
use crate::app::model::{Model, Play};
use crate::app::screens::frame;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{Button, button, heard, page, rich_text, text};
use crate::app::words;
use crate::sitting::Turn;
use egui::{Color32, CornerRadius, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_FLAG};

/// Shows the overview.
pub fn show(ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
    let open = play.sitting.unanswered();
    if !model.is_modal_open() {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::GoTo(play.sitting.current));
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(Action::HandIn);
        }
    }
    if frame::top(ui, play, actions) {
        actions.push(Action::Leave);
    }
    let bar = frame::BarBelow::reserve(ui);
    let (title, line) = summary(&open, play.sitting.turns.len());
    bar.page(ui, |ui| {
        page::reading(ui, |ui| {
            let id = ui.scope_id().with("summary");
            let shown = heard::reading(ui, id, &title, |ui| {
                heard::silence(&text::title(ui, &title));
                text::soft(ui, &line);
            });
            heard::describe(&shown.response, &line);
            if !keys::is_keyboard_in_use(ui.ctx()) {
                heard::announce(ui, shown.response.id);
            }
            frame::hold_focus(ui, &shown.response);
            if shown.response.has_focus() {
                button::focus_ring(ui, shown.response.rect);
            }
            ui.add_space(12.0);
            heard::group(ui, Role::List, "Questions", |ui| {
                heard::count(ui, play.sitting.turns.len());
                for (index, turn) in play.sitting.turns.iter().enumerate() {
                    let response = row(ui, index, turn);
                    heard::place(&response, index);
                    if response.clicked() {
                        actions.push(Action::GoTo(index));
                    }
                }
            });
        });
    });
    let (goes_back, hands_in) = bar.show(
        ui,
        |ui| ui.add(Button::quiet("Back to the questions").icon(ICON_ARROW_BACK).key("Esc")).clicked(),
        |ui| frame::primary(ui, Button::primary("Hand in").key("Enter")),
    );
    if goes_back {
        actions.push(Action::GoTo(play.sitting.current));
    }
    if hands_in {
        actions.push(Action::HandIn);
    }
}

fn summary(open: &[usize], count: usize) -> (String, String) {
    if open.is_empty() {
        return ("All questions are answered".to_owned(), "Hand in, or look at any of them again.".to_owned());
    }
    let numbers: Vec<String> = open.iter().take(12).map(|index| (index + 1).to_string()).collect();
    let more = if open.len() > 12 { " and more" } else { "" };
    (
        format!("{} of {count} not answered", open.len()),
        format!("Still open: {}{more}. They count as 0 when you hand in.", words::listed(&numbers)),
    )
}

fn row(ui: &mut Ui, index: usize, turn: &Turn) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let state = match turn.is_answered() {
        true if turn.lacks_certainty() => "answered, not said how sure",
        true => "answered",
        false => "not answered",
    };
    let flag = if turn.is_flagged { ", flagged" } else { "" };
    let prompt = rich_text::one_line(&turn.item.question.prompt);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), theme.control_height() + 6.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {prompt}, {state}{flag}", index + 1)));
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        button::focus_ring(ui, rect);
    }
    let edge = if response.hovered() { palette.text } else { palette.line };
    ui.painter().rect(
        rect,
        CornerRadius::same(CONTROL_RADIUS),
        palette.surface,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let ink = if turn.is_answered() && !turn.lacks_certainty() { palette.soft } else { palette.amber };
    let note = ui.fonts_mut(|fonts| fonts.layout_no_wrap(state.to_owned(), theme.small(), ink));
    let mut right = rect.right() - 14.0 - note.size().x;
    ui.painter().galley(egui::pos2(right, rect.center().y - note.size().y / 2.0), note, ink);
    if turn.is_flagged {
        right -= 26.0 * theme.text_scale;
        crate::app::widgets::icon::paint(ui, ICON_FLAG, 18.0, egui::pos2(right + 9.0, rect.center().y), palette.amber);
    }
    let label = format!("{}.  {prompt}", index + 1);
    let width = (right - rect.left() - 28.0).max(40.0);
    let mut job = egui::text::LayoutJob::simple(label, theme.body(), Color32::PLACEHOLDER, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(egui::pos2(rect.left() + 14.0, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

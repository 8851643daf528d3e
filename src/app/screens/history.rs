//! Earlier sittings: each can be opened again, all can be exported.

use crate::app::action::{Action, Export, Page};
use crate::app::keys;
use crate::app::model::Model;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, page, text};
use crate::app::words;
use crate::moment::Moment;
use crate::sitting::{SittingRecord, State};
use egui::{Align, Color32, CursorIcon, Layout, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_CSV;

/// Shows the sittings of the learner, newest first.
pub fn show(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    if !model.is_modal_open() && keys::take_escape(ui.ctx()) {
        actions.push(Action::Go(Page::Library));
    }
    page::wide(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            text::title(ui, "History");
        });
        if model.sittings.is_empty() {
            empty(ui, actions);
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::secondary("Export responses").icon(ICON_CSV)).clicked() {
                actions.push(Action::Export(Export::Responses));
            }
            if ui.add(Button::secondary("Export sittings").icon(ICON_CSV)).clicked() {
                actions.push(Action::Export(Export::Sittings));
            }
        });
        ui.add_space(8.0);
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heard::as_group(ui, Role::List, "Quizzes, the newest first");
            heard::count(ui, model.sittings.len());
            for (place, sitting) in model.sittings.iter().enumerate() {
                let response = row(ui, sitting, model.sittings_listed_at);
                heard::place(&response, place);
                if response.clicked() {
                    actions.push(match sitting.state {
                        State::InProgress => Action::Resume(sitting.id),
                        State::Finished | State::Abandoned => Action::OpenResult(sitting.id),
                    });
                }
            }
        });
    });
}

fn empty(ui: &mut Ui, actions: &mut Vec<Action>) {
    text::soft(ui, "Every quiz that you take will stand here, with each answer, for you to look at again.");
    ui.add_space(8.0);
    if frame::primary(ui, Button::primary("Choose a bank")) {
        actions.push(Action::Go(Page::Library));
    }
}

fn row(ui: &mut Ui, sitting: &SittingRecord, now: Moment) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let height = 60.0 * (0.4 + 0.6 * theme.text_scale).max(1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let score = score_words(sitting);
    let detail = detail_words(sitting, now);
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {score}, {detail}", sitting.bank_title)));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, palette.sunk);
    }
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        crate::app::widgets::button::focus_ring(ui, rect.shrink(3.0));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, palette.line));
    let ink = if sitting.state == State::InProgress { palette.amber } else { palette.text };
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(score, theme.heading(), ink));
    let score_left = rect.right() - galley.size().x - 8.0;
    ui.painter().galley(pos2(score_left, rect.center().y - galley.size().y / 2.0), galley, ink);
    let width = (score_left - rect.left() - 20.0).max(40.0);
    let mut lines = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(egui::Rect::from_min_size(rect.min + vec2(6.0, 8.0), vec2(width, height - 12.0)))
            .layout(Layout::top_down(Align::Min)),
    );
    lines.spacing_mut().item_spacing.y = 2.0;
    for (line, font, ink) in [(&sitting.bank_title, theme.body(), palette.text), (&detail, theme.small(), palette.soft)]
    {
        let mut job = egui::text::LayoutJob::simple(line.clone(), font, Color32::PLACEHOLDER, width);
        job.wrap.max_rows = 1;
        let galley = lines.fonts_mut(|fonts| fonts.layout_job(job));
        let (_, line_rect) = lines.allocate_space(galley.size());
        lines.painter().galley(line_rect.min, galley, ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn detail_words(sitting: &SittingRecord, now: Moment) -> String {
    let mode = words::mode(sitting.mode);
    let (day, time) = (words::day(sitting.started_at, now), words::time_of_day(sitting.started_at));
    format!("{mode} · {day}, {time} · {}", words::duration(sitting.elapsed_ms))
}

fn score_words(sitting: &SittingRecord) -> String {
    match (sitting.state, sitting.percent()) {
        (State::InProgress, _) => "Carry on".to_owned(),
        (State::Abandoned, _) => "given up".to_owned(),
        (State::Finished, Some(percent)) => words::percent(percent),
        (State::Finished, None) => "no points".to_owned(),
    }
}

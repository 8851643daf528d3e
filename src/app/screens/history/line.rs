//! A line of the history: what was asked, how, when, for how long, and what it came to. Filters nothing.

use crate::app::input::keys;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{bar, button, icon};
use crate::app::wording::words;
use crate::moment::Moment;
use crate::sitting::{SittingRecord, State};
use egui::text::LayoutJob;
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons::ICON_CHEVRON_RIGHT;

/// Width of the list from which its parts stand in columns, at normal text size.
const WIDE: f32 = 860.0;
/// Where the columns begin, or end for those that stand at the right, as shares of the width.
const MODE_LEFT: f32 = 0.27;
const WHEN_LEFT: f32 = 0.455;
const TIME_RIGHT: f32 = 0.655;
const STATE_LEFT: f32 = 0.69;
const BAR: [f32; 2] = [0.80, 0.89];
const SCORE_RIGHT: f32 = 0.965;
/// Size of the sign that a line can be opened, and what it takes at the right edge.
const CHEVRON_SIZE: f32 = 20.0;
const CHEVRON_ROOM: f32 = 26.0;
/// How far the ground of a line reaches beyond its words, so that these stand in line with the rest of the page.
const OUTSIDE: f32 = 8.0;

/// How the lines are laid out.
pub(super) struct Columns {
    is_wide: bool,
}

impl Columns {
    /// Those that fit over the width of `ui`.
    pub fn over(ui: &Ui) -> Self {
        Self { is_wide: ui.available_width() >= WIDE * Theme::of(ui.ctx()).text_scale }
    }

    /// Shows the words above the columns.
    pub fn head(&self, ui: &mut Ui) {
        if !self.is_wide {
            return;
        }
        let theme = Theme::of(ui.ctx());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0 * theme.text_scale), Sense::hover());
        let y = rect.center().y;
        let x = |share: f32| rect.left() + rect.width() * share;
        let heads = [
            (x(0.0), Align2::LEFT_CENTER, "Quiz"),
            (x(MODE_LEFT), Align2::LEFT_CENTER, "Mode"),
            (x(WHEN_LEFT), Align2::LEFT_CENTER, "When"),
            (x(TIME_RIGHT), Align2::RIGHT_CENTER, "Time"),
            (x(STATE_LEFT), Align2::LEFT_CENTER, "State"),
            (x(SCORE_RIGHT), Align2::RIGHT_CENTER, "Score"),
        ];
        for (x, align, words) in heads {
            ui.painter().text(pos2(x, y), align, words, theme.small(), theme.palette.soft);
        }
        rule(ui, rect);
    }

    /// Shows a quiz; the whole line is a button.
    pub fn show(&self, ui: &mut Ui, sitting: &SittingRecord, now: Moment, is_last: bool) -> Response {
        let theme = Theme::of(ui.ctx());
        let scale = theme.text_scale.max(1.0);
        let height = if self.is_wide { 40.0 * scale } else { 58.0 * scale };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let score = score_words(sitting);
        let name = format!("{}: {score}, {}", sitting.bank_title, detail_words(sitting, now));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let ground = rect.expand2(vec2(OUTSIDE, 0.0));
        if response.hovered() {
            ui.painter().rect_filled(ground, CornerRadius::same(CONTROL_RADIUS), theme.palette.hover);
        }
        if response.has_focus() {
            keys::note_focused_button(ui.ctx(), response.id);
            button::focus_ring(ui, ground.shrink(3.0));
        }
        if !is_last {
            rule(ui, rect);
        }
        if self.is_wide {
            in_columns(ui, rect, sitting, now);
        } else {
            in_two_lines(ui, rect, sitting, now);
        }
        let chevron = pos2(rect.right() - CHEVRON_SIZE * theme.text_scale / 2.0, rect.center().y);
        icon::paint(ui, ICON_CHEVRON_RIGHT, CHEVRON_SIZE, chevron, theme.palette.soft);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

fn in_columns(ui: &Ui, rect: Rect, sitting: &SittingRecord, now: Moment) {
    const GAP: f32 = 12.0;
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let x = |share: f32| rect.left() + rect.width() * share;
    let y = rect.center().y;
    line(ui, pos2(x(0.0), y), x(MODE_LEFT) - x(0.0) - GAP, &sitting.bank_title, theme.strong(), palette.text);
    line(
        ui,
        pos2(x(MODE_LEFT), y),
        x(WHEN_LEFT) - x(MODE_LEFT) - GAP,
        &mode_words(sitting),
        theme.body(),
        palette.soft,
    );
    line(
        ui,
        pos2(x(WHEN_LEFT), y),
        x(TIME_RIGHT) - x(WHEN_LEFT) - 60.0,
        &when_words(sitting, now),
        theme.body(),
        palette.soft,
    );
    let time = words::short_clock(sitting.elapsed_ms);
    ui.painter().text(pos2(x(TIME_RIGHT), y), Align2::RIGHT_CENTER, time, theme.mono(), palette.soft);
    // The line is the score and nothing else, so what is not finished has none.
    let share = sitting.percent().filter(|_| sitting.state == State::Finished);
    let state_right = if share.is_some() { x(BAR[0]) } else { x(BAR[1]) };
    let state = state_words(sitting);
    line(ui, pos2(x(STATE_LEFT), y), state_right - x(STATE_LEFT) - GAP, &state, theme.body(), palette.soft);
    if let Some(percent) = share {
        let place = Rect::from_min_max(pos2(x(BAR[0]), y - 3.0), pos2(x(BAR[1]), y + 3.0));
        bar::paint(ui, place, (percent as f32 / 100.0).clamp(0.0, 1.0));
    }
    score(ui, rect, x(SCORE_RIGHT), sitting);
}

fn in_two_lines(ui: &Ui, rect: Rect, sitting: &SittingRecord, now: Moment) {
    let theme = Theme::of(ui.ctx());
    let left = score(ui, rect, rect.right() - CHEVRON_ROOM * theme.text_scale, sitting);
    let width = (left - rect.left() - 20.0).max(40.0);
    let half = rect.height() / 4.0 - 2.0;
    let at = |y: f32| pos2(rect.left(), y);
    line(ui, at(rect.center().y - half), width, &sitting.bank_title, theme.strong(), theme.palette.text);
    line(ui, at(rect.center().y + half), width, &detail_words(sitting, now), theme.small(), theme.palette.soft);
}

/// Paints what it came to, up to `right`; gives back where that begins.
fn score(ui: &Ui, rect: Rect, right: f32, sitting: &SittingRecord) -> f32 {
    let theme = Theme::of(ui.ctx());
    let ink = match sitting.state {
        State::InProgress => theme.palette.accent,
        State::Finished => theme.palette.text,
        State::Abandoned => theme.palette.soft,
    };
    let at = pos2(right, rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, score_words(sitting), theme.strong(), ink).left()
}

/// Paints one line around the height of `at`, cut off where it does not fit.
fn line(ui: &Ui, at: egui::Pos2, width: f32, words: &str, font: FontId, ink: Color32) {
    let mut job = LayoutJob::simple(words.to_owned(), font, ink, width.max(20.0));
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at - vec2(0.0, galley.size().y / 2.0), galley, ink);
}

fn rule(ui: &Ui, rect: Rect) {
    let line = Theme::of(ui.ctx()).palette.line;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, line));
}

/// `Test, pass mark 60 %`.
fn mode_words(sitting: &SittingRecord) -> String {
    let mode = words::mode(sitting.mode);
    match sitting.pass_percent {
        Some(percent) => format!("{mode}, pass mark {}", words::percent(percent)),
        None => mode.to_owned(),
    }
}

/// `yesterday, 17:40`.
fn when_words(sitting: &SittingRecord, now: Moment) -> String {
    format!("{}, {}", words::day(sitting.started_at, now), words::time_of_day(sitting.started_at))
}

fn detail_words(sitting: &SittingRecord, now: Moment) -> String {
    let time = words::duration(sitting.elapsed_ms);
    let state = state_words(sitting).to_lowercase();
    format!("{} · {} · {time} · {state}", mode_words(sitting), when_words(sitting, now))
}

/// Whether it goes on, and how far it is: `Unfinished: 3 of 10`.
fn state_words(sitting: &SittingRecord) -> String {
    match sitting.state {
        State::Finished => "Finished".to_owned(),
        State::InProgress => format!("Unfinished: {} of {}", sitting.answered, sitting.questions),
        State::Abandoned => format!("Discarded: {} of {}", sitting.answered, sitting.questions),
    }
}

fn score_words(sitting: &SittingRecord) -> String {
    match (sitting.state, sitting.percent()) {
        (State::InProgress, _) => "Continue".to_owned(),
        (State::Finished, Some(percent)) => words::percent(percent),
        (State::Abandoned, _) | (State::Finished, None) => "no score".to_owned(),
    }
}

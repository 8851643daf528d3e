//! The questions of a result with points and time: those that count, and the second tries apart.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::feedback;
use crate::app::state::result_view::ResultView;
use crate::app::theme::Theme;
use crate::app::widgets::{button, card, heard, icon, rich_text, text};
use crate::app::wording::words;
use crate::sitting::Turn;
use egui::{Align2, Color32, CursorIcon, FontId, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

pub(super) fn show(ui: &mut Ui, result: &ResultView, actions: &mut Vec<Action>) {
    let is_second = |index: &usize| result.sitting.turns[*index].is_second_try();
    let (second, first): (Vec<usize>, Vec<usize>) = result.asked().into_iter().partition(is_second);
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        headings(ui, result.sitting.terms.certainty);
        list(ui, result, &first, "Questions with points and time", actions);
        if !second.is_empty() {
            ui.add_space(20.0);
            text::heading(ui, "Second tries, not scored");
            ui.add_space(8.0);
            list(ui, result, &second, "Second tries", actions);
        }
    });
}

fn list(ui: &mut Ui, result: &ResultView, indices: &[usize], name: &str, actions: &mut Vec<Action>) {
    heard::group(ui, Role::List, name, |ui| {
        heard::count(ui, indices.len());
        for (place, index) in indices.iter().enumerate() {
            let response = row(ui, &result.sitting.turns[*index], result.sitting.terms.certainty);
            heard::place(&response, place);
            if response.clicked() {
                actions.push(Action::Review(Some(*index)));
            }
        }
    });
}

/// Where the columns of a row stand.
struct Columns {
    sign: f32,
    prompt: f32,
    prompt_right: f32,
    sure_right: f32,
    points_right: f32,
    time_right: f32,
}

impl Columns {
    /// With a column for how sure the learner was, where that was asked.
    fn of(rect: Rect, scale: f32, has_certainty: bool) -> Self {
        let points_right = rect.right() - 64.0 * scale;
        let sure_right = points_right - 64.0 * scale;
        Self {
            sign: rect.left() + 14.0 * scale,
            prompt: rect.left() + 36.0 * scale,
            prompt_right: if has_certainty { sure_right - 76.0 * scale } else { points_right - 70.0 * scale },
            sure_right,
            points_right,
            time_right: rect.right() - 4.0,
        }
    }
}

/// The names of the columns, over them; each row tells its own to a screen reader.
fn headings(ui: &mut Ui, has_certainty: bool) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0 * theme.text_scale), Sense::hover());
    let columns = Columns::of(rect, theme.text_scale, has_certainty);
    paint(ui, pos2(columns.prompt, rect.center().y), Align2::LEFT_CENTER, "Question", theme.small());
    if has_certainty {
        paint(ui, pos2(columns.sure_right, rect.center().y), Align2::RIGHT_CENTER, "How sure", theme.small());
    }
    paint(ui, pos2(columns.points_right, rect.center().y), Align2::RIGHT_CENTER, "Points", theme.small());
    paint(ui, pos2(columns.time_right, rect.center().y), Align2::RIGHT_CENTER, "Time", theme.small());
}

fn row(ui: &mut Ui, turn: &Turn, has_certainty: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let height = 40.0 * theme.text_scale.max(1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let points = match turn.counts_certainty {
        true => words::points(turn.score()),
        false => format!("{} / {}", words::points(turn.score()), words::points(turn.max_score())),
    };
    let prompt = rich_text::one_line(&turn.item.question.prompt);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(turn, &prompt)));
    heard::describe(&response, &words::spoken_duration(turn.duration_ms));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.line));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, palette.sunk);
    }
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        button::focus_ring(ui, rect.shrink(3.0));
    }
    let (columns, middle) = (Columns::of(rect, theme.text_scale, has_certainty), rect.center().y);
    let (sign, colour) = feedback::sign(turn, &theme);
    icon::paint(ui, sign, 18.0, pos2(columns.sign, middle), colour);
    let time = words::short_clock(turn.duration_ms);
    if let Some(level) = turn.certainty.filter(|_| has_certainty) {
        let at = pos2(columns.sure_right, middle);
        paint(ui, at, Align2::RIGHT_CENTER, words::certainty(level), theme.body());
    }
    paint(ui, pos2(columns.points_right, middle), Align2::RIGHT_CENTER, &points, theme.mono());
    paint(ui, pos2(columns.time_right, middle), Align2::RIGHT_CENTER, &time, theme.mono());
    let width = (columns.prompt_right - columns.prompt).max(40.0);
    let mut job = egui::text::LayoutJob::simple(prompt.into_owned(), theme.body(), Color32::PLACEHOLDER, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(columns.prompt, middle - galley.size().y / 2.0), galley, palette.text);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What a screen reader says of a row.
fn name(turn: &Turn, prompt: &str) -> String {
    let again = if turn.is_second_try() { " (second try)" } else { "" };
    let verdict = if turn.is_not_known() { "not known" } else { words::verdict_word(turn.verdict()) };
    let earned = match (turn.counts_certainty, turn.certainty) {
        (false, _) => words::score(turn),
        (true, None) => words::earned(turn),
        (true, Some(level)) => format!("{}, {}", words::certainty(level).to_lowercase(), words::earned(turn)),
    };
    format!("{prompt}{again}: {verdict}, {earned}")
}

fn paint(ui: &Ui, at: egui::Pos2, align: Align2, text: &str, font: FontId) {
    let ink = Theme::of(ui.ctx()).palette.soft;
    ui.painter().text(at, align, text, font, ink);
}

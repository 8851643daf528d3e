//! What stands around every page but a sitting: the side bar.

use crate::app::action::{Action, Page};
use crate::app::input::keys;
use crate::app::state::model::Model;
use crate::app::theme::{CONTROL_RADIUS, NARROW_WIDTH, Theme};
use crate::app::widgets::{heard, icon, ring};
use egui::{Align2, CornerRadius, CursorIcon, Frame, Margin, Panel, Response, Role, Sense, Ui, WidgetInfo};
use egui::{pos2, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ACCOUNT_CIRCLE, ICON_AUTORENEW, ICON_CO_PRESENT, ICON_HISTORY, ICON_KEYBOARD, ICON_LIBRARY_BOOKS,
    ICON_SETTINGS, ICON_SHOW_CHART,
};

/// Space above and below.
const MARGIN: i8 = 16;
/// Height of the program's mark, and the space below it.
const MARK_HEIGHT: f32 = 44.0;
const BELOW_MARK: f32 = 12.0;
/// Space between two lines.
const GAP: f32 = 4.0;
/// No line is lower.
const LEAST_HEIGHT: f32 = 28.0;

/// Shows the side bar: with words where there is room, with icons only where there is not. Gives back the item of the
/// page that is shown, where it has one.
pub fn side_bar(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) -> Option<Response> {
    let theme = Theme::of(ui.ctx());
    let is_narrow = ui.available_width() < NARROW_WIDTH * (0.4 + 0.6 * theme.text_scale);
    let width = if is_narrow { 64.0 } else { 188.0 * (0.4 + 0.6 * theme.text_scale) };
    let frame = Frame::new().fill(theme.palette.canvas).inner_margin(Margin::symmetric(12, MARGIN));
    let height = press_height(&theme, ui.available_height());
    let due = model.agenda.as_ref().map_or(0, |agenda| agenda.due);
    let mut item = |ui: &mut Ui, sign, label: &str, page| {
        let is_here = model.page == page;
        let is_lit = is_here || (page == Page::Library && is_in_library(model.page));
        let due = if page == Page::Review { due } else { 0 };
        let response = press(ui, sign, label, Some(is_lit), is_narrow, height);
        if due > 0 {
            note_due(ui, &response, due, is_lit, is_narrow);
        }
        if response.clicked() {
            actions.push(Action::Go(page));
        }
        is_here.then_some(response)
    };
    let side = Panel::left("side bar").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        heard::as_group(ui, Role::Navigation, "Pages");
        ui.spacing_mut().item_spacing.y = GAP;
        mark(ui, is_narrow);
        ui.add_space(BELOW_MARK);
        let library = item(ui, ICON_LIBRARY_BOOKS, "Library", Page::Library);
        let review = item(ui, ICON_AUTORENEW, "Review", Page::Review);
        let progress = item(ui, ICON_SHOW_CHART, "Progress", Page::Progress);
        let history = item(ui, ICON_HISTORY, "History", Page::History);
        let teach = item(ui, ICON_CO_PRESENT, "Teach", Page::Teach);
        // The rest stands at the lower edge.
        let room = ui.available_height() - 3.0 * height - 2.0 * GAP;
        ui.add_space(room.max(0.0));
        let wants_help = press(ui, ICON_KEYBOARD, "All keys", None, is_narrow, height).clicked();
        let learners = item(ui, ICON_ACCOUNT_CIRCLE, &model.learner.name, Page::Learners);
        let settings = item(ui, ICON_SETTINGS, "Settings", Page::Settings);
        (library.or(review).or(progress).or(history).or(teach).or(learners).or(settings), wants_help)
    });
    let (here, wants_help) = side.inner;
    if wants_help {
        actions.push(Action::ToggleHelp);
    }
    here
}

/// Whether a page belongs to the library without being it.
fn is_in_library(page: Page) -> bool {
    matches!(
        page,
        Page::SetUp
            | Page::Bank
            | Page::Author
            | Page::Import
            | Page::BankExport
            | Page::Result
            | Page::Search
            | Page::Marking
    )
}

fn mark(ui: &mut Ui, is_narrow: bool) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), MARK_HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Torus"));
    let center = pos2(rect.left() + if is_narrow { rect.width() / 2.0 } else { 24.0 }, rect.center().y);
    ring::paint_mark(ui, center, 14.0);
    if !is_narrow {
        let at = pos2(rect.left() + 48.0, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, "Torus", theme.heading(), theme.palette.text);
    }
}

/// How high a line is; lower where a low window with large text has no room for all of them.
fn press_height(theme: &Theme, window_height: f32) -> f32 {
    const LINES: f32 = 8.0;
    let room = window_height - 2.0 * f32::from(MARGIN) - MARK_HEIGHT - BELOW_MARK - GAP * (LINES + 1.0);
    (theme.control_height() + 2.0).min((room / LINES).floor()).max(LEAST_HEIGHT)
}

/// One line of the side bar: a page with whether it is shown, or something else to press.
fn press(ui: &mut Ui, sign: MaterialIcon, label: &str, page: Option<bool>, is_narrow: bool, height: f32) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let is_here = page == Some(true);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    match page {
        Some(is_here) => {
            response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, label));
            heard::selected(&response, is_here);
            // That another page has come is said too where the focus stays here.
            heard::describe(&response, if is_here { "current page" } else { "" });
        }
        None => response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label)),
    }
    let fill = match (is_here, response.hovered()) {
        (true, _) => palette.accent_soft,
        (false, true) => palette.sunk,
        (false, false) => palette.canvas,
    };
    let ink = if is_here { palette.accent } else { palette.soft };
    ui.painter().rect_filled(rect, CornerRadius::same(CONTROL_RADIUS), fill);
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(CONTROL_RADIUS),
            theme.focus_stroke(),
            egui::StrokeKind::Inside,
        );
    }
    let icon_x = if is_narrow { rect.center().x } else { rect.left() + 21.0 };
    icon::paint(ui, sign, 20.0, pos2(icon_x, rect.center().y), ink);
    if !is_narrow {
        let font = if is_here { theme.strong() } else { theme.body() };
        let left = rect.left() + 21.0 + 21.0 * theme.text_scale;
        let mut job = egui::text::LayoutJob::simple(label.to_owned(), font, ink, (rect.right() - left - 4.0).max(20.0));
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if !is_narrow {
        return response;
    }
    let response = response.on_hover_text(label);
    heard::say_once(&response);
    response
}

/// Says at the right edge of a line of the side bar how much is due; a screen reader hears it as a description.
fn note_due(ui: &Ui, line: &Response, due: usize, is_here: bool, is_narrow: bool) {
    let here = if is_here { "current page, " } else { "" };
    heard::describe(line, &format!("{here}{due} due"));
    if is_narrow {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let ink = if is_here { theme.palette.accent } else { theme.palette.soft };
    let at = pos2(line.rect.right() - 12.0, line.rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, due.to_string(), theme.small(), ink);
}

/// Says over everything else that files can be dropped here.
pub fn drop_place(ctx: &egui::Context) {
    let theme = Theme::of(ctx);
    let painter = ctx.layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop place")));
    let rect = ctx.content_rect();
    painter.rect_filled(rect, 0.0, theme.palette.accent_soft.gamma_multiply(0.92));
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        "Drop banks to add them, or questions to import them",
        theme.title(),
        theme.palette.accent,
    );
}

//! All keys, on `?`. Shows; changes nothing.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, button, dialog, scroll, text};
use egui::{Align, Color32, Context, Layout, Response, Role, ScrollArea, Sense, Ui, Vec2, vec2};

/// Keys that do alike, and what they do.
type Line = (&'static [&'static str], &'static str);

const IN_A_QUIZ: [Line; 14] = [
    (&["1 – 9"], "choose an option"),
    (&["Enter"], "check, and go on"),
    (&["H"], "hint"),
    (&["D"], "I don’t know: show the answer, in practice"),
    (&["S"], "skip; in practice it comes back once"),
    (&["F"], "flag the question"),
    (&["W"], "why an answer got its mark, step by step"),
    (&["I"], "count my typed answer as right"),
    (&["M"], "write a remark for your teacher"),
    (&["G", "L", "C"], "how sure you are: guess, likely, certain"),
    (&["B"], "the question before, in a test"),
    (&["O"], "overview and hand in, in a test"),
    (&["E"], "see the result, when only second tries are left"),
    (&["Alt + letter"], "the same while you type an answer"),
];

const EVERYWHERE: [Line; 16] = [
    (&["Enter"], "the main button"),
    (&["Space"], "choose what has the focus"),
    (&["↑", "↓", "Tab"], "move between options and buttons"),
    (&["Esc"], "back; a quiz under way is kept"),
    (&["R"], "start today’s review, in the library"),
    (&["Ctrl K"], "find a question"),
    (&["Ctrl O"], "add a bank"),
    (&["Ctrl V"], "import copied questions, in the library"),
    (&["Ctrl S"], "save the questions that you import"),
    (&["Ctrl Z"], "undo what a notice offers to undo"),
    (&["Alt U", "Alt R"], "undo and redo a line, while you mark a paper"),
    (&["Ctrl +", "Ctrl −"], "larger and smaller text"),
    (&["Ctrl 0"], "normal text"),
    (&["Page Up", "Page Down"], "scroll by a page"),
    (&["Home", "End"], "to the beginning and to the end"),
    (&["?"], "this list"),
];

const WRITING: &str = "While you write a bank";

const WHILE_WRITING: [Line; 10] = [
    (&["Ctrl N", "Ctrl Enter"], "a next question of the same kind"),
    (&["Enter"], "in an answer: the next answer"),
    (&["Ctrl Page Up", "Ctrl Page Down"], "the question before and after"),
    (&["Alt ↑", "Alt ↓"], "move an answer, or a question in the list"),
    (&["Ctrl D"], "duplicate the question"),
    (&["Delete"], "delete the question, in the list"),
    (&["Ctrl Z", "Ctrl Y"], "undo and redo"),
    (&["Ctrl B", "Ctrl I", "Ctrl E", "Ctrl M"], "bold, italic, code, formula"),
    (&["Ctrl S"], "write the file now"),
    (&["F5"], "try the bank"),
];

/// Width of a column at normal text size, and what stays free between two of them.
const COLUMN_WIDTH: f32 = 430.0;
const COLUMN_GAP: f32 = 36.0;
/// What stays free between a key and what it does, between two keys, and between two lines.
const WORDS_GAP: f32 = 14.0;
const CAPS_GAP: f32 = 4.0;
const LINE_GAP: f32 = 7.0;
const CAP_PADDING: Vec2 = vec2(14.0, 8.0);

/// Shows the list over everything else: in two columns, or in one where there is no room for two.
pub fn show(ctx: &Context, actions: &mut Vec<Action>) {
    let theme = Theme::of(ctx);
    let is_closed = keys::take_escape(ctx) | keys::take_enter(ctx);
    let room = ctx.content_rect().size() - vec2(80.0, 220.0);
    let column = COLUMN_WIDTH * theme.text_scale;
    let has_two_columns = 2.0 * column + COLUMN_GAP <= room.x;
    let modal = dialog::show(ctx, "help", "All keys", |ui| {
        ui.set_width(if has_two_columns { 2.0 * column + COLUMN_GAP } else { column.min(room.x) });
        text::title(ui, "All keys");
        ui.add_space(8.0);
        scroll::show(ui, ScrollArea::vertical().max_height(room.y.max(120.0)), |ui| {
            if has_two_columns {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = COLUMN_GAP;
                    part(ui, column, "In a quiz", &IN_A_QUIZ);
                    part(ui, column, "Everywhere", &EVERYWHERE);
                });
                ui.add_space(16.0);
                part(ui, 2.0 * column + COLUMN_GAP, WRITING, &WHILE_WRITING);
            } else {
                let width = ui.available_width();
                part(ui, width, "In a quiz", &IN_A_QUIZ);
                ui.add_space(16.0);
                part(ui, width, "Everywhere", &EVERYWHERE);
                ui.add_space(16.0);
                part(ui, width, WRITING, &WHILE_WRITING);
            }
        });
        ui.add_space(12.0);
        frame::primary(ui, Button::primary("Close").key("Esc"))
    });
    if is_closed || modal.inner || modal.should_close() {
        actions.push(Action::ToggleHelp);
    }
}

/// A column of lines under a heading, with all that keys do at one edge.
fn part(ui: &mut Ui, width: f32, heading: &str, lines: &[Line]) {
    let caps_width = lines.iter().map(|(keys, _)| caps_width(ui, keys)).fold(0.0, f32::max);
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(WORDS_GAP, LINE_GAP);
        ui.spacing_mut().interact_size.y = 0.0;
        text::heading(ui, heading);
        for (keys, does) in lines {
            ui.horizontal_top(|ui| {
                caps(ui, keys, caps_width);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    // On the line of what is written on the key.
                    ui.add_space(CAP_PADDING.y / 2.0 - 1.0);
                    text::body(ui, *does);
                });
            });
        }
    });
}

fn caps_width(ui: &Ui, keys: &[&str]) -> f32 {
    let widths: f32 = keys.iter().map(|key| cap_size(ui, key).x).sum();
    widths + CAPS_GAP * (keys.len() as f32 - 1.0)
}

fn cap_size(ui: &Ui, key: &str) -> Vec2 {
    let font = Theme::of(ui.ctx()).mono();
    ui.fonts_mut(|fonts| fonts.layout_no_wrap(key.to_owned(), font, Color32::PLACEHOLDER)).size() + CAP_PADDING
}

/// Keys side by side, which screen readers say as one.
fn caps(ui: &mut Ui, keys: &[&str], width: f32) -> Response {
    let height = keys.iter().map(|key| cap_size(ui, key).y).fold(0.0, f32::max);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, keys.join(" ")));
    let mut left = rect.left();
    for key in keys {
        let size = cap_size(ui, key);
        let cap = egui::Rect::from_min_size(egui::pos2(left, rect.top()), size);
        button::paint_key(ui, cap, key, Theme::of(ui.ctx()).palette.text);
        left += size.x + CAPS_GAP;
    }
    response
}

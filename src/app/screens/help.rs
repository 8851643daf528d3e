//! All keys, on `?`. Shows; changes nothing.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, button, dialog, scroll, text};
use egui::{Color32, Context, Grid, ScrollArea, Sense, Ui, vec2};

const KEYS: [(&str, &str); 22] = [
    ("1 – 9", "choose an option"),
    ("Enter", "the main button: start, check, go on"),
    ("Space", "choose what has the focus"),
    ("↑ ↓ Tab", "move between options and buttons"),
    ("H", "hint"),
    ("D", "I don’t know: show the answer, in practice"),
    ("S", "skip the question; in practice it comes round once"),
    ("F", "flag the question"),
    ("W", "why an answer got its mark, step by step"),
    ("B", "the question before, in a test"),
    ("O", "overview and hand in, in a test"),
    ("G L C", "how sure you are: guess, likely, certain"),
    ("E", "see the result, when only second tries are left"),
    ("Page Up Down, Home, End", "scroll"),
    ("Alt + letter", "the same while you type an answer"),
    ("Esc", "back; a quiz under way is kept"),
    ("Ctrl K", "find a question"),
    ("Ctrl O", "add a bank"),
    ("Ctrl +  Ctrl −", "larger and smaller text"),
    ("Ctrl 0", "normal text"),
    ("Ctrl Z", "undo what a notice offers to undo"),
    ("?", "this list"),
];

/// Shows the list over everything else.
pub fn show(ctx: &Context, actions: &mut Vec<Action>) {
    let theme = Theme::of(ctx);
    let is_closed = keys::take_escape(ctx) | keys::take_enter(ctx);
    let modal = dialog::show(ctx, "help", "All keys", |ui| {
        ui.set_width((420.0 * theme.text_scale).min(ctx.content_rect().width() - 80.0));
        text::title(ui, "All keys");
        ui.add_space(8.0);
        let max_height = ctx.content_rect().height() - 220.0;
        scroll::show(ui, ScrollArea::vertical().max_height(max_height.max(120.0)), |ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            Grid::new("keys").num_columns(2).spacing(vec2(20.0, 8.0)).show(ui, |ui| {
                for (key, does) in KEYS {
                    key_cap(ui, key);
                    text::body(ui, does);
                    ui.end_row();
                }
            });
        });
        ui.add_space(12.0);
        frame::primary(ui, Button::primary("Close").key("Esc"))
    });
    if is_closed || modal.inner || modal.should_close() {
        actions.push(Action::ToggleHelp);
    }
}

fn key_cap(ui: &mut Ui, key: &str) {
    let theme = Theme::of(ui.ctx());
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(key.to_owned(), theme.mono(), Color32::PLACEHOLDER));
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(14.0, 8.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, key));
    button::paint_key(ui, rect, key, theme.palette.text);
}

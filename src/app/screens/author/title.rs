//! A field for the title of a new bank: all that is asked before the first question.

use crate::app::action::{Action, AuthorDeed};
use crate::app::input::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, dialog, field, row, text};
use egui::{Context, Key, Modifiers};

/// The title under way.
#[derive(Debug, Default)]
pub struct TitleScreen {
    is_open: bool,
    title: String,
    wants_focus: bool,
}

impl TitleScreen {
    /// Opens the field.
    pub fn open(&mut self) {
        *self = Self { is_open: true, wants_focus: true, ..Self::default() };
    }

    /// Whether the field is shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Shows the field over everything else.
    pub fn show(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        let theme = Theme::of(ctx);
        let mut is_closed = keys::take_escape(ctx);
        let modal = dialog::show(ctx, "new bank", "New bank", |ui| {
            ui.set_width((480.0 * theme.text_scale).min(ctx.content_rect().width() - 80.0));
            text::title(ui, "New bank");
            text::soft(ui, "A bank holds questions on one subject. Its title can be changed at any time.");
            ui.add_space(8.0);
            let response = field::show(ui, "Title", &mut self.title, "Rivers of Europe");
            if std::mem::take(&mut self.wants_focus) {
                response.request_focus();
            }
            let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            ui.add_space(8.0);
            let title = self.title.trim();
            let ((), (calls_off, makes)) = row::split(
                ui,
                |_| {},
                |ui| {
                    let calls_off = ui.add(Button::quiet("Cancel").key("Esc")).clicked();
                    let begin = Button::primary("Write the first question").key("Enter").enabled(!title.is_empty());
                    (calls_off, ui.add(begin).clicked())
                },
            );
            is_closed |= calls_off;
            if (makes || enter) && !title.is_empty() {
                actions.push(Action::Author(AuthorDeed::New { title: title.to_owned() }));
                is_closed = true;
            }
        });
        if is_closed || modal.should_close() {
            self.is_open = false;
        }
    }
}

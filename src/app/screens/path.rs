//! A field for the path of a bank, for desktops whose file dialog does not answer.

use crate::app::action::Action;
use crate::app::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, dialog, field, text};
use egui::{Context, Key, Modifiers};
use std::path::PathBuf;

/// The path under way.
#[derive(Debug, Default)]
pub struct PathScreen {
    is_open: bool,
    explanation: &'static str,
    path: String,
    wants_focus: bool,
}

impl PathScreen {
    /// Opens the field, with a sentence that says why.
    pub fn open(&mut self, explanation: &'static str) {
        *self = Self { is_open: true, explanation, path: String::new(), wants_focus: true };
    }

    /// Whether the field is shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Shows the field over everything else.
    pub fn show(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        let theme = Theme::of(ctx);
        let mut is_closed = keys::take_escape(ctx);
        let modal = dialog::show(ctx, "path", "Add a bank", |ui| {
            ui.set_width((520.0 * theme.text_scale).min(ctx.content_rect().width() - 80.0));
            text::title(ui, "Add a bank");
            text::soft(ui, self.explanation);
            ui.add_space(8.0);
            let response = field::show(ui, "Path of a .ron file", &mut self.path, "/home/ada/quizzes/energy.ron");
            if std::mem::take(&mut self.wants_focus) {
                response.request_focus();
            }
            let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let path = self.path.trim().trim_matches('"').to_owned();
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                let is_pressed = ui.add(Button::primary("Add").key("Enter").enabled(!path.is_empty())).clicked();
                if (is_pressed || enter) && !path.is_empty() {
                    actions.push(Action::AddBanks(vec![PathBuf::from(path)]));
                    is_closed = true;
                }
                is_closed |= ui.add(Button::secondary("Cancel").key("Esc")).clicked();
            });
        });
        if is_closed || modal.should_close() {
            self.is_open = false;
        }
    }
}

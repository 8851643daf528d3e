//! A field for the path of a file of questions, for desktops whose dialog does not answer.

use crate::app::action::{Action, ImportDeed};
use crate::app::screens::path::plain;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, heard, page, text};
use egui::{Key, Modifiers, Ui};

/// The path under way.
#[derive(Debug, Default)]
pub(super) struct PathField {
    is_open: bool,
    explanation: &'static str,
    path: String,
    failure: Option<String>,
    wants_focus: bool,
}

impl PathField {
    /// Opens the field; with an explanation where the desktop has shown no dialog.
    pub fn open(&mut self, is_without_dialog: bool) {
        let explanation =
            if is_without_dialog { "This desktop shows no dialog for files. Type the path instead." } else { "" };
        *self = Self { is_open: true, explanation, wants_focus: true, ..Self::default() };
    }

    pub fn is_open(&self) -> bool {
        self.is_open
    }

    pub fn close(&mut self) {
        self.is_open = false;
    }

    pub fn fail(&mut self, why: String) {
        (self.failure, self.wants_focus) = (Some(why), true);
    }

    /// Shows the field, where it is open.
    pub fn show(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        if !self.is_open {
            return;
        }
        page::gap(ui);
        card::show(ui, |ui| {
            if !self.explanation.is_empty() {
                text::soft(ui, self.explanation);
            }
            let example = "/home/ada/rivers.xml";
            let field =
                field::checked(ui, "Path of a file of questions", &mut self.path, example, self.failure.is_some());
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
            if field.changed() {
                self.failure = None;
            }
            let enter = field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if let Some(failure) = &self.failure {
                let theme = Theme::of(ui.ctx());
                let shown = text::paragraph(ui, failure, theme.small(), theme.palette.wrong);
                heard::announce(ui, shown.id);
            }
            let path = plain(&self.path);
            ui.horizontal_wrapped(|ui| {
                let can_read = !path.is_empty();
                if (ui.add(Button::primary("Read").key("Enter").enabled(can_read)).clicked() || enter) && can_read {
                    actions.push(Action::Import(ImportDeed::ReadTyped(path)));
                }
                if ui.add(Button::quiet("Cancel").key("Esc")).clicked() {
                    self.close();
                }
            });
        });
    }
}

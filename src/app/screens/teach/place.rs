//! A field for the path of results, for desktops whose dialog does not answer.

use crate::app::action::{Action, ForClass, TeachDeed};
use crate::app::screens::path::plain;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, heard, page, text};
use egui::{Key, Modifiers, Ui};

/// The path under way.
#[derive(Debug, Default)]
pub(super) struct PathField {
    wanted: Option<ForClass>,
    path: String,
    failure: Option<String>,
    wants_focus: bool,
}

impl PathField {
    pub fn open(&mut self, wanted: ForClass) {
        *self = Self { wanted: Some(wanted), wants_focus: true, ..Self::default() };
    }

    pub fn is_open(&self) -> bool {
        self.wanted.is_some()
    }

    pub fn fail(&mut self, why: String) {
        (self.failure, self.wants_focus) = (Some(why), true);
    }

    /// Closes the field; gives back what it asked for.
    pub fn close(&mut self) -> ForClass {
        std::mem::take(self).wanted.unwrap_or(ForClass::Files)
    }

    /// Shows the field, where it is open.
    pub fn show(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(wanted) = self.wanted else { return };
        page::gap(ui);
        card::show(ui, |ui| {
            let (label, verb) = match wanted {
                ForClass::Files | ForClass::Folder => ("Path of a .csv file or a folder of them", "Add"),
                ForClass::Watched => ("Path of the folder where the class hands in", "Watch"),
            };
            let field = field::checked(ui, label, &mut self.path, "/home/ada/class-7b", self.failure.is_some());
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
                let can_add = !path.is_empty();
                if (ui.add(Button::primary(verb).key("Enter").enabled(can_add)).clicked() || enter) && can_add {
                    actions.push(Action::Teach(TeachDeed::AddTyped(path)));
                }
                if ui.add(Button::quiet("Cancel").key("Esc")).clicked() {
                    self.close();
                }
            });
        });
    }
}

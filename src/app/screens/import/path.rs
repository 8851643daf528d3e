//! A field for the path of a file of questions, for desktops whose dialog does not answer.

use crate::app::action::{Action, ImportDeed};
use crate::app::widgets::path_field::{PathField, PathWords};
use egui::Ui;

/// The path under way, and why it is asked for.
#[derive(Debug, Default)]
pub(super) struct QuestionsPath {
    field: PathField,
    is_without_dialog: bool,
}

impl QuestionsPath {
    /// Opens the field; with an explanation where the desktop has shown no dialog.
    pub fn open(&mut self, is_without_dialog: bool) {
        self.is_without_dialog = is_without_dialog;
        self.field.open();
    }

    pub fn is_open(&self) -> bool {
        self.field.is_open()
    }

    pub fn close(&mut self) {
        self.field.close();
    }

    pub fn fail(&mut self, why: String) {
        self.field.fail(why);
    }

    /// Shows the field, where it is open.
    pub fn show(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let without_dialog = "This desktop shows no dialog for files. Type the path instead.";
        let words = PathWords {
            explanation: if self.is_without_dialog { without_dialog } else { "" },
            label: "Path of a file of questions",
            example: "/home/ada/rivers.xml",
            verb: "Read",
        };
        let path = self.field.show(ui, words);
        actions.extend(path.map(|path| Action::Import(ImportDeed::ReadTyped(path))));
    }
}

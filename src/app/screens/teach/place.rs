//! A field for the path of results, for desktops whose dialog does not answer.

use crate::app::action::{Action, ForClass, TeachDeed};
use crate::app::widgets::path_field::{PathField, PathWords};
use egui::Ui;

/// The path under way, and what it is asked for.
#[derive(Debug, Default)]
pub(super) struct ResultsPath {
    field: PathField,
    wanted: Option<ForClass>,
}

impl ResultsPath {
    pub fn open(&mut self, wanted: ForClass) {
        self.wanted = Some(wanted);
        self.field.open();
    }

    pub fn is_open(&self) -> bool {
        self.field.is_open()
    }

    pub fn fail(&mut self, why: String) {
        self.field.fail(why);
    }

    /// Closes the field; gives back what it asked for.
    pub fn close(&mut self) -> ForClass {
        self.field.close();
        self.wanted.take().unwrap_or(ForClass::Files)
    }

    /// Shows the field, where it is open.
    pub fn show(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let (label, verb) = match self.wanted {
            Some(ForClass::Watched) => ("Path of the folder where the class hands in", "Watch"),
            Some(ForClass::Files | ForClass::Folder) | None => ("Path of a .csv file or a folder of them", "Add"),
        };
        let words = PathWords { explanation: "", label, example: "/home/ada/class-7b", verb };
        let path = self.field.show(ui, words);
        actions.extend(path.map(|path| Action::Teach(TeachDeed::AddTyped(path))));
    }
}

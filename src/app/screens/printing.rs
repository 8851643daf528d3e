//! What a paper is printed with, as lines of the set-up. Draws and prints none itself.

use crate::app::action::Print;
use crate::app::widgets::{form, segmented, stepper, text};
use crate::disk::SetupChoice;
use egui::Ui;

/// A version for each letter.
const MOST_VERSIONS: u32 = 26;

/// How a paper is to be printed.
#[derive(Debug)]
pub struct PaperChoice {
    versions: u32,
    with_key: bool,
    with_sheets: bool,
}

impl Default for PaperChoice {
    fn default() -> Self {
        Self { versions: 1, with_key: true, with_sheets: false }
    }
}

impl PaperChoice {
    /// Shows the lines.
    pub fn rows(&mut self, ui: &mut Ui) {
        let hint = "The same questions, each time in another order";
        form::row(ui, "Versions", hint, false, |ui| {
            stepper::show(ui, &mut self.versions, 1..=MOST_VERSIONS, 1, "versions");
        });
        let keys = [(true, "On separate pages"), (false, "None")];
        let key = form::row(ui, "Key", "", false, |ui| segmented::show(ui, "Key", &keys, self.with_key));
        self.with_key = key.unwrap_or(self.with_key);
        let sheets = [(true, "One page each"), (false, "None")];
        let hint = "Boxes and lines apart from the questions";
        let sheet = form::row(ui, "Answer sheets", hint, false, |ui| {
            segmented::show(ui, "Answer sheets", &sheets, self.with_sheets)
        });
        self.with_sheets = sheet.unwrap_or(self.with_sheets);
        form::rule(ui);
        text::small(ui, "Your browser shows the paper, to print it from there or to save it as a PDF.");
    }

    /// The paper of so many questions of a bank.
    pub fn print(&self, bank_id: &str, choice: &SetupChoice) -> Print {
        Print {
            bank_id: bank_id.to_owned(),
            choice: choice.clone(),
            versions: self.versions,
            with_key: self.with_key,
            with_sheets: self.with_sheets,
        }
    }
}

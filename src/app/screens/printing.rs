//! The card that prints a paper as the set-up says. Draws none itself.

use crate::app::action::{Action, Print};
use crate::app::widgets::{Button, card, segmented, stepper, text};
use crate::app::words;
use crate::disk::SetupChoice;
use egui::Ui;
use egui_material_icons::icons::ICON_PRINT;

/// A version for each letter.
const MOST_VERSIONS: u32 = 26;

/// How a paper is to be printed.
#[derive(Debug)]
pub struct PrintCard {
    versions: u32,
    with_key: bool,
}

impl Default for PrintCard {
    fn default() -> Self {
        Self { versions: 1, with_key: true }
    }
}

impl PrintCard {
    /// Shows the card, for so many questions of a bank.
    pub fn show(&mut self, ui: &mut Ui, bank_id: &str, choice: &SetupChoice, planned: u32, actions: &mut Vec<Action>) {
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            text::heading(ui, "On paper");
            text::small(ui, "The same questions in each version, in another order and with options in another order.");
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                text::body(ui, "Versions");
                stepper::show(ui, &mut self.versions, 1..=MOST_VERSIONS, 1, "versions");
                if segmented::toggle(ui, "With the key", self.with_key) {
                    self.with_key = !self.with_key;
                }
                let name = format!("Print {}", words::count(planned as usize, "question"));
                if ui.add(Button::secondary("Print…").icon(ICON_PRINT).name(&name).enabled(planned > 0)).clicked() {
                    actions.push(Action::Print(Print {
                        bank_id: bank_id.to_owned(),
                        choice: choice.clone(),
                        versions: self.versions,
                        with_key: self.with_key,
                    }));
                }
            });
        });
    }
}

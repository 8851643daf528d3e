//! The card that prints a paper as the set-up says. Draws none itself.

use crate::app::action::{Action, Print};
use crate::app::widgets::{Button, card, form, segmented, stepper, text};
use crate::app::wording::words;
use crate::disk::SetupChoice;
use egui::{Align, Ui};
use egui_material_icons::icons::ICON_PRINT;

/// A version for each letter.
const MOST_VERSIONS: u32 = 26;

/// How a paper is to be printed.
#[derive(Debug)]
pub struct PrintCard {
    is_open: bool,
    /// Whether it has just been opened and is to be brought into sight.
    is_new: bool,
    versions: u32,
    with_key: bool,
}

impl Default for PrintCard {
    fn default() -> Self {
        Self { is_open: false, is_new: false, versions: 1, with_key: true }
    }
}

impl PrintCard {
    /// Whether the card is to be shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Unfolds the card.
    pub fn open(&mut self) {
        (self.is_open, self.is_new) = (true, true);
    }

    /// Unfolds the card or folds it up.
    pub fn toggle(&mut self) {
        (self.is_open, self.is_new) = (!self.is_open, !self.is_open);
    }

    /// Shows the card, for so many questions of a bank.
    pub fn show(&mut self, ui: &mut Ui, bank_id: &str, choice: &SetupChoice, planned: u32, actions: &mut Vec<Action>) {
        let shown = card::show(ui, |ui| {
            text::heading(ui, "On paper");
            let hint = "The same questions in each, in another order";
            form::row(ui, "Versions", hint, true, |ui| {
                stepper::show(ui, &mut self.versions, 1..=MOST_VERSIONS, 1, "versions");
            });
            form::row(ui, "Answers", "", false, |ui| {
                if segmented::toggle(ui, "With the key", self.with_key) {
                    self.with_key = !self.with_key;
                }
            });
            form::rule(ui);
            let name = format!("Print {}", words::count(planned as usize, "question"));
            let button = ui.add(Button::secondary(&name).icon(ICON_PRINT).enabled(planned > 0));
            if button.clicked() {
                actions.push(Action::Print(Print {
                    bank_id: bank_id.to_owned(),
                    choice: choice.clone(),
                    versions: self.versions,
                    with_key: self.with_key,
                }));
            }
            button
        });
        if std::mem::take(&mut self.is_new) {
            shown.response.scroll_to_me(Some(Align::Max));
            if crate::app::input::keys::is_keyboard_in_use(ui.ctx()) {
                shown.inner.request_focus();
            }
        }
    }
}

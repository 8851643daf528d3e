//! A paper that was printed elsewhere, by `torus paper` or on another computer: what draws it again from a bank here.

use crate::app::action::{Action, DrawAgain, MarkingDeed};
use crate::app::state::model::Model;
use crate::app::widgets::{Button, Dropdown, card, field, form, stepper, text};
use egui::Ui;

/// A version for each letter.
const MOST_VERSIONS: u32 = 26;

/// The form under way.
#[derive(Debug)]
pub struct AgainForm {
    is_open: bool,
    bank: Option<usize>,
    seed: String,
    count: String,
    topic: String,
    versions: u32,
    code: String,
}

impl Default for AgainForm {
    fn default() -> Self {
        let nothing = String::new;
        Self {
            is_open: false,
            bank: None,
            seed: nothing(),
            count: nothing(),
            topic: nothing(),
            versions: 1,
            code: nothing(),
        }
    }
}

impl AgainForm {
    /// Shows the form, or the button that opens it.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        text::heading(ui, "A paper that was printed elsewhere");
        card::show(ui, |ui| {
            text::soft(
                ui,
                "With its bank in the library, its seed draws the paper again. The seed stands under its last question and under \
                 the key; for versions, that of version A.",
            );
            if self.is_open {
                self.fields(ui, model, actions);
            } else {
                self.is_open = ui.add(Button::secondary("Draw it again…")).clicked();
            }
        });
    }

    fn fields(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        let titles: Vec<&str> = model.banks.iter().map(|bank| &*bank.title).collect();
        let current = self.bank.filter(|bank| *bank < titles.len());
        form::row(ui, "Bank", "", true, |ui| {
            let (_, chosen) = Dropdown { name: "Bank", options: &titles, current }.show(ui);
            self.bank = chosen.or(current);
        });
        form::row(ui, "Versions", "", false, |ui| {
            stepper::show(ui, &mut self.versions, 1..=MOST_VERSIONS, 1, "versions");
        });
        form::rule(ui);
        field::show(ui, "Seed", &mut self.seed, "2654435776");
        field::show(ui, "Number of questions; empty for all", &mut self.count, "20");
        field::show(ui, "Topic; empty for all", &mut self.topic, "JET/dates");
        field::show(ui, "Code at the foot, to be sure that it is the same paper", &mut self.code, "7QK2");
        if let Some(fault) = &model.marking.again_fault {
            let shown = text::body(ui, fault);
            crate::app::screens::frame::announce(ui, shown.id);
        }
        let wanted = self.wanted(model);
        let button = Button::primary("Draw it again").enabled(wanted.is_some());
        if let (true, Some(again)) = (ui.add(button).clicked(), wanted) {
            actions.push(Action::Mark(MarkingDeed::DrawAgain(again)));
        }
    }

    fn wanted(&self, model: &Model) -> Option<DrawAgain> {
        let count = match self.count.trim() {
            "" => None,
            count => Some(count.parse().ok().filter(|count| *count > 0)?),
        };
        Some(DrawAgain {
            bank_id: model.banks.get(self.bank?)?.id.to_string(),
            seed: self.seed.trim().parse().ok()?,
            count,
            topic: self.topic.clone(),
            versions: self.versions,
            code: self.code.clone(),
        })
    }
}

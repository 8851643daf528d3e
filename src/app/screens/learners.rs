//! Who learns on this computer: switch, add, rename, export, delete.

use crate::app::action::{Action, Export, Page};
use crate::app::keys;
use crate::app::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, chip, field, page, text};
use crate::history::Learner;
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{ICON_CSV, ICON_DELETE, ICON_EDIT, ICON_PERSON_ADD};

/// The names under way.
#[derive(Debug, Default)]
pub struct LearnersScreen {
    new_name: String,
    renaming: Option<(i64, String)>,
    wants_focus: bool,
}

impl LearnersScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if !model.is_modal_open() && keys::take_escape(ui.ctx()) {
            match self.renaming.take() {
                Some(_) => {}
                None => actions.push(Action::Go(Page::Library)),
            }
        }
        page::reading(ui, |ui| {
            text::title(ui, "Learners");
            text::soft(
                ui,
                "Several people can learn on this computer. Each has results of their own; nothing is sent anywhere.",
            );
            ui.add_space(12.0);
            for learner in &model.learners {
                self.learner_card(ui, model, learner, actions);
            }
            ui.add_space(8.0);
            self.new_learner(ui, actions);
        });
    }

    /// Forgets the name under way: it is kept, or its learner is gone.
    pub fn forget(&mut self) {
        self.renaming = None;
    }

    /// Forgets the name of the learner who was added.
    pub fn forget_new(&mut self) {
        self.new_name.clear();
    }

    fn learner_card(&mut self, ui: &mut Ui, model: &Model, learner: &Learner, actions: &mut Vec<Action>) {
        let is_current = learner.id == model.learner.id;
        card::show(ui, |ui| {
            if self.renaming.as_ref().is_some_and(|(id, _)| *id == learner.id) {
                self.rename_form(ui, actions);
                return;
            }
            ui.horizontal_wrapped(|ui| {
                text::heading(ui, &learner.name);
                if is_current {
                    chip::show(ui, "learning now");
                }
            });
            ui.horizontal_wrapped(|ui| {
                let name = format!("Learn as {}", learner.name);
                if !is_current && ui.add(Button::secondary(&name)).clicked() {
                    actions.push(Action::SwitchLearner(learner.id));
                }
                let name = format!("Rename {}", learner.name);
                if ui.add(Button::quiet("Rename").icon(ICON_EDIT).name(&name)).clicked() {
                    self.renaming = Some((learner.id, learner.name.clone()));
                    self.wants_focus = true;
                }
                let name = format!("Export the results of {}", learner.name);
                if ui.add(Button::quiet("Export").icon(ICON_CSV).name(&name)).clicked() {
                    actions.push(Action::Export(Export::Learner(learner.id)));
                }
                let name = format!("Delete {}", learner.name);
                if ui.add(Button::quiet("Delete").icon(ICON_DELETE).name(&name)).clicked() {
                    actions.push(Action::DeleteLearner(learner.id));
                }
            });
        });
    }

    fn rename_form(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some((id, name)) = &mut self.renaming else { return };
        let response = field::show(ui, "Name", name, "");
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let is_named = !name.trim().is_empty();
        let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut is_called_off = false;
        ui.horizontal(|ui| {
            let is_saved =
                ui.add(Button::primary("Save name").key("Enter").enabled(is_named)).clicked() || (enter && is_named);
            if is_saved {
                actions.push(Action::RenameLearner(*id, name.trim().to_owned()));
            }
            is_called_off = ui.add(Button::quiet("Cancel").key("Esc")).clicked();
        });
        if is_called_off {
            self.renaming = None;
        }
    }

    fn new_learner(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        card::show(ui, |ui| {
            text::heading(ui, "Somebody new");
            let response = field::show(ui, "Name of the new learner", &mut self.new_name, "");
            let is_named = !self.new_name.trim().is_empty();
            let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            ui.add_space(theme.text_scale);
            let button = Button::secondary("Add learner").icon(ICON_PERSON_ADD).enabled(is_named);
            if (ui.add(button).clicked() || enter) && is_named {
                actions.push(Action::AddLearner(self.new_name.trim().to_owned()));
            }
        });
    }
}

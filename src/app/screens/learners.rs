//! Who learns on this computer: switch, add, rename, export, delete; and results of another computer.

use crate::app::action::{Action, Export, Page};
use crate::app::input::keys;
use crate::app::state::model::Model;
use crate::app::widgets::path_field::plain;
use crate::app::widgets::{Button, Menu, card, chip, field, form, menu, page, row, text};
use crate::history::Learner;
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{
    ICON_CSV, ICON_DELETE, ICON_EDIT, ICON_FOLDER_OPEN, ICON_MORE_HORIZ, ICON_PERSON_ADD,
};

const BRING_IN: &str = "Bring in results from another computer…";

/// The names under way.
#[derive(Debug, Default)]
pub struct LearnersScreen {
    new_name: String,
    renaming: Option<(i64, String)>,
    wants_focus: bool,
    /// The path of another computer's data folder, while it is typed.
    folder: Option<String>,
}

impl LearnersScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if !model.is_modal_open() && !menu::is_any_open(ui) && keys::take_escape(ui.ctx()) {
            match self.renaming.take() {
                Some(_) => {}
                None if self.folder.take().is_some() => {}
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
            card::show(ui, |ui| {
                for (index, learner) in model.learners.iter().enumerate() {
                    if index > 0 {
                        form::rule(ui);
                    }
                    self.learner_row(ui, model, learner, actions);
                }
            });
            page::gap(ui);
            self.new_learner(ui, actions);
            page::gap(ui);
            self.other_computer(ui, actions);
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

    /// Shows a field for the path of another computer's data folder: no dialog can be shown.
    pub fn ask_for_folder(&mut self) {
        self.folder = Some(String::new());
        self.wants_focus = true;
    }

    /// Forgets that path: its results are coming in.
    pub fn forget_folder(&mut self) {
        self.folder = None;
    }

    fn learner_row(&mut self, ui: &mut Ui, model: &Model, learner: &Learner, actions: &mut Vec<Action>) {
        if self.renaming.as_ref().is_some_and(|(id, _)| *id == learner.id) {
            self.rename_form(ui, actions);
            return;
        }
        let is_current = learner.id == model.learner.id;
        let who = |ui: &mut Ui| {
            text::heading(ui, &learner.name);
            if is_current {
                chip::show(ui, "active");
            }
        };
        let (_, wish) = row::split(ui, who, |ui| {
            let name = format!("Switch to {}", learner.name);
            let switches = !is_current && ui.add(Button::secondary("Switch").name(&name)).clicked();
            let wish = more(ui, learner);
            if switches { Some(Wish::Do(Action::SwitchLearner(learner.id))) } else { wish }
        });
        match wish {
            Some(Wish::Do(action)) => actions.push(action),
            Some(Wish::Rename) => {
                self.renaming = Some((learner.id, learner.name.clone()));
                self.wants_focus = true;
            }
            None => {}
        }
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
        text::heading(ui, "Add a learner");
        card::show(ui, |ui| {
            let response = field::show(ui, "Name of the new learner", &mut self.new_name, "");
            let is_named = !self.new_name.trim().is_empty();
            let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let button = Button::secondary("Add learner").icon(ICON_PERSON_ADD).enabled(is_named);
            if (ui.add(button).clicked() || enter) && is_named {
                actions.push(Action::AddLearner(self.new_name.trim().to_owned()));
            }
        });
    }

    fn other_computer(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        text::heading(ui, "Results from another computer");
        card::show(ui, |ui| {
            text::soft(
                ui,
                "Learners and quizzes of another data folder, on a memory stick for instance, are added to those here. What is \
                 here already is not added twice, and nothing is lost.",
            );
            if self.folder.is_some() {
                self.folder_form(ui, actions);
            } else if ui.add(Button::secondary(BRING_IN).icon(ICON_FOLDER_OPEN)).clicked() {
                actions.push(Action::ChooseResultsFolder);
            }
        });
    }

    fn folder_form(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(path) = &mut self.folder else { return };
        text::soft(ui, "This desktop shows no dialog for folders. Type the path of the other computer’s data folder.");
        let response = field::show(ui, "Path of a data folder", path, "/media/stick/torus");
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let typed = plain(path);
        let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut is_called_off = false;
        ui.horizontal(|ui| {
            let button = Button::primary("Bring in").key("Enter").enabled(!typed.is_empty());
            if (ui.add(button).clicked() || enter) && !typed.is_empty() {
                actions.push(Action::BringInTyped(typed.clone()));
            }
            is_called_off = ui.add(Button::quiet("Cancel").key("Esc")).clicked();
        });
        if is_called_off {
            self.folder = None;
        }
    }
}

/// What is wanted of a learner.
#[derive(Clone)]
enum Wish {
    Do(Action),
    Rename,
}

/// What is done now and then.
fn more(ui: &mut Ui, learner: &Learner) -> Option<Wish> {
    let name = format!("More about {}", learner.name);
    Menu::new(&name)
        .deed(ICON_EDIT, "Rename", Wish::Rename)
        .deed(ICON_CSV, "Export answers (CSV)…", Wish::Do(Action::Export(Export::Learner(learner.id))))
        .deed(ICON_DELETE, "Delete", Wish::Do(Action::DeleteLearner(learner.id)))
        .show(ui, Button::icon_only(ICON_MORE_HORIZ, &name).in_line_right())
}

//! The class's page before there is a class: what it is for, and how results come here.

use super::place::ResultsPath;
use crate::app::action::{Action, ForClass, TeachDeed};
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, card, page, text};
use egui::Ui;
use egui_material_icons::icons::{ICON_FOLDER_OPEN, ICON_SYNC};

const STEPS: [(&str, &str); 3] = [
    (
        "Learners hand in",
        "Each learner exports responses as CSV from a result or from Settings, or hands in to a shared folder by itself: \
         Settings, Hand in.",
    ),
    (
        "You add the files here",
        "By button, by drop, or a whole folder. Files that a spreadsheet has saved again can be read too, and one quiz in two \
         files counts once.",
    ),
    (
        "You see what to teach again",
        "Which topics were not understood, which questions need a look, and who needs help. Nothing leaves this computer.",
    ),
];

/// Shows what the page is for.
pub(super) fn show(ui: &mut Ui, model: &Model, path: &mut ResultsPath, actions: &mut Vec<Action>) {
    text::title(ui, "Teach");
    ui.add_space(4.0);
    if model.teach.is_reading {
        text::soft(ui, "The results of the class are being read…");
        return;
    }
    text::soft(ui, "See what a class has understood, from the results that its learners export.");
    page::gap(ui);
    card::show(ui, |ui| {
        for (place, (what, how)) in STEPS.iter().enumerate() {
            if place > 0 {
                ui.add_space(8.0);
            }
            text::heading(ui, format!("{}. {what}", place + 1));
            text::soft(ui, *how);
        }
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            if frame::primary(ui, Button::primary("Add results…").icon(ICON_FOLDER_OPEN)) {
                actions.push(Action::Teach(TeachDeed::Choose(ForClass::Files)));
            }
            if ui.add(Button::secondary("Add a folder…")).clicked() {
                actions.push(Action::Teach(TeachDeed::Choose(ForClass::Folder)));
            }
            if ui.add(Button::secondary("Watch a folder…").icon(ICON_SYNC)).clicked() {
                actions.push(Action::Teach(TeachDeed::Choose(ForClass::Watched)));
            }
            if ui.add(Button::quiet("Type a path")).clicked() {
                actions.push(Action::Teach(TeachDeed::AskForPath));
            }
        });
    });
    if let Some(folder) = &model.class_folder {
        page::gap(ui);
        super::files::watched(ui, folder, actions);
    }
    path.show(ui, actions);
}

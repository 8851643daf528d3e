//! Settings: looks, keys, and where things are kept.

use crate::app::action::{Action, Page, Setting};
use crate::app::keys;
use crate::app::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, page, segmented, text};
use crate::disk::ThemeChoice;
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{ICON_CONTENT_COPY, ICON_KEYBOARD};

/// The text sizes offered, in percent.
pub const TEXT_SCALES: [u16; 7] = [80, 90, 100, 125, 150, 175, 200];

/// The name under way.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    name: String,
    learner_id: Option<i64>,
}

impl SettingsScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if self.learner_id != Some(model.learner.id) {
            *self = Self { name: model.learner.name.clone(), learner_id: Some(model.learner.id) };
        }
        if !model.is_modal_open() && keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        page::reading(ui, |ui| {
            text::title(ui, "Settings");
            ui.add_space(8.0);
            looks(ui, model, actions);
            ui.add_space(4.0);
            keyboard(ui, model, actions);
            ui.add_space(4.0);
            self.learner(ui, model, actions);
            ui.add_space(4.0);
            data_folder(ui, model, actions);
            ui.add_space(8.0);
            text::small(ui, format!("Torus {}", env!("CARGO_PKG_VERSION")));
        });
    }

    fn learner(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        card::show(ui, |ui| {
            text::heading(ui, "Learner");
            let response = field::show(ui, "Your name, as it stands in exports", &mut self.name, "");
            let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let name = self.name.trim();
            let is_new = !name.is_empty() && name != model.learner.name;
            ui.horizontal_wrapped(|ui| {
                if (ui.add(Button::secondary("Save name").enabled(is_new)).clicked() || enter) && is_new {
                    actions.push(Action::RenameLearner(model.learner.id, name.to_owned()));
                }
                if ui.add(Button::quiet("All learners")).clicked() {
                    actions.push(Action::Go(Page::Learners));
                }
            });
        });
    }
}

fn looks(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        text::heading(ui, "Appearance");
        let themes =
            [(ThemeChoice::System, "As the desktop"), (ThemeChoice::Light, "Light"), (ThemeChoice::Dark, "Dark")];
        if let Some(theme) = segmented::show(ui, "Theme", &themes, model.settings.theme) {
            actions.push(Action::Set(Setting::Theme(theme)));
        }
        ui.add_space(8.0);
        text::heading(ui, "Text size");
        let labels = TEXT_SCALES.map(|scale| format!("{scale} %"));
        let scales: Vec<(u16, &str)> = TEXT_SCALES.into_iter().zip(labels.iter().map(String::as_str)).collect();
        if let Some(scale) = segmented::show(ui, "Text size", &scales, model.settings.text_scale_percent) {
            actions.push(Action::Set(Setting::TextScale(scale)));
        }
        ui.add_space(8.0);
        text::heading(ui, "Motion");
        let motions = [(None, "As the desktop"), (Some(false), "Allowed"), (Some(true), "Reduced")];
        if let Some(motion) = segmented::show(ui, "Motion", &motions, model.settings.reduce_motion) {
            actions.push(Action::Set(Setting::ReduceMotion(motion)));
        }
    });
}

fn keyboard(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        text::heading(ui, "Keyboard");
        let choices = [(true, "Letters alone"), (false, "Only with Alt")];
        if let Some(on) = segmented::show(ui, "Letter commands", &choices, model.settings.single_letter_keys) {
            actions.push(Action::Set(Setting::SingleLetterKeys(on)));
        }
        text::small(ui, "Where you type an answer, letters type; commands are then Alt and the letter.");
        if ui.add(Button::quiet("All keys").name("Show all keys").icon(ICON_KEYBOARD).key("?")).clicked() {
            actions.push(Action::ToggleHelp);
        }
    });
}

fn data_folder(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    card::show(ui, |ui| {
        text::heading(ui, "Data folder");
        text::small(ui, "Results, their daily copies, settings and your own banks are kept here, and nowhere else:");
        text::paragraph(ui, &model.data_folder, theme.mono(), theme.palette.text);
        text::small(ui, "To keep them elsewhere, start Torus with --data-dir FOLDER.");
        if ui.add(Button::quiet("Copy the path").icon(ICON_CONTENT_COPY)).clicked() {
            actions.push(Action::Copy(model.data_folder.clone()));
        }
    });
}

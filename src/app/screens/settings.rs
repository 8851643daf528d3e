//! Settings: looks, keys, and where things are kept.

use crate::app::action::{Action, Page, Setting};
use crate::app::input::keys;
use crate::app::screens::handing_in::HandInForm;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, form, page, segmented, text};
use crate::disk::{HandInError, ThemeChoice};
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{ICON_CONTENT_COPY, ICON_KEYBOARD};

/// The text sizes offered, in percent.
pub const TEXT_SCALES: [u16; 7] = [80, 90, 100, 125, 150, 175, 200];

/// The name and the path under way.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    name: String,
    learner_id: Option<i64>,
    hand_in: HandInForm,
}

impl SettingsScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if self.learner_id != Some(model.learner.id) {
            let (name, learner_id) = (model.learner.name.clone(), Some(model.learner.id));
            *self = Self { name, learner_id, hand_in: HandInForm::default() };
        }
        if !model.is_modal_open() && keys::take_escape(ui.ctx()) && !self.hand_in.close() {
            actions.push(Action::Go(Page::Library));
        }
        page::reading(ui, |ui| {
            text::title(ui, "Settings");
            ui.add_space(4.0);
            section(ui, "Appearance", |ui| looks(ui, model, actions));
            section(ui, "Keyboard", |ui| keyboard(ui, model, actions));
            section(ui, "Learner", |ui| self.learner(ui, model, actions));
            section(ui, "Handing in", |ui| self.hand_in.show(ui, model, actions));
            section(ui, "Data folder", |ui| data_folder(ui, model, actions));
            text::small(ui, format!("Torus {}", env!("CARGO_PKG_VERSION")));
        });
    }

    /// Shows a field for the path of the folder to hand in to: no dialog can be shown.
    pub fn ask_for_hand_in_folder(&mut self) {
        self.hand_in.open();
    }

    /// Whether that field is shown.
    pub fn is_asking_for_hand_in_folder(&self) -> bool {
        self.hand_in.is_open()
    }

    /// Says there why the folder cannot be used.
    pub fn refuse_hand_in_folder(&mut self, error: &HandInError) {
        self.hand_in.refuse(error);
    }

    /// Takes that field away: the folder is taken.
    pub fn forget_hand_in_folder(&mut self) {
        self.hand_in.close();
    }

    fn learner(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
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
    }
}

/// A card under its heading.
fn section(ui: &mut Ui, heading: &str, contents: impl FnOnce(&mut Ui)) {
    text::heading(ui, heading);
    card::show(ui, contents);
    page::gap(ui);
}

fn looks(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let themes = [(ThemeChoice::System, "Same as system"), (ThemeChoice::Light, "Light"), (ThemeChoice::Dark, "Dark")];
    let theme = form::row(ui, "Theme", "", true, |ui| segmented::show(ui, "Theme", &themes, model.settings.theme));
    actions.extend(theme.map(|theme| Action::Set(Setting::Theme(theme))));
    let labels = TEXT_SCALES.map(|scale| format!("{scale} %"));
    let scales: Vec<(u16, &str)> = TEXT_SCALES.into_iter().zip(labels.iter().map(String::as_str)).collect();
    let scale = form::row(ui, "Text size", "", false, |ui| {
        segmented::show(ui, "Text size", &scales, model.settings.text_scale_percent)
    });
    actions.extend(scale.map(|scale| Action::Set(Setting::TextScale(scale))));
    let motions = [(None, "Same as system"), (Some(false), "Allowed"), (Some(true), "Reduced")];
    let motion =
        form::row(ui, "Motion", "", false, |ui| segmented::show(ui, "Motion", &motions, model.settings.reduce_motion));
    actions.extend(motion.map(|motion| Action::Set(Setting::ReduceMotion(motion))));
}

fn keyboard(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let choices = [(true, "Single letters"), (false, "Only with Alt")];
    let hint = "Where an answer is typed, always with Alt";
    let on = form::row(ui, "Letter commands", hint, true, |ui| {
        segmented::show(ui, "Letter commands", &choices, model.settings.single_letter_keys)
    });
    actions.extend(on.map(|on| Action::Set(Setting::SingleLetterKeys(on))));
    form::rule(ui);
    if ui.add(Button::quiet("All keys").name("Show all keys").icon(ICON_KEYBOARD).key("?").in_line()).clicked() {
        actions.push(Action::ToggleHelp);
    }
}

fn data_folder(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let hands_in = model.settings.hand_in_of(model.learner.uuid).is_some();
    let elsewhere = if hands_in { "; what you hand in lies in its folder as well:" } else { ", and nowhere else:" };
    text::small(ui, format!("Results, their daily copies, settings and your own banks are kept here{elsewhere}"));
    text::paragraph(ui, &model.data_folder, theme.mono(), theme.palette.text);
    text::small(ui, "To keep them elsewhere, start Torus with --data-dir FOLDER.");
    if ui.add(Button::quiet("Copy the path").icon(ICON_CONTENT_COPY).in_line()).clicked() {
        actions.push(Action::Copy(model.data_folder.clone()));
    }
}

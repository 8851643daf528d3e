//! What the bank to be is called, and how it is made.

use super::{ImportScreen, reading};
use crate::app::action::{Action, ImportDeed};
use crate::app::state::import::Import;
use crate::app::state::model::Model;
use crate::app::theme::{READING_WIDTH, Theme};
use crate::app::widgets::{Button, Menu, card, field, form, heard, scroll, segmented, text};
use crate::app::wording::import_words;
use crate::exchange::MakeOptions;
use egui::{ScrollArea, Ui};
use egui_material_icons::icons::ICON_EXPAND_MORE;

impl ImportScreen {
    pub(super) fn bank(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        import: &Import,
        is_whole: bool,
        actions: &mut Vec<Action>,
    ) {
        scroll::show(ui, ScrollArea::vertical().id_salt("import bank").auto_shrink(false), |ui| {
            ui.set_max_width(Theme::of(ui.ctx()).width_of_text(READING_WIDTH).min(ui.available_width()));
            card::show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                if !is_whole {
                    ui.horizontal_wrapped(|ui| {
                        actions.extend(reading::choices(ui, &model.import, Some(&import.file)));
                    });
                }
                quizzes(ui, model, import, actions);
                names(ui, model, import, actions);
                self.topics(ui, import, actions);
                cards(ui, import, actions);
            });
            let pictures = import_words::pictures(import);
            if !pictures.is_empty() {
                text::small(ui, pictures);
            }
        });
    }

    /// The topics of the file, or one for all.
    fn topics(&mut self, ui: &mut Ui, import: &Import, actions: &mut Vec<Action>) {
        let is_one = import.make.one_topic.is_some();
        let hint = if import.considered.has_topics { "" } else { "This file has no topics." };
        let chosen = form::row(ui, "Topics", hint, false, |ui| {
            segmented::show(ui, "Topics", &[(false, "From the file"), (true, "One topic")], is_one)
        });
        let with = |topic: Option<&str>| {
            let one_topic = topic.map(|topic| topic.trim().into());
            Action::Import(ImportDeed::MakeWith(MakeOptions { one_topic, ..import.make.clone() }))
        };
        if let Some(is_one) = chosen {
            actions.push(with(is_one.then_some(&self.topic)));
        }
        if is_one && field::show(ui, "Topic of all questions", &mut self.topic, "Rivers/Europe").changed() {
            actions.push(with(Some(&self.topic)));
        }
    }
}

fn quizzes(ui: &mut Ui, model: &Model, import: &Import, actions: &mut Vec<Action>) {
    let count = import.file.banks.len();
    if count < 2 {
        return;
    }
    let names: Vec<String> =
        (0..count).map(|quiz| import_words::quiz(import, quiz, model.import.source.as_ref())).collect();
    let menu = Menu::new("Quizzes of this package");
    let menu = names.iter().enumerate().fold(menu, |menu, (quiz, name)| menu.choice(name, quiz == import.quiz, quiz));
    let label = names[import.quiz].as_str();
    let name = format!("Quiz: {label}");
    let chosen = form::row(ui, "Quiz", "", true, |ui| {
        menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name))
    });
    actions.extend(chosen.map(|quiz| Action::Import(ImportDeed::TakeQuiz(quiz))));
}

fn names(ui: &mut Ui, model: &Model, import: &Import, actions: &mut Vec<Action>) {
    let (mut title, mut id) = (import.title.clone(), import.id.clone());
    let is_empty = |text: &str| text.trim().is_empty();
    if field::checked(ui, "Title of the bank", &mut title, "Rivers", is_empty(&import.title)).changed() {
        actions.push(Action::Import(ImportDeed::Title(title)));
    }
    if field::checked(ui, "Id of the bank", &mut id, "rivers", is_empty(&import.id)).changed() {
        actions.push(Action::Import(ImportDeed::Id(id)));
    }
    if let Some(bank) = model.banks.iter().find(|bank| *bank.id == *import.id.trim()) {
        let theme = Theme::of(ui.ctx());
        let words = format!(
            "“{}” has this id already. Results belong to the id, and of two banks with one only the first is played.",
            bank.title
        );
        let shown = text::paragraph(ui, words, theme.small(), theme.palette.amber);
        heard::announce(ui, shown.id);
    }
}

fn cards(ui: &mut Ui, import: &Import, actions: &mut Vec<Action>) {
    if !import.considered.has_cards {
        return;
    }
    let with_cards = import.make.with_cards;
    let is_pressed =
        form::row(ui, "Without a key", "", false, |ui| segmented::toggle(ui, import_words::CARDS_TO_RATE, with_cards));
    text::small(ui, import_words::CARDS);
    if is_pressed {
        let options = MakeOptions { with_cards: !with_cards, ..import.make.clone() };
        actions.push(Action::Import(ImportDeed::MakeWith(options)));
    }
}

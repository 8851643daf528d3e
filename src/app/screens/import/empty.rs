//! The page before anything is read: what can be, how it comes here, and why a file gave nothing.

use super::path::QuestionsPath;
use super::reading;
use crate::app::action::{Action, ImportDeed, Page};
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, bar, card, heard, icon, page, text};
use crate::app::wording::{import_words, words};
use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_CONTENT_PASTE, ICON_ERROR, ICON_FILE_OPEN, ICON_KEYBOARD};

/// Shows what can be read, what is being read, or why it could not be.
pub(super) fn show(ui: &mut Ui, model: &Model, path: &mut QuestionsPath, actions: &mut Vec<Action>) {
    page::reading(ui, |ui| {
        if ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked() {
            actions.push(Action::Go(Page::Library));
        }
        text::title(ui, "Import questions");
        ui.add_space(4.0);
        if model.import.is_reading {
            under_way(ui, model, actions);
            return;
        }
        text::soft(ui, import_words::NOTHING_WRITTEN);
        page::gap(ui);
        failure(ui, model, actions);
        card::show(ui, |ui| {
            text::heading(ui, "What can be read");
            text::body(ui, import_words::WHAT_IS_READ);
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                if !path.is_open()
                    && frame::primary(ui, Button::primary("Choose a file…").icon(ICON_FILE_OPEN).key("Enter"))
                {
                    actions.push(Action::Import(ImportDeed::Choose));
                }
                if ui.add(Button::secondary("Paste questions…").icon(ICON_CONTENT_PASTE).key("Ctrl V")).clicked() {
                    actions.push(Action::Import(ImportDeed::Paste));
                }
                if ui.add(Button::quiet("Type a path").icon(ICON_KEYBOARD)).clicked() {
                    actions.push(Action::Import(ImportDeed::AskForPath));
                }
            });
            text::small(ui, "Or drop a file anywhere on this window.");
        });
        path.show(ui, actions);
    });
}

/// How far reading is, once that takes noticeably long.
pub(super) fn under_way(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let name = model.import.source.as_ref().map(|source| source.name()).unwrap_or_default();
    let Some(loading) = &model.importing else {
        text::soft(ui, format!("Reading {name}…"));
        return;
    };
    card::show(ui, |ui| {
        let told = format!("Reading {}: {}", loading.name, words::percent(f64::from(loading.share) * 100.0));
        heard::leave_out(&text::soft(ui, told.as_str()));
        bar::show(ui, loading.share, 6.0, &told);
        if ui.add(Button::secondary("Stop")).clicked() {
            actions.push(Action::Import(ImportDeed::Stop));
        }
    });
}

fn failure(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let Some(failure) = &model.import.failure else { return };
    let theme = Theme::of(ui.ctx());
    card::edged(ui, theme.palette.wrong, |ui| {
        ui.horizontal_top(|ui| {
            icon::show(ui, ICON_ERROR, 20.0, theme.palette.wrong);
            let told = text::body(ui, failure);
            frame::announce(ui, told.id);
        });
        // Where the content is misread, whoever knows better says so.
        ui.horizontal_wrapped(|ui| {
            text::small(ui, "Do you know which format it is?");
            actions.extend(reading::choices(ui, &model.import, None));
        });
    });
    page::gap(ui);
}

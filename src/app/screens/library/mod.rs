//! The library: carry on where you left, or choose what to learn next.

mod added;
mod bank_card;
mod due_card;
mod faulty_card;

use crate::app::action::{Action, AuthorDeed, ImportDeed, Page};
use crate::app::input::keys;
use crate::app::screens::unfinished;
use crate::app::state::agenda::Agenda;
use crate::app::state::card::{BankCard, Card};
use crate::app::state::model::Model;
use crate::app::theme::{CARD_GAP, Theme};
use crate::app::widgets::{Button, menu, page, row, text};
use crate::bank::Mode;
use crate::sitting::put_together;
use egui::{Align, Id, Key, Layout, Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_EDIT_NOTE, ICON_FILE_OPEN, ICON_KEYBOARD, ICON_SEARCH};

/// Width of a page below which cards stand in one column, at normal text size.
const TWO_COLUMN_WIDTH: f32 = 640.0;
/// Width of a page below which the buttons stand under the title, at normal text size.
const ONE_LINE_WIDTH: f32 = 700.0;

/// Heights that differ by less are taken for one.
const SAME_HEIGHT: f32 = 0.5;

const DROP_WORDS: &str = "Drop banks, or other programs’ questions, anywhere on this window.";

/// Shows the screen.
pub fn show(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    if !model.is_modal_open() && !menu::is_any_open(ui) {
        listen(ui, model, actions);
    }
    page::wide(ui, |ui| {
        header(ui, actions);
        ui.add_space(8.0);
        if let Some(added) = &model.added {
            added::show(ui, added, actions);
            page::gap(ui);
        }
        if let Some(sitting) = model.unfinished.first() {
            unfinished::offer(ui, sitting, actions);
            unfinished::others(ui, model.unfinished.len() - 1);
            page::gap(ui);
        }
        if let Some(agenda) = due(model) {
            let is_next = model.unfinished.is_empty() && model.added.is_none();
            due_card::show(ui, agenda, is_next, model.settings.single_letter_keys, actions);
            page::gap(ui);
        }
        banks(ui, model, actions);
        for faulty in model.cards.iter().filter_map(Card::as_faulty) {
            faulty_card::show(ui, faulty, actions);
            page::gap(ui);
        }
        footer(ui, actions);
    });
}

fn banks(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let scale = 0.4 + 0.6 * Theme::of(ui.ctx()).text_scale;
    let columns = if ui.available_width() >= TWO_COLUMN_WIDTH * scale { 2 } else { 1 };
    let width = (ui.available_width() - CARD_GAP * (columns as f32 - 1.0)) / columns as f32;
    let banks: Vec<&BankCard> = model.cards.iter().filter_map(Card::as_bank).collect();
    let is_next = model.unfinished.is_empty() && model.added.is_none() && due(model).is_none();
    let primary = next_bank(model).filter(|_| is_next);
    let due_in = |bank: &BankCard| model.agenda.as_ref().and_then(|agenda| agenda.due_by_bank.get(&bank.id).copied());
    for (index, in_row) in banks.chunks(columns).enumerate() {
        // Cards of one row are as high as the highest of them was in the last frame.
        let height_id = Id::unique(("library row", index));
        let row_height = ui.data(|data| data.get_temp::<f32>(height_id)).unwrap_or_default();
        let mut highest: f32 = 0.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = CARD_GAP;
            for bank in in_row {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    let is_primary = primary.is_some_and(|primary| primary.key == bank.key);
                    let height = bank_card::show(ui, bank, due_in(bank).unwrap_or(0), row_height, is_primary, actions);
                    highest = highest.max(height);
                });
            }
        });
        if (highest - row_height).abs() > SAME_HEIGHT {
            ui.data_mut(|data| data.insert_temp(height_id, highest));
            // Laid out again before anything is painted; where that was done already, in the next frame.
            ui.ctx().request_discard("cards of one row are as high as the highest of them");
            if !ui.ctx().will_discard() {
                ui.ctx().request_repaint();
            }
        }
        page::gap(ui);
    }
}

/// The bank that `Enter` opens where nothing waits.
fn next_bank(model: &Model) -> Option<&BankCard> {
    model.cards.iter().filter_map(Card::as_bank).find(|bank| bank.question_count > 0)
}

/// What can be reviewed, where something is due.
fn due(model: &Model) -> Option<&Agenda> {
    // Who is in the middle of a review goes on with that.
    let is_under_way = model.unfinished.iter().any(|sitting| sitting.quiz_id == put_together::REVIEW);
    model.agenda.as_deref().filter(|agenda| agenda.due > 0 && !is_under_way)
}

fn listen(ui: &Ui, model: &Model, actions: &mut Vec<Action>) {
    if due(model).is_some() && keys::take_letter(ui.ctx(), Key::R, model.settings.single_letter_keys) {
        actions.push(Action::StartReview);
        return;
    }
    if !keys::take_enter(ui.ctx()) {
        return;
    }
    if let Some(added) = &model.added {
        actions.push(added::mend(added));
    } else if let Some(sitting) = model.unfinished.first() {
        actions.push(Action::Resume(sitting.id));
    } else if due(model).is_some() {
        actions.push(Action::StartReview);
    } else if let Some(bank) = next_bank(model) {
        actions.push(Action::SetUp { bank_id: bank.id.clone(), mode: Some(Mode::Practice), topic: None });
    }
}

fn header(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.available_width() >= ONE_LINE_WIDTH * Theme::of(ui.ctx()).text_scale {
        row::split(ui, |ui| text::title(ui, "Library"), |ui| header_buttons(ui, false, actions));
    } else {
        text::title(ui, "Library");
        ui.horizontal_wrapped(|ui| header_buttons(ui, true, actions));
    }
}

fn header_buttons(ui: &mut Ui, is_at_the_left: bool, actions: &mut Vec<Action>) {
    let search = Button::quiet("Search questions").icon(ICON_SEARCH).key("Ctrl K");
    if ui.add(if is_at_the_left { search.in_line() } else { search }).clicked() {
        actions.push(Action::Go(Page::Search));
    }
    if ui.add(Button::secondary("New bank").icon(ICON_EDIT_NOTE)).clicked() {
        actions.push(Action::Author(AuthorDeed::AskForTitle));
    }
    if ui.add(Button::secondary("Import questions…").icon(ICON_FILE_OPEN)).clicked() {
        actions.push(Action::Import(ImportDeed::Begin));
    }
    if ui.add(Button::secondary("Add a bank").icon(ICON_ADD)).clicked() {
        actions.push(Action::ChooseBanks);
    }
}

/// The ways to add a bank that need no dialog of the desktop.
fn footer(ui: &mut Ui, actions: &mut Vec<Action>) {
    let path = Button::quiet("Type a path").icon(ICON_KEYBOARD).name("Type the path of a bank");
    let asks = if ui.available_width() >= ONE_LINE_WIDTH * Theme::of(ui.ctx()).text_scale {
        let words = |ui: &mut Ui| text::small(ui, DROP_WORDS);
        row::split(ui, words, |ui| ui.add(path.in_line_right()).clicked()).1
    } else {
        text::small(ui, DROP_WORDS);
        ui.add(path.in_line()).clicked()
    };
    actions.extend(asks.then_some(Action::AskForPath));
}

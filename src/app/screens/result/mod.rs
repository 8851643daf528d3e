//! The result: what you know and what not, every question to look at again, and what to do next.

mod review;
mod rows;
mod score;
mod words;

pub use words::spoken;

use crate::app::action::{Action, Export, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::state::result_view::ResultView;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, Menu, menu, page, row, text};
use crate::app::wording::words as all_words;
use crate::sitting::Sitting;
use egui::{Align, Layout, Ui, vec2};
use egui_material_icons::icons::{ICON_CSV, ICON_EVENT_BUSY, ICON_EVENT_REPEAT, ICON_MORE_HORIZ, ICON_PERSON};

/// Width below which the two cards stand one under the other, at normal text size.
const SIDE_BY_SIDE_WIDTH: f32 = 700.0;
/// Width of the card with the ring.
const SUMMARY_WIDTH: f32 = 330.0;

/// Shows the result, or one question of it.
pub fn show(ui: &mut Ui, model: &Model, result: &ResultView, actions: &mut Vec<Action>) {
    match result.reviewing.and_then(|index| Some((index, result.sitting.turns.get(index)?))) {
        Some((index, turn)) => review::show(ui, model, result, index, turn, actions),
        None => summary(ui, model, result, actions),
    }
}

fn summary(ui: &mut Ui, model: &Model, result: &ResultView, actions: &mut Vec<Action>) {
    let mistakes = result.sitting.mistakes().len();
    if !model.is_modal_open() && !menu::is_any_open(ui) {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(if mistakes > 0 { Action::PractiseMistakes } else { Action::Go(Page::Library) });
        }
    }
    page::wide(ui, |ui| {
        header(ui, model, result, mistakes, actions);
        ui.add_space(16.0);
        let scale = Theme::of(ui.ctx()).text_scale;
        if ui.available_width() < SIDE_BY_SIDE_WIDTH * scale {
            score::show(ui, model, result);
            ui.add_space(12.0);
            rows::show(ui, result, actions);
        } else {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                let width = SUMMARY_WIDTH * (0.5 + 0.5 * scale);
                column(ui, width, |ui| score::show(ui, model, result));
                let width = ui.available_width();
                column(ui, width, |ui| rows::show(ui, result, actions));
            });
        }
    });
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn header(ui: &mut Ui, model: &Model, result: &ResultView, mistakes: usize, actions: &mut Vec<Action>) {
    let sitting = &result.sitting;
    let names = format!("{} · {}", sitting.bank_title, all_words::mode(sitting.terms.mode));
    let theme = Theme::of(ui.ctx());
    if ui.available_width() < SIDE_BY_SIDE_WIDTH * theme.text_scale {
        header_words(ui, sitting, names);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| buttons(ui, model, sitting, mistakes, actions));
    } else {
        let words = |ui: &mut Ui| ui.vertical(|ui| header_words(ui, sitting, names));
        row::split(ui, words, |ui| {
            more(ui, model, sitting, actions);
            export_button(ui, sitting, actions);
            done_button(ui, mistakes, actions);
            mistakes_button(ui, mistakes, actions);
        });
    }
}

fn header_words(ui: &mut Ui, sitting: &Sitting, names: String) {
    text::soft(ui, names);
    text::title(ui, words::headline(sitting));
    text::body(ui, words::next_step(sitting));
}

/// Where the buttons stand below the words, the primary one comes first.
fn buttons(ui: &mut Ui, model: &Model, sitting: &Sitting, mistakes: usize, actions: &mut Vec<Action>) {
    mistakes_button(ui, mistakes, actions);
    done_button(ui, mistakes, actions);
    export_button(ui, sitting, actions);
    more(ui, model, sitting, actions);
}

fn mistakes_button(ui: &mut Ui, mistakes: usize, actions: &mut Vec<Action>) {
    if mistakes == 0 {
        return;
    }
    let label = format!("Practise {}", all_words::count(mistakes, "mistake"));
    let response = ui.add(Button::primary(&label).key("Enter"));
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(Action::PractiseMistakes));
}

fn done_button(ui: &mut Ui, mistakes: usize, actions: &mut Vec<Action>) {
    let button = if mistakes > 0 { Button::secondary("Done").key("Esc") } else { Button::primary("Done").key("Enter") };
    let response = ui.add(button);
    if mistakes == 0 {
        frame::hold_focus(ui, &response);
    }
    actions.extend(response.clicked().then_some(Action::Go(Page::Library)));
}

fn export_button(ui: &mut Ui, sitting: &Sitting, actions: &mut Vec<Action>) {
    let is_pressed = ui.add(Button::secondary("Export answers (CSV)…").icon(ICON_CSV)).clicked();
    actions.extend(is_pressed.then_some(Action::Export(Export::Sitting(sitting.id))));
}

/// What is done now and then: whose the quiz is, and whether it counts for review.
fn more(ui: &mut Ui, model: &Model, sitting: &Sitting, actions: &mut Vec<Action>) {
    let counts = !sitting.terms.stays_out_of_review;
    let (icon, label) =
        if counts { (ICON_EVENT_BUSY, "Leave out of review") } else { (ICON_EVENT_REPEAT, "Count for review") };
    let others = model.learners.iter().filter(|learner| learner.id != model.learner.id);
    let gifts: Vec<_> = others.map(|learner| (learner.id, format!("Give to {}", learner.name))).collect();
    let name = "More about this quiz";
    let menu = Menu::new(name).deed(icon, label, Action::CountForReview { sitting: sitting.id, counts: !counts });
    let menu = gifts.iter().fold(menu, |menu, (learner_id, label)| {
        menu.deed(ICON_PERSON, label, Action::GiveSitting { sitting: sitting.id, learner_id: *learner_id })
    });
    actions.extend(menu.show(ui, Button::icon_only(ICON_MORE_HORIZ, name)));
}

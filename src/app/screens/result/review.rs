//! One question of a result, looked at again: the answer beside the key, and why. Changes nothing.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::question::heading;
use crate::app::screens::{answers, dispute, feedback, frame, why};
use crate::app::state::model::Model;
use crate::app::state::result_view::ResultView;
use crate::app::widgets::{Button, heard, page, text};
use crate::sitting::Turn;
use egui::{Role, Ui};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_ARROW_FORWARD};

/// Shows the question of `turn`, which stands at `index`.
pub(super) fn show(
    ui: &mut Ui,
    model: &Model,
    result: &ResultView,
    index: usize,
    turn: &Turn,
    actions: &mut Vec<Action>,
) {
    let asked = result.asked();
    let place = asked.iter().position(|other| *other == index).unwrap_or_default();
    let next = asked.get(place + 1).copied();
    let shown_place = place_in_round(result, &asked, index);
    if !model.is_modal_open() {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Review(None));
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(Action::Review(next));
        }
    }
    result.pictures.put_in_force(ui.ctx());
    page::reading(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::quiet("All questions").icon(ICON_ARROW_BACK).key("Esc")).clicked() {
                actions.push(Action::Review(None));
            }
            text::soft(ui, &*shown_place);
        });
        ui.add_space(8.0);
        heard::group(ui, Role::Group, &heading::spoken(turn, Some(&shown_place)), |ui| {
            heading::head(ui, turn);
            ui.add_space(16.0);
            answers::show_marked(ui, turn, &result.pictures);
            ui.add_space(12.0);
            let card = feedback::card(ui, model, &turn.item.bank_id, turn, None);
            frame::hold_focus(ui, &card);
            why::show(ui, model, turn);
            dispute::show(ui, model, index, turn, actions);
        });
        ui.add_space(12.0);
        let label = if next.is_some() { "Next question" } else { "Back to the result" };
        if ui.add(Button::primary(label).icon(ICON_ARROW_FORWARD).key("Enter")).clicked() {
            actions.push(Action::Review(next));
        }
    });
}

/// Which question of its round it is, such as `Question 7 of 12`: second tries are counted apart.
fn place_in_round(result: &ResultView, asked: &[usize], index: usize) -> String {
    let is_second = |index: usize| result.sitting.turns[index].is_second_try();
    let round: Vec<usize> = asked.iter().copied().filter(|other| is_second(*other) == is_second(index)).collect();
    let number = round.iter().filter(|other| **other <= index).count();
    let noun = if is_second(index) { "Second try" } else { "Question" };
    format!("{noun} {number} of {}", round.len())
}

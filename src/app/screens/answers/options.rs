//! Options to pick from, and true or false.

use super::{Draft, FocusWish, takes_one};
use crate::app::widgets::{OptionLook, OptionRow};
use crate::sitting::Turn;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, turn: &Turn, draft: &mut Draft, focus: FocusWish) {
    let options = turn.item.question.options();
    let takes_one = takes_one(turn);
    for (position, index) in turn.item.option_order.iter().enumerate() {
        let Some(option) = options.get(*index) else { continue };
        let is_picked = matches!(draft, Draft::Picked(picked) if picked.contains(index));
        let look = OptionLook::Open(is_picked);
        let response = ui.add(OptionRow { number: position + 1, text: option, look, is_multiple: !takes_one });
        if focus.is_for(ui, position) {
            response.request_focus();
        }
        if response.clicked() {
            draft.pick(takes_one, *index);
        }
    }
}

pub(super) fn show_truth(ui: &mut Ui, truth: &mut Option<bool>, focus: FocusWish) {
    for (number, value, text) in [(1, true, "True"), (2, false, "False")] {
        let look = OptionLook::Open(*truth == Some(value));
        let response = ui.add(OptionRow { number, text, look, is_multiple: false });
        if focus.is_for(ui, number - 1) {
            response.request_focus();
        }
        if response.clicked() {
            *truth = Some(value);
        }
    }
}

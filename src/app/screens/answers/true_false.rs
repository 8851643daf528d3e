//! True or false.

use super::focus::FocusWish;
use crate::app::widgets::{OptionLook, OptionRow};
use crate::sitting::{Response, Turn};
use egui::Ui;

/// The two options: number, value, words.
const OPTIONS: [(usize, bool, &str); 2] = [(1, true, "True"), (2, false, "False")];

pub(super) fn show(ui: &mut Ui, truth: &mut Option<bool>, focus: FocusWish) {
    for (number, value, text) in OPTIONS {
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

/// Picks the option at `place`, from 0, and gives back that place if there is one.
pub(super) fn take(truth: &mut Option<bool>, place: usize) -> Option<usize> {
    let (_, value, _) = OPTIONS.get(place)?;
    *truth = Some(*value);
    Some(place)
}

/// Shows the answer beside the key.
pub(super) fn show_marked(ui: &mut Ui, turn: &Turn, key: bool) {
    for (number, value, text) in OPTIONS {
        let is_picked = turn.response == Some(Response::TrueFalse(value));
        ui.add(OptionRow {
            number,
            text,
            look: OptionLook::marked(is_picked, value == key, false),
            is_multiple: false,
        });
    }
}

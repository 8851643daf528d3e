//! One line to type into, and what becomes of it: what number, text and calculated have in common.

use super::focus::FocusWish;
use crate::app::input::keys;
use crate::app::widgets::{OptionLook, OptionRow, field};
use crate::sitting::{Turn, Verdict, response};
use crate::text::literal;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, label: &str, typed: &mut String, hint: &str, focus: FocusWish) {
    let takes_focus = focus.is_new || keys::is_focus_lost(ui.ctx());
    field::answer(ui, label, typed, hint, takes_focus);
}

/// What was typed, and the right answer under it where that was another.
pub(super) fn show_marked(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    let is_right = turn.verdict() == Verdict::Correct;
    if let Some(response) = &turn.response {
        let written = response.written(question);
        ui.add(OptionRow {
            number: 0,
            text: &literal(&written),
            look: OptionLook::marked(true, is_right, false),
            is_multiple: false,
        });
    }
    if !is_right && let Some(first) = response::correct_parts(question).first() {
        ui.add(OptionRow { number: 0, text: &literal(first), look: OptionLook::MissedRight, is_multiple: false });
    }
}

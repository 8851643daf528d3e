//! One line to type a number, a word or a phrase into.

use super::FocusWish;
use crate::app::keys;
use crate::app::widgets::field;
use crate::bank::Answer;
use crate::sitting::Turn;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, turn: &Turn, typed: &mut String, focus: FocusWish) {
    let takes_focus = focus.is_new || keys::is_focus_lost(ui.ctx());
    let (label, hint) = match &turn.item.question.answer {
        Answer::Number { unit, .. } | Answer::Calculated { unit, .. } => {
            let hint = if unit.is_empty() { "A number".to_owned() } else { format!("A number, in {unit}") };
            ("Your answer, a number", hint)
        }
        _ => ("Your answer, a word or a phrase", String::new()),
    };
    field::answer(ui, label, typed, &hint, takes_focus);
}

//! One line to type a number into, known or worked out. That it is a number stands above the prompt.

use super::focus::FocusWish;
use super::typed;
use crate::bank::Answer;
use crate::sitting::Turn;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, turn: &Turn, text: &mut String, focus: FocusWish) {
    let (Answer::Number { unit, .. } | Answer::Calculated { unit, .. }) = &turn.item.question.answer else { return };
    let hint = if unit.is_empty() { String::new() } else { format!("in {unit}") };
    typed::show(ui, "Your answer", text, &hint, focus);
}

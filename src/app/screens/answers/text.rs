//! One line to type a word or a phrase into.

use super::focus::FocusWish;
use super::typed;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, text: &mut String, focus: FocusWish) {
    typed::show(ui, "Your answer", text, "", focus);
}

//! What stands in place of the form where a question cannot be read: its text, and the way to change that. The others stay as they
//! are.

use crate::app::state::author::Author;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, text};
use egui::Ui;
use egui_material_icons::icons::ICON_CODE;

/// Shows why there is no form.
pub(super) fn show(ui: &mut Ui, author: &Author, is_text: &mut bool) {
    let Some(placed) = author.shown() else {
        text::heading(ui, "No question is shown");
        text::soft(ui, "Choose one from the list, or write a new one with Ctrl+N.");
        return;
    };
    let theme = Theme::of(ui.ctx());
    text::heading(ui, "This question cannot be read yet");
    text::soft(
        ui,
        "It is shown as it stands in the file. What is wrong is listed below; all other questions can be edited as usual.",
    );
    ui.add_space(8.0);
    if ui.add(Button::secondary("Edit as text").icon(ICON_CODE)).clicked() {
        *is_text = true;
    }
    ui.add_space(8.0);
    let written = author.document.text().get(placed.span.clone()).unwrap_or_default();
    card::show(ui, |ui| text::paragraph(ui, written, theme.mono(), theme.palette.text));
}

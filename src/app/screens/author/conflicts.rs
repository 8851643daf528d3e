//! What was changed in this window and in the file at once: both sides, and the choice between them.

use crate::app::action::{Action, AuthorDeed, Side};
use crate::app::state::author::Author;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, text};
use crate::app::wording::author_words;
use egui::Ui;

/// Shows the first conflict, with how many more there are; nothing where there is none.
pub(super) fn show(ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
    let Some(conflict) = author.conflicts.first() else { return };
    let theme = Theme::of(ui.ctx());
    ui.add_space(6.0);
    card::edged(ui, theme.palette.amber, |ui| {
        let heading = text::heading(ui, author_words::conflict(conflict, author.conflicts.len()));
        crate::app::screens::frame::announce(ui, heading.id);
        for (whose, value) in [("Here", &conflict.mine), ("In the file", &conflict.theirs)] {
            text::small(ui, whose);
            let shown = if value.is_empty() { "(taken out)" } else { &**value };
            text::paragraph(ui, shown, theme.mono(), theme.palette.text);
        }
        ui.horizontal_wrapped(|ui| {
            for (words, side) in [("Keep what is here", Side::Mine), ("Take what is in the file", Side::Theirs)] {
                if ui.add(Button::secondary(words)).clicked() {
                    actions.push(Action::Author(AuthorDeed::Settle { conflict: 0, side }));
                }
            }
        });
    });
}

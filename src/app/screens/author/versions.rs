//! Earlier states of the bank, each with when it was and how much has changed since. Going back can be undone.

use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::app::widgets::{Button, page, row, scroll, text};
use crate::app::wording::author_words;
use crate::moment::Moment;
use egui::{ScrollArea, Ui};

/// Shows the list.
pub(super) fn show(ui: &mut Ui, author: &Author, now: Moment, actions: &mut Vec<Action>) {
    text::heading(ui, "Earlier versions");
    if author.versions.is_empty() {
        text::soft(ui, "None yet. Each time the file is saved, the version before it is kept here.");
        return;
    }
    text::soft(ui, "Going back is a change like any other: it can be undone.");
    scroll::show(ui, ScrollArea::vertical().id_salt("author versions").auto_shrink(false), |ui| {
        ui.set_max_width(page::beside_scroll_bar(ui));
        for version in &author.versions {
            let words = author_words::version(version, now);
            let name = format!("Go back to {words}");
            let goes = row::split(
                ui,
                |ui| drop(text::body(ui, &words)),
                |ui| ui.add(Button::secondary("Go back").name(&name)).clicked(),
            );
            if goes.1 {
                actions.push(Action::Author(AuthorDeed::GoBackTo(version.clone())));
            }
        }
        page::keep_focus_in_sight(ui, "author versions");
    });
}

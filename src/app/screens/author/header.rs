//! What stands above a bank that is being written: which bank it is, whether it is saved, and what can be done with it as a whole.

use crate::app::action::{Action, AuthorDeed};
use crate::app::screens::frame;
use crate::app::state::author::{Author, Saving};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, Menu, chip, row, text};
use crate::app::wording::author_words;
use egui::Ui;
use egui_material_icons::icons::{
    ICON_ARROW_BACK, ICON_CODE, ICON_CONTENT_COPY, ICON_HISTORY, ICON_MORE_HORIZ, ICON_REDO, ICON_SAVE, ICON_TUNE,
    ICON_UNDO,
};

/// Width below which the buttons have no words, at normal text size.
const WORDS_WIDTH: f32 = 900.0;

/// What of the page itself is wanted from the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Show the text, or the form again.
    ToggleText,
    /// Show what the bank says of itself.
    ShowBank,
    /// Show older states of the bank.
    ShowVersions,
}

/// Shows the header; gives back what is wanted of the page itself.
pub(super) fn show(ui: &mut Ui, author: &Author, is_text: bool, actions: &mut Vec<Action>) -> Option<Wish> {
    let theme = Theme::of(ui.ctx());
    let is_compact = ui.available_width() < WORDS_WIDTH * theme.text_scale;
    let (leaves, wish) = row::split(
        ui,
        |ui| ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").compact(is_compact).in_line()).clicked(),
        |ui| {
            let (undo, redo) = (author.document.next_undo(), author.document.next_redo());
            let undo_name = undo.map_or_else(|| "Undo".to_owned(), |step| author_words::undo(step, &author.document));
            let redo_name = redo.map_or_else(|| "Redo".to_owned(), |step| author_words::redo(step, &author.document));
            let undo =
                Button::quiet("Undo").icon(ICON_UNDO).name(&undo_name).compact(is_compact).enabled(undo.is_some());
            let undoes = ui.add(undo).clicked();
            let redo = Button::icon_only(ICON_REDO, &redo_name).enabled(redo.is_some());
            let redoes = ui.add(redo).clicked();
            let label = if is_text { "Form" } else { "RON text" };
            let toggles = ui.add(Button::secondary(label).icon(ICON_CODE).compact(is_compact)).clicked();
            let plays = ui.add(Button::primary("Practise").name("Practise this bank").key("F5"));
            let deeds = [(undoes, AuthorDeed::Undo), (redoes, AuthorDeed::Redo), (plays.clicked(), AuthorDeed::Play)];
            actions.extend(deeds.into_iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, deed)| Action::Author(deed)));
            toggles.then_some(Wish::ToggleText).or(more(ui, actions, author))
        },
    );
    actions.extend(leaves.then_some(Action::Author(AuthorDeed::Leave)));
    ui.horizontal_wrapped(|ui| {
        text::title(ui, author.title());
        if author.title() != author.file_name {
            text::paragraph(ui, &author.file_name, theme.mono(), theme.palette.soft);
        }
        saving(ui, author);
        if author.is_read_only()
            && ui.add(Button::secondary("Make a copy that is yours").icon(ICON_CONTENT_COPY)).clicked()
        {
            actions.push(Action::Author(AuthorDeed::Copy(author.bank.clone())));
        }
    });
    wish
}

fn more(ui: &mut Ui, actions: &mut Vec<Action>, author: &Author) -> Option<Wish> {
    #[derive(Clone, PartialEq)]
    enum Entry {
        Page(Wish),
        Deed(Action),
    }
    let save = Action::Author(AuthorDeed::Save);
    let menu = Menu::new("More about this bank")
        .deed(ICON_TUNE, "Title, sources and quizzes…", Entry::Page(Wish::ShowBank))
        .deed(ICON_HISTORY, "Earlier versions…", Entry::Page(Wish::ShowVersions))
        .deed(ICON_SAVE, "Save now (Ctrl+S)", Entry::Deed(save))
        .deed(ICON_CONTENT_COPY, "Copy the path", Entry::Deed(Action::Copy(author.path.display().to_string())));
    match menu.show(ui, Button::icon_only(ICON_MORE_HORIZ, "More about this bank").in_line_right())? {
        Entry::Page(wish) => Some(wish),
        Entry::Deed(action) => {
            actions.push(action);
            None
        }
    }
}

/// Says whether what was typed is in the file.
fn saving(ui: &mut Ui, author: &Author) {
    let words = author_words::saving(&author.saving);
    match author.saving {
        Saving::Failed(_) | Saving::Lost(_) => {
            let chip = chip::amber(ui, &words);
            frame::announce(ui, chip.id);
        }
        // That all is well stands there to be read; said with every field, it would be in the way.
        Saving::Untouched | Saving::Kept | Saving::Saved(_) => drop(chip::show(ui, &words)),
    }
}

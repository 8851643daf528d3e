//! What is due for review, above the banks: one press begins it. Chooses nothing itself.

use crate::app::action::{Action, Page};
use crate::app::screens::frame;
use crate::app::state::agenda::Agenda;
use crate::app::widgets::{Button, heard, offer};
use crate::app::wording::{review_words, words};
use egui::Ui;
use egui_material_icons::icons::{ICON_AUTORENEW, ICON_PLAY_ARROW};

/// Shows the card, with the primary button of the page where the review is what comes next.
pub(super) fn show(ui: &mut Ui, agenda: &Agenda, is_primary: bool, letters: bool, actions: &mut Vec<Action>) {
    let show_buttons = |ui: &mut Ui, _| buttons(ui, agenda, is_primary, letters, actions);
    offer::show(ui, ICON_AUTORENEW, &heading(agenda), &about(agenda), show_buttons, |_| {});
}

fn heading(agenda: &Agenda) -> String {
    match agenda.due {
        1 => "1 question is due for review".to_owned(),
        due => format!("{due} questions are due for review"),
    }
}

fn about(agenda: &Agenda) -> String {
    let minutes = review_words::about_minutes(agenda.today.len());
    let new = match agenda.new {
        0 => String::new(),
        new => format!(", with {new} new"),
    };
    match agenda.days_since {
        0 => format!("{minutes}{new}."),
        days => format!("{minutes}{new}. Last answered up to {} ago.", words::count(days as usize, "day")),
    }
}

fn buttons(ui: &mut Ui, agenda: &Agenda, is_primary: bool, letters: bool, actions: &mut Vec<Action>) {
    let more = ui.add(Button::quiet("Open Review"));
    actions.extend(more.clicked().then_some(Action::Go(Page::Review)));
    let key = match (is_primary, letters) {
        (true, _) => "Enter",
        (false, true) => "R",
        (false, false) => "Alt R",
    };
    let button = if is_primary { Button::primary("Start review") } else { Button::secondary("Start review") };
    let start = ui.add(button.icon(ICON_PLAY_ARROW).key(key));
    heard::describe(&start, &words::sentences([heading(agenda), about(agenda)]));
    if is_primary {
        frame::hold_focus(ui, &start);
    }
    actions.extend(start.clicked().then_some(Action::StartReview));
}

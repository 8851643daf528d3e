//! What is due for review, above the banks: one press begins it. Chooses nothing itself.

use crate::app::action::{Action, Page};
use crate::app::screens::frame;
use crate::app::state::agenda::Agenda;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, icon, row, text};
use crate::app::wording::{review_words, words};
use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_AUTORENEW, ICON_PLAY_ARROW};

/// Width from which the offer stands in one row, at normal text size.
const ONE_ROW_WIDTH: f32 = 620.0;

/// Shows the card, with the primary button of the page where the review is what comes next.
pub(super) fn show(ui: &mut Ui, agenda: &Agenda, is_primary: bool, letters: bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let is_wide = ui.available_width() > ONE_ROW_WIDTH * (0.4 + 0.6 * theme.text_scale);
    card::accent(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        if is_wide {
            let left = |ui: &mut Ui| {
                icon::show(ui, ICON_AUTORENEW, 32.0, theme.palette.accent);
                ui.vertical(|ui| what_is_due(ui, agenda));
            };
            row::split(ui, left, |ui| buttons(ui, agenda, is_primary, letters, actions));
        } else {
            what_is_due(ui, agenda);
            ui.horizontal_wrapped(|ui| buttons(ui, agenda, is_primary, letters, actions));
        }
    });
}

fn what_is_due(ui: &mut Ui, agenda: &Agenda) {
    let theme = Theme::of(ui.ctx());
    text::heading(ui, heading(agenda));
    text::paragraph(ui, about(agenda), theme.body(), theme.palette.soft);
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
        days => format!(
            "{minutes}{new}. You last met them up to {} ago; today is when you would begin to forget.",
            words::count(days as usize, "day")
        ),
    }
}

fn buttons(ui: &mut Ui, agenda: &Agenda, is_primary: bool, letters: bool, actions: &mut Vec<Action>) {
    let more = ui.add(Button::quiet("More").name("More about your review"));
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

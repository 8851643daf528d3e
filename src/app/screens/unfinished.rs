//! The offer to go on with a quiz that was left, on the pages where it can be taken up. Takes up none itself.

use crate::app::action::Action;
use crate::app::screens::frame;
use crate::app::widgets::{Button, heard, offer as offered, text};
use crate::app::wording::words;
use crate::history::UnfinishedSitting;
use egui::Ui;
use egui_material_icons::icons::{ICON_PLAY_ARROW, ICON_RESUME};

/// Offers a sitting that was left, at the question where it stood.
pub fn offer(ui: &mut Ui, sitting: &UnfinishedSitting, actions: &mut Vec<Action>) {
    let heading = format!("Continue: {}", sitting.bank_title);
    let buttons = |ui: &mut Ui, is_in_a_row: bool| {
        if !is_in_a_row {
            continue_button(ui, sitting, actions);
        }
        let discards = ui.add(Button::secondary("Discard")).clicked();
        actions.extend(discards.then_some(Action::Discard(sitting.id)));
        if is_in_a_row {
            continue_button(ui, sitting, actions);
        }
    };
    offered::show(ui, ICON_RESUME, &heading, &line(sitting), buttons, |_| {});
}

fn continue_button(ui: &mut Ui, sitting: &UnfinishedSitting, actions: &mut Vec<Action>) {
    let response = ui.add(Button::primary("Continue").icon(ICON_PLAY_ARROW).key("Enter"));
    heard::describe(&response, &format!("{}, {}", sitting.bank_title, line(sitting)));
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(Action::Resume(sitting.id)));
}

/// `Practice · 3 of 12 answered`.
fn line(sitting: &UnfinishedSitting) -> String {
    let mode = words::mode(sitting.mode);
    let words = format!("{mode} · {} of {} answered", sitting.answered, sitting.questions);
    match sitting.remaining_ms {
        Some(remaining_ms) => {
            let runs_on = if sitting.running_since.is_some() { ", the time runs on" } else { "" };
            format!("{words} · {} left{runs_on}", words::duration(remaining_ms))
        }
        None => words,
    }
}

/// Tells how many others wait, where any do.
pub fn others(ui: &mut Ui, count: usize) {
    match count {
        0 => {}
        1 => {
            text::small(ui, "1 more unfinished quiz in History");
        }
        _ => {
            text::small(ui, format!("{count} more unfinished quizzes in History"));
        }
    }
}

//! The offer to go on with a quiz that was left, on the pages where it can be taken up. Takes up none itself.

use crate::app::action::Action;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, icon, row, text};
use crate::app::wording::words;
use crate::history::UnfinishedSitting;
use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_PLAY_ARROW, ICON_RESUME};

/// Width from which the offer stands in one row, at normal text size.
const ONE_ROW_WIDTH: f32 = 620.0;

/// Offers a sitting that was left, at the question where it stood.
pub fn offer(ui: &mut Ui, sitting: &UnfinishedSitting, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let is_wide = ui.available_width() > ONE_ROW_WIDTH * (0.4 + 0.6 * theme.text_scale);
    card::accent(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        if is_wide {
            let words = |ui: &mut Ui| {
                icon::show(ui, ICON_RESUME, 32.0, theme.palette.accent);
                ui.vertical(|ui| what_waits(ui, sitting));
            };
            row::split(ui, words, |ui| {
                let discards = ui.add(Button::secondary("Discard")).clicked();
                continue_button(ui, sitting, actions);
                actions.extend(discards.then_some(Action::Discard(sitting.id)));
            });
        } else {
            what_waits(ui, sitting);
            ui.horizontal_wrapped(|ui| {
                continue_button(ui, sitting, actions);
                let discards = ui.add(Button::secondary("Discard")).clicked();
                actions.extend(discards.then_some(Action::Discard(sitting.id)));
            });
        }
    });
}

fn continue_button(ui: &mut Ui, sitting: &UnfinishedSitting, actions: &mut Vec<Action>) {
    let response = ui.add(Button::primary("Continue").icon(ICON_PLAY_ARROW).key("Enter"));
    heard::describe(&response, &format!("{}, {}", sitting.bank_title, line(sitting)));
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(Action::Resume(sitting.id)));
}

fn what_waits(ui: &mut Ui, sitting: &UnfinishedSitting) {
    let theme = Theme::of(ui.ctx());
    text::heading(ui, format!("Continue: {}", sitting.bank_title));
    text::paragraph(ui, line(sitting), theme.body(), theme.palette.soft);
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

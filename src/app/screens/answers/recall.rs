//! A question to think about: the learner reveals the answer and says whether it was known.

use super::focus::FocusWish;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, OptionLook, OptionRow, card, heard, rich_text, text};
use crate::app::words;
use crate::bank::Answer;
use crate::sitting::{Response, Turn};
use egui::{Role, Ui};
use egui_material_icons::icons::ICON_VISIBILITY;

pub(super) fn show(ui: &mut Ui, turn: &Turn, is_revealed: &mut bool, is_known: &mut Option<bool>, focus: FocusWish) {
    let Answer::Recall { answer } = &turn.item.question.answer else { return };
    let theme = Theme::of(ui.ctx());
    if !*is_revealed {
        text::soft(ui, "Think of the answer, then reveal it and rate yourself.");
        // Under an id that nothing has when it is gone: see `heard::Trail`.
        let button = Button::secondary("Reveal the answer").icon(ICON_VISIBILITY);
        let response = ui.push_id("reveal", |ui| ui.add(button)).inner;
        if focus.is_granted(ui) {
            response.request_focus();
        }
        *is_revealed = response.clicked();
        return;
    }
    card::show(ui, |ui| {
        text::small(ui, "The answer");
        rich_text::show(ui, answer, theme.option(), theme.palette.text);
    });
    // The answer is the name of the group that the focus comes into when it is revealed.
    let name =
        words::sentences([format!("The answer: {}", rich_text::one_line(answer)), "Did you know it?".to_owned()]);
    heard::group(ui, Role::RadioGroup, &name, |ui| {
        heard::count(ui, 2);
        text::soft(ui, "Did you know it?");
        for (number, rating, label) in [(1, false, "Not yet"), (2, true, "I knew it")] {
            let look = OptionLook::Open(*is_known == Some(rating));
            let response = ui.add(OptionRow { number, text: label, look, is_multiple: false });
            if focus.is_for(ui, number - 1) {
                response.request_focus();
            }
            if response.clicked() {
                *is_known = Some(rating);
            }
        }
    });
}

/// Rates by the option at `place`, from 0, and reveals the answer. Gives back that place if there is one.
pub(super) fn take(is_revealed: &mut bool, is_known: &mut Option<bool>, place: usize) -> Option<usize> {
    if place >= 2 {
        return None;
    }
    *is_revealed = true;
    *is_known = Some(place == 1);
    Some(place)
}

/// Shows the answer, and how the learner rated it.
pub(super) fn show_marked(ui: &mut Ui, turn: &Turn, answer: &str) {
    let is_known = turn.response == Some(Response::Recall(true));
    ui.add(OptionRow { number: 0, text: answer, look: OptionLook::MissedRight, is_multiple: false });
    text::soft(ui, if is_known { "You knew it." } else { "You did not know it yet." });
}

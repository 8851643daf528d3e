//! A question to think about: the learner reveals the answer and says whether it was known.

use super::focus::FocusWish;
use crate::app::theme::Theme;
use crate::app::widgets::{OptionLook, OptionRow, button, card, heard, rich_text, text};
use crate::app::wording::words;
use crate::bank::Answer;
use crate::sitting::{Response, Turn};
use egui::{Role, Ui};

/// The answer is revealed by the primary button of the page, see [`super::Draft::reveal`].
pub(super) fn show(ui: &mut Ui, turn: &Turn, is_revealed: bool, is_known: &mut Option<bool>, focus: FocusWish) {
    let Answer::Recall { answer } = &turn.item.question.answer else { return };
    let theme = Theme::of(ui.ctx());
    if !is_revealed {
        return think(ui, focus);
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

/// What to do before the answer is shown. It can have the focus, so that the prompt is heard.
fn think(ui: &mut Ui, focus: FocusWish) {
    const WORDS: &str = "Think of the answer, then reveal it and rate yourself.";
    // Under an id that nothing has when it is gone: see `heard::Trail`.
    let id = ui.scope_id().with("think of the answer");
    let shown = heard::reading(ui, id, WORDS, |ui| card::show(ui, |ui| heard::silence(&text::soft(ui, WORDS))));
    if focus.is_granted(ui) {
        shown.response.request_focus();
    }
    if shown.response.has_focus() {
        button::focus_ring(ui, shown.response.rect);
    }
}

/// Reveals the answer, or rates by the option at `place`, from 0. Gives back the place of what is to have the focus.
pub(super) fn take(is_revealed: &mut bool, is_known: &mut Option<bool>, place: usize) -> Option<usize> {
    if place >= 2 {
        return None;
    }
    if !std::mem::replace(is_revealed, true) {
        return None;
    }
    *is_known = Some(place == 1);
    Some(place)
}

/// Shows the answer, and how the learner rated it.
pub(super) fn show_marked(ui: &mut Ui, turn: &Turn, answer: &str) {
    let is_known = turn.response == Some(Response::Recall(true));
    ui.add(OptionRow { number: 0, text: answer, look: OptionLook::MissedRight, is_multiple: false });
    text::soft(ui, if is_known { "You knew it." } else { "You did not know it yet." });
}

//! Options to pick from: one for a choice, all that apply for choices.

use super::focus::FocusWish;
use super::picks::Picks;
use crate::app::widgets::{OptionLook, OptionRow};
use crate::bank::Kind;
use crate::sitting::{Response, Turn};
use egui::Ui;

pub(super) fn show(ui: &mut Ui, turn: &Turn, picks: &mut Picks, focus: FocusWish) {
    let options = turn.item.question.options();
    for (position, index) in turn.item.option_order.iter().enumerate() {
        let Some(option) = options.get(*index) else { continue };
        let look = OptionLook::Open(picks.has(*index));
        let response = ui.add(OptionRow { number: position + 1, text: option, look, is_multiple: !picks.takes_one });
        if focus.is_for(ui, position) {
            response.request_focus();
        }
        if response.clicked() {
            picks.pick(*index);
        }
    }
}

pub(super) fn show_marked(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    let options = question.options();
    let picked = match &turn.response {
        Some(Response::Choice(picked)) => std::slice::from_ref(picked),
        Some(Response::Choices(picked)) => picked,
        Some(_) | None => &[],
    };
    let has_others = !picked.is_empty() && question.key_count() > 1;
    for (position, index) in turn.item.option_order.iter().enumerate() {
        let Some(option) = options.get(*index) else { continue };
        let is_picked = picked.contains(index);
        ui.add(OptionRow {
            number: position + 1,
            text: option,
            look: OptionLook::marked(is_picked, *index < question.key_count(), has_others),
            is_multiple: question.kind() == Kind::Choices,
        });
    }
}

//! The learner's word against a mark, below the feedback: "I was right", and a remark for the teacher. Changes nothing itself.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, field, text};
use crate::sitting::Turn;
use egui::{Key, Ui};
use egui_material_icons::icons::{ICON_CHAT_ADD_ON, ICON_THUMB_UP, ICON_UNDO};

/// Shows what can be said about the answer of `turn`, the one at `index` of its sitting, and what was said.
pub fn show(ui: &mut Ui, model: &Model, index: usize, turn: &Turn, actions: &mut Vec<Action>) {
    let letters = model.settings.single_letter_keys;
    let is_typing = ui.ctx().text_edit_focused();
    let key = |letter: &'static str, with_alt: &'static str| if letters && !is_typing { letter } else { with_alt };
    let field_id = ui.scope_id().with(("remark", index, turn.answered_at.map(|at| at.unix_ms)));
    let was_open = ui.data(|data| data.get_temp::<bool>(field_id)).unwrap_or_default();
    let is_open = was_open || !turn.remark.is_empty();
    let mut opens = false;
    let has_buttons = turn.can_be_overruled() || !is_open;
    let row = |ui: &mut Ui| {
        if turn.can_be_overruled() {
            let stands = turn.is_overruled();
            let button = if stands {
                Button::quiet("Take back “I was right”").icon(ICON_UNDO)
            } else {
                Button::quiet("I was right").icon(ICON_THUMB_UP)
            };
            let is_pressed = ui.add(button.key(key("I", "Alt I")).in_line()).clicked();
            if is_pressed || (!model.is_modal_open() && keys::take_letter(ui.ctx(), Key::I, letters)) {
                actions.push(Action::Overrule { index, stands: !stands });
            }
        }
        if !is_open {
            let button = Button::quiet("Remark for your teacher").icon(ICON_CHAT_ADD_ON);
            let is_pressed = ui.add(button.key(key("M", "Alt M")).in_line()).clicked();
            opens = is_pressed || (!model.is_modal_open() && keys::take_letter(ui.ctx(), Key::M, letters));
        }
    };
    if has_buttons {
        ui.horizontal_wrapped(row);
    }
    if turn.is_overruled() {
        text::soft(ui, "It counts as right, because you say so. Your teacher sees both marks.");
    }
    if is_open {
        // It stays, also where all that was said is taken out again.
        ui.data_mut(|data| data.insert_temp(field_id, true));
        ui.add_space(4.0);
        let mut words = turn.remark.clone();
        let response = field::show(ui, "Remark for your teacher", &mut words, "two answers are right");
        if ui.data(|data| data.get_temp::<bool>(field_id.with("is new"))).unwrap_or_default() {
            ui.data_mut(|data| data.remove::<bool>(field_id.with("is new")));
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.changed() {
            actions.push(Action::Remark { index, words });
        }
        text::small(ui, "Saved as you type. Your teacher sees it on the page of the bank and in the results.");
    }
    if opens {
        ui.data_mut(|data| {
            data.insert_temp(field_id, true);
            data.insert_temp(field_id.with("is new"), true);
        });
    }
}

//! "Why this mark?": how an answer was read, step by step, below its feedback. Marks nothing: the steps are those of marking,
//! and their words are those of `torus explain-mark`.

use crate::app::input::keys;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, button, card, heard, text};
use crate::app::wording::words;
use crate::report::{mark_sentences, points_sentences};
use crate::sitting::{Response, Turn, explain};
use egui::{Id, Key, Ui};
use egui_material_icons::icons::{ICON_EXPAND_LESS, ICON_EXPAND_MORE};
use std::sync::Arc;

const NAME: &str = "Why this mark";

/// Shows the button under which the steps lie, and the steps once it is pressed; nothing where nothing was marked.
pub fn show(ui: &mut Ui, model: &Model, turn: &Turn) {
    // Who rates their own answer knows why.
    let is_read = |response: &&Response| !response.is_blank() && !turn.item.question.kind().is_self_rated();
    let Some(response) = turn.response.as_ref().filter(is_read) else { return };
    let letters = model.settings.single_letter_keys;
    let answered_ms = turn.answered_at.map(|at| at.unix_ms);
    let id = ui.scope_id().with((NAME, &turn.item.question.id, turn.attempt, answered_ms));
    // What is shown, made when it was asked for; nothing while it is folded up.
    let shown = ui.data(|data| data.get_temp::<Steps>(id)).flatten();
    ui.add_space(8.0);
    let (label, icon) =
        if shown.is_some() { ("Hide the steps", ICON_EXPAND_LESS) } else { ("Why this mark?", ICON_EXPAND_MORE) };
    let key = if letters && !ui.ctx().text_edit_focused() { "W" } else { "Alt W" };
    let is_clicked = ui.add(Button::quiet(label).icon(icon).key(key).in_line()).clicked();
    let is_asked = is_clicked || (!model.is_modal_open() && keys::take_letter(ui.ctx(), Key::W, letters));
    let steps: Steps = match (shown, is_asked) {
        (shown, false) => shown,
        (Some(_), true) => None,
        (None, true) => Some(sentences(turn, response).into()),
    };
    if let Some(sentences) = &steps {
        show_steps(ui, id.with("steps"), sentences, is_asked);
    }
    if is_asked {
        ui.data_mut(|data| data.insert_temp(id, steps));
    }
}

/// The sentences that are unfolded.
type Steps = Option<Arc<[String]>>;

/// The steps, and a word where the mark that was given is another one than today's rules would give.
fn sentences(turn: &Turn, response: &Response) -> Vec<String> {
    let (mark, steps) = explain(&turn.item.question, response);
    let mut sentences = mark_sentences(Some(&mark), None, &steps);
    let given = turn.mark.as_ref().map_or(mark.fraction, |given| given.fraction);
    if given != mark.fraction {
        sentences.push(format!(
            "These are today’s rules. When it was answered, it was given {} of 1, and that stands.",
            words::points(given)
        ));
    }
    sentences.extend(points_sentences(turn));
    sentences
}

/// The steps, one line each, as a region that can have the focus: a screen reader says all of it.
fn show_steps(ui: &mut Ui, id: Id, sentences: &[String], is_new: bool) {
    ui.add_space(4.0);
    let shown = heard::reading(ui, id, NAME, |ui| {
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for sentence in sentences {
                let line = text::body(ui, sentence.as_str());
                heard::silence(&line);
            }
        });
    });
    heard::describe(&shown.response, &words::sentences(sentences.iter().cloned()));
    if !keys::is_keyboard_in_use(ui.ctx()) {
        heard::announce(ui, id);
    } else if is_new {
        shown.response.request_focus();
    }
    if is_new {
        shown.response.scroll_to_me(None);
    }
    if shown.response.has_focus() {
        button::focus_ring(ui, shown.response.rect);
    }
}

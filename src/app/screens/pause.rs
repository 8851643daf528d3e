//! The pause between the first round of a practice and its second tries: what was right, and what comes. Changes nothing.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::state::play::Play;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, button, card, heard, page, ring, row, text};
use crate::app::wording::words;
use crate::sitting::Sitting;
use egui::{Align, CentralPanel, Id, Key, Layout, Ui, vec2};

/// Width of the card, at normal text size.
const CARD_WIDTH: f32 = 620.0;

/// Height of the page from which the card has a ring, at normal text size.
const ROOM_FOR_RING: f32 = 420.0;

/// Shows the pause.
pub fn show(ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
    let letters = model.settings.single_letter_keys;
    if !model.is_modal_open() {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Leave);
        }
        if keys::take_letter(ui.ctx(), Key::E, letters) {
            actions.push(Action::HandIn);
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(Action::Next);
        }
    }
    if frame::top(ui, play, actions) {
        actions.push(Action::Leave);
    }
    CentralPanel::default().frame(frame::canvas(ui)).show(ui, |ui| {
        let room = ui.available_height();
        page::reading(ui, |ui| in_the_middle(ui, room, |ui| contents(ui, room, play, letters, actions)));
    });
}

fn contents(ui: &mut Ui, room: f32, play: &Play, letters: bool, actions: &mut Vec<Action>) {
    let sitting = &play.sitting;
    let theme = Theme::of(ui.ctx());
    let (title, line) = (words::right_of(sitting), line_of(sitting));
    let card = card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.add_space(12.0);
        let id = ui.scope_id().with("so far");
        let told = heard::reading(ui, id, &title, |ui| {
            ui.vertical_centered(|ui| {
                // The words say as much; the buttons below them come before it where there is too little room.
                if room >= ROOM_FOR_RING * theme.text_scale {
                    let share = sitting.percent().unwrap_or(0.0) as f32 / 100.0;
                    heard::leave_out(&ring::show(ui, share, 136.0, "Score"));
                    ui.add_space(8.0);
                }
                heard::silence(&text::title(ui, &title));
                text::paragraph(ui, &*line, theme.body(), theme.palette.soft);
            });
        });
        heard::describe(&told.response, &line);
        if !keys::is_keyboard_in_use(ui.ctx()) {
            heard::announce(ui, told.response.id);
        }
        frame::hold_focus(ui, &told.response);
        ui.add_space(12.0);
        row::centred(ui, |ui| {
            let again = again_words(sitting);
            if ui.add(Button::primary(&again).key("Enter")).clicked() {
                actions.push(Action::Next);
            }
            let key = if letters { "E" } else { "Alt E" };
            if ui.add(Button::secondary("See the result").key(key)).clicked() {
                actions.push(Action::HandIn);
            }
        });
        ui.add_space(12.0);
        told.response.has_focus()
    });
    if card.inner {
        button::focus_ring(ui, card.response.rect);
    }
}

/// What the score is, what comes, and what it is good for.
fn line_of(sitting: &Sitting) -> String {
    let left = sitting.second_tries_left();
    let score = match words::counts_plainly(sitting) {
        true => "That is your score.".to_owned(),
        false => format!("Your score is {}.", words::total(sitting)),
    };
    let which = match (left, left == sitting.question_count()) {
        (1, true) => "Try again now?".to_owned(),
        (1, false) => "Try the other one again now?".to_owned(),
        (_, true) => format!("Try all {left} again now?"),
        (_, false) => format!("Try the other {left} again now?"),
    };
    let has_options = sitting.turns.iter().any(|turn| turn.is_second_try() && turn.item.option_order.len() > 1);
    let order = if has_options { " The options are shuffled anew." } else { "" };
    format!("{score} {which}{order} A second try is what makes an answer stick.")
}

fn again_words(sitting: &Sitting) -> String {
    match sitting.second_tries_left() {
        1 => "Try again".to_owned(),
        left => format!("Try the {left} again"),
    }
}

/// Shows something in the middle of a room so high; its own height is known from the pass before.
fn in_the_middle(ui: &mut Ui, room: f32, contents: impl FnOnce(&mut Ui)) {
    let slot = Id::unique("height of the pause");
    let known: Option<f32> = ui.data(|data| data.get_temp(slot));
    let width = (CARD_WIDTH * Theme::of(ui.ctx()).text_scale).min(ui.available_width());
    // The page has a margin of its own above, and the bar stands above it: the middle of the window is a little higher.
    ui.add_space(((room - known.unwrap_or(room)) * 0.45 - 28.0).max(0.0));
    ui.horizontal_top(|ui| {
        ui.add_space((ui.available_width() - width) / 2.0);
        let shown = ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            contents(ui);
        });
        let height = shown.response.rect.height();
        if known != Some(height) {
            ui.data_mut(|data| data.insert_temp(slot, height));
            ui.ctx().request_discard("the pause has another height");
        }
    });
}

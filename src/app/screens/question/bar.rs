//! The bar below a question: what can be done with it, and what of that was pressed. Carries nothing out.

use crate::app::screens::answers::Draft;
use crate::app::screens::frame::{self, BarBelow};
use crate::app::state::model::Model;
use crate::app::state::play::Play;
use crate::app::widgets::Button;
use crate::app::wording::words;
use crate::bank::{Mode, Question};
use crate::sitting::Turn;
use egui::Ui;
use egui_material_icons::icons::{
    ICON_ARROW_BACK, ICON_CHECK, ICON_GRID_VIEW, ICON_HELP, ICON_LIGHTBULB, ICON_SKIP_NEXT,
};

/// What the button says that shows the answer to who does not know it.
const NOT_KNOWN: &str = "I don’t know";
/// What the button says that leaves out the second tries.
const SEE_RESULT: &str = "See the result";

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// The primary button, while an answer is asked for.
    Confirm,
    /// The primary button below feedback.
    Next,
    Back,
    Hint,
    NotKnown,
    Skip,
    Finish,
    Overview,
}

/// The keys that stand on the buttons: single letters, or letters with Alt where those are switched off or typed.
fn key_of(ui: &Ui, model: &Model) -> impl Fn(&'static str, &'static str) -> &'static str + use<> {
    let letters = model.settings.single_letter_keys && !ui.ctx().text_edit_focused();
    move |letter, with_alt| if letters { letter } else { with_alt }
}

/// Below feedback.
pub(super) fn learning(ui: &mut Ui, room: BarBelow, model: &Model, play: &Play) -> Option<Pressed> {
    let key = key_of(ui, model);
    let next = if play.is_last() { SEE_RESULT } else { "Next" };
    let finish = Button::quiet(SEE_RESULT).icon(ICON_CHECK).key(key("E", "Alt E"));
    let can_finish = play.sitting.turn().is_second_try() && !play.is_last();
    let (finishes, goes_on) = room.show(
        ui,
        |ui| can_finish && ui.add(finish).clicked(),
        |ui| frame::primary(ui, Button::primary(next).key("Enter")),
    );
    finishes.then_some(Pressed::Finish).or(goes_on.then_some(Pressed::Next))
}

/// While an answer is asked for.
pub(super) fn asking(ui: &mut Ui, room: BarBelow, model: &Model, play: &Play, draft: &Draft) -> Option<Pressed> {
    let key = key_of(ui, model);
    let turn = play.sitting.turn();
    let is_test = play.sitting.terms.mode == Mode::Test;
    let (hint_words, hint_name) = hint_words(&turn.item.question);
    let hints_left = turn.item.question.hints.len().saturating_sub(turn.hints_used as usize);
    let left = [
        (is_test, Button::quiet("Back").icon(ICON_ARROW_BACK).key(key("B", "Alt B")), Pressed::Back),
        (
            hints_left > 0,
            Button::quiet(&hint_words).name(&hint_name).icon(ICON_LIGHTBULB).key(key("H", "Alt H")),
            Pressed::Hint,
        ),
        (
            !is_test && (draft.is_hidden() || !turn.item.question.kind().is_self_rated()),
            Button::quiet(NOT_KNOWN).icon(ICON_HELP).key(key("D", "Alt D")),
            Pressed::NotKnown,
        ),
        (play.sitting.can_skip(), Button::quiet("Skip").icon(ICON_SKIP_NEXT).key(key("S", "Alt S")), Pressed::Skip),
        (turn.is_second_try(), Button::quiet(SEE_RESULT).icon(ICON_CHECK).key(key("E", "Alt E")), Pressed::Finish),
        (is_test, Button::quiet("Overview").icon(ICON_GRID_VIEW).key(key("O", "Alt O")), Pressed::Overview),
    ];
    let primary = primary(turn, is_test, draft).map(|words| Button::primary(words).key("Enter"));
    let shown: Vec<(Button<'_>, Pressed)> =
        left.into_iter().filter(|(is_shown, ..)| *is_shown).map(|(_, button, pressed)| (button, pressed)).collect();
    let shown = fitted(ui, room.width(), primary.as_ref(), shown);
    let (pressed, confirms) = room.show(
        ui,
        |ui| {
            let pressed = |(button, pressed)| ui.add(button).clicked().then_some(pressed);
            shown.into_iter().filter_map(pressed).last()
        },
        |ui| primary.is_some_and(|button| ui.add(button).clicked()),
    );
    confirms.then_some(Pressed::Confirm).or(pressed)
}

/// The buttons with as much on them as there is room for beside the primary one: their keys go first, then their words.
fn fitted<'a>(
    ui: &Ui,
    width: f32,
    primary: Option<&Button<'_>>,
    buttons: Vec<(Button<'a>, Pressed)>,
) -> Vec<(Button<'a>, Pressed)> {
    let gap = ui.spacing().item_spacing.x;
    let room = width - primary.map_or(0.0, |primary| primary.width(ui) + gap);
    let fits = |buttons: &[(Button<'a>, Pressed)]| {
        buttons.iter().map(|(button, _)| button.width(ui) + gap).sum::<f32>() <= room
    };
    if fits(&buttons) {
        return buttons;
    }
    let without_keys: Vec<_> = buttons.into_iter().map(|(button, pressed)| (button.without_key(), pressed)).collect();
    if fits(&without_keys) {
        return without_keys;
    }
    without_keys.into_iter().map(|(button, pressed)| (button.compact(true), pressed)).collect()
}

/// What the primary button says; a learner's own rating needs none, unless it could not be kept.
fn primary(turn: &Turn, is_test: bool, draft: &Draft) -> Option<&'static str> {
    match (turn.item.question.kind().is_self_rated(), draft.rating()) {
        (true, None) => draft.is_hidden().then_some("Reveal the answer"),
        _ if is_test => Some("Next"),
        _ => Some("Check"),
    }
}

/// What the button for a hint says and is called: what the hint costs is told before it is taken.
fn hint_words(question: &Question) -> (String, String) {
    if question.hint_cost > 0.0 {
        let cost = words::percent(question.hint_cost * 100.0);
        (format!("Hint \u{2212}{cost}"), format!("Hint: costs {cost} of the points"))
    } else {
        ("Hint".to_owned(), "Hint".to_owned())
    }
}

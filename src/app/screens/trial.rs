//! A question as the learner sees it, to be tried: of a bank that is looked at, or of one to be. Records nothing.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::answers::{Draft, FocusWish};
use crate::app::screens::question::heading;
use crate::app::screens::{answers, feedback, frame};
use crate::app::state::bank_page::Preview;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, rich_text};
use egui::{Id, Role, Ui};
use egui_material_icons::icons::ICON_SHUFFLE;

/// The answer under way.
#[derive(Debug, Default)]
pub struct Trial {
    draft: Draft,
    /// The drawing that the draft belongs to.
    drawing: Option<u64>,
    /// What has happened in the preview while the list has the focus, and what tells it.
    told: String,
    told_to: Option<Id>,
}

impl Trial {
    /// Lets go of an answer to another drawing.
    pub fn follow(&mut self, preview: Option<&Preview>) {
        let drawing = preview.map(|preview| preview.number);
        if self.drawing != drawing {
            self.drawing = drawing;
            self.tell(String::new());
            self.draft = preview.map_or_else(Draft::default, |preview| Draft::of(&preview.turn));
        }
    }

    /// Takes the digits of options, and `Enter`.
    pub fn listen(&mut self, ui: &Ui, preview: &Preview, actions: &mut Vec<Action>) {
        if !preview.is_marked
            && let Some(digit) = keys::take_digit(ui.ctx())
        {
            self.draft.take_digit(&preview.turn, digit);
            // The list keeps the focus, and says what was chosen.
            let answer = self.draft.response();
            let answer = answer.map(|response| response.written(&preview.turn.item.question));
            self.tell(answer.map(|answer| format!("Your answer: {answer}")).unwrap_or_default());
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(self.deed(preview));
        }
    }

    /// What the button under the question does: shows the key beside the answer, or takes it away again.
    fn deed(&self, preview: &Preview) -> Action {
        if preview.is_marked { Action::TryAgain } else { Action::Try(self.draft.response()) }
    }

    fn tell(&mut self, told: String) {
        (self.told, self.told_to) = (told, None);
    }

    /// Shows the question, and what became of the answer.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, bank_id: &str, preview: &Preview, actions: &mut Vec<Action>) {
        let turn = &preview.turn;
        preview.pictures.put_in_force(ui.ctx());
        card::show(ui, |ui| {
            heard::as_group(ui, Role::Group, &heading::spoken(turn, None));
            heading::head(ui, turn);
            ui.add_space(10.0);
            if preview.is_marked {
                answers::show_marked(ui, turn, &preview.pictures);
            } else {
                self.draft.show(ui, turn, &preview.pictures, FocusWish::default());
            }
        });
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| self.buttons(ui, preview, actions));
        if !preview.is_marked && !self.told.is_empty() {
            heard::say(ui, &self.told, &mut self.told_to);
        }
        if preview.is_marked {
            self.feedback(ui, model, bank_id, preview);
        }
    }

    fn buttons(&self, ui: &mut Ui, preview: &Preview, actions: &mut Vec<Action>) {
        let has_answer = self.draft.response().is_some();
        let words = match (preview.is_marked, has_answer) {
            (true, _) => "Try again",
            (false, true) => "Check",
            (false, false) => "Show the answer",
        };
        if ui.add(Button::secondary(words).key("Enter")).clicked() {
            actions.push(self.deed(preview));
        }
        if ui.add(Button::quiet("New version").icon(ICON_SHUFFLE)).clicked() {
            actions.push(Action::DrawAnew);
        }
    }

    fn feedback(&mut self, ui: &mut Ui, model: &Model, bank_id: &str, preview: &Preview) {
        let (theme, turn) = (Theme::of(ui.ctx()), &preview.turn);
        ui.add_space(4.0);
        let card = feedback::card(ui, model, bank_id, turn, None);
        frame::hold_focus(ui, &card);
        // Who goes through the list hears it without leaving the list.
        let told = feedback::spoken_whole(model, bank_id, turn);
        if self.told != told {
            self.tell(told);
        }
        if !card.has_focus() {
            heard::say(ui, &self.told, &mut self.told_to);
        }
        for (place, hint) in turn.item.question.hints.iter().enumerate() {
            rich_text::show(ui, &format!("Hint {}: {hint}", place + 1), theme.small(), theme.palette.soft);
        }
    }
}

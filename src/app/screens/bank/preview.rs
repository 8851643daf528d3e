//! A question of the bank as the learner sees it, to be tried; where it cannot be asked, why.

use super::severity::sign;
use super::{BankScreen, remarks};
use crate::app::action::Action;
use crate::app::screens::answers::FocusWish;
use crate::app::screens::question::heading;
use crate::app::screens::{answers, feedback, frame};
use crate::app::state::bank_page::{BankPage, Preview};
use crate::app::state::model::Model;
use crate::app::theme::{READING_WIDTH, Theme};
use crate::app::widgets::{Button, card, excerpt, heard, icon, rich_text, scroll, text};
use crate::bank::{Diagnostic, Severity, Survey};
use egui::{Role, ScrollArea, Ui};
use egui_material_icons::icons::ICON_SHUFFLE;

/// The most problems that are told in place of a question; all of them stand in their list.
const MOST_TOLD: usize = 20;

impl BankScreen {
    pub(super) fn preview(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        page: &BankPage,
        survey: &Survey,
        actions: &mut Vec<Action>,
    ) {
        scroll::show(ui, ScrollArea::vertical().id_salt("bank preview").auto_shrink(false), |ui| {
            // In a wide window a line of text must not become too long to read.
            ui.set_max_width(Theme::of(ui.ctx()).width_of_text(READING_WIDTH).min(ui.available_width()));
            let selected = page.selected.and_then(|index| survey.questions.get(index));
            match (&page.preview, selected) {
                (Some(preview), _) => {
                    text::small(ui, "As the learner sees it. Nothing of this is recorded.");
                    self.question(ui, model, survey, preview, actions);
                    remarks::show(ui, page, &preview.turn.item.question.id);
                }
                (None, Some(selected)) => {
                    let title = if selected.id.is_empty() {
                        "This question".to_owned()
                    } else {
                        format!("“{}”", selected.id)
                    };
                    text::heading(ui, format!("{title} is left out until its errors are mended"));
                    told(ui, survey, &survey.problems[selected.problems.clone()]);
                    remarks::show(ui, page, &selected.id);
                }
                (None, None) if survey.is_playable && survey.questions.is_empty() => {
                    text::soft(ui, "This bank has no questions yet.");
                }
                (None, None) if !survey.questions.is_empty() => {
                    text::soft(ui, "This is about the whole bank. Choose a question to see it as learners do.");
                }
                (None, None) => {
                    text::heading(ui, "This file cannot be read as a bank yet");
                    told(ui, survey, &survey.problems);
                }
            }
        });
    }

    /// What the button under the question does: shows the key beside the answer, or takes it away again.
    pub(super) fn trial(&self, preview: &Preview) -> Action {
        if preview.is_marked { Action::TryAgain } else { Action::Try(self.draft.response()) }
    }

    fn question(&mut self, ui: &mut Ui, model: &Model, survey: &Survey, preview: &Preview, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
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
        ui.horizontal_wrapped(|ui| {
            let has_answer = self.draft.response().is_some();
            let words = match (preview.is_marked, has_answer) {
                (true, _) => "Try again",
                (false, true) => "Check",
                (false, false) => "Show the answer",
            };
            if ui.add(Button::secondary(words).key("Enter")).clicked() {
                actions.push(self.trial(preview));
            }
            if ui.add(Button::quiet("New version").icon(ICON_SHUFFLE)).clicked() {
                actions.push(Action::DrawAnew);
            }
        });
        if !preview.is_marked && !self.told.is_empty() {
            heard::say(ui, &self.told, &mut self.told_to);
        }
        if preview.is_marked {
            ui.add_space(4.0);
            let card = feedback::card(ui, model, &survey.head.id, turn, None);
            frame::hold_focus(ui, &card);
            // Who goes through the list hears it without leaving the list.
            let told = feedback::spoken_whole(model, &survey.head.id, turn);
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
}

/// The problems, each with its line underlined.
fn told(ui: &mut Ui, survey: &Survey, problems: &[Diagnostic]) {
    let theme = Theme::of(ui.ctx());
    let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
    for problem in errors.take(MOST_TOLD) {
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            let (sign, _, colour) = sign(problem.severity(), &theme);
            icon::show(ui, sign, 18.0, colour);
            text::body(ui, problem.problem.to_string());
        });
        excerpt::show(ui, &survey.lines, &problem.span, problem.severity());
    }
}

//! A question of the bank as the learner sees it, to be tried; where it cannot be asked, why.

use super::severity::sign;
use super::{BankScreen, remarks};
use crate::app::action::Action;
use crate::app::state::bank_page::BankPage;
use crate::app::state::model::Model;
use crate::app::theme::{READING_WIDTH, Theme};
use crate::app::widgets::{excerpt, icon, scroll, text};
use crate::bank::{Diagnostic, Severity, Survey};
use egui::{ScrollArea, Ui};

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
                    self.trial.show(ui, model, &survey.head.id, preview, actions);
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

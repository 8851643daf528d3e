//! Everything that is wrong with the bank: a list, and beside it the problem that is selected, whole.

use super::severity::sign;
use super::{BankScreen, Part, problem_words};
use crate::app::action::Action;
use crate::app::state::bank_page::BankPage;
use crate::app::theme::Theme;
use crate::app::widgets::list::{self, Row};
use crate::app::widgets::{Button, chip, excerpt, icon, text};
use crate::bank::{Diagnostic, Survey, explanation};
use crate::syntax::Place;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, UiBuilder};
use egui_material_icons::icons::{ICON_CONTENT_COPY, ICON_HELP};

/// Share of the height for the list, where the selected problem stands below it.
const LIST_SHARE: f32 = 0.42;
/// Share of the width for the selected problem, where it stands beside the list.
const PROBLEM_SHARE: f32 = 0.48;

impl BankScreen {
    pub(super) fn problems(&mut self, ui: &mut Ui, page: &BankPage, survey: &Survey, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        text::heading(ui, problem_words(survey));
        if survey.problems.is_empty() {
            return;
        }
        let is_beside = ui.available_width() >= 700.0 * theme.text_scale;
        // The list comes first, as it is read, though the room of the problem is set aside before.
        let whole = ui.available_rect_before_wrap();
        let (list, problem) = if is_beside {
            whole.split_left_right_at_x(whole.right() - whole.width() * PROBLEM_SHARE)
        } else {
            whole.split_top_bottom_at_y(whole.top() + whole.height() * LIST_SHARE)
        };
        ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
            CentralPanel::default().frame(Frame::new()).show(ui, |ui| self.problem_list(ui, survey, actions));
        });
        let frame =
            Frame::new().inner_margin(Margin { left: if is_beside { 16 } else { 0 }, right: 0, top: 4, bottom: 0 });
        ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
            let side = if is_beside { Panel::right("bank problem") } else { Panel::bottom("bank problem") };
            let size = if is_beside { problem.width() } else { problem.height() };
            side.frame(frame).resizable(false).exact_size(size).show(ui, |ui| match self.problem {
                Some(index) => self.problem(ui, page, survey, index, actions),
                None => drop(text::soft(ui, "Nothing to look at in this question.")),
            });
        });
    }

    fn problem_list(&mut self, ui: &mut Ui, survey: &Survey, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let count = survey.problems.len();
        let row =
            |index: usize| survey.problems.get(index).map_or_else(Row::default, |problem| row(survey, problem, &theme));
        let (list, chosen) = list::show(ui, "Problems", (count, false), self.problem, row);
        if self.part == Part::Problems {
            crate::app::screens::frame::hold_focus(ui, &list);
        }
        if let Some(index) = chosen {
            self.problem = Some(index);
            self.explaining = None;
            actions.push(Action::LookAtQuestion(survey.question_of(index)));
        }
    }

    /// The problem in full, with its line and what can be done.
    fn problem(&mut self, ui: &mut Ui, page: &BankPage, survey: &Survey, index: usize, actions: &mut Vec<Action>) {
        let Some(problem) = survey.problems.get(index) else { return };
        let theme = Theme::of(ui.ctx());
        let severity = problem.severity();
        let explained = explanation(problem.code());
        ScrollArea::vertical().id_salt("bank problem").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal_wrapped(|ui| {
                let (sign, word, colour) = sign(severity, &theme);
                icon::show(ui, sign, 18.0, colour);
                text::paragraph(ui, word, theme.strong(), colour);
                chip::mono(ui, problem.code());
                if let Some(question) = &problem.question {
                    text::small(ui, format!("question “{question}”"));
                }
            });
            text::body(ui, problem.problem.to_string());
            excerpt::show(ui, &survey.lines, &problem.span, severity);
            ui.horizontal_wrapped(|ui| {
                if explained.is_some() && ui.add(Button::secondary("Why this matters").icon(ICON_HELP)).clicked() {
                    self.explaining = explained;
                }
                if ui.add(Button::quiet("Copy file and line").icon(ICON_CONTENT_COPY)).clicked() {
                    actions.push(Action::Copy(place_words(page, survey.lines.place(problem.span.start))));
                }
            });
            if let Some(explained) = explained {
                text::small(ui, format!("What to do: {}", explained.fix));
            }
        });
    }
}

/// `machines.ron:18:5`, as editors and terminals understand it.
fn place_words(page: &BankPage, Place { line, column }: Place) -> String {
    format!("{}:{line}:{column}", page.path)
}

fn row(survey: &Survey, problem: &Diagnostic, theme: &Theme) -> Row {
    let (sign, word, colour) = sign(problem.severity(), theme);
    let Place { line, column } = survey.lines.place(problem.span.start);
    let figures = format!("{line}:{column}");
    let text = problem.problem.to_string();
    let name = format!("{word}, line {line}, column {column}: {text}");
    Row { sign: Some((sign, colour)), figures, text, name, ..Row::default() }
}

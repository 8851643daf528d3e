//! What the check says of the question that is shown, or of the bank as a whole: each with the way to its place, and with a
//! button that mends it where it is known how.

use super::shown_problems::{bank_problems, next_problem, shown_problems};
use super::{AuthorScreen, Part, Side};
use crate::app::action::{Action, AuthorDeed};
use crate::app::screens::bank::sign;
use crate::app::state::author::Author;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, excerpt, heard, icon, page, row, scroll, text};
use crate::app::wording::{author_words, words};
use crate::bank::{Diagnostic, Survey, explanation};
use egui::{Role, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_ARROW_UPWARD, ICON_BUILD};

/// The most problems that are told at once; the rest come up as these are mended.
const MOST_TOLD: usize = 30;

impl AuthorScreen {
    /// Shows the problems of the question, those of the bank behind them.
    pub(super) fn problems(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        let Some(check) = &author.check else {
            text::soft(ui, "The bank is being checked.");
            return;
        };
        let survey = &*check.survey;
        let own = match self.side {
            Side::Bank => bank_problems(survey),
            Side::Question | Side::Versions => shown_problems(author, survey),
        };
        let others = survey.problems.len() - own.len();
        let heading = text::heading(ui, author_words::to_look_at(own.len(), others));
        if author.fresh_check().is_some() {
            crate::app::screens::frame::announce(ui, heading.id);
        }
        scroll::show(ui, ScrollArea::vertical().id_salt("author problems").auto_shrink(false), |ui| {
            heard::as_group(ui, Role::List, "Problems");
            for index in own.iter().take(MOST_TOLD) {
                self.problem(ui, author, survey, *index, actions);
            }
            if others > 0 && self.goes_to_next_problem(ui, others) {
                actions.extend(next_problem(author, survey));
            }
            page::keep_focus_in_sight(ui, "author problems");
        });
    }

    fn goes_to_next_problem(&self, ui: &mut Ui, others: usize) -> bool {
        ui.add_space(4.0);
        let label = author_words::problems_elsewhere(others);
        ui.add(Button::quiet(&label).in_line()).clicked()
    }

    fn problem(&mut self, ui: &mut Ui, author: &Author, survey: &Survey, index: usize, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let Some(problem) = survey.problems.get(index) else { return };
        let words = words::as_sentence(&problem.problem.to_string());
        let can_be_mended = self.remedies.can_mend(author, problem);
        ui.add_space(4.0);
        let told = |ui: &mut Ui| {
            let (sign, word, colour) = sign(problem.severity(), &theme);
            icon::show(ui, sign, 18.0, colour);
            let said = text::body(ui, &words);
            heard::describe(&said, word);
        };
        let pressed = row::split_top(ui, told, |ui| problem_buttons(ui, problem, &words, can_be_mended)).1;
        let Pressed { mends, explains, goes } = pressed;
        if goes {
            (self.wanted_problem, self.part, self.side) = (Some(index), Part::Form, Side::Question);
        }
        if mends {
            actions.push(Action::Author(AuthorDeed::Mend(index)));
        }
        if explains {
            self.explaining = explanation(problem.code());
        }
        let is_readable = author.shown().is_some_and(|placed| placed.question.is_some());
        if self.is_text || !is_readable {
            excerpt::show(ui, &survey.lines, &problem.span, problem.severity());
        }
    }
}

/// Which button beside a problem was pressed.
struct Pressed {
    mends: bool,
    explains: bool,
    goes: bool,
}

fn problem_buttons(ui: &mut Ui, problem: &Diagnostic, words: &str, can_be_mended: bool) -> Pressed {
    let name = format!("Mend it: {words}");
    let mends = can_be_mended && ui.add(Button::secondary("Mend it").icon(ICON_BUILD).name(&name)).clicked();
    let explains = explanation(problem.code()).is_some_and(|page| {
        let name = format!("Why this matters: {}", page.title);
        ui.add(Button::quiet("Why this matters").name(&name).in_line_right()).clicked()
    });
    let name = format!("Go to the field: {words}");
    let goes = ui.add(Button::icon_only(ICON_ARROW_UPWARD, &name)).clicked();
    Pressed { mends, explains, goes }
}

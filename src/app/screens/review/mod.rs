//! Review: start today's questions; see what is known and what an exam asks; practise across banks.

mod figures;
mod lists;
mod plan;

use crate::app::action::{Action, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::state::agenda::Agenda;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, icon, page, row, text};
use crate::app::wording::{review_words, words};
use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_AUTORENEW, ICON_PLAY_ARROW};

/// Width from which the offer stands in one row, at normal text size.
const ONE_ROW_WIDTH: f32 = 620.0;

/// The days of exams as they are being typed.
#[derive(Debug, Default)]
pub struct ReviewScreen {
    plan: plan::Plan,
}

impl ReviewScreen {
    /// Takes over what was chosen elsewhere.
    pub fn follow(&mut self, agenda: Option<&Agenda>) {
        self.plan.follow(agenda);
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        let starts = model.agenda.as_ref().is_some_and(Agenda::has_something_today);
        if !model.is_modal_open() {
            if keys::take_escape(ui.ctx()) {
                actions.push(Action::Go(Page::Library));
            }
            if keys::take_enter(ui.ctx()) && starts {
                actions.push(Action::StartReview);
            }
        }
        page::wide(ui, |ui| {
            text::title(ui, "Review");
            ui.add_space(8.0);
            let Some(agenda) = &model.agenda else {
                text::soft(ui, "Your results are being looked through…");
                return;
            };
            today(ui, agenda, actions);
            page::gap(ui);
            if agenda.met > 0 {
                figures::show(ui, agenda);
                page::gap(ui);
            }
            lists::show(ui, agenda, actions);
            self.plan.show(ui, agenda, model.fitting, actions);
        });
    }
}

/// What today holds, and the button that begins it.
fn today(ui: &mut Ui, agenda: &Agenda, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let is_wide = ui.available_width() > ONE_ROW_WIDTH * (0.4 + 0.6 * theme.text_scale);
    card::accent(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        if is_wide {
            let left = |ui: &mut Ui| {
                icon::show(ui, ICON_AUTORENEW, 32.0, theme.palette.accent);
                ui.vertical(|ui| today_words(ui, agenda));
            };
            row::split(ui, left, |ui| start_button(ui, agenda, actions));
        } else {
            today_words(ui, agenda);
            start_button(ui, agenda, actions);
        }
        if let Some(plan) = agenda.catch_up {
            text::body(ui, review_words::catch_up(plan));
            if ui.add(Button::secondary("Ask them all today")).clicked() {
                actions.push(Action::SetStudy(crate::app::action::StudyChoice::SpreadsBacklog(false)));
            }
        } else if !agenda.study.spreads_backlog && agenda.due_in_all > agenda.study.daily_limit as usize {
            text::body(ui, format!("{} are due, more than your limit.", words::count(agenda.due_in_all, "question")));
            if ui.add(Button::secondary("Spread them over the coming days")).clicked() {
                actions.push(Action::SetStudy(crate::app::action::StudyChoice::SpreadsBacklog(true)));
            }
        }
    });
}

fn today_words(ui: &mut Ui, agenda: &Agenda) {
    let theme = Theme::of(ui.ctx());
    text::heading(ui, format!("Today: {}", review_words::today(agenda)));
    text::paragraph(ui, about(agenda), theme.body(), theme.palette.soft);
}

/// A sentence on what today takes, or on why there is nothing.
fn about(agenda: &Agenda) -> String {
    if !agenda.has_something_today() {
        return match (agenda.met, agenda.due_in_all) {
            (0, _) => "Answer some questions first: each comes back when you would begin to forget it.".to_owned(),
            (_, 0) => "Nothing is due. Come back tomorrow, or practise something else.".to_owned(),
            _ => "You have done what you set yourself for today.".to_owned(),
        };
    }
    let minutes = review_words::about_minutes(agenda.today.len());
    format!("{minutes}, over {}. After it you are done until tomorrow.", words::count(agenda.bank_count, "bank"))
}

fn start_button(ui: &mut Ui, agenda: &Agenda, actions: &mut Vec<Action>) {
    if !agenda.has_something_today() {
        return;
    }
    let response = ui.add(Button::primary("Start review").icon(ICON_PLAY_ARROW).key("Enter"));
    heard::describe(&response, &review_words::today(agenda));
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(Action::StartReview));
}

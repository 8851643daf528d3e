//! Review: start today's questions; see what is known and what an exam asks; practise across banks.

mod figures;
mod lists;
mod plan;

use crate::app::action::{Action, Page, StudyChoice};
use crate::app::input::keys;
use crate::app::screens::{frame, unfinished};
use crate::app::state::agenda::Agenda;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, heard, offer, page, text};
use crate::app::wording::{review_words, words};
use crate::history::UnfinishedSitting;
use crate::sitting::put_together;
use egui::Ui;
use egui_material_icons::icons::{ICON_AUTORENEW, ICON_PLAY_ARROW};

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
        if !model.is_modal_open() {
            if keys::take_escape(ui.ctx()) {
                actions.push(Action::Go(Page::Library));
            }
            if let Some(agenda) = &model.agenda
                && !ui.ctx().text_edit_focused()
                && keys::take_enter(ui.ctx())
            {
                match (agenda.has_something_today(), agenda.met) {
                    _ if under_way(model).is_some() => {
                        actions.extend(under_way(model).map(|sitting| Action::Resume(sitting.id)));
                    }
                    (true, _) => actions.push(Action::StartReview),
                    (false, 0) => actions.push(Action::Go(Page::Library)),
                    (false, _) => {}
                }
            }
        }
        page::wide(ui, |ui| {
            text::title(ui, "Review");
            ui.add_space(8.0);
            let Some(agenda) = &model.agenda else {
                text::soft(ui, "Your results are being looked through…");
                return;
            };
            match under_way(model) {
                Some(sitting) => unfinished::offer(ui, sitting, actions),
                None => today(ui, agenda, actions),
            }
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

/// The review that was begun and left, which goes on before another begins.
fn under_way(model: &Model) -> Option<&UnfinishedSitting> {
    model.unfinished.iter().find(|sitting| sitting.quiz_id == put_together::REVIEW)
}

/// What today holds, and the button that begins it.
fn today(ui: &mut Ui, agenda: &Agenda, actions: &mut Vec<Action>) {
    let mut begun = Vec::new();
    let mut spread = None;
    offer::show(
        ui,
        ICON_AUTORENEW,
        &heading(agenda),
        &about(agenda),
        |ui, _| begin_button(ui, agenda, &mut begun),
        |ui| spread = backlog(ui, agenda),
    );
    actions.append(&mut begun);
    actions.extend(spread.map(|spreads| Action::SetStudy(StudyChoice::SpreadsBacklog(spreads))));
}

/// How a backlog is worked off, and the way to do it otherwise; gives back whether it is to be spread, where that is chosen.
fn backlog(ui: &mut Ui, agenda: &Agenda) -> Option<bool> {
    if let Some(plan) = agenda.catch_up {
        text::body(ui, review_words::catch_up(plan));
        return ui.add(Button::secondary("Ask them all today")).clicked().then_some(false);
    }
    if agenda.study.spreads_backlog || agenda.due_in_all <= agenda.study.daily_limit as usize {
        return None;
    }
    text::body(ui, format!("{} are due, more than your daily limit.", words::count(agenda.due_in_all, "question")));
    ui.add(Button::secondary("Spread them over the coming days")).clicked().then_some(true)
}

fn heading(agenda: &Agenda) -> String {
    match agenda.met {
        0 if !agenda.has_something_today() => "Nothing to review yet".to_owned(),
        _ => format!("Today: {}", review_words::today(agenda)),
    }
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
    format!("{minutes}, from {}. Then you are done for today.", words::count(agenda.bank_count, "bank"))
}

/// Begins the review, or leads to the banks where nothing was ever answered.
fn begin_button(ui: &mut Ui, agenda: &Agenda, actions: &mut Vec<Action>) {
    let (button, said, action) = match (agenda.has_something_today(), agenda.met) {
        (true, _) => {
            let button = Button::primary("Start review").icon(ICON_PLAY_ARROW);
            (button, words::sentences([review_words::today(agenda), about(agenda)]), Action::StartReview)
        }
        (false, 0) => (Button::primary("Choose a bank"), String::new(), Action::Go(Page::Library)),
        (false, _) => return,
    };
    let response = ui.add(button.key("Enter"));
    heard::describe(&response, &said);
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(action));
}

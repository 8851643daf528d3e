//! What a learner most likely still knows on a day: chosen here, predicted as `torus recall` does.

use crate::app::action::{Action, TeachDeed};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, text};
use crate::app::wording::{review_words, teach_words, words};
use crate::report::recall::LearnerRecall;
use crate::schedule::StudyDay;
use egui::{Align, Key, Layout, Modifiers, Ui, vec2};

/// So many of the questions that are known least are told.
const MOST_ITEMS: usize = 8;
/// Days from today that can be chosen at once.
const DAYS: [(i32, &str); 4] = [(0, "Today"), (7, "In a week"), (30, "In 30 days"), (90, "In 90 days")];

/// Shows the choice of a day and what is predicted for it.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, typed: &mut String, actions: &mut Vec<Action>) {
    let Some(today) = model.teach.read_at.map(StudyDay::of) else { return };
    card::show(ui, |ui| {
        text::heading(ui, "Still known on a day");
        ui.horizontal_wrapped(|ui| {
            for (days, label) in DAYS {
                let day = today + days;
                let is_chosen = model.teach.recall_on == Some(day);
                let name = format!("Predict recall: {label}");
                let button = if is_chosen { Button::primary(label) } else { Button::secondary(label) };
                if ui.add(button.name(&name)).clicked() {
                    actions.push(Action::Teach(TeachDeed::RecallOn(day)));
                }
            }
        });
        date(ui, typed, actions);
        let Some(day) = model.teach.recall_on else {
            text::small(ui, "Choose a day. The prediction comes from each answer and the time since, as in Review.");
            return;
        };
        match (&model.teach.recall, model.teach.recall_place) {
            (None, _) => {
                text::soft(ui, "Working it out…");
            }
            (Some(_), None) => {
                text::soft(ui, "Nothing can be told: no answer of this learner has a date.");
            }
            (Some(recall), Some(place)) => {
                if let Some(known) = recall.learners.get(place) {
                    told(ui, view, known, day, today);
                }
            }
        }
    });
}

fn date(ui: &mut Ui, typed: &mut String, actions: &mut Vec<Action>) {
    let width = (240.0 * Theme::of(ui.ctx()).text_scale).min(ui.available_width());
    let day = StudyDay::from_iso(typed.trim());
    let is_faulty = typed.trim().len() >= 10 && day.is_none();
    let enter = ui
        .allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            let field = field::checked(ui, "Another day", typed, "2026-12-18", is_faulty);
            if is_faulty {
                text::small(ui, "Write the day as 2026-12-18.");
            }
            field.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
        })
        .inner;
    if let Some(day) = day {
        let label = format!("Predict for {}", day.to_iso());
        if ui.add(Button::secondary(&label).key("Enter")).clicked() || enter {
            actions.push(Action::Teach(TeachDeed::RecallOn(day)));
        }
    }
}

fn told(ui: &mut Ui, view: &ClassView, known: &LearnerRecall, day: StudyDay, today: StudyDay) {
    let count = known.items.len();
    let mean = known.items.iter().map(|item| item.recall).sum::<f64>() / count.max(1) as f64;
    text::body(
        ui,
        format!(
            "On {}, {} of {} met are most likely still known, if nothing is practised.",
            review_words::day(day, today),
            words::percent(100.0 * mean),
            words::count(count, "question")
        ),
    );
    for item in known.items.iter().take(MOST_ITEMS) {
        let asked = view
            .class
            .questions
            .binary_search_by(|question| (&*question.bank, &*question.id).cmp(&(&*item.bank, &*item.question)));
        let prompt = asked.map_or(item.question.clone(), |place| teach_words::prompt(&view.class.questions[place]));
        text::small(ui, format!("{}: {prompt}", words::percent(100.0 * item.recall)));
    }
}

//! What to teach again: three things for the next lesson, each with the question for the board and the wrong idea.

use super::people;
use crate::app::action::{Action, TeachDeed, TeachPage};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, page, text};
use crate::app::wording::teach_words;
use crate::class::Lesson;
use crate::text::plain;
use egui::Ui;

/// Shows the lessons, and who may be one person.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
    text::heading(ui, "For the next lesson");
    if view.lessons.is_empty() {
        card::show(ui, |ui| {
            text::body(ui, "Nothing was surely misunderstood.");
            text::soft(
                ui,
                "A topic stands here when the class most surely knows less than three quarters of it. Where few have \
                 answered, that cannot be told yet.",
            );
        });
    }
    for (place, lesson) in view.lessons.iter().enumerate() {
        if place > 0 {
            page::gap(ui);
        }
        ui.push_id(place, |ui| show_lesson(ui, view, place, lesson, actions));
    }
    if !view.proposals.is_empty() {
        page::gap(ui);
        people::show(ui, model, view, actions);
    }
}

fn show_lesson(ui: &mut Ui, view: &ClassView, place: usize, lesson: &Lesson, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let prompt = teach_words::prompt(&view.class.questions[lesson.question as usize]);
    card::show(ui, |ui| {
        let name = if lesson.topic.is_empty() { prompt.clone() } else { teach_words::topic(&lesson.topic) };
        text::heading(ui, format!("{}. {name}", place + 1));
        text::soft(ui, teach_words::lesson(lesson));
        ui.add_space(8.0);
        text::small(ui, "Put this on the board");
        text::paragraph(ui, prompt.as_str(), theme.option(), theme.palette.text);
        if let Some(idea) = &lesson.wrong_idea {
            ui.add_space(8.0);
            text::small(ui, "The wrong idea behind it");
            let told = format!("“{}”, chosen by {} of {}", plain(&idea.response), idea.chosen, idea.asked);
            text::paragraph(ui, told, theme.body(), theme.palette.text);
        }
        ui.add_space(8.0);
        let spoken = format!("See who answered what: {prompt}");
        if ui.add(Button::secondary("See who answered what").name(&spoken)).clicked() {
            actions.push(Action::Teach(TeachDeed::Open(TeachPage::Question(lesson.question))));
        }
    });
}

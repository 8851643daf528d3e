//! The page of a question: what was answered, what that says of it, and what can be done.

use super::options;
use crate::app::action::{Action, TeachDeed};
use crate::app::screens::frame;
use crate::app::state::card::Card;
use crate::app::state::class_view::{ClassView, name_of};
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, page, text};
use crate::app::wording::{kind_words, teach_words, words};
use crate::class::{ClassQuestion, ItemFigures};
use crate::report::class::flag_words;
use crate::sitting::Certainty;
use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_EDIT};

/// Shows the question of that place.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, place: u32, actions: &mut Vec<Action>) {
    let Some(item) = view.item(place) else { return };
    let question = &view.class.questions[place as usize];
    page::reading(ui, |ui| {
        let back = ui.add(Button::quiet("Class results").icon(ICON_ARROW_BACK).key("Esc").in_line());
        if back.clicked() {
            actions.push(Action::Teach(TeachDeed::Close));
        }
        if !can_mend(model, question) {
            frame::hold_focus(ui, &back);
        }
        text::title(ui, teach_words::prompt(question));
        text::soft(ui, about(view, question, item));
        ui.add_space(8.0);
        deeds(ui, model, view, place, actions);
        page::gap(ui);
        flags(ui, item);
        figures(ui, item);
        page::gap(ui);
        if !item.options.is_empty() {
            options::show(ui, item);
            page::gap(ui);
        }
        more(ui, model, view, item);
    });
}

/// `Machines: JET and ITER · Dates · one answer · n 28`.
fn about(view: &ClassView, question: &ClassQuestion, item: &ItemFigures) -> String {
    let bank = view.banks.iter().find(|(id, _)| **id == *question.bank).map_or(&*question.bank, |(_, title)| title);
    let mut parts = vec![bank.to_owned()];
    if !question.topic.is_empty() {
        parts.push(teach_words::topic(&question.topic));
    }
    parts.extend(question.kind.map(|kind| kind_words::name(kind).to_owned()));
    parts.push(format!("n {}", item.attempts));
    parts.join(" · ")
}

fn deeds(ui: &mut Ui, model: &Model, view: &ClassView, place: u32, actions: &mut Vec<Action>) {
    let question = &view.class.questions[place as usize];
    let can_mend = can_mend(model, question);
    let is_left_out = view.left_out.contains(&place);
    ui.horizontal_wrapped(|ui| {
        if frame::primary(ui, Button::primary("Mend this question").icon(ICON_EDIT).enabled(can_mend)) {
            actions.push(Action::Teach(TeachDeed::Mend(place)));
        }
        let label = if is_left_out { "Count this question again" } else { "Leave this question out" };
        if ui.add(Button::secondary(label)).clicked() {
            actions.push(Action::Teach(TeachDeed::LeaveOut { question: place, is_left_out: !is_left_out }));
        }
    });
    if !can_mend {
        text::small(
            ui,
            format!("The bank {} is not on this computer: add it to the library to mend it.", question.bank),
        );
    }
    if let Some(told) = teach_words::left_out(view) {
        let first = if is_left_out { "This question is left out. " } else { "" };
        text::small(ui, format!("{first}{told}"));
    }
}

/// Whether the bank of the question is on this computer.
fn can_mend(model: &Model, question: &ClassQuestion) -> bool {
    let is_here = |card: &Card| card.as_bank().is_some_and(|bank| *bank.id == *question.bank);
    model.cards.iter().any(is_here)
}

fn flags(ui: &mut Ui, item: &ItemFigures) {
    if item.flags.is_empty() {
        return;
    }
    let amber = Theme::of(ui.ctx()).palette.amber;
    card::edged(ui, amber, |ui| {
        text::heading(ui, "To look at");
        for flag in &item.flags {
            text::body(ui, flag_words(flag));
        }
    });
    page::gap(ui);
}

fn figures(ui: &mut Ui, item: &ItemFigures) {
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        figure(ui, "Facility", &teach_words::facility(item), &teach_words::facility_sentence(item));
        figure(ui, "Discrimination", &teach_words::discrimination(item), &teach_words::discrimination_sentence(item));
        let unanswered = (item.left_blank + item.not_reached).to_string();
        figure(ui, "Not answered", &unanswered, &teach_words::omissions(item));
        if let Some(ms) = item.median_ms {
            let time = words::duration(ms.into());
            figure(ui, "Time", &time, "Half of those who answered took no longer.");
        }
        if item.overruled > 0 {
            let told = format!("Of {} learners, so many set the mark aside.", item.attempts);
            figure(ui, "Overruled", &item.overruled.to_string(), &told);
        }
        if let Some(by_last) = item.facility_by_last_key {
            let told = format!(
                "The key was changed: {} as marked, {} by the last key. {} had another key.",
                teach_words::facility(item),
                teach_words::share(by_last),
                words::count(item.had_another_key as usize, "learner")
            );
            figure(ui, "By the last key", &teach_words::share(by_last), &told);
        }
    });
}

/// What, how much, and what that means.
pub(super) fn figure(ui: &mut Ui, what: &str, figure: &str, meaning: &str) {
    let theme = Theme::of(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::paragraph(ui, format!("{what}: {figure}"), theme.strong(), theme.palette.text);
        text::soft(ui, meaning);
    });
}

fn more(ui: &mut Ui, model: &Model, view: &ClassView, item: &ItemFigures) {
    certainty(ui, item);
    let Some(detail) = &model.teach.question else { return };
    if item.options.is_empty() && !detail.wrong.is_empty() {
        card::show(ui, |ui| {
            text::heading(ui, "Wrong answers");
            for (answer, count) in &detail.wrong {
                text::body(ui, format!("{answer}: {}", words::count(*count as usize, "time")));
            }
        });
        page::gap(ui);
    }
    let question = &view.class.questions[item.question as usize];
    if question.versions.len() > 1 {
        card::show(ui, |ui| {
            text::heading(ui, "Versions");
            for (place, (version, asked)) in question.versions.iter().zip(&detail.asked).enumerate() {
                let key = if version.key.is_empty() { "no key told" } else { &version.key };
                let learners = words::count(*asked as usize, "learner");
                text::body(ui, format!("Version {}: {learners}, key {key}", place + 1));
            }
        });
        page::gap(ui);
    }
    if model.teach.hides_names || detail.remarks.is_empty() {
        return;
    }
    card::show(ui, |ui| {
        text::heading(ui, "Remarks");
        for (learner, remark) in &detail.remarks {
            text::body(ui, format!("{}: {remark}", name_of(view, *learner, false)));
        }
    });
}

/// How sure they were, and whether they were right.
fn certainty(ui: &mut Ui, item: &ItemFigures) {
    let counts = &item.certainty;
    let all: u32 = counts.right.iter().chain(&counts.wrong).sum();
    if all == 0 {
        return;
    }
    card::show(ui, |ui| {
        text::heading(ui, "How sure they were");
        for (place, certainty) in [Certainty::Low, Certainty::Middling, Certainty::High].into_iter().enumerate() {
            let (right, wrong) = (counts.right[place], counts.wrong[place]);
            text::body(ui, format!("{}: {right} right, {wrong} not", words::certainty(certainty)));
        }
        text::small(ui, "Certain and not right is a wrong idea; right on a guess is no knowledge.");
    });
    page::gap(ui);
}

//! What stands above the class's figures: what it is of, and what can be done with all of it.

use super::looks::is_wide;
use crate::app::action::{Action, Export, ForClass, Span, TeachDeed};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, Menu, heard, row, text};
use crate::app::wording::teach_words;
use egui::Ui;
use egui_material_icons::icons::{
    ICON_CSV, ICON_EXPAND_MORE, ICON_FOLDER_OPEN, ICON_KEYBOARD, ICON_LIBRARY_BOOKS, ICON_PRINT, ICON_SYNC,
};

/// Width from which title and buttons stand side by side, at normal text size.
const SIDE_BY_SIDE_WIDTH: f32 = 820.0;

/// Shows title, buttons, and which part of the class is looked at.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
    let what = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::small(ui, teach_words::extent(view, model.teach.files.len()));
            text::title(ui, teach_words::title(view, model.teach.part.bank.as_deref()));
        });
    };
    if is_wide(ui, SIDE_BY_SIDE_WIDTH) {
        row::split_top(ui, what, |ui| buttons(ui, view, actions));
    } else {
        what(ui);
        ui.horizontal_wrapped(|ui| buttons(ui, view, actions));
    }
    if model.teach.hides_names {
        text::small(ui, teach_words::NAMES_LEFT_OUT);
    }
}

fn buttons(ui: &mut Ui, view: &ClassView, actions: &mut Vec<Action>) {
    let menu = Menu::new("Add results")
        .deed(ICON_FOLDER_OPEN, "Files…", TeachDeed::Choose(ForClass::Files))
        .deed(ICON_LIBRARY_BOOKS, "A folder…", TeachDeed::Choose(ForClass::Folder))
        .deed(ICON_SYNC, "Watch a folder…", TeachDeed::Choose(ForClass::Watched))
        .deed(ICON_KEYBOARD, "Type a path", TeachDeed::AskForPath);
    let added = menu.show(ui, Button::secondary("Add results").icon(ICON_FOLDER_OPEN).trailing(ICON_EXPAND_MORE));
    actions.extend(added.map(Action::Teach));
    let export = Button::secondary("Export CSV").icon(ICON_CSV).enabled(view.is_judged());
    if ui.add(export).clicked() {
        actions.push(Action::Export(Export::ClassQuestions));
    }
    let print = Button::secondary("Print").icon(ICON_PRINT).enabled(view.is_judged());
    if ui.add(print).clicked() {
        actions.push(Action::Teach(TeachDeed::Print));
    }
}

/// Which bank, quiz and span of time are looked at, and whether with names. What there is only one of is no choice.
pub(super) fn parts(ui: &mut Ui, model: &Model, view: &ClassView) -> Option<Action> {
    let (bank, quiz) = (banks(ui, model, view), quizzes(ui, model, view));
    let part = &model.teach.part;
    let spans = [Span::All, Span::Week, Span::Month, Span::Year];
    let menu = Menu::new("Go back");
    let menu = spans.into_iter().fold(menu, |menu, span| menu.choice(words_of(span), part.span == span, span));
    let label = words_of(part.span);
    let name = format!("Time: {label}");
    let span = menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name));
    let names = names(ui, model);
    bank.or(quiz).or(span.map(TeachDeed::OfSpan)).or(names).map(Action::Teach)
}

fn banks(ui: &mut Ui, model: &Model, view: &ClassView) -> Option<TeachDeed> {
    if view.banks.len() < 2 {
        return None;
    }
    let now = model.teach.part.bank.as_ref();
    let all = Menu::new("Look at").choice("All banks", now.is_none(), None);
    let menu = view.banks.iter().fold(all, |menu, (id, title)| menu.choice(title, now == Some(id), Some(id.clone())));
    let current = view.banks.iter().find(|(id, _)| now == Some(id));
    let label = current.map_or("All banks", |(_, title)| title);
    let name = format!("Bank: {label}");
    menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name)).map(TeachDeed::OfBank)
}

fn quizzes(ui: &mut Ui, model: &Model, view: &ClassView) -> Option<TeachDeed> {
    let now = model.teach.part.quiz.as_ref();
    if view.quizzes.len() < 2 && now.is_none() {
        return None;
    }
    let all = Menu::new("Look at").choice("All quizzes", now.is_none(), None);
    let menu = view.quizzes.iter().fold(all, |menu, quiz| menu.choice(quiz, now == Some(quiz), Some(quiz.clone())));
    let label = now.map_or("All quizzes", |quiz| quiz);
    let name = format!("Quiz: {label}");
    menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name)).map(TeachDeed::OfQuiz)
}

fn words_of(span: Span) -> &'static str {
    match span {
        Span::All => "All time",
        Span::Week => "Last 7 days",
        Span::Month => "Last 30 days",
        Span::Year => "Last year",
    }
}

/// The switch by which the page can be shown to a class.
fn names(ui: &mut Ui, model: &Model) -> Option<TeachDeed> {
    let hides_names = model.teach.hides_names;
    let switch = ui.add(Button::secondary(if hides_names { "Show names" } else { "Leave names out" }));
    heard::describe(&switch, teach_words::NAMES_LEFT_OUT);
    switch.clicked().then_some(TeachDeed::HideNames(!hides_names))
}

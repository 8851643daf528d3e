//! The papers that were printed: one is picked, or found by the code that stands on it.

use super::again::AgainForm;
use crate::app::action::{Action, MarkingDeed, Page};
use crate::app::input::keys;
use crate::app::state::marking::KeptPaper;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, card, field, form, menu, page, row, text};
use crate::app::wording::{marking_words, words};
use crate::paper::typed_code;
use crate::paper_marks::Pass;
use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_DELETE};

/// The code under way.
#[derive(Debug, Default)]
pub struct PaperList {
    code: String,
}

impl PaperList {
    /// Shows the papers, and the form for those that are not among them.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, again: &mut AgainForm, actions: &mut Vec<Action>) {
        let papers = model.marking.listed();
        let is_free = !model.is_modal_open() && !menu::is_any_open(ui);
        let named = typed_code(&self.code).and_then(|code| papers.iter().copied().find(|kept| kept.paper.code == code));
        if is_free && keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        if let Some(kept) = named.filter(|_| is_free && keys::take_enter(ui.ctx())) {
            actions.push(open(kept));
        }
        page::reading(ui, |ui| {
            if ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked() {
                actions.push(Action::Go(Page::Library));
            }
            text::title(ui, "Mark a paper");
            text::soft(
                ui,
                "Type what learners wrote on a printed paper, a line for each of them, and their marks stand beside it at once.",
            );
            ui.add_space(12.0);
            if papers.is_empty() {
                nothing(ui, model);
            } else {
                self.code_field(ui, &papers, named, actions);
                page::gap(ui);
                card::show(ui, |ui| {
                    for (index, kept) in papers.iter().enumerate() {
                        if index > 0 {
                            form::rule(ui);
                        }
                        paper_row(ui, model, kept, actions);
                    }
                });
            }
            for unreadable in &model.marking.unreadable {
                text::small(ui, format!("Left out, because it cannot be read: {unreadable}"));
            }
            page::gap(ui);
            again.show(ui, model, actions);
        });
    }

    fn code_field(&mut self, ui: &mut Ui, papers: &[&KeptPaper], named: Option<&KeptPaper>, actions: &mut Vec<Action>) {
        card::show(ui, |ui| {
            let is_unknown = typed_code(&self.code).is_some() && named.is_none();
            let example = papers.first().map_or("", |kept| &kept.paper.code);
            field::checked(ui, "Code at the foot of the paper", &mut self.code, example, is_unknown);
            if is_unknown {
                text::small(ui, "No paper with this code was printed from this window.");
            }
            let button = Button::secondary("Open").key("Enter").enabled(named.is_some());
            if let (true, Some(kept)) = (ui.add(button).clicked(), named) {
                actions.push(open(kept));
            }
        });
    }
}

fn open(kept: &KeptPaper) -> Action {
    Action::Mark(MarkingDeed::Open(kept.path.clone()))
}

fn nothing(ui: &mut Ui, model: &Model) {
    card::show(ui, |ui| {
        if model.marking.papers.is_none() {
            text::soft(ui, "Looking for printed papers…");
        } else {
            text::soft(
                ui,
                "No paper was printed yet. Print… in the menu of a bank prints one, and keeps it here to be marked.",
            );
        }
    });
}

fn paper_row(ui: &mut Ui, model: &Model, kept: &KeptPaper, actions: &mut Vec<Action>) {
    let paper = &kept.paper;
    let what = |ui: &mut Ui| {
        ui.vertical(|ui| {
            text::heading(ui, format!("Paper {} · {}", paper.code, paper.bank_title));
            text::small(ui, about(model, kept));
        });
    };
    let mark = format!("Mark paper {}", paper.code);
    let discard = format!("Throw paper {} away", paper.code);
    row::split(ui, what, |ui| {
        if ui.add(Button::secondary("Mark").name(&mark)).clicked() {
            actions.push(open(kept));
        }
        if ui.add(Button::icon_only(ICON_DELETE, &discard).in_line_right()).clicked() {
            actions.push(Action::Mark(MarkingDeed::Discard(kept.path.clone())));
        }
    });
}

/// `12 questions, 4 versions · printed yesterday · 13 lines typed`.
fn about(model: &Model, kept: &KeptPaper) -> String {
    let printed_at = kept.paper.printed_at;
    let printed = words::day(printed_at, model.marking.listed_at.unwrap_or(printed_at));
    let mut about = format!("{} · printed {printed}", marking_words::extent(&kept.paper));
    let lines = kept.draft.lines(Pass::First).len();
    if lines > 0 {
        about += &format!(" · {} typed", words::count(lines, "line"));
    }
    about
}

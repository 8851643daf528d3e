//! The results of a class: which questions work, what was not understood, who needs help. Measures nothing by itself.

mod again;
mod empty;
mod files;
mod head;
mod learner;
mod learners;
mod looks;
mod more;
mod options;
mod people;
mod place;
mod question;
mod questions;
mod recall;
mod side;
mod table;

use self::looks::is_wide;
use self::place::ResultsPath;
use self::table::Selected;
use crate::app::action::{Action, ForClass, Page, TeachDeed, TeachPage};
use crate::app::input::keys;
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, bar, card, figures, heard, menu, page, row, segmented, text};
use crate::app::wording::teach_words;
use crate::app::wording::words;
use egui::Ui;

/// Width from which the pages of the class and its parts stand on one line, at normal text size.
const TABS_WIDTH: f32 = 920.0;

/// The drafts of the page.
#[derive(Debug, Default)]
pub struct TeachScreen {
    path: ResultsPath,
    questions: Selected,
    learners: Selected,
    weights: Selected,
    day: String,
    is_table: bool,
    /// Whether the page of a question or a learner was shown last.
    was_detail: bool,
}

impl TeachScreen {
    /// Opens the field for a path.
    pub fn ask_for_path(&mut self, wanted: ForClass) {
        self.path.open(wanted);
    }

    /// Tells that there is nothing at the path.
    pub fn fail_path(&mut self, why: String) {
        self.path.fail(why);
    }

    /// Closes the field; gives back what it asked for.
    pub fn close_path(&mut self) -> ForClass {
        self.path.close()
    }

    /// Shows the page.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        let is_detail = matches!(model.teach.page, TeachPage::Question(_) | TeachPage::Learner(_));
        if !model.is_modal_open() && !menu::is_any_open(ui) && keys::take_escape(ui.ctx()) {
            actions.push(match (self.path.is_open(), is_detail) {
                (true, _) => {
                    self.path.close();
                    return;
                }
                (false, true) => Action::Teach(TeachDeed::Close),
                (false, false) => Action::Go(Page::Library),
            });
        }
        match (&model.teach.view, model.teach.page) {
            (Some(view), TeachPage::Question(place)) if view.item(place).is_some() => {
                self.was_detail = true;
                question::show(ui, model, view, place, actions);
            }
            (Some(view), TeachPage::Learner(place)) => {
                self.was_detail = true;
                page::reading(ui, |ui| learner::show(ui, model, view, place, &mut self.day, actions));
            }
            (Some(view), _) => {
                page::wide(ui, |ui| self.class(ui, model, view, actions));
            }
            (None, _) => {
                page::wide(ui, |ui| {
                    empty::show(ui, model, &mut self.path, actions);
                    progress(ui, model, actions);
                });
            }
        }
    }

    fn class(&mut self, ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
        let is_back = std::mem::take(&mut self.was_detail);
        (self.questions.takes_focus, self.learners.takes_focus) = (is_back, is_back);
        head::show(ui, model, view, actions);
        self.path.show(ui, actions);
        progress(ui, model, actions);
        page::gap(ui);
        let faulty = model.teach.files.iter().filter(|file| !file.is_sound()).count();
        if view.is_judged() {
            figures::show(ui, &teach_words::summary(&view.figures));
            page::gap(ui);
            for caution in teach_words::cautions(view, model.teach.hides_names) {
                text::small(ui, caution);
            }
        } else {
            card::show(ui, |ui| {
                text::body(ui, "There is nothing to judge until somebody has finished a quiz.");
            });
            page::gap(ui);
        }
        if is_wide(ui, TABS_WIDTH) {
            let left = |ui: &mut Ui| tabs(ui, model, view, faulty);
            let (page, wished) = row::split(ui, left, |ui| head::parts(ui, model, view));
            actions.extend(page);
            actions.extend(wished);
        } else {
            actions.extend(tabs(ui, model, view, faulty));
            ui.add_space(8.0);
            actions.extend(ui.horizontal_wrapped(|ui| head::parts(ui, model, view)).inner);
        }
        page::gap(ui);
        match model.teach.page {
            TeachPage::Files => files::show(ui, model, view, actions),
            TeachPage::Again => again::show(ui, model, view, actions),
            _ if !view.is_judged() => files::show(ui, model, view, actions),
            TeachPage::Learners => learners::show(ui, model, view, &mut self.learners, actions),
            TeachPage::More => more::show(ui, model, view, &mut self.weights, actions),
            TeachPage::Questions | TeachPage::Question(_) | TeachPage::Learner(_) => {
                questions::show(ui, model, view, &mut self.questions, &mut self.is_table, actions);
            }
        }
    }
}

/// Which page of the class is shown.
fn tabs(ui: &mut Ui, model: &Model, view: &ClassView, faulty: usize) -> Option<Action> {
    let files = if faulty == 0 { "Files".to_owned() } else { format!("Files: {}", words::count(faulty, "fault")) };
    let open = view.lessons.len() + view.proposals.len();
    let again = if open == 0 { "Teach again".to_owned() } else { format!("Teach again: {open}") };
    let pages = [
        (TeachPage::Questions, "Questions"),
        (TeachPage::Learners, "Learners"),
        (TeachPage::Again, &*again),
        (TeachPage::More, "More figures"),
        (TeachPage::Files, &*files),
    ];
    let chosen = segmented::show(ui, "Show", &pages, model.teach.page);
    chosen.map(|page| Action::Teach(TeachDeed::Open(page)))
}

/// How far reading is, once that takes noticeably long.
fn progress(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let Some(loading) = &model.reading_class else { return };
    page::gap(ui);
    card::show(ui, |ui| {
        let name = format!("Reading {}: {}", loading.name, words::percent(f64::from(loading.share) * 100.0));
        let shown = text::soft(ui, name.as_str());
        heard::leave_out(&shown);
        bar::show(ui, loading.share, 6.0, &name);
        if ui.add(Button::secondary("Stop")).clicked() {
            actions.push(Action::Teach(TeachDeed::Stop));
        }
    });
}

/// What a screen reader calls the page.
pub fn name_of_page(model: &Model) -> String {
    let Some(view) = &model.teach.view else { return "Teach".to_owned() };
    match model.teach.page {
        TeachPage::Question(place) => {
            let question = view.class.questions.get(place as usize).map(teach_words::prompt);
            format!("Question of the class: {}", question.unwrap_or_default())
        }
        TeachPage::Learner(place) => format!("Learner {}", model.teach.name_of(place)),
        TeachPage::Questions | TeachPage::Learners | TeachPage::Again | TeachPage::More | TeachPage::Files => {
            format!("Class results: {}", teach_words::title(view, model.teach.part.bank.as_deref()))
        }
    }
}

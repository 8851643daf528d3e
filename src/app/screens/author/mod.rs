//! The page where a bank is written: its questions, a form for the one that is shown, what learners see of it, and what the check
//! says. Keeps what stands in the fields; changes no bank by itself.

mod bank_form;
mod conflicts;
mod editing;
mod filter;
mod form;
mod header;
mod keys;
mod locked;
mod problems;
mod question;
mod questions;
mod ron_text;
mod shown_problems;
mod title;
mod versions;

use self::editing::Editing;
use self::filter::{Filter, Shown};
use self::header::Wish;
use self::ron_text::RonText;
use crate::app::action::Action;
use crate::app::screens::bank::explaining;
use crate::app::screens::trial::Trial;
use crate::app::state::author::Author;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{menu, page, scroll, segmented, text};
use crate::app::wording::author_words;
use crate::bank::Explanation;
use egui::{CentralPanel, Frame, Id, Margin, Panel, ScrollArea, Ui, UiBuilder};

pub use title::TitleScreen;

/// Width and height of the page below which its parts stand behind each other, at normal text size.
const SMALLEST_WHOLE: [f32; 2] = [960.0, 560.0];
/// Shares of the page's width for the list and for the learner's view.
const LIST_SHARE: f32 = 0.22;
const VIEW_SHARE: f32 = 0.32;
/// The share of the page's height that the problems take.
const PROBLEMS_SHARE: f32 = 0.24;

/// How high the problems stand where there are none, at normal text size.
const NO_PROBLEMS_HEIGHT: f32 = 48.0;

/// What stands in the fields, and what is looked at.
#[derive(Debug, Default)]
pub struct AuthorScreen {
    editing: Option<Editing>,
    ron_text: RonText,
    is_text: bool,
    side: Side,
    part: Part,
    filter: Filter,
    shown: Shown,
    trial: Trial,
    bank_form: bank_form::BankForm,
    explaining: Option<&'static Explanation>,
    remedies: shown_problems::Remedies,
    /// The problem to whose field the keyboard goes.
    wanted_problem: Option<usize>,
    /// A picture that was chosen and copied beside the bank, until the form has it.
    chosen_picture: Option<String>,
    /// Whether the first field of the form is to have the keyboard.
    wants_prompt: bool,
}

/// What stands in the middle beside the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Question,
    Bank,
    Versions,
}

/// A part of the page, where there is no room for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    Questions,
    #[default]
    Form,
    View,
    Problems,
}

impl AuthorScreen {
    /// Begins with the keyboard in the prompt of the question that is shown.
    pub fn begin_at_prompt(&mut self) {
        self.wants_prompt = true;
    }

    /// Hands a picture to the form, by its path from the bank.
    pub fn hand_picture(&mut self, path: String) {
        self.chosen_picture = Some(path);
    }

    /// Whether it was to begin there and has not yet.
    pub fn is_to_begin_at_prompt(&self) -> bool {
        self.wants_prompt
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, author: &Author, actions: &mut Vec<Action>) {
        self.follow(author);
        if !model.is_modal_open() && !menu::is_any_open(ui) {
            self.listen(ui, author, actions);
        }
        let theme = Theme::of(ui.ctx());
        let [width, height] = SMALLEST_WHOLE.map(|side| side * theme.text_scale);
        let is_whole = ui.available_width() >= width && ui.available_height() >= height;
        let padded = Frame::new().inner_margin(Margin { left: 24, right: 24, top: 14, bottom: 10 });
        let wish = Panel::top("author header").frame(padded).show(ui, |ui| {
            let wish = header::show(ui, author, self.is_text, actions);
            conflicts::show(ui, author, actions);
            wish
        });
        self.heed(wish.inner);
        if is_whole {
            self.whole(ui, model, author, actions);
        } else {
            self.in_parts(ui, model, author, actions);
        }
    }

    fn heed(&mut self, wish: Option<Wish>) {
        match wish {
            None => {}
            Some(Wish::ToggleText) => {
                self.is_text = !self.is_text;
                self.side = Side::Question;
                self.part = Part::Form;
            }
            Some(Wish::ShowBank) => (self.side, self.part) = (Side::Bank, Part::Form),
            Some(Wish::ShowVersions) => (self.side, self.part) = (Side::Versions, Part::Form),
        }
    }

    /// Follows what has become of the bank since the last frame.
    fn follow(&mut self, author: &Author) {
        self.trial.follow(author.preview.as_ref());
        Editing::follow(&mut self.editing, author);
        self.ron_text.follow(author);
        self.bank_form.follow(author);
    }

    fn whole(&mut self, ui: &mut Ui, model: &Model, author: &Author, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let whole = ui.available_rect_before_wrap();
        let below = self.problems_height(author, whole.height(), theme.text_scale);
        let (above, _) = whole.split_top_bottom_at_y(whole.bottom() - below);
        let list =
            Frame::new().fill(theme.palette.canvas).inner_margin(Margin { left: 24, right: 8, top: 10, bottom: 8 });
        let form =
            Frame::new().fill(theme.palette.canvas).inner_margin(Margin { left: 20, right: 8, top: 10, bottom: 8 });
        let view = Frame::new().fill(theme.palette.sunk).inner_margin(Margin::symmetric(18, 10));
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            let panel = Panel::left("author questions").frame(list).resizable(false);
            panel.exact_size(whole.width() * LIST_SHARE).show(ui, |ui| self.questions(ui, author, actions));
            // The form is read before what learners see of it, so it is shown first.
            let room = ui.available_rect_before_wrap();
            let (middle, right) = room.split_left_right_at_x(room.right() - whole.width() * VIEW_SHARE);
            ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
                CentralPanel::default().frame(form).show(ui, |ui| self.middle(ui, author, actions));
            });
            ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
                CentralPanel::default().frame(view).show(ui, |ui| self.view(ui, model, author, actions));
            });
        });
        let frame = Frame::new().fill(theme.palette.surface).inner_margin(Margin::symmetric(24, 10));
        ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
            Panel::bottom("author problems").frame(frame).exact_size(below).show(ui, |ui| {
                self.problems(ui, author, actions);
            });
        });
    }

    /// How high the problems stand: one line where there are none.
    fn problems_height(&self, author: &Author, whole: f32, text_scale: f32) -> f32 {
        let has_some = author.check.as_ref().is_some_and(|check| !check.survey.problems.is_empty());
        if has_some { whole * PROBLEMS_SHARE } else { NO_PROBLEMS_HEIGHT * text_scale }
    }

    fn in_parts(&mut self, ui: &mut Ui, model: &Model, author: &Author, actions: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 24, right: 24, top: 8, bottom: 8 });
        Panel::top("author parts").frame(frame).show(ui, |ui| {
            let problems = author_words::problems_tab(author);
            let form = if self.is_text { "RON text" } else { "Question" };
            let parts = [
                (Part::Questions, "Questions"),
                (Part::Form, form),
                (Part::View, "Preview"),
                (Part::Problems, &*problems),
            ];
            if let Some(part) = segmented::show(ui, "Show", &parts, self.part) {
                self.part = part;
                self.explaining = None;
            }
        });
        CentralPanel::default().frame(frame).show(ui, |ui| match self.part {
            _ if self.explaining.is_some() => self.view(ui, model, author, actions),
            Part::Questions => self.questions(ui, author, actions),
            Part::Form => self.middle(ui, author, actions),
            Part::View => self.view(ui, model, author, actions),
            Part::Problems => self.problems(ui, author, actions),
        });
    }

    /// The form, or what stands in its place.
    fn middle(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        // Under a name of its own, so that what is typed keeps the focus when the parts around it come and go.
        let builder = UiBuilder::new().scope_id(Id::unique("author middle"));
        ui.scope_builder(builder, |ui| match self.side {
            Side::Bank => self.bank_side(ui, author, actions),
            Side::Versions => self.versions_side(ui, author, actions),
            Side::Question if self.is_text => self.ron_text.show(ui, author, actions),
            Side::Question => self.question(ui, author, actions),
        });
    }

    fn bank_side(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        if back_to_question(ui) {
            self.side = Side::Question;
        }
        self.bank_form.show(ui, author, actions);
    }

    fn versions_side(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        if back_to_question(ui) {
            self.side = Side::Question;
        }
        versions::show(ui, author, author.opened_at, actions);
    }

    /// What learners see of the question, to be tried.
    fn view(&mut self, ui: &mut Ui, model: &Model, author: &Author, actions: &mut Vec<Action>) {
        if let Some(page) = self.explaining {
            if explaining::show(ui, page) {
                self.explaining = None;
            }
            return;
        }
        scroll::show(ui, ScrollArea::vertical().id_salt("author view").auto_shrink(false), |ui| {
            ui.set_max_width(page::beside_scroll_bar(ui));
            match &author.preview {
                Some(preview) => {
                    text::small(ui, "As the learner sees it. Nothing of this is recorded.");
                    self.trial.show(ui, model, author.bank_id(), preview, actions);
                }
                None if author.selected.is_none() => drop(text::soft(ui, "Choose a question, or write a new one.")),
                None => drop(text::soft(ui, "Learners do not get this question yet: something is missing or wrong.")),
            }
            page::keep_focus_in_sight(ui, "author view");
        });
    }
}

fn back_to_question(ui: &mut Ui) -> bool {
    let button = crate::app::widgets::Button::quiet("Back to the question");
    ui.add(button.icon(egui_material_icons::icons::ICON_ARROW_BACK).in_line()).clicked()
}

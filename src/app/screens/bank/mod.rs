//! The page of a bank: its questions as learners see them, and everything that is wrong with it. Changes no bank and
//! records nothing.

pub(super) mod explaining;
mod preview;
mod problems;
mod remarks;
mod severity;

pub(super) use self::severity::sign;
use crate::app::action::{Action, AuthorDeed, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::screens::trial::Trial;
use crate::app::state::bank_page::BankPage;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::list::{self, Row};
use crate::app::widgets::{Button, chip, rich_text, row, segmented, text};
use crate::app::wording::kind_words;
use crate::app::wording::words;
use crate::bank::{Explanation, Severity, Survey};
use egui::{CentralPanel, Frame, Id, Margin, Panel, Ui, UiBuilder};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_CONTENT_COPY, ICON_EDIT, ICON_REFRESH};

/// Width and height of the page below which its parts stand behind each other, at normal text size.
const SMALLEST_WHOLE: [f32; 2] = [760.0, 560.0];

/// The share of the page's height that the problems take below the others.
const PROBLEMS_SHARE: f32 = 0.38;

/// What is selected and what is being tried.
#[derive(Debug, Default)]
pub struct BankScreen {
    is_filtered: bool,
    /// Index of the problem that is shown whole: one of the question that is shown, or of the whole bank where none is.
    problem: Option<usize>,
    explaining: Option<&'static Explanation>,
    trial: Trial,
    part: Part,
}

/// A part of the page, where there is no room for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Questions,
    Preview,
    Problems,
}

impl BankScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, page: &BankPage, actions: &mut Vec<Action>) {
        self.follow(page);
        if !model.is_modal_open() {
            self.listen(ui, page, actions);
        }
        let theme = Theme::of(ui.ctx());
        let [width, height] = SMALLEST_WHOLE.map(|side| side * theme.text_scale);
        let is_whole = ui.available_width() >= width && ui.available_height() >= height;
        let padded = Frame::new().inner_margin(Margin { left: 24, right: 24, top: 14, bottom: 10 });
        Panel::top("bank header").frame(padded).show(ui, |ui| header(ui, page, actions));
        match &page.survey {
            None => self.without_survey(ui, page),
            Some(survey) if is_whole => self.whole(ui, model, page, survey, actions),
            Some(survey) => self.in_parts(ui, model, page, survey, actions),
        }
    }

    /// Shows the preview, where there is no room for all parts of the page.
    pub fn show_preview(&mut self) {
        self.part = Part::Preview;
    }

    /// Begins at the problems.
    pub fn show_problems(&mut self) {
        self.part = Part::Problems;
    }

    /// Lets go of a problem of another question or of an older survey, and of an answer to another drawing.
    fn follow(&mut self, page: &BankPage) {
        self.problem = page.survey.as_ref().and_then(|survey| fitting_problem(survey, page.selected, self.problem));
        self.trial.follow(page.preview.as_ref());
    }

    fn listen(&mut self, ui: &Ui, page: &BankPage, actions: &mut Vec<Action>) {
        if keys::take_escape(ui.ctx()) {
            if self.explaining.take().is_none() {
                actions.push(Action::Go(Page::Library));
            }
            return;
        }
        let Some(preview) = page.preview.as_ref().filter(|_| self.explaining.is_none()) else { return };
        self.trial.listen(ui, preview, actions);
    }

    fn whole(&mut self, ui: &mut Ui, model: &Model, page: &BankPage, survey: &Survey, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let sunk =
            Frame::new().fill(theme.palette.canvas).inner_margin(Margin { left: 24, right: 12, top: 10, bottom: 8 });
        let size = ui.available_size();
        let has_problems = !survey.problems.is_empty();
        let whole = ui.available_rect_before_wrap();
        let below = if has_problems { size.y * PROBLEMS_SHARE } else { 0.0 };
        let (above, _) = whole.split_top_bottom_at_y(whole.bottom() - below);
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            Panel::left("bank questions").frame(sunk).resizable(false).exact_size(size.x * 0.32).show(ui, |ui| {
                self.questions(ui, page, survey, actions);
            });
            let frame = Frame::new().fill(theme.palette.sunk).inner_margin(Margin::symmetric(20, 10));
            CentralPanel::default().frame(frame).show(ui, |ui| self.middle(ui, model, page, survey, actions));
        });
        // Below, and so after the others in the order of reading.
        if has_problems {
            let frame = Frame::new().fill(theme.palette.surface).inner_margin(Margin::symmetric(24, 10));
            ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
                Panel::bottom("bank problems").frame(frame).exact_size(below).show(ui, |ui| {
                    self.problems(ui, page, survey, actions);
                });
            });
        }
    }

    fn in_parts(&mut self, ui: &mut Ui, model: &Model, page: &BankPage, survey: &Survey, actions: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 24, right: 24, top: 8, bottom: 8 });
        Panel::top("bank parts").frame(frame).show(ui, |ui| {
            let problems = problem_words(survey);
            let parts = [(Part::Questions, "Questions"), (Part::Preview, "Preview"), (Part::Problems, &problems)];
            if let Some(part) = segmented::show(ui, "Show", &parts, self.part) {
                self.part = part;
                self.explaining = None;
                // Where the question that is shown has no problem, the list begins with one that has.
                if part == Part::Problems
                    && self.problem.is_none()
                    && let Some(problem) = survey.worst_problem()
                {
                    self.problem = Some(problem);
                    actions.push(Action::LookAtQuestion(survey.question_of(problem)));
                }
            }
        });
        CentralPanel::default().frame(frame).show(ui, |ui| match self.part {
            _ if self.explaining.is_some() => self.middle(ui, model, page, survey, actions),
            Part::Questions => self.questions(ui, page, survey, actions),
            Part::Preview => self.middle(ui, model, page, survey, actions),
            Part::Problems => self.problems(ui, page, survey, actions),
        });
    }

    fn without_survey(&self, ui: &mut Ui, page: &BankPage) {
        let frame = Frame::new().inner_margin(Margin::symmetric(24, 20));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            match &page.failure {
                Some(failure) => {
                    let response = text::body(ui, failure);
                    frame::announce(ui, response.id);
                    text::soft(ui, "As soon as the file can be read, it stands here.")
                }
                None => text::soft(ui, "The bank is being looked over."),
            };
        });
    }

    /// The list of questions, or of those with problems.
    fn questions(&mut self, ui: &mut Ui, page: &BankPage, survey: &Survey, actions: &mut Vec<Action>) {
        ui.horizontal_wrapped(|ui| {
            text::small(ui, words::count(survey.questions.len(), "question"));
            let words = format!("Only with problems ({})", survey.with_problems.len());
            if segmented::toggle(ui, &words, self.is_filtered) {
                self.is_filtered = !self.is_filtered;
            }
            if let Some(index) = remarks::way(ui, page, survey) {
                self.is_filtered = false;
                self.explaining = None;
                self.part = Part::Preview;
                actions.push(Action::LookAtQuestion(Some(index)));
            }
        });
        let theme = Theme::of(ui.ctx());
        let shown = |place: usize| if self.is_filtered { survey.with_problems[place] } else { place };
        let count = if self.is_filtered { survey.with_problems.len() } else { survey.questions.len() };
        let selected = match (page.selected, self.is_filtered) {
            (Some(index), true) => survey.with_problems.binary_search(&index).ok(),
            (selected, _) => selected,
        };
        let (list, chosen) =
            list::show(ui, "Questions", (count, true), selected, |place| question_row(survey, shown(place), &theme));
        let begins_here = self.part != Part::Problems || survey.problems.is_empty();
        // What was tried in the preview and is marked now is said there.
        if begins_here && page.preview.as_ref().is_none_or(|preview| !preview.is_marked) {
            frame::hold_focus(ui, &list);
        }
        if let Some(place) = chosen {
            let index = shown(place);
            actions.push(Action::LookAtQuestion(Some(index)));
            self.explaining = None;
        }
    }

    fn middle(&mut self, ui: &mut Ui, model: &Model, page: &BankPage, survey: &Survey, actions: &mut Vec<Action>) {
        // Under a name of its own, so that what is typed keeps the focus when the parts around it come and go.
        let builder = UiBuilder::new().scope_id(Id::unique("bank middle"));
        ui.scope_builder(builder, |ui| match self.explaining {
            Some(page) => {
                if explaining::show(ui, page) {
                    self.explaining = None;
                }
            }
            None => self.preview(ui, model, page, survey, actions),
        });
    }
}

/// The problem to show whole beside a question, or beside none: the one that is shown, or the first that belongs there.
fn fitting_problem(survey: &Survey, question: Option<usize>, shown: Option<usize>) -> Option<usize> {
    let is_fitting = |problem: &usize| *problem < survey.problems.len() && survey.question_of(*problem) == question;
    shown.filter(is_fitting).or_else(|| match question {
        Some(index) => survey.worst_of(survey.questions.get(index)?.problems.clone()),
        None => (0..survey.problems.len()).find(is_fitting),
    })
}

fn question_row(survey: &Survey, index: usize, theme: &Theme) -> Row {
    let Some(surveyed) = survey.questions.get(index) else { return Row::default() };
    let text = match &surveyed.question {
        Some(question) if !question.prompt.trim().is_empty() => rich_text::one_line(&question.prompt).into_owned(),
        _ if !surveyed.id.trim().is_empty() => surveyed.id.to_string(),
        _ => format!("Line {}", survey.lines.place(surveyed.span.start).line),
    };
    let kind = match &surveyed.question {
        Some(question) => kind_words::name(question.kind()),
        None => "Cannot be read",
    };
    let sign = surveyed.worst.map(|worst| sign(worst, theme));
    let own = &survey.problems[surveyed.problems.clone()];
    let errors = own.iter().filter(|problem| problem.problem.severity() == Severity::Error).count();
    let counts = tally(errors, own.len() - errors);
    let note = if counts.is_empty() { kind.to_owned() } else { format!("{kind} · {counts}") };
    Row {
        sign: sign.map(|(sign, _, colour)| (sign, colour)),
        name: format!("{text}, {note}"),
        text,
        note,
        ..Row::default()
    }
}

/// `2 errors, 1 warning`; empty where there are none.
fn tally(errors: usize, warnings: usize) -> String {
    let counts = [(errors, "error"), (warnings, "warning")];
    let told = counts.iter().filter(|(number, _)| *number > 0).map(|(number, noun)| words::count(*number, noun));
    told.collect::<Vec<_>>().join(", ")
}

/// `3 things to look at`.
fn problem_words(survey: &Survey) -> String {
    match survey.problems.len() {
        0 => "Nothing to look at".to_owned(),
        1 => "1 thing to look at".to_owned(),
        count => format!("{count} things to look at"),
    }
}

/// Id of the question that is shown.
fn shown_id(page: &BankPage) -> Option<String> {
    let question = page.survey.as_ref()?.questions.get(page.selected?)?;
    Some(question.id.to_string())
}

fn header(ui: &mut Ui, page: &BankPage, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let head = page.survey.as_ref().map(|survey| &survey.head);
    let title = head.map(|head| head.title.trim()).filter(|title| !title.is_empty()).unwrap_or(&page.file_name);
    let is_compact = ui.available_width() < 620.0 * theme.text_scale;
    let playable = page.survey.as_ref().filter(|survey| survey.is_playable);
    let (goes_back, wish) = row::split(
        ui,
        |ui| ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").compact(is_compact).in_line()).clicked(),
        |ui| {
            let copy = Button::quiet("Copy the path").icon(ICON_CONTENT_COPY).compact(is_compact);
            let copies = ui.add(copy).clicked().then(|| Action::Copy(page.path.clone()));
            let edit = Button::secondary("Edit").icon(ICON_EDIT).compact(is_compact);
            let edits = ui
                .add(edit)
                .clicked()
                .then(|| Action::Author(AuthorDeed::Open { bank: page.bank.clone(), question: shown_id(page) }));
            let again = ui.add(Button::quiet("Reload").icon(ICON_REFRESH).compact(is_compact)).clicked();
            let tries = playable.filter(|_| ui.add(Button::primary("Practise")).clicked()).map(|survey| {
                let bank_id = survey.head.id.to_string();
                Action::SetUp { bank_id, mode: None, topic: None }
            });
            copies.or(edits).or(again.then_some(Action::LookAgain)).or(tries)
        },
    );
    actions.extend(goes_back.then_some(Action::Go(Page::Library)));
    actions.extend(wish);
    ui.horizontal_wrapped(|ui| {
        text::title(ui, title);
        if title != page.file_name {
            text::paragraph(ui, &page.file_name, theme.mono(), theme.palette.soft);
        }
        if let Some(survey) = &page.survey {
            let errors = survey.error_count;
            let counts = tally(errors, survey.problems.len() - errors);
            let chip = if counts.is_empty() { chip::show(ui, "no problems") } else { chip::amber(ui, &counts) };
            frame::announce(ui, chip.id);
        }
    });
}

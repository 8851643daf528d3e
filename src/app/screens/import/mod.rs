//! Other programs' questions before they are a bank: what each becomes, what is lost, and which are taken. Reads and writes
//! nothing.

mod bank;
mod empty;
mod filter;
mod path;
mod question;
mod questions;
mod reading;

use self::filter::{Filter, Shown};
use self::path::QuestionsPath;
use crate::app::action::{Action, ImportDeed, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::screens::remark_list::RemarkList;
use crate::app::screens::trial::Trial;
use crate::app::state::import::Import;
use crate::app::state::model::Model;
use crate::app::theme::{READING_WIDTH, Theme};
use crate::app::widgets::{Button, chip, menu, row, scroll, segmented, text};
use crate::app::wording::import_words;
use egui::{CentralPanel, Frame, Id, Key, Margin, Panel, ScrollArea, Ui, UiBuilder};
use egui_material_icons::icons::ICON_ARROW_BACK;

/// Width and height of the page below which its parts stand behind each other, at normal text size.
const SMALLEST_WHOLE: [f32; 2] = [760.0, 520.0];
/// The share of the page's width that the list takes beside the others.
const LIST_SHARE: f32 = 0.46;
/// The list is no wider than this, at normal text size: what is told of a row stands near its end.
const MOST_LIST_WIDTH: f32 = 640.0;

/// What is looked at, and what is typed.
#[derive(Debug, Default)]
pub struct ImportScreen {
    path: QuestionsPath,
    trial: Trial,
    part: Part,
    filter: Filter,
    words: String,
    shown: Shown,
    /// How many questions each filter lets through, and of which making.
    counted: (u64, [usize; Filter::ALL.len()]),
    remarks: RemarkList,
    topic: String,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Questions,
    Question,
    Remarks,
    Bank,
}

impl ImportScreen {
    /// Opens the field for a path, because the desktop shows no dialog or because that is wanted.
    pub fn ask_for_path(&mut self, is_without_dialog: bool) {
        self.path.open(is_without_dialog);
    }

    /// Tells that there is nothing at the path.
    pub fn fail_path(&mut self, why: String) {
        self.path.fail(why);
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        let import = model.import.import.as_ref();
        self.trial.follow(import.and_then(|import| import.preview.as_ref()));
        if !model.is_modal_open() && !menu::is_any_open(ui) {
            self.listen(ui, import, actions);
        }
        match import {
            Some(import) => self.import(ui, model, import, actions),
            None => empty::show(ui, model, &mut self.path, actions),
        }
    }

    fn listen(&mut self, ui: &Ui, import: Option<&Import>, actions: &mut Vec<Action>) {
        if keys::take_escape(ui.ctx()) {
            if self.path.is_open() {
                self.path.close();
            } else {
                actions.push(Action::Go(Page::Library));
            }
            return;
        }
        let Some(import) = import else {
            if !self.path.is_open() && keys::take_enter(ui.ctx()) {
                actions.push(Action::Import(ImportDeed::Choose));
            }
            return;
        };
        if keys::take_command(ui.ctx(), Key::S) && import.is_ready() {
            actions.push(Action::Import(ImportDeed::Save));
        }
        let is_tried = matches!(self.part, Part::Questions | Part::Question);
        if let Some(preview) = import.preview.as_ref().filter(|_| is_tried) {
            self.trial.listen(ui, preview, actions);
        }
    }

    fn import(&mut self, ui: &mut Ui, model: &Model, import: &Import, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let [width, height] = SMALLEST_WHOLE.map(|side| side * theme.text_scale);
        let is_whole = ui.available_width() >= width && ui.available_height() >= height;
        let padded = Frame::new().inner_margin(Margin { left: 24, right: 24, top: 14, bottom: 10 });
        let saves =
            Panel::top("import header").frame(padded).show(ui, |ui| header(ui, model, import, is_whole, actions)).inner;
        if model.import.is_reading && model.importing.is_some() {
            CentralPanel::default().frame(padded).show(ui, |ui| empty::under_way(ui, model, actions));
        } else if is_whole {
            self.whole(ui, model, import, actions);
        } else {
            self.in_parts(ui, model, import, actions);
        }
        frame::hold_focus(ui, &saves);
    }

    fn whole(&mut self, ui: &mut Ui, model: &Model, import: &Import, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let left =
            Frame::new().fill(theme.palette.canvas).inner_margin(Margin { left: 24, right: 12, top: 8, bottom: 8 });
        let width = (ui.available_width() * LIST_SHARE).min(MOST_LIST_WIDTH * theme.text_scale);
        Panel::left("import questions").frame(left).resizable(false).exact_size(width).show(ui, |ui| {
            self.questions(ui, import, actions);
        });
        let right = Frame::new().fill(theme.palette.sunk).inner_margin(Margin::symmetric(20, 8));
        CentralPanel::default().frame(right).show(ui, |ui| {
            let part = if self.part == Part::Questions { Part::Question } else { self.part };
            let remarks = import_words::remarks(&import.considered.groups);
            let parts = [(Part::Question, "Question"), (Part::Remarks, &*remarks), (Part::Bank, "Bank")];
            let part = segmented::show(ui, "Show", &parts, part).unwrap_or(part);
            // What is not asked for stays as it was, so that a narrower window still begins with the list.
            if self.part != Part::Questions || part != Part::Question {
                self.part = part;
            }
            ui.add_space(4.0);
            self.part(ui, (part, true), model, import, actions);
        });
    }

    fn in_parts(&mut self, ui: &mut Ui, model: &Model, import: &Import, actions: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 24, right: 24, top: 8, bottom: 8 });
        Panel::top("import parts").frame(frame).show(ui, |ui| {
            let remarks = import_words::remarks(&import.considered.groups);
            let parts = [
                (Part::Questions, "Questions"),
                (Part::Question, "Question"),
                (Part::Remarks, &*remarks),
                (Part::Bank, "Bank"),
            ];
            self.part = segmented::show(ui, "Show", &parts, self.part).unwrap_or(self.part);
        });
        CentralPanel::default().frame(frame).show(ui, |ui| self.part(ui, (self.part, false), model, import, actions));
    }

    fn part(
        &mut self,
        ui: &mut Ui,
        (part, is_whole): (Part, bool),
        model: &Model,
        import: &Import,
        actions: &mut Vec<Action>,
    ) {
        // Under a name of its own, so that what is typed keeps the focus when the parts around it come and go.
        let builder = UiBuilder::new().scope_id(Id::unique("import part").with(part as u8));
        ui.scope_builder(builder, |ui| match part {
            Part::Questions => self.questions(ui, import, actions),
            Part::Question => self.question(ui, model, import, actions),
            Part::Remarks => self.remarks(ui, import, actions),
            Part::Bank => self.bank(ui, model, import, is_whole, actions),
        });
    }

    fn remarks(&mut self, ui: &mut Ui, import: &Import, actions: &mut Vec<Action>) {
        let lines = &import.considered.lines;
        let prompt = |draft: usize| lines.get(draft).map(import_words::prompt).unwrap_or_default();
        scroll::show(ui, ScrollArea::vertical().id_salt("import remarks").auto_shrink(false), |ui| {
            ui.set_max_width(Theme::of(ui.ctx()).width_of_text(READING_WIDTH).min(ui.available_width()));
            if import.considered.groups.is_empty() {
                text::soft(ui, "Everything in this file arrives as it was.");
            }
            if let Some(draft) = self.remarks.show(ui, &import.considered.groups, prompt) {
                (self.part, self.filter) = (Part::Question, Filter::All);
                self.words.clear();
                actions.push(Action::Import(ImportDeed::LookAt(draft)));
            }
        });
    }
}

/// What the page is about, as what it was read, and the button that saves; gives that back.
fn header(ui: &mut Ui, model: &Model, import: &Import, is_whole: bool, actions: &mut Vec<Action>) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let is_compact = ui.available_width() < 620.0 * theme.text_scale;
    let label = import_words::save(import);
    let (goes_back, save) = row::split(
        ui,
        |ui| ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").compact(is_compact).in_line()).clicked(),
        |ui| ui.add(Button::primary(&label).key("Ctrl S").compact(is_compact).enabled(import.is_ready())),
    );
    actions.extend(goes_back.then_some(Action::Go(Page::Library)));
    if save.clicked() {
        actions.push(Action::Import(ImportDeed::Save));
    }
    let name = model.import.source.as_ref().map(|source| source.name()).unwrap_or_default();
    let title = format!("Import: {name}");
    if is_whole {
        text::title(ui, title)
    } else {
        text::heading(ui, title)
    };
    ui.horizontal_wrapped(|ui| {
        // In a small window the room belongs to the parts, and how the file is read stands with the bank.
        if is_whole {
            actions.extend(reading::choices(ui, &model.import, Some(&import.file)));
        }
        let counts = import_words::counts(import);
        let is_whole = import.considered.made.left_out.is_empty();
        let told = if is_whole { chip::show(ui, &counts) } else { chip::amber(ui, &counts) };
        frame::announce(ui, told.id);
    });
    save
}

/// What a screen reader calls the page.
pub fn name_of_page(model: &Model) -> String {
    match (&model.import.import, &model.import.source) {
        (Some(_), Some(source)) => format!("Import {}", source.name()),
        _ => "Import questions".to_owned(),
    }
}

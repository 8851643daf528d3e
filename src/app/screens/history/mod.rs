//! Earlier quizzes: find one, go on with what is unfinished, look at a result again, export.

mod line;

use crate::app::action::{Action, Export, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, Menu, card, heard, menu, page, row, text};
use crate::app::wording::words;
use crate::bank::Mode;
use crate::sitting::{SittingRecord, State};
use egui::{Role, Ui};
use egui_material_icons::icons::{ICON_CSV, ICON_EXPAND_MORE};

/// Width from which title and exports stand in one line, at normal text size.
const ONE_LINE_WIDTH: f32 = 720.0;
const EVERY_BANK: &str = "All banks";
const EVERY_MODE: &str = "Practice and test";

/// Which quizzes are shown.
#[derive(Debug, Default)]
pub struct HistoryScreen {
    /// Title of the bank; `None` for all.
    bank: Option<String>,
    mode: Option<Mode>,
}

impl HistoryScreen {
    /// Shows the quizzes of the learner, newest first.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if !model.is_modal_open() && !menu::is_any_open(ui) && keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        let banks = banks_of(&model.sittings);
        let has = |mode| model.sittings.iter().any(|sitting| sitting.mode == mode);
        let has_both_modes = has(Mode::Practice) && has(Mode::Test);
        // Another learner may never have met the bank, or the mode.
        self.bank = self.bank.take().filter(|bank| banks.contains(&bank.as_str()));
        self.mode = self.mode.filter(|_| has_both_modes);
        page::wide(ui, |ui| {
            if model.sittings.is_empty() {
                text::title(ui, "History");
                empty(ui, actions);
                return;
            }
            header(ui, model, actions);
            ui.add_space(4.0);
            if banks.len() > 1 || has_both_modes {
                ui.horizontal_wrapped(|ui| self.filters(ui, &banks, has_both_modes));
                ui.add_space(4.0);
            }
            self.list(ui, model, actions);
        });
    }

    fn filters(&mut self, ui: &mut Ui, banks: &[&str], has_both_modes: bool) {
        if banks.len() > 1 {
            let current = self.bank.as_deref();
            let all = Menu::new("Show quizzes on").choice(EVERY_BANK, current.is_none(), None);
            let menu = banks.iter().fold(all, |menu, bank| menu.choice(bank, current == Some(*bank), Some(*bank)));
            let label = current.unwrap_or(EVERY_BANK);
            let name = format!("Bank: {label}");
            if let Some(bank) = menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name)) {
                self.bank = bank.map(str::to_owned);
            }
        }
        if !has_both_modes {
            return;
        }
        let label = |mode: Option<Mode>| mode.map_or(EVERY_MODE, words::mode);
        let modes = [None, Some(Mode::Practice), Some(Mode::Test)];
        let menu = Menu::new("Show quizzes in the mode");
        let menu = modes.into_iter().fold(menu, |menu, mode| menu.choice(label(mode), self.mode == mode, mode));
        let name = format!("Mode: {}", label(self.mode));
        if let Some(mode) = menu.show(ui, Button::secondary(label(self.mode)).trailing(ICON_EXPAND_MORE).name(&name)) {
            self.mode = mode;
        }
    }

    fn list(&self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        let is_wanted = |sitting: &&SittingRecord| {
            self.bank.as_ref().is_none_or(|bank| *bank == sitting.bank_title)
                && self.mode.is_none_or(|mode| mode == sitting.mode)
        };
        let shown: Vec<&SittingRecord> = model.sittings.iter().filter(is_wanted).collect();
        if shown.is_empty() {
            text::soft(ui, "No quiz fits these filters.");
            return;
        }
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heard::as_group(ui, Role::List, "Quizzes, the newest first");
            heard::count(ui, shown.len());
            let columns = line::Columns::over(ui);
            columns.head(ui);
            let last = shown.len() - 1;
            for (place, sitting) in shown.into_iter().enumerate() {
                let response = columns.show(ui, sitting, model.sittings_listed_at, place == last);
                heard::place(&response, place);
                if response.clicked() {
                    actions.push(match sitting.state {
                        State::InProgress => Action::Resume(sitting.id),
                        State::Finished | State::Abandoned => Action::OpenResult(sitting.id),
                    });
                }
            }
        });
    }
}

fn header(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let title = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::title(ui, "History");
            text::soft(ui, summary(&model.sittings));
        });
    };
    if ui.available_width() >= ONE_LINE_WIDTH * Theme::of(ui.ctx()).text_scale {
        let (_, wish) = row::split_top(ui, title, exports);
        actions.extend(wish);
    } else {
        title(ui);
        actions.extend(ui.horizontal_wrapped(exports).inner);
    }
}

fn exports(ui: &mut Ui) -> Option<Action> {
    let kinds = [("Export answers (CSV)…", Export::Responses), ("Export quizzes (CSV)…", Export::Sittings)];
    let pressed = kinds.map(|(label, export)| {
        ui.add(Button::secondary(label).icon(ICON_CSV)).clicked().then_some(Action::Export(export))
    });
    pressed.into_iter().flatten().next()
}

/// `34 quizzes, 412 answers · 1 unfinished`.
fn summary(sittings: &[SittingRecord]) -> String {
    let quizzes = if sittings.len() == 1 { "1 quiz".to_owned() } else { format!("{} quizzes", sittings.len()) };
    let answers = sittings.iter().map(|sitting| sitting.answered as usize).sum();
    let unfinished = sittings.iter().filter(|sitting| sitting.state == State::InProgress).count();
    let rest = if unfinished == 0 { String::new() } else { format!(" · {unfinished} unfinished") };
    format!("{quizzes}, {}{rest}", words::count(answers, "answer"))
}

/// The titles of the banks that were asked from, in the order of the alphabet.
fn banks_of(sittings: &[SittingRecord]) -> Vec<&str> {
    let mut banks: Vec<&str> = sittings.iter().map(|sitting| sitting.bank_title.as_str()).collect();
    banks.sort_unstable();
    banks.dedup();
    banks
}

fn empty(ui: &mut Ui, actions: &mut Vec<Action>) {
    text::soft(ui, "Every quiz that you take will stand here, with each answer, for you to look at again.");
    ui.add_space(8.0);
    if frame::primary(ui, Button::primary("Choose a bank")) {
        actions.push(Action::Go(Page::Library));
    }
}

//! The list of what a file holds: each question with a box to tick, and what is to be told of it.

use super::ImportScreen;
use super::filter::Filter;
use crate::app::action::{Action, ImportDeed};
use crate::app::screens::{frame, remark_list};
use crate::app::state::import::Import;
use crate::app::theme::Theme;
use crate::app::widgets::list::{self, Row};
use crate::app::widgets::{Button, Menu, field, heard, segmented, text};
use crate::app::wording::import_words;
use egui::Ui;
use egui_material_icons::icons::ICON_EXPAND_MORE;

/// Height below which the ways to narrow the list stand in one line, at normal text size.
const LEAST_HEIGHT: f32 = 360.0;

impl ImportScreen {
    pub(super) fn questions(&mut self, ui: &mut Ui, import: &Import, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        self.count(import);
        // Where there is little room, it belongs to the list.
        let is_low = ui.available_height() < LEAST_HEIGHT * theme.text_scale;
        if is_low {
            self.words.clear();
        } else {
            self.narrow(ui);
        }
        self.shown.follow(import, self.filter, &self.words);
        ui.horizontal_wrapped(|ui| {
            if is_low {
                self.filter_menu(ui);
            }
            self.all_or_none(ui, import, actions);
        });
        let shown = &self.shown.drafts;
        if shown.is_empty() {
            text::soft(ui, "No question matches.");
            return;
        }
        let selected = shown.binary_search(&import.selected).ok();
        let row = |place: usize| shown.get(place).map_or_else(Row::default, |draft| row(import, *draft, &theme));
        let list = list::ticked(ui, "Questions", shown.len(), selected, row);
        // What the file gives is heard as soon as the focus comes here, and so when it has been read.
        heard::describe(&list.list, &import_words::counts(import));
        frame::hold_focus(ui, &list.list);
        let draft = |place: usize| shown.get(place).copied();
        if let Some(draft) = list.chosen.and_then(draft) {
            actions.push(Action::Import(ImportDeed::LookAt(draft)));
        }
        if let Some(draft) = list.ticked.and_then(draft).filter(|draft| import.considered.lines[*draft].is_made()) {
            let is_taken = !import.choice.takes(draft);
            actions.push(Action::Import(ImportDeed::Take { drafts: vec![draft], is_taken }));
        }
    }

    /// Counts how many questions each filter lets through, once for each making.
    fn count(&mut self, import: &Import) {
        let count = |filter: Filter| import.considered.lines.iter().filter(|line| filter.lets(line)).count();
        if self.counted.0 != import.version {
            self.counted = (import.version, Filter::ALL.map(count));
        }
    }

    fn labels(&self) -> Vec<String> {
        Filter::ALL.iter().zip(self.counted.1).map(|(filter, count)| format!("{} {count}", filter.words())).collect()
    }

    fn narrow(&mut self, ui: &mut Ui) {
        let labels = self.labels();
        let choices: Vec<(Filter, &str)> = Filter::ALL.into_iter().zip(labels.iter().map(String::as_str)).collect();
        if let Some(filter) = segmented::show(ui, "Questions", &choices, self.filter) {
            self.filter = filter;
        }
        field::show(ui, "Words in the question", &mut self.words, "Search the questions");
    }

    fn filter_menu(&mut self, ui: &mut Ui) {
        let labels = self.labels();
        let choices = Filter::ALL.into_iter().zip(&labels);
        let menu = Menu::new("Questions");
        let menu = choices.fold(menu, |menu, (filter, label)| menu.choice(label, filter == self.filter, filter));
        let shown = Filter::ALL.iter().position(|filter| *filter == self.filter).unwrap_or_default();
        let name = format!("Questions: {}", labels[shown]);
        let button = Button::secondary(&labels[shown]).trailing(ICON_EXPAND_MORE).name(&name);
        self.filter = menu.show(ui, button).unwrap_or(self.filter);
    }

    fn all_or_none(&self, ui: &mut Ui, import: &Import, actions: &mut Vec<Action>) {
        let can_be_taken = |draft: &&usize| import.considered.lines[**draft].is_made();
        let made = || self.shown.drafts.iter().filter(can_be_taken);
        let (any_left_off, any_taken) = self.shown.has;
        let mut take = |is_taken| {
            let drafts = made().copied().collect();
            actions.push(Action::Import(ImportDeed::Take { drafts, is_taken }));
        };
        let all = Button::quiet("Take all").name("Take all questions of this list");
        if ui.add(all.enabled(any_left_off)).clicked() {
            take(true);
        }
        let none = Button::quiet("Take none").name("Take no question of this list");
        if ui.add(none.enabled(any_taken)).clicked() {
            take(false);
        }
    }
}

fn row(import: &Import, draft: usize, theme: &Theme) -> Row {
    let line = &import.considered.lines[draft];
    let (text, note) = (import_words::prompt(line), import_words::note(line));
    let sign = line.worst().map(|worst| remark_list::sign(worst.severity(), theme));
    let tick = line.is_made().then(|| import.choice.takes(draft));
    let taken = match tick {
        Some(true) => ", taken",
        Some(false) => ", not taken",
        None => "",
    };
    Row { tick, sign, name: format!("{text}, {note}{taken}"), text, note, ..Row::default() }
}

//! Find a question by its words, and open it. Shows prompts, never answers.

mod hit;

use crate::app::action::{Action, MOST_AT_ONCE, Page, Selection};
use crate::app::input::keys;
use crate::app::state::found::Found;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, form, heard, page, rich_text, row, text};
use crate::app::wording::words;
use egui::{EventFilter, Id, Key, Modifiers, Response, Role, Ui};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_PLAY_ARROW};

const NOTHING: &str = "No question has these words.";
/// Width from which the buttons stand beside each other, at normal text size.
const ONE_LINE_WIDTH: f32 = 620.0;

/// The words under way.
#[derive(Debug, Default)]
pub struct SearchScreen {
    words: String,
    asked: String,
    is_open: bool,
    /// The page that it was opened from, to which `Esc` leads back.
    from: Page,
    /// Place of the question that the keys open.
    selected: usize,
    /// What was found, in words, and what tells it.
    told: String,
    told_to: Option<Id>,
}

impl SearchScreen {
    /// Opens the screen from a page.
    pub fn open_from(&mut self, page: Page) {
        // The page of a bank is let go when another page is shown.
        let from = if page == Page::Bank { Page::Library } else { page };
        *self = Self { from, ..Self::default() };
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        self.selected = self.selected.min(model.found.len().saturating_sub(1));
        if !model.is_modal_open() {
            if keys::take_escape(ui.ctx()) {
                self.leave(actions);
                return;
            }
            self.listen(ui, model, actions);
        }
        page::reading(ui, |ui| {
            let back = if self.from == Page::Library { "Library" } else { "Back" };
            if ui.add(Button::quiet(back).icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked() {
                self.leave(actions);
            }
            row::split(ui, |ui| text::title(ui, "Find a question"), |ui| text::small(ui, self.count(model)));
            let response = field::show(ui, "Words in the question", &mut self.words, "beryllium wall");
            if !std::mem::replace(&mut self.is_open, true) || keys::is_focus_lost(ui.ctx()) {
                response.request_focus();
            }
            self.choose(ui, &response, model);
            if self.words != self.asked {
                self.asked.clone_from(&self.words);
                self.selected = 0;
                actions.push(Action::Search(self.words.clone()));
            }
            ui.add_space(4.0);
            self.list(ui, model, actions);
            if !model.found.is_empty() {
                ui.add_space(8.0);
                let count = model.found.len().min(MOST_AT_ONCE);
                let label = format!("Practise {}", words::count(count, "question"));
                if ui.add(Button::secondary(&label).icon(ICON_PLAY_ARROW)).clicked() {
                    actions.push(Action::PractiseSelection(Selection::Found));
                }
            }
            self.tell(ui, model);
        });
    }

    fn leave(&mut self, actions: &mut Vec<Action>) {
        self.is_open = false;
        actions.push(Action::Go(self.from));
    }

    fn listen(&self, ui: &Ui, model: &Model, actions: &mut Vec<Action>) {
        let Some(found) = model.found.get(self.selected) else { return };
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            actions.push(found.set_up());
        } else if keys::take_enter(ui.ctx()) {
            actions.push(found.open());
        }
    }

    /// Up and down choose what was found, while the focus stays in the field.
    fn choose(&mut self, ui: &Ui, field: &Response, model: &Model) {
        if !field.has_focus() || model.found.is_empty() {
            return;
        }
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(field.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.selected;
        if pressed(Key::ArrowDown) {
            self.selected = (self.selected + 1).min(model.found.len() - 1);
        } else if pressed(Key::ArrowUp) {
            self.selected = self.selected.saturating_sub(1);
        }
        if self.selected != before {
            let place = format!("{} of {}", self.selected + 1, model.found.len());
            let words = [place, hit::name(&model.found[self.selected])];
            (self.told, self.told_to) = (words.join(": "), None);
        }
    }

    fn list(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if model.found.is_empty() {
            if !self.words.trim().is_empty() && model.found_words == self.words {
                text::soft(ui, NOTHING);
            }
            return;
        }
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.scope(|ui| {
                heard::as_group(ui, Role::List, "Questions found");
                heard::count(ui, model.found.len());
                for (place, found) in model.found.iter().enumerate() {
                    let response = hit::show(ui, found, &model.found_words, self.selected == place);
                    heard::place(&response, place);
                    if response.gained_focus() {
                        self.selected = place;
                    }
                    if response.clicked() {
                        actions.push(found.open());
                    }
                }
            });
            if model.found.len() < model.found_count {
                text::small(ui, format!("The first {} are shown.", model.found.len()));
            }
            ui.add_space(8.0);
            form::rule(ui);
            ui.add_space(4.0);
            if let Some(found) = model.found.get(self.selected) {
                buttons(ui, found, actions);
            }
        });
    }

    /// How many were found; empty while nothing was asked.
    fn count(&self, model: &Model) -> String {
        let is_answered = !self.words.trim().is_empty() && model.found_words == self.words;
        let all = model.banks.iter().map(|bank| bank.questions.len()).sum();
        match (is_answered, model.found_count) {
            (false, _) => words::count(all, "question"),
            (true, count) => format!("{count} of {}", words::count(all, "question")),
        }
    }

    /// Says how many questions were found, and which is chosen, while the focus stays in the field.
    fn tell(&mut self, ui: &Ui, model: &Model) {
        let is_answered = !self.words.trim().is_empty() && model.found_words == self.words;
        let told = match (is_answered, model.found_count) {
            (false, _) => String::new(),
            (true, 0) => NOTHING.to_owned(),
            (true, count) => format!("{} found", words::count(count, "question")),
        };
        let was_chosen = self.selected > 0 && is_answered;
        if self.told != told && !was_chosen {
            (self.told, self.told_to) = (told, None);
        }
        if !self.told.is_empty() {
            heard::say(ui, &self.told, &mut self.told_to);
        }
    }

    /// The words that were asked for last.
    pub fn asked(&self) -> &str {
        &self.asked
    }

    /// Forgets the words, so that the screen starts afresh when it is opened again.
    pub fn close(&mut self) {
        *self = Self::default();
    }
}

/// What can be done with the question that is chosen.
fn buttons(ui: &mut Ui, found: &Found, actions: &mut Vec<Action>) {
    let is_wide = ui.available_width() >= ONE_LINE_WIDTH * Theme::of(ui.ctx()).text_scale;
    let prompt = rich_text::one_line(&found.prompt);
    let (open, practise) = (format!("Open: {prompt}"), format!("Practise the topic of: {prompt}"));
    ui.horizontal_wrapped(|ui| {
        let button = Button::quiet("Open this question").name(&open).in_line();
        if ui.add(if is_wide { button.key("Enter") } else { button }).clicked() {
            actions.push(found.open());
        }
        let button = Button::quiet("Practise its topic").name(&practise);
        if ui.add(if is_wide { button.key("Ctrl Enter") } else { button }).clicked() {
            actions.push(found.set_up());
        }
    });
}

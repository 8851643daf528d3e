//! Find a question by its words, and learn its topic. Shows prompts, never answers.

use crate::app::action::{Action, Page};
use crate::app::keys;
use crate::app::model::{Found, Model};
use crate::app::widgets::{Button, card, field, heard, page, rich_text, text};
use crate::app::words;
use egui::{Id, Ui};
use egui_material_icons::icons::ICON_ARROW_BACK;

/// The words under way.
#[derive(Debug, Default)]
pub struct SearchScreen {
    words: String,
    asked: String,
    is_open: bool,
    /// How many were found, in words, and what tells it.
    told: String,
    told_to: Option<Id>,
}

impl SearchScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if !model.is_modal_open() && keys::take_escape(ui.ctx()) {
            self.is_open = false;
            actions.push(Action::Go(Page::Library));
            return;
        }
        if !model.is_modal_open()
            && keys::take_enter(ui.ctx())
            && let Some(first) = model.found.first()
        {
            actions.push(first.set_up());
        }
        page::reading(ui, |ui| {
            if ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc")).clicked() {
                actions.push(Action::Go(Page::Library));
            }
            text::title(ui, "Find a question");
            let response = field::show(ui, "Words in the question", &mut self.words, "beryllium wall");
            if !std::mem::replace(&mut self.is_open, true) || keys::is_focus_lost(ui.ctx()) {
                response.request_focus();
            }
            if self.words != self.asked {
                self.asked.clone_from(&self.words);
                actions.push(Action::Search(self.words.clone()));
            }
            self.tell(ui, model);
            ui.add_space(8.0);
            for found in &model.found {
                self.found_card(ui, found, actions);
            }
            if model.found.is_empty() && !self.words.trim().is_empty() && model.found_words == self.words {
                text::soft(ui, "No question has these words.");
            }
        });
    }

    /// Says how many questions were found, while the focus stays in the field.
    fn tell(&mut self, ui: &Ui, model: &Model) {
        let is_answered = !self.words.trim().is_empty() && model.found_words == self.words;
        let told = match (is_answered, model.found.len()) {
            (false, _) => String::new(),
            (true, 0) => "No question has these words.".to_owned(),
            (true, count) => format!("{} found", words::count(count, "question")),
        };
        if self.told != told {
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

    fn found_card(&mut self, ui: &mut Ui, found: &Found, actions: &mut Vec<Action>) {
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            rich_text::body(ui, &found.prompt);
            let place = if found.topic.is_empty() {
                found.bank_title.clone()
            } else {
                format!("{} · {}", found.bank_title, found.topic.replace('/', " · "))
            };
            text::small(ui, place);
            let name = format!("Practise the topic of: {}", rich_text::one_line(&found.prompt));
            if ui.add(Button::secondary("Practise this topic").name(&name)).clicked() {
                actions.push(found.set_up());
            }
        });
    }
}

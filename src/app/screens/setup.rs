//! The set-up screen: how a sitting is to be held. One key starts it as it was held last.

use crate::app::action::{Action, Page};
use crate::app::keys;
use crate::app::model::{BankCard, Card, Model};
use crate::app::screens::frame;
use crate::app::screens::printing::PrintCard;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, icon, page, plan_row, row, segmented, stepper, text};
use crate::app::words;
use crate::bank::{Bank, Mode};
use crate::disk::SetupChoice;
use crate::history::UnfinishedSitting;
use egui::{Ui, vec2};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_PLAY_ARROW, ICON_RESUME};
use std::collections::BTreeMap;

/// Up to this many questions, a bank is offered whole; a longer one by [`DEFAULT_COUNT`].
const WHOLE_BANK_COUNT: u32 = 20;
/// More than a day's work; the whole of a bank of 100,000 questions is no sitting.
pub const MOST_QUESTIONS: u32 = 1000;
/// A bank with a topic for each question would be all buttons; its topics are found by the search.
const MOST_TOPICS: usize = 40;
/// How many questions of a long bank are offered: some five minutes.
const DEFAULT_COUNT: u32 = 12;

/// The rule of certainty-based marking, as [`crate::sitting::certainty_score`] has it.
const CERTAINTY_WORDS: &str = "With each answer you say whether it is a guess, likely or certain. A right answer counts \
     1, 2 or 3 times its points; a wrong one counts 0, \u{2212}2 or \u{2212}6 times. So it pays to know how sure you can be.";

/// Width from which the offer to carry on stands in one row, at normal text size.
const CARRY_ON_WIDTH: f32 = 620.0;

/// The choice under way.
#[derive(Debug, Default)]
pub struct SetupScreen {
    bank_id: String,
    choice: SetupChoice,
    topics: Vec<(String, u32)>,
    question_count: u32,
    print: PrintCard,
}

impl SetupScreen {
    /// Takes up a bank, with the choice made for it last or else a fitting one.
    pub fn open(&mut self, bank: &Bank, last: Option<&SetupChoice>, mode: Option<Mode>, topic: Option<String>) {
        let question_count = u32::try_from(bank.questions.len()).unwrap_or(u32::MAX);
        let count = (question_count > WHOLE_BANK_COUNT).then_some(DEFAULT_COUNT);
        let mut choice = last.cloned().unwrap_or(SetupChoice { count, ..SetupChoice::default() });
        choice.mode = mode.unwrap_or(choice.mode);
        let topics = topics_of(bank);
        choice.topics.retain(|topic| topics.iter().any(|(name, _)| name == topic));
        if let Some(topic) = topic {
            choice.topics = vec![topic.split('/').next().unwrap_or_default().to_owned()];
        }
        *self = Self { bank_id: bank.id.to_string(), choice, topics, question_count, print: PrintCard::default() };
    }

    /// Follows a bank that was read again: what was chosen stays as far as it still can.
    pub fn follow(&mut self, bank: &Bank) {
        self.question_count = u32::try_from(bank.questions.len()).unwrap_or(u32::MAX);
        self.topics = topics_of(bank);
        let topics = &self.topics;
        self.choice.topics.retain(|topic| topics.iter().any(|(name, _)| name == topic));
    }

    /// Id of the bank on the screen.
    pub fn bank_id(&self) -> &str {
        &self.bank_id
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        let Some(bank) = model.bank(&self.bank_id) else {
            gone(ui, actions);
            return;
        };
        let unfinished = model.unfinished.iter().find(|sitting| sitting.bank_id == self.bank_id);
        if !model.is_modal_open() {
            self.listen(ui, unfinished, actions);
        }
        page::reading(ui, |ui| {
            if ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc")).clicked() {
                actions.push(Action::Go(Page::Library));
            }
            text::title(ui, &*bank.title);
            if !bank.about.is_empty() {
                text::soft(ui, &*bank.about);
            }
            ui.add_space(12.0);
            if let Some(sitting) = unfinished {
                carry_on(ui, sitting, actions);
                ui.add_space(12.0);
            }
            card::show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                self.choices(ui);
                ui.add_space(8.0);
                self.start_button(ui, unfinished.is_some(), actions);
            });
            let card = model.cards.iter().filter_map(Card::as_bank).find(|card| *card.id == *self.bank_id);
            if let Some(card) = card.filter(|card| !card.quizzes.is_empty()) {
                ui.add_space(12.0);
                ready_made(ui, card, actions);
            }
            ui.add_space(12.0);
            let planned = self.planned();
            self.print.show(ui, &self.bank_id, &self.choice, planned, actions);
        });
    }

    fn listen(&self, ui: &Ui, unfinished: Option<&UnfinishedSitting>, actions: &mut Vec<Action>) {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        if keys::take_enter(ui.ctx()) {
            match unfinished {
                Some(sitting) => actions.push(Action::Resume(sitting.id)),
                None if self.available() > 0 => actions.push(self.start()),
                None => {}
            }
        }
    }

    fn start(&self) -> Action {
        Action::Start { bank_id: self.bank_id.clone(), choice: self.choice.clone() }
    }

    /// How many questions the chosen topics hold.
    fn available(&self) -> u32 {
        let is_chosen = |topic: &String| self.choice.topics.is_empty() || self.choice.topics.contains(topic);
        let all = if self.choice.topics.is_empty() {
            self.question_count
        } else {
            self.topics.iter().filter(|(topic, _)| is_chosen(topic)).map(|(_, count)| count).sum()
        };
        all.min(MOST_QUESTIONS)
    }

    /// How many questions the sitting will have.
    fn planned(&self) -> u32 {
        self.choice.count.unwrap_or(u32::MAX).min(self.available())
    }

    fn choices(&mut self, ui: &mut Ui) {
        text::heading(ui, "How");
        let modes = [Mode::Practice, Mode::Test].map(|mode| (mode, words::mode(mode)));
        if let Some(mode) = segmented::show(ui, "Mode", &modes, self.choice.mode) {
            self.choice.mode = mode;
        }
        text::small(
            ui,
            match self.choice.mode {
                Mode::Practice => {
                    "Feedback after each question. What went wrong comes once more at the end, outside the score."
                }
                Mode::Test => {
                    "Feedback at the end. You move freely between questions and can change answers until you hand in."
                }
            },
        );
        ui.add_space(4.0);
        self.count_choice(ui);
        if self.topics.len() > 1 {
            ui.add_space(4.0);
            self.topic_choice(ui);
        }
        if self.choice.mode == Mode::Test {
            ui.add_space(4.0);
            self.limits(ui);
        }
        ui.add_space(4.0);
        self.certainty_choice(ui);
    }

    fn count_choice(&mut self, ui: &mut Ui) {
        text::heading(ui, "How many questions");
        let available = self.available();
        ui.horizontal_wrapped(|ui| {
            let all = if available < MOST_QUESTIONS { format!("All {available}") } else { format!("{available}") };
            let choices = [(false, "A few"), (true, all.as_str())];
            if let Some(is_all) = segmented::show(ui, "Questions", &choices, self.choice.count.is_none()) {
                self.choice.count = (!is_all).then(|| DEFAULT_COUNT.min(available.max(1)));
            }
            if let Some(count) = &mut self.choice.count {
                let mut shown = (*count).min(available.max(1));
                stepper::show(ui, &mut shown, 1..=available.max(1), 1, "questions");
                if shown != (*count).min(available.max(1)) {
                    *count = shown;
                }
            }
        });
    }

    fn topic_choice(&mut self, ui: &mut Ui) {
        text::heading(ui, "Topics");
        ui.horizontal_wrapped(|ui| {
            if segmented::toggle(ui, "All topics", self.choice.topics.is_empty()) {
                self.choice.topics.clear();
            }
            for (topic, count) in self.topics.iter().take(MOST_TOPICS) {
                let is_chosen = self.choice.topics.contains(topic);
                let label = if topic.is_empty() { format!("Other ({count})") } else { format!("{topic} ({count})") };
                if segmented::toggle(ui, &label, is_chosen) {
                    if is_chosen {
                        self.choice.topics.retain(|chosen| chosen != topic);
                    } else {
                        self.choice.topics.push(topic.clone());
                    }
                }
            }
        });
    }

    fn limits(&mut self, ui: &mut Ui) {
        text::heading(ui, "Time limit");
        let times = [
            (None, "None"),
            (Some(300), "5 min"),
            (Some(600), "10 min"),
            (Some(1200), "20 min"),
            (Some(2700), "45 min"),
        ];
        if let Some(time) = segmented::show(ui, "Time limit", &times, self.choice.time_limit_secs) {
            self.choice.time_limit_secs = time;
        }
        text::heading(ui, "Pass mark");
        let marks =
            [(None, "None"), (Some(50.0), "50 %"), (Some(60.0), "60 %"), (Some(75.0), "75 %"), (Some(90.0), "90 %")];
        if let Some(mark) = segmented::show(ui, "Pass mark", &marks, self.choice.pass_percent) {
            self.choice.pass_percent = mark;
        }
    }

    fn certainty_choice(&mut self, ui: &mut Ui) {
        text::heading(ui, "How sure you are");
        let choices = [(false, "Not asked"), (true, "Counts")];
        if let Some(counts) = segmented::show(ui, "How sure you are", &choices, self.choice.certainty) {
            self.choice.certainty = counts;
        }
        if self.choice.certainty {
            text::small(ui, CERTAINTY_WORDS);
        }
    }

    fn start_button(&self, ui: &mut Ui, is_second: bool, actions: &mut Vec<Action>) {
        let planned = self.planned();
        let noun = match self.choice.mode {
            Mode::Practice => "practice",
            Mode::Test => "test",
        };
        let label = format!("Start {noun}: {}", words::count(planned as usize, "question"));
        let button = if is_second {
            Button::secondary(&label)
        } else {
            Button::primary(&label).icon(ICON_PLAY_ARROW).key("Enter")
        };
        let response = ui.add(button.enabled(planned > 0));
        if !is_second {
            frame::hold_focus(ui, &response);
        }
        if response.clicked() {
            actions.push(self.start());
        }
    }
}

/// Offers a sitting that was left, at the question where it stood.
pub fn carry_on(ui: &mut Ui, sitting: &UnfinishedSitting, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let is_wide = ui.available_width() > CARRY_ON_WIDTH * (0.4 + 0.6 * theme.text_scale);
    card::accent(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        if is_wide {
            let words = |ui: &mut Ui| {
                icon::show(ui, ICON_RESUME, 32.0, theme.palette.accent);
                ui.vertical(|ui| carry_on_words(ui, sitting));
            };
            row::split(ui, words, |ui| {
                let gives_up = ui.add(Button::secondary("Give it up")).clicked();
                carry_on_button(ui, sitting, actions);
                actions.extend(gives_up.then_some(Action::Discard(sitting.id)));
            });
        } else {
            carry_on_words(ui, sitting);
            ui.horizontal_wrapped(|ui| {
                carry_on_button(ui, sitting, actions);
                let gives_up = ui.add(Button::secondary("Give it up")).clicked();
                actions.extend(gives_up.then_some(Action::Discard(sitting.id)));
            });
        }
    });
}

fn carry_on_button(ui: &mut Ui, sitting: &UnfinishedSitting, actions: &mut Vec<Action>) {
    let response = ui.add(Button::primary("Carry on").icon(ICON_PLAY_ARROW).key("Enter"));
    heard::describe(&response, &format!("{}, {}", sitting.bank_title, carry_on_line(sitting)));
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(Action::Resume(sitting.id)));
}

fn carry_on_words(ui: &mut Ui, sitting: &UnfinishedSitting) {
    let theme = Theme::of(ui.ctx());
    text::heading(ui, format!("Carry on: {}", sitting.bank_title));
    text::paragraph(ui, carry_on_line(sitting), theme.body(), theme.palette.soft);
}

/// `Practice · 3 of 12 answered`.
fn carry_on_line(sitting: &UnfinishedSitting) -> String {
    let mode = words::mode(sitting.mode);
    let line = format!("{mode} · {} of {} answered", sitting.answered, sitting.questions);
    match sitting.remaining_ms {
        Some(remaining_ms) => {
            let runs_on = if sitting.running_since.is_some() { ", the time runs on" } else { "" };
            format!("{line} · {} left{runs_on}", words::duration(remaining_ms))
        }
        None => line,
    }
}

/// The quizzes that the bank's writer has planned; one press starts one.
fn ready_made(ui: &mut Ui, bank: &BankCard, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        text::heading(ui, "Ready-made");
        for quiz in bank.quizzes.iter() {
            if plan_row::show(ui, quiz, &format!("Start {}", quiz.title)).clicked() {
                actions.push(Action::StartQuiz { bank_id: bank.id.clone(), quiz_id: quiz.id.clone() });
            }
        }
    });
}

fn gone(ui: &mut Ui, actions: &mut Vec<Action>) {
    page::reading(ui, |ui| {
        text::title(ui, "This bank is not in the library any more");
        if ui.add(Button::primary("Back to the library")).clicked() || keys::take_enter(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
    });
}

/// The first parts of the topics, in the order in which they first appear, with their numbers of questions.
fn topics_of(bank: &Bank) -> Vec<(String, u32)> {
    let mut order: Vec<String> = Vec::new();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for question in &bank.questions {
        let topic = question.topic.split('/').next().unwrap_or_default();
        let count = counts.entry(topic).or_insert(0);
        if *count == 0 {
            order.push(topic.to_owned());
        }
        *count += 1;
    }
    order
        .into_iter()
        .map(|topic| {
            let count = counts[topic.as_str()];
            (topic, count)
        })
        .collect()
}

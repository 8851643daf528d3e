//! The set-up screen: how a quiz is to be held, or a paper to be printed. One key starts it as it was held last.

mod drawable;

use self::drawable::Drawable;
use crate::app::action::{Action, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::screens::printing::PaperChoice;
use crate::app::screens::unfinished;
use crate::app::state::card::{BankCard, Card};
use crate::app::state::model::Model;
use crate::app::widgets::{Button, card, form, menu, page, plan_row, segmented, text};
use crate::app::wording::words;
use crate::bank::{Bank, Mode};
use crate::disk::SetupChoice;
use crate::history::UnfinishedSitting;
use crate::sitting::put_together;
use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_FACT_CHECK, ICON_PLAY_ARROW, ICON_PRINT};

pub use self::drawable::MOST_QUESTIONS;

/// Up to this many questions, a bank is offered whole; a longer one by [`DEFAULT_COUNT`].
const WHOLE_BANK_COUNT: u32 = 20;
/// How many questions of a long bank are offered: some five minutes.
const DEFAULT_COUNT: u32 = 10;
/// How many questions can be chosen, where there are more.
const COUNTS: [u32; 3] = [5, 10, 20];
/// A bank with a topic for each question would be all buttons; its topics are found by the search.
const MOST_TOPICS: usize = 40;

/// The rule of certainty-based marking, as [`crate::sitting::certainty_score`] has it.
const CERTAINTY_WORDS: &str = "With each answer you say whether it is a guess, likely or certain. A right answer counts \
     1, 2 or 3 times its points; a wrong one counts 0, \u{2212}2 or \u{2212}6 times. So it pays to know how sure you can be.";

/// The choice under way.
#[derive(Debug, Default)]
pub struct SetupScreen {
    bank_id: String,
    choice: SetupChoice,
    drawable: Drawable,
    /// What a paper is printed with, where the questions are wanted on paper rather than in the window.
    paper: Option<PaperChoice>,
}

impl SetupScreen {
    /// Takes up a bank, with the choice made for it last or else a fitting one.
    pub fn open(&mut self, bank: &Bank, last: Option<&SetupChoice>, mode: Option<Mode>, topic: Option<String>) {
        let is_long = bank.questions.len() > WHOLE_BANK_COUNT as usize;
        let fitting = || SetupChoice { count: is_long.then_some(DEFAULT_COUNT), ..SetupChoice::default() };
        let mut choice = last.cloned().unwrap_or_else(fitting);
        choice.mode = mode.unwrap_or(choice.mode);
        if let Some(topic) = topic {
            choice.topics = vec![topic.split('/').next().unwrap_or_default().to_owned()];
        }
        *self = Self { bank_id: bank.id.to_string(), choice, ..Self::default() };
        self.follow(bank);
    }

    /// Follows a bank that was read again: what was chosen stays as far as it still can.
    pub fn follow(&mut self, bank: &Bank) {
        self.drawable = Drawable::of(bank);
        let drawable = &self.drawable;
        self.choice.topics.retain(|topic| drawable.topics().any(|(name, _)| name == topic));
        self.drawable.plan(bank, &self.planned_choice());
    }

    /// Offers the questions on paper.
    pub fn choose_paper(&mut self, bank: &Bank) {
        self.choose(bank, Way::OnPaper);
    }

    fn choose(&mut self, bank: &Bank, way: Way) {
        self.paper = match way {
            Way::Quiz(mode) => {
                self.choice.mode = mode;
                None
            }
            Way::OnPaper => Some(self.paper.take().unwrap_or_default()),
        };
        self.drawable.plan(bank, &self.planned_choice());
    }

    fn way(&self) -> Way {
        if self.paper.is_some() { Way::OnPaper } else { Way::Quiz(self.choice.mode) }
    }

    /// What is drawn: on paper, every kind of question can be asked.
    fn planned_choice(&self) -> SetupChoice {
        let mode = if self.paper.is_some() { Mode::Practice } else { self.choice.mode };
        SetupChoice { mode, ..self.choice.clone() }
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
        // What was left is no way to a paper.
        let unfinished = model
            .unfinished
            .iter()
            .find(|sitting| sitting.bank_id == self.bank_id && !put_together::ALL.contains(&&*sitting.quiz_id));
        let unfinished = unfinished.filter(|_| self.paper.is_none());
        if !model.is_modal_open() && !menu::is_any_open(ui) {
            self.listen(ui, unfinished, actions);
        }
        page::reading(ui, |ui| {
            if ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked() {
                actions.push(Action::Go(Page::Library));
            }
            text::title(ui, &*bank.title);
            let count = words::count(bank.questions.len(), "question");
            text::soft(ui, if bank.about.is_empty() { count.as_str() } else { &*bank.about });
            ui.add_space(8.0);
            if let Some(sitting) = unfinished {
                unfinished::offer(ui, sitting, actions);
                page::gap(ui);
            }
            card::show(ui, |ui| {
                let before = self.choice.clone();
                self.choices(ui, bank);
                if self.choice != before {
                    self.drawable.plan(bank, &self.planned_choice());
                }
                form::rule(ui);
                self.begin_button(ui, unfinished.is_some(), actions);
                if self.paper.is_some() {
                    mark_button(ui, actions);
                }
            });
            let card = model.cards.iter().filter_map(Card::as_bank).find(|card| *card.id == *self.bank_id);
            if let Some(card) = card.filter(|card| !card.quizzes.is_empty() && self.paper.is_none()) {
                ui.add_space(16.0);
                ready_made(ui, card, actions);
            }
        });
    }

    fn listen(&self, ui: &Ui, unfinished: Option<&UnfinishedSitting>, actions: &mut Vec<Action>) {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        if keys::take_enter(ui.ctx()) {
            match unfinished {
                Some(sitting) => actions.push(Action::Resume(sitting.id)),
                None if self.drawable.planned() > 0 => actions.push(self.begin()),
                None => {}
            }
        }
    }

    fn begin(&self) -> Action {
        match &self.paper {
            Some(paper) => Action::Print(paper.print(&self.bank_id, &self.planned_choice())),
            None => Action::Start { bank_id: self.bank_id.clone(), choice: self.choice.clone() },
        }
    }

    fn choices(&mut self, ui: &mut Ui, bank: &Bank) {
        let way = self.way();
        let quizzes = [Mode::Practice, Mode::Test].map(|mode| (Way::Quiz(mode), words::mode(mode)));
        let ways: Vec<(Way, &str)> = quizzes.into_iter().chain([(Way::OnPaper, "On paper")]).collect();
        let chosen = form::row(ui, "Mode", way.hint(), true, |ui| segmented::show(ui, "Mode", &ways, way));
        if let Some(way) = chosen {
            self.choose(bank, way);
        }
        form::row(ui, "Questions", "", false, |ui| self.count_choice(ui));
        if self.drawable.topics().nth(1).is_some() {
            form::row(ui, "Topics", "", false, |ui| self.topic_choice(ui));
        }
        if let Some(paper) = &mut self.paper {
            paper.rows(ui);
            return;
        }
        if self.choice.mode == Mode::Test {
            self.limits(ui);
        }
        let choices = [(false, "Off"), (true, "On")];
        let hint = if self.choice.certainty { "" } else { "Being sure and right counts more" };
        let counts = form::row(ui, "Ask how sure I am", hint, false, |ui| {
            let chosen = segmented::show(ui, "Ask how sure I am", &choices, self.choice.certainty);
            if self.choice.certainty {
                text::small(ui, CERTAINTY_WORDS);
            }
            chosen
        });
        self.choice.certainty = counts.unwrap_or(self.choice.certainty);
        let choices = [(false, "Yes"), (true, "No")];
        let hint = if self.choice.stays_out_of_review {
            "Practise freely: your review days stay as they are"
        } else {
            "No leaves your review days as they are"
        };
        let stays_out = form::row(ui, "Counts for review", hint, false, |ui| {
            segmented::show(ui, "Counts for review", &choices, self.choice.stays_out_of_review)
        });
        self.choice.stays_out_of_review = stays_out.unwrap_or(self.choice.stays_out_of_review);
    }

    /// What can be chosen, and what is chosen already: a number from before may be any.
    fn count_choice(&mut self, ui: &mut Ui) {
        let available = self.drawable.available(&self.planned_choice());
        let mut counts: Vec<u32> =
            COUNTS.into_iter().chain(self.choice.count).filter(|count| *count < available).collect();
        counts.sort_unstable();
        counts.dedup();
        let all = if available < MOST_QUESTIONS { format!("All {available}") } else { available.to_string() };
        let labels: Vec<String> = counts.iter().map(ToString::to_string).collect();
        let few = counts.iter().map(|count| Some(*count)).zip(labels.iter().map(String::as_str));
        let choices: Vec<(Option<u32>, &str)> = few.chain([(None, all.as_str())]).collect();
        let current = self.choice.count.filter(|count| *count < available);
        if let Some(count) = segmented::show(ui, "Questions", &choices, current) {
            self.choice.count = count;
        }
    }

    fn topic_choice(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            if segmented::toggle(ui, "All topics", self.choice.topics.is_empty()) {
                self.choice.topics.clear();
            }
            for (topic, count) in self.drawable.topics().take(MOST_TOPICS) {
                let is_chosen = self.choice.topics.iter().any(|chosen| chosen == topic);
                let label = if topic.is_empty() { format!("Other ({count})") } else { format!("{topic} ({count})") };
                if segmented::toggle(ui, &label, is_chosen) {
                    if is_chosen {
                        self.choice.topics.retain(|chosen| chosen != topic);
                    } else {
                        self.choice.topics.push(topic.to_owned());
                    }
                }
            }
        });
    }

    fn limits(&mut self, ui: &mut Ui) {
        let times = [
            (None, "None"),
            (Some(300), "5 min"),
            (Some(600), "10 min"),
            (Some(1200), "20 min"),
            (Some(2700), "45 min"),
        ];
        let time = form::row(ui, "Time limit", "", false, |ui| {
            segmented::show(ui, "Time limit", &times, self.choice.time_limit_secs)
        });
        self.choice.time_limit_secs = time.unwrap_or(self.choice.time_limit_secs);
        let marks =
            [(None, "None"), (Some(50.0), "50 %"), (Some(60.0), "60 %"), (Some(75.0), "75 %"), (Some(90.0), "90 %")];
        let mark = form::row(ui, "Pass mark", "", false, |ui| {
            segmented::show(ui, "Pass mark", &marks, self.choice.pass_percent)
        });
        self.choice.pass_percent = mark.unwrap_or(self.choice.pass_percent);
    }

    /// The one button that begins: the primary one of the page, unless a quiz that was left comes first.
    fn begin_button(&self, ui: &mut Ui, is_second: bool, actions: &mut Vec<Action>) {
        let planned = self.drawable.planned();
        let questions = words::count(planned as usize, "question");
        let (label, sign) = match (&self.paper, self.choice.mode) {
            (Some(_), _) => (format!("Print {questions}…"), ICON_PRINT),
            (None, Mode::Practice) => (format!("Start practice: {questions}"), ICON_PLAY_ARROW),
            (None, Mode::Test) => (format!("Start test: {questions}"), ICON_PLAY_ARROW),
        };
        let button =
            if is_second { Button::secondary(&label) } else { Button::primary(&label).icon(sign).key("Enter") };
        let response = ui.add(button.enabled(planned > 0));
        if !is_second {
            frame::hold_focus(ui, &response);
        }
        if response.clicked() {
            actions.push(self.begin());
        }
    }
}

/// Leads on from a paper that was printed and answered.
fn mark_button(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.add(Button::quiet("Mark a printed paper").icon(ICON_FACT_CHECK).in_line()).clicked() {
        actions.push(Action::Go(Page::Marking));
    }
}

/// Where the questions are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// In the window.
    Quiz(Mode),
    /// On a paper that is printed.
    OnPaper,
}

impl Way {
    fn hint(self) -> &'static str {
        match self {
            Self::Quiz(Mode::Practice) => "Feedback after each question",
            Self::Quiz(Mode::Test) => "Feedback at the end; until then answers can be changed",
            Self::OnPaper => "",
        }
    }
}

/// The quizzes that the bank's writer has planned; one press starts one.
fn ready_made(ui: &mut Ui, bank: &BankCard, actions: &mut Vec<Action>) {
    text::heading(ui, "Ready-made quizzes");
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for (index, quiz) in bank.quizzes.iter().enumerate() {
            if index > 0 {
                form::rule(ui);
            }
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

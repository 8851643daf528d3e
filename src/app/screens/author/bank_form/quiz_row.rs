//! The fields of a ready-made quiz, with how many questions there are to draw from.

use super::news::News;
use super::typed;
use crate::app::state::author::Author;
use crate::app::widgets::{Button, field, row, segmented, text};
use crate::app::wording::{author_words, words};
use crate::bank::{Mode, Quiz, QuizDraw, id_from};
use egui::Ui;
use egui_material_icons::icons::{ICON_ADD, ICON_DELETE};

/// What stands in the fields of a quiz.
#[derive(Debug)]
pub(super) struct QuizRow {
    /// What the file says of it: what the form does not show stays.
    before: Quiz,
    mode: Mode,
    title: String,
    minutes: String,
    draws: Vec<DrawRow>,
}

#[derive(Debug)]
struct DrawRow {
    before: QuizDraw,
    topic: String,
    count: String,
}

/// How many a new draw takes.
const COUNT: u32 = 5;

impl QuizRow {
    /// The fields of a quiz of the file.
    pub fn of(quiz: &Quiz) -> Self {
        let minutes = quiz.time_limit_secs.map_or_else(String::new, |secs| (f64::from(secs) / 60.0).to_string());
        let draws = quiz.draw.iter().map(DrawRow::of).collect();
        Self { before: quiz.clone(), mode: quiz.mode, title: quiz.title.to_string(), minutes, draws }
    }

    /// A new quiz, under an id that none of `others` has.
    pub fn new(others: &[Self]) -> Self {
        let titles = (others.len() + 1..).map(|number| format!("Quiz {number}"));
        let free = titles.map(|title| (id_from(&title, "quiz"), title));
        let is_free = |(id, _): &(String, String)| !others.iter().any(|other| *other.before.id == **id);
        let (id, title) = free.into_iter().find(is_free).unwrap_or_default();
        Self::of(&Quiz {
            id: id.into(),
            title: title.into(),
            mode: Mode::Practice,
            time_limit_secs: None,
            pass_percent: None,
            draw: Box::default(),
            certainty: false,
            pausable: None,
        })
    }

    /// The quiz as the fields have it.
    pub fn quiz(&self) -> Quiz {
        let before = &self.before;
        let minutes_before = before.time_limit_secs.map(|secs| f64::from(secs) / 60.0);
        let minutes = typed::number(&self.minutes, minutes_before).filter(|minutes| *minutes > 0.0);
        Quiz {
            title: typed::text(&self.title, &before.title),
            mode: self.mode,
            time_limit_secs: minutes.map(|minutes| (minutes * 60.0).round().min(f64::from(u32::MAX)) as u32),
            draw: self.draws.iter().map(DrawRow::draw).collect(),
            ..before.clone()
        }
    }

    /// Shows the fields; gives back whether the quiz is to be taken out.
    pub fn show(&mut self, ui: &mut Ui, number: usize, author: &Author, news: &mut News) -> bool {
        news.note(&field::show(ui, &format!("Title of quiz {number}"), &mut self.title, "Ten at random"));
        let modes = [Mode::Practice, Mode::Test].map(|mode| (mode, words::mode(mode)));
        if let Some(mode) = segmented::show(ui, &format!("Quiz {number}"), &modes, self.mode) {
            self.mode = mode;
            news.note_button();
        }
        let is_faulty = typed::is_faulty::<f64>(&self.minutes);
        let minutes = format!("Minutes allowed in quiz {number}");
        news.note(&field::checked(ui, &minutes, &mut self.minutes, "no limit", is_faulty));
        self.draws(ui, number, author, news);
        let name = format!("Draw from a topic in quiz {number}");
        let draws =
            |ui: &mut Ui| ui.add(Button::quiet("Draw from a topic").icon(ICON_ADD).name(&name).in_line()).clicked();
        let name = format!("Take out quiz {number}");
        let takes_out = |ui: &mut Ui| ui.add(Button::quiet("Take out").icon(ICON_DELETE).name(&name)).clicked();
        let (is_drawn, is_taken_out) = row::split(ui, draws, takes_out);
        if is_drawn {
            self.draws.push(DrawRow::of(&QuizDraw { topic: Box::default(), count: COUNT }));
            news.note_button();
        }
        is_taken_out
    }

    fn draws(&mut self, ui: &mut Ui, number: usize, author: &Author, news: &mut News) {
        let mut taken_out = None;
        for (place, row) in self.draws.iter_mut().enumerate() {
            let draw = format!("draw {} of quiz {number}", place + 1);
            let is_taken_out = ui.push_id(("draw", place), |ui| row.show(ui, &draw, author, news)).inner;
            taken_out = is_taken_out.then_some(place).or(taken_out);
        }
        if let Some(place) = taken_out {
            self.draws.remove(place);
            news.note_button();
        }
    }
}

impl DrawRow {
    fn of(draw: &QuizDraw) -> Self {
        Self { before: draw.clone(), topic: draw.topic.to_string(), count: draw.count.to_string() }
    }

    fn draw(&self) -> QuizDraw {
        let count = typed::number(&self.count, Some(self.before.count)).unwrap_or(self.before.count);
        QuizDraw { topic: typed::text(&self.topic, &self.before.topic), count }
    }

    fn show(&mut self, ui: &mut Ui, draw: &str, author: &Author, news: &mut News) -> bool {
        news.note(&field::show(ui, &format!("Topic of {draw}"), &mut self.topic, "all topics"));
        let is_faulty = self.count.trim().is_empty() || typed::is_faulty::<u32>(&self.count);
        news.note(&field::checked(ui, &format!("Questions of {draw}"), &mut self.count, "5", is_faulty));
        text::small(ui, author_words::draws(author, &self.draw()));
        let name = format!("Take out {draw}");
        ui.add(Button::quiet("Take out this draw").icon(ICON_DELETE).name(&name).in_line()).clicked()
    }
}

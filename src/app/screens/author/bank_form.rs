//! What the bank says of itself: title, language, authors, licence, what it cites, and its ready-made quizzes.

use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, field, page, row, scroll, text};
use crate::app::wording::{author_words, words};
use crate::author::Change;
use crate::bank::{Bank, Entries, Mode, Quiz, QuizDraw, Source, id_from};
use egui::{ScrollArea, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_DELETE};

/// What stands in the fields.
#[derive(Debug, Default)]
pub(super) struct BankForm {
    /// What the text said when form and text last agreed.
    told: Option<Bank>,
    title: String,
    about: String,
    language: String,
    authors: String,
    licence: String,
    sources: Vec<SourceRow>,
    quizzes: Vec<QuizRow>,
}

#[derive(Debug, Default)]
struct SourceRow {
    key: String,
    title: String,
    publisher: String,
    year: String,
    url: String,
}

#[derive(Debug)]
struct QuizRow {
    /// What the form does not show of it stays.
    whole: Quiz,
    title: String,
    minutes: String,
    draws: Vec<(String, String)>,
}

impl BankForm {
    /// Takes up what has become of the text.
    pub fn follow(&mut self, author: &Author) {
        let head = author.document.head();
        if self.told.as_ref() == head {
            return;
        }
        let Some(head) = head else {
            *self = Self::default();
            return;
        };
        let source = |(key, source): (&str, &Source)| SourceRow {
            key: key.to_owned(),
            title: source.title.to_string(),
            publisher: source.publisher.to_string(),
            year: source.year.map_or_else(String::new, |year| year.to_string()),
            url: source.url.to_string(),
        };
        *self = Self {
            told: Some(head.clone()),
            title: head.title.to_string(),
            about: head.about.to_string(),
            language: head.language.to_string(),
            authors: head.authors.join(", "),
            licence: head.licence.to_string(),
            sources: head.sources.iter().map(|(key, own)| source((key, own))).collect(),
            quizzes: head.quizzes.iter().map(QuizRow::of).collect(),
        };
    }

    /// Shows the fields.
    pub fn show(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        if self.told.is_none() {
            text::soft(
                ui,
                "What the bank says of itself cannot be read. It can be changed as text with an editor of yours.",
            );
            return;
        }
        let mut news = News::default();
        scroll::show(ui, ScrollArea::vertical().id_salt("author bank").auto_shrink(false), |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            text::heading(ui, "About this bank");
            for (label, text, example) in [
                ("Title", &mut self.title, "Rivers of Europe"),
                ("One line about it", &mut self.about, "Where they rise and where they end"),
                ("Language", &mut self.language, "en"),
                ("Authors, with commas between them", &mut self.authors, "Ada Lovelace, Mary Somerville"),
                ("Licence", &mut self.licence, "CC-BY-4.0"),
            ] {
                news.note(&field::show(ui, label, text, example));
            }
            ui.add_space(8.0);
            self.sources(ui, &mut news);
            ui.add_space(8.0);
            self.quizzes(ui, author, &mut news);
            page::keep_focus_in_sight(ui, "author bank");
        });
        if news.is_changed
            && let Some(told) = &self.told
        {
            let new = self.bank(told);
            if new != *told {
                self.told = Some(new.clone());
                actions.push(Action::Author(AuthorDeed::Change(Box::new(Change::Head { new }))));
            }
        }
        if news.is_left {
            actions.push(Action::Author(AuthorDeed::Rest));
        }
    }

    fn sources(&mut self, ui: &mut Ui, news: &mut News) {
        text::heading(ui, "Sources");
        let mut taken_out = None;
        for (place, source) in self.sources.iter_mut().enumerate() {
            let number = place + 1;
            ui.push_id(("source", place), |ui| {
                for (label, text, example) in [
                    ("Title", &mut source.title, "A field guide to rivers"),
                    ("Publisher", &mut source.publisher, ""),
                    ("Year", &mut source.year, "2024"),
                    ("Address", &mut source.url, "https://"),
                ] {
                    news.note(&field::show(ui, &format!("{label} of source {number}"), text, example));
                }
                let name = format!("Take out source {number}");
                if ui.add(Button::quiet("Take out").icon(ICON_DELETE).name(&name).in_line()).clicked() {
                    taken_out = Some(place);
                }
            });
        }
        if let Some(place) = taken_out {
            self.sources.remove(place);
            (news.is_changed, news.is_left) = (true, true);
        }
        if ui.add(Button::quiet("Add a source").icon(ICON_ADD).in_line()).clicked() {
            self.sources.push(SourceRow::default());
        }
    }

    fn quizzes(&mut self, ui: &mut Ui, author: &Author, news: &mut News) {
        text::heading(ui, "Ready-made quizzes");
        let mut taken_out = None;
        for (place, quiz) in self.quizzes.iter_mut().enumerate() {
            ui.push_id(("quiz", place), |ui| {
                if quiz.show(ui, place + 1, author, news) {
                    taken_out = Some(place);
                }
            });
        }
        if let Some(place) = taken_out {
            self.quizzes.remove(place);
            (news.is_changed, news.is_left) = (true, true);
        }
        if ui.add(Button::quiet("Add a quiz").icon(ICON_ADD).in_line()).clicked() {
            self.quizzes.push(QuizRow::new(self.quizzes.len() + 1));
            (news.is_changed, news.is_left) = (true, true);
        }
    }

    /// The bank as the fields have it. A row that is not filled in yet is left out.
    fn bank(&self, told: &Bank) -> Bank {
        let texts =
            |list: &str| list.split(',').map(str::trim).filter(|text| !text.is_empty()).map(Into::into).collect();
        let mut sources = Vec::new();
        for row in self.sources.iter().filter(|row| !row.title.trim().is_empty()) {
            let key = if row.key.is_empty() { free_key(&row.title, &sources) } else { row.key.as_str().into() };
            sources.push((key, row.source()));
        }
        Bank {
            title: self.title.trim().into(),
            about: self.about.trim().into(),
            language: self.language.trim().into(),
            authors: texts(&self.authors),
            licence: self.licence.trim().into(),
            sources: Entries(sources.into()),
            quizzes: self.quizzes.iter().map(QuizRow::quiz).collect(),
            ..told.clone()
        }
    }
}

/// What has become of the fields.
#[derive(Default)]
struct News {
    is_changed: bool,
    is_left: bool,
}

impl News {
    fn note(&mut self, response: &egui::Response) {
        self.is_changed |= response.changed();
        self.is_left |= response.lost_focus();
    }
}

impl SourceRow {
    fn source(&self) -> Source {
        Source {
            title: self.title.trim().into(),
            publisher: self.publisher.trim().into(),
            year: self.year.trim().parse().ok(),
            url: self.url.trim().into(),
        }
    }
}

fn free_key(title: &str, taken: &[(Box<str>, Source)]) -> Box<str> {
    let key = id_from(title, "source");
    let keys = std::iter::once(key.clone()).chain((2..).map(|number| format!("{key}-{number}")));
    let mut free = keys.filter(|key| !taken.iter().any(|(own, _)| **own == **key));
    free.next().unwrap_or_default().into()
}

impl QuizRow {
    fn of(quiz: &Quiz) -> Self {
        let minutes = quiz.time_limit_secs.map_or_else(String::new, |secs| (f64::from(secs) / 60.0).to_string());
        let draws = quiz.draw.iter().map(|draw| (draw.topic.to_string(), draw.count.to_string())).collect();
        Self { whole: quiz.clone(), title: quiz.title.to_string(), minutes, draws }
    }

    fn new(number: usize) -> Self {
        let title = format!("Quiz {number}");
        let whole = Quiz {
            id: id_from(&title, "quiz").into(),
            title: title.as_str().into(),
            mode: Mode::Practice,
            time_limit_secs: None,
            pass_percent: None,
            draw: Box::default(),
            certainty: false,
            pausable: None,
        };
        Self { whole, title, minutes: String::new(), draws: Vec::new() }
    }

    fn quiz(&self) -> Quiz {
        let secs = |minutes: f64| (minutes * 60.0).round().clamp(0.0, f64::from(u32::MAX)) as u32;
        let draw = |(topic, count): &(String, String)| {
            Some(QuizDraw { topic: topic.trim().into(), count: count.trim().parse().ok()? })
        };
        Quiz {
            title: self.title.trim().into(),
            time_limit_secs: self.minutes.trim().parse().ok().filter(|minutes| *minutes > 0.0).map(secs),
            draw: self.draws.iter().filter_map(draw).collect(),
            ..self.whole.clone()
        }
    }

    /// Shows the fields of a quiz; gives back whether it is to be taken out.
    fn show(&mut self, ui: &mut Ui, number: usize, author: &Author, news: &mut News) -> bool {
        let theme = Theme::of(ui.ctx());
        news.note(&field::show(ui, &format!("Title of quiz {number}"), &mut self.title, "Ten at random"));
        let modes = [(Mode::Practice, words::mode(Mode::Practice)), (Mode::Test, words::mode(Mode::Test))];
        if let Some(mode) = crate::app::widgets::segmented::show(ui, &format!("Quiz {number}"), &modes, self.whole.mode)
        {
            self.whole.mode = mode;
            news.is_changed = true;
        }
        news.note(&field::show(ui, &format!("Minutes allowed in quiz {number}"), &mut self.minutes, "no limit"));
        let mut taken_out = None;
        for (place, (topic, count)) in self.draws.iter_mut().enumerate() {
            ui.push_id(("draw", place), |ui| {
                ui.set_max_width(theme.width_of_text(520.0).min(ui.available_width()));
                let draw = format!("draw {} of quiz {number}", place + 1);
                news.note(&field::show(ui, &format!("Topic of {draw}"), topic, "all topics"));
                news.note(&field::show(ui, &format!("Questions of {draw}"), count, "5"));
                let there = author_words::draws(author, topic, count);
                text::small(ui, there);
                let name = format!("Take out {draw}");
                if ui.add(Button::quiet("Take out this draw").icon(ICON_DELETE).name(&name).in_line()).clicked() {
                    taken_out = Some(place);
                }
            });
        }
        if let Some(place) = taken_out {
            self.draws.remove(place);
            news.is_changed = true;
        }
        row::split(
            ui,
            |ui| {
                let name = format!("Draw from a topic in quiz {number}");
                if ui.add(Button::quiet("Draw from a topic").icon(ICON_ADD).name(&name).in_line()).clicked() {
                    self.draws.push((String::new(), "5".to_owned()));
                    news.is_changed = true;
                }
            },
            |ui| {
                let name = format!("Take out quiz {number}");
                ui.add(Button::quiet("Take out").icon(ICON_DELETE).name(&name)).clicked()
            },
        )
        .1
    }
}

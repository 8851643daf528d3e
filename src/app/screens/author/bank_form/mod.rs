//! What the bank says of itself: title, language, authors, licence, what it cites, and its ready-made quizzes.

mod news;
mod quiz_row;
mod source_row;
mod typed;

use self::news::News;
use self::quiz_row::QuizRow;
use self::source_row::SourceRow;
use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::app::widgets::{Button, field, page, scroll, text};
use crate::author::Change;
use crate::bank::{Bank, Entries};
use egui::{ScrollArea, Ui};
use egui_material_icons::icons::ICON_ADD;

/// What stands in the fields.
#[derive(Debug, Default)]
pub(super) struct BankForm {
    /// What the text said when form and text last agreed.
    told: Option<Bank>,
    /// What the text says as the fields were filled from it.
    before: Bank,
    title: String,
    about: String,
    language: String,
    authors: String,
    licence: String,
    sources: Vec<SourceRow>,
    quizzes: Vec<QuizRow>,
}

impl BankForm {
    /// Takes up what has become of the text. What could not be written stays in its field.
    pub fn follow(&mut self, author: &Author) {
        let head = author.document.head();
        let is_refused = author.refused.as_ref().is_some_and(|(question, _)| question.is_none());
        if self.told.as_ref() != head && !(is_refused && head.is_some()) {
            *self = head.map_or_else(Self::default, Self::of);
        }
    }

    fn of(head: &Bank) -> Self {
        Self {
            told: Some(head.clone()),
            before: head.clone(),
            title: head.title.to_string(),
            about: head.about.to_string(),
            language: head.language.to_string(),
            authors: head.authors.join(typed::BETWEEN),
            licence: head.licence.to_string(),
            sources: head.sources.iter().map(|(key, source)| SourceRow::of(key, source)).collect(),
            quizzes: head.quizzes.iter().map(QuizRow::of).collect(),
        }
    }

    /// Shows the fields.
    pub fn show(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        if self.told.is_none() {
            text::soft(
                ui,
                "What the bank says of itself cannot be read. What is wrong is listed below; it can be mended in a text editor.",
            );
            return;
        }
        let mut news = News::default();
        scroll::show(ui, ScrollArea::vertical().id_salt("author bank").auto_shrink(false), |ui| {
            ui.set_max_width(page::beside_scroll_bar(ui));
            ui.spacing_mut().item_spacing.y = 10.0;
            self.about_bank(ui, &mut news);
            ui.add_space(8.0);
            self.sources(ui, &mut news);
            ui.add_space(8.0);
            self.quizzes(ui, author, &mut news);
            page::keep_focus_in_sight(ui, "author bank");
        });
        if news.is_changed {
            let new = self.bank();
            if self.told.as_ref() != Some(&new) {
                self.told = Some(new.clone());
                actions.push(Action::Author(AuthorDeed::Change(Box::new(Change::Head { new }))));
            }
        }
        if news.is_left {
            actions.push(Action::Author(AuthorDeed::Rest));
        }
    }

    fn about_bank(&mut self, ui: &mut Ui, news: &mut News) {
        text::heading(ui, "About this bank");
        for (label, typed, example) in [
            ("Title", &mut self.title, "Rivers of Europe"),
            ("One line about it", &mut self.about, "Where they rise and where they end"),
            ("Language", &mut self.language, "en"),
            ("Authors, with semicolons between them", &mut self.authors, "Ada Lovelace; Mary Somerville"),
            ("Licence", &mut self.licence, "CC-BY-4.0"),
        ] {
            news.note(&field::show(ui, label, typed, example));
        }
    }

    fn sources(&mut self, ui: &mut Ui, news: &mut News) {
        text::heading(ui, "Sources");
        let mut taken_out = None;
        for (place, source) in self.sources.iter_mut().enumerate() {
            let is_taken_out = ui.push_id(("source", place), |ui| source.show(ui, place + 1, news)).inner;
            taken_out = is_taken_out.then_some(place).or(taken_out);
        }
        if let Some(place) = taken_out {
            self.sources.remove(place);
            news.note_button();
        }
        if ui.add(Button::quiet("Add a source").icon(ICON_ADD).in_line()).clicked() {
            self.sources.push(SourceRow::default());
        }
    }

    fn quizzes(&mut self, ui: &mut Ui, author: &Author, news: &mut News) {
        text::heading(ui, "Ready-made quizzes");
        let mut taken_out = None;
        for (place, quiz) in self.quizzes.iter_mut().enumerate() {
            let is_taken_out = ui.push_id(("quiz", place), |ui| quiz.show(ui, place + 1, author, news)).inner;
            taken_out = is_taken_out.then_some(place).or(taken_out);
        }
        if let Some(place) = taken_out {
            self.quizzes.remove(place);
            news.note_button();
        }
        if ui.add(Button::quiet("Add a quiz").icon(ICON_ADD).in_line()).clicked() {
            self.quizzes.push(QuizRow::new(&self.quizzes));
            news.note_button();
        }
    }

    /// The bank as the fields have it.
    fn bank(&self) -> Bank {
        let before = &self.before;
        let mut sources = Vec::new();
        for row in &self.sources {
            sources.extend(row.source(&sources));
        }
        Bank {
            title: typed::text(&self.title, &before.title),
            about: typed::text(&self.about, &before.about),
            language: typed::text(&self.language, &before.language),
            authors: typed::list(&self.authors, &before.authors),
            licence: typed::text(&self.licence, &before.licence),
            sources: Entries(sources.into()),
            quizzes: self.quizzes.iter().map(QuizRow::quiz).collect(),
            ..before.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Quietly, read};

    #[test]
    fn what_is_shown_and_not_touched_is_what_the_file_says() {
        let text = r#"Bank(format: 1, id: "b", title: " B ", about: "x", authors: ["Lovelace, Ada", "a; b"],
            sources: {"s": Source(title: " ", year: Some(1843)), "t": Source(title: "T", url: " u")},
            questions: [Question(id: "a", prompt: "Is it?", answer: TrueFalse(true))],
            quizzes: [Quiz(id: "q", title: "Q ", time_limit_secs: Some(50), pass_percent: Some(60), certainty: true,
                draw: [Draw(topic: "x", count: 0), Draw(count: 2)])])"#;
        let mut head = read(text, &Quietly).bank.expect("a bank");
        head.questions.clear();
        assert_eq!(BankForm::of(&head).bank(), head);
    }

    #[test]
    fn a_new_quiz_has_an_id_of_its_own() {
        let first = QuizRow::new(&[]);
        let second = QuizRow::new(&[first]);
        assert_eq!(&*second.quiz().id, "quiz-2");
        let id = second.quiz().id;
        assert_ne!(QuizRow::new(&[second]).quiz().id, id);
    }
}

//! The list of a bank's questions while it is written: found by words, kind and problems; put in another order, doubled, taken out.

use super::AuthorScreen;
use super::filter::Filter;
use crate::app::action::{Action, AuthorDeed};
use crate::app::screens::bank::sign;
use crate::app::state::author::Author;
use crate::app::theme::Theme;
use crate::app::widgets::list::{self, Row};
use crate::app::widgets::{Button, Menu, field, rich_text, text};
use crate::app::wording::{author_words, kind_words};
use crate::author::{Change, Placed, QuestionKey, new_question};
use crate::bank::{Kind, Survey};
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{
    ICON_ADD, ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_CONTENT_COPY, ICON_DELETE, ICON_FILTER_LIST, ICON_MORE_HORIZ,
};

/// Height below which nothing but the list is shown, at normal text size.
const LEAST_HEIGHT: f32 = 300.0;

impl AuthorScreen {
    /// Shows the list, and what can be done with its questions.
    pub(super) fn questions(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let count = author.document.questions().len();
        self.above_list(ui, author, count, actions);
        if ui.available_height() >= LEAST_HEIGHT * theme.text_scale && count > 8 {
            self.narrow(ui);
        }
        self.shown.follow(author, &self.filter);
        let places = std::mem::take(&mut self.shown.places);
        if places.is_empty() {
            text::soft(ui, if count == 0 { "No questions yet." } else { "No question matches." });
        } else {
            self.list(ui, author, &places, actions);
        }
        self.shown.places = places;
    }

    fn above_list(&mut self, ui: &mut Ui, author: &Author, count: usize, actions: &mut Vec<Action>) {
        ui.horizontal_wrapped(|ui| {
            text::small(ui, author_words::questions(count));
            let add = Button::quiet("New").icon(ICON_ADD).name("New question").key("Ctrl N").in_line();
            if ui.add(add).clicked() {
                actions.extend(self.new_question(author));
            }
            let Some(key) = author.selected else { return };
            let menu = Menu::new("This question")
                .deed(ICON_CONTENT_COPY, "Duplicate (Ctrl+D)", Change::Duplicate { key })
                .deed(ICON_DELETE, "Delete (can be undone)", Change::Remove { keys: vec![key] });
            let menu = [(-1, ICON_ARROW_UPWARD, "Move up (Alt+↑)"), (1, ICON_ARROW_DOWNWARD, "Move down (Alt+↓)")]
                .into_iter()
                .fold(menu, |menu, (by, sign, words)| match moved(author, key, by) {
                    Some(change) => menu.deed(sign, words, change),
                    None => menu,
                });
            let button = Button::icon_only(ICON_MORE_HORIZ, "More about this question");
            if let Some(change) = menu.show(ui, button) {
                actions.push(Action::Author(AuthorDeed::Change(Box::new(change))));
            }
        });
    }

    fn narrow(&mut self, ui: &mut Ui) {
        field::show(ui, "Find in this bank", &mut self.filter.words, "");
        let Filter { kind, only_problems, .. } = self.filter;
        let label = match (kind, only_problems) {
            (None, false) => "All".to_owned(),
            (None, true) => "With problems".to_owned(),
            (Some(kind), false) => kind_words::name(kind).to_owned(),
            (Some(kind), true) => format!("{} with problems", kind_words::name(kind)),
        };
        let menu = Menu::new("Show in the list").choice("All", kind.is_none() && !only_problems, (None, false)).choice(
            "With problems",
            only_problems,
            (kind, !only_problems),
        );
        let menu = Kind::ALL
            .into_iter()
            .fold(menu, |menu, one| menu.choice(kind_words::name(one), kind == Some(one), (Some(one), only_problems)));
        let name = format!("Show in the list: {label}");
        if let Some(chosen) = menu.show(ui, Button::quiet(&label).icon(ICON_FILTER_LIST).name(&name).in_line()) {
            (self.filter.kind, self.filter.only_problems) = chosen;
        }
    }

    fn list(&mut self, ui: &mut Ui, author: &Author, places: &[usize], actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let selected = author.shown_index().and_then(|index| places.binary_search(&index).ok());
        let survey = author.check.as_ref().map(|check| &*check.survey);
        let row =
            |place: usize| match places.get(place).and_then(|at| Some((*at, author.document.questions().get(*at)?))) {
                Some((at, placed)) => row(author, survey, at, placed, &theme),
                None => Row::default(),
            };
        // Before the list takes the plain arrows.
        let by = by_keys(ui, ui.scope_id().with("Questions"));
        let (list, chosen) = list::show(ui, "Questions", (places.len(), true), selected, row);
        if !self.wants_prompt {
            crate::app::screens::frame::hold_focus(ui, &list);
        }
        if let Some(placed) = chosen.and_then(|place| author.document.questions().get(*places.get(place)?)) {
            actions.push(Action::Author(AuthorDeed::Select(placed.key)));
        }
        let Some(key) = author.selected.filter(|_| list.has_focus()) else { return };
        let change = by.and_then(|by| moved(author, key, by)).or_else(|| {
            let deletes = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
            deletes.then(|| Change::Remove { keys: vec![key] })
        });
        actions.extend(change.map(|change| Action::Author(AuthorDeed::Change(Box::new(change)))));
    }

    /// A new question behind the one that is shown: of its kind, with its topic and its sources.
    pub(super) fn new_question(&mut self, author: &Author) -> Option<Action> {
        let shown = author.shown().and_then(|placed| placed.question.as_ref());
        let kind = self.editing.as_ref().map_or(Kind::Choice, |editing| editing.form.kind);
        let mut question = new_question(kind);
        if let Some(shown) = shown {
            question.topic = shown.topic.clone();
            question.cite = shown.cite.clone();
        }
        self.wants_prompt = true;
        let change = Change::Insert { after: author.selected, questions: vec![question] };
        Some(Action::Author(AuthorDeed::Change(Box::new(change))))
    }
}

/// One up or down by `Alt` and an arrow, where the list has the focus.
fn by_keys(ui: &Ui, list: egui::Id) -> Option<isize> {
    if !ui.memory(|memory| memory.has_focus(list)) {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) {
        return Some(-1);
    }
    pressed(Key::ArrowDown).then_some(1)
}

/// The question one place up or down; `None` at the end.
fn moved(author: &Author, key: QuestionKey, by: isize) -> Option<Change> {
    let questions = author.document.questions();
    let at = questions.iter().position(|placed| placed.key == key)?;
    let before = match by {
        ..0 => questions.get(at.checked_sub(1)?)?,
        _ => {
            questions.get(at + 1)?;
            return Some(Change::Move { keys: vec![key], before: questions.get(at + 2).map(|placed| placed.key) });
        }
    };
    Some(Change::Move { keys: vec![key], before: Some(before.key) })
}

fn row(author: &Author, survey: Option<&Survey>, at: usize, placed: &Placed, theme: &Theme) -> Row {
    let text = match &placed.question {
        Some(question) if !question.prompt.trim().is_empty() => rich_text::one_line(&question.prompt).into_owned(),
        Some(_) => "New question".to_owned(),
        None if !placed.id.is_empty() => placed.id.to_string(),
        None => "Cannot be read".to_owned(),
    };
    let kind = placed.question.as_ref().map_or("Cannot be read", |question| kind_words::name(question.kind()));
    let is_fresh = author.fresh_check().is_some();
    let worst = survey.filter(|_| is_fresh).and_then(|survey| survey.questions.get(at)).and_then(|own| own.worst);
    let sign = worst.map(|worst| sign(worst, theme));
    let note = match &placed.question {
        Some(question) if !question.topic.is_empty() => format!("{kind} · {}", question.topic),
        _ => kind.to_owned(),
    };
    let said = sign.map_or_else(String::new, |(_, word, _)| format!(", {word}"));
    Row {
        sign: sign.map(|(sign, _, colour)| (sign, colour)),
        name: format!("{text}, {note}{said}"),
        text,
        note,
        ..Row::default()
    }
}

//! The form of the question that is shown, in its place on the page.

use super::AuthorScreen;
use super::form::{self, FormContext, FormWish};
use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::app::widgets::{page, scroll};
use crate::author::form::FieldName;
use egui::{Id, ScrollArea, Ui};

impl AuthorScreen {
    /// The form of the question that is shown, or why there is none.
    pub(super) fn question(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        let Some(editing) = &mut self.editing else { return super::locked::show(ui, author, &mut self.is_text) };
        let area = ScrollArea::vertical().id_salt(("author form", editing.key)).auto_shrink(false);
        let focus = std::mem::take(&mut self.wants_prompt).then_some(FieldName::Prompt);
        let problems = editing.problems(author);
        let focus = focus.or(self.wanted_problem.take().and_then(|problem| editing.field_of(author, problem)));
        let mut is_changed = editing.take_picture(&mut self.chosen_picture);
        let news = scroll::show(ui, area, |ui| {
            ui.set_max_width(page::beside_scroll_bar(ui));
            let context = FormContext {
                topics: &author.known.topics,
                sources: &author.known.sources,
                pictures: &author.pictures,
                faults: &editing.faults,
                problems: &problems,
                focus,
                question: Id::unique(editing.key).value(),
            };
            let news = form::show(ui, &mut editing.form, &context);
            page::keep_focus_in_sight(ui, "author form");
            news
        });
        is_changed |= news.is_changed;
        if is_changed {
            let change = editing.change();
            actions.extend(change.map(|change| Action::Author(AuthorDeed::Change(Box::new(change)))));
        }
        if news.left.is_some() {
            actions.push(Action::Author(AuthorDeed::Rest));
        }
        match news.wish {
            Some(FormWish::NextQuestion) => actions.extend(self.new_question(author)),
            Some(FormWish::ChoosePicture(_)) => actions.push(Action::Author(AuthorDeed::ChoosePicture)),
            None => {}
        }
    }
}

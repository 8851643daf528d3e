//! The form of the question that is shown, and how it follows the text: what is typed goes into the text, and what the text says
//! after an undo or a change from outside goes into the form.

use super::AuthorScreen;
use super::form::{self, FormContext, FormWish};
use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::app::widgets::scroll;
use crate::author::form::{FieldFault, Form};
use crate::author::{Change, QuestionKey};
use crate::bank::Question;
use egui::{ScrollArea, Ui};

/// The form of a question.
#[derive(Debug)]
pub(super) struct Editing {
    pub key: QuestionKey,
    pub form: Form,
    /// What the text said when form and text last agreed.
    told: Question,
    faults: Vec<FieldFault>,
}

impl Editing {
    /// Takes up the question that is shown, and what has become of it since.
    pub fn follow(editing: &mut Option<Self>, author: &Author) {
        let Some((key, question)) = author.shown().and_then(|placed| Some((placed.key, placed.question.as_ref()?)))
        else {
            *editing = None;
            return;
        };
        let is_refused = author.refused.as_ref().is_some_and(|(refused, _)| *refused == Some(key));
        let is_same =
            editing.as_ref().is_some_and(|editing| editing.key == key && (editing.told == *question || is_refused));
        if !is_same {
            *editing = Some(Self { key, form: Form::of(question), told: question.clone(), faults: Vec::new() });
        }
    }

    /// What is to be changed in the text, where the form can be read as a question.
    fn change(&mut self) -> Option<Change> {
        self.faults = self.form.question().err().unwrap_or_default();
        // A half-typed number keeps no other field from being written.
        let new = self.form.question_over(&self.told).filter(|new| *new != self.told)?;
        self.told = new.clone();
        Some(Change::Question { key: self.key, new })
    }
}

impl AuthorScreen {
    /// The form of the question that is shown, or why there is none.
    pub(super) fn question(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        let Some(editing) = &mut self.editing else { return super::locked::show(ui, author, &mut self.is_text) };
        let area = ScrollArea::vertical().id_salt(("author form", editing.key)).auto_shrink(false);
        let takes_focus = std::mem::take(&mut self.wants_prompt);
        let news = scroll::show(ui, area, |ui| {
            let context = FormContext { author, faults: &editing.faults, takes_focus };
            form::show(ui, &mut editing.form, &context)
        });
        if news.is_changed {
            let change = editing.change();
            actions.extend(change.map(|change| Action::Author(AuthorDeed::Change(Box::new(change)))));
        }
        if news.is_left {
            actions.push(Action::Author(AuthorDeed::Rest));
        }
        match news.wish {
            Some(FormWish::NextQuestion) => actions.extend(self.new_question(author)),
            None => {}
        }
    }
}

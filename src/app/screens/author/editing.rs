//! The form of the question that is shown, and how it follows the text: what is typed goes into the text, and what the text says
//! after an undo or a change from outside goes into the form.

use super::form::FieldProblem;
use super::shown_problems::shown_problems;
use crate::app::state::author::Author;
use crate::app::wording::words;
use crate::author::form::{FieldFault, FieldName, Form};
use crate::author::{Change, QuestionKey};
use crate::bank::{Kind, Question, Severity};

/// The form of a question.
#[derive(Debug)]
pub(super) struct Editing {
    pub key: QuestionKey,
    pub form: Form,
    /// What the text said when form and text last agreed.
    told: Question,
    pub faults: Vec<FieldFault>,
    /// What the check says of the fields, and of which version of the text.
    told_problems: (Option<u64>, Vec<FieldProblem>),
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
            let mut form = Form::of(question);
            form.make_room();
            let (told, faults) = (question.clone(), Vec::new());
            *editing = Some(Self { key, form, told, faults, told_problems: (None, Vec::new()) });
        }
    }

    /// What the check says of the fields. Told anew where the text or the check is another.
    pub fn problems(&mut self, author: &Author) -> Vec<FieldProblem> {
        let Some(survey) = author.fresh_check() else { return Vec::new() };
        if self.told_problems.0 != Some(author.version) {
            let shown = shown_problems(author, survey).into_iter();
            let told = shown.filter_map(|index| {
                let problem = survey.problems.get(index)?;
                let field = self.field_of(author, index)?;
                let words = words::as_sentence(&problem.problem.to_string());
                Some(FieldProblem { field, words, is_error: problem.severity() == Severity::Error })
            });
            self.told_problems = (Some(author.version), told.collect());
        }
        self.told_problems.1.clone()
    }

    /// The field that a problem is about.
    pub fn field_of(&self, author: &Author, problem: usize) -> Option<FieldName> {
        let span = author.fresh_check()?.problems.get(problem)?.span.clone();
        let placed = author.shown()?;
        let piece = author.document.text().get(placed.span.clone())?;
        let start = span.start.checked_sub(placed.span.start)?;
        self.form.field_at(piece, &(start..span.end.saturating_sub(placed.span.start)))
    }

    /// Puts a picture that was chosen where pictures of this kind of question go: behind the prompt, or into its own field.
    pub fn take_picture(&mut self, chosen: &mut Option<String>) -> bool {
        let Some(name) = chosen.take() else { return false };
        if self.form.kind == Kind::Hotspot {
            self.form.answer.hotspot.image = name;
        } else {
            let blank = if self.form.prompt.is_empty() { "" } else { "\n\n" };
            self.form.prompt.push_str(&format!("{blank}![]({name})"));
        }
        true
    }

    /// What is to be changed in the text, where the form can be read as a question.
    pub fn change(&mut self) -> Option<Change> {
        self.faults = self.form.question().err().unwrap_or_default();
        // A half-typed number keeps no other field from being written.
        let new = self.form.question_over(&self.told).filter(|new| *new != self.told)?;
        self.told = new.clone();
        Some(Change::Question { key: self.key, new })
    }
}

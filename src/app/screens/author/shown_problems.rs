//! Which problems of a bank are those of the question that is shown, which of them can be mended, and where the next ones are.

use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::bank::{Diagnostic, Survey, remedy_for};
use std::collections::HashMap;

/// Which problems can be mended, by place and code, and in which version of the text.
#[derive(Debug, Default)]
pub(super) struct Remedies {
    version: Option<u64>,
    known: HashMap<(usize, &'static str), bool>,
}

impl Remedies {
    /// Whether there is a change that mends a problem of the text as it stands.
    pub fn can_mend(&mut self, author: &Author, problem: &Diagnostic) -> bool {
        if author.fresh_check().is_none() {
            return false;
        }
        if self.version != Some(author.version) {
            (self.version, self.known) = (Some(author.version), HashMap::new());
        }
        let key = (problem.span.start, problem.code());
        *self.known.entry(key).or_insert_with(|| remedy_for(author.document.text(), problem).is_some())
    }
}

/// The problems of the question that is shown, errors first; of the bank as a whole where none is.
pub(super) fn shown_problems(author: &Author, survey: &Survey) -> Vec<usize> {
    match shown_in(author, survey) {
        Some(question) => errors_first(survey, survey.questions[question].problems.clone()),
        None => bank_problems(survey),
    }
}

/// The problems of the bank as a whole, errors first.
pub(super) fn bank_problems(survey: &Survey) -> Vec<usize> {
    errors_first(survey, (0..survey.problems.len()).filter(|index| survey.question_of(*index).is_none()))
}

fn errors_first(survey: &Survey, problems: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut sorted: Vec<usize> = problems.collect();
    sorted.sort_by_key(|index| std::cmp::Reverse(survey.problems[*index].severity()));
    sorted
}

/// The question that is shown, among those of the survey: by its place while the text is the same, else by its id.
fn shown_in(author: &Author, survey: &Survey) -> Option<usize> {
    let shown = author.shown()?;
    if author.fresh_check().is_some() {
        return author.shown_index().filter(|index| *index < survey.questions.len());
    }
    survey.questions.iter().position(|question| !question.id.is_empty() && question.id == shown.id)
}

/// Leads to the next question of which there is something to say, going round.
pub(super) fn next_problem(author: &Author, survey: &Survey) -> Option<Action> {
    let shown = author.shown_index().unwrap_or_default();
    let with = &survey.with_problems;
    let next = with.iter().find(|index| **index > shown).or(with.first())?;
    let placed = author.document.questions().get(*next)?;
    Some(Action::Author(AuthorDeed::Select(placed.key)))
}

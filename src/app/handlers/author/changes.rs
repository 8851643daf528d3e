//! What changes the text of the bank that is written, and what follows from that.

use crate::app::app::App;
use crate::app::state::author::Author;
use crate::app::wording::author_words;
use crate::author::{Applied, Change, QuestionKey};
use crate::bank::remedy_for;
use crate::syntax::edit::{Edit, Edits};

impl App {
    /// Makes a change; gives back whether it could be made.
    pub(in crate::app) fn change_bank(&mut self, change: Change) -> bool {
        let about = match &change {
            Change::Question { key, .. } => Some(*key),
            Change::Insert { .. }
            | Change::Remove { .. }
            | Change::Move { .. }
            | Change::Duplicate { .. }
            | Change::Head { .. }
            | Change::Text { .. } => None,
        };
        let removed = matches!(change, Change::Remove { .. });
        let brings_new = matches!(change, Change::Insert { .. } | Change::Duplicate { .. });
        let Some(author) = &mut self.model.author else { return false };
        let at = author.shown_index();
        match author.document.apply(change) {
            Ok(applied) => {
                author.refused = None;
                if brings_new {
                    author.selected = applied.keys.first().copied().or(author.selected);
                }
                if removed {
                    select_near(author, at);
                }
                self.keep_change(&applied);
                true
            }
            Err(refusal) => {
                let told = author_words::refusal(&refusal);
                let is_new = author.refused.as_ref().is_none_or(|(_, old)| *old != refusal);
                author.refused = Some((about, refusal));
                if is_new {
                    self.warn(told);
                }
                false
            }
        }
    }

    /// Hands a change on: to the keeper, to the check, to the learner's view.
    pub(super) fn keep_change(&mut self, applied: &Applied) {
        let Some(author) = &mut self.model.author else { return };
        author.version += 1;
        author.saving = crate::app::state::author::Saving::Kept;
        let version = author.version;
        if let Some(keeper) = &self.keeper {
            keeper.changed(version, applied.edits.clone());
        }
        self.check_written();
        self.draw_written();
    }

    pub(in crate::app) fn undo_author(&mut self) {
        self.step_back(true);
    }

    pub(in crate::app) fn redo_author(&mut self) {
        self.step_back(false);
    }

    /// Takes back the last step, or does it again, and goes where it was made.
    fn step_back(&mut self, is_undone: bool) {
        let Some(author) = &mut self.model.author else { return };
        let at = author.shown_index();
        let document = &mut author.document;
        let Some(applied) = (if is_undone { document.undo() } else { document.redo() }) else { return };
        author.refused = None;
        match applied.keys.iter().find(|key| author.document.question(**key).is_some()) {
            Some(key) => author.selected = Some(*key),
            None => select_near(author, at),
        }
        let words = if is_undone { author_words::undone } else { author_words::redone };
        let told = words(&applied.step, &author.document);
        self.keep_change(&applied);
        self.tell(told);
    }

    pub(in crate::app) fn mend_problem(&mut self, problem: usize) {
        let Some(author) = &self.model.author else { return };
        let Some(survey) = author.fresh_check() else { return };
        let Some(problem) = survey.problems.get(problem) else { return };
        let Some(edits) = remedy_for(author.document.text(), problem) else { return };
        if let Some(change) = as_one_change(author.document.text(), edits) {
            self.change_bank(change);
            self.rest_author();
        }
    }

    pub(in crate::app) fn select_to_write(&mut self, key: QuestionKey) {
        self.rest_author();
        let Some(author) = &mut self.model.author else { return };
        if author.document.question(key).is_some() && author.selected != Some(key) {
            author.selected = Some(key);
            author.seed = self.world.seed();
            self.draw_written();
        }
    }
}

/// The edits of a remedy as one change, so that they are one step.
fn as_one_change(text: &str, edits: Vec<Edit>) -> Option<Change> {
    let start = edits.iter().map(|edit| edit.span.start).min()?;
    let end = edits.iter().map(|edit| edit.span.end).max()?;
    let behind = text.len() - end;
    let mended = Edits::new(edits).and_then(|edits| edits.apply(text)).ok()?;
    let new = mended.get(start..mended.len() - behind)?.into();
    Some(Change::Text { span: start..end, new })
}

/// Shows the question that now stands where the one that is gone stood, or the last.
pub(super) fn select_near(author: &mut Author, at: Option<usize>) {
    let questions = author.document.questions();
    let is_there = author.selected.is_some_and(|key| author.document.question(key).is_some());
    if !is_there {
        let place = at.unwrap_or(0).min(questions.len().saturating_sub(1));
        author.selected = questions.get(place).map(|placed| placed.key);
    }
}

//! What the user is told above the page, and what becomes of it. Decides nothing about what is worth telling.

use super::app::App;
use super::model::{NoticeAction, NoticeLine};
use crate::history::{HistoryError, check_at_next_open};

impl App {
    /// Tells the user something.
    pub(super) fn tell(&mut self, text: impl Into<String>) {
        self.push_notice(NoticeLine { text: text.into(), is_warning: false, action: None });
    }

    /// Tells the user that something is wrong.
    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.push_notice(NoticeLine::warning(text.into()));
    }

    /// Tells the user that what was to be kept could not be kept.
    pub(super) fn warn_history(&mut self, error: &HistoryError) {
        self.has_failed = true;
        let mut words = format!("This could not be saved: {error}");
        if matches!(error, HistoryError::Damaged) {
            check_at_next_open(self.history.path());
            words.push_str(" Start Torus again: it will look for the newest good copy.");
        }
        self.warn(words);
    }

    pub(super) fn push_notice(&mut self, notice: NoticeLine) {
        const MOST_NOTICES: usize = 4;
        self.model.notices.retain(|shown| *shown != notice);
        self.model.notices.push(notice);
        if self.model.notices.len() > MOST_NOTICES
            && let Some(oldest) = self.model.notices.iter().position(|shown| shown.action.is_none())
        {
            self.model.notices.remove(oldest);
        }
    }

    pub(super) fn dismiss(&mut self, index: usize) {
        if index >= self.model.notices.len() {
            return;
        }
        let notice = self.model.notices.remove(index);
        if notice.action == Some(NoticeAction::UndoDelete) {
            self.purge_deleted();
        }
    }
}

impl NoticeLine {
    /// Says that something is wrong.
    pub fn warning(text: String) -> Self {
        Self { text, is_warning: true, action: None }
    }
}

//! What the user is told over the page, for how long, and what becomes of it. Decides nothing about what is worth telling.

use crate::app::app::App;
use crate::app::screens::toasts;
use crate::app::state::model::Place;
use crate::app::state::notice_line::{About, NoticeAction, NoticeLine};
use crate::history::{HistoryError, check_at_next_open};
use egui::Context;
use std::time::Duration;

/// How long a short notice stays.
const BRIEFLY_MS: u64 = 6_000;
/// A slow reader takes this long for a letter: 160 words a minute, of six letters each.
const READING_MS_A_LETTER: u64 = 62;
/// How long something can be undone: nobody is to be in a hurry.
const UNDO_MS: u64 = 20_000;
/// How long a notice stays after the pointer or the keyboard has left it.
const GRACE_MS: u64 = 3_000;

impl App {
    /// Tells the user something.
    pub(in crate::app) fn tell(&mut self, text: impl Into<String>) {
        let text = text.into();
        let lasts_ms = BRIEFLY_MS.max(READING_MS_A_LETTER * text.chars().count() as u64);
        self.push_notice(NoticeLine { until_ms: Some(self.world.ticks_ms() + lasts_ms), ..NoticeLine::new(text) });
    }

    /// Tells the user something that can be undone for a while.
    pub(in crate::app) fn offer_undo(&mut self, text: String, action: NoticeAction) {
        // A learner's results are wiped when the offer ends, so that one waits to be closed.
        let until_ms = (action != NoticeAction::UndoDelete).then(|| self.world.ticks_ms() + UNDO_MS);
        self.push_notice(NoticeLine { action: Some(action), until_ms, ..NoticeLine::new(text) });
    }

    /// Tells the user that something is wrong.
    pub(in crate::app) fn warn(&mut self, text: impl Into<String>) {
        self.push_notice(NoticeLine::warning(text.into()));
    }

    /// The same, until it is over.
    pub(in crate::app) fn warn_about(&mut self, about: About, text: impl Into<String>) {
        self.push_notice(NoticeLine { about, ..NoticeLine::warning(text.into()) });
    }

    /// Tells the user that what was to be kept could not be kept.
    pub(in crate::app) fn warn_history(&mut self, error: &HistoryError) {
        self.has_failed = true;
        let words = format!("This could not be saved: {error}");
        if matches!(error, HistoryError::Damaged) {
            check_at_next_open(self.history.path());
            return self.warn(format!("{words} Start Torus again: it will look for the newest good copy."));
        }
        self.warn_about(About::Results, words);
    }

    /// What went wrong before has gone well now.
    pub(in crate::app) fn is_over(&mut self, about: About) {
        self.model.notices.retain(|notice| notice.about != about);
    }

    pub(in crate::app) fn push_notice(&mut self, notice: NoticeLine) {
        const MOST_NOTICES: usize = 4;
        self.model.notices.retain(|shown| shown.text != notice.text);
        self.notices_told += 1;
        let (number, told_ms) = (self.notices_told, self.world.ticks_ms());
        self.model.notices.push(NoticeLine { number, told_ms, ..notice });
        if self.model.notices.len() > MOST_NOTICES
            && let Some(oldest) = self.model.notices.iter().position(|shown| shown.action.is_none())
        {
            self.model.notices.remove(oldest);
        }
    }

    pub(in crate::app) fn dismiss(&mut self, index: usize) {
        if index >= self.model.notices.len() {
            return;
        }
        let notice = self.model.notices.remove(index);
        match notice.action {
            Some(NoticeAction::UndoDelete) => self.purge_deleted(),
            Some(NoticeAction::UndoRemove) => self.removed_bank = None,
            Some(NoticeAction::UndoPaper) => self.purge_paper(),
            Some(NoticeAction::UndoTeach) => self.class_before = None,
            Some(NoticeAction::UndoImport) => self.imported = None,
            Some(NoticeAction::UndoDiscard(_) | NoticeAction::UndoGive { .. } | NoticeAction::UndoCount { .. })
            | None => {}
        }
    }

    /// Lets go the notices whose time is over, but for those that somebody is at.
    pub(in crate::app) fn expire_notices(&mut self, ctx: &Context) {
        let now_ms = self.world.ticks_ms();
        if toasts::are_attended(ctx) {
            for until_ms in self.model.notices.iter_mut().filter_map(|notice| notice.until_ms.as_mut()) {
                *until_ms = (*until_ms).max(now_ms + GRACE_MS);
            }
        }
        let is_over = |notice: &NoticeLine| notice.until_ms.is_some_and(|until_ms| until_ms <= now_ms);
        while let Some(index) = self.model.notices.iter().position(is_over) {
            self.dismiss(index);
        }
        if let Some(next_ms) = self.model.notices.iter().filter_map(|notice| notice.until_ms).min() {
            ctx.request_repaint_after(Duration::from_millis(next_ms - now_ms));
        }
    }

    /// Lets go what was told on the page before, once another is shown: not what the same press has told, not what can
    /// still be undone, and no warning that nobody can have read yet.
    pub(in crate::app) fn leave_notices(&mut self, before: Place, newest_before: u64) {
        if self.model.place() == before {
            return;
        }
        let now_ms = self.world.ticks_ms();
        self.model.notices.retain(|notice| {
            let is_unread = notice.is_warning && now_ms < notice.told_ms + BRIEFLY_MS;
            notice.number > newest_before || notice.action.is_some() || is_unread
        });
    }
}

impl NoticeLine {
    fn new(text: String) -> Self {
        Self { number: 0, text, is_warning: false, action: None, about: About::Other, told_ms: 0, until_ms: None }
    }

    /// Says that something is wrong.
    pub fn warning(text: String) -> Self {
        Self { is_warning: true, ..Self::new(text) }
    }
}

//! The actions about learners.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::state::notice_line::NoticeAction;
use crate::history::HistoryError;

impl App {
    pub(in crate::app) fn refresh_learners(&mut self) {
        match self.history.learners() {
            Ok(learners) => self.model.learners = learners,
            Err(error) => self.warn_history(&error),
        }
        if let Some(current) = self.model.learners.iter().find(|learner| learner.id == self.model.learner.id) {
            self.model.learner = current.clone();
        }
    }

    pub(in crate::app) fn switch_learner(&mut self, id: i64) {
        let Some(learner) = self.model.learners.iter().find(|learner| learner.id == id) else { return };
        self.model.learner = learner.clone();
        self.model.settings.learner = learner.uuid.to_string();
        self.model.result = None;
        // Nobody is to see how another stands, not even for a moment.
        self.standings.clear();
        self.model.agenda = None;
        self.model.fitting = None;
        self.screens.review = Default::default();
        self.forget_progress();
        self.model.handing_in.trying = None;
        self.follow_outbox();
        self.tell_hindrance();
        self.save_settings();
        self.refresh_library();
        self.model.page = Page::Library;
    }

    pub(in crate::app) fn add_learner(&mut self, name: &str) {
        match self.history.add_learner(self.world.uuid(), name, self.world.now()) {
            Ok(learner) => {
                self.screens.learners.forget_new();
                self.refresh_learners();
                self.switch_learner(learner.id);
                self.tell(format!("Switched to {name}."));
            }
            Err(error) => self.warn_history(&error),
        }
    }

    pub(in crate::app) fn rename_learner(&mut self, id: i64, name: &str) {
        match self.history.rename_learner(id, name) {
            Ok(()) => {
                self.screens.learners.forget();
                self.refresh_learners();
            }
            Err(error) => self.warn_history(&error),
        }
    }

    /// Hides a learner at once; what is kept of them goes when the notice with its "Undo" goes.
    pub(in crate::app) fn delete_learner(&mut self, id: i64) {
        self.purge_deleted();
        let Some(name) =
            self.model.learners.iter().find(|learner| learner.id == id).map(|learner| learner.name.clone())
        else {
            return;
        };
        if let Err(error) = self.history.delete_learner(id, self.world.now()) {
            return self.warn_history(&error);
        }
        self.screens.learners.forget();
        self.deleted_learner = Some(id);
        self.refresh_learners();
        self.leave_deleted(id);
        let text = format!(
            "{name} and all of {name}’s results were deleted. You can undo this until you close the notice or Torus."
        );
        self.offer_undo(text, NoticeAction::UndoDelete);
    }

    /// Goes on as somebody else when the learner of the moment was deleted.
    fn leave_deleted(&mut self, id: i64) {
        if self.model.learner.id != id {
            return;
        }
        match self.model.learners.first().map(|learner| learner.id) {
            Some(other) => self.switch_learner(other),
            None => self.add_learner(crate::app::start::FIRST_LEARNER),
        }
        self.model.page = Page::Learners;
    }

    pub(in crate::app) fn undo_delete(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoDelete));
        let Some(id) = self.deleted_learner.take() else { return };
        match self.history.restore_learner(id) {
            Ok(()) => {
                self.refresh_learners();
                self.outgoing.go();
                self.tell("The learner is back, with every result.");
            }
            Err(error) => self.warn_history(&error),
        }
    }

    /// Makes the last deletion final, in the results and in their daily copies. Goes on while the window is used.
    pub(in crate::app) fn purge_deleted(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoDelete));
        if self.deleted_learner.take().is_none() {
            return;
        }
        match (self.history.awaiting_purge(), &self.chores) {
            (Ok(uuids), Some(_)) => {
                self.forget_hand_in_choices(&uuids);
                if let Some(chores) = &self.chores {
                    chores.wipe(uuids);
                }
            }
            (Ok(_), None) => {}
            (Err(error), _) => self.wiped(Err(error)),
        }
    }

    pub(in crate::app) fn wiped(&mut self, outcome: Result<(), HistoryError>) {
        if let Err(error) = outcome {
            self.warn(format!(
                "The deleted learner could not be wiped from every copy: {error}. Torus tries again when it closes."
            ));
        }
    }

    /// Before the end: lets the wiping under way come to its end, and makes every deletion final.
    pub(in crate::app) fn finish_purge(&mut self) {
        if let Some(chores) = self.chores.take() {
            chores.finish();
        }
        self.deleted_learner = None;
        // Where this fails too, the next start begins with it.
        let _ = self.history.purge_deleted_learners(&self.folder.backups());
    }
}

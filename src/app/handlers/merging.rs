//! The actions that bring in results from another computer, and those that change whose a quiz is or what it counts for.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::handlers::banks::typed_path;
use crate::app::state::notice_line::NoticeAction;
use crate::app::wording::words;
use crate::disk::DataFolder;
use crate::history::{HistoryError, Merged};
use crate::sitting::Sitting;
use std::path::{Path, PathBuf};
use uuid::Uuid;

impl App {
    pub(in crate::app) fn choose_results_folder(&mut self) {
        self.world.choose_folder(self.inbox.reporter());
    }

    pub(in crate::app) fn folder_chosen(&mut self, folder: Option<PathBuf>, was_seen: bool) {
        match folder {
            Some(folder) => self.bring_in(folder),
            None if !was_seen => {
                self.model.page = Page::Learners;
                self.screens.learners.ask_for_folder();
            }
            None => {}
        }
    }

    pub(in crate::app) fn bring_in_typed(&mut self, typed: &str) {
        self.bring_in(typed_path(typed));
    }

    fn bring_in(&mut self, folder: PathBuf) {
        let there = match DataFolder::find(Some(folder)) {
            Ok(there) => there,
            Err(error) => return self.warn(error.to_string()),
        };
        if !there.root().is_dir() {
            return self.warn(format!("There is no folder {}.", there.root().display()));
        }
        if there.is_same_as(&self.folder) {
            return self.tell("Your results are kept in this folder already: choose the one of the other computer.");
        }
        if let Some(chores) = &self.chores {
            self.screens.learners.forget_folder();
            chores.bring_in(there.root().to_owned(), there.database());
        }
    }

    pub(in crate::app) fn stop_bringing_in(&self) {
        if let Some(chores) = &self.chores {
            chores.stop_bringing_in();
        }
    }

    /// Tells what came, and has the lists follow.
    pub(in crate::app) fn brought_in(&mut self, folder: &Path, outcome: Result<Merged, HistoryError>) {
        let merged = match outcome {
            Ok(merged) => merged,
            Err(HistoryError::Stopped) => return self.tell("Nothing was brought in."),
            Err(error) => return self.warn(words::as_sentence(&error.to_string())),
        };
        self.tell(came(folder, &merged));
        self.refresh_learners();
        self.follow_change();
        // The quiz on the screen may have gone on elsewhere, and its next answer must not fall on another question.
        if let Some(id) = self.model.play.as_ref().map(|play| play.sitting.id).filter(|_| merged.went_on > 0) {
            self.follow_elsewhere(id);
        }
    }

    /// Takes up the quiz on the screen as it is kept now, where it has gone on elsewhere; what is being read stays otherwise.
    fn follow_elsewhere(&mut self, id: Uuid) {
        let Ok(Some(kept)) = self.history.load_sitting(id) else { return };
        let answers = |sitting: &Sitting| {
            let turns = sitting.turns.iter();
            turns.map(|turn| (turn.response.clone(), turn.is_done())).collect::<Vec<_>>()
        };
        let is_same = self
            .model
            .play
            .as_ref()
            .is_some_and(|play| play.sitting.state == kept.state && answers(&play.sitting) == answers(&kept));
        if !is_same {
            // The copy on the screen must not be written over what came in.
            self.model.play = None;
            self.resume(id);
        }
    }

    pub(in crate::app) fn give_sitting(&mut self, sitting: Uuid, learner_id: i64) {
        self.forget_changes_of(sitting);
        let owner = self.model.learner.id;
        let at = self.world.now();
        let receiver = self.model.learners.iter().find(|learner| learner.id == learner_id).map(|learner| learner.uuid);
        let receiver = receiver.unwrap_or(self.model.learner.uuid);
        if let Err(error) = self.amend(sitting, receiver, |history| history.give_sitting(sitting, learner_id, at)) {
            return self.warn_history(&error);
        }
        // What waits of whoever had it before is not theirs to hand in any more.
        self.outgoing.forget(|waiting, learner| waiting == sitting && learner != receiver);
        let name = self.model.learners.iter().find(|learner| learner.id == learner_id).map(|learner| &learner.name);
        let words = name.map_or_else(String::new, |name| format!("The quiz is {name}’s now."));
        if learner_id == owner {
            self.tell(words);
        } else {
            self.offer_undo(words, NoticeAction::UndoGive { sitting, learner_id: owner });
            self.model.result.take_if(|result| result.sitting.id == sitting);
            self.model.page = Page::History;
        }
        self.follow_change();
    }

    pub(in crate::app) fn count_for_review(&mut self, sitting: Uuid, counts: bool) {
        let is_undone = self.forget_changes_of(sitting);
        let (at, learner) = (self.world.now(), self.model.learner.uuid);
        if let Err(error) = self.amend(sitting, learner, |history| history.count_for_review(sitting, counts, at)) {
            return self.warn_history(&error);
        }
        if let Some(result) = self.model.result.as_mut().filter(|result| result.sitting.id == sitting) {
            result.sitting.terms.stays_out_of_review = !counts;
        }
        let words = if counts { "The quiz counts for review." } else { "The quiz is left out of review." };
        if is_undone {
            self.tell(words);
        } else {
            self.offer_undo(words.to_owned(), NoticeAction::UndoCount { sitting, counts: !counts });
        }
        self.follow_change();
    }

    /// Takes away what could be undone of that quiz; tells whether there was anything.
    fn forget_changes_of(&mut self, of: Uuid) -> bool {
        let before = self.model.notices.len();
        self.model.notices.retain(|notice| match notice.action {
            Some(NoticeAction::UndoGive { sitting, .. } | NoticeAction::UndoCount { sitting, .. }) => sitting != of,
            _ => true,
        });
        self.model.notices.len() < before
    }

    /// Has everything that follows from the results be looked up anew.
    fn follow_change(&mut self) {
        self.standings.clear();
        (self.model.agenda, self.model.progress) = (None, None);
        self.statistician.forget();
        self.refresh_library();
        self.refresh_sittings();
        if self.model.page == Page::Progress {
            self.refresh_progress();
        }
    }
}

/// `3 learners and 41 quizzes came in from stick.`
fn came(folder: &Path, merged: &Merged) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
    let quizzes = |count: usize| if count == 1 { "1 quiz".to_owned() } else { format!("{count} quizzes") };
    let mut told = if merged.is_nothing() {
        format!("There is nothing new in {name}.")
    } else {
        let learners = words::count(merged.learners, "learner");
        format!("{learners} and {} came in from {name}.", quizzes(merged.sittings))
    };
    if merged.went_on > 0 {
        told += &format!(" {} went on there.", quizzes(merged.went_on));
    }
    if merged.left_out > 0 {
        told += &format!(" {} stayed out: the learner is deleted here.", quizzes(merged.left_out));
    }
    told
}

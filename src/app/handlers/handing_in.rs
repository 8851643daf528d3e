//! The actions about handing in: where, what, and what becomes of it.

use crate::app::action::HandInDeed;
use crate::app::app::App;
use crate::app::handlers::banks::typed_path;
use crate::app::inbox::Message;
use crate::app::outgoing::Change;
use crate::app::state::handing_in::Hindrance;
use crate::app::state::notice_line::About;
use crate::app::wording::hand_in_words;
use crate::disk::{HandInChoice, HandInError, try_folder};
use crate::history::{History, HistoryError};
use std::path::PathBuf;
use uuid::Uuid;

impl App {
    /// Carries out what a learner does about handing in.
    pub(in crate::app) fn handle_hand_in(&mut self, deed: HandInDeed) {
        match deed {
            HandInDeed::Choose => self.world.choose_hand_in_folder(self.inbox.reporter()),
            HandInDeed::To(typed) => self.try_hand_in_folder(typed_path(&typed)),
            HandInDeed::Earlier => self.hand_in_earlier(),
            HandInDeed::TryAgain => self.outgoing.try_again(),
            HandInDeed::Stop => self.stop_handing_in(),
            HandInDeed::Forget => {
                let learner = self.model.learner.uuid;
                self.outgoing.forget(|_, of| of == learner);
            }
        }
    }

    pub(in crate::app) fn hand_in_folder_chosen(&mut self, folder: Option<PathBuf>, was_seen: bool) {
        match folder {
            Some(folder) => self.try_hand_in_folder(folder),
            None if !was_seen => self.screens.settings.ask_for_hand_in_folder(),
            None => {}
        }
    }

    /// Finds out whether the folder can be used, away from the window: a network drive can take its time.
    fn try_hand_in_folder(&mut self, folder: PathBuf) {
        self.model.handing_in.trying = Some(folder.clone());
        let (learner, reporter) = (self.model.learner.uuid, self.inbox.reporter());
        std::thread::spawn(move || {
            let outcome = try_folder(&folder);
            reporter.send(Message::HandInFolderTried { learner, folder, outcome });
        });
    }

    /// Has the learner hand in to a folder that can be used; nothing has changed where it cannot.
    pub(in crate::app) fn hand_in_folder_tried(
        &mut self,
        learner: Uuid,
        folder: PathBuf,
        outcome: Result<(), HandInError>,
    ) {
        // Whoever has named another one meanwhile, or has gone, does not want this one any more.
        if self.model.handing_in.trying.as_ref() != Some(&folder) || self.model.learner.uuid != learner {
            return;
        }
        self.model.handing_in.trying = None;
        match outcome {
            Ok(()) => self.hand_in_to(folder),
            Err(error) if self.screens.settings.is_asking_for_hand_in_folder() => {
                self.screens.settings.refuse_hand_in_folder(&error);
            }
            Err(error) => self.warn_about(About::HandingIn, hand_in_words::refused(&folder, &error)),
        }
    }

    fn hand_in_to(&mut self, folder: PathBuf) {
        self.screens.settings.forget_hand_in_folder();
        let words = hand_in_words::begun(&folder);
        let now_ms = self.world.now().unix_ms;
        let choices = &mut self.model.settings.hand_in;
        let choice = choices
            .entry(self.model.learner.uuid.to_string())
            .or_insert_with(|| HandInChoice { folder: PathBuf::new(), since_ms: Some(now_ms) });
        choice.folder = folder;
        self.keep_hand_in_choice();
        self.is_over(About::HandingIn);
        self.tell(words);
    }

    /// Hands in what was finished before too.
    fn hand_in_earlier(&mut self) {
        let learner = self.model.learner.uuid;
        let Some(choice) = self.model.settings.hand_in.get_mut(&learner.to_string()) else { return };
        choice.since_ms = None;
        self.keep_hand_in_choice();
        if let Some(courier) = &self.outgoing.courier {
            courier.hand_in_earlier(learner);
        }
        self.tell("Your earlier quizzes are handed in too.");
    }

    /// What waits stays noted, and Settings tells of it.
    fn stop_handing_in(&mut self) {
        if self.model.settings.hand_in.remove(&self.model.learner.uuid.to_string()).is_none() {
            return;
        }
        self.keep_hand_in_choice();
        self.is_over(About::HandingIn);
        self.tell(hand_in_words::stopped(self.model.handing_in.waiting.len()));
    }

    fn keep_hand_in_choice(&mut self) {
        self.save_settings();
        self.outgoing.follow(&self.model.settings);
    }

    /// Forgets where learners hand in who are deleted for good.
    pub(in crate::app) fn forget_hand_in_choices(&mut self, learners: &[String]) {
        let before = self.model.settings.hand_in.len();
        self.model.settings.hand_in.retain(|learner, _| !learners.contains(learner));
        if self.model.settings.hand_in.len() < before {
            self.keep_hand_in_choice();
        }
    }

    /// Writes down by `write` what becomes of a sitting that may not be on the screen, and is that learner's then. Where it is
    /// handed in, it is handed in again.
    pub(in crate::app) fn amend(
        &mut self,
        sitting: Uuid,
        learner: Uuid,
        write: impl FnOnce(&History) -> Result<(), HistoryError>,
    ) -> Result<(), HistoryError> {
        let history = &self.history;
        // One that cannot be read whole can be changed all the same.
        let Some(kept) = history.load_sitting(sitting).ok().flatten() else { return write(history) };
        let change = Change { sitting: &kept, had_ended: true };
        self.outgoing.write((&self.model.settings, learner), change, || write(history))
    }

    /// Shows what waits of the learner.
    pub(in crate::app) fn follow_outbox(&mut self) {
        self.model.handing_in.waiting = self.outgoing.waiting_of(self.model.learner.uuid).collect();
        if let Some(error) = self.outgoing.take_fault() {
            self.warn_about(About::HandingIn, hand_in_words::not_noted(&error));
        }
    }

    /// Before the end: hands in what still waits, as far as that is quickly done.
    pub(in crate::app) fn finish_handing_in(&mut self) {
        self.class_watch = None;
        if let Some(courier) = self.outgoing.courier.take() {
            courier.finish();
        }
    }

    pub(in crate::app) fn sitting_handed_in(&mut self, sitting: Uuid) {
        self.model.handing_in.hindered.remove(&sitting);
        self.model.handing_in.arrived.insert(sitting);
    }

    /// Tells the learner what hinders, where that is another thing than before.
    pub(in crate::app) fn handing_in_hindered(&mut self, hindered: Vec<(Uuid, Hindrance)>) {
        self.model.handing_in.hindered = hindered.into_iter().collect();
        self.follow_outbox();
        self.tell_hindrance();
    }

    /// The same for whoever learns now.
    pub(in crate::app) fn tell_hindrance(&mut self) {
        let handing_in = &self.model.handing_in;
        let hindrance = handing_in.hindrance().map(ToString::to_string);
        let is_asked = std::mem::take(&mut self.outgoing.is_asked);
        if hindrance == self.outgoing.told && !is_asked {
            return;
        }
        let words =
            handing_in.hindrance().map(|hindrance| hand_in_words::hindered(handing_in.waiting.len(), hindrance));
        let was_hindered = std::mem::replace(&mut self.outgoing.told, hindrance).is_some();
        self.is_over(About::HandingIn);
        match words {
            Some(words) => self.warn_about(About::HandingIn, words),
            None if was_hindered && self.model.handing_in.waiting.is_empty() => {
                self.tell("Everything is handed in now.");
            }
            None => {}
        }
    }
}

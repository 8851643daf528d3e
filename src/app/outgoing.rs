//! Notes what is to be handed in before a change of it is written, so that a sudden end forgets nothing, and has it handed
//! in when it is written.

use crate::app::workers::hand_in::{Courier, Folders};
use crate::disk::{HandInChoice, Outbox, Settings};
use crate::sitting::{Sitting, State};
use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// The outbox, and who carries out of it.
#[derive(Debug)]
pub struct Outgoing {
    outbox: Arc<Outbox>,
    /// `None` after the end.
    pub courier: Option<Courier>,
    /// What has ended since the program started, by learners who hand in. A clock that was set back makes it look older than
    /// the moment from which they hand in.
    ended_now: HashSet<Uuid>,
    /// Why a note could not be written, until that is told.
    fault: Option<io::Error>,
    /// What the learner was told last of what hinders; `None` where nothing does.
    pub told: Option<String>,
}

/// A change of a sitting that is about to be written.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// The sitting as it will be.
    pub sitting: &'a Sitting,
    /// Whether it has ended before.
    pub had_ended: bool,
}

impl Outgoing {
    /// With what was left waiting in that folder.
    pub fn new(folder: PathBuf, courier: impl FnOnce(Arc<Outbox>) -> Courier) -> Self {
        let outbox = Arc::new(Outbox::open(folder));
        let courier = Some(courier(Arc::clone(&outbox)));
        Self { outbox, courier, ended_now: HashSet::new(), fault: None, told: None }
    }

    /// Writes a change of a learner's sitting by `write`. Where it is handed in, that is noted before, and done after.
    pub fn write<E>(
        &mut self,
        (settings, learner): (&Settings, Uuid),
        change: Change<'_>,
        write: impl FnOnce() -> Result<(), E>,
    ) -> Result<(), E> {
        let sitting = change.sitting.id;
        if !settings.hand_in_of(learner).is_some_and(|choice| self.is_handed_in(choice, change)) {
            return write();
        }
        let has_waited = self.outbox.contains(sitting);
        let noted = self.outbox.hold(sitting, learner);
        let written = write();
        self.outbox.release(sitting);
        match (&written, noted) {
            (Ok(()), noted) => {
                self.fault = noted.err();
                self.go();
            }
            (Err(_), _) if !has_waited => self.forget(|waiting, _| waiting == sitting),
            (Err(_), _) => {}
        }
        written
    }

    /// Whether a sitting is handed in now by a learner who has chosen so.
    fn is_handed_in(&mut self, choice: &HandInChoice, Change { sitting, had_ended }: Change<'_>) -> bool {
        if sitting.state != State::Finished {
            return false;
        }
        if !had_ended {
            self.ended_now.insert(sitting.id);
        }
        let has_ended_since = |since_ms| sitting.finished_at.is_some_and(|at| at.unix_ms >= since_ms);
        self.ended_now.contains(&sitting.id) || choice.since_ms.is_none_or(has_ended_since)
    }

    /// Takes the notes out that are meant, by sitting and learner: they are not handed in.
    pub fn forget(&self, is_meant: impl Fn(Uuid, Uuid) -> bool) {
        for note in self.outbox.waiting().into_iter().filter(|note| is_meant(note.sitting, note.learner)) {
            // A note that stays is in nobody's way: it is told as waiting at the next start.
            let _ = self.outbox.remove(note);
        }
    }

    /// The sittings of a learner that wait.
    pub fn waiting_of(&self, learner: Uuid) -> impl Iterator<Item = Uuid> {
        self.outbox.waiting().into_iter().filter(move |note| note.learner == learner).map(|note| note.sitting)
    }

    /// Has what waits handed in.
    pub fn go(&self) {
        if let Some(courier) = &self.courier {
            courier.go();
        }
    }

    /// Has everything handed in as the settings say from now on.
    pub fn follow(&self, settings: &Settings) {
        if let Some(courier) = &self.courier {
            courier.hand_in_to(folders_of(settings));
        }
    }

    /// Why a note could not be written, once.
    pub fn take_fault(&mut self) -> Option<io::Error> {
        self.fault.take()
    }
}

/// Where whom hands in.
pub fn folders_of(settings: &Settings) -> Folders {
    let choices = settings.hand_in.iter();
    choices.filter_map(|(learner, choice)| Some((Uuid::try_parse(learner).ok()?, choice.folder.clone()))).collect()
}

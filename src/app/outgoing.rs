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
    /// Whether the learner has asked, and wants to be told that again.
    pub is_asked: bool,
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
        Self { outbox, courier, ended_now: HashSet::new(), fault: None, told: None, is_asked: false }
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

    /// The same, and has the learner told what comes of it in any case.
    pub fn try_again(&mut self) {
        self.is_asked = true;
        if let Some(courier) = &self.courier {
            courier.try_again();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;
    use crate::paper::Paper;
    use crate::sitting::Terms;
    use tempfile::TempDir;

    const ADA: Uuid = Uuid::from_u128(0xADA);
    const SINCE_MS: i64 = 1_795_413_600_000;

    fn outgoing() -> (TempDir, Outgoing) {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Arc::new(Outbox::open(folder.path().join("handing-in")));
        (
            folder,
            Outgoing { outbox, courier: None, ended_now: HashSet::new(), fault: None, told: None, is_asked: false },
        )
    }

    fn settings() -> Settings {
        let choice = HandInChoice { folder: "class".into(), since_ms: Some(SINCE_MS) };
        Settings { hand_in: [(ADA.to_string(), choice)].into(), ..Settings::default() }
    }

    /// A sitting that ended so long after its learner began to hand in.
    fn ended(after_ms: i64) -> Sitting {
        let at = Moment { unix_ms: SINCE_MS + after_ms, offset_secs: 0 };
        let paper = Paper { seed: 1, items: Vec::new(), short_by: 0 };
        let mut sitting = Sitting::begin(Uuid::from_u128(1), "b", "B", "", Terms::default(), paper, at);
        sitting.finish(at);
        sitting
    }

    fn write(outgoing: &mut Outgoing, sitting: &Sitting, had_ended: bool) {
        let change = Change { sitting, had_ended };
        outgoing.write((&settings(), ADA), change, || Ok::<_, ()>(())).expect("written");
    }

    #[test]
    fn what_cannot_be_written_leaves_no_note() {
        let (_folder, mut outgoing) = outgoing();
        let sitting = ended(1);
        let change = Change { sitting: &sitting, had_ended: false };
        assert!(outgoing.write((&settings(), ADA), change, || Err(())).is_err());
        assert!(!outgoing.outbox.contains(sitting.id));
        write(&mut outgoing, &sitting, false);
        assert!(outgoing.write((&settings(), ADA), change, || Err(())).is_err());
        assert_eq!(outgoing.waiting_of(ADA).collect::<Vec<_>>(), [sitting.id], "it waited before");
    }

    #[test]
    fn the_note_is_there_before_the_change_is_written() {
        let (folder, mut outgoing) = outgoing();
        let sitting = ended(1);
        let note = folder.path().join("handing-in").join(sitting.id.to_string());
        let change = Change { sitting: &sitting, had_ended: false };
        let is_there = || if note.exists() { Ok(()) } else { Err(()) };
        assert!(outgoing.write((&settings(), ADA), change, is_there).is_ok());
    }

    #[test]
    fn a_change_of_what_ended_before_is_not_handed_in() {
        let (_folder, mut outgoing) = outgoing();
        write(&mut outgoing, &ended(-1), true);
        assert_eq!(outgoing.waiting_of(ADA).count(), 0);
        write(&mut outgoing, &ended(0), true);
        assert_eq!(outgoing.waiting_of(ADA).count(), 1);
    }

    #[test]
    fn what_ends_now_is_handed_in_though_the_clock_was_set_back_and_its_changes_too() {
        let (_folder, mut outgoing) = outgoing();
        let sitting = ended(-50 * 365 * 86_400_000);
        write(&mut outgoing, &sitting, false);
        assert_eq!(outgoing.waiting_of(ADA).count(), 1);
        outgoing.forget(|_, _| true);
        write(&mut outgoing, &sitting, true);
        assert_eq!(outgoing.waiting_of(ADA).count(), 1);
    }

    #[test]
    fn a_note_that_cannot_be_written_is_told_once_and_the_change_is_kept() {
        let (folder, mut outgoing) = outgoing();
        std::fs::write(folder.path().join("handing-in"), "in the way").expect("written");
        write(&mut outgoing, &ended(1), false);
        assert!(outgoing.take_fault().is_some() && outgoing.take_fault().is_none());
        assert_eq!(outgoing.waiting_of(ADA).count(), 1, "it waits until the program ends");
    }
}

//! The outbox: which sittings are still to be handed in. A note for each lies in the data folder before it is tried, so that
//! a power cut forgets none. Holds no results: these come from the history when a sitting is handed in.

use super::save::save_atomically;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// A sitting that is still to be handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The sitting.
    pub sitting: Uuid,
    /// Whose it is.
    pub learner: Uuid,
    /// Rises whenever the sitting changes: what is being handed in meanwhile is old then.
    revision: u64,
}

/// The sittings that wait, in memory and on the disk.
#[derive(Debug)]
pub struct Outbox {
    folder: PathBuf,
    waiting: Mutex<BTreeMap<Uuid, Waiting>>,
}

impl Outbox {
    /// Reads the notes in `folder`, which need not be there. What is no note is left alone.
    pub fn open(folder: PathBuf) -> Self {
        let waiting = notes_in(&folder).into_iter().map(|note| (note.sitting, note)).collect();
        Self { folder, waiting: Mutex::new(waiting) }
    }

    /// Notes that a sitting is to be handed in, again where it was before. It waits in any case, until the program ends.
    ///
    /// # Errors
    /// Where the note cannot be written.
    pub fn add(&self, sitting: Uuid, learner: Uuid) -> io::Result<()> {
        let mut waiting = self.lock();
        let before = waiting.get(&sitting).copied();
        let revision = before.map_or(0, |before| before.revision + 1);
        waiting.insert(sitting, Waiting { sitting, learner, revision });
        if before.is_some_and(|before| before.learner == learner) {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        save_atomically(&self.note(sitting), |file| file.write_all(learner.to_string().as_bytes()))
    }

    /// The sittings that wait.
    pub fn waiting(&self) -> Vec<Waiting> {
        self.lock().values().copied().collect()
    }

    /// Takes a sitting out, unless it has changed since that was looked up.
    ///
    /// # Errors
    /// Where the note cannot be removed: the sitting is handed in once more at the next start.
    pub fn remove(&self, done: Waiting) -> io::Result<()> {
        let mut waiting = self.lock();
        if waiting.get(&done.sitting) != Some(&done) {
            return Ok(());
        }
        waiting.remove(&done.sitting);
        match fs::remove_file(self.note(done.sitting)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn note(&self, sitting: Uuid) -> PathBuf {
        self.folder.join(sitting.to_string())
    }

    /// What a thread that ended early has left is whole: each change is one call.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Uuid, Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn notes_in(folder: &Path) -> Vec<Waiting> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| note_at(&entry.path())).collect()
}

fn note_at(path: &Path) -> Option<Waiting> {
    let sitting = Uuid::try_parse(path.file_name()?.to_str()?).ok()?;
    let learner = Uuid::try_parse(fs::read_to_string(path).ok()?.trim()).ok()?;
    Some(Waiting { sitting, learner, revision: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const ADA: Uuid = Uuid::from_u128(0xADA);
    const FIRST: Uuid = Uuid::from_u128(1);
    const SECOND: Uuid = Uuid::from_u128(2);

    fn outbox() -> (TempDir, Outbox) {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Outbox::open(folder.path().join("handing-in"));
        (folder, outbox)
    }

    fn sittings(outbox: &Outbox) -> Vec<(Uuid, Uuid)> {
        outbox.waiting().into_iter().map(|waiting| (waiting.sitting, waiting.learner)).collect()
    }

    #[test]
    fn what_waits_is_there_after_a_power_cut() {
        let (_folder, outbox) = outbox();
        outbox.add(FIRST, ADA).expect("noted");
        outbox.add(SECOND, ADA).expect("noted");
        outbox.remove(outbox.waiting()[0]).expect("removed");
        let folder = outbox.folder.clone();
        drop(outbox);
        assert_eq!(sittings(&Outbox::open(folder)), [(SECOND, ADA)]);
    }

    #[test]
    fn a_sitting_that_changes_while_it_is_handed_in_waits_still() {
        let (_folder, outbox) = outbox();
        outbox.add(FIRST, ADA).expect("noted");
        let taken = outbox.waiting()[0];
        outbox.add(FIRST, ADA).expect("noted again");
        outbox.remove(taken).expect("too late");
        assert_eq!(sittings(&outbox), [(FIRST, ADA)]);
        assert_eq!(sittings(&Outbox::open(outbox.folder.clone())), [(FIRST, ADA)]);
        outbox.remove(outbox.waiting()[0]).expect("removed");
        assert!(sittings(&outbox).is_empty() && sittings(&Outbox::open(outbox.folder.clone())).is_empty());
    }

    #[test]
    fn a_sitting_that_is_given_to_another_waits_for_that_one() {
        let (_folder, outbox) = outbox();
        let bea = Uuid::from_u128(0xBEA);
        outbox.add(FIRST, ADA).expect("noted");
        outbox.add(FIRST, bea).expect("noted");
        assert_eq!(sittings(&Outbox::open(outbox.folder.clone())), [(FIRST, bea)]);
    }

    #[test]
    fn what_is_no_note_is_left_alone() {
        let (_folder, outbox) = outbox();
        fs::create_dir_all(outbox.note(SECOND)).expect("made");
        for (name, text) in [("notes.txt", "mine"), (&*FIRST.to_string(), "no learner")] {
            fs::write(outbox.folder.join(name), text).expect("written");
        }
        let again = Outbox::open(outbox.folder.clone());
        assert!(sittings(&again).is_empty());
        assert_eq!(fs::read_dir(&outbox.folder).expect("listed").count(), 3);
    }

    #[test]
    fn a_note_that_cannot_be_written_waits_in_memory() {
        let (folder, outbox) = outbox();
        fs::write(folder.path().join("handing-in"), "in the way").expect("written");
        assert!(outbox.add(FIRST, ADA).is_err());
        assert_eq!(sittings(&outbox), [(FIRST, ADA)]);
    }
}

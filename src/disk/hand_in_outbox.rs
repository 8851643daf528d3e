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

/// A note in memory.
#[derive(Clone, Copy, Debug)]
struct Note {
    waiting: Waiting,
    /// Whether the sitting is being written at this moment, so that its results are neither old nor new.
    is_held: bool,
}

/// The sittings that wait, in memory and on the disk.
#[derive(Debug)]
pub struct Outbox {
    folder: PathBuf,
    notes: Mutex<BTreeMap<Uuid, Note>>,
}

impl Outbox {
    /// Reads the notes in `folder`, which need not be there. What is no note is left alone.
    pub fn open(folder: PathBuf) -> Self {
        let notes = notes_in(&folder).into_iter().map(|note| (note.waiting.sitting, note)).collect();
        Self { folder, notes: Mutex::new(notes) }
    }

    /// Notes that a sitting is to be handed in, again where it was before. It waits in any case, until the program ends.
    ///
    /// # Errors
    /// Where the note cannot be written.
    pub fn add(&self, sitting: Uuid, learner: Uuid) -> io::Result<()> {
        let noted = self.hold(sitting, learner);
        self.release(sitting);
        noted
    }

    /// Notes that a sitting is about to change, and is to be handed in then. Nobody is given it until [`Self::release`]: results
    /// that are looked up before the change is on the disk would be handed in as the new ones.
    ///
    /// # Errors
    /// Where the note cannot be written. It waits all the same, until the program ends.
    pub fn hold(&self, sitting: Uuid, learner: Uuid) -> io::Result<()> {
        let mut notes = self.lock();
        let before = notes.get(&sitting).map(|note| note.waiting);
        let revision = before.map_or(0, |before| before.revision + 1);
        notes.insert(sitting, Note { waiting: Waiting { sitting, learner, revision }, is_held: true });
        if before.is_some_and(|before| before.learner == learner) {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        save_atomically(&self.path_of(sitting), |file| file.write_all(learner.to_string().as_bytes()))
    }

    /// Lets a sitting be handed in whose change is written, or could not be.
    pub fn release(&self, sitting: Uuid) {
        if let Some(note) = self.lock().get_mut(&sitting) {
            note.is_held = false;
        }
    }

    /// Whether that sitting waits.
    pub fn contains(&self, sitting: Uuid) -> bool {
        self.lock().contains_key(&sitting)
    }

    /// The sittings that wait and can be handed in.
    pub fn waiting(&self) -> Vec<Waiting> {
        self.lock().values().filter(|note| !note.is_held).map(|note| note.waiting).collect()
    }

    /// Takes a sitting out, unless it has changed since that was looked up.
    ///
    /// # Errors
    /// Where the note cannot be removed: the sitting is handed in once more at the next start.
    pub fn remove(&self, done: Waiting) -> io::Result<()> {
        let mut notes = self.lock();
        if notes.get(&done.sitting).map(|note| note.waiting) != Some(done) {
            return Ok(());
        }
        notes.remove(&done.sitting);
        match fs::remove_file(self.path_of(done.sitting)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn path_of(&self, sitting: Uuid) -> PathBuf {
        self.folder.join(sitting.to_string())
    }

    /// What a thread that ended early has left is whole: each change is one call.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Uuid, Note>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn notes_in(folder: &Path) -> Vec<Note> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| note_at(&entry.path())).collect()
}

fn note_at(path: &Path) -> Option<Note> {
    let sitting = Uuid::try_parse(path.file_name()?.to_str()?).ok()?;
    let learner = Uuid::try_parse(fs::read_to_string(path).ok()?.trim()).ok()?;
    Some(Note { waiting: Waiting { sitting, learner, revision: 0 }, is_held: false })
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
    fn what_is_being_written_is_noted_and_given_to_nobody() {
        let (_folder, outbox) = outbox();
        outbox.add(FIRST, ADA).expect("noted");
        let taken = outbox.waiting()[0];
        outbox.hold(FIRST, ADA).expect("noted");
        assert!(outbox.waiting().is_empty() && outbox.contains(FIRST));
        outbox.remove(taken).expect("what was handed in is old");
        assert_eq!(sittings(&Outbox::open(outbox.folder.clone())), [(FIRST, ADA)], "a power cut at this moment");
        outbox.release(FIRST);
        assert_eq!(sittings(&outbox), [(FIRST, ADA)]);
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
        fs::create_dir_all(outbox.path_of(SECOND)).expect("made");
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

//! What the keeper of the bank that is written does on its thread: journal, file, versions, and what others write. Tells the
//! window what came of it.

use crate::app::inbox::{Message, Reporter};
use crate::app::workers::author_told::{FromOutside, OpenError, Opened};
use crate::author::merge::{Conflict, merge, nearest};
use crate::bank::question_places;
use crate::disk::authoring::{
    Hash, Journal, JournalError, SaveError, UnsettledError, Version, Versions, read_settled, save_bank,
};
use crate::disk::{DataFolder, read_bank_text};
use crate::moment::Moment;
use crate::syntax::edit::Edits;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What is typed is safe from a power cut after so long.
const SYNC_AFTER: Duration = Duration::from_millis(400);
/// The file is written after so long without a change.
const SAVE_AFTER: Duration = Duration::from_secs(5);
/// A file that is locked is tried again after so long.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(1);
/// So many earlier states are looked at for the one that another program began with.
const MOST_BASES: usize = 12;

/// What is to be done.
#[derive(Debug)]
pub(super) enum Order {
    Open(PathBuf),
    Changed { version: u64, edits: Edits },
    Adopted { version: u64 },
    Save,
    Look,
    LookUp(Version),
    Close,
}

/// What the thread works with.
pub(super) struct Work {
    folder: DataFolder,
    reporter: Reporter,
    open: Option<Open>,
}

/// The bank that is open.
struct Open {
    path: PathBuf,
    journal: Journal,
    versions: Versions,
    /// The version of the window's text that the journal has.
    version: u64,
    /// When to wait no longer for what is to be done next.
    sync_at: Option<Instant>,
    save_at: Option<Instant>,
    /// What the file says and what both say together, until the window has taken that up.
    outside: Option<(String, String)>,
}

impl Work {
    /// Nothing is open yet.
    pub fn new(folder: DataFolder, reporter: Reporter) -> Self {
        Self { folder, reporter, open: None }
    }

    /// Carries out orders until there can be no more.
    pub fn run(mut self, waiting: &Receiver<Order>) {
        loop {
            let order = match self.next_deadline() {
                Some(at) => waiting.recv_timeout(at.saturating_duration_since(Instant::now())),
                None => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => self.carry_out(order),
                Err(RecvTimeoutError::Timeout) => self.keep_time(),
                Err(RecvTimeoutError::Disconnected) => return self.close(),
            }
        }
    }

    fn next_deadline(&self) -> Option<Instant> {
        let open = self.open.as_ref()?;
        open.sync_at.into_iter().chain(open.save_at).min()
    }

    fn keep_time(&mut self) {
        let now = Instant::now();
        let Some(open) = &mut self.open else { return };
        if open.sync_at.is_some_and(|at| at <= now) {
            open.sync_at = None;
            if let Err(error) = open.journal.sync() {
                let (path, reason) = (open.path.clone(), error.to_string());
                self.reporter.send(Message::AuthorNotKept { path, reason });
            }
        }
        if self.open.as_ref().and_then(|open| open.save_at).is_some_and(|at| at <= now) {
            self.save();
        }
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Open(path) => {
                self.close();
                let outcome = self.begin(&path).map(Box::new);
                self.reporter.send(Message::AuthorOpened { path, outcome });
            }
            Order::Changed { version, edits } => self.keep(version, &edits),
            Order::Adopted { version } => self.adopt(version),
            Order::Save => self.save(),
            Order::Look => self.bring_together(None),
            Order::LookUp(version) => self.look_up(&version),
            Order::Close => self.close(),
        }
    }

    fn begin(&mut self, path: &Path) -> Result<Opened, OpenError> {
        let base = read_bank_text(path)?;
        let versions = Versions::of(&self.folder, path);
        let (journal, conflicts, is_recovered) = self.journal(path, &base)?;
        let opened = Opened {
            text: journal.text().to_owned(),
            is_recovered,
            unwritable: seen_before(path),
            conflicts,
            versions: versions.list(),
        };
        let save_at = is_recovered.then(|| Instant::now() + SAVE_AFTER);
        let path = path.to_owned();
        self.open = Some(Open { path, journal, versions, version: 0, sync_at: None, save_at, outside: None });
        Ok(opened)
    }

    /// A journal for the bank, with what an earlier one still holds, brought together with what the file says now.
    fn journal(&self, path: &Path, base: &str) -> Result<(Journal, Vec<Conflict>, bool), JournalError> {
        let Some(recovered) = Journal::recover(&self.folder, path)?.filter(|recovered| recovered.text != base) else {
            return Ok((Journal::begin(&self.folder, path, base)?, Vec::new(), false));
        };
        let (old_base, mine) = (recovered.base.clone(), recovered.text.clone());
        let mut journal = Journal::resume(recovered);
        let mut conflicts = Vec::new();
        if old_base != base {
            // Where nothing can be brought together, what was typed stands, and the file's text is kept among the versions.
            let text = match merge(&old_base, &mine, base) {
                Ok(merged) => {
                    conflicts = merged.conflicts;
                    merged.text
                }
                Err(_) => {
                    let _ = Versions::of(&self.folder, path).keep(base, now(), 0);
                    mine
                }
            };
            journal.rebase(base, &text)?;
        }
        Ok((journal, conflicts, true))
    }

    fn keep(&mut self, version: u64, edits: &Edits) {
        let Some(open) = &mut self.open else { return };
        open.version = version;
        open.outside = None;
        let now = Instant::now();
        open.sync_at.get_or_insert(now + SYNC_AFTER);
        open.save_at = Some(now + SAVE_AFTER);
        if let Err(error) = open.journal.append(edits) {
            let (path, reason) = (open.path.clone(), error.to_string());
            self.reporter.send(Message::AuthorNotKept { path, reason });
        }
    }

    fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        open.save_at = None;
        let text = open.journal.text().to_owned();
        let before = open.journal.base().to_owned();
        if text == before {
            return self.tell_saved(Ok(()));
        }
        match save_bank(&open.path, &text, Some(Hash::of(&before))) {
            Ok(_) => {
                let changed = changed_questions(&before, &text);
                // A version that cannot be kept is less than a bank that is not saved: the bank is.
                let _ = open.versions.keep(&before, now(), changed);
                let kept = open.journal.saved(&text).map_err(not_kept);
                self.tell_saved(kept);
            }
            Err(SaveError::ChangedOutside { found }) => self.bring_together(Some(found)),
            Err(error) => {
                if error.is_passing() {
                    open.save_at = Some(Instant::now() + TRY_AGAIN_AFTER);
                }
                self.tell_saved(Err(error));
            }
        }
    }

    fn tell_saved(&self, outcome: Result<(), SaveError>) {
        let Some(open) = &self.open else { return };
        let versions = open.versions.list();
        let (path, version) = (open.path.clone(), open.version);
        self.reporter.send(Message::AuthorSaved { path, version, outcome, versions });
    }

    /// Brings together what the file says now and what was typed, where the file was changed outside. `found` is what a saving
    /// that failed has found there.
    fn bring_together(&mut self, found: Option<Hash>) {
        let Some(open) = &mut self.open else { return };
        let theirs = match read_settled(&open.path) {
            Ok(outside) => outside.text,
            // A file that is half written: what was typed is safe, and its time comes.
            Err(UnsettledError::StillChanging | UnsettledError::Empty | UnsettledError::BreaksOff { .. }) => {
                open.save_at = Some(Instant::now() + TRY_AGAIN_AFTER);
                return;
            }
            // Gone for the moment, or no text: who only looks has nothing to say of that.
            Err(UnsettledError::File(_)) => {
                let outcome = found.map(|found| Err(SaveError::ChangedOutside { found }));
                return outcome.map_or((), |outcome| self.tell_saved(outcome));
            }
        };
        if theirs == open.journal.base() {
            return;
        }
        if theirs == open.journal.text() {
            let kept = open.journal.saved(&theirs).map_err(not_kept);
            return self.tell_saved(kept);
        }
        let Ok(merged) = merge(&open.base_of(&theirs), open.journal.text(), &theirs) else {
            return self.tell_saved(Err(SaveError::ChangedOutside { found: Hash::of(&theirs) }));
        };
        if !merged.conflicts.is_empty() {
            // The text stands on theirs until somebody has chosen: mine is to be had from among the versions, whatever happens.
            let _ = open.versions.keep(open.journal.text(), now(), merged.conflicts.len());
        }
        open.outside = Some((theirs, merged.text.clone()));
        let outside =
            FromOutside { version: open.version, text: merged.text, conflicts: merged.conflicts, taken: merged.taken };
        self.reporter.send(Message::AuthorChangedOutside { path: open.path.clone(), outside: Box::new(outside) });
    }

    fn adopt(&mut self, version: u64) {
        let Some(open) = &mut self.open else { return };
        let Some((theirs, both)) = open.outside.take() else { return };
        open.version = version;
        if let Err(error) = open.journal.rebase(&theirs, &both) {
            let (path, reason) = (open.path.clone(), error.to_string());
            return self.reporter.send(Message::AuthorNotKept { path, reason });
        }
        self.save();
    }

    fn look_up(&self, version: &Version) {
        let Some(open) = &self.open else { return };
        let text = open.versions.read(version).map_err(|error| error.to_string());
        self.reporter.send(Message::AuthorVersion { path: open.path.clone(), text });
    }

    fn close(&mut self) {
        if let Some(open) = &mut self.open {
            // What cannot be written stays in the journal, and is back when the bank is opened again.
            let _ = open.journal.sync();
            if open.journal.text() != open.journal.base() {
                self.save();
            }
        }
        self.open = None;
    }
}

impl Open {
    /// What another program began with that wrote `theirs`: what the file said last, or an earlier state where that had been open there
    /// for long.
    fn base_of(&self, theirs: &str) -> String {
        let listed = self.versions.list();
        let earlier: Vec<String> =
            listed.iter().take(MOST_BASES).filter_map(|version| self.versions.read(version).ok()).collect();
        let known: Vec<&str> = std::iter::once(self.journal.base()).chain(earlier.iter().map(String::as_str)).collect();
        known[nearest(theirs, &known).unwrap_or(0)].to_owned()
    }
}

/// How many questions were changed, came or went from one text to the other.
fn changed_questions(before: &str, after: &str) -> usize {
    let questions = |text: &str| -> HashMap<_, _> {
        question_places(text).into_iter().map(|place| (place.id, place.question)).collect()
    };
    let (before, after) = (questions(before), questions(after));
    let changed = after.iter().filter(|(id, question)| before.get(*id) != Some(question)).count();
    changed + before.keys().filter(|id| !after.contains_key(*id)).count()
}

/// Why the file cannot be written, as far as that is seen before it is tried.
fn seen_before(path: &Path) -> Option<SaveError> {
    let metadata = std::fs::metadata(path).ok()?;
    metadata.permissions().readonly().then_some(SaveError::ReadOnly)
}

/// The bank is saved, and its journal is not as it should be.
fn not_kept(error: JournalError) -> SaveError {
    SaveError::Failed(std::io::Error::other(error))
}

fn now() -> Moment {
    Moment::from_zoned(&jiff::Zoned::now())
}

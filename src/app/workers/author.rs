//! Keeps the bank that is written, on a thread of its own: what is typed goes to a journal at once, and into the bank's file when
//! its field is left, or after a while of rest. What others write into the file is brought together with it.

use crate::app::inbox::{Message, Reporter};
use crate::app::workers::author_told::{FromOutside, Opened};
use crate::author::merge::{Conflict, merge};
use crate::bank::question_places;
use crate::disk::authoring::{
    Hash, Journal, JournalError, SaveError, UnsettledError, Version, Versions, read_settled, save_bank,
};
use crate::disk::{BankFileError, DataFolder, read_bank_text};
use crate::moment::Moment;
use crate::syntax::edit::Edits;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What is typed is safe from a power cut after so long.
const SYNC_AFTER: Duration = Duration::from_millis(400);
/// The file is written after so long without a change.
const SAVE_AFTER: Duration = Duration::from_secs(5);
/// A file that is locked is tried again after so long.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// The window's end of the thread.
#[derive(Debug)]
pub struct Keeper {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Order {
    Open(PathBuf),
    Changed { version: u64, edits: Edits },
    Adopted { version: u64 },
    Save,
    Look,
    LookUp(Version),
    Close,
}

impl Keeper {
    /// Starts the thread. It ends when the keeper is dropped or finished.
    pub fn new(folder: DataFolder, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let thread = std::thread::spawn(move || Work { folder, reporter, open: None }.run(&waiting));
        Self { orders, thread: Some(thread) }
    }

    /// Opens a bank; answers with [`Message::AuthorOpened`]. What is open is written and let go of.
    pub fn open(&self, path: PathBuf) {
        self.order(Order::Open(path));
    }

    /// Keeps a change, which makes this version of the text.
    pub fn changed(&self, version: u64, edits: Edits) {
        self.order(Order::Changed { version, edits });
    }

    /// Notes that the window has taken up what was told of the file; this version of its text.
    pub fn adopted(&self, version: u64) {
        self.order(Order::Adopted { version });
    }

    /// Writes the file now; answers with [`Message::AuthorSaved`].
    pub fn save(&self) {
        self.order(Order::Save);
    }

    /// Looks whether the file was changed outside; answers with [`Message::AuthorChangedOutside`] where it was.
    pub fn look(&self) {
        self.order(Order::Look);
    }

    /// Reads an older state of the bank; answers with [`Message::AuthorVersion`].
    pub fn look_up(&self, version: Version) {
        self.order(Order::LookUp(version));
    }

    /// Writes the file and lets go of the bank.
    pub fn close(&self) {
        self.order(Order::Close);
    }

    /// Writes what is to be written, and waits for that.
    pub fn finish(mut self) {
        self.close();
        let Self { orders, thread } = &mut self;
        let (closed, _) = channel();
        *orders = closed;
        // Where the thread has failed, the journal has all that it was told.
        let _ = thread.take().map(JoinHandle::join);
    }

    fn order(&self, order: Order) {
        // The thread lives as long as this end of it, so there is always somebody to take it.
        let _ = self.orders.send(order);
    }
}

/// What the thread works with.
struct Work {
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
    fn run(mut self, waiting: &Receiver<Order>) {
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
            Order::Look => self.look(),
            Order::LookUp(version) => self.look_up(&version),
            Order::Close => self.close(),
        }
    }

    fn begin(&mut self, path: &Path) -> Result<Opened, BankFileError> {
        let base = read_bank_text(path)?;
        let versions = Versions::of(&self.folder, path);
        let (journal, conflicts, is_recovered) = match self.journal(path, &base) {
            Ok(found) => found,
            Err(error) => {
                let (path, reason) = (path.to_owned(), error.to_string());
                self.reporter.send(Message::AuthorNotKept { path, reason });
                return Ok(Opened {
                    text: base,
                    is_recovered: false,
                    unwritable: None,
                    conflicts: Vec::new(),
                    versions: Vec::new(),
                });
            }
        };
        let text = journal.text().to_owned();
        let save_at = is_recovered.then(|| Instant::now() + SAVE_AFTER);
        let kept = versions.list();
        let path = path.to_owned();
        let unwritable = seen_before(&path);
        self.open = Some(Open { path, journal, versions, version: 0, sync_at: None, save_at, outside: None });
        Ok(Opened { text, is_recovered, unwritable, conflicts, versions: kept })
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
            Err(SaveError::ChangedOutside { .. }) => self.look(),
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

    /// Brings together what the file says now and what was typed, where the file was changed outside.
    fn look(&mut self) {
        let Some(open) = &mut self.open else { return };
        let theirs = match read_settled(&open.path) {
            Ok(outside) => outside.text,
            // A file that is gone for the moment, or half written: what was typed is safe, and its time comes.
            Err(UnsettledError::StillChanging | UnsettledError::Empty | UnsettledError::BreaksOff { .. }) => {
                open.save_at = Some(Instant::now() + TRY_AGAIN_AFTER);
                return;
            }
            Err(_) => return,
        };
        if theirs == open.journal.base() {
            return;
        }
        if theirs == open.journal.text() {
            let kept = open.journal.saved(&theirs).map_err(not_kept);
            return self.tell_saved(kept);
        }
        match merge(open.journal.base(), open.journal.text(), &theirs) {
            Ok(merged) => {
                open.outside = Some((theirs, merged.text.clone()));
                let outside = FromOutside {
                    version: open.version,
                    text: merged.text,
                    conflicts: merged.conflicts,
                    taken: merged.taken,
                };
                let path = open.path.clone();
                self.reporter.send(Message::AuthorChangedOutside { path, outside: Box::new(outside) });
            }
            Err(_) => {
                let found = Hash::of(&theirs);
                self.tell_saved(Err(SaveError::ChangedOutside { found }));
            }
        }
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

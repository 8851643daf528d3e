//! Tells when bank files change on the disk. Reads none of them and polls nothing: what is watched is the folder that a
//! file lies in, so that editors which write beside the file and rename, and files that appear later, are noticed too.

use super::watched::{Targets, Touched, Watched};
use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use thiserror::Error;

/// A change is told after this long without another: an editor writes a file in several steps within some
/// milliseconds, and each must not be read by itself.
const QUIET_TIME: Duration = Duration::from_millis(100);
/// A file that never rests, such as one that is being copied, is told of this often.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// What a watch has to tell.
#[derive(Debug)]
pub enum WatchNews {
    /// These files may have changed, appeared or gone.
    Changed(Vec<PathBuf>),
    /// Some changes will not be noticed. Told once.
    Failed(WatchError),
}

/// Why changes are not noticed.
#[derive(Debug, Error)]
pub enum WatchError {
    /// The system watches as many folders as it may.
    #[error("this computer is already watching as many folders as it may")]
    TooMany,
    /// The system refuses for another reason.
    #[error("{0}")]
    Refused(String),
}

impl From<notify::Error> for WatchError {
    fn from(error: notify::Error) -> Self {
        match error.kind {
            ErrorKind::MaxFilesWatch => Self::TooMany,
            // What inotify answers where no more watchers may be made (EMFILE).
            ErrorKind::Io(ref reason) if reason.raw_os_error() == Some(24) && cfg!(unix) => Self::TooMany,
            ErrorKind::Io(reason) => Self::Refused(reason.to_string()),
            ErrorKind::Generic(reason) => Self::Refused(reason),
            _ => Self::Refused(error.to_string()),
        }
    }
}

/// A watch on bank files, on a thread of its own. It ends when this is dropped.
#[derive(Debug)]
pub struct Watch {
    orders: Sender<Order>,
}

/// What the thread is told: by its owner, and by the system.
#[derive(Debug)]
enum Order {
    Follow(Watched),
    Happened(notify::Result<Event>),
    Stop,
}

impl Watch {
    /// Starts a watch that follows nothing yet. `tell` is called on the watch's own thread.
    pub fn new(tell: impl FnMut(WatchNews) + Send + 'static) -> Self {
        let (orders, waiting) = channel();
        let events = orders.clone();
        std::thread::spawn(move || Watching::new(tell).work(&waiting, events));
        Self { orders }
    }

    /// Follows these files and folders from now on, and no others.
    pub fn follow(&self, watched: Watched) {
        // The thread ends only by itself where the system refuses to watch; that was told.
        let _ = self.orders.send(Order::Follow(watched));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.orders.send(Order::Stop);
    }
}

/// The thread's own.
struct Watching<T> {
    tell: T,
    has_told_failure: bool,
    targets: Targets,
    /// The folders that the system watches for us.
    folders: BTreeMap<PathBuf, RecursiveMode>,
    /// The files that have changed since the last telling.
    changed: BTreeSet<PathBuf>,
    /// Whether a folder that matters has come or gone since then.
    has_moved: bool,
    /// When the first and the last of these changes were heard of.
    heard: Option<(Instant, Instant)>,
}

impl<T: FnMut(WatchNews)> Watching<T> {
    fn new(tell: T) -> Self {
        Self {
            tell,
            has_told_failure: false,
            targets: Targets::default(),
            folders: BTreeMap::new(),
            changed: BTreeSet::new(),
            has_moved: false,
            heard: None,
        }
    }

    fn work(mut self, waiting: &Receiver<Order>, events: Sender<Order>) {
        // Linked folders are left out, as in the library itself: they may lead in circles.
        let config = Config::default().with_follow_symlinks(false);
        let send = move |event| {
            let _ = events.send(Order::Happened(event));
        };
        let mut watcher = match RecommendedWatcher::new(send, config) {
            Ok(watcher) => watcher,
            Err(error) => return self.tell_failure(error),
        };
        while let Some(order) = self.next(waiting) {
            match order {
                Next::Due => self.tell_changes(&mut watcher),
                Next::Order(Order::Follow(watched)) => self.follow(Targets::of(watched), &mut watcher),
                Next::Order(Order::Happened(Ok(event))) => self.note(&event),
                Next::Order(Order::Happened(Err(error))) => self.tell_failure(error),
                Next::Order(Order::Stop) => return,
            }
        }
    }

    /// Waits for an order, or until a change is to be told; without a change, for as long as it takes.
    fn next(&self, waiting: &Receiver<Order>) -> Option<Next> {
        let Some((first, last)) = self.heard else { return waiting.recv().ok().map(Next::Order) };
        let due = (last + QUIET_TIME).min(first + LONGEST_WAIT);
        match waiting.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(order) => Some(Next::Order(order)),
            Err(RecvTimeoutError::Timeout) => Some(Next::Due),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn follow(&mut self, targets: Targets, watcher: &mut RecommendedWatcher) {
        self.targets = targets;
        // A folder that comes or goes between looking and watching is not heard of: look again until nothing differs.
        const MOST_ROUNDS: usize = 8;
        for _ in 0..MOST_ROUNDS {
            let folders = self.targets.folders();
            if folders == self.folders {
                break;
            }
            self.watch(folders, watcher);
        }
    }

    fn watch(&mut self, folders: BTreeMap<PathBuf, RecursiveMode>, watcher: &mut RecommendedWatcher) {
        for other in self.folders.keys().filter(|folder| folders.get(*folder) != self.folders.get(*folder)) {
            // One that is not there any more is watched no more, whatever the system answers.
            let _ = watcher.unwatch(other);
        }
        let before = std::mem::take(&mut self.folders);
        for (folder, mode) in folders {
            let outcome = if before.get(&folder) == Some(&mode) { Ok(()) } else { watcher.watch(&folder, mode) };
            match outcome {
                Ok(()) => {
                    self.folders.insert(folder, mode);
                }
                Err(error) => self.refused(error),
            }
        }
    }

    /// Notes what an event is about. Other files of the folder, and our own reading, are no change.
    fn note(&mut self, event: &Event) {
        let is_change = match event.kind {
            EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
            _ => true,
        };
        if !is_change {
            return;
        }
        let mut touched = Touched::default();
        if event.need_rescan() {
            touched = self.targets.all();
        }
        for path in &event.paths {
            touched.add(self.targets.touched_by(path));
        }
        if touched.files.is_empty() && !touched.is_folder {
            return;
        }
        let now = Instant::now();
        self.heard = Some((self.heard.map_or(now, |(first, _)| first), now));
        self.changed.append(&mut touched.files);
        self.has_moved |= touched.is_folder;
    }

    fn tell_changes(&mut self, watcher: &mut RecommendedWatcher) {
        self.heard = None;
        if std::mem::take(&mut self.has_moved) {
            self.follow_anew(watcher);
        }
        let changed: Vec<PathBuf> = std::mem::take(&mut self.changed).into_iter().collect();
        if !changed.is_empty() {
            (self.tell)(WatchNews::Changed(changed));
        }
    }

    /// A folder that was moved or made again is another one to the system, although its name is the same.
    fn follow_anew(&mut self, watcher: &mut RecommendedWatcher) {
        for folder in std::mem::take(&mut self.folders).keys() {
            let _ = watcher.unwatch(folder);
        }
        let watched = std::mem::take(&mut self.targets).watched;
        self.follow(Targets::of(watched), watcher);
        // What came between the change and the new watch was not heard.
        self.changed.append(&mut self.targets.all().files);
    }

    /// A folder that goes between looking and watching is no failure: its parent tells of that.
    fn refused(&mut self, error: notify::Error) {
        let is_gone = match &error.kind {
            ErrorKind::PathNotFound => true,
            ErrorKind::Io(reason) => reason.kind() == std::io::ErrorKind::NotFound,
            _ => false,
        };
        if !is_gone {
            self.tell_failure(error);
        }
    }

    fn tell_failure(&mut self, error: notify::Error) {
        if !std::mem::replace(&mut self.has_told_failure, true) {
            (self.tell)(WatchNews::Failed(error.into()));
        }
    }
}

/// What the thread has to do next.
enum Next {
    Order(Order),
    /// Tell what has changed.
    Due,
}

#[cfg(test)]
mod tests;

//! Reads bank files on a thread of its own, one after the other, and tells how far it is.

use super::inbox::{Message, Reporter};
use super::model::Loading;
use crate::bank::{Progress, Reading, read_with};
use crate::disk::{BankFileError, PicturesBeside, read_bank_text};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a file must take before the window says that it is being read.
const QUIET_TIME: Duration = Duration::from_millis(300);
/// How often the window hears how far the reading is.
const REPORT_EVERY: Duration = Duration::from_millis(100);

/// The window's end of the reading thread.
#[derive(Debug)]
pub struct Loader {
    files: Sender<PathBuf>,
    state: Arc<State>,
}

/// What the thread tells while it reads.
#[derive(Debug, Default)]
struct State {
    /// The file being read, and since when.
    current: Mutex<Option<(String, Instant)>>,
    /// How far it is, in ten-thousandths.
    share: AtomicU32,
    /// Whether to stop.
    stops: AtomicBool,
}

impl Loader {
    /// Starts the thread. It ends when the loader is dropped.
    pub fn new(reporter: Reporter) -> Self {
        let (files, waiting) = channel();
        let state = Arc::new(State::default());
        let thread_state = Arc::clone(&state);
        std::thread::spawn(move || work(&waiting, &thread_state, &reporter));
        Self { files, state }
    }

    /// Reads a file when those before it are read; answers with [`Message::BankRead`].
    pub fn read(&self, path: PathBuf) {
        // The thread lives as long as this loader, so there is always somebody to take it.
        let _ = self.files.send(path);
    }

    /// Stops reading the file that is being read.
    pub fn stop(&self) {
        self.state.stops.store(true, Ordering::Relaxed);
    }

    /// The file being read, once that takes noticeably long.
    pub fn loading(&self) -> Option<Loading> {
        let current = self.state.current.lock().unwrap_or_else(PoisonError::into_inner);
        let (name, since) = current.as_ref()?;
        let share = self.state.share.load(Ordering::Relaxed) as f32 / 10_000.0;
        (since.elapsed() >= QUIET_TIME).then(|| Loading { name: name.clone(), share })
    }
}

/// Reads a bank file from the disk.
pub fn read_file(path: &Path, progress: &dyn Progress) -> Result<Box<Reading>, BankFileError> {
    let text = read_bank_text(path)?;
    Ok(Box::new(read_with(&text, progress, &PicturesBeside::of_bank(path))))
}

fn work(waiting: &Receiver<PathBuf>, state: &State, reporter: &Reporter) {
    while let Ok(path) = waiting.recv() {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        state.share.store(0, Ordering::Relaxed);
        state.stops.store(false, Ordering::Relaxed);
        *state.current.lock().unwrap_or_else(PoisonError::into_inner) = Some((name, Instant::now()));
        let teller = Teller { state, reporter, told: Mutex::new(Instant::now()) };
        let outcome = read_file(&path, &teller);
        *state.current.lock().unwrap_or_else(PoisonError::into_inner) = None;
        reporter.send(Message::BankRead { path, outcome });
    }
}

/// Passes the progress on, but not for every question of a hundred thousand.
struct Teller<'a> {
    state: &'a State,
    reporter: &'a Reporter,
    told: Mutex<Instant>,
}

impl Progress for Teller<'_> {
    fn advance(&self, share: f32) -> bool {
        self.state.share.store((share.clamp(0.0, 1.0) * 10_000.0) as u32, Ordering::Relaxed);
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.elapsed() >= REPORT_EVERY {
            *told = Instant::now();
            self.reporter.send(Message::Progress);
        }
        !self.state.stops.load(Ordering::Relaxed)
    }
}

//! How far a worker thread is with a file, as the window may ask at any time. Does no work itself.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::model::Loading;
use crate::bank::Progress;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a file must take before the window says that it is being read.
const QUIET_TIME: Duration = Duration::from_millis(300);
/// How often the window hears how far the reading is.
const REPORT_EVERY: Duration = Duration::from_millis(100);

/// What the thread tells while it reads.
#[derive(Debug, Default)]
pub struct UnderWay {
    /// The file being read, and since when.
    current: Mutex<Option<(String, Instant)>>,
    /// How far it is, in ten-thousandths.
    share: AtomicU32,
    /// Whether to stop.
    stops: AtomicBool,
}

impl UnderWay {
    /// Notes that a file is being read from now on.
    pub fn begin(&self, name: String) {
        self.share.store(0, Ordering::Relaxed);
        self.stops.store(false, Ordering::Relaxed);
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Some((name, Instant::now()));
    }

    /// Wakes the window once this has taken noticeably long, for work that tells nothing while it goes on.
    pub fn wake_when_noticed(&self, reporter: &Reporter) {
        let reporter = reporter.clone();
        std::thread::spawn(move || {
            std::thread::sleep(QUIET_TIME + REPORT_EVERY);
            reporter.send(Message::Progress);
        });
    }

    /// Notes that no file is being read.
    pub fn end(&self) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Stops the reading of the file that is being read.
    pub fn stop(&self) {
        self.stops.store(true, Ordering::Relaxed);
    }

    /// The file being read, once that takes noticeably long.
    pub fn loading(&self) -> Option<Loading> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let (name, since) = current.as_ref()?;
        let share = self.share.load(Ordering::Relaxed) as f32 / 10_000.0;
        (since.elapsed() >= QUIET_TIME).then(|| Loading { name: name.clone(), share })
    }
}

/// Passes the progress on, but not for every question of a hundred thousand.
pub struct Teller<'a> {
    state: &'a UnderWay,
    reporter: &'a Reporter,
    told: Mutex<Instant>,
}

impl<'a> Teller<'a> {
    /// One for the file that was begun last.
    pub fn new(state: &'a UnderWay, reporter: &'a Reporter) -> Self {
        Self { state, reporter, told: Mutex::new(Instant::now()) }
    }
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

//! Waits for something to come about, and never for ever.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// A busy machine with a software rasteriser takes its time; nothing that works takes as long as this.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(10);

/// Asks until there is an answer.
///
/// # Panics
/// When there is none in time; `what` says what was waited for.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(started.elapsed() < PATIENCE, "waited in vain for {what}");
        sleep(PAUSE);
    }
}

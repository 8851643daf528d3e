//! The window while nobody uses it.

use crate::cost::processor_ms;
use crate::play::begin;
use crate::program::{Home, Running};
use crate::quiz::bank;
use crate::screen::Screen;
use std::thread::sleep;
use std::time::Duration;

/// What the last frame brought with it is over after this.
const SETTLING: Duration = Duration::from_secs(2);
const IDLE_TIME: Duration = Duration::from_secs(3);
/// Two ticks of the clock that processor time is told in: a single frame costs more with a software rasteriser, and a
/// window that repaints without cause draws dozens in this time.
const MOST_MS: f64 = 20.0;

#[test]
fn an_idle_window_uses_no_processor_time() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let library = home.open(&screen, &[]);
    check(&library, "the library");
    assert!(library.close().success());
    let running = home.open(&screen, &[&file]);
    check(&running, "the page of a bank");
    begin(&home, &running);
    running.picture();
    check(&running, "a question");
}

fn check(running: &Running<'_>, place: &str) {
    sleep(SETTLING);
    let before = processor_ms(running.process_id());
    sleep(IDLE_TIME);
    let used_ms = processor_ms(running.process_id()) - before;
    assert!(used_ms <= MOST_MS, "{place} used {used_ms} ms in {IDLE_TIME:?}");
}

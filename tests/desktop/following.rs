//! The window follows a bank that is edited in another program.

use crate::cost::processor_ms;
use crate::program::{Home, Running};
use crate::quiz::bank;
use crate::screen::Screen;
use crate::wait::until;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What the last frame brought with it is over after this.
const SETTLING: Duration = Duration::from_secs(2);
const IDLE_TIME: Duration = Duration::from_secs(3);
/// A way in which programs write a file.
type Write = fn(&Path, &str);
/// As for every other idle window.
const MOST_MS: f64 = 20.0;

/// How long the window took is printed, and asserted nowhere: a busy machine takes its time.
#[test]
#[expect(clippy::print_stdout, reason = "`--nocapture` shows how long it took")]
fn the_window_follows_an_edited_bank_and_rests_again() {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    // Named, it is shown at once: in the library its card may lie below the edge of the window.
    let running = home.open(&screen, &[&file]);
    let ways = [
        ("in place", in_place as Write),
        ("by renaming", by_renaming),
        ("with the old file aside", with_the_old_aside),
    ];
    for (way, write) in ways {
        let before = running.picture();
        let started = Instant::now();
        write(&file, &bank("five").replace("The bank five", &format!("The bank written {way}")));
        until("the window to follow", || {
            running.screen.picture(running.window).filter(|now| *now != before).map(|_| ())
        });
        println!("{way}: {} ms until the window showed it", started.elapsed().as_millis());
        running.picture();
    }
    check_idle(&running);
    assert!(running.close().success());
}

fn in_place(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

fn by_renaming(path: &Path, text: &str) {
    let beside = path.with_extension("tmp");
    std::fs::write(&beside, text).unwrap();
    std::fs::rename(beside, path).unwrap();
}

fn with_the_old_aside(path: &Path, text: &str) {
    let aside = path.with_extension("ron~");
    std::fs::rename(path, &aside).unwrap();
    std::fs::write(path, text).unwrap();
    std::fs::remove_file(aside).unwrap();
}

/// Watching costs nothing while nothing changes, also when other files beside the bank do not matter.
fn check_idle(running: &Running<'_>) {
    sleep(SETTLING);
    let before = processor_ms(running.process_id());
    sleep(IDLE_TIME);
    let used_ms = processor_ms(running.process_id()) - before;
    assert!(used_ms <= MOST_MS, "a window that watches used {used_ms} ms in {IDLE_TIME:?}");
}

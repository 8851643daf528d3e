//! The real window against an eframe hello-world of the same features and profile: start to first frame and to the last change, peak memory,
//! processor time when idle; and what a million answers and a bank of 100,000 questions adds. `benches/startup.sh` builds and runs it.
//!
//! Both programs run in turn on one X server, so that whatever else the machine does falls on both alike.

#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "a measuring tool prints what it measured")]

#[path = "../support/bank_text.rs"]
mod bank_text;
#[path = "../../tests/desktop/cost.rs"]
mod cost;
mod eyes;
#[expect(dead_code, reason = "made for the figures of progress, which also need its last day")]
#[path = "../support/filled_history.rs"]
mod filled_history;
mod process;
#[path = "../../tests/desktop/screen.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "made for the tests, which also need fingers")]
mod screen;
#[path = "../../tests/desktop/wait.rs"]
mod wait;

use process::{Measured, Program};
use screen::Screen;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// Starts of each program; the middle one is told.
const ROUNDS: usize = 15;
/// What a window does in its first moments is over after this.
const SETTLING: Duration = Duration::from_millis(800);
/// A large bank is read for so long without anything to see.
const CARD_STILLNESS: Duration = Duration::from_secs(3);
const IDLE_TIME: Duration = Duration::from_secs(10);
const QUESTION_COUNT: usize = 100_000;

fn main() {
    let screen = Screen::open();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let hello = Program::example("hello_window");
    let torus = Program::torus(&folder.path().join("used"));
    starts(&screen, folder.path(), &hello, &torus);
    for (name, program) in [("hello world", &hello), ("Torus, library", &torus)] {
        println!("{name:24} {:>6} ms of processor time in {IDLE_TIME:?} of idling", idle_ms(&screen, program));
    }
    large_bank(&screen, folder.path());
}

/// Start to first frame, in turn.
fn starts(screen: &Screen, folder: &Path, hello: &Program, torus: &Program) {
    let much_used = folder.join("much used");
    std::fs::create_dir_all(&much_used).expect("a folder");
    // A million answers to 100,000 questions: opening the library may take 1.5 times as long as without.
    drop(filled_history::filled(&much_used, 100_000, 10));
    let much_used = Program::torus(&much_used);
    let mut rows: [(&str, Vec<Measured>); 4] = [
        ("hello world", vec![]),
        ("Torus, used before", vec![]),
        ("Torus, first start", vec![]),
        ("Torus, 1,000,000 answers", vec![]),
    ];
    // Not counted: what the disk and the driver keep from here on.
    hello.measure(screen, SETTLING);
    torus.measure(screen, SETTLING);
    much_used.measure(screen, SETTLING);
    for round in 0..ROUNDS {
        rows[0].1.push(hello.measure(screen, SETTLING));
        rows[1].1.push(torus.measure(screen, SETTLING));
        rows[2].1.push(Program::torus(&folder.join(round.to_string())).measure(screen, SETTLING));
        rows[3].1.push(much_used.measure(screen, SETTLING));
    }
    let of = |measured: &[Measured], figure: fn(&Measured) -> f64| median(measured.iter().map(figure).collect());
    println!(
        "median of {ROUNDS} starts          first frame   against hello    settled   against hello   processor time   peak memory"
    );
    let hello_ms = of(&rows[0].1, |measured| measured.first_frame_ms);
    let hello_settled_ms = of(&rows[0].1, |measured| measured.settled_ms);
    for (name, measured) in &rows {
        let first_frame_ms = of(measured, |measured| measured.first_frame_ms);
        let settled_ms = of(measured, |measured| measured.settled_ms);
        println!(
            "{name:24} {first_frame_ms:>10.1} ms {:>13.2} × {settled_ms:>8.0} ms {:>13.2} × {:>13.0} ms {:>10.1} MB",
            first_frame_ms / hello_ms,
            settled_ms / hello_settled_ms,
            of(measured, |measured| measured.processor_ms),
            of(measured, |measured| measured.peak_bytes) / 1e6
        );
    }
}

fn idle_ms(screen: &Screen, program: &Program) -> f64 {
    let running = program.start(screen);
    running.first_frame();
    sleep(3 * SETTLING);
    let before = running.processor_ms();
    sleep(IDLE_TIME);
    running.processor_ms() - before
}

/// The time until the card of a large bank shows, and the memory that it takes at most.
fn large_bank(screen: &Screen, folder: &Path) {
    let empty = Program::torus(&folder.join("empty")).start(screen);
    empty.first_frame();
    sleep(3 * SETTLING);
    let empty_bytes = empty.peak_bytes();
    drop(empty);
    let data = folder.join("large");
    let text = bank_text::bank_text(QUESTION_COUNT);
    std::fs::create_dir_all(data.join("quizzes")).expect("a folder");
    std::fs::write(data.join("quizzes/large.ron"), &text).expect("a bank");
    let running = Program::torus(&data).start(screen);
    let first_frame = running.first_frame();
    let card = running.last_change(CARD_STILLNESS);
    let bytes = running.peak_bytes();
    let file_bytes = text.len() as f64;
    println!("bank of {QUESTION_COUNT} questions, {:.1} MB: card shows {card:?} after the start", file_bytes / 1e6);
    println!("    first frame {first_frame:?} after the start; it is read meanwhile");
    println!(
        "    peak memory {:.1} MB, empty window {:.1} MB: {:.2} × the file above it",
        bytes / 1e6,
        empty_bytes / 1e6,
        (bytes - empty_bytes) / file_bytes
    );
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

//! A desktop with a screen reader, and the program open on it. Judges nothing.

use crate::bus::{Bus, Event};
use crate::program::Home;
use crate::screen::{Ended, Key, Screen};
use std::path::Path;
use std::time::{Duration, Instant};

/// So long nothing must happen and no thread of the program must run, before what a key has done is over.
const QUIET: Duration = Duration::from_millis(250);
const PAUSE: Duration = Duration::from_millis(10);
/// Longer than anything takes; a window that never rests fails other tests.
const PATIENCE: Duration = Duration::from_secs(20);

/// A desktop of its own.
pub struct Desk {
    pub screen: Screen,
    pub bus: Bus,
}

/// The program open on a desk.
pub struct Open<'a> {
    pub desk: &'a Desk,
    child: Ended,
}

impl Desk {
    pub fn new() -> Self {
        Self { screen: Screen::open(), bus: Bus::open() }
    }

    /// Opens the window, and waits until it can be used.
    pub fn open(&self, home: &Home, banks: &[&Path]) -> Open<'_> {
        let mut program = home.program(banks);
        program.env("DISPLAY", self.screen.display()).env("DBUS_SESSION_BUS_ADDRESS", self.bus.session());
        let child = Ended(program.spawn().unwrap());
        self.screen.window_of(child.0.id());
        Open { desk: self, child }
    }
}

impl Open<'_> {
    /// Presses keys by their names, such as `Enter`, `1`, `Alt H` or `Ctrl K`; what stands in “quotes” is typed.
    pub fn press(&self, name: &str) {
        if let Some(words) = name.strip_prefix('“') {
            let keys: Vec<Key> = words.trim_end_matches('”').chars().map(|letter| Key::new(letter.into())).collect();
            return self.desk.screen.press(&keys);
        }
        let keys: Vec<Key> = name.split(' ').map(key).collect();
        self.desk.screen.press_together(&keys);
    }

    /// Everything that happens until the program rests.
    pub fn events(&self) -> Vec<Event> {
        let mut events = Vec::new();
        let (started, mut quiet_since) = (Instant::now(), Instant::now());
        while quiet_since.elapsed() < QUIET {
            assert!(started.elapsed() < PATIENCE, "the program never rests");
            if let Some(event) = self.desk.bus.next(PAUSE) {
                events.push(event);
                quiet_since = Instant::now();
            }
            if is_running(self.child.0.id()) {
                quiet_since = Instant::now();
            }
        }
        events
    }
}

/// Whether a thread of the process runs or waits for a processor.
fn is_running(process_id: u32) -> bool {
    let tasks = std::fs::read_dir(format!("/proc/{process_id}/task")).unwrap();
    tasks.flatten().any(|task| {
        let text = std::fs::read_to_string(task.path().join("stat")).unwrap_or_default();
        // The state stands after the name, which is in brackets and may hold spaces.
        text.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with(['R', 'D']))
    })
}

fn key(name: &str) -> Key {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Key::new(letter.to_ascii_lowercase().into());
    }
    Key::new(match name {
        "Enter" => 0xFF0D,
        "Tab" => 0xFF09,
        "Esc" => 0xFF1B,
        "Space" => 0x20,
        "Delete" => 0xFFFF,
        "Home" => 0xFF50,
        "Left" => 0xFF51,
        "Up" => 0xFF52,
        "Right" => 0xFF53,
        "Down" => 0xFF54,
        "End" => 0xFF57,
        "Shift" => 0xFFE1,
        "Ctrl" => 0xFFE3,
        "Alt" => 0xFFE9,
        _ => panic!("no key {name:?}"),
    })
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        let _ = self.child.0.kill();
    }
}

//! Reads bank files on a thread of its own, one after the other, and tells how far it is.

use crate::app::file_name::name_of;
use crate::app::inbox::{Message, Reporter};
use crate::app::state::bank_read::BankRead;
use crate::app::state::model::Loading;
use crate::app::state::under_way::{Teller, UnderWay};
use crate::bank::{Progress, read_with};
use crate::disk::{BankFileError, PicturesBeside, read_bank_text};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// For how long banks that were read wait for those that follow.
const GATHERING: Duration = Duration::from_millis(150);

/// The window's end of the reading thread.
#[derive(Debug)]
pub struct Loader {
    files: Sender<PathBuf>,
    state: Arc<UnderWay>,
}

impl Loader {
    /// Starts the thread. It ends when the loader is dropped.
    pub fn new(reporter: Reporter) -> Self {
        let (files, waiting) = channel();
        let state = Arc::new(UnderWay::default());
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
        self.state.stop();
    }

    /// The file being read, once that takes noticeably long.
    pub fn loading(&self) -> Option<Loading> {
        self.state.loading()
    }
}

/// Reads a bank file from the disk.
pub fn read_file(path: &Path, progress: &dyn Progress) -> Result<Box<BankRead>, BankFileError> {
    let text = read_bank_text(path)?;
    let reading = read_with(&text, progress, &PicturesBeside::of_bank(path));
    Ok(Box::new(BankRead::new(&text, reading)))
}

fn work(waiting: &Receiver<PathBuf>, state: &UnderWay, reporter: &Reporter) {
    let mut files = VecDeque::new();
    let mut woke = Instant::now();
    while let Some(path) = next(waiting, &mut files) {
        state.begin(name_of(&path));
        let outcome = read_file(&path, &Teller::new(state, reporter));
        state.end();
        take_waiting(waiting, &mut files);
        // Banks that are read one right after the other are shown together: each frame costs more than a small bank.
        let message = Message::BankRead { path, outcome };
        if files.is_empty() || woke.elapsed() >= GATHERING {
            woke = Instant::now();
            reporter.send(message);
        } else {
            reporter.post(message);
        }
    }
}

/// The next file to read, once there is one. A file that was asked for several times meanwhile is read once: one that is
/// being copied changes every second, and a large one takes longer to read.
fn next(waiting: &Receiver<PathBuf>, files: &mut VecDeque<PathBuf>) -> Option<PathBuf> {
    if files.is_empty() {
        files.push_back(waiting.recv().ok()?);
    }
    take_waiting(waiting, files);
    files.pop_front()
}

fn take_waiting(waiting: &Receiver<PathBuf>, files: &mut VecDeque<PathBuf>) {
    while let Ok(path) = waiting.try_recv() {
        if !files.contains(&path) {
            files.push_back(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_asked_for_several_times_is_read_once_and_again_when_it_is_asked_for_later() {
        let (asks, waiting) = channel();
        let mut files = VecDeque::new();
        for name in ["a", "b", "a", "a", "b"] {
            asks.send(PathBuf::from(name)).expect("heard");
        }
        assert_eq!(next(&waiting, &mut files), Some("a".into()));
        asks.send("a".into()).expect("heard");
        assert_eq!(next(&waiting, &mut files), Some("b".into()));
        assert_eq!(next(&waiting, &mut files), Some("a".into()));
        drop(asks);
        assert_eq!(next(&waiting, &mut files), None);
    }
}

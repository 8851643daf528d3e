//! Reads bank files on a thread of its own, one after the other, and tells how far it is.

use super::inbox::{Message, Reporter};
use super::model::Loading;
use super::under_way::{Teller, UnderWay};
use crate::bank::{Progress, Reading, read};
use crate::disk::{BankFileError, read_bank_text};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

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
pub fn read_file(path: &Path, progress: &dyn Progress) -> Result<Box<Reading>, BankFileError> {
    let text = read_bank_text(path)?;
    Ok(Box::new(read(&text, progress)))
}

fn work(waiting: &Receiver<PathBuf>, state: &UnderWay, reporter: &Reporter) {
    while let Ok(path) = waiting.recv() {
        state.begin(name_of(&path));
        let outcome = read_file(&path, &Teller::new(state, reporter));
        state.end();
        reporter.send(Message::BankRead { path, outcome });
    }
}

/// The name of a file, as it is told while it is read.
pub fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

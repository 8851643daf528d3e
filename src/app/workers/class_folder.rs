//! Looks through the folder of a class every 20 seconds, on a thread of its own: network drives do not tell of changes.

use crate::app::inbox::{Message, Reporter};
use crate::disk::FolderLook;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How often the folder is looked through.
const LOOK_EVERY: Duration = Duration::from_secs(20);

/// The window's end of the thread, which ends when this is dropped: at once, also in the middle of a look.
#[derive(Debug)]
pub struct ClassFolderWatch {
    folder: PathBuf,
    looks: Sender<()>,
    is_over: Arc<AtomicBool>,
}

impl ClassFolderWatch {
    /// Starts to look through `folder`. Answers with [`Message::ClassFolderLooked`] after the first look, and after each one
    /// that has found something else than the one before.
    pub fn start(folder: PathBuf, reporter: Reporter) -> Self {
        Self::start_with(folder, LOOK_EVERY, reporter)
    }

    fn start_with(folder: PathBuf, every: Duration, reporter: Reporter) -> Self {
        let (looks, orders) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let (look, is_over_there) = (FolderLook::new(folder.clone()), Arc::clone(&is_over));
        std::thread::spawn(move || work(look, &orders, every, &is_over_there, &reporter));
        Self { folder, looks, is_over }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks through the folder now, and then every 20 seconds again.
    pub fn look_now(&self) {
        // The thread lives as long as this watch, so there is always somebody to take it.
        let _ = self.looks.send(());
    }
}

impl Drop for ClassFolderWatch {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn work(mut look: FolderLook, orders: &Receiver<()>, every: Duration, is_over: &AtomicBool, reporter: &Reporter) {
    loop {
        if let Some(found) = look.look(&|| !is_over.load(Ordering::Relaxed)) {
            reporter.send(Message::ClassFolderLooked(Box::new(found)));
        }
        match orders.recv_timeout(every) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::inbox::Inbox;
    use crate::disk::HandedIn;
    use std::fs;
    use std::time::Instant;

    const PATIENCE: Duration = Duration::from_secs(20);
    const OFTEN: Duration = Duration::from_millis(10);

    fn next(inbox: &Inbox) -> HandedIn {
        let started = Instant::now();
        loop {
            match inbox.take() {
                Some(Message::ClassFolderLooked(found)) => return *found,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(1)),
            }
            assert!(started.elapsed() < PATIENCE, "never answered");
        }
    }

    #[test]
    fn what_is_handed_in_and_taken_away_is_told_whole_and_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let inbox = Inbox::new(egui::Context::default());
        let watch = ClassFolderWatch::start_with(folder.path().to_owned(), OFTEN, inbox.reporter());
        let first = next(&inbox);
        assert_eq!((&*first.folder, first.new.len(), first.unreadable.len()), (watch.folder(), 0, 0));
        let path = folder.path().join("ada.csv");
        fs::write(&path, "learner,sitting\nAda,1\n").expect("written");
        let second = next(&inbox);
        assert_eq!(second.new.iter().map(|file| &file.path).collect::<Vec<_>>(), [&path]);
        fs::remove_file(&path).expect("removed");
        let third = next(&inbox);
        assert_eq!((third.new.len(), third.gone), (0, vec![path]));
        std::thread::sleep(5 * OFTEN);
        assert!(inbox.take().is_none(), "nothing has changed");
    }

    #[test]
    fn a_folder_that_is_away_is_told_and_looked_for_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let away = folder.path().join("drive");
        let inbox = Inbox::new(egui::Context::default());
        let _watch = ClassFolderWatch::start_with(away.clone(), OFTEN, inbox.reporter());
        assert_eq!(next(&inbox).unreadable[0].0, away);
        fs::create_dir(&away).expect("plugged in");
        assert!(next(&inbox).unreadable.is_empty());
    }

    #[test]
    fn it_looks_at_once_where_it_is_asked_and_never_after_its_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let inbox = Inbox::new(egui::Context::default());
        let watch = ClassFolderWatch::start_with(folder.path().to_owned(), 3 * PATIENCE, inbox.reporter());
        next(&inbox);
        fs::write(folder.path().join("ada.csv"), "learner\nAda\n").expect("written");
        watch.look_now();
        assert_eq!(next(&inbox).new.len(), 1);
        drop(watch);
        fs::write(folder.path().join("bea.csv"), "learner\nBea\n").expect("written");
        std::thread::sleep(5 * OFTEN);
        assert!(inbox.take().is_none());
    }
}

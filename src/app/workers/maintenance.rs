//! Work on the whole file of results that takes its time: the daily copy, and wiping a deleted learner from the file and
//! its copies. One after the other on a thread of its own, so that no copy is made while another is being wiped.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::model::Loading;
use crate::app::state::under_way::{Teller, UnderWay};
use crate::bank::Progress;
use crate::history::{History, backup_daily};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// The window's end of the thread.
#[derive(Debug)]
pub struct Chores {
    orders: Sender<Chore>,
    thread: JoinHandle<()>,
    state: Arc<UnderWay>,
}

/// Where the results and their copies lie.
#[derive(Clone, Debug)]
pub struct Files {
    /// The results.
    pub database: PathBuf,
    /// Their daily copies.
    pub backups: PathBuf,
}

#[derive(Debug)]
enum Chore {
    /// The copy of that day.
    Copy(String),
    /// These learners, by their UUIDs: others that are deleted meanwhile can still be brought back.
    Wipe(Vec<String>),
}

impl Chores {
    /// Starts the thread.
    pub fn new(files: Files, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let state = Arc::new(UnderWay::default());
        let thread_state = Arc::clone(&state);
        let thread = std::thread::spawn(move || work(&waiting, &files, &thread_state, &reporter));
        Self { orders, thread, state }
    }

    /// Makes the copy of that day, where there is none; answers with [`Message::CopyMade`].
    pub fn copy(&self, today: String) {
        // The thread lives until `finish`, so there is always somebody to take it.
        let _ = self.orders.send(Chore::Copy(today));
    }

    /// Wipes these learners from the results and their copies; answers with [`Message::Wiped`].
    pub fn wipe(&self, uuids: Vec<String>) {
        let _ = self.orders.send(Chore::Wipe(uuids));
    }

    /// The wiping under way, once it takes noticeably long.
    pub fn wiping(&self) -> Option<Loading> {
        self.state.loading()
    }

    /// Does what is left to do, and ends.
    pub fn finish(self) {
        drop(self.orders);
        // One that has failed has told why; the next start begins again.
        let _ = self.thread.join();
    }
}

fn work(waiting: &Receiver<Chore>, files: &Files, state: &Arc<UnderWay>, reporter: &Reporter) {
    while let Ok(chore) = waiting.recv() {
        match chore {
            Chore::Copy(today) => {
                let outcome = backup_daily(&files.database, &files.backups, &today);
                // That all is well is nothing to draw a frame for.
                let tell = if outcome.is_ok() { Reporter::post } else { Reporter::send };
                tell(reporter, Message::CopyMade(outcome.map(|_| ())));
            }
            Chore::Wipe(uuids) => {
                state.begin("the deleted learner".to_owned());
                state.wake_when_noticed(reporter);
                let teller = Teller::new(state, reporter);
                let tell = |share| {
                    teller.advance(share);
                };
                let outcome = History::purge_beside(&files.database, &files.backups, &uuids, &tell);
                state.end();
                reporter.send(Message::Wiped(outcome.map(|_| ())));
            }
        }
    }
}

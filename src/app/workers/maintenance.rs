//! Work on the whole file of results that takes its time: the daily copy, wiping a deleted learner from the file and
//! its copies, and bringing in the results of another computer. One after the other on a thread of its own, so that no copy is made while another is being wiped.

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
    bringing_in: Arc<UnderWay>,
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
    /// What another data folder has recorded: the folder, and the results in it.
    BringIn(PathBuf, PathBuf),
}

impl Chores {
    /// Starts the thread.
    pub fn new(files: Files, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let state = Arc::new(UnderWay::default());
        let bringing_in = Arc::new(UnderWay::default());
        let states = (Arc::clone(&state), Arc::clone(&bringing_in));
        let thread = std::thread::spawn(move || work(&waiting, &files, (&states.0, &states.1), &reporter));
        Self { orders, thread, state, bringing_in }
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

    /// Brings in the results at `database`, which lie in that folder; answers with [`Message::BroughtIn`].
    pub fn bring_in(&self, folder: PathBuf, database: PathBuf) {
        let _ = self.orders.send(Chore::BringIn(folder, database));
    }

    /// Stops bringing in results: nothing comes in then.
    pub fn stop_bringing_in(&self) {
        self.bringing_in.stop();
    }

    /// The folder whose results are being brought in, once that takes noticeably long.
    pub fn bringing_in(&self) -> Option<Loading> {
        self.bringing_in.loading()
    }

    /// The wiping under way, once it takes noticeably long.
    pub fn wiping(&self) -> Option<Loading> {
        self.state.loading()
    }

    /// Does what is left to do, and ends. Results that are being brought in are given up: they can come in another time.
    pub fn finish(self) {
        self.bringing_in.stop();
        drop(self.orders);
        // One that has failed has told why; the next start begins again.
        let _ = self.thread.join();
    }
}

fn work(
    waiting: &Receiver<Chore>,
    files: &Files,
    (state, bringing_in): (&Arc<UnderWay>, &Arc<UnderWay>),
    reporter: &Reporter,
) {
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
            Chore::BringIn(folder, database) => {
                let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
                bringing_in.begin(name);
                bringing_in.wake_when_noticed(reporter);
                let teller = Teller::new(bringing_in, reporter);
                let outcome = History::open_beside(&files.database)
                    .and_then(|history| history.merge(&database, &|share| teller.advance(share)));
                bringing_in.end();
                reporter.send(Message::BroughtIn { folder, outcome });
            }
        }
    }
}

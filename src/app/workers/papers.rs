//! Reads printed papers, and keeps what is typed from them: one thing after the other on a thread of its own, so that what
//! was typed last is on the disk last.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::marking::{KeptPaper, Papers};
use crate::disk::{kept_papers_below, save_atomically};
use crate::paper_marks::{MarkingDraft, from_ron};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::{fs, io};

/// The window's end of the thread.
#[derive(Debug)]
pub struct PaperKeeper {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
}

#[derive(Debug)]
enum Order {
    /// Every paper in this folder.
    List(PathBuf),
    /// Delete the paper in this file, and what was typed from it.
    Discard(PathBuf),
    /// What is typed from the paper in this file.
    Keep(PathBuf, Box<MarkingDraft>),
}

impl PaperKeeper {
    /// Starts the thread.
    pub fn new(reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let thread = std::thread::spawn(move || work(&waiting, &reporter));
        Self { orders, thread }
    }

    /// Reads every paper in this folder; answers with [`Message::PapersListed`].
    pub fn list(&self, folder: PathBuf) {
        // The thread lives until `finish`, so there is always somebody to take it.
        let _ = self.orders.send(Order::List(folder));
    }

    /// Keeps what is typed from the paper in this file; where it cannot, tells with [`Message::DraftKept`].
    pub fn keep(&self, paper: PathBuf, draft: MarkingDraft) {
        let _ = self.orders.send(Order::Keep(paper, Box::new(draft)));
    }

    /// Deletes the paper in this file and what was typed from it; where it cannot, tells with [`Message::PaperNotDiscarded`].
    pub fn discard(&self, paper: PathBuf) {
        let _ = self.orders.send(Order::Discard(paper));
    }

    /// Does what is left to do, and ends.
    pub fn finish(self) {
        drop(self.orders);
        // What could not be kept was told.
        let _ = self.thread.join();
    }
}

fn work(waiting: &Receiver<Order>, reporter: &Reporter) {
    let mut has_failed = false;
    while let Ok(order) = waiting.recv() {
        let orders: Vec<Order> = std::iter::once(order).chain(waiting.try_iter()).collect();
        for (index, order) in orders.iter().enumerate() {
            match order {
                Order::List(folder) => reporter.send(Message::PapersListed(Box::new(papers_in(folder)))),
                Order::Discard(path) => {
                    if let Err(error) = discard(path) {
                        reporter.send(Message::PaperNotDiscarded(error.to_string()));
                    }
                }
                // What was typed since takes its place at once.
                Order::Keep(path, _) if matches!(orders.get(index + 1), Some(Order::Keep(next, _)) if next == path) => {
                }
                Order::Keep(path, draft) => {
                    let text = draft.to_ron();
                    let outcome = save_atomically(&draft_file(path), |file| file.write_all(text.as_bytes()));
                    let is_news = outcome.is_err() || has_failed;
                    has_failed = outcome.is_err();
                    if is_news {
                        reporter.send(Message::DraftKept(outcome.map_err(|error| error.to_string())));
                    }
                }
            }
        }
    }
}

/// Deletes a paper first, so that what was typed never stands alone for one that is listed.
fn discard(paper: &Path) -> io::Result<()> {
    for file in [paper, &draft_file(paper)] {
        match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Where is kept what is typed from a paper: beside it.
pub fn draft_file(paper: &Path) -> PathBuf {
    paper.with_extension("marks")
}

fn papers_in(folder: &Path) -> Papers {
    let mut found = Papers::default();
    for path in kept_papers_below(folder).files {
        match paper_in(&path) {
            Ok(paper) => found.papers.push(paper),
            Err(reason) => found.unreadable.push(format!("{}: {reason}", path.display())),
        }
    }
    found.papers.sort_by_key(|kept| std::cmp::Reverse(kept.paper.printed_at.unix_ms));
    found
}

fn paper_in(path: &Path) -> Result<KeptPaper, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let paper = from_ron(&text).map_err(|fault| fault.to_string())?;
    let draft = match fs::read_to_string(draft_file(path)) {
        Ok(text) => MarkingDraft::from_ron(&text).ok_or("what was typed from it cannot be read")?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => MarkingDraft::default(),
        Err(error) => return Err(error.to_string()),
    };
    Ok(KeptPaper { path: path.to_owned(), paper: Arc::new(paper), draft })
}

//! Counts together what a learner has learned, on a thread of its own.

use crate::app::inbox::{Message, Reporter};
use crate::history::{History, HistoryError};
use crate::progress::{Progress, Wish};
use crate::schedule::StudyDay;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

/// The window's end of the thread.
#[derive(Debug)]
pub struct Statistician {
    orders: Sender<Order>,
    /// The number of the newest question.
    asked: u64,
}

/// What is to be counted.
#[derive(Debug)]
struct Order {
    number: u64,
    learner_id: i64,
    wish: Wish,
    today: StudyDay,
    titles: HashMap<String, String>,
}

impl Statistician {
    /// Starts the thread. It ends when the statistician is dropped.
    pub fn new(database: PathBuf, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        std::thread::spawn(move || work(&waiting, &database, &reporter));
        Self { orders, asked: 0 }
    }

    /// Asks what a learner has learned; `titles` are those of the banks in the library. Answers with
    /// [`Message::ProgressCounted`].
    pub fn ask(&mut self, learner_id: i64, wish: Wish, today: StudyDay, titles: HashMap<String, String>) {
        self.asked += 1;
        // The thread lives as long as this end of it, so there is always somebody to take it.
        let _ = self.orders.send(Order { number: self.asked, learner_id, wish, today, titles });
    }

    /// Wants no answer to what was asked before.
    pub fn forget(&mut self) {
        self.asked += 1;
    }

    /// Whether an answer is to the newest question: the others come too late.
    pub fn is_newest(&self, number: u64) -> bool {
        number == self.asked
    }
}

fn work(waiting: &Receiver<Order>, database: &Path, reporter: &Reporter) {
    while let Ok(mut order) = waiting.recv() {
        while let Ok(newer) = waiting.try_recv() {
            order = newer;
        }
        let outcome = count(database, &order).map(Box::new);
        reporter.send(Message::ProgressCounted { number: order.number, outcome });
    }
}

fn count(database: &Path, order: &Order) -> Result<Progress, HistoryError> {
    let history = History::open_beside(database)?;
    if !history.memory_is_whole(order.learner_id)? {
        history.remember_all(order.learner_id, &|_| true)?;
    }
    history.progress(order.learner_id, &order.wish, order.today, &order.titles)
}

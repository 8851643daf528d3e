//! Asks the results how the learner stands with each bank, on a thread of its own: that takes the longer, the more was
//! ever answered. Writes nothing.

use crate::app::inbox::{Message, Reporter};
use crate::history::{History, HistoryError, Standing};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

/// The window's end of the thread.
#[derive(Debug)]
pub struct Ledger {
    orders: Sender<Order>,
    /// The number of the newest question.
    asked: u64,
}

#[derive(Clone, Copy, Debug)]
struct Order {
    number: u64,
    learner_id: i64,
}

impl Ledger {
    /// Starts the thread. It ends when the ledger is dropped.
    pub fn new(database: PathBuf, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        std::thread::spawn(move || work(&waiting, &database, &reporter));
        Self { orders, asked: 0 }
    }

    /// Asks how a learner stands; answers with [`Message::Standings`].
    pub fn ask(&mut self, learner_id: i64) {
        self.asked += 1;
        // The thread lives as long as this ledger, so there is always somebody to take it.
        let _ = self.orders.send(Order { number: self.asked, learner_id });
    }

    /// Whether an answer is to the newest question: the others come too late.
    pub fn is_newest(&self, number: u64) -> bool {
        number == self.asked
    }
}

fn work(waiting: &Receiver<Order>, database: &Path, reporter: &Reporter) {
    let mut history = None;
    while let Ok(mut order) = waiting.recv() {
        while let Ok(newer) = waiting.try_recv() {
            order = newer;
        }
        let outcome = standings(&mut history, database, order.learner_id);
        if outcome.is_err() {
            // What is wrong may be over when it is opened anew.
            history = None;
        }
        reporter.send(Message::Standings { number: order.number, outcome });
    }
}

/// Opens the file at the first question, and keeps it open for the next ones.
fn standings(
    history: &mut Option<History>,
    database: &Path,
    learner_id: i64,
) -> Result<HashMap<String, Standing>, HistoryError> {
    if history.is_none() {
        *history = History::open_read_only(database)?;
    }
    history.as_ref().map_or_else(|| Ok(HashMap::new()), |history| history.standings(learner_id))
}

//! Works out what a learner can review, on a thread of its own. What an earlier version of Torus recorded is first remembered,
//! in small steps between which answers can be kept.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::agenda::{Agenda, Records};
use crate::bank::Bank;
use crate::history::{History, HistoryError};
use crate::schedule::StudyDay;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The window's end of the thread.
#[derive(Debug)]
pub struct Planner {
    orders: Sender<Order>,
    /// The number of the newest question.
    asked: u64,
}

#[derive(Debug)]
struct Order {
    number: u64,
    learner_id: i64,
    banks: Vec<Arc<Bank>>,
    day: StudyDay,
}

impl Planner {
    /// Starts the thread. It ends when the planner is dropped.
    pub fn new(database: PathBuf, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        std::thread::spawn(move || work(&waiting, &database, &reporter));
        Self { orders, asked: 0 }
    }

    /// Asks what a learner can review of these banks on that day; answers with [`Message::Agenda`].
    pub fn ask(&mut self, learner_id: i64, banks: Vec<Arc<Bank>>, day: StudyDay) {
        self.asked += 1;
        // The thread lives as long as this planner, so there is always somebody to take it.
        let _ = self.orders.send(Order { number: self.asked, learner_id, banks, day });
    }

    /// Whether an answer is to the newest question: the others come too late.
    pub fn is_newest(&self, number: u64) -> bool {
        number == self.asked
    }
}

fn work(waiting: &Receiver<Order>, database: &Path, reporter: &Reporter) {
    let mut told: Option<(i64, Agenda)> = None;
    while let Ok(mut order) = waiting.recv() {
        while let Ok(newer) = waiting.try_recv() {
            order = newer;
        }
        let outcome = agenda(database, &order).map(Box::new);
        // What has not changed wakes nobody.
        let known = told.as_ref().filter(|(learner_id, _)| *learner_id == order.learner_id).map(|(_, agenda)| agenda);
        if outcome.as_deref().ok() == known && known.is_some() {
            continue;
        }
        told = outcome.as_ref().ok().map(|agenda| (order.learner_id, (**agenda).clone()));
        reporter.send(Message::Agenda { number: order.number, outcome });
    }
}

fn agenda(database: &Path, order: &Order) -> Result<Agenda, HistoryError> {
    let history = History::open_beside(database)?;
    if !history.memory_is_whole(order.learner_id)? {
        history.remember_all(order.learner_id, &|_| true)?;
    }
    let records = Records {
        study: history.study(order.learner_id)?,
        bank_studies: history.bank_studies(order.learner_id)?,
        remembered: history.remembered(order.learner_id)?,
        flagged: history.flagged(order.learner_id)?,
    };
    Ok(Agenda::of(&order.banks, &records, order.day))
}

//! Works out what a learner can review, on a thread of its own. What an earlier version of Torus recorded is first remembered,
//! in small steps between which answers can be kept.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::agenda::{Agenda, Records};
use crate::bank::Bank;
use crate::history::{FitOutcome, History, HistoryError, LastFit};
use crate::schedule::{FEWEST_REVIEWS, Fit, FitProgress, StudyDay, fit};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// How often the window hears how far a fit is.
const TELL_EVERY: Duration = Duration::from_millis(200);

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
    /// What the window shows: an agenda that is no other wakes nobody.
    known: Option<Arc<Agenda>>,
}

impl Planner {
    /// Starts the thread. It ends when the planner is dropped.
    pub fn new(database: PathBuf, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        std::thread::spawn(move || work(&waiting, &database, &reporter));
        Self { orders, asked: 0 }
    }

    /// Asks what a learner can review of these banks on that day; answers with [`Message::Agenda`].
    pub fn ask(&mut self, learner_id: i64, banks: Vec<Arc<Bank>>, day: StudyDay, known: Option<Arc<Agenda>>) {
        self.asked += 1;
        // The thread lives as long as this planner, so there is always somebody to take it.
        let _ = self.orders.send(Order { number: self.asked, learner_id, banks, day, known });
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
        let outcome = agenda(database, &order).map(Box::new);
        let is_known = outcome.as_deref().is_ok_and(|agenda| order.known.as_deref() == Some(agenda));
        if !is_known {
            reporter.send(Message::Agenda { number: order.number, outcome });
        }
        match fit_when_due(database, order.learner_id, reporter) {
            Ok(false) => {}
            // What the fit has changed is told as anything else that changes.
            Ok(true) => {
                let outcome = agenda(database, &order).map(Box::new);
                reporter.send(Message::Agenda { number: order.number, outcome });
            }
            Err(error) => reporter.send(Message::Agenda { number: order.number, outcome: Err(error) }),
        }
    }
}

/// Fits the model to the learner where there are enough answers for it, and a quarter more than at the last time. Tells
/// whether it was tried.
fn fit_when_due(database: &Path, learner_id: i64, reporter: &Reporter) -> Result<bool, HistoryError> {
    let history = History::open_beside(database)?;
    let answers = history.answer_count(learner_id)?;
    let study = history.study(learner_id)?;
    let tried_at = study.last_fit.map_or(0, |fit| fit.answers);
    if (answers as usize) < FEWEST_REVIEWS || answers < tried_at + tried_at / 4 {
        return Ok(false);
    }
    let evidence = history.evidence(learner_id)?;
    let progress = FitProgress::default();
    let outcome = std::thread::scope(|scope| {
        let fitting = scope.spawn(|| fit(&evidence, &study.model(), &progress));
        while !fitting.is_finished() {
            std::thread::sleep(TELL_EVERY);
            reporter.send(Message::Fitting { learner_id, share: Some(progress.share() as f32) });
        }
        fitting.join().unwrap_or(Fit::Failed)
    });
    reporter.send(Message::Fitting { learner_id, share: None });
    // What was chosen meanwhile stays.
    let mut study = history.study(learner_id)?;
    let outcome = match outcome {
        Fit::Better { parameters, .. } => {
            study.parameters = Some(parameters);
            FitOutcome::Taken
        }
        Fit::NotBetter(_) => FitOutcome::NotBetter,
        Fit::TooFew { .. } => FitOutcome::TooFew,
        Fit::NotSane(_) | Fit::Failed | Fit::Stopped => FitOutcome::NotSane,
    };
    study.last_fit = Some(LastFit { outcome, answers });
    history.set_study(learner_id, &study)?;
    Ok(true)
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

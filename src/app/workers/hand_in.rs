//! Hands in what waits in the outbox, on a thread of its own, and tries again what could not be handed in.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::handing_in::Hindrance;
use crate::disk::{HandInError, Outbox, Waiting, hand_in};
use crate::history::{Filter, History};
use crate::report::ResponsesCsv;
use crate::sitting::State;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use uuid::Uuid;

/// Where whom hands in, by the learners' UUIDs.
pub type Folders = BTreeMap<Uuid, PathBuf>;

/// How fast the thread works.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// So long nothing more must change: a remark is kept letter by letter, and is handed in once.
    settle: Duration,
    /// So long after a failure it is tried again.
    retry: Duration,
}

const PACE: Pace = Pace { settle: Duration::from_millis(500), retry: Duration::from_secs(30) };
/// How long the end of the program waits for what is being handed in; what takes longer goes at the next start.
const FAREWELL: Duration = Duration::from_secs(2);

/// The window's end of the thread.
#[derive(Debug)]
pub struct Courier {
    orders: Sender<Order>,
    /// Ends with the thread.
    ended: Receiver<()>,
}

#[derive(Debug)]
enum Order {
    /// Something waits.
    Go,
    /// Try again, and tell what hinders though it was told before.
    TryAgain,
    /// From now on the learners hand in to these folders.
    Folders(Folders),
    /// Note every finished sitting of that learner as waiting.
    Earlier(Uuid),
    /// Try a last time, and end.
    Finish,
}

impl Courier {
    /// Starts the thread, which hands in at once what was left waiting. Where the courier is dropped it ends as it stands.
    pub fn new(database: PathBuf, outbox: Arc<Outbox>, folders: Folders, reporter: Reporter) -> Self {
        Self::with_pace(database, outbox, folders, reporter, PACE)
    }

    fn with_pace(database: PathBuf, outbox: Arc<Outbox>, folders: Folders, reporter: Reporter, pace: Pace) -> Self {
        let (orders, waiting) = channel();
        let (alive, ended) = channel();
        let mut round = Rounds { database, outbox, folders, reporter, told: Vec::new(), wants_to_know: false };
        std::thread::spawn(move || {
            let _alive: Sender<()> = alive;
            round.drop_what_never_ended();
            round.run(&waiting, pace);
        });
        Self { orders, ended }
    }

    /// Hands in what waits; answers with [`Message::SittingHandedIn`] for each sitting, and with
    /// [`Message::HandingInHindered`] where something cannot be handed in, or all can be again.
    pub fn go(&self) {
        self.send(Order::Go);
    }

    /// The same, and [`Message::HandingInHindered`] answers in any case where something hinders.
    pub fn try_again(&self) {
        self.send(Order::TryAgain);
    }

    /// Hands in to these folders from now on, what waits too.
    pub fn hand_in_to(&self, folders: Folders) {
        self.send(Order::Folders(folders));
    }

    /// Hands in every finished sitting of that learner.
    pub fn hand_in_earlier(&self, learner: Uuid) {
        self.send(Order::Earlier(learner));
    }

    /// Tries a last time to hand in what waits, and ends. A drive that does not answer is left to itself.
    pub fn finish(self) {
        self.send(Order::Finish);
        let _ = self.ended.recv_timeout(FAREWELL);
    }

    fn send(&self, order: Order) {
        // The thread lives as long as this courier, so there is always somebody to take it.
        let _ = self.orders.send(order);
    }
}

/// What the thread knows.
struct Rounds {
    database: PathBuf,
    outbox: Arc<Outbox>,
    folders: Folders,
    reporter: Reporter,
    /// What hindered which sitting when that was told last.
    told: Vec<(Uuid, String)>,
    /// Whether that is to be told again.
    wants_to_know: bool,
}

impl Rounds {
    fn run(&mut self, orders: &Receiver<Order>, pace: Pace) {
        loop {
            let has_failed = self.go_round();
            let first = if has_failed {
                orders.recv_timeout(pace.retry)
            } else {
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            let mut next = first;
            loop {
                match next {
                    Ok(Order::Finish) => {
                        self.go_round();
                        return;
                    }
                    Ok(order) => self.take(order),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
                next = orders.recv_timeout(pace.settle);
            }
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Go | Order::Finish => {}
            Order::TryAgain => self.wants_to_know = true,
            Order::Folders(folders) => self.folders = folders,
            Order::Earlier(learner) => self.note_earlier(learner),
        }
    }

    /// Takes out what was noted before it ended, and never ended or is gone: the program was killed in between. Later, a
    /// deleted learner could still be brought back.
    fn drop_what_never_ended(&self) {
        let waiting = self.outbox.waiting();
        if waiting.is_empty() {
            return;
        }
        let Ok(Some(history)) = History::open_read_only(&self.database) else { return };
        for note in waiting.into_iter().filter(|note| matches!(results_of(&history, *note), Ok(None))) {
            // What stays is passed over, and looked at again at the next start.
            let _ = self.outbox.remove(note);
        }
        self.reporter.send(Message::Progress);
    }

    fn note_earlier(&self, learner: Uuid) {
        let Ok(Some(history)) = History::open_read_only(&self.database) else { return };
        let learners = history.learners().unwrap_or_default();
        let Some(learner_id) = learners.iter().find(|there| there.uuid == learner).map(|there| there.id) else {
            return;
        };
        let found = history.sittings(&Filter { learner_id: Some(learner_id), ..Filter::default() }).unwrap_or_default();
        for sitting in found.records.iter().filter(|sitting| sitting.state == State::Finished) {
            // It waits in memory at least.
            let _ = self.outbox.add(sitting.id, learner);
        }
        self.reporter.send(Message::Progress);
    }

    /// Tries everything that waits once; tells whether something could not be handed in.
    fn go_round(&mut self) -> bool {
        let waiting = self.outbox.waiting();
        let mut hindered = Vec::new();
        if waiting.iter().any(|note| self.folders.contains_key(&note.learner)) {
            match History::open_read_only(&self.database) {
                Ok(Some(history)) => hindered = self.hand_in_all(&history, waiting),
                Ok(None) => {}
                Err(error) => {
                    let hindrance = Hindrance::from(error);
                    hindered = waiting.into_iter().map(|note| (note.sitting, hindrance.clone())).collect();
                }
            }
        }
        let has_failed = !hindered.is_empty();
        self.tell_hindered(hindered);
        has_failed
    }

    fn hand_in_all(&self, history: &History, waiting: Vec<Waiting>) -> Vec<(Uuid, Hindrance)> {
        let mut hindered = Vec::new();
        // A drive that is away can take half a minute to say so: it is asked once a round.
        let mut away: BTreeMap<&Path, Hindrance> = BTreeMap::new();
        for note in waiting {
            let Some(folder) = self.folders.get(&note.learner) else { continue };
            let outcome = match away.get(&**folder) {
                Some(hindrance) => Err(hindrance.clone()),
                None => hand_in_one(history, folder, note),
            };
            match outcome {
                Ok(true) => {
                    // Where the note stays, what is there already is not written again.
                    let _ = self.outbox.remove(note);
                    self.reporter.send(Message::SittingHandedIn(note.sitting));
                }
                Ok(false) => {}
                Err(hindrance) => {
                    if is_of_folder(&hindrance) {
                        away.insert(folder, hindrance.clone());
                    }
                    hindered.push((note.sitting, hindrance));
                }
            }
        }
        hindered
    }

    /// Tells what could not be handed in, where that has changed.
    fn tell_hindered(&mut self, hindered: Vec<(Uuid, Hindrance)>) {
        let words: Vec<_> = hindered.iter().map(|(sitting, hindrance)| (*sitting, hindrance.to_string())).collect();
        let is_news = words != self.told;
        if std::mem::take(&mut self.wants_to_know) || is_news {
            self.told = words;
            self.reporter.send(Message::HandingInHindered(hindered));
        }
    }
}

/// Hands in one sitting; `false` where there is nothing to hand in.
fn hand_in_one(history: &History, folder: &Path, note: Waiting) -> Result<bool, Hindrance> {
    let Some(csv) = results_of(history, note)? else { return Ok(false) };
    hand_in(folder, note.sitting, &csv)?;
    Ok(true)
}

/// The results of a sitting as its learner hands them in; `None` where it has not ended, or is not that learner's any more.
fn results_of(history: &History, note: Waiting) -> Result<Option<Vec<u8>>, Hindrance> {
    let mut csv = ResponsesCsv::new(Vec::new(), true)?;
    let (mut rows, mut is_meant) = (0, true);
    let filter = Filter { sitting: Some(note.sitting), ..Filter::default() };
    let unreadable = history.for_each_response::<Hindrance>(&filter, |record| {
        rows += 1;
        is_meant &= record.state == State::Finished && record.learner_id == note.learner;
        Ok(csv.write(&record)?)
    })?;
    match rows {
        0 if !unreadable.is_empty() => Err(Hindrance::Unreadable),
        0 => Ok(None),
        _ if !is_meant => Ok(None),
        _ => Ok(Some(csv.finish()?)),
    }
}

/// Whether nothing else can be handed in to that folder either.
fn is_of_folder(hindrance: &Hindrance) -> bool {
    match hindrance {
        Hindrance::Folder(error) => !matches!(**error, HandInError::OtherFile(_)),
        Hindrance::Results(_) | Hindrance::Unreadable => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::inbox::Inbox;
    use crate::bank::{Quietly, read, shipped};
    use crate::disk::handed_in_file;
    use crate::moment::Moment;
    use crate::paper::{Draw, Met, Plan, draw};
    use crate::sitting::{Sitting, Terms};
    use std::fs;
    use std::time::Instant;
    use tempfile::TempDir;

    const ADA: Uuid = Uuid::from_u128(0xADA);
    const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 0 };
    const PATIENCE: Duration = Duration::from_secs(20);
    const QUICK: Pace = Pace { settle: Duration::from_millis(5), retry: Duration::from_millis(20) };

    /// Results of Ada, who has finished so many sittings and is at one more.
    struct Room {
        folder: TempDir,
        finished: Vec<Uuid>,
        open: Sitting,
    }

    impl Room {
        fn new(count: u128) -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let history = History::open(&folder.path().join("torus.db"), NOW).expect("opens").history;
            let learner = history.add_learner(ADA, "Ada", NOW).expect("added");
            let mut sittings: Vec<Sitting> = (0..=count).map(|number| sitting(Uuid::from_u128(number))).collect();
            for sitting in &sittings {
                history.begin(learner.id, sitting).expect("begun");
            }
            let open = sittings.remove(0);
            for sitting in &mut sittings {
                sitting.finish(NOW);
                history.finish(sitting).expect("finished");
            }
            Self { folder, finished: sittings.iter().map(|sitting| sitting.id).collect(), open }
        }

        fn class(&self) -> PathBuf {
            self.folder.path().join("class")
        }

        fn outbox(&self) -> Arc<Outbox> {
            Arc::new(Outbox::open(self.folder.path().join("handing-in")))
        }

        fn courier(&self, outbox: &Arc<Outbox>, inbox: &Inbox) -> Courier {
            let folders = Folders::from([(ADA, self.class())]);
            let database = self.folder.path().join("torus.db");
            Courier::with_pace(database, Arc::clone(outbox), folders, inbox.reporter(), QUICK)
        }
    }

    fn sitting(id: Uuid) -> Sitting {
        let bank = read(shipped()[0].text, &Quietly).bank.expect("a bank");
        let plan = Plan { draws: vec![Draw { topics: Vec::new(), count: Some(2) }], mode: Default::default() };
        let paper = draw(&[&bank], &plan, &Met::new(), 1);
        Sitting::begin(id, "b", "B", "", Terms::default(), paper, NOW)
    }

    fn until(is_so: impl Fn() -> bool) {
        let started = Instant::now();
        while !is_so() {
            assert!(started.elapsed() < PATIENCE, "waited in vain");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn hindrances(inbox: &Inbox) -> Vec<Vec<(Uuid, Hindrance)>> {
        let messages = std::iter::from_fn(|| inbox.take());
        messages
            .filter_map(|message| if let Message::HandingInHindered(told) = message { Some(told) } else { None })
            .collect()
    }

    #[test]
    fn a_folder_that_comes_back_is_found_without_being_asked_and_told_twice_in_all() {
        let room = Room::new(3);
        let (outbox, inbox) = (room.outbox(), Inbox::new(egui::Context::default()));
        for sitting in &room.finished {
            outbox.add(*sitting, ADA).expect("noted");
        }
        let _courier = room.courier(&outbox, &inbox);
        std::thread::sleep(5 * QUICK.retry);
        let told = hindrances(&inbox);
        assert_eq!(told.iter().map(Vec::len).collect::<Vec<_>>(), [3], "all three at once, and not again at each try");
        fs::create_dir(room.class()).expect("plugged in");
        until(|| outbox.waiting().is_empty());
        assert!(room.finished.iter().all(|sitting| handed_in_file(&room.class(), *sitting).exists()));
        until(|| hindrances(&inbox).iter().any(Vec::is_empty));
    }

    #[test]
    fn one_file_in_the_way_keeps_no_other_from_being_handed_in() {
        let room = Room::new(2);
        fs::create_dir(room.class()).expect("made");
        let in_the_way = handed_in_file(&room.class(), room.finished[0]);
        fs::write(&in_the_way, "milk, bread, eggs").expect("written");
        let (outbox, inbox) = (room.outbox(), Inbox::new(egui::Context::default()));
        for sitting in &room.finished {
            outbox.add(*sitting, ADA).expect("noted");
        }
        let _courier = room.courier(&outbox, &inbox);
        until(|| handed_in_file(&room.class(), room.finished[1]).exists());
        until(|| outbox.waiting().len() == 1);
        assert!(outbox.contains(room.finished[0]));
    }

    #[test]
    fn what_goes_on_is_not_handed_in_and_what_ended_before_the_start_is() {
        let room = Room::new(1);
        fs::create_dir(room.class()).expect("made");
        let (outbox, inbox) = (room.outbox(), Inbox::new(egui::Context::default()));
        outbox.add(room.open.id, ADA).expect("noted");
        outbox.add(room.finished[0], ADA).expect("noted");
        outbox.add(Uuid::from_u128(99), ADA).expect("noted");
        let courier = room.courier(&outbox, &inbox);
        until(|| outbox.waiting().is_empty());
        courier.finish();
        assert_eq!(fs::read_dir(room.class()).expect("listed").count(), 1);
    }

    #[test]
    fn what_is_another_learners_now_is_not_handed_in() {
        let room = Room::new(1);
        fs::create_dir(room.class()).expect("made");
        let (outbox, inbox) = (room.outbox(), Inbox::new(egui::Context::default()));
        let history = History::open(&room.folder.path().join("torus.db"), NOW).expect("opens").history;
        let bea = history.add_learner(Uuid::from_u128(0xBEA), "Bea", NOW).expect("added");
        history.give_sitting(room.finished[0], bea.id, NOW).expect("given");
        let courier = room.courier(&outbox, &inbox);
        outbox.add(room.finished[0], ADA).expect("noted");
        courier.go();
        courier.finish();
        assert_eq!(fs::read_dir(room.class()).expect("listed").count(), 0);
    }

    #[test]
    fn a_courier_that_is_dropped_hands_in_nothing_more() {
        let room = Room::new(1);
        fs::create_dir(room.class()).expect("made");
        let (outbox, inbox) = (room.outbox(), Inbox::new(egui::Context::default()));
        let slow = Pace { settle: Duration::from_secs(1), ..QUICK };
        let database = room.folder.path().join("torus.db");
        let folders = Folders::from([(ADA, room.class())]);
        let courier = Courier::with_pace(database, Arc::clone(&outbox), folders, inbox.reporter(), slow);
        std::thread::sleep(QUICK.retry);
        outbox.add(room.finished[0], ADA).expect("noted");
        courier.go();
        drop(courier);
        std::thread::sleep(5 * QUICK.retry);
        assert!(outbox.contains(room.finished[0]) && fs::read_dir(room.class()).expect("listed").count() == 0);
    }
}

//! Reads the results of a class, measures it and predicts recall, on a thread of its own. A newer order ends an older one.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::class_view::{ClassRead, ClassView, FileTold};
use crate::app::state::model::Loading;
use crate::app::state::under_way::{Teller, UnderWay};
use crate::bank::Progress;
use crate::class::{
    Class, ClassFigures, ClassList, Copies, Decisions, Gathered, MeasuringOptions, Part, TableTold, measure_with,
    proposals, teach_again,
};
use crate::disk::{TableFileError, csv_files_below, gather_tables};
use crate::report::recall::{Answers, predict, read};
use crate::schedule::StudyDay;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// So many rows of a file that cannot be used are told one by one.
const MOST_ROWS_TOLD: usize = 50;
/// How far reading brings it, roughly; measuring does the rest.
const SHARE_OF_READING: f32 = 0.7;

/// The window's end of the thread.
#[derive(Debug)]
pub struct ClassReader {
    orders: Sender<Order>,
    /// The number of the newest order.
    asked: Arc<AtomicU64>,
    state: Arc<UnderWay>,
}

/// What of a class is wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which part.
    pub part: Part,
    /// Who is who.
    pub decisions: Decisions,
    /// Questions that are left out, by bank and id.
    pub left_out: Vec<(String, String)>,
}

#[derive(Debug)]
enum Order {
    /// These files and folders.
    Read(u64, Vec<PathBuf>, Wanted),
    /// What was read last.
    Measure(u64, Wanted),
    /// What everybody still knows on that day.
    Recall(StudyDay),
}

/// What the thread keeps.
#[derive(Default)]
struct Desk {
    paths: Vec<PathBuf>,
    gathered: Gathered,
    /// The same answers as memories; read when recall is asked for.
    memories: Option<Vec<Answers>>,
}

impl ClassReader {
    /// Starts the thread. It ends when the reader is dropped.
    pub fn new(reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let (asked, state) = (Arc::new(AtomicU64::new(0)), Arc::new(UnderWay::default()));
        let there = (Arc::clone(&asked), Arc::clone(&state));
        std::thread::spawn(move || work(&waiting, &there.0, &there.1, &reporter));
        Self { orders, asked, state }
    }

    /// Reads files and folders and measures the class; answers with [`Message::ClassRead`].
    pub fn read(&self, sources: Vec<PathBuf>, wanted: Wanted) {
        // The thread lives as long as this end of it, so there is always somebody to take it.
        let _ = self.orders.send(Order::Read(self.next(), sources, wanted));
    }

    /// Measures what was read last; answers with [`Message::ClassRead`].
    pub fn measure(&self, wanted: Wanted) {
        let _ = self.orders.send(Order::Measure(self.next(), wanted));
    }

    /// Predicts what everybody still knows on that day; answers with [`Message::ClassRecall`].
    pub fn recall(&self, on: StudyDay) {
        let _ = self.orders.send(Order::Recall(on));
    }

    /// Wants no answer any more.
    pub fn stop(&self) {
        self.next();
        self.state.stop();
    }

    /// Whether an answer is to the newest order.
    pub fn is_newest(&self, number: u64) -> bool {
        self.asked.load(Ordering::Relaxed) == number
    }

    /// How far it is, once that takes noticeably long.
    pub fn loading(&self) -> Option<Loading> {
        self.state.loading()
    }

    fn next(&self) -> u64 {
        self.asked.fetch_add(1, Ordering::Relaxed) + 1
    }
}

/// Tells how far an order is, and ends it where a newer one has come.
struct Step<'a> {
    teller: &'a Teller<'a>,
    asked: &'a AtomicU64,
    number: u64,
    from: f32,
    share: f32,
}

impl Step<'_> {
    /// A part of this step.
    fn part(&self, from: f32, share: f32) -> Step<'_> {
        Step { from: self.from + from * self.share, share: self.share * share, ..*self }
    }
}

impl Progress for Step<'_> {
    fn advance(&self, share: f32) -> bool {
        self.teller.advance(self.from + share * self.share) && self.asked.load(Ordering::Relaxed) == self.number
    }
}

fn work(waiting: &Receiver<Order>, asked: &AtomicU64, state: &UnderWay, reporter: &Reporter) {
    let mut desk = Desk::default();
    while let Ok(order) = waiting.recv() {
        match order {
            Order::Recall(on) => {
                let tables = desk.memories.get_or_insert_with(|| memories(&desk.paths)).clone();
                reporter.send(Message::ClassRecall(Box::new(predict(tables, on))));
            }
            Order::Read(number, sources, wanted) => {
                carry_out(asked, state, reporter, number, &mut |step| {
                    let (paths, unlisted) = files_of(&sources);
                    let told = desk.read(paths, unlisted, &step.part(0.0, SHARE_OF_READING))?;
                    let view = desk.view(&wanted, &step.part(SHARE_OF_READING, 1.0 - SHARE_OF_READING))?;
                    Some(ClassRead { files: Some(told), view })
                });
            }
            Order::Measure(number, wanted) => {
                carry_out(asked, state, reporter, number, &mut |step| {
                    Some(ClassRead { files: None, view: desk.view(&wanted, step)? })
                });
            }
        }
    }
}

fn carry_out(
    asked: &AtomicU64,
    state: &UnderWay,
    reporter: &Reporter,
    number: u64,
    order: &mut dyn FnMut(&Step<'_>) -> Option<ClassRead>,
) {
    if asked.load(Ordering::Relaxed) != number {
        return;
    }
    state.begin("the class’s results".to_owned());
    let teller = Teller::new(state, reporter);
    let outcome = order(&Step { teller: &teller, asked, number, from: 0.0, share: 1.0 });
    state.end();
    match outcome {
        Some(read) => reporter.send(Message::ClassRead { number, read: Box::new(read) }),
        None => reporter.send(Message::Progress),
    }
}

/// Every table of these files and folders, each once, and what cannot be listed.
fn files_of(sources: &[PathBuf]) -> (Vec<PathBuf>, Vec<FileTold>) {
    let (mut files, mut seen, mut unlisted) = (Vec::new(), BTreeSet::new(), Vec::new());
    for source in sources {
        let found = if source.is_dir() {
            let below = csv_files_below(source);
            unlisted.extend(below.unlisted.into_iter().map(|(path, error)| failed(&path, 1, error.to_string())));
            below.files
        } else {
            vec![source.clone()]
        };
        files.extend(found.into_iter().filter(|path| seen.insert(path.clone())));
    }
    (files, unlisted)
}

fn failed(path: &Path, line: u64, reason: String) -> FileTold {
    FileTold { path: path.to_owned(), failure: Some((line, reason)), ..FileTold::default() }
}

impl Desk {
    /// Reads every file. `None` where a newer order has come.
    fn read(&mut self, paths: Vec<PathBuf>, unlisted: Vec<FileTold>, step: &Step<'_>) -> Option<Vec<FileTold>> {
        let tables = gather_tables(&paths, step)?;
        let told = paths.iter().zip(tables.told).map(|(path, told)| file_told(path, told));
        let told = told.chain(unlisted).collect();
        self.gathered = tables.gathering.finish();
        (self.paths, self.memories) = (paths, None);
        Some(told)
    }

    /// Makes of what was read what is wanted. `None` where a newer order has come.
    fn view(&self, wanted: &Wanted, step: &Step<'_>) -> Option<Arc<ClassView>> {
        let whole = wanted.decisions.merged(self.gathered.class.clone());
        let proposals = proposals(&whole, &ClassList::default(), &wanted.decisions);
        let banks = banks(&whole);
        let quizzes = quizzes(&whole, &wanted.part);
        let class = if wanted.part.is_all() { whole } else { wanted.part.of(&whole) };
        let left_out = places(&class, &wanted.left_out);
        let shares = if left_out.is_empty() { (0.95, 0.0) } else { (0.5, 0.45) };
        let options = MeasuringOptions { left_out: left_out.clone(), ..MeasuringOptions::default() };
        let figures = measure_with(&class, &options, &step.part(0.0, shares.0))?;
        let with_all = if left_out.is_empty() {
            None
        } else {
            Some(measure_with(&class, &MeasuringOptions::default(), &step.part(shares.0, shares.1))?)
        };
        let lessons = teach_again(&class, &figures);
        Some(Arc::new(ClassView {
            tenths: tenths(&figures),
            numbers: numbers(&class),
            copies: self.gathered.copies.iter().map(|copies| self.copies(copies)).collect(),
            doubled_rows: self.gathered.doubled_rows,
            class: Arc::new(class),
            figures,
            with_all,
            left_out,
            lessons,
            proposals,
            banks,
            quizzes,
        }))
    }

    fn copies(&self, copies: &Copies) -> String {
        let name = |table: u32| {
            let path = self.paths.get(table as usize);
            path.and_then(|path| path.file_name()).unwrap_or_default().to_string_lossy().into_owned()
        };
        let aside: Vec<String> = copies.set_aside.iter().map(|table| name(*table)).collect();
        format!(
            "{} has another copy of a quiz in {}, which is longer or later and counts.",
            aside.join(", "),
            name(copies.kept)
        )
    }
}

/// What there is to tell of a file.
fn file_told(path: &Path, told: Result<TableTold, TableFileError>) -> FileTold {
    match told {
        Ok(told) => {
            let rows = told.faults.iter().take(MOST_ROWS_TOLD).map(|(line, fault)| (*line, fault.to_string()));
            FileTold { path: path.to_owned(), failure: None, rows: rows.collect(), row_count: told.faults.len() }
        }
        Err(TableFileError::File(error)) => failed(path, 1, error.to_string()),
        Err(TableFileError::Table(fault)) => failed(path, fault.line(), fault.to_string()),
    }
}

fn memories(paths: &[PathBuf]) -> Vec<Answers> {
    paths.iter().filter_map(|path| read(&fs::read(path).ok()?).ok()).collect()
}

fn banks(class: &Class) -> Vec<(String, String)> {
    let known: std::collections::BTreeMap<&str, &str> =
        class.sittings.iter().map(|sitting| (&*sitting.bank, &*sitting.title)).collect();
    let titled = |(id, title): (&str, &str)| (id.to_owned(), if title.is_empty() { id } else { title }.to_owned());
    known.into_iter().map(titled).collect()
}

fn quizzes(class: &Class, part: &Part) -> Vec<String> {
    let of_bank = class.sittings.iter().filter(|sitting| part.bank.as_ref().is_none_or(|bank| *bank == sitting.bank));
    let known: BTreeSet<&str> = of_bank.map(|sitting| &*sitting.quiz).filter(|quiz| !quiz.is_empty()).collect();
    known.into_iter().map(str::to_owned).collect()
}

fn places(class: &Class, named: &[(String, String)]) -> BTreeSet<u32> {
    let is_named = |place: &usize| {
        let question = &class.questions[*place];
        named.iter().any(|(bank, id)| **bank == *question.bank && **id == *question.id)
    };
    if named.is_empty() {
        return BTreeSet::new();
    }
    (0..class.questions.len()).filter(is_named).map(|place| place as u32).collect()
}

fn tenths(figures: &ClassFigures) -> [u32; 10] {
    let mut tenths = [0; 10];
    for percent in &figures.scores.percents {
        tenths[((percent / 10.0).max(0.0) as usize).min(9)] += 1;
    }
    tenths
}

/// A number for each learner, in an order that has nothing to do with the alphabet and is the same at each reading.
fn numbers(class: &Class) -> Vec<u32> {
    let mut places: Vec<usize> = (0..class.learners.len()).collect();
    places.sort_by_cached_key(|place| scattered(&class.learners[*place].id));
    let mut numbers = vec![0; places.len()];
    for (number, place) in (1..).zip(places) {
        numbers[place] = number;
    }
    numbers
}

/// FNV-1a, of which the high bits are mixed in at the end.
fn scattered(text: &str) -> u64 {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash ^ (hash >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

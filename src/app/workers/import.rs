//! Reads other programs' questions and makes banks of them, on a thread of its own; saves a bank that was made. A newer order
//! ends an older one.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::import::{Considered, Source};
use crate::app::state::model::Loading;
use crate::app::state::under_way::{Teller, UnderWay};
use crate::app::workers::import_told::{ImportError, ImportRead, SavedImport};
use crate::app::world::QuestionReader;
use crate::bank::Progress;
use crate::disk::{ImportError as SaveFault, import_into};
use crate::exchange::{MadeBank, MakeOptions, ReadFile, ReadOptions, Unreadable, make};
use std::fs::File;
use std::io::{self, BufReader, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// How far reading brings it, roughly.
const SHARE_OF_READING: f32 = 0.4;
/// How far making brings it; the check does the rest.
const SHARE_AFTER_MAKING: f32 = 0.7;

/// The window's end of the thread.
#[derive(Debug)]
pub struct Importer {
    orders: Sender<Order>,
    /// The number of the newest order.
    asked: Arc<AtomicU64>,
    state: Arc<UnderWay>,
}

/// Which bank is to be made of a file.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which quiz of the package.
    pub quiz: usize,
    /// Its id.
    pub id: String,
    /// How it is made.
    pub options: MakeOptions,
}

#[derive(Debug)]
struct Order {
    number: u64,
    /// What is to be read; `None` for what was read last.
    source: Option<(Source, ReadOptions)>,
    wanted: Wanted,
}

impl Importer {
    /// Starts the thread. It ends when the importer is dropped.
    pub fn new(reader: QuestionReader, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let (asked, state) = (Arc::new(AtomicU64::new(0)), Arc::new(UnderWay::default()));
        let there = (Arc::clone(&asked), Arc::clone(&state));
        std::thread::spawn(move || work(&waiting, reader, &there.0, &there.1, &reporter));
        Self { orders, asked, state }
    }

    /// Reads a file or a text and makes a bank of it; answers with [`Message::ImportRead`].
    pub fn read(&self, source: Source, options: ReadOptions, wanted: Wanted) {
        self.order(Some((source, options)), wanted);
    }

    /// Makes another bank of what was read last; answers with [`Message::ImportRead`].
    pub fn make(&self, wanted: Wanted) {
        self.order(None, wanted);
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

    fn order(&self, source: Option<(Source, ReadOptions)>, wanted: Wanted) {
        // The thread lives as long as this end of it, so there is always somebody to take it.
        let _ = self.orders.send(Order { number: self.next(), source, wanted });
    }

    fn next(&self) -> u64 {
        self.asked.fetch_add(1, Ordering::Relaxed) + 1
    }
}

fn work(waiting: &Receiver<Order>, reader: QuestionReader, asked: &AtomicU64, state: &UnderWay, reporter: &Reporter) {
    let mut read: Option<Arc<ReadFile>> = None;
    while let Ok(Order { number, source, wanted }) = waiting.recv() {
        // Of what is only made anew, the newest order alone counts; what is to be read is read for it.
        if source.is_none() && asked.load(Ordering::Relaxed) != number {
            continue;
        }
        let name = source.as_ref().map_or_else(|| "the questions".to_owned(), |(source, _)| source.name());
        state.begin(name);
        // Some readers tell nothing for long, and making tells nothing at all.
        state.wake_when_noticed(reporter);
        let progress = WhileNewest { number, asked, teller: Teller::new(state, reporter) };
        let outcome = match (source, &read) {
            (Some((source, options)), _) => open(&source, &options, reader, &progress).map(Arc::new),
            (None, Some(file)) => Ok(Arc::clone(file)),
            (None, None) => Err(Unreadable::Cancelled.into()),
        };
        let outcome = outcome.and_then(|file| {
            read = Some(Arc::clone(&file));
            made(file, wanted, &progress).map(Box::new)
        });
        state.end();
        reporter.send(Message::ImportRead { number, outcome });
    }
}

fn open(
    source: &Source,
    options: &ReadOptions,
    reader: QuestionReader,
    progress: &dyn Progress,
) -> Result<ReadFile, ImportError> {
    let name = source.name();
    Ok(match source {
        Source::File(path) => {
            if path.is_dir() {
                return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
            }
            reader(&mut BufReader::new(File::open(path)?), &name, options, progress)?
        }
        Source::Clipboard(text) => reader(&mut Cursor::new(text.as_bytes()), &name, options, progress)?,
    })
}

fn made(file: Arc<ReadFile>, wanted: Wanted, progress: &WhileNewest<'_>) -> Result<ImportRead, ImportError> {
    let quiz = wanted.quiz.min(file.banks.len().saturating_sub(1));
    let made = make(&file.banks[quiz], &wanted.id, &wanted.options);
    if !progress.goes_on(SHARE_AFTER_MAKING) {
        return Err(Unreadable::Cancelled.into());
    }
    let considered = Considered::new(&file.banks[quiz], made);
    Ok(ImportRead { file, quiz, options: wanted.options, considered })
}

/// Goes on as long as nothing newer was asked for.
struct WhileNewest<'a> {
    number: u64,
    asked: &'a AtomicU64,
    teller: Teller<'a>,
}

impl WhileNewest<'_> {
    /// Tells how much of the whole is done; gives back whether the rest is still wanted.
    fn goes_on(&self, share: f32) -> bool {
        self.teller.advance(share) && self.asked.load(Ordering::Relaxed) == self.number
    }
}

impl Progress for WhileNewest<'_> {
    fn advance(&self, share: f32) -> bool {
        self.goes_on(share * SHARE_OF_READING)
    }
}

/// Saves a bank that was made, and beside it the pictures that it shows; one that was imported to that place before is brought
/// up to date.
///
/// # Errors
/// Where a file cannot be written, or there is a bank that was not imported.
pub fn save_import(
    path: &Path,
    made: &MadeBank,
    file: &ReadFile,
    quiz: usize,
    source: &str,
) -> Result<SavedImport, SaveFault> {
    let drafts = &file.banks[quiz];
    let is_new = |path: &PathBuf| !path.exists();
    let pictures = drafts.pictures.all().iter().map(|picture| path.with_file_name("").join(&*picture.path));
    let free: Vec<PathBuf> = std::iter::once(path.to_path_buf()).chain(pictures).filter(is_new).collect();
    let told = import_into(path, made, drafts, file.format, source)?;
    let is_first = free.first().is_some_and(|first| first == path);
    let new_files = free.into_iter().filter(|file| is_first && file.exists()).collect();
    let (added, changed, unchanged) = (told.added, told.changed, told.unchanged);
    let no_longer = told.no_longer.iter().map(|id| id.to_string()).collect();
    Ok(SavedImport { added, changed, unchanged, changed_here: told.changed_here.len(), no_longer, new_files })
}

//! What the library knows of each bank: where it lies and what came of reading it. Reads no file itself.

use crate::app::start::ShelfStart;
use crate::app::state::bank_read::{BankRead, Problems};
use crate::app::state::plans::{QuizLine, quiz_lines};
use crate::bank::Bank;
use crate::bank::library::Entry;
use crate::disk::BankFileError;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Every bank that the library knows of, read or not: the shipped ones first, then the files in their order.
#[derive(Debug, Default)]
pub(in crate::app) struct Shelf {
    pub places: Vec<ShelfPlace>,
    /// Files that were named at the start and have not joined the library yet.
    pub named: Vec<PathBuf>,
    /// The file to show as soon as it is read.
    pub show_next: Option<PathBuf>,
    /// The bank that is to be played as soon as it is read, whatever is wrong with some of its questions.
    pub play_next: Option<PathBuf>,
    /// The path that a bank had which is gone, while its new place is being asked for.
    pub locating: Option<String>,
    /// Files that were added by hand and are being read for the first time.
    pub new: HashSet<PathBuf>,
    /// Files that were named and cannot be read, with the reason.
    pub refused: Vec<(PathBuf, BankFileError)>,
    /// The file whose path was typed, while it is being read.
    pub typed: Option<PathBuf>,
}

/// A bank on the shelf.
#[derive(Debug)]
pub(in crate::app) struct ShelfPlace {
    /// `None` for a bank that came with the program.
    pub path: Option<PathBuf>,
    /// Name of the file that a bank which came with the program was; empty for the others.
    pub shipped_name: String,
    /// Whether the user added it, so that it can be taken out again.
    pub is_added: bool,
    pub outcome: Outcome,
}

/// A bank that was taken out of the library and can be put back.
#[derive(Debug)]
pub(in crate::app) struct RemovedBank {
    pub stored: String,
    pub path: PathBuf,
    /// Where it stood in the settings.
    pub library_index: usize,
    /// Where it stood on the shelf.
    pub index: usize,
    pub place: ShelfPlace,
}

/// What came of reading a bank.
#[derive(Debug)]
pub(in crate::app) enum Outcome {
    Waiting,
    Read {
        bank: Arc<Bank>,
        problems: Problems,
        /// Worked out once: a plan is drawn to see what it gives.
        quizzes: Arc<[QuizLine]>,
    },
    Faulty {
        message: String,
        problems: Problems,
        is_gone: bool,
    },
}

impl Shelf {
    /// The shelf with the shipped banks and the files that were read before the window was there.
    pub fn new(start: ShelfStart) -> Self {
        let shipped = start.shipped.into_iter().map(|(shipped_name, reading)| ShelfPlace {
            path: None,
            shipped_name,
            is_added: false,
            outcome: outcome_of(Ok(Box::new(reading))),
        });
        let mut shelf = Self { places: shipped.collect(), named: start.named, ..Self::default() };
        for (path, outcome) in start.read {
            match outcome {
                Err(error) if !error.is_text_fault() => {
                    shelf.named.retain(|named| *named != path);
                    shelf.refused.push((path, error));
                }
                outcome => shelf.put(&path, true, outcome_of(outcome)),
            }
        }
        shelf.show_next = shelf.named.first().cloned();
        shelf
    }

    /// The place of a file, also where it is named in another way, through a link or `..`.
    pub fn place_of(&mut self, path: &Path) -> Option<&mut ShelfPlace> {
        let named = self.places.iter().position(|place| place.path.as_deref() == Some(path));
        let index = named.or_else(|| {
            let real = path.canonicalize().ok()?;
            let is_same = |other: &PathBuf| other.canonicalize().is_ok_and(|other| other == real);
            self.places.iter().position(|place| place.path.as_ref().is_some_and(is_same))
        });
        self.places.get_mut(index?)
    }

    /// The name of the file that the bank of that id was, where it came with the program.
    pub fn shipped_name(&self, id: &str) -> Option<&str> {
        let is_it = |place: &&ShelfPlace| {
            place.path.is_none() && matches!(&place.outcome, Outcome::Read { bank, .. } if *bank.id == *id)
        };
        self.places.iter().find(is_it).map(|place| &*place.shipped_name)
    }

    /// Forgets that the new place of a file is being asked for, and the path that was typed for it.
    pub fn give_up_locating(&mut self) {
        self.locating = None;
        self.typed = None;
    }

    /// Puts a file on the shelf, or changes what is known of it.
    pub fn put(&mut self, path: &Path, is_added: bool, outcome: Outcome) {
        match self.place_of(path) {
            Some(place) => place.outcome = outcome,
            None => self.places.insert(
                self.place_for(path, is_added),
                ShelfPlace { path: Some(path.to_owned()), shipped_name: String::new(), is_added, outcome },
            ),
        }
    }

    /// Where a new file goes: those of the data folder stand in sorted order, as a start finds them.
    fn place_for(&self, path: &Path, is_added: bool) -> usize {
        let is_later = |place: &ShelfPlace| !place.is_added && place.path.as_deref().is_some_and(|other| other > path);
        let place = self.places.iter().position(is_later).filter(|_| !is_added);
        place.unwrap_or(self.places.len())
    }
}

/// What is kept of a reading.
pub(in crate::app) fn outcome_of(outcome: Result<Box<BankRead>, BankFileError>) -> Outcome {
    match outcome {
        Err(error) => {
            Outcome::Faulty { message: error.to_string(), problems: Problems::default(), is_gone: error.is_gone() }
        }
        Ok(read) => {
            let BankRead { bank, problems } = *read;
            match bank {
                Ok(bank) => {
                    let quizzes = quiz_lines(&bank).into();
                    Outcome::Read { bank: Arc::new(bank), problems, quizzes }
                }
                Err(message) => Outcome::Faulty { message, problems, is_gone: false },
            }
        }
    }
}

/// The place as the rules of the library see it.
pub(in crate::app) fn entry_of(place: &ShelfPlace) -> Entry<'_> {
    let bank_id = match &place.outcome {
        Outcome::Read { bank, .. } => Some(&*bank.id),
        Outcome::Waiting | Outcome::Faulty { .. } => None,
    };
    Entry { is_shipped: place.path.is_none(), bank_id }
}

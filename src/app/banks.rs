//! The actions about banks: what stands on the shelf, what is read, and the cards of the library.

use super::action::Page;
use super::app::App;
use super::inbox::Message;
use super::model::{BankCard, Card, FaultyCard, Found, Pictures};
use super::plans::quiz_lines;
use super::start::ShelfStart;
use super::words;
use crate::bank::library::{Entry, Shelving, shelve};
use crate::bank::picture::pictures;
use crate::bank::{Answer, Bank, Problem, Reading};
use crate::disk::{BankFileError, picture_beside};
use crate::history::Standing;
use crate::moment::Moment;
use crate::sitting::Sitting;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most questions that a search shows.
const MOST_FOUND: usize = 50;
/// The most problems that a card names.
const MOST_MESSAGES: usize = 20;

/// Every bank that the library knows of, read or not: the shipped ones first, then the files in their order.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    places: Vec<ShelfPlace>,
    /// Files that were named at the start and have not joined the library yet.
    named: Vec<PathBuf>,
    /// The file to show as soon as it is read.
    show_next: Option<PathBuf>,
    /// The path that a bank had which is gone, while its new place is being asked for.
    locating: Option<String>,
}

#[derive(Debug)]
struct ShelfPlace {
    /// `None` for a bank that came with the program.
    path: Option<PathBuf>,
    /// Whether the user added it, so that it can be taken out again.
    is_added: bool,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    Waiting,
    Read { bank: Arc<Bank>, problems: Problems },
    Faulty { message: String, problems: Problems, is_gone: bool },
}

/// What is wrong with a bank, as its card tells it.
#[derive(Clone, Debug, Default)]
struct Problems {
    /// How many there are.
    count: usize,
    /// The first of them, each with its place: a damaged bank can have a hundred thousand.
    first: Vec<String>,
}

impl Problems {
    fn of(problems: &[Problem]) -> Self {
        Self { count: problems.len(), first: problems.iter().take(MOST_MESSAGES).map(ToString::to_string).collect() }
    }

    /// The lines of the card.
    fn lines(&self) -> Vec<String> {
        let mut lines = self.first.clone();
        if self.count > lines.len() {
            lines.push(format!("and {} more", self.count - lines.len()));
        }
        lines
    }
}

impl Shelf {
    /// The shelf with the shipped banks and the files that were read before the window was there.
    pub fn new(start: ShelfStart) -> Self {
        let shipped = start.shipped.into_iter().map(|(_, reading)| ShelfPlace {
            path: None,
            is_added: false,
            outcome: outcome_of(Ok(Box::new(reading))),
        });
        let mut shelf = Self { places: shipped.collect(), named: start.named, ..Self::default() };
        shelf.show_next = shelf.named.first().cloned();
        for (path, outcome) in start.read {
            shelf.put(&path, true, outcome_of(outcome));
        }
        shelf
    }

    /// The place of a file, also where it is named in another way, through a link or `..`.
    fn place_of(&mut self, path: &Path) -> Option<&mut ShelfPlace> {
        let is_same = |other: &Path| {
            other == path || other.canonicalize().is_ok_and(|other| path.canonicalize().is_ok_and(|path| path == other))
        };
        self.places.iter_mut().find(|place| place.path.as_deref().is_some_and(is_same))
    }

    /// Forgets that the new place of a file is being asked for.
    pub fn give_up_locating(&mut self) {
        self.locating = None;
    }

    /// Puts a file on the shelf, or changes what is known of it.
    fn put(&mut self, path: &Path, is_added: bool, outcome: Outcome) {
        match self.place_of(path) {
            Some(place) => place.outcome = outcome,
            None => self.places.push(ShelfPlace { path: Some(path.to_owned()), is_added, outcome }),
        }
    }
}

impl App {
    /// Reads the learner's own banks and those that were added before; those named at the start join them.
    pub(super) fn read_waiting_files(&mut self) {
        for path in std::mem::take(&mut self.shelf.named) {
            self.keep_in_library(&path);
            self.read_unless_known(&path, true);
        }
        let stored: Vec<PathBuf> =
            self.model.settings.library.iter().map(|stored| self.folder.from_stored(stored)).collect();
        for path in stored {
            self.read_unless_known(&path, true);
        }
        for path in self.folder.own_banks() {
            self.read_unless_known(&path, false);
        }
    }

    fn read_unless_known(&mut self, path: &Path, is_added: bool) {
        if self.shelf.place_of(path).is_none() {
            self.shelf.put(path, is_added, Outcome::Waiting);
            self.loader.read(path.to_owned());
        }
    }

    /// Shows the first bank that was named at the start, if it is read already.
    pub(super) fn show_first_named(&mut self) {
        self.refresh_library();
        let Some(path) = self.shelf.show_next.clone() else { return };
        let Some(place) = self.shelf.place_of(&path) else { return };
        let id = match &place.outcome {
            Outcome::Waiting => return,
            Outcome::Read { bank, .. } => Some(bank.id.to_string()),
            Outcome::Faulty { .. } => None,
        };
        self.shelf.show_next = None;
        if let Some(id) = id {
            self.set_up(&id, None, None);
        }
    }

    pub(super) fn add_banks(&mut self, paths: Vec<PathBuf>) {
        if let (Some(gone), false) = (self.shelf.locating.take(), paths.is_empty()) {
            self.remove_bank(&gone);
        }
        let paths: Vec<PathBuf> =
            paths.iter().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())).collect();
        for path in &paths {
            self.keep_in_library(path);
            self.shelf.put(path, true, Outcome::Waiting);
            self.loader.read(path.clone());
        }
        // A sitting under way, or its result, is not disturbed; the banks wait in the library.
        let is_busy = matches!(self.model.page, Page::Sitting | Page::Result);
        self.shelf.show_next = paths.into_iter().next().filter(|_| !is_busy);
    }

    pub(super) fn handed_over(&mut self, paths: Vec<PathBuf>) {
        let is_busy = self.model.page == Page::Sitting && !paths.is_empty();
        self.add_banks(paths);
        if is_busy {
            self.tell("The banks that were opened are in the library.");
        }
    }

    pub(super) fn banks_chosen(&mut self, paths: Vec<PathBuf>, was_seen: bool) {
        if !was_seen {
            self.ask_for_path("This desktop shows no dialog for files. Type the path of the bank instead.");
            return;
        }
        self.add_banks(paths);
    }

    pub(super) fn choose_banks(&mut self) {
        self.shelf.locating = None;
        self.world.choose_banks(self.inbox.reporter());
    }

    pub(super) fn ask_for_path(&mut self, explanation: &'static str) {
        self.screens.path.open(explanation);
        self.model.is_path_open = true;
    }

    pub(super) fn locate(&mut self, stored: String) {
        self.shelf.locating = Some(stored);
        self.world.choose_banks(self.inbox.reporter());
    }

    pub(super) fn remove_bank(&mut self, shown: &str) {
        let path = self.folder.from_stored(shown);
        self.model.settings.library.retain(|stored| *stored != shown);
        self.shelf.places.retain(|place| place.path.as_ref() != Some(&path));
        self.save_settings();
        self.refresh_library();
    }

    pub(super) fn reload_bank(&mut self, shown: &str) {
        let path = self.folder.from_stored(shown);
        if self.shelf.place_of(&path).is_some() {
            self.loader.read(path);
        }
    }

    pub(super) fn bank_read(&mut self, path: &Path, outcome: Result<Box<Reading>, BankFileError>) {
        // A file that was taken out while it was being read stays out.
        let Some(place) = self.shelf.place_of(path) else { return };
        place.outcome = outcome_of(outcome);
        let is_free = !matches!(self.model.page, Page::Sitting | Page::Result);
        if self.shelf.show_next.take_if(|next| next == path).is_some() && is_free {
            self.shelf.show_next = Some(path.to_owned());
            self.model.page = Page::Library;
            self.show_first_named();
        } else {
            self.refresh_library();
        }
    }

    /// Where the pictures of a sitting lie: beside its bank, and nowhere else.
    pub(super) fn pictures_of(&self, sitting: &Sitting) -> Pictures {
        let folder_of = |bank_id: &str| {
            let is_it =
                |place: &&ShelfPlace| matches!(&place.outcome, Outcome::Read { bank, .. } if *bank.id == *bank_id);
            self.shelf.places.iter().find(is_it).and_then(|place| place.path.as_deref()?.parent())
        };
        let mut found = HashMap::new();
        for turn in &sitting.turns {
            let question = &turn.item.question;
            let image = if let Answer::Hotspot { image, .. } = &question.answer { image } else { "" };
            let in_texts = question.texts().into_iter().flat_map(pictures).map(|(path, _)| path);
            for path in in_texts.chain([image.to_owned()]).filter(|path| !path.is_empty()) {
                if let Some(folder) = folder_of(&turn.item.bank_id) {
                    let picture = picture_beside(folder, &path);
                    found.insert(path, picture);
                }
            }
        }
        Pictures::new(found)
    }

    pub(super) fn search(&mut self, wanted: String) {
        let banks = self.model.banks.clone();
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let found = find(&banks, &wanted);
            reporter.send(Message::Found { words: wanted, found });
        });
    }

    pub(super) fn searched(&mut self, wanted: &str, found: Vec<Found>) {
        // Answers to words that have changed since are stale.
        if self.screens.search.asked() == wanted {
            self.model.found = found;
            wanted.clone_into(&mut self.model.found_words);
        }
    }

    /// Builds what the library shows from the shelf and from the results.
    pub(super) fn refresh_library(&mut self) {
        let learner_id = self.model.learner.id;
        let standings = self.history.standings(learner_id).unwrap_or_else(|error| {
            self.warn_history(&error);
            HashMap::new()
        });
        match self.history.unfinished(learner_id) {
            Ok(unfinished) => self.model.unfinished = unfinished,
            Err(error) => self.warn_history(&error),
        }
        let now = self.world.now();
        let entries: Vec<Entry<'_>> = self.shelf.places.iter().map(entry_of).collect();
        let shelvings = shelve(&entries);
        let mut banks = Vec::new();
        let mut cards = Vec::new();
        for (place, shelving) in self.shelf.places.iter().zip(shelvings) {
            let shown = place.path.as_deref().map(|path| self.folder.to_stored(path));
            match (&place.outcome, shelving) {
                (Outcome::Waiting, _) | (_, Shelving::ReplacedBy(_)) => {}
                (Outcome::Read { bank, problems }, Shelving::Plays | Shelving::Unread) => {
                    banks.push(Arc::clone(bank));
                    cards.push(Card::Bank(bank_card(bank, problems, place, shown, standings.get(&*bank.id), now)));
                }
                (Outcome::Read { bank, .. }, Shelving::ShadowedBy(first)) => {
                    let other = self.shelf.places[first]
                        .path
                        .as_deref()
                        .map_or_else(String::new, |path| path.display().to_string());
                    let message = format!(
                        "Not shown: it has the same id “{}” as {other}. Give one of them another id, or remove one.",
                        bank.id
                    );
                    cards.push(faulty_card(place, shown, message, Vec::new(), false));
                }
                (Outcome::Faulty { message, problems, is_gone }, _) => {
                    cards.push(faulty_card(place, shown, message.clone(), problems.lines(), *is_gone));
                }
            }
        }
        self.model.banks = banks;
        self.model.cards = cards;
    }

    fn keep_in_library(&mut self, path: &Path) {
        let stored = self.folder.to_stored(path);
        let is_own = path.starts_with(self.folder.quizzes());
        if !is_own && !self.model.settings.library.contains(&stored) {
            self.model.settings.library.push(stored);
            self.save_settings();
        }
    }
}

fn outcome_of(outcome: Result<Box<Reading>, BankFileError>) -> Outcome {
    match outcome {
        Err(error) => {
            Outcome::Faulty { message: error.to_string(), problems: Problems::default(), is_gone: error.is_gone() }
        }
        Ok(reading) => {
            let problems = Problems::of(&reading.problems);
            match reading.bank {
                Ok(bank) => Outcome::Read { bank: Arc::new(bank), problems },
                Err(problem) => Outcome::Faulty { message: problem.to_string(), problems, is_gone: false },
            }
        }
    }
}

fn entry_of(place: &ShelfPlace) -> Entry<'_> {
    let bank_id = match &place.outcome {
        Outcome::Read { bank, .. } => Some(&*bank.id),
        Outcome::Waiting | Outcome::Faulty { .. } => None,
    };
    Entry { is_shipped: place.path.is_none(), bank_id }
}

fn bank_card(
    bank: &Bank,
    problems: &Problems,
    place: &ShelfPlace,
    shown: Option<String>,
    standing: Option<&Standing>,
    now: Moment,
) -> BankCard {
    let question_count = bank.questions.len();
    let known = standing.map_or(0, |standing| standing.known_questions);
    let last = match standing.and_then(|standing| Some((standing.last_percent?, standing.last_finished_at?))) {
        Some((percent, at)) => format!("last {}, {}", words::percent(percent), words::day(at, now)),
        None => "not finished yet".to_owned(),
    };
    let last = if standing.is_none() { "not started".to_owned() } else { last };
    BankCard {
        key: shown.clone().unwrap_or_else(|| bank.id.to_string()),
        id: bank.id.to_string(),
        title: bank.title.to_string(),
        about: bank.about.to_string(),
        facts: format!("{}  ·  {last}", words::count(question_count, "question")),
        mastery: (known as f32 / question_count.max(1) as f32).min(1.0),
        question_count,
        summary: words::count(problems.count, "problem"),
        messages: problems.lines(),
        quizzes: quiz_lines(bank),
        path: shown,
        is_removable: place.is_added,
    }
}

fn faulty_card(
    place: &ShelfPlace,
    shown: Option<String>,
    message: String,
    messages: Vec<String>,
    is_gone: bool,
) -> Card {
    let name = place.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    Card::Faulty(FaultyCard {
        name: name.unwrap_or_default(),
        path: shown.unwrap_or_default(),
        message,
        messages,
        is_gone,
        is_removable: place.is_added,
    })
}

/// The questions whose prompt or topic has all the words, in the order of the banks.
fn find(banks: &[Arc<Bank>], wanted: &str) -> Vec<Found> {
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let questions = banks.iter().flat_map(|bank| bank.questions.iter().map(move |question| (bank, question)));
    questions
        .filter(|(_, question)| {
            let text = format!("{} {}", question.prompt, question.topic).to_lowercase();
            wanted.iter().all(|word| text.contains(word))
        })
        .take(MOST_FOUND)
        .map(|(bank, question)| Found {
            bank_id: bank.id.to_string(),
            bank_title: bank.title.to_string(),
            topic: question.topic.to_string(),
            prompt: question.prompt.to_string(),
        })
        .collect()
}

//! A world that does as it is told: a clock that stands, counted seeds and ids, dialogs that answer at once.

use crate::exchanged;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use torus::app::action::{Export, ForClass};
use torus::app::{Computer, Message, QuestionReader, QuestionWriter, Reporter, World};
use torus::disk::Watch;
use torus::moment::Moment;
use uuid::Uuid;

/// 2026-11-23T06:00:00Z, a Monday, seen from one hour east.
pub const START: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };

/// The world's handle: the window holds one, the test another.
#[derive(Clone)]
pub struct FakeWorld {
    state: Arc<Mutex<WorldState>>,
}

struct WorldState {
    now: Moment,
    ticks_ms: u64,
    last_seed: u32,
    last_uuid: u128,
    banks: Answer,
    folder: Answer,
    class: Answer,
    questions: Answer,
    place: Answer,
    asked_places: Vec<(Option<PathBuf>, String)>,
    watching: Watching,
}

/// Whether changes on the disk are noticed.
enum Watching {
    Nothing,
    Refused,
    Really,
}

/// What a dialog answers.
#[derive(Clone)]
enum Answer {
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// No dialog can be shown.
    Unseen,
}

impl Answer {
    fn paths(&self) -> Vec<PathBuf> {
        match self {
            Self::Chosen(paths) => paths.clone(),
            Self::Cancelled | Self::Unseen => Vec::new(),
        }
    }

    fn was_seen(&self) -> bool {
        !matches!(self, Self::Unseen)
    }
}

impl FakeWorld {
    /// The first seed is 1, the first id ends in 1, and every dialog is cancelled.
    pub fn new() -> Self {
        let state = WorldState {
            now: START,
            ticks_ms: 0,
            last_seed: 0,
            last_uuid: 0,
            banks: Answer::Cancelled,
            folder: Answer::Cancelled,
            class: Answer::Cancelled,
            questions: Answer::Cancelled,
            place: Answer::Cancelled,
            asked_places: Vec::new(),
            watching: Watching::Nothing,
        };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    /// Lets time pass while the window is open.
    pub fn pass_ms(&self, ms: u64) {
        let mut state = self.state();
        state.ticks_ms += ms;
        state.now.unix_ms += i64::try_from(ms).expect("a span that a test means");
    }

    /// Lets time pass while the computer is off: the wall clock goes on, the other starts from nothing.
    pub fn sleep_ms(&self, ms: u64) {
        self.pass_ms(ms);
        self.state().ticks_ms = 0;
    }

    /// What the dialog for banks answers from now on.
    pub fn chooses_banks(&self, paths: &[PathBuf]) {
        self.state().banks = Answer::Chosen(paths.to_vec());
    }

    /// What the dialogs for folders answer from now on.
    pub fn chooses_folder(&self, path: &Path) {
        self.state().folder = Answer::Chosen(vec![path.to_owned()]);
    }

    /// What the dialogs for results of a class answer from now on.
    pub fn chooses_for_class(&self, paths: &[PathBuf]) {
        self.state().class = Answer::Chosen(paths.to_vec());
    }

    /// What the dialog for a file of questions answers from now on.
    pub fn chooses_questions(&self, path: &Path) {
        self.state().questions = Answer::Chosen(vec![path.to_owned()]);
    }

    /// What the dialog for a place to save answers from now on.
    pub fn chooses_place(&self, path: &Path) {
        self.state().place = Answer::Chosen(vec![path.to_owned()]);
    }

    /// No dialog can be shown from now on.
    pub fn shows_no_dialogs(&self) {
        let mut state = self.state();
        (state.banks, state.folder, state.place) = (Answer::Unseen, Answer::Unseen, Answer::Unseen);
        (state.class, state.questions) = (Answer::Unseen, Answer::Unseen);
    }

    /// Every dialog is cancelled from now on.
    pub fn cancels_dialogs(&self) {
        let mut state = self.state();
        (state.banks, state.folder, state.place) = (Answer::Cancelled, Answer::Cancelled, Answer::Cancelled);
        (state.class, state.questions) = (Answer::Cancelled, Answer::Cancelled);
    }

    /// Windows opened from now on notice what changes on the disk.
    pub fn watches_files(&self) {
        self.state().watching = Watching::Really;
    }

    /// Windows opened from now on cannot notice what changes on the disk.
    pub fn refuses_to_watch(&self) {
        self.state().watching = Watching::Refused;
    }

    /// The folders and file names that were offered for saving.
    pub fn asked_places(&self) -> Vec<(Option<PathBuf>, String)> {
        self.state().asked_places.clone()
    }

    /// The seed that was given out last.
    pub fn last_seed(&self) -> u32 {
        self.state().last_seed
    }

    /// The id that was given out last.
    pub fn last_uuid(&self) -> Uuid {
        Uuid::from_u128(self.state().last_uuid)
    }

    fn state(&self) -> MutexGuard<'_, WorldState> {
        self.state.lock().expect("no test holds it while it fails")
    }
}

impl World for FakeWorld {
    fn now(&self) -> Moment {
        self.state().now
    }

    fn ticks_ms(&self) -> u64 {
        self.state().ticks_ms
    }

    fn seed(&self) -> u32 {
        let mut state = self.state();
        state.last_seed += 1;
        state.last_seed
    }

    fn uuid(&self) -> Uuid {
        let mut state = self.state();
        state.last_uuid += 1;
        Uuid::from_u128(state.last_uuid)
    }

    fn choose_banks(&self, reporter: Reporter) {
        let answer = self.state().banks.clone();
        reporter.send(Message::BanksChosen { paths: answer.paths(), was_seen: answer.was_seen() });
    }

    fn choose_folder(&self, reporter: Reporter) {
        let answer = self.state().folder.clone();
        let folder = answer.paths().into_iter().next();
        reporter.send(Message::FolderChosen { folder, was_seen: answer.was_seen() });
    }

    fn choose_hand_in_folder(&self, reporter: Reporter) {
        let answer = self.state().folder.clone();
        let folder = answer.paths().into_iter().next();
        reporter.send(Message::HandInFolderChosen { folder, was_seen: answer.was_seen() });
    }

    fn choose_for_class(&self, wanted: ForClass, reporter: Reporter) {
        let answer = self.state().class.clone();
        reporter.send(Message::ForClassChosen { wanted, paths: answer.paths(), was_seen: answer.was_seen() });
    }

    fn choose_questions(&self, reporter: Reporter) {
        let answer = self.state().questions.clone();
        let path = answer.paths().into_iter().next();
        reporter.send(Message::QuestionsChosen { path, was_seen: answer.was_seen() });
    }

    fn choose_picture(&self, reporter: Reporter) {
        let answer = self.state().questions.clone();
        let path = answer.paths().into_iter().next();
        reporter.send(Message::PictureChosen { path, was_seen: answer.was_seen() });
    }

    fn question_reader(&self) -> QuestionReader {
        exchanged::read
    }

    fn question_writer(&self) -> QuestionWriter {
        exchanged::write
    }

    fn choose_place(&self, folder: Option<&Path>, file_name: &str, export: Export, reporter: Reporter) {
        let mut state = self.state();
        state.asked_places.push((folder.map(Path::to_owned), file_name.to_owned()));
        let answer = state.place.clone();
        let place = answer.paths().into_iter().next();
        reporter.send(Message::PlaceChosen { place, export, was_seen: answer.was_seen() });
    }

    fn watch_files(&self, reporter: Reporter) -> Option<Watch> {
        match self.state().watching {
            Watching::Nothing => None,
            Watching::Refused => {
                reporter.send(Message::WatchFailed("the computer is tired".to_owned()));
                None
            }
            Watching::Really => Computer::new().watch_files(reporter),
        }
    }

    fn watch_desktop(&self, _reporter: Reporter) {}
}

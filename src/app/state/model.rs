//! What screens see: a view of the state that only [`crate::app::App`] changes.

use crate::app::action::{Action, BankRef, Page};
use crate::app::state::agenda::Agenda;
use crate::app::state::bank_read::FoundProblem;
use crate::app::state::plans::QuizLine;
use crate::bank::{Bank, Kind, Mode, Survey};
use crate::disk::Settings;
use crate::history::{Learner, Remark, UnfinishedSitting};
use crate::moment::Moment;
use crate::progress::{Progress, Wish};
use crate::schedule::Memory;
use crate::sitting::{Certainty, Sitting, SittingRecord, Turn, Verdict};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// The state that screens read.
#[derive(Debug)]
pub struct Model {
    /// The page that is shown.
    pub page: Page,
    /// The settings in force.
    pub settings: Settings,
    /// Who learns now.
    pub learner: Learner,
    /// Everybody who learns on this computer.
    pub learners: Vec<Learner>,
    /// The banks that can be played.
    pub banks: Vec<Arc<Bank>>,
    /// What the library shows.
    pub cards: Vec<Card>,
    /// Sittings that wait to be carried on, newest first.
    pub unfinished: Vec<UnfinishedSitting>,
    /// What the learner can review; `None` until that is known.
    pub agenda: Option<Arc<Agenda>>,
    /// What the learner has learned; `None` until that is known.
    pub progress: Option<Arc<Progress>>,
    /// Which part of it is to be told.
    pub progress_wish: Wish,
    /// How far fitting the model to the learner is, 0 to 1; `None` where that is not going on.
    pub fitting: Option<f32>,
    /// The sitting on the screen.
    pub play: Option<Play>,
    /// The result on the screen.
    pub result: Option<ResultView>,
    /// The bank that is looked at.
    pub bank_page: Option<BankPage>,
    /// Earlier sittings of the learner, newest first.
    pub sittings: Vec<SittingRecord>,
    /// When they were listed: days are told from then, as `today` or `yesterday`.
    pub sittings_listed_at: Moment,
    /// What the search has found.
    pub found: Vec<Found>,
    /// How many questions have the words; more than are shown, where there are many.
    pub found_count: usize,
    /// The words that it was found by.
    pub found_words: String,
    /// What the user should know.
    pub notices: Vec<NoticeLine>,
    /// The bank that was added last, where it is not whole.
    pub added: Option<AddedBank>,
    /// The bank that is being read.
    pub loading: Option<Loading>,
    /// The wiping of a deleted learner, where it takes noticeably long.
    pub wiping: Option<Loading>,
    /// The folder whose results are being brought in, where that takes noticeably long.
    pub bringing_in: Option<Loading>,
    /// Whether what the cards tell of results is being looked up.
    pub is_counting: bool,
    /// Whether the list of keys is shown.
    pub is_help_open: bool,
    /// Whether the field for a path is shown.
    pub is_path_open: bool,
    /// Where everything is kept.
    pub data_folder: String,
}

impl Model {
    /// The bank of that id, where it can be played.
    pub fn bank(&self, id: &str) -> Option<&Bank> {
        self.banks.iter().find(|bank| *bank.id == *id).map(|bank| &**bank)
    }

    /// The bank whose sources the question on the screen cites: a sitting keeps those that it began with, whatever
    /// becomes of the file, and the page of a bank has its own.
    pub fn cited_bank(&self, id: &str) -> Option<&Bank> {
        let of_sitting =
            self.play.as_ref().filter(|_| self.page == Page::Sitting).and_then(|play| play.bank.as_deref());
        let looked_at = self.bank_page.as_ref().and_then(|page| page.survey.as_ref()).map(|survey| &survey.head);
        [of_sitting, looked_at].into_iter().flatten().find(|bank| *bank.id == *id).or_else(|| self.bank(id))
    }

    /// What the window shows at the moment: two places share neither focus nor scrolling nor what is typed.
    pub fn place(&self) -> Place {
        let play = self.play.as_ref().filter(|_| self.page == Page::Sitting);
        Place {
            page: self.page,
            turn: play.map(|play| (play.sitting.id, play.sitting.current, play.phase)),
            result: self
                .result
                .as_ref()
                .filter(|_| self.page == Page::Result)
                .map(|result| (result.sitting.id, result.reviewing)),
        }
    }

    /// Whether something lies over the page, so that the page must not hear the keyboard.
    pub fn is_modal_open(&self) -> bool {
        self.is_help_open || self.is_path_open
    }
}

/// A place in the window where a person can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    page: Page,
    turn: Option<(Uuid, usize, Phase)>,
    result: Option<(Uuid, Option<usize>)>,
}

/// A card of the library.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// A bank that can be played.
    Bank(BankCard),
    /// A file that cannot.
    Faulty(FaultyCard),
}

impl Card {
    /// The bank, where it can be played.
    pub fn as_bank(&self) -> Option<&BankCard> {
        match self {
            Self::Bank(bank) => Some(bank),
            Self::Faulty(_) => None,
        }
    }

    /// The file, where it cannot be played.
    pub fn as_faulty(&self) -> Option<&FaultyCard> {
        match self {
            Self::Bank(_) => None,
            Self::Faulty(faulty) => Some(faulty),
        }
    }
}

/// A bank that can be played.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BankCard {
    /// Names the card among all cards.
    pub key: String,
    /// Id of the bank.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One line about it.
    pub about: String,
    /// Number of questions and last result, in words.
    pub facts: String,
    /// Share of the questions last answered right, 0 to 1.
    pub mastery: f32,
    /// How many questions can be asked.
    pub question_count: usize,
    /// How many things keep questions of it from being asked.
    pub problem_count: usize,
    /// Its ready-made quizzes.
    pub quizzes: Arc<[QuizLine]>,
    /// The file it was read from; `None` where it came with the program.
    pub path: Option<String>,
    /// Whether the file was added by hand and can be taken out again.
    pub is_removable: bool,
}

/// A file that cannot be played.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FaultyCard {
    /// Name of the file.
    pub name: String,
    /// Its path.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
    /// How many things are wrong with it, where they are more than the message tells.
    pub problem_count: usize,
    /// Whether the file is not there any more.
    pub is_gone: bool,
    /// Whether the file was added by hand and can be taken out again.
    pub is_removable: bool,
}

/// A sitting on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Play {
    /// The sitting.
    pub sitting: Sitting,
    /// What is shown of it.
    pub phase: Phase,
    /// The pictures that can be shown.
    pub pictures: Pictures,
    /// The bank as it was when the sitting came onto the screen; `None` where it is gone.
    pub bank: Option<Arc<Bank>>,
    /// When the question that was just answered comes back; `None` where that is not known, or where it does not.
    pub comes_back: Option<ComesBack>,
}

/// When a question comes back for review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComesBack {
    /// In how many days, 1 at least.
    pub days: u32,
    /// What is remembered of it now.
    pub memory: Memory,
    /// What became of the answer.
    pub verdict: Verdict,
    /// Whether that is the learner's own word.
    pub is_overruled: bool,
    /// Whether a hint was shown.
    pub has_used_hints: bool,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
}

/// A bank that is looked at.
#[derive(Debug)]
pub struct BankPage {
    /// Which bank it is.
    pub bank: BankRef,
    /// Name of its file.
    pub file_name: String,
    /// The file in full, or what stands for it.
    pub path: String,
    /// What is in it; kept while it is looked over again.
    pub survey: Option<Box<Survey>>,
    /// Why the file could not be read, if so.
    pub failure: Option<String>,
    /// Rises with each new survey.
    pub version: u64,
    /// What to show first.
    pub sought: Sought,
    /// Index of the question that is shown.
    pub selected: Option<usize>,
    /// What learners said about its questions, newest first.
    pub remarks: Vec<Remark>,
    /// When that was looked up: days are told from then.
    pub listed_at: Moment,
    /// That question as the learner sees it; `None` where it cannot be asked.
    pub preview: Option<Preview>,
}

/// What is shown first on the page of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sought {
    /// Its first question.
    #[default]
    Beginning,
    /// The question of that id.
    Question(String),
    /// The first thing that is wrong with it.
    Problems,
}

/// A question as the learner sees it.
#[derive(Debug)]
pub struct Preview {
    /// The question as drawn, with the answer that was tried.
    pub turn: Turn,
    /// The pictures that can be shown.
    pub pictures: Pictures,
    /// Whether the key is shown.
    pub is_marked: bool,
    /// Rises with each drawing.
    pub number: u64,
}

pub use crate::app::state::pictures::Pictures;

/// What is shown of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// A question that can be answered.
    Asking,
    /// A question that has been answered in practice, or said not to be known.
    Feedback,
    /// Every question was asked once, and second tries can be made.
    Pause,
    /// Which questions of a test are answered.
    Overview,
}

impl Play {
    /// Share of the questions of this round that are done, 0 to 1.
    pub fn progress(&self) -> f32 {
        let place = self.sitting.place();
        place.done as f32 / place.count.max(1) as f32
    }

    /// Which question of its round this is, such as `Question 7 of 12`.
    pub fn place_words(&self) -> String {
        let place = self.sitting.place();
        let noun = if place.is_second_try { "Second try" } else { "Question" };
        format!("{noun} {} of {}", place.number, place.count)
    }

    /// How many questions of this round are done, such as `6 of 12 answered`. In practice one is done without an answer
    /// too, where the learner does not know it.
    pub fn progress_words(&self) -> String {
        let place = self.sitting.place();
        let done = match self.sitting.terms.mode {
            Mode::Practice => "done",
            Mode::Test => "answered",
        };
        format!("{} of {} {done}", place.done, place.count)
    }

    /// Whether nothing is left to do.
    pub fn is_last(&self) -> bool {
        self.sitting.is_complete()
    }

    /// Whether the first round ends with the question on the screen, and second tries can follow.
    pub fn ends_first_round(&self) -> bool {
        let sitting = &self.sitting;
        sitting.is_scored() && !sitting.turn().is_second_try() && sitting.second_tries_left() > 0
    }
}

/// A result on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// The sitting.
    pub sitting: Sitting,
    /// The percentage of the learner's last sitting on the bank before this one.
    pub previous_percent: Option<f64>,
    /// Index of the question that is looked at again.
    pub reviewing: Option<usize>,
    /// The pictures that can be shown.
    pub pictures: Pictures,
}

impl ResultView {
    /// The questions that were asked: a second try that was not made is none.
    pub fn asked(&self) -> Vec<usize> {
        let asked = |turn: &Turn| !turn.is_second_try() || turn.is_done();
        self.sitting.turns.iter().enumerate().filter(|(_, turn)| asked(turn)).map(|(index, _)| index).collect()
    }
}

/// A question that the search has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Id of its bank.
    pub bank_id: String,
    /// Its own id.
    pub question_id: String,
    /// What kind of question it is.
    pub kind: Kind,
    /// Title of its bank.
    pub bank_title: String,
    /// Its topic.
    pub topic: String,
    /// What it asks.
    pub prompt: String,
}

impl Found {
    /// Opens the question on the page of its bank.
    pub fn open(&self) -> Action {
        Action::LookAtFound { bank_id: self.bank_id.clone(), question_id: self.question_id.clone() }
    }

    /// Opens the set-up screen with the question's topic.
    pub fn set_up(&self) -> Action {
        let topic = (!self.topic.is_empty()).then(|| self.topic.clone());
        Action::SetUp { bank_id: self.bank_id.clone(), mode: Some(Mode::Practice), topic }
    }
}

/// A bank that was just added by hand and is not whole, or cannot be played at all.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedBank {
    /// The file.
    pub path: PathBuf,
    /// By which the library names it.
    pub stored: String,
    /// Its title, or the name of its file.
    pub title: String,
    /// Id of the bank, where something in it can be played.
    pub playable_id: Option<String>,
    /// How many of its questions can be asked.
    pub askable: usize,
    /// How many were left out.
    pub left_out: usize,
    /// Why it cannot be played; empty where it can.
    pub failure: String,
    /// The first things that are wrong with it.
    pub problems: Vec<FoundProblem>,
    /// How many there are in all.
    pub problem_count: usize,
}

/// Something that the user should know.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeLine {
    /// Rises with each notice.
    pub number: u64,
    /// What happened and what to do.
    pub text: String,
    /// Whether something is wrong.
    pub is_warning: bool,
    /// What can be done about it at once.
    pub action: Option<NoticeAction>,
    /// What it is about, so that it can go when that is over.
    pub about: About,
    /// When it was told, on the clock that never jumps.
    pub told_ms: u64,
    /// When it goes by itself; `None` where it waits to be read.
    pub until_ms: Option<u64>,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Something that is not over by itself.
    #[default]
    Other,
    /// Results that could not be kept.
    Results,
    /// Settings that could not be kept.
    Settings,
    /// A table that could not be saved.
    Export,
    /// The daily copy.
    Copy,
}

/// What can be done about a notice at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Bring back the learner who was deleted.
    UndoDelete,
    /// Put the bank back that was taken out of the library.
    UndoRemove,
    /// Take up the sitting again that was given up.
    UndoDiscard(Uuid),
    /// Give a sitting back.
    UndoGive {
        /// Which sitting.
        sitting: Uuid,
        /// Whose it was.
        learner_id: i64,
    },
    /// Have a sitting count for review as before.
    UndoCount {
        /// Which sitting.
        sitting: Uuid,
        /// Whether it counted.
        counts: bool,
    },
}

impl NoticeAction {
    /// What brings it about.
    pub fn action(self) -> Action {
        match self {
            Self::UndoDelete => Action::UndoDelete,
            Self::UndoRemove => Action::UndoRemove,
            Self::UndoDiscard(id) => Action::UndoDiscard(id),
            Self::UndoGive { sitting, learner_id } => Action::GiveSitting { sitting, learner_id },
            Self::UndoCount { sitting, counts } => Action::CountForReview { sitting, counts },
        }
    }
}

/// A bank that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// Name of the file.
    pub name: String,
    /// Share of it that is read, 0 to 1.
    pub share: f32,
}

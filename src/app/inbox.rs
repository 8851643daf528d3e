//! What worker threads tell the window. A message wakes the window; nothing is polled.

use crate::app::action::{Export, ForClass};
use crate::app::state::agenda::Agenda;
use crate::app::state::bank_export::Written;
use crate::app::state::bank_read::BankRead;
use crate::app::state::class_view::ClassRead;
use crate::app::state::found::Found;
use crate::app::state::handing_in::Hindrance;
use crate::app::state::marking::{KeptPaper, Papers};
use crate::app::workers::author_told::{FromOutside, OpenError, Opened};
use crate::app::workers::export::{SaveError, Saved};
use crate::app::workers::import_told::{ImportError, ImportRead, SavedImport};
use crate::bank::Survey;
use crate::disk::authoring::{SaveError as SaveFault, Version};
use crate::disk::{BankFileError, HandInError, HandedIn};
use crate::history::{HistoryError, Merged, Standing};
use crate::progress::Progress;
use crate::report::recall::Recall;
use egui::Context;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use uuid::Uuid;

/// Something that a worker thread has to tell.
#[derive(Debug)]
pub enum Message {
    /// A bank file was read.
    BankRead {
        /// Its path.
        path: PathBuf,
        /// What came of it.
        outcome: Result<Box<BankRead>, BankFileError>,
    },
    /// A bank was looked over, or not.
    BankSurveyed {
        /// Which order this answers.
        number: u64,
        /// What came of it.
        outcome: Result<Box<Survey>, BankFileError>,
    },
    /// A bank was opened to write in it, or not.
    AuthorOpened {
        /// Its path.
        path: PathBuf,
        /// What came of it.
        outcome: Result<Box<Opened>, OpenError>,
    },
    /// The file of the bank that is written was saved, or not.
    AuthorSaved {
        /// Its path.
        path: PathBuf,
        /// The version of the text that is in it.
        version: u64,
        /// Why it could not be saved, where it could not.
        outcome: Result<(), SaveFault>,
        /// Its earlier states.
        versions: Vec<Version>,
    },
    /// What was typed cannot be kept.
    AuthorNotKept {
        /// Path of the bank.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The file of the bank that is written was changed outside.
    AuthorChangedOutside {
        /// Its path.
        path: PathBuf,
        /// What both say together.
        outside: Box<FromOutside>,
    },
    /// An earlier state of the bank that is written was read, or not.
    AuthorVersion {
        /// Path of the bank.
        path: PathBuf,
        /// Its text then, or why it cannot be read.
        text: Result<String, String>,
    },
    /// The dialog for a picture was closed.
    PictureChosen {
        /// The file; none where the dialog was cancelled.
        path: Option<PathBuf>,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// These files may have changed on the disk.
    FilesChanged(Vec<PathBuf>),
    /// Changes on the disk are not noticed, for this reason.
    WatchFailed(String),
    /// Reading a bank file has come further.
    Progress,
    /// The dialog for bank files was closed.
    BanksChosen {
        /// The files; none where the dialog was cancelled.
        paths: Vec<PathBuf>,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// The dialog for the data folder of another computer was closed.
    FolderChosen {
        /// The folder; none where the dialog was cancelled.
        folder: Option<PathBuf>,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// The dialog for the folder to hand in to was closed.
    HandInFolderChosen {
        /// The folder; none where the dialog was cancelled.
        folder: Option<PathBuf>,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// It is known whether a folder can be handed in to.
    HandInFolderTried {
        /// Who has named it.
        learner: Uuid,
        /// Which folder.
        folder: PathBuf,
        /// Why it cannot be used, where it cannot.
        outcome: Result<(), HandInError>,
    },
    /// This sitting lies in the folder as it was when it was looked up.
    SittingHandedIn(Uuid),
    /// What could not be handed in, and why: other than was told before. Empty once all could be.
    HandingInHindered(Vec<(Uuid, Hindrance)>),
    /// The dialog for results of a class was closed.
    ForClassChosen {
        /// What it asked for.
        wanted: ForClass,
        /// The files or the folder; none where the dialog was cancelled.
        paths: Vec<PathBuf>,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// A class was read, or measured in another way.
    ClassRead {
        /// Which order this answers.
        number: u64,
        /// What came of it.
        read: Box<ClassRead>,
    },
    /// What the learners of a class still know on a day.
    ClassRecall(Box<Recall>),
    /// The folder of a class was looked through.
    ClassFolderLooked(Box<HandedIn>),
    /// Results of another computer came in, or not.
    BroughtIn {
        /// The folder.
        folder: PathBuf,
        /// What came.
        outcome: Result<Merged, HistoryError>,
    },
    /// The dialog for a file of questions was closed.
    QuestionsChosen {
        /// The file; none where the dialog was cancelled.
        path: Option<PathBuf>,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// Another program's questions were read and made a bank, or not.
    ImportRead {
        /// Which order this answers.
        number: u64,
        /// What came of it.
        outcome: Result<Box<ImportRead>, ImportError>,
    },
    /// The bank that was made of another program's questions was saved, or not.
    ImportSaved {
        /// Where.
        path: PathBuf,
        /// What came of it.
        outcome: Result<SavedImport, String>,
    },
    /// A bank was written for another program.
    BankWritten {
        /// Which order this answers.
        number: u64,
        /// What arrives there.
        written: Box<Written>,
    },
    /// The dialog for a place to save was closed.
    PlaceChosen {
        /// The place; none where the dialog was cancelled.
        place: Option<PathBuf>,
        /// What is to be saved there.
        export: Export,
        /// Whether a dialog can have been on the screen at all.
        was_seen: bool,
    },
    /// Results were saved, or not.
    Saved {
        /// Where.
        path: PathBuf,
        /// What came of it.
        outcome: Result<Saved, SaveError>,
    },
    /// A paper was saved, or not.
    Printed {
        /// Where.
        path: PathBuf,
        /// Why not, where it was not.
        outcome: Result<(), String>,
    },
    /// The printed papers were read.
    PapersListed(Box<Papers>),
    /// A paper was drawn again, or why not.
    DrawnAgain(Result<Box<KeptPaper>, String>),
    /// Why what is typed from a paper could not be kept; or that it could again.
    DraftKept(Result<(), String>),
    /// Why a paper that was thrown away is still there.
    PaperNotDiscarded(String),
    /// Another start of the program hands its files over.
    HandedOver(Vec<PathBuf>),
    /// What the search has found.
    Found {
        /// The words it looked for.
        words: String,
        /// What it found, as far as it is to be shown.
        found: Vec<Found>,
        /// How much it found.
        count: usize,
    },
    /// What the desktop says about dark or light and about motion.
    Desktop {
        /// Whether it wants dark windows.
        is_dark: Option<bool>,
        /// Whether it wants less motion.
        reduces_motion: Option<bool>,
    },
    /// How the learner stands with each bank.
    Standings {
        /// Which question this answers.
        number: u64,
        /// By the ids of the banks.
        outcome: Result<HashMap<String, Standing>, HistoryError>,
    },
    /// What the learner can review.
    Agenda {
        /// Which question this answers.
        number: u64,
        /// What it is.
        outcome: Result<Box<Agenda>, HistoryError>,
    },
    /// What the learner has learned.
    ProgressCounted {
        /// Which question this answers.
        number: u64,
        /// What it is.
        outcome: Result<Box<Progress>, HistoryError>,
    },
    /// How far fitting the model to a learner is.
    Fitting {
        /// Whom.
        learner_id: i64,
        /// How far, 0 to 1; `None` at its end.
        share: Option<f32>,
    },
    /// Deleted learners were wiped from the results and their copies, or not.
    Wiped(Result<(), HistoryError>),
    /// The daily copy was made, or not.
    CopyMade(Result<(), HistoryError>),
}

/// The window's end: takes messages.
#[derive(Debug)]
pub struct Inbox {
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    ctx: Context,
}

impl Inbox {
    /// An inbox that wakes the window of `ctx`.
    pub fn new(ctx: Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, ctx }
    }

    /// An end for a worker thread.
    pub fn reporter(&self) -> Reporter {
        Reporter { sender: self.sender.clone(), ctx: self.ctx.clone() }
    }

    /// The next message, if one has come.
    pub fn take(&self) -> Option<Message> {
        self.receiver.try_recv().ok()
    }
}

/// A worker thread's end: sends messages and wakes the window.
#[derive(Clone, Debug)]
pub struct Reporter {
    sender: Sender<Message>,
    ctx: Context,
}

impl Reporter {
    /// Sends a message that changes nothing to see by itself, or before others that soon follow: the window takes it when
    /// it draws for another reason.
    pub fn post(&self, message: Message) {
        // Where the window is gone, nobody needs it any more.
        let _ = self.sender.send(message);
    }

    /// Sends a message. Where the window is gone, nobody needs it any more.
    pub fn send(&self, message: Message) {
        if self.sender.send(message).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

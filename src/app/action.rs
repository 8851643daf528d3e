//! Everything that the user can make happen. A screen pushes these; [`crate::app::App`] carries them out.

mod author;
mod bank_ref;
mod exchange;
mod export;
mod paper;
mod teach;

use crate::bank::Mode;
use crate::disk::{SetupChoice, ThemeChoice};
use crate::history::BankStudy;
use crate::progress::Wish;
use crate::schedule::Target;
use crate::sitting::{Certainty, Response};
use std::path::PathBuf;
use uuid::Uuid;

pub use author::{AuthorDeed, Side};
pub use bank_ref::BankRef;
pub use exchange::{BankExportDeed, ImportDeed};
pub use export::{Export, PlotFile};
pub use paper::{DrawAgain, MarkingDeed, Print};
pub use teach::{ForClass, Look, Sort, Span, TeachDeed, TeachPage};

/// Something that the user wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Show another page.
    Go(Page),
    /// Show how a sitting on this bank is to be held, before it begins.
    SetUp {
        /// Id of the bank.
        bank_id: String,
        /// The mode to offer; the last one where none is given.
        mode: Option<Mode>,
        /// The topic to offer; all where none is given.
        topic: Option<String>,
    },
    /// Show what a paper of this bank is printed with.
    SetUpPrint {
        /// Id of the bank.
        bank_id: String,
    },
    /// Begin a sitting.
    Start {
        /// Id of the bank.
        bank_id: String,
        /// How it is to be held.
        choice: SetupChoice,
    },
    /// Begin a sitting as a ready-made quiz of the bank says.
    StartQuiz {
        /// Id of the bank.
        bank_id: String,
        /// Id of the quiz.
        quiz_id: String,
    },
    /// Carry on with a sitting that was left.
    Resume(Uuid),
    /// Give up a sitting that was left.
    Discard(Uuid),
    /// Take up a sitting again that was given up.
    UndoDiscard(Uuid),
    /// Confirm an answer to the question on the screen, with how sure the learner is where that counts.
    Answer(Response, Option<Certainty>),
    /// Take back the answer to the question on the screen, in a test.
    ClearAnswer,
    /// Go on from the feedback, or to the next question of a test.
    Next,
    /// Go to the question before, in a test.
    Back,
    /// Go to a question, in a test.
    GoTo(usize),
    /// Leave the question open and go on.
    Skip,
    /// Say that the question on the screen is not known, in practice: its answer is shown.
    NotKnown,
    /// Show a hint.
    Hint,
    /// Mark the question to look at again, or take the mark away.
    Flag,
    /// Say to have been right whatever the mark says, or take that back.
    Overrule {
        /// Which turn of the sitting on the screen.
        index: usize,
        /// Whether the learner's mark is to stand.
        stands: bool,
    },
    /// Keep what the learner says about a question.
    Remark {
        /// Which turn of the sitting on the screen.
        index: usize,
        /// What is said, as typed so far; empty takes it back.
        words: String,
    },
    /// Show which questions of a test are answered.
    ShowOverview,
    /// End the sitting and show the result.
    HandIn,
    /// Leave the sitting; it is kept.
    Leave,
    /// Show the result of a sitting.
    OpenResult(Uuid),
    /// Show a question of the result again, or go back to the list.
    Review(Option<usize>),
    /// Practise what went wrong in the sitting whose result is shown.
    PractiseMistakes,
    /// Begin today's review.
    StartReview,
    /// Practise a list of questions across banks.
    PractiseSelection(Selection),
    /// Change how the learner wants to study.
    SetStudy(StudyChoice),
    /// Change what the learner chose for a bank.
    SetBankStudy {
        /// Id of the bank.
        bank_id: String,
        /// What is chosen now.
        study: BankStudy,
    },
    /// Tell of another part of what was learned.
    TellOf(Wish),
    /// Practise a topic of a bank, what is known least first.
    PractiseTopic {
        /// Id of the bank.
        bank_id: String,
        /// Its path; empty for the questions without one.
        topic: String,
    },
    /// Choose bank files in the desktop's dialog.
    ChooseBanks,
    /// Show the field in which a bank's path can be typed.
    AskForPath,
    /// Add bank files to the library.
    AddBanks(Vec<PathBuf>),
    /// Add the bank whose path was typed, if it can be read.
    AddTyped(String),
    /// Take a bank file out of the library; the file and the results stay.
    RemoveBank(String),
    /// Put the bank back that was taken out last.
    UndoRemove,
    /// Choose the file that a bank which is gone has become.
    Locate(String),
    /// Find questions by their words.
    Search(String),
    /// Read a bank file again.
    ReloadBank(String),
    /// Show what is in a bank and what is wrong with it.
    LookAt(BankRef),
    /// Show what is wrong with a bank.
    LookAtProblems(BankRef),
    /// Show a question that the search has found, on the page of its bank.
    LookAtFound {
        /// Id of the bank.
        bank_id: String,
        /// Id of the question.
        question_id: String,
    },
    /// Look the bank of that page over again.
    LookAgain,
    /// Show that question of the bank as the learner sees it; none where something is looked at that is of the whole bank.
    LookAtQuestion(Option<usize>),
    /// Draw the order and the values of the question shown anew.
    DrawAnew,
    /// Show the key of the question shown, beside the answer that was tried.
    Try(Option<Response>),
    /// Take the key away again.
    TryAgain,
    /// Save results as CSV, or a plot.
    Export(Export),
    /// Print a paper.
    Print(Print),
    /// Do something to the answers on a printed paper.
    Mark(MarkingDeed),
    /// Do something on the class's page.
    Teach(TeachDeed),
    /// Do something on the page where a bank is written.
    Author(AuthorDeed),
    /// Do something on the page where other programs' questions come in.
    Import(ImportDeed),
    /// Do something on the page where a bank goes to another program.
    ExportBank(BankExportDeed),
    /// Change a setting.
    Set(Setting),
    /// Play as another learner.
    SwitchLearner(i64),
    /// Add a learner of that name and play as them.
    AddLearner(String),
    /// Give a learner another name.
    RenameLearner(i64, String),
    /// Delete a learner; can be undone for a while.
    DeleteLearner(i64),
    /// Take the last deletion back.
    UndoDelete,
    /// Choose the data folder of another computer, to bring in its results.
    ChooseResultsFolder,
    /// Bring in the results of the data folder whose path was typed.
    BringInTyped(String),
    /// Stop bringing in results.
    StopBringingIn,
    /// Give a sitting to another learner.
    GiveSitting {
        /// Which sitting.
        sitting: Uuid,
        /// Whose it is to be.
        learner_id: i64,
    },
    /// Have a sitting count for review, or leave it out.
    CountForReview {
        /// Which sitting.
        sitting: Uuid,
        /// Whether it is to count.
        counts: bool,
    },
    /// Do something about handing results in to a folder.
    HandingIn(HandInDeed),
    /// Look through the folder where a class hands in, from now on; through none any more where it is `None`.
    WatchClassFolder(Option<PathBuf>),
    /// Stop reading the bank that is being read.
    StopReading,
    /// Take a notice away.
    Dismiss(usize),
    /// Show or hide the list of all keys.
    ToggleHelp,
    /// Put a text on the clipboard.
    Copy(String),
}

/// What the window shows beside the side bar, or instead of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The banks.
    #[default]
    Library,
    /// Find a question by its words.
    Search,
    /// How a sitting on a bank is to be held.
    SetUp,
    /// What is in a bank, and what is wrong with it.
    Bank,
    /// A bank that is being written.
    Author,
    /// Other programs' questions, before they are a bank.
    Import,
    /// A bank that goes to another program.
    BankExport,
    /// A question, or the overview of a test.
    Sitting,
    /// The result of a sitting.
    Result,
    /// What comes today, and what can be practised across banks.
    Review,
    /// What was learned, over time.
    Progress,
    /// Earlier sittings.
    History,
    /// Answers on paper: which paper, and what stands on it.
    Marking,
    /// The results of a class.
    Teach,
    /// Who learns on this computer.
    Learners,
    /// Settings.
    Settings,
}

/// How many questions of a long list are practised at once.
pub const MOST_AT_ONCE: usize = 20;

/// A list of questions that can be practised, across banks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// What was last answered less than right.
    Mistakes,
    /// What is flagged.
    Flagged,
    /// What was never met.
    NotYetMet,
    /// One of the topics that are known least, by its place.
    WeakestTopic(usize),
    /// What was missed too often.
    Stubborn,
    /// What the search has found.
    Found,
}

/// A choice of how to study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StudyChoice {
    /// New questions a day, at most.
    NewPerDay(u32),
    /// Questions a day, at most.
    DailyLimit(u32),
    /// How likely what comes up is to be remembered.
    Target(Target),
    /// Whether what exceeds the limit is spread over the coming days.
    SpreadsBacklog(bool),
}

/// Something that a learner does about handing results in to a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandInDeed {
    /// Choose the folder in the desktop's dialog.
    Choose,
    /// Hand in to the folder whose path was typed, if it can be used.
    To(String),
    /// Hand in what was finished before too.
    Earlier,
    /// Try again now to hand in what waits.
    TryAgain,
    /// Hand in nothing more.
    Stop,
    /// Do not hand in what still waits.
    Forget,
}

/// A setting and its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Light, dark, or as the desktop says.
    Theme(ThemeChoice),
    /// Text size in percent, 80 to 200.
    TextScale(u16),
    /// Whether things may move; `None` as the desktop says.
    ReduceMotion(Option<bool>),
    /// Whether letters without `Alt` are commands.
    SingleLetterKeys(bool),
}

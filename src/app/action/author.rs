//! What a teacher does on the page where a bank is written.

use crate::app::action::bank_ref::BankRef;
use crate::author::{Change, QuestionKey};
use crate::disk::authoring::Version;

/// Something that a teacher does on the page where a bank is written.
#[derive(Clone, Debug, PartialEq)]
pub enum AuthorDeed {
    /// Ask what a new bank is to be called.
    AskForTitle,
    /// Make a bank of that title and open it.
    New {
        /// What its card says.
        title: String,
    },
    /// Open a bank, at a question where one is named.
    Open {
        /// Which bank.
        bank: BankRef,
        /// Id of the question to begin with.
        question: Option<String>,
    },
    /// Make a copy of a bank that cannot be written, and open that.
    Copy(BankRef),
    /// Change something.
    Change(Box<Change>),
    /// Show a question.
    Select(QuestionKey),
    /// A field or a question was left: what comes next is a step of its own, and the file is written.
    Rest,
    /// Write the file now.
    Save,
    /// Take back what was done last.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Make the change that mends this problem of the survey.
    Mend(usize),
    /// Choose a picture for the question that is shown.
    ChoosePicture,
    /// Take one side of something that was changed here and outside.
    Settle {
        /// Which of the conflicts.
        conflict: usize,
        /// Which side.
        side: Side,
    },
    /// Take back an older state of the bank.
    GoBackTo(Version),
    /// Play the bank from here.
    Play,
    /// Leave the page.
    Leave,
}

/// A side of something that was changed in two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was written in this window.
    Mine,
    /// What stands in the file.
    Theirs,
}

//! What a teacher does with other programs' questions, and with a bank that goes to another program.

use crate::exchange::{MakeOptions, ReadOptions, Target};

/// Something that a teacher does on the page where questions come in.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportDeed {
    /// Begin anew, with nothing read.
    Begin,
    /// Choose a file in the desktop's dialog.
    Choose,
    /// Read what is on the clipboard.
    Paste,
    /// Read this text, which was on the clipboard.
    Pasted(String),
    /// Show the field in which a path can be typed.
    AskForPath,
    /// Read the file whose path was typed.
    ReadTyped(String),
    /// Read the same again, in another way.
    ReadAs(ReadOptions),
    /// Make questions of it in another way.
    MakeWith(MakeOptions),
    /// Make a bank of this quiz of the package.
    TakeQuiz(usize),
    /// Show the question that comes of this draft.
    LookAt(usize),
    /// Take questions into the bank, or leave them off.
    Take {
        /// Places of the drafts.
        drafts: Vec<usize>,
        /// Whether they are to be in the bank.
        is_taken: bool,
    },
    /// Call the bank this.
    Title(String),
    /// Give the bank this id.
    Id(String),
    /// Choose where the bank is saved.
    Save,
    /// Stop reading.
    Stop,
    /// Delete what was saved last, and go back to where it was imported.
    Undo,
}

/// Something that a teacher does on the page where a bank goes to another program.
#[derive(Clone, Debug, PartialEq)]
pub enum BankExportDeed {
    /// Show the page for the bank of that id.
    Open(String),
    /// Write it for this program.
    For(Target),
    /// Choose where it is saved.
    Save,
}

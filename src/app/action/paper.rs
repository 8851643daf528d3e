//! What a teacher does with papers: prints them, and types what stands on them.

use crate::disk::SetupChoice;
use crate::paper_marks::Pass;
use std::path::PathBuf;

/// A paper that is to be printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Print {
    /// Id of the bank.
    pub bank_id: String,
    /// Which questions, as for a sitting.
    pub choice: SetupChoice,
    /// How many versions.
    pub versions: u32,
    /// Whether the key comes after them.
    pub with_key: bool,
    /// Whether each has an answer sheet.
    pub with_sheets: bool,
}

/// Something that a teacher does to the answers on a printed paper.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkingDeed {
    /// Take up the paper that is kept in this file.
    Open(PathBuf),
    /// Go back to the list of papers.
    Close,
    /// Throw a paper away, with what was typed from it; can be undone for a while.
    Discard(PathBuf),
    /// Take the last paper back that was thrown away.
    BringBack,
    /// Draw a paper again that was printed elsewhere, and take it up.
    DrawAgain(DrawAgain),
    /// This is typed so far.
    Type(String),
    /// Keep the line that is typed.
    Keep,
    /// Take a line to change it.
    Change(usize),
    /// Take a line out.
    Remove(usize),
    /// Put a line on another version.
    PutOn {
        /// Which line.
        place: usize,
        /// Index of the version.
        version: usize,
    },
    /// Take back what was done last.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Go through the papers for the first or the second time.
    Turn(Pass),
    /// Lines from now on are on this version.
    Take(usize),
}

/// A paper that was printed elsewhere, by what draws it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawAgain {
    /// Id of the bank.
    pub bank_id: String,
    /// The seed of the paper, or of its version A.
    pub seed: u32,
    /// How many questions; `None` for all.
    pub count: Option<usize>,
    /// From which topic; empty for all.
    pub topic: String,
    /// How many versions.
    pub versions: u32,
    /// The code that stands on it, where it is to be compared.
    pub code: String,
}

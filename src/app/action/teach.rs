//! What a teacher can make happen on the class's page, and what of the class is looked at.

use crate::schedule::StudyDay;
use std::path::PathBuf;

/// Something that a teacher does on the class's page.
#[derive(Clone, Debug, PartialEq)]
pub enum TeachDeed {
    /// Choose files or a folder in the desktop's dialog.
    Choose(ForClass),
    /// Show the field in which a path can be typed.
    AskForPath,
    /// Add files and folders of results.
    Add(Vec<PathBuf>),
    /// Add the file or folder whose path was typed.
    AddTyped(String),
    /// Add the marked answers of the printed paper that is open.
    AddMarked,
    /// Take out files or a folder; they stay on the disk.
    Remove(String),
    /// Take back what was added, taken out, left out or decided last.
    Undo,
    /// Read everything again.
    ReadAgain,
    /// Stop reading.
    Stop,
    /// Show another page of the class.
    Open(TeachPage),
    /// Go back from the page of a question or of a learner.
    Close,
    /// Sort and filter in another way.
    Look(Look),
    /// Look at the sittings of one bank; at all where it is none.
    OfBank(Option<String>),
    /// Look at the sittings of one ready-made quiz.
    OfQuiz(Option<String>),
    /// Look at the sittings of a span of time.
    OfSpan(Span),
    /// Leave a question out of every sum, or have it count again.
    LeaveOut {
        /// Place of the question.
        question: u32,
        /// Whether it is left out.
        is_left_out: bool,
    },
    /// Show a question on the page of its bank.
    Mend(u32),
    /// Decide whether two learners are one person.
    Decide {
        /// Which of the proposals.
        proposal: usize,
        /// Whether they are.
        are_same: bool,
    },
    /// Predict what is still known on that day.
    RecallOn(StudyDay),
    /// Leave names out, or show them.
    HideNames(bool),
    /// Save the class as a page, and let the browser show it.
    Print,
}

/// What is asked for in a dialog of the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForClass {
    /// Files of results.
    Files,
    /// A folder of results.
    Folder,
    /// A folder that is looked through from now on.
    Watched,
}

/// A page of the class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TeachPage {
    /// The questions with their figures.
    #[default]
    Questions,
    /// The learners with their scores.
    Learners,
    /// What to teach again, and who may be one person.
    Again,
    /// More figures.
    More,
    /// Where the results come from.
    Files,
    /// One question, by its place in the class.
    Question(u32),
    /// One learner, by the place in the class.
    Learner(u32),
}

impl TeachPage {
    /// Where one is on it: the pages that the tabs lead to are one place, so that the focus stays on the tab.
    pub fn place(self) -> Self {
        match self {
            Self::Questions | Self::Learners | Self::Again | Self::More | Self::Files => Self::Questions,
            Self::Question(_) | Self::Learner(_) => self,
        }
    }
}

/// How the tables of a class are sorted, and what of them is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// By what.
    pub sort: Sort,
    /// Whether the other way round.
    pub is_reversed: bool,
    /// Whether only questions with something to look at are shown.
    pub only_flagged: bool,
    /// The topic that is shown; all where it is none.
    pub topic: Option<String>,
    /// Words that must stand there.
    pub words: String,
}

/// By what a table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// What to look at first.
    #[default]
    Pressing,
    /// By the prompt, or by the name.
    Prompt,
    /// The hardest first.
    Facility,
    /// The worst at telling learners apart first.
    Discrimination,
    /// The lowest score first.
    Score,
}

/// How far back the sittings go that are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// Everything.
    #[default]
    All,
    /// The last 7 days.
    Week,
    /// The last 30 days.
    Month,
    /// The last 365 days.
    Year,
}

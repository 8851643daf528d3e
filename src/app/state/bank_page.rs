//! A bank that is looked at, with the question that is shown of it.

use crate::app::action::BankRef;
use crate::app::state::pictures::Pictures;
use crate::bank::Survey;
use crate::history::Remark;
use crate::moment::Moment;
use crate::sitting::Turn;

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

//! A bank that is being written: its text, where each question stands in it, what the check says of it, and whether it is kept.

use crate::app::action::BankRef;
use crate::app::state::bank_page::Preview;
use crate::app::state::pictures::Pictures;
use crate::author::merge::Conflict;
use crate::author::{Document, Placed, QuestionKey, Refusal};
use crate::bank::Survey;
use crate::disk::authoring::{SaveError, Version};
use crate::moment::Moment;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// A bank that is being written.
#[derive(Debug)]
pub struct Author {
    /// Which bank it is.
    pub bank: BankRef,
    /// Its file.
    pub path: PathBuf,
    /// Name of its file.
    pub file_name: String,
    /// The text, and what it says.
    pub document: Document,
    /// Rises with each change of the text.
    pub version: u64,
    /// The question that is shown.
    pub selected: Option<QuestionKey>,
    /// What the check says; kept while a newer text is checked.
    pub check: Option<Check>,
    /// Whether what was typed is in the file.
    pub saving: Saving,
    /// The question as learners see it; `None` where it cannot be asked.
    pub preview: Option<Preview>,
    /// The pictures of that question.
    pub pictures: Pictures,
    /// By which names they were looked for.
    pub pictured: Vec<String>,
    /// What can be completed from.
    pub known: Known,
    /// The seed that it is drawn with: what learners see stays in its order while it is written.
    pub seed: u32,
    /// What could not be written into the text, and of which question.
    pub refused: Option<(Option<QuestionKey>, Refusal)>,
    /// What was changed here and outside, and is not settled.
    pub conflicts: Vec<Conflict>,
    /// Older states of the bank, newest first.
    pub versions: Vec<Version>,
    /// When it was opened: days are told from then.
    pub opened_at: Moment,
    /// Whether it is to be played as soon as all is in the file.
    pub is_to_be_played: bool,
}

/// What a bank has already, to complete from.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Topics, each once.
    pub topics: Vec<String>,
    /// Key and title of each source.
    pub sources: Vec<(String, String)>,
}

impl Known {
    /// What a document has.
    pub fn of(document: &Document) -> Self {
        let questions = document.questions().iter().filter_map(|placed| placed.question.as_ref());
        let topics: BTreeSet<&str> =
            questions.map(|question| &*question.topic).filter(|topic| !topic.is_empty()).collect();
        let sources = document.head().into_iter().flat_map(|head| head.sources.iter());
        Self {
            topics: topics.into_iter().map(str::to_owned).collect(),
            sources: sources.map(|(key, source)| (key.to_owned(), source.title.to_string())).collect(),
        }
    }
}

/// What the check says of a text.
#[derive(Clone, Debug)]
pub struct Check {
    /// Of which version of the text.
    pub version: u64,
    /// What it says.
    pub survey: Arc<Survey>,
}

/// Whether what was typed is in the file.
#[derive(Clone, Debug, Default)]
pub enum Saving {
    /// Nothing was changed.
    #[default]
    Untouched,
    /// What was typed is kept, and goes into the file when its field is left.
    Kept,
    /// All is in the file.
    Saved(Moment),
    /// The file cannot be written; what was typed is kept all the same.
    Failed(Arc<SaveError>),
    /// What was typed cannot be kept either.
    Lost(String),
}

impl Author {
    /// The question that is shown.
    pub fn shown(&self) -> Option<&Placed> {
        self.document.question(self.selected?)
    }

    /// Its place in the bank.
    pub fn shown_index(&self) -> Option<usize> {
        let key = self.selected?;
        self.document.questions().iter().position(|placed| placed.key == key)
    }

    /// Whether its file may not be written, so that a copy is wanted.
    pub fn is_read_only(&self) -> bool {
        matches!(&self.saving, Saving::Failed(error) if matches!(**error, SaveError::ReadOnly | SaveError::FolderReadOnly))
    }

    /// The id of the bank, as far as it has one.
    pub fn bank_id(&self) -> &str {
        self.document.head().map_or("", |head| &head.id)
    }

    /// What the bank is called.
    pub fn title(&self) -> &str {
        let title = self.document.head().map(|head| head.title.trim()).filter(|title| !title.is_empty());
        title.unwrap_or(&self.file_name)
    }

    /// What the check says, where it is of the text as it stands.
    pub fn fresh_check(&self) -> Option<&Survey> {
        self.check.as_ref().filter(|check| check.version == self.version).map(|check| &*check.survey)
    }
}

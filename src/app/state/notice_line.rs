//! What the user should know, and what can be done about it at once.

use crate::app::action::{Action, ImportDeed, MarkingDeed, TeachDeed};
use uuid::Uuid;

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
    /// Results that could not be handed in.
    HandingIn,
    /// What was chosen for a class and could not be kept.
    Class,
    /// Answers on paper that could not be kept while they are typed.
    Marks,
}

/// What can be done about a notice at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Bring back the learner who was deleted.
    UndoDelete,
    /// Put the bank back that was taken out of the library.
    UndoRemove,
    /// Bring back the printed paper that was thrown away.
    UndoPaper,
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
    /// Have a class as it was before.
    UndoTeach,
    /// Delete the bank that was imported last.
    UndoImport,
}

impl NoticeAction {
    /// What brings it about.
    pub fn action(self) -> Action {
        match self {
            Self::UndoDelete => Action::UndoDelete,
            Self::UndoRemove => Action::UndoRemove,
            Self::UndoPaper => Action::Mark(MarkingDeed::BringBack),
            Self::UndoDiscard(id) => Action::UndoDiscard(id),
            Self::UndoGive { sitting, learner_id } => Action::GiveSitting { sitting, learner_id },
            Self::UndoTeach => Action::Teach(TeachDeed::Undo),
            Self::UndoImport => Action::Import(ImportDeed::Undo),
            Self::UndoCount { sitting, counts } => Action::CountForReview { sitting, counts },
        }
    }
}

//! What comes of a merge, as values. Merges nothing.

use thiserror::Error;

/// What came of a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The text.
    pub text: String,
    /// What both sides have changed and not alike.
    pub conflicts: Vec<Conflict>,
    /// Ids of the questions that the other side has added or changed, but for those that were changed alike here, in the
    /// order of the text.
    pub taken: Vec<Box<str>>,
    /// Ids of the questions that the other side has removed, and that are therefore gone.
    pub removed: Vec<Box<str>>,
}

/// One thing that both sides have changed, and not alike. The text has `theirs`; where that is nothing it has `mine`, so that what
/// is still there anywhere stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is a part of.
    pub of: ConflictOf,
    /// The id of the question or of the ready-made quiz, or the key of the source, as it stands in the text; empty for the head.
    pub id: Box<str>,
    /// The field, as the file names it. Empty where it is about the whole: deleted on one side and changed on the other.
    pub field: Box<str>,
    /// The value that both began with, as RON text; empty where there was none. So are the next two.
    pub base: Box<str>,
    /// What was made of it here.
    pub mine: Box<str>,
    /// What the other side made of it.
    pub theirs: Box<str>,
}

/// What a conflict is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictOf {
    /// The bank's own fields. Without a field: all of the text that is no question, which could not be told apart.
    Head,
    /// A question.
    Question,
    /// A ready-made quiz.
    Quiz,
    /// A source.
    Source,
}

/// Why nothing could be merged. Nothing has changed, and whoever asked still has all three texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MergeError {
    /// No question can be told apart in one of the texts.
    #[error("no question can be told apart")]
    NothingToTellApart,
    /// The result would not hold what it has to.
    #[error("the merged text would not be sound")]
    Unsound,
}

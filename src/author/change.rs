//! What can be changed in a bank, and what came of it. Changes nothing itself.

use crate::author::places::QuestionKey;
use crate::bank::{Bank, Question};
use crate::syntax::edit::Edits;
use std::ops::Range;

/// A change of a bank.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A question says something else: any of its fields, its kind too.
    Question {
        /// Which.
        key: QuestionKey,
        /// What it is to say.
        new: Question,
    },
    /// Questions come in, in the layout that the bank uses. Their ids are taken as they are: see [`crate::author::free_id`].
    Insert {
        /// Behind which question; at the beginning where there is none.
        after: Option<QuestionKey>,
        /// The questions.
        questions: Vec<Question>,
    },
    /// Questions go, with the comments that are about them.
    Remove {
        /// Which.
        keys: Vec<QuestionKey>,
    },
    /// Questions go elsewhere, with the comments that are about them, in the order in which they stand.
    Move {
        /// Which.
        keys: Vec<QuestionKey>,
        /// Before which question; to the end where there is none.
        before: Option<QuestionKey>,
    },
    /// A question comes a second time, behind itself and with an id of its own.
    Duplicate {
        /// Which.
        key: QuestionKey,
    },
    /// The bank's own fields say something else: title, about, language, authors, licence, sources, quizzes. Its questions
    /// are not looked at.
    Head {
        /// What they are to say.
        new: Bank,
    },
    /// Other RON text in the place of some: typed as such, or a remedy of the check.
    Text {
        /// The bytes that go.
        span: Range<usize>,
        /// What comes in their place.
        new: Box<str>,
    },
}

/// What a change, an undoing or a redoing has done.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// What became of the text.
    pub edits: Edits,
    /// The questions that changed or came.
    pub keys: Vec<QuestionKey>,
    /// The step that was made, undone or done again.
    pub step: Step,
}

/// What is undone at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The questions that it was done to, those that went or came included.
    pub keys: Vec<QuestionKey>,
}

/// What was done in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// These fields of a question changed.
    Question(Vec<ChangedField>),
    /// Questions came.
    Insert,
    /// Questions went.
    Remove,
    /// Questions went elsewhere.
    Move,
    /// A question came a second time.
    Duplicate,
    /// These fields of the bank changed.
    Head(Vec<ChangedField>),
    /// The RON text was changed.
    Text,
    /// A text from outside was taken over.
    Adopt,
}

/// A field that changed, by the names that the file has for it: `answer`, and in it `distractors`, and of these the third.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedField {
    /// The field of the question or of the bank.
    pub field: &'static str,
    /// The field in it, where one alone changed.
    pub part: Option<&'static str>,
    /// The item in that, where one alone changed; counts from 0.
    pub item: Option<usize>,
}

/// Why a change was not made. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such question.
    NoSuchQuestion(QuestionKey),
    /// The question cannot be read, so that it can only be changed as text.
    Unreadable(QuestionKey),
    /// The bank's own fields cannot be read, so that they can only be changed as text.
    UnreadableHead,
    /// The bank has no list of questions whose end can be told.
    NoList,
    /// The text does not have these bytes, or they cut a letter in two.
    NoSuchSpan {
        /// Where they begin.
        start: usize,
        /// Where they end.
        end: usize,
    },
    /// It cannot be written so that it reads as it should: a map with a key twice, say.
    CannotBeWritten,
    /// A comment would be lost, or something else would change than what was asked for.
    WouldHarm,
}

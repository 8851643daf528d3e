//! The names that a bank is written with, by which its parts are told from their letters alone. Reads nothing.

use crate::syntax::resync::Vocabulary;

/// The parts of a bank.
pub(crate) const BANK: Vocabulary = Vocabulary {
    document: "Bank",
    document_fields: BANK_FIELDS,
    lists: &["questions", "quizzes"],
    after_lists: &["quizzes", "sources", "authors"],
    elements: &["Question", "Quiz"],
    element_fields: QUESTION_FIELDS,
    closing: b"]",
};

/// The fields of a bank, as the file names them.
pub(crate) const BANK_FIELDS: &[&str] =
    &["format", "id", "title", "about", "language", "authors", "licence", "sources", "questions", "quizzes"];

/// The fields of a question, as the file names them.
const QUESTION_FIELDS: &[&str] = &[
    "id",
    "topic",
    "prompt",
    "answer",
    "feedback",
    "explanation",
    "hints",
    "cite",
    "points",
    "difficulty",
    "facts",
    "enemies",
    "hint_cost",
    "alt",
];

/// Fields that only a question has, and that follow its answer when they are written in the usual order.
pub(crate) const FIELDS_BEHIND_ANSWER: &[&str] =
    &["explanation", "feedback", "hints", "hint_cost", "points", "difficulty", "cite", "enemies", "facts"];

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
pub(crate) const QUESTION_FIELDS: &[&str] = &[
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::bank::{Answer, Bank, Kind, Question, Quiz};
    use ron::error::Error;
    use serde::de::DeserializeOwned;

    /// The fields that serde knows, as it tells them of one that it does not; none where `text` is read all the same.
    pub(crate) fn known_fields<T: DeserializeOwned>(text: &str) -> Vec<&'static str> {
        match ron::from_str::<T>(text).map_err(|error| error.code) {
            Err(Error::NoSuchStructField { expected, .. }) => expected.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The name that serde wants a struct to have.
    pub(crate) fn known_name<T: DeserializeOwned>() -> &'static str {
        match ron::from_str::<T>("Nothing()").map_err(|error| error.code) {
            Err(Error::ExpectedDifferentStructName { expected, .. }) => expected,
            _ => "",
        }
    }

    pub(crate) fn sorted(names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_unstable();
        names
    }

    #[test]
    fn the_fields_are_those_that_serde_reads() {
        assert_eq!(sorted(BANK.document_fields), sorted(&known_fields::<Bank>("(nothing: 1)")));
        assert_eq!(sorted(BANK.element_fields), sorted(&known_fields::<Question>("(nothing: 1)")));
        assert_eq!(BANK.document, known_name::<Bank>());
        assert_eq!(BANK.elements, [known_name::<Question>(), known_name::<Quiz>()]);
        assert!(BANK.lists.iter().chain(BANK.after_lists).all(|name| BANK.document_fields.contains(name)));
    }

    #[test]
    fn no_answer_has_a_field_that_is_told_to_be_the_questions() {
        assert!(FIELDS_BEHIND_ANSWER.iter().all(|name| QUESTION_FIELDS.contains(name)));
        let mut known = 0;
        for kind in Kind::ALL {
            let fields = known_fields::<Answer>(&format!("{kind:?}(nothing: 1)"));
            known += usize::from(!fields.is_empty());
            assert!(fields.iter().all(|name| !FIELDS_BEHIND_ANSWER.contains(name)), "{kind:?}: {fields:?}");
        }
        // `TrueFalse` alone has no fields.
        assert_eq!(known, Kind::ALL.len() - 1);
    }
}

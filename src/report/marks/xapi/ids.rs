//! Ids that are the same wherever and whenever they are made. Knows no statement.

use crate::class::{Answered, ClassQuestion, ClassSitting};
use uuid::Uuid;

/// Where the pages of these ids would be, if there were any: `.invalid` belongs to nobody (RFC 2606).
pub(super) const HOME: &str = "https://torus-quiz.invalid/xapi/";

/// The namespace of ids that are made of texts. It must never change.
const NAMESPACE: Uuid = Uuid::from_u128(0x7d1f_3c5a_92e4_4b06_8a57_c0d1_6e2b_94f3);
/// Stands between parts of a text, and in none of them.
const BETWEEN: char = '\u{1f}';

/// The id of a sitting: its own, or one made of it where a table of another program has none.
pub(super) fn sitting_id(sitting: &ClassSitting) -> Uuid {
    Uuid::parse_str(&sitting.id)
        .unwrap_or_else(|_| Uuid::new_v5(&NAMESPACE, format!("sitting{BETWEEN}{}", sitting.id).as_bytes()))
}

/// The id of the statement of an answer.
pub(super) fn answer_id(sitting: Uuid, question: &ClassQuestion, answer: &Answered) -> Uuid {
    let (position, attempt, bank, id) = (answer.position, answer.attempt, &question.bank, &question.id);
    Uuid::new_v5(&sitting, format!("{position}{BETWEEN}{attempt}{BETWEEN}{bank}{BETWEEN}{id}").as_bytes())
}

/// The id of the statement that a sitting was completed.
pub(super) fn completed_id(sitting: Uuid) -> Uuid {
    Uuid::new_v5(&sitting, b"completed")
}

/// The IRI of a question.
pub(super) fn question_iri(bank: &str, question: &str) -> String {
    iri("question", bank, question)
}

/// The IRI of a quiz; `quiz` is empty for a bank itself.
pub(super) fn quiz_iri(bank: &str, quiz: &str) -> String {
    iri("quiz", bank, quiz)
}

fn iri(what: &str, one: &str, other: &str) -> String {
    Uuid::new_v5(&NAMESPACE, format!("{what}{BETWEEN}{one}{BETWEEN}{other}").as_bytes()).urn().to_string()
}

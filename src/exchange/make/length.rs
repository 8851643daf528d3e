//! Keeps out what is no question by its length alone. Knows no format.

use crate::bank::{Answer, Question};
use crate::exchange::Remark;
use crate::text::LONGEST_BYTES;

/// The question, unless its texts together are longer than any that is shown formatted. Checking one takes more than its
/// length, so that a file of a single endless question would never be done.
pub(super) fn checked(question: Question) -> Result<Question, Remark> {
    let mut bytes: usize = question.texts().into_iter().map(str::len).sum();
    if let Answer::Text { accept, .. } = &question.answer {
        bytes += accept.iter().map(|form| form.len()).sum::<usize>();
    }
    let reason = "its texts are longer than 64 KiB together, which no screen shows";
    if bytes > LONGEST_BYTES { Err(Remark::CannotCarry(reason)) } else { Ok(question) }
}

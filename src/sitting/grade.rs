//! Marks responses. Never sees the clock.

use crate::bank::Question;
use crate::kinds::{Mark, Response};

/// Marks a response, which must be of the question's own kind; one of another kind, or a blank one, scores 0.
///
/// Marking looks at this question alone. Picks that are no option, or that come twice, count for nothing.
pub fn grade(question: &Question, response: &Response) -> Mark {
    if response.is_blank() {
        return Mark::WRONG;
    }
    question.answer.with_kind(|kind| kind.grade(response))
}

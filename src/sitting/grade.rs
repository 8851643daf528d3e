//! Marks responses. Never sees the clock.

use crate::bank::Question;
use crate::kinds::steps::{Step, Steps};
use crate::kinds::{Mark, Response};

/// Marks a response, which must be of the question's own kind; one of another kind, or a blank one, scores 0.
///
/// Marking looks at this question alone. Picks that are no option, or that come twice, count for nothing.
pub fn grade(question: &Question, response: &Response) -> Mark {
    grade_in_steps(question, response, &mut Steps::unasked())
}

/// The same, and how the mark came about: the steps are those of marking itself.
pub fn explain(question: &Question, response: &Response) -> (Mark, Vec<Step>) {
    let mut taken = Vec::new();
    let mark = grade_in_steps(question, response, &mut Steps::asked(&mut taken));
    (mark, taken)
}

pub(super) fn grade_in_steps(question: &Question, response: &Response, steps: &mut Steps) -> Mark {
    if response.is_blank() {
        return Mark::WRONG;
    }
    question.answer.with_kind(|kind| kind.grade(question, response, steps))
}

//! Marks a response that was written down elsewhere: on paper, in a form, in another program. Never asks where.

use crate::bank::Question;
use crate::kinds::{Mark, Response};
use crate::sitting::grade;

pub use crate::kinds::oddity::{Oddity, shortened};

/// What came of a response that was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Collected {
    /// What it is worth; `None` where nothing was answered.
    pub mark: Option<Mark>,
    /// What is odd about how it is written. It is marked all the same.
    pub oddity: Option<Oddity>,
}

impl Collected {
    const UNANSWERED: Self = Self { mark: None, oddity: None };
}

/// Marks what is written as [`Response::written`] writes it, and so to the same mark as the response itself. A part that
/// names nothing earns nothing and takes nothing away; what cannot be a response to this kind of question is wrong.
///
/// A calculated question must have its values drawn, see [`super::asked`].
pub fn grade_written(question: &Question, written: &str) -> Collected {
    if written.trim().is_empty() {
        return Collected::UNANSWERED;
    }
    let (response, oddity) = match Response::from_written(question, written) {
        Some(response) => (Some(response), None),
        None => question.answer.with_kind(|kind| kind.parse_leniently(written)),
    };
    match response {
        Some(response) if response.is_blank() && oddity.is_none() => Collected::UNANSWERED,
        Some(response) => Collected { mark: Some(grade(question, &response)), oddity },
        None => Collected { mark: Some(Mark::WRONG), oddity },
    }
}

//! Marks a response that was written down elsewhere: on paper, in a form, in another program. Never asks where.

use crate::bank::Question;
use crate::bank::wording::signs::is_blank;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::steps::{Step, Steps};
use crate::kinds::{Mark, Response};
use crate::sitting::grade::grade_in_steps;

pub use crate::kinds::shared::oddity::{Oddity, shortened};

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
    grade_written_in_steps(question, written, &mut Steps::unasked())
}

/// Marks as [`grade_written`] does, and tells how the mark came about.
pub fn explain_written(question: &Question, written: &str) -> (Collected, Vec<Step>) {
    let mut taken = Vec::new();
    let collected = grade_written_in_steps(question, written, &mut Steps::asked(&mut taken));
    (collected, taken)
}

/// Whether `part` names something that can be picked, or that something can be paired with.
pub fn names_an_option(question: &Question, part: &str) -> bool {
    let sides = question.answer.with_kind(|kind| kind.side_names());
    Lookup::new(question.options()).find(part).is_some() || Lookup::new(sides).find(part).is_some()
}

/// The one of `options` that `written` names, by the rule for texts that are typed.
pub fn option_named(options: Vec<&str>, written: &str) -> Option<usize> {
    Lookup::new(options).find(written)
}

fn grade_written_in_steps(question: &Question, written: &str, steps: &mut Steps) -> Collected {
    if is_blank(written) {
        return Collected::UNANSWERED;
    }
    let (response, oddity) = match Response::from_written(question, written) {
        Some(response) => (Some(response), None),
        None => question.answer.with_kind(|kind| kind.parse_leniently(written)),
    };
    match response {
        Some(response) if response.is_blank() && oddity.is_none() => Collected::UNANSWERED,
        Some(response) => Collected { mark: Some(grade_in_steps(question, &response, steps)), oddity },
        None => Collected { mark: Some(Mark::WRONG), oddity },
    }
}

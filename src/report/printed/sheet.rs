//! What an answer sheet has for each question, before it is text or HTML: boxes to cross, or room to write.

use super::task::{Task, gap_number, task};
use crate::paper::PaperItem;
use crate::report::letters::letter;

/// The room for an answer.
#[derive(Debug, PartialEq)]
pub(super) enum Room {
    /// A box for each of these letters.
    Boxes {
        /// What stands in the boxes.
        letters: Vec<String>,
        /// Whether more than one may be crossed.
        allows_several: bool,
    },
    /// A line to write on.
    Line {
        /// In CommonMark, what stands after it.
        unit: String,
    },
    /// Blanks side by side, each with what stands before it; a short one takes a letter, another a word.
    Blanks(Vec<(String, Width)>),
}

/// How wide a blank is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    Letter,
    Word,
}

/// What to do with the sheet.
pub(super) const INSTRUCTION: &str =
    "Cross the box of your answer. Where a question has lines, write on them: a letter on a short one.";

/// The room for the answer to a question.
pub(super) fn room(item: &PaperItem) -> Room {
    let lettered =
        |count: usize, allows_several| Room::Boxes { letters: (0..count).map(letter).collect(), allows_several };
    let letters = |count: usize| Room::Blanks(vec![(String::new(), Width::Letter); count]);
    match task(item) {
        Task::Ticked { allows_several, options } => lettered(options.len(), allows_several),
        Task::Places { allows_several, places, .. } => lettered(places.len(), allows_several),
        Task::TrueFalse => Room::Boxes { letters: ["T", "F"].map(str::to_owned).into(), allows_several: false },
        Task::Line { unit } => Room::Line { unit },
        Task::Lines(_) => Room::Line { unit: String::new() },
        Task::Ordered { options } => letters(options.len()),
        Task::Columns { blanks, .. } => letters(blanks.len()),
        Task::Words { lists, .. } => {
            let width = |list: &Vec<String>| if list.is_empty() { Width::Word } else { Width::Letter };
            let blank = |(index, list)| (gap_number(index, lists.len()), width(list));
            Room::Blanks(lists.iter().enumerate().map(blank).collect())
        }
    }
}

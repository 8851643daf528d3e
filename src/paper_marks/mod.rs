//! Answers on paper, typed by a teacher: what a line means, what it earns, what looks wrong, and the records of a class.
//! Pure: no I/O, no clock, no randomness.

mod cells;
mod compare;
mod draft;
#[cfg(test)]
mod fixture;
mod kept;
mod line;
mod mark;
mod printed_paper;
mod records;
mod rows;

pub use compare::{Difference, Differing, differences};
pub use draft::{MarkingDraft, Pass};
pub use kept::{KeptFault, from_ron, to_ron};
pub use line::{Answered, Line, LineFault, read_line};
pub use mark::{BetterVersion, MarkedLine, mark_line, on_version};
pub use printed_paper::PrintedPaper;
pub use records::{learner_id, records, sitting_id};
pub use rows::{Row, RowFault, rows, typed_version, with_version};

//! A bank under a teacher's hands: changes of questions written into its text at spans, with undo. Opens no file.
//!
//! What stands in the text is the truth. A change is a value (see [`Change`]); what it makes different is written where it
//! stands, and every other byte stays.

mod change;
mod document;
mod fields;
mod follow;
pub mod form;
mod guard;
mod list;
mod make;
pub mod merge;
mod near;
mod places;
mod settle;
mod steps;
#[cfg(test)]
mod tests;

pub use change::{Applied, Change, ChangedField, Refusal, Step, StepKind};
pub use document::Document;
pub use make::{free_id, new_bank, new_question};
pub use places::{Placed, QuestionKey};
pub use settle::settled;

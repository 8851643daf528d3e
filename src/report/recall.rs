//! What learners still know on a day, from exported responses alone: tables in, predictions out. Opens no file and asks for no
//! date.

mod predict;
mod read;
mod written;

pub use predict::{ItemRecall, LearnerRecall, Recall, predict};
pub use read::{Answers, read};
pub use written::{recall_csv, recall_json, recall_text};

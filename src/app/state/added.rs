//! A bank that was just added by hand, where it is not whole.

use crate::app::state::bank_read::FoundProblem;
use std::path::PathBuf;

/// A bank that was just added by hand and is not whole, or cannot be played at all.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedBank {
    /// The file.
    pub path: PathBuf,
    /// By which the library names it.
    pub stored: String,
    /// Its title, or the name of its file.
    pub title: String,
    /// Id of the bank, where something in it can be played.
    pub playable_id: Option<String>,
    /// How many of its questions can be asked.
    pub askable: usize,
    /// How many were left out.
    pub left_out: usize,
    /// Why it cannot be played; empty where it can.
    pub failure: String,
    /// The first things that are wrong with it.
    pub problems: Vec<FoundProblem>,
    /// How many there are in all.
    pub problem_count: usize,
}

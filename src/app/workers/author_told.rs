//! What the keeper of the bank that is written tells. Keeps nothing itself.

use crate::author::merge::Conflict;
use crate::disk::BankFileError;
use crate::disk::authoring::{JournalError, SaveError, Version};
use thiserror::Error;

/// Why a bank cannot be opened to write in it.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Its file cannot be read.
    #[error(transparent)]
    File(#[from] BankFileError),
    /// What is typed could not be kept.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// A bank that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its text, with what was typed before and never came into the file.
    pub text: String,
    /// Whether there was such.
    pub is_recovered: bool,
    /// Why its file cannot be written, if so.
    pub unwritable: Option<SaveError>,
    /// What was changed in the file since, beside what was typed.
    pub conflicts: Vec<Conflict>,
    /// Its earlier states, newest first.
    pub versions: Vec<Version>,
}

/// What the file and the window say together, after the file was changed outside.
#[derive(Debug)]
pub struct FromOutside {
    /// The version of the window's text that is in it.
    pub version: u64,
    /// The text of both.
    pub text: String,
    /// What was changed in both.
    pub conflicts: Vec<Conflict>,
    /// Ids of the questions that were taken from the file.
    pub taken: Vec<Box<str>>,
}

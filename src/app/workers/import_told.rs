//! What the import's worker tells: what was read and made, what was saved, or why not. Reads nothing.

use crate::app::state::import::Considered;
use crate::exchange::{MakeOptions, ReadFile, Unreadable};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use thiserror::Error;

/// What was read and made.
#[derive(Debug)]
pub struct ImportRead {
    /// What the file holds.
    pub file: Arc<ReadFile>,
    /// Which quiz of it was made a bank.
    pub quiz: usize,
    /// How it was made.
    pub options: MakeOptions,
    /// What came of it.
    pub considered: Considered,
}

/// Why nothing could be read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be opened.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It gives no question.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl ImportError {
    /// Whether it was stopped by who wanted it.
    pub fn is_stopped(&self) -> bool {
        matches!(self, Self::Unreadable(Unreadable::Cancelled))
    }
}

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedImport {
    /// How many questions were added.
    pub added: usize,
    /// How many of a bank that was imported before were changed.
    pub changed: usize,
    /// How many of them were the same as before.
    pub unchanged: usize,
    /// How many of them were changed by hand as well, and stay as they are.
    pub changed_here: usize,
    /// Ids of questions that stand in the bank and no longer in the file.
    pub no_longer: Vec<String>,
    /// The files that are new, the bank's own first; none where a bank was brought up to date.
    pub new_files: Vec<PathBuf>,
}

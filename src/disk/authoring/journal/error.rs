//! Why a journal cannot be kept.

use crate::syntax::edit::EditError;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why a journal cannot be kept or read.
#[derive(Debug, Error)]
pub enum JournalError {
    /// There is one from before, with changes that the bank's file has not.
    #[error("there are changes from before that were not saved")]
    HoldsChanges,
    /// It was damaged on the disk; it is left as it is.
    #[error("the journal {} is damaged", file.display())]
    Damaged {
        /// Where it lies.
        file: PathBuf,
    },
    /// Edits of another text.
    #[error(transparent)]
    OtherText(#[from] EditError),
    /// It cannot be read or written.
    #[error("the journal cannot be kept: {0}")]
    Failed(#[from] io::Error),
}

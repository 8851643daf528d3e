//! Saves results as CSV, on a thread of its own.

use crate::app::action::Export;
use crate::disk::save_atomically;
use crate::history::{Filter, History, HistoryError};
use crate::report::{ResponsesCsv, sittings_csv};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use thiserror::Error;

/// What was saved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Saved {
    /// How many rows.
    pub rows: usize,
    /// How many records were left out, because this program cannot make sense of them.
    pub left_out: usize,
}

/// Why results were not saved.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The learner has none.
    #[error("there are no results yet")]
    Nothing,
    /// They could not be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// They could not be written.
    #[error(transparent)]
    File(#[from] io::Error),
}

/// Saves the rows with a byte order mark, which spreadsheets need to keep accents.
///
/// # Errors
/// Where there is nothing to save, or it cannot be read or written.
pub fn save(database: &Path, path: &Path, export: Export, filter: &Filter) -> Result<Saved, SaveError> {
    let history = History::open_read_only(database)?.ok_or(SaveError::Nothing)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut written = Ok(Saved::default());
    let saved = save_atomically(path, |file| {
        written = write(&history, export, filter, file);
        match &written {
            Ok(_) => Ok(()),
            Err(error) => Err(io::Error::other(error.to_string())),
        }
    });
    let written = written?;
    saved?;
    Ok(written)
}

fn write(history: &History, export: Export, filter: &Filter, file: &mut dyn Write) -> Result<Saved, SaveError> {
    if export == Export::Sittings {
        let found = history.sittings(filter)?;
        file.write_all(&sittings_csv(&found.records, true))?;
        return Ok(Saved { rows: found.records.len(), left_out: found.unreadable.len() });
    }
    let mut rows = 0;
    let mut csv = ResponsesCsv::new(file, true)?;
    let unreadable = history.for_each_response::<SaveError>(filter, |record| {
        rows += 1;
        Ok(csv.write(&record)?)
    })?;
    csv.finish()?;
    Ok(Saved { rows, left_out: unreadable.len() })
}

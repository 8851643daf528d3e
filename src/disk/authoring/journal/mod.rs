//! The journal of a bank that is being edited: every change is in the data folder before the bank's own file is written, so
//! that nothing typed is ever unsaved. Writes no bank.

mod error;
mod line;
mod recover;
#[cfg(test)]
mod tests;

pub use error::JournalError;
pub use recover::{Recovered, Unsaved, unsaved};

use super::place::{key, real_path};
use crate::disk::DataFolder;
use crate::disk::save::{sync_folder, temporary_file};
use crate::syntax::edit::Edits;
use line::{Change, Head, Sum};
use std::fs::{self, File};
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// How the names of temporary files begin.
const PREFIX: &str = ".torus-journal-";
/// How many changes stand one after the other before the text is written whole: recovering makes them one by one.
const MOST_CHANGES: usize = 1_000;

/// What has happened to the text of a bank.
#[derive(Clone, Copy, Debug)]
pub enum JournalChange<'a> {
    /// These edits of the text as it was.
    Edits(&'a Edits),
    /// It says something else altogether.
    Text(&'a str),
}

impl<'a> From<&'a Edits> for JournalChange<'a> {
    fn from(edits: &'a Edits) -> Self {
        Self::Edits(edits)
    }
}

impl<'a> From<&'a str> for JournalChange<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// The journal of one bank, for whoever edits it. Holds the text that the bank's file had last, and what has become of it.
///
/// There is no file before the first change, and none when the bank's file says all that the journal does.
#[derive(Debug)]
pub struct Journal {
    /// Where the journal lies.
    file: PathBuf,
    /// Where the bank lies, as it is written down in the journal.
    bank: String,
    base: String,
    text: String,
    /// The file that goes on; `None` where the next change has to write it anew.
    open: Option<Open>,
}

#[derive(Debug)]
struct Open {
    file: File,
    /// How long the part is that is surely sound.
    length: u64,
    last: Sum,
    changes: usize,
}

impl Journal {
    /// A journal for the bank at `path`, whose file says `base`. Writes nothing yet.
    ///
    /// # Errors
    /// Where there is a journal of this bank that holds something which `base` does not say ([`JournalError::HoldsChanges`]):
    /// [`recover`](Self::recover) it, then go on with it or discard it. Where there is one that cannot be read.
    pub fn begin(folder: &DataFolder, path: &Path, base: &str) -> Result<Self, JournalError> {
        if let Some(recovered) = Self::recover(folder, path)?
            && recovered.text != base
        {
            return Err(JournalError::HoldsChanges);
        }
        let (file, bank) = (file_of(folder, path), folder.to_stored(&real_path(path)));
        Ok(Self { file, bank, base: base.to_owned(), text: base.to_owned(), open: None })
    }

    /// What the journal of the bank at `path` holds after the program ended early; `None` where there is none.
    ///
    /// # Errors
    /// Where there is one that cannot be read.
    pub fn recover(folder: &DataFolder, path: &Path) -> Result<Option<Recovered>, JournalError> {
        recover::recover(file_of(folder, path))
    }

    /// Goes on with what was recovered.
    pub fn resume(recovered: Recovered) -> Self {
        let Recovered { file, bank, base, text, .. } = recovered;
        Self { file, bank, base, text, open: None }
    }

    /// What the bank's file said last.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What the bank says with all changes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a change. When this returns, no end of this program can lose it; [`sync`](Self::sync) waits until a power cut cannot
    /// either.
    ///
    /// # Errors
    /// Where edits are none of this text: then nothing has changed. Where the file cannot be written, because the disk is
    /// full, say: the change is in memory then, and the next call that succeeds writes it too.
    pub fn append<'a>(&mut self, change: impl Into<JournalChange<'a>>) -> Result<(), JournalError> {
        let line = match change.into() {
            JournalChange::Edits(edits) => {
                self.text = edits.apply(&self.text)?;
                Change::of_edits(edits)
            }
            JournalChange::Text(text) => {
                text.clone_into(&mut self.text);
                Change::of_text(text)
            }
        };
        match self.open.take().filter(|open| open.changes < MOST_CHANGES) {
            None => self.write_anew(),
            Some(mut open) => {
                open.add(&line)?;
                self.open = Some(open);
                Ok(())
            }
        }
    }

    /// Waits until all changes are on the disk, also those that could not be written before.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn sync(&mut self) -> Result<(), JournalError> {
        match &self.open {
            Some(open) => Ok(open.file.sync_data()?),
            None if self.text == self.base => Ok(()),
            None => self.write_anew(),
        }
    }

    /// Notes that the bank's file says `text` now, because it was saved. What was typed since stays in the journal.
    ///
    /// # Errors
    /// Where the journal cannot be written or removed: it is then as it was, which loses nothing.
    pub fn saved(&mut self, text: &str) -> Result<(), JournalError> {
        text.clone_into(&mut self.base);
        self.settle()
    }

    /// Notes that the bank's file says all that the journal does, and removes it.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn clear(&mut self) -> Result<(), JournalError> {
        self.text.clone_into(&mut self.base);
        self.settle()
    }

    /// Notes that the bank's file was found to say `base`, and that the bank says `text` since both were merged.
    ///
    /// # Errors
    /// Where the journal cannot be written: it is then as it was.
    pub fn rebase(&mut self, base: &str, text: &str) -> Result<(), JournalError> {
        base.clone_into(&mut self.base);
        text.clone_into(&mut self.text);
        self.settle()
    }

    /// Makes the file hold what it has to: nothing where all is saved.
    fn settle(&mut self) -> Result<(), JournalError> {
        self.open = None;
        if self.text != self.base { self.write_anew() } else { Ok(recover::remove(&self.file)?) }
    }

    /// Puts a journal of one change in the place of the old one, whole or not at all.
    fn write_anew(&mut self) -> Result<(), JournalError> {
        self.open = None;
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = temporary_file(folder, PREFIX)?;
        let (head, first) = line::head(&Head { bank: &self.bank, base: &self.base });
        let (change, last) = Change::of_text(&self.text).line(first);
        let mut buffered = BufWriter::new(file.as_file_mut());
        buffered.write_all(head.as_bytes())?;
        buffered.write_all(change.as_bytes())?;
        buffered.flush()?;
        drop(buffered);
        file.as_file().sync_all()?;
        let file = file.persist(&self.file).map_err(|error| error.error)?;
        sync_folder(folder);
        let length = (head.len() + change.len()) as u64;
        self.open = Some(Open { file, length, last, changes: 0 });
        Ok(())
    }
}

impl Open {
    /// Writes a line at the end. One that was written in part is taken off again; where that fails too, it is torn, and
    /// whoever reads it ends before it.
    fn add(&mut self, change: &Change) -> Result<(), JournalError> {
        let (line, sum) = change.line(self.last);
        if let Err(error) = self.file.write_all(line.as_bytes()) {
            let _ = self.file.set_len(self.length).and_then(|()| self.file.seek(SeekFrom::Start(self.length)));
            return Err(error.into());
        }
        self.length += line.len() as u64;
        self.last = sum;
        self.changes += 1;
        Ok(())
    }
}

/// Where the journal of the bank at `path` lies.
fn file_of(folder: &DataFolder, path: &Path) -> PathBuf {
    folder.journals().join(format!("{}.{}", key(folder, path), recover::ENDING))
}

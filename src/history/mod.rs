//! What is kept between runs: learners, sittings and every answer, in one SQLite file. Times and ids come in as
//! arguments.
//!
//! An answer is one transaction with `synchronous = FULL`, so that it is on the disk before the next question shows.
//! Questions are kept as they were asked, so that old results stay readable when a bank changes.

mod amend;
mod error;
mod file;
mod learners;
mod lists;
mod load;
mod memory;
mod merge;
mod note;
mod question;
mod record;
mod results;
mod study;
mod values;

pub use error::HistoryError;
pub use file::backup::{COPIES_KEPT, backup_daily, check_at_next_open};
pub use file::notice::Notice;
pub use file::open::Opened;
pub use file::purge::Purged;
pub use learners::Learner;
pub use lists::filter::Filter;
pub use lists::remarks::Remark;
pub use lists::sittings::Sittings;
pub use lists::standing::Standing;
pub use lists::unreadable::{Unreadable, UnreadableColumn};
pub use load::UnfinishedSitting;
pub use memory::{Remembered, key_of};
pub use merge::Merged;
pub use question::question_hash;
pub use study::{BankStudy, FitOutcome, LastFit, Study};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// An open file of results.
///
/// Every method returns when the work is on the disk. One value serves one thread; another thread opens its own.
#[derive(Debug)]
pub struct History {
    connection: Connection,
    path: PathBuf,
}

impl History {
    /// The file that is open.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Starts a transaction that may write at once, so that it waits for another writer here and not half-way.
    fn transaction(&self) -> Result<Transaction<'_>, HistoryError> {
        Ok(Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?)
    }
}

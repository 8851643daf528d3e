//! The files of banks that are being edited: what was typed goes to a journal, the bank's file is saved whole, older texts are
//! kept, and what others write is read when it has come to rest. Judges no bank.

mod hash;
mod journal;
mod picture;
mod place;
mod save;
mod settled;
mod versions;
mod whole;

pub use hash::Hash;
pub use journal::{Journal, JournalChange, JournalError, Recovered, Unsaved, unsaved};
pub use picture::{PictureNotKept, keep_picture, keep_picture_bytes};
pub use save::{SaveError, SaveWay, Saved, save_bank};
pub use settled::{OutsideText, UnsettledError, read_settled};
pub use versions::{Version, VersionError, Versions};

//! Saves the file of a bank that was edited: whole, only where nobody else has changed it, and as the file that it was.

mod attributes;
mod error;
mod exchange;
mod in_place;
mod leftovers;
mod replace;
mod target;
#[cfg(test)]
mod tests;

pub use error::SaveError;

use super::hash::Hash;
use crate::disk::bank_file::BANK_SIZE_LIMIT_BYTES;
use replace::Replaced;
use std::fs;
use std::path::Path;
use target::Target;

/// A bank's file that says what it was to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The hash of what it says now: the next saving expects it, and a file with this hash was changed by nobody else.
    pub hash: Hash,
    /// How it came to say so.
    pub way: SaveWay,
}

/// How a file came to say what it was to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveWay {
    /// It did already: not a byte was written, and its time is what it was.
    Unchanged,
    /// There was none.
    New,
    /// A new file took the place of the old one: at every moment one of them was there whole.
    Replaced,
    /// It was written into, since it has other names too, belongs to somebody else, or its folder takes no new file. A sudden end
    /// may leave half of it; the journal has it whole.
    InPlace,
}

/// Writes `text` into the bank's file at `path`, whole, and waits until it is on the disk. Links are followed; the file keeps
/// its permissions, its owner and its attributes. It must say what `expected` tells; with `None` there must be no file, and one is made.
///
/// On Linux and macOS, what another program writes between the last look and the replacing is found, put back, and told as
/// [`SaveError::ChangedOutside`]. Elsewhere, and where a file is written in place, some microseconds remain in which it is lost.
///
/// # Errors
/// As [`SaveError`] tells; the file is then as it was, but for [`SaveError::HalfWritten`].
pub fn save_bank(path: &Path, text: &str, expected: Option<Hash>) -> Result<Saved, SaveError> {
    if text.len() as u64 > BANK_SIZE_LIMIT_BYTES {
        return Err(SaveError::TooLarge);
    }
    let hash = Hash::of(text);
    if says_already(path, text) {
        return Ok(Saved { hash, way: SaveWay::Unchanged });
    }
    let Some(expected) = expected else {
        replace::make_new(path, text)?;
        return Ok(Saved { hash, way: SaveWay::New });
    };
    let target = Target::open(path)?;
    let found = Hash::of(&target.bytes);
    if found != expected {
        return Err(SaveError::ChangedOutside { found });
    }
    let way = match replace::replace(&target, text, expected)? {
        Replaced::Done => SaveWay::Replaced,
        Replaced::NotPossible => {
            in_place::write(&target, text)?;
            SaveWay::InPlace
        }
    };
    Ok(Saved { hash, way })
}

fn says_already(path: &Path, text: &str) -> bool {
    let may_be = fs::metadata(path).is_ok_and(|there| there.is_file() && there.len() == text.len() as u64);
    may_be && fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

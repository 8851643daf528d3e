//! Writes into a file that must stay the same file. What it said before is put back where that fails.

use super::error::SaveError;
use super::target::Target;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// Writes `text` into the target.
pub(super) fn write(target: &Target, text: &str) -> Result<(), SaveError> {
    let Err(error) = fill(&target.file, text.as_bytes()) else { return Ok(()) };
    match fill(&target.file, &target.bytes) {
        Ok(()) => Err(error.into()),
        Err(_) => Err(SaveError::HalfWritten(error)),
    }
}

/// Emptied first, so that what a sudden end leaves breaks off and is never taken for a text of somebody's.
fn fill(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(bytes)?;
    file.sync_all()
}

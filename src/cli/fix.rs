//! What `torus check --fix` does to a file: mends it in place, or shows what it would change. Judges nothing.

use super::Failure;
use super::talk::{counted, tell};
use crate::bank::{Mended, mend};
use crate::disk::{PicturesBeside, read_bank_text, save_atomically};
use similar::TextDiff;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What the mending of a file came to.
pub(super) enum Fixed {
    /// There is nothing to mend, or it could not be.
    Untouched,
    /// The text as it reads now, or would read.
    Mended(String),
    /// The file may not be written, or somebody else changes it.
    Refused,
}

/// Mends a bank where that is certain, and tells how many errors fewer it has.
pub(super) fn fix(path: &Path, text: &str, talk: &mut dyn Write) -> Result<Fixed, Failure> {
    let Some(Mended { text: mended, errors_fewer }) = mend(text, &PicturesBeside::of_bank(path)) else {
        return Ok(Fixed::Untouched);
    };
    let name = path.display();
    if fs::metadata(path).is_ok_and(|there| there.permissions().readonly()) {
        tell(talk, &format!("{name}: the file is read-only, and is left as it is: {}", could_be(errors_fewer)));
        return Ok(Fixed::Refused);
    }
    // Somebody may have saved it since.
    if !read_bank_text(path).is_ok_and(|now| now == text) {
        tell(talk, &format!("{name}: the file has changed meanwhile, and is left as it is: run the command again"));
        return Ok(Fixed::Refused);
    }
    save_atomically(path, |file| file.write_all(mended.as_bytes()))
        .map_err(|source| Failure::File { path: path.to_path_buf(), source })?;
    tell(talk, &format!("{name}: mended {}", counted(errors_fewer, "error")));
    Ok(Fixed::Mended(mended))
}

/// Writes what [`fix`] would change as a unified diff, and gives back the text as it would read.
pub(super) fn show(path: &Path, text: &str, out: &mut dyn Write, talk: &mut dyn Write) -> io::Result<Fixed> {
    let Some(Mended { text: mended, errors_fewer }) = mend(text, &PicturesBeside::of_bank(path)) else {
        return Ok(Fixed::Untouched);
    };
    let name = path.display().to_string();
    let diff = TextDiff::from_lines(text, &mended);
    diff.unified_diff().header(&name, &name).to_writer(&mut *out)?;
    tell(talk, &format!("{name}: {}", could_be(errors_fewer)));
    Ok(Fixed::Mended(mended))
}

fn could_be(errors: usize) -> String {
    format!("{} can be mended", counted(errors, "error"))
}

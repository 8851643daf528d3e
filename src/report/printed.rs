//! A paper to print, to read on a terminal, or as JSON.

mod html;
mod json;
mod key;
mod printout;
mod rich;
mod sheet;
mod task;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub(super) use html::css_string;
pub use printout::{Papers, Printout};
pub(super) use rich::Html;
pub(super) use words::escaped;

pub use rich::{LARGEST_EMBEDDED_BYTES, NoPictures, PrintedPicture, PrintedPictures};

use std::io::{self, Write};

impl Printout<'_> {
    /// One JSON object on one line: the seed, then the questions with options as shown and the right answers; for
    /// versions the seed of the first, then each version with its letter, its seed and its questions.
    ///
    /// # Errors
    /// Only what `out` returns.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        json::write(self, out)
    }

    /// Plain text of at most 80 columns, without control characters.
    ///
    /// # Errors
    /// Only what `out` returns.
    pub fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        text::write(self, out)
    }

    /// One HTML page that needs nothing from the network, each version and the key on pages of their own.
    ///
    /// # Errors
    /// Only what `out` returns.
    pub fn write_html(&self, out: &mut dyn Write) -> io::Result<()> {
        html::write(self, out)
    }
}

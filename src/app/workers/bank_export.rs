//! Writes a bank for another program, with its pictures. Saves nothing.

use crate::app::inbox::{Message, Reporter};
use crate::app::state::bank_export::Written;
use crate::app::world::QuestionWriter;
use crate::bank::Bank;
use crate::disk::read_picture;
use crate::exchange::{PictureSource, Target};
use std::path::PathBuf;
use std::sync::Arc;

/// Larger pictures are left out of what other programs read.
const LARGEST_PICTURE_BYTES: usize = 20 << 20;

/// Writes a bank on a thread of its own; answers with [`Message::BankWritten`].
pub fn write_for(
    writer: QuestionWriter,
    bank: Arc<Bank>,
    file: Option<PathBuf>,
    target: Target,
    number: u64,
    reporter: Reporter,
) {
    std::thread::spawn(move || {
        let exported = writer(&bank, target, &Beside(file));
        let written = Box::new(Written::new(&bank, exported));
        reporter.send(Message::BankWritten { number, written });
    });
}

/// The pictures beside the file of a bank; none for one that came with the program.
struct Beside(Option<PathBuf>);

impl PictureSource for Beside {
    fn picture(&self, path: &str) -> Option<Vec<u8>> {
        Some(read_picture(self.0.as_deref()?, path, LARGEST_PICTURE_BYTES)?.bytes)
    }
}

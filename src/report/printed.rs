//! A paper to print, to read on a terminal, or as JSON. Makes bytes only; somebody else opens the file.

mod html;
mod json;
mod key;
mod rich;
mod task;
#[cfg(test)]
mod tests;
mod text;

pub use rich::{LARGEST_EMBEDDED_BYTES, NoPictures, PrintedPictures};

use crate::bank::Bank;
use crate::paper::{Paper, PaperItem};
use std::io::{self, Write};

/// A paper and what to print with it.
#[derive(Clone, Copy, Debug)]
pub struct Printout<'a> {
    /// The questions in the order drawn.
    pub paper: &'a Paper,
    /// The banks that it was drawn from, for titles and languages.
    pub banks: &'a [&'a Bank],
    /// Whether text and HTML end with the answer key. JSON always holds it.
    pub with_key: bool,
    /// Who has the pictures, which HTML holds in itself; text has the words for them.
    pub pictures: &'a dyn PrintedPictures,
}

impl Printout<'_> {
    /// One JSON object on one line: the seed, then the questions with options as shown and the right answers.
    ///
    /// # Errors
    /// Only what `out` returns.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        json::write(self.paper, out)
    }

    /// Plain text of at most 80 columns, without control characters.
    ///
    /// # Errors
    /// Only what `out` returns.
    pub fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        text::write(self, out)
    }

    /// One HTML page that needs nothing from the network, with the key on a page of its own.
    ///
    /// # Errors
    /// Only what `out` returns.
    pub fn write_html(&self, out: &mut dyn Write) -> io::Result<()> {
        html::write(self, out)
    }

    /// Titles of the banks that questions were drawn from, in the order of the banks; all banks where none was drawn.
    fn title(&self) -> String {
        let drawn_from = |bank: &Bank| self.paper.items.iter().any(|item| *item.bank_id == *bank.id);
        let mut titles: Vec<&str> =
            self.banks.iter().filter(|bank| drawn_from(bank)).map(|bank| bank.title.trim()).collect();
        if titles.is_empty() {
            titles.extend(self.banks.iter().map(|bank| bank.title.trim()));
        }
        titles.join(" · ")
    }

    /// The BCP 47 tag of a question's bank; empty where none was written.
    fn language(&self, item: &PaperItem) -> &str {
        self.banks.iter().find(|bank| *bank.id == *item.bank_id).map_or("", |bank| bank.language.trim())
    }

    /// `10 questions, 12 points`.
    fn extent(&self) -> String {
        let questions = counted(self.paper.items.len(), "question");
        format!("{questions}, {}", points(self.paper.items.iter().map(|item| item.question.points).sum()))
    }
}

/// `1 point`, `2.5 points`.
fn points(points: f64) -> String {
    // Sums of decimal fractions such as 0.1 + 0.2 carry binary dust, and the sum of nothing is −0.
    let rounded = (points * 1e6).round() / 1e6 + 0.0;
    if rounded == 1.0 { "1 point".to_owned() } else { format!("{rounded} points") }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// `text` with every control character but line breaks and tabs replaced, so that none reaches a terminal.
fn printable(text: &str) -> String {
    let replace = |letter: char| match letter {
        '\n' | '\t' => letter,
        _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.replace("\r\n", "\n").chars().map(replace).collect()
}

//! Numbered questions with lettered options: Aiken, Respondus, and what is copied from documents.

mod aiken;
mod asterisks;
mod columns;
mod emphasis;
mod item;
mod key_list;
mod line;
mod listed;
mod numbered;
mod reader;
mod side_by_side;
mod signs;

use crate::bank::{Bank, Progress};
use crate::exchange::{DraftBank, Exported, Unreadable};

pub(super) use emphasis::sign_length;
pub(super) use item::KINDS;
pub(super) use line::{Line, Marks};
pub(super) use reader::read_lines;
pub(super) use side_by_side::wide_starts;

/// Reads a text.
pub(super) fn read(text: &str, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{a0}', " ");
    let line = |(text, number): (&str, u32)| Line { number, text: text.to_owned(), ..Line::default() };
    let lines: Vec<Line> = text.split('\n').zip(1..).map(line).collect();
    read_lines(&lines, progress)
}

/// Whether a text shows its signs: two options in a row or side by side, or the key of an option.
pub(super) fn is_text(text: &str) -> bool {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).take(2000);
    let mut is_after_first = false;
    for line in lines {
        let line = &*emphasis::behind_sign(line.strip_prefix("- ").unwrap_or(line));
        let letter = signs::option(line).map(|start| start.sign);
        if is_after_first && letter == Some(signs::Sign::Letter(1))
            || line.starts_with("ANSWER:")
            || side_by_side::has_row(line)
        {
            return true;
        }
        is_after_first = letter == Some(signs::Sign::Letter(0));
    }
    false
}

/// Whether a text has lettered options in a row with a line below them that gives the key as a letter.
pub(super) fn is_aiken(text: &str) -> bool {
    let mut next = 0;
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).take(2000) {
        let line = &*emphasis::behind_sign(line);
        match signs::option(line).map(|start| start.sign) {
            Some(signs::Sign::Letter(letter)) if letter == next || letter == 0 => next = letter + 1,
            _ if next > 1 && signs::key(line).is_some_and(is_letter_key) => return true,
            _ => next = 0,
        }
    }
    false
}

fn is_letter_key(key: &str) -> bool {
    let (key, _) = signs::key_with_note(key).unwrap_or((key, ""));
    matches!(key.trim_end_matches([')', '.']).as_bytes(), [letter] if letter.is_ascii_alphabetic())
}

/// Writes a bank.
pub(super) fn write_aiken(bank: &Bank) -> Exported {
    aiken::write(bank)
}

//! Numbered questions with lettered options: Aiken, Respondus, and what is copied from documents.

mod aiken;
mod item;
mod key_list;
mod line;
mod reader;
mod side_by_side;
mod signs;

use crate::bank::{Bank, Progress};
use crate::exchange::{DraftBank, Exported, Unreadable};

pub(super) use item::KINDS;
pub(super) use line::{Line, Marks};
pub(super) use reader::read_lines;
pub(super) use side_by_side::wide_starts;

/// Reads a text.
pub(super) fn read(text: &str, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{a0}', " ");
    let line = |(text, number): (&str, u32)| Line {
        number,
        text: text.to_owned(),
        marks: Marks::default(),
        is_bank_text: false,
    };
    let lines: Vec<Line> = text.split('\n').zip(1..).map(line).collect();
    read_lines(&lines, progress)
}

/// Whether a text shows its signs: two options in a row or side by side, or the key of an option.
pub(super) fn is_text(text: &str) -> bool {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).take(2000);
    let mut is_after_first = false;
    for line in lines {
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

/// Writes a bank.
pub(super) fn write_aiken(bank: &Bank) -> Exported {
    aiken::write(bank)
}

//! Moodle's GIFT: reads and writes questions.

mod answers;
mod blocks;
mod escape;
mod kinds;
mod question;
mod tex;
mod texts;
mod write;

pub(super) use kinds::KINDS;
pub(super) use write::write;

use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};

/// Reads a text.
pub(super) fn read(text: &str, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let blocks = blocks::blocks(&text);
    let mut bank = DraftBank::default();
    for (at, block) in blocks.iter().enumerate() {
        bank.drafts.push(question::read(block));
        if at % 64 == 0 && !progress.advance(at as f32 / blocks.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    Ok(bank)
}

/// Whether a text shows a sign that no other has: a category, or a name between double colons.
pub(super) fn is_named(text: &str) -> bool {
    let mut lines = text.lines().take(2000).map(str::trim_start);
    let is_named = |line: &str| line.strip_prefix("::").is_some_and(|rest| rest.contains("::"));
    lines.any(|line| line.starts_with("$CATEGORY:") || is_named(line))
}

/// Whether a text has answers between braces, which those of TeX and of code may look like.
pub(super) fn is_text(text: &str) -> bool {
    const LOOKED_AT: usize = 1 << 16;
    /// Longer than any word for true or false, with blanks after it.
    const LONGEST_WORD: usize = 20;
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at < LOOKED_AT).last().unwrap_or(0);
    let head = escape::guarded(&tex::without_code(&text[..end]));
    let last_close = head.rfind('}').unwrap_or(0);
    head.match_indices('{').take_while(|(at, _)| *at < last_close).any(|(at, _)| {
        let inside = head[at + 1..].trim_start();
        let end = inside.char_indices().take(LONGEST_WORD).find(|(_, sign)| matches!(sign, '#' | '}'));
        let word = end.map_or("", |(end, _)| inside[..end].trim());
        let is_number = inside.strip_prefix('#').is_some_and(|rest| {
            let number = rest.split(['}', '#']).next().unwrap_or_default();
            number.contains(|sign: char| sign.is_ascii_digit()) && !number.contains(char::is_alphabetic)
        });
        let is_list = inside.starts_with(['=', '~']) && !inside.starts_with("=>");
        is_list || is_number || answers::truth(word).is_some() && !tex::is_before_other_brace(&head[..at])
    })
}

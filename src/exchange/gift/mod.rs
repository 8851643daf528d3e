//! Moodle's GIFT: reads and writes questions.

mod answers;
mod blocks;
mod escape;
mod kinds;
mod question;
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

/// Whether a text shows its signs: a category, a name between double colons, or answers between braces.
pub(super) fn is_text(text: &str) -> bool {
    const LOOKED_AT: usize = 1 << 16;
    /// Longer than any word for true or false, with blanks after it.
    const LONGEST_WORD: usize = 20;
    let mut lines = text.lines().take(2000).map(str::trim_start);
    let is_named = |line: &str| line.strip_prefix("::").is_some_and(|rest| rest.contains("::"));
    if lines.any(|line| line.starts_with("$CATEGORY:") || is_named(line)) {
        return true;
    }
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at < LOOKED_AT).last().unwrap_or(0);
    let head = escape::guarded(&text[..end]);
    let last_close = head.rfind('}').unwrap_or(0);
    head.match_indices('{').take_while(|(at, _)| *at < last_close).any(|(at, _)| {
        let inside = head[at + 1..].trim_start();
        let end = inside.char_indices().take(LONGEST_WORD).find(|(_, sign)| matches!(sign, '#' | '}'));
        let word = end.map_or("", |(end, _)| inside[..end].trim());
        let is_number = inside.strip_prefix('#').is_some_and(|rest| {
            rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit() || "=-.".contains(sign))
        });
        inside.starts_with(['=', '~']) || is_number || answers::truth(word).is_some()
    })
}

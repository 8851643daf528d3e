//! As much of a line as can be shown, with the place that a problem is about. Knows no problem and shows nothing.

use crate::bank::Place;
use crate::syntax::line_index::underline;
use std::ops::Range;

/// As much of a long line as is shown: two lines of a terminal.
const LONGEST_SHOWN_CHARS: usize = 160;
/// How much of it stands before the place that is meant.
const SHOWN_BEFORE_CHARS: usize = 40;

/// A line, or the part of a long one around a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// What is shown; control characters are blanks, so that columns stay.
    pub text: String,
    /// Characters of the line that are left out before `text`.
    pub skipped_chars: usize,
    /// The bytes of `text` to underline; empty where nothing stands at the place.
    pub underlined: Range<usize>,
}

impl Excerpt {
    /// The part of `line` around a column in characters, from 1.
    pub fn of(line: &str, column: usize) -> Self {
        let range = underline(line, Place { line: 1, column });
        let chars_before = line[..range.start].chars().count();
        let is_long = line.chars().nth(LONGEST_SHOWN_CHARS).is_some();
        let skipped_chars = if is_long { chars_before.saturating_sub(SHOWN_BEFORE_CHARS) } else { 0 };
        let is_tab = |letter: char| letter == '\t';
        let shown = line.chars().skip(skipped_chars).take(LONGEST_SHOWN_CHARS);
        // Each control character becomes one other, so that columns stay; the last line's end is none of them.
        let text: String =
            shown.map(|letter| if letter.is_control() && !is_tab(letter) { ' ' } else { letter }).collect();
        let byte_of = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
        let start = byte_of(chars_before - skipped_chars);
        let end = byte_of(chars_before - skipped_chars + line[range].chars().count());
        Self { skipped_chars, underlined: start..end.max(start), text }
    }
}

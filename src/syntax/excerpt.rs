//! As much of a line as can be shown, with the place that a problem is about. Knows no problem and shows nothing.

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
    /// The part of `line` around a span of its bytes; one beyond the line is its end.
    pub fn of(line: &str, span: &Range<usize>) -> Self {
        let start = line.floor_char_boundary(span.start);
        let end = line.floor_char_boundary(span.end).max(start);
        let meant = line[start..end].trim_end();
        let chars_before = line[..start].chars().count();
        let is_long = line.chars().nth(LONGEST_SHOWN_CHARS).is_some();
        let skipped_chars = if is_long { chars_before.saturating_sub(SHOWN_BEFORE_CHARS) } else { 0 };
        let is_tab = |letter: char| letter == '\t';
        let shown = line.chars().skip(skipped_chars).take(LONGEST_SHOWN_CHARS);
        // Each control character becomes one other, so that columns stay; the last line's end is none of them.
        let text: String =
            shown.map(|letter| if letter.is_control() && !is_tab(letter) { ' ' } else { letter }).collect();
        let byte_of = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
        let start = byte_of(chars_before - skipped_chars);
        let end = byte_of(chars_before - skipped_chars + meant.chars().count());
        Self { skipped_chars, underlined: start..end.max(start), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn underlined(line: &str, span: Range<usize>) -> String {
        let excerpt = Excerpt::of(line, &span);
        excerpt.text[excerpt.underlined].to_owned()
    }

    #[test]
    fn the_span_is_underlined_without_the_blanks_at_its_end() {
        assert_eq!(underlined("a: [1, 2],", 3..9), "[1, 2]");
        assert_eq!(underlined("a: [  ", 3..6), "[");
        assert_eq!(underlined("a: é\u{1b}b", 3..7), "é b");
    }

    #[test]
    fn a_span_beyond_the_line_or_inside_a_letter_makes_no_panic() {
        assert_eq!(underlined("ab", 7..9), "");
        assert_eq!(underlined("é", 1..1), "");
        assert_eq!(underlined("", 0..3), "");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_span_is_shown() {
        let line = format!("{}here{}", "é".repeat(500), "x".repeat(500));
        let excerpt = Excerpt::of(&line, &(1_000..1_004));
        assert_eq!(excerpt.skipped_chars, 460);
        assert_eq!(&excerpt.text[excerpt.underlined.clone()], "here");
        assert_eq!(excerpt.text.chars().count(), LONGEST_SHOWN_CHARS);
    }
}

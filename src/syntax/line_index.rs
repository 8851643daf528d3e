//! Turns byte offsets into lines and columns, for whoever shows them. Never reads what stands there.

use memchr::memchr_iter;
use std::ops::Range;

/// A place in a text, as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Characters are counted ahead in steps of this size: a text may be one line of many megabytes.
const BLOCK_BYTES: usize = 4_096;

/// The lines of a text. Making one reads the text once; each question to it takes the same short time.
#[derive(Debug)]
pub struct LineIndex<T> {
    text: T,
    /// Byte offset where each line begins; the first begins after a byte order mark.
    line_starts: Vec<usize>,
    /// How many characters begin before each block.
    chars_before: Vec<usize>,
}

impl<T: AsRef<str>> LineIndex<T> {
    /// The lines of `text`.
    pub fn new(text: T) -> Self {
        let whole = text.as_ref();
        let mark_bytes = whole.len() - whole.strip_prefix('\u{feff}').unwrap_or(whole).len();
        let ends = memchr_iter(b'\n', whole.as_bytes());
        let line_starts = std::iter::once(mark_bytes).chain(ends.map(|at| at + 1)).collect();
        let counts = whole.as_bytes().chunks(BLOCK_BYTES).map(char_starts);
        let chars_before = counts.scan(0, |sum, count| Some(std::mem::replace(sum, *sum + count))).collect();
        Self { text, line_starts, chars_before }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.text.as_ref()
    }

    /// The place of a byte offset; one beyond the text is its end.
    pub fn place(&self, offset: usize) -> Place {
        let offset = self.text().floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let line_start = self.line_starts[line - 1];
        let column = self.chars_before(offset).saturating_sub(self.chars_before(line_start)) + 1;
        Place { line, column }
    }

    /// The text of a line, counted from 1, without its end; empty where there is none.
    pub fn line(&self, line: usize) -> &str {
        self.line_range(line).and_then(|range| self.text().get(range)).unwrap_or_default().trim_end_matches('\r')
    }

    /// The line that a span begins on, and the bytes of the span on it.
    pub fn first_line(&self, span: &Range<usize>) -> (&str, Range<usize>) {
        let line = self.place(span.start).line;
        let text = self.line(line);
        let start = self.line_starts[line - 1];
        let byte = |offset: usize| text.floor_char_boundary(offset.saturating_sub(start));
        (text, byte(span.start)..byte(span.end).max(byte(span.start)))
    }

    fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        Some(start..self.line_starts.get(line).map_or(self.text().len(), |next| next - 1))
    }

    /// How many characters begin before `offset`.
    fn chars_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK_BYTES;
        let Some(before) = self.chars_before.get(block) else {
            // Just behind the last block, or in an empty text.
            let Some(last) = block.checked_sub(1) else { return 0 };
            let rest = &self.text().as_bytes()[last * BLOCK_BYTES..offset];
            return self.chars_before.get(last).map_or(0, |before| before + char_starts(rest));
        };
        before + char_starts(&self.text().as_bytes()[block * BLOCK_BYTES..offset])
    }
}

/// How many characters begin in these bytes of a text.
fn char_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
}

/// The byte offset in `text` of a line and a column in characters, both from 1; the text's end where there is none.
pub(crate) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let line_start = match line {
        0 | 1 => 0,
        _ => memchr_iter(b'\n', text.as_bytes()).nth(line - 2).map_or(text.len(), |at| at + 1),
    };
    let rest = &text[line_start..];
    line_start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_count_characters_and_both_count_from_one() {
        let lines = LineIndex::new("aé\n\nüb");
        let check = |offset, line, column| assert_eq!(lines.place(offset), Place { line, column });
        check(0, 1, 1);
        check(3, 1, 3);
        check(4, 2, 1);
        check(5, 3, 1);
        check(7, 3, 2);
        check(6, 3, 1);
        check(999, 3, 3);
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let lines = LineIndex::new("\u{feff}ab\nc");
        assert_eq!(lines.place(0), Place { line: 1, column: 1 });
        assert_eq!(lines.place(3), Place { line: 1, column: 1 });
        assert_eq!(lines.place(4), Place { line: 1, column: 2 });
        assert_eq!(lines.place(6), Place { line: 2, column: 1 });
        assert_eq!(lines.line(1), "ab");
        assert_eq!(lines.first_line(&(3..5)), ("ab", 0..2));
    }

    #[test]
    fn a_line_beyond_the_text_is_its_end() {
        assert_eq!(offset_of("a\nb", 7, 1), 3);
        assert_eq!(offset_of("a\nb", 2, 9), 3);
        assert_eq!(offset_of("", 0, 0), 0);
        assert_eq!(LineIndex::new("").place(7), Place { line: 1, column: 1 });
    }

    #[test]
    fn lines_come_without_their_ends_whatever_those_are() {
        let lines = LineIndex::new("a\r\n\né");
        assert_eq!([0, 1, 2, 3, 4].map(|line| lines.line(line)), ["", "a", "", "é", ""]);
    }

    #[test]
    fn a_span_over_several_lines_ends_with_its_first() {
        let lines = LineIndex::new("a: [\r\n1]");
        assert_eq!(lines.first_line(&(3..8)), ("a: [", 3..4));
        assert_eq!(lines.first_line(&(4..5)), ("a: [", 4..4));
        assert_eq!(lines.first_line(&(99..100)), ("1]", 2..2));
    }

    proptest! {
        #[test]
        fn places_are_those_that_counting_gives(text in "[aé€\n\r\u{feff}]{0,60}", repeats in 1..400_usize, offset in 0..9_000_usize) {
            let text = text.repeat(repeats);
            let offset = text.floor_char_boundary(offset);
            let bare_start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(&text).len();
            let before = text.get(bare_start..offset).unwrap_or_default();
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let expected = Place { line: before.matches('\n').count() + 1, column };
            prop_assert_eq!(LineIndex::new(text.as_str()).place(offset), expected);
        }

        #[test]
        fn places_and_offsets_are_each_others_inverse(text in "[aé\n]{0,20}") {
            let lines = LineIndex::new(text.as_str());
            for (offset, _) in text.char_indices() {
                let place = lines.place(offset);
                prop_assert_eq!(offset_of(&text, place.line, place.column), offset);
            }
        }
    }
}

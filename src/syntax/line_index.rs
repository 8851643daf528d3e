//! Turns byte offsets into lines and columns. Never reads what stands there.

use crate::bank::Place;
use crate::syntax::lexer::{Piece, Scanner};
use memchr::{memchr, memchr_iter};
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// The lines of a text, found when first asked for.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// Byte offset after each line feed.
    starts: OnceCell<Vec<usize>>,
    /// The last answer: a bank may be one line of many megabytes, so columns are counted on from there.
    last: Cell<(usize, Place)>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: OnceCell::new(), last: Cell::new((0, Place { line: 1, column: 1 })) }
    }

    /// The place of a byte offset; one beyond the text is its end.
    pub fn place(&self, offset: usize) -> Place {
        let starts = self.starts();
        let offset = self.text.floor_char_boundary(offset);
        let line = starts.partition_point(|start| *start <= offset);
        let line_start = if line == 0 { 0 } else { starts[line - 1] };
        let letters = |from: usize, to: usize| self.text[from..to].chars().count();
        let (last_offset, last) = self.last.get();
        let column = if last.line != line + 1 {
            letters(line_start, offset) + 1
        } else if offset >= last_offset {
            last.column + letters(last_offset, offset)
        } else {
            last.column - letters(offset, last_offset)
        };
        let place = Place { line: line + 1, column };
        self.last.set((offset, place));
        place
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| memchr_iter(b'\n', self.text.as_bytes()).map(|at| at + 1).collect())
    }
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

/// The bytes of `text` to underline for a problem at `place`: what stands there, a string or a word whole, up to the end
/// of its line. Empty where nothing stands there.
pub fn underline(text: &str, place: Place) -> Range<usize> {
    let start = offset_of(text, place.line, place.column);
    let line_end = memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |length| start + length);
    let end = match Scanner::new(&text[..line_end], start).next() {
        Some((Piece::Unclosed, _)) | None => start + text[start..line_end].trim_end().len(),
        Some((_, range)) if range.start == start => range.end,
        Some(_) => start,
    };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn columns_count_characters_and_both_count_from_one() {
        let text = "aé\n\nüb";
        let check = |offset, line, column| assert_eq!(Lines::new(text).place(offset), Place { line, column });
        check(0, 1, 1);
        check(3, 1, 3);
        check(4, 2, 1);
        check(5, 3, 1);
        check(7, 3, 2);
        check(6, 3, 1);
        check(999, 3, 3);
    }

    #[test]
    fn a_line_beyond_the_text_is_its_end() {
        assert_eq!(offset_of("a\nb", 7, 1), 3);
        assert_eq!(offset_of("a\nb", 2, 9), 3);
        assert_eq!(offset_of("", 0, 0), 0);
    }

    proptest! {
        #[test]
        fn places_do_not_depend_on_what_was_asked_before(text in "[aé\n]{0,20}", offsets in proptest::collection::vec(0..50_usize, 0..9)) {
            let lines = Lines::new(&text);
            for offset in offsets {
                prop_assert_eq!(lines.place(offset), Lines::new(&text).place(offset));
            }
        }

        #[test]
        fn places_and_offsets_are_each_others_inverse(text in "[aé\n]{0,20}") {
            for (offset, _) in text.char_indices() {
                let place = Lines::new(&text).place(offset);
                prop_assert_eq!(offset_of(&text, place.line, place.column), offset);
            }
        }
    }
}

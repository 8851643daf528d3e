//! What stands between the items of a group: commas, comments and blanks, and whose comment is whose. Changes nothing.
//!
//! Comments right above an item without a blank line between go with it, and those at the end of its line.

use crate::syntax::lexer::{Lexer, Token, comments_in};
use std::ops::Range;

/// What happens to the comments of an item that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comments {
    /// They go with it.
    Go,
    /// They stay where they are.
    Stay,
}

/// The items of a group with what is between them.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// The whole text.
    pub text: &'a str,
    /// What is between the brackets.
    pub inside: &'a Range<usize>,
    /// Each item, without comments around it and without its comma.
    pub cores: &'a [Range<usize>],
}

/// What stands between two items.
pub(super) struct Gap {
    /// Its comma.
    pub comma: Option<Range<usize>>,
    /// Its comments.
    pub comments: Vec<Range<usize>>,
}

impl Row<'_> {
    /// The bytes before the item of that index, or behind the last one.
    pub fn gap_range(&self, index: usize) -> Range<usize> {
        let start = index.checked_sub(1).map_or(self.inside.start, |before| self.cores[before].end);
        start..self.cores.get(index).map_or(self.inside.end, |core| core.start)
    }

    /// What stands there; `None` where that is more than a comma and comments.
    pub fn gap(&self, index: usize) -> Option<Gap> {
        let range = self.gap_range(index);
        let mut comma = None;
        for (token, place) in Lexer::new(self.text.get(..range.end)?, range.start) {
            if token != Token::Comma || comma.replace(place).is_some() {
                return None;
            }
        }
        let middle = comma.clone().unwrap_or(range.end..range.end);
        let before = comments_in(self.text, range.start..middle.start);
        let comments = before.chain(comments_in(self.text, middle.end..range.end)).collect();
        Some(Gap { comma, comments })
    }

    /// Where what belongs to the item ends: at its comma and the comments at the end of its line.
    pub fn tail_end(&self, index: usize) -> Option<usize> {
        let gap = self.gap(index + 1)?;
        let next = self.gap_range(index + 1).end;
        let has_next = index + 1 < self.cores.len();
        let mut end = self.cores[index].end;
        let mut behind_comma = end;
        let mut parts: Vec<(Range<usize>, bool)> = gap.comments.into_iter().map(|comment| (comment, false)).collect();
        parts.extend(gap.comma.map(|comma| (comma, true)));
        parts.sort_by_key(|(part, _)| part.start);
        for (part, is_comma) in parts {
            if breaks(&self.text[end..part.start]) > 0 {
                return Some(end);
            }
            end = part.end;
            if is_comma {
                behind_comma = end;
            }
        }
        // A comment before another item on the same line is that one's.
        let is_next_items = has_next && breaks(&self.text[end..next]) == 0;
        Some(if is_next_items { behind_comma } else { end })
    }

    /// Where what belongs to the item begins: with the comments right above it.
    pub fn lead_start(&self, index: usize) -> Option<usize> {
        let gap = self.gap(index)?;
        let bound = index.checked_sub(1).map_or(Some(self.inside.start), |before| self.tail_end(before))?;
        let bound = gap.comma.map_or(bound, |comma| comma.end.max(bound));
        let mut start = self.cores[index].start;
        for comment in gap.comments.iter().rev().take_while(|comment| comment.start >= bound) {
            let between = breaks(&self.text[comment.end..start]);
            if between > 1 || (between == 1 && !starts_line(self.text, comment.start)) {
                break;
            }
            start = comment.start;
        }
        Some(start)
    }

    /// Whether the comma before the item stands on a line of its own or of the item's.
    pub fn is_comma_first(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.cores.get(before));
        let comma = self.gap(index).and_then(|gap| gap.comma);
        match (before, comma) {
            (Some(before), Some(comma)) => index < self.cores.len() && breaks(&self.text[before.end..comma.start]) > 0,
            _ => false,
        }
    }
}

/// How many lines end in these blanks.
pub(super) fn breaks(blanks: &str) -> usize {
    let feeds = blanks.matches('\n').count();
    feeds + blanks.matches('\r').count() - blanks.matches("\r\n").count()
}

/// Where the line begins that `at` is in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The blanks that the line of `at` begins with.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Whether only blanks stand before `at` on its line.
pub(super) fn starts_line(text: &str, at: usize) -> bool {
    let start = line_start(text, at);
    start > 0 && text[start..at].trim_matches([' ', '\t']).is_empty()
}

/// How the lines of `text` end near `at`.
pub(super) fn line_end(text: &str, at: usize) -> &'static str {
    let feed = text[..at].rfind('\n').or_else(|| text[at..].find('\n').map(|length| at + length));
    match feed {
        Some(feed) if text[..feed].ends_with('\r') => "\r\n",
        None if text.contains('\r') => "\r",
        _ => "\n",
    }
}

/// A comment with what must stand between it and what follows.
pub(super) fn in_front(comment: &str, newline: &str, line_indent: &str) -> String {
    let comment = comment.trim_end_matches('\r');
    if comment.starts_with("//") { format!("{comment}{newline}{line_indent}") } else { format!("{comment} ") }
}

/// Whether the line ends at `at`, blanks aside.
pub(super) fn ends_line(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches([' ', '\t']);
    rest.is_empty() || rest.starts_with(['\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::rewrite::shape::group;

    /// What belongs to each item.
    fn check(text: &str, expected: &[&str]) {
        let group = group(text, &(0..text.len())).expect("a list");
        let cores: Vec<_> = group.items.iter().map(|item| item.core()).collect();
        let row = Row { text, inside: &group.inside, cores: &cores };
        let found: Vec<&str> = (0..cores.len())
            .map(|index| &text[row.lead_start(index).expect("a gap")..row.tail_end(index).expect("a gap")])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn comments_right_above_and_at_the_end_of_the_line_belong_to_an_item() {
        check("[1, 2 /* of 2 */, /* of 3 */ 3 /* too */]", &["1,", "2 /* of 2 */,", "/* of 3 */ 3 /* too */"]);
        check("[\n // a\n // b\n 1, // c\n 2, // d\n\n // none\n]", &["// a\n // b\n 1, // c", "2, // d"]);
        check("[ // of the list\n 1,\n // none\n\n 2 // b\n]", &["1,", "2 // b"]);
        check("[\n 1 // a\n, 2 // b\n, 3\n]", &["1 // a", "2 // b", "3"]);
        check("[1, // a\r\n // b\r\n 2]", &["1, // a", "// b\r\n 2"]);
    }
}

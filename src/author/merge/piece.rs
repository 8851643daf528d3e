//! Blocks on their way into the merged text, and how they are put side by side there: with a comma between items, and nothing
//! behind a comment of a line.

use super::blocks::Block;
use super::compare::{ends_in_line_comment, with_line_ends};
use std::ops::Range;

/// A block on its way.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    text: String,
    /// Where the item stands in it; empty for comments alone.
    own: Range<usize>,
    comma: Option<usize>,
}

impl Piece {
    /// A block as it stands.
    pub fn of(text: &str, block: &Block) -> Self {
        Self::with_own(text, block, &text[block.own.clone()])
    }

    /// A block with another item in the place of its own.
    pub fn with_own(text: &str, block: &Block, own: &str) -> Self {
        let head = &text[block.span.start..block.own.start];
        let tail = &text[block.own.end..block.span.end];
        let own_range = head.len()..head.len() + own.len();
        let comma = block.comma.map(|comma| own_range.end + comma - block.own.end);
        Self { text: [head, own, tail].concat(), own: own_range, comma }
    }

    /// A block of another text, with the ends of lines of this one.
    pub fn of_other(text: &str, block: &Block, has_cr: bool) -> Self {
        let part = |range: Range<usize>| with_line_ends(&text[range], has_cr);
        let (head, own) = (part(block.span.start..block.own.start), part(block.own.clone()));
        let own_range = head.len()..head.len() + own.len();
        let before_comma = part(block.own.end..block.comma.unwrap_or(block.span.end));
        let comma = block.comma.map(|_| own_range.end + before_comma.len());
        let behind = block.comma.map_or_else(String::new, |comma| part(comma..block.span.end));
        Self { text: [head, own, before_comma, behind].concat(), own: own_range, comma }
    }

    /// The same with other blanks in front.
    pub fn with_lead(mut self, lead: &str) -> Self {
        let old = self.text.len() - self.text.trim_start().len();
        self.text.replace_range(..old, lead);
        let moved = |at: usize| at + lead.len() - old;
        self.own = moved(self.own.start)..moved(self.own.end);
        self.comma = self.comma.map(moved);
        self
    }

    /// The same with other comments above the item.
    pub fn with_above(mut self, above: &str) -> Self {
        let lead = self.text.len() - self.text.trim_start().len();
        let length = self.own.start - lead;
        self.text.replace_range(lead..self.own.start, above);
        let moved = |at: usize| at + above.len() - length;
        self.own = moved(self.own.start)..moved(self.own.end);
        self.comma = self.comma.map(moved);
        self
    }

    /// The same with other comments behind the item.
    pub fn with_behind(mut self, behind: &str) -> Self {
        self.text.truncate(self.own.end);
        if self.comma.is_some() {
            self.comma = Some(self.own.end);
            self.text.push(',');
        }
        self.text.push_str(behind);
        self
    }

    /// Puts comments above the item, each on a line of its own.
    pub fn add_above(&mut self, comments: &[&str], has_cr: bool) {
        let before = &self.text[..self.own.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let indent = if line.trim().is_empty() { line } else { "" };
        let line_end = if has_cr { "\r\n" } else { "\n" };
        let above: String = comments.iter().map(|comment| [comment, line_end, indent].concat()).collect();
        self.text.insert_str(self.own.start, &above);
        self.own = self.own.start + above.len()..self.own.end + above.len();
        self.comma = self.comma.map(|comma| comma + above.len());
    }

    /// All of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The item.
    pub fn own(&self) -> &str {
        &self.text[self.own.clone()]
    }

    /// Whether it is comments alone.
    pub fn is_note(&self) -> bool {
        self.own.is_empty()
    }

    fn with_comma(&self) -> String {
        let mut text = self.text.clone();
        if self.comma.is_none() {
            text.insert(self.own.end, ',');
        }
        text
    }

    fn without_comma(&self) -> String {
        let mut text = self.text.clone();
        if let Some(comma) = self.comma {
            text.remove(comma);
        }
        text
    }
}

/// Puts pieces side by side, and `rest` behind them. The last item has a comma as it comes, or none where `is_bare`.
pub(super) fn join(pieces: &[Piece], is_bare: bool, rest: &str) -> String {
    let last_item = pieces.iter().rposition(|piece| !piece.is_note());
    let is_spaced = pieces.iter().skip(1).any(|piece| piece.text.starts_with(char::is_whitespace));
    let mut joined = String::new();
    let mut is_comment_open = false;
    for (place, piece) in pieces.iter().enumerate() {
        let text = match () {
            () if piece.is_note() => piece.text.clone(),
            () if Some(place) != last_item => piece.with_comma(),
            () if is_bare => piece.without_comma(),
            () => piece.text.clone(),
        };
        if is_comment_open && !begins_line(&text) {
            joined.push('\n');
        } else if place > 0 && is_spaced && !text.starts_with(char::is_whitespace) {
            // What was the first of its list.
            joined.push(' ');
        }
        joined.push_str(&text);
        is_comment_open = ends_in_line_comment(&text);
    }
    if is_comment_open && !begins_line(rest) {
        joined.push('\n');
    }
    joined.push_str(rest);
    joined
}

fn begins_line(text: &str) -> bool {
    text.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

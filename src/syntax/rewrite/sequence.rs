//! Items of a group that come, go and change places, in the layout of their neighbours. Knows no value.
//!
//! Between two items that stay lies a stretch of those that go and those that come: the first of these take the places of
//! those, and what is left over is put in or taken out.

use crate::syntax::edit::Edit;
use crate::syntax::layout::Node;
use crate::syntax::lexer::comments;
use crate::syntax::rewrite::gaps::{Comments, Row, breaks, ends_line, in_front, indent, line_end, starts_line};
use crate::syntax::rewrite::removal;
use std::ops::Range;

/// An item of the group as it is to be.
#[derive(Clone, Debug)]
pub(crate) enum Slot {
    /// The item of that index stays where it is. Those that stay do so in their order.
    Stay(usize),
    /// Another item.
    Put(Chunk),
}

/// An item that comes in.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    /// The comments above it with the blanks behind them, as they stood; empty without any.
    pub lead: String,
    /// The item.
    pub core: Core,
    /// The comments behind it.
    pub tail: Vec<String>,
}

/// What comes in.
#[derive(Clone, Debug)]
pub(crate) enum Core {
    /// Text as it stood elsewhere.
    Verbatim(String),
    /// A value with its label, if it has one.
    Laid(Option<String>, Node),
}

impl Chunk {
    /// A value with its label, without comments.
    pub fn laid(label: Option<String>, node: Node) -> Self {
        Self { lead: String::new(), core: Core::Laid(label, node), tail: Vec::new() }
    }
}

/// A group whose items change.
pub(crate) struct Sequence<'a> {
    row: Row<'a>,
    comments: Comments,
    /// What is put before the brackets' indentation for each level.
    unit: String,
    newline: &'static str,
}

impl<'a> Sequence<'a> {
    /// The items at `cores`, which are all between the brackets.
    pub fn new(text: &'a str, inside: &'a Range<usize>, cores: &'a [Range<usize>], comments: Comments) -> Self {
        let row = Row { text, inside, cores };
        Self { row, comments, unit: unit(text, inside, cores), newline: line_end(text, inside.start) }
    }

    /// An item with the comments that belong to it, to be put elsewhere.
    pub fn chunk(&self, index: usize) -> Option<Chunk> {
        let core = self.row.cores[index].clone();
        let lead = self.row.text[self.row.lead_start(index)?..core.start].to_owned();
        let behind = &self.row.text[core.end..self.row.tail_end(index)?];
        let tail = tail_comments(behind).map(str::to_owned).collect();
        Some(Chunk { lead, core: Core::Verbatim(self.row.text[core].to_owned()), tail })
    }

    /// The edits that make the group have these items; `None` where what is between them makes no sense.
    pub fn edits(&self, slots: Vec<Slot>) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        let mut put = Vec::new();
        let mut next = 0;
        for slot in slots {
            match slot {
                Slot::Stay(index) => {
                    self.stretch(next..index, std::mem::take(&mut put), &mut edits)?;
                    next = index + 1;
                }
                Slot::Put(chunk) => put.push(chunk),
            }
        }
        self.stretch(next..self.row.cores.len(), put, &mut edits)?;
        Some(edits)
    }

    /// Those of `olds` go and those of `put` come.
    fn stretch(&self, olds: Range<usize>, put: Vec<Chunk>, edits: &mut Vec<Edit>) -> Option<()> {
        let shared = olds.len().min(put.len());
        let mut put = put.into_iter();
        for (index, chunk) in (olds.start..).zip(put.by_ref().take(shared)) {
            self.replace(index, &chunk, edits)?;
        }
        let rest: Vec<Chunk> = put.collect();
        match (olds.start + shared..olds.end, &rest[..]) {
            (left, []) if left.is_empty() => Some(()),
            (left, []) => removal::remove(self.row, self.comments, self.newline, left, edits),
            (_, rest) => self.insert(olds.start + shared, rest, edits),
        }
    }

    /// Another item in the place of one.
    fn replace(&self, index: usize, chunk: &Chunk, edits: &mut Vec<Edit>) -> Option<()> {
        let Row { text, cores, .. } = self.row;
        let core = &cores[index];
        let goes = self.comments == Comments::Go;
        let start = if goes { self.row.lead_start(index)? } else { core.start };
        let is_line = starts_line(text, start);
        let inner: String = if goes { String::new() } else { self.kept(comments(&text[core.clone()]), core.start) };
        let mut new_text = inner + &self.written(chunk, is_line, indent(text, core.start));
        let tail_end = self.row.tail_end(index)?;
        let is_alone = is_line && ends_line(text, tail_end);
        let tail = chunk.tail.join(" ");
        if is_alone {
            edits.push(Edit { span: start..core.end, new_text: new_text.into() });
            self.without_tail(index, edits)?;
            if !tail.is_empty() {
                edits.push(Edit { span: tail_end..tail_end, new_text: format!(" {tail}").into() });
            }
        } else {
            new_text.insert_str(0, &self.kept(chunk.tail.iter().map(String::as_str), core.start));
            edits.push(Edit { span: start..core.end, new_text: new_text.into() });
            self.without_tail(index, edits)?;
        }
        Some(())
    }

    /// The comments behind an item go with it.
    fn without_tail(&self, index: usize, edits: &mut Vec<Edit>) -> Option<()> {
        if self.comments == Comments::Stay {
            return Some(());
        }
        let (core_end, tail_end) = (self.row.cores[index].end, self.row.tail_end(index)?);
        for comment in self.row.gap(index + 1)?.comments.into_iter().filter(|comment| comment.end <= tail_end) {
            let blank = self.row.text[core_end..comment.start].trim_end_matches([' ', '\t']).len();
            let start = core_end + blank;
            edits.push(Edit { span: start..comment.end, new_text: "".into() });
        }
        Some(())
    }

    /// Items come in before the one of that index.
    fn insert(&self, index: usize, put: &[Chunk], edits: &mut Vec<Edit>) -> Option<()> {
        match index.checked_sub(1) {
            Some(before) => self.insert_behind(before, put, edits),
            None if self.row.cores.is_empty() => self.fill(put, edits),
            None => self.insert_first(put, edits),
        }
    }

    fn insert_behind(&self, before: usize, put: &[Chunk], edits: &mut Vec<Edit>) -> Option<()> {
        let Row { text, cores, .. } = self.row;
        let gap = self.row.gap(before + 1)?;
        let tail_end = self.row.tail_end(before)?;
        let is_comma_first =
            self.row.is_comma_first(before + 1) || (gap.comma.is_none() && self.row.is_comma_first(before));
        // A comma on a line of its own behind the last item.
        let lone_comma = gap.comma.as_ref().filter(|comma| comma.start >= tail_end && !is_comma_first);
        let at = lone_comma.map_or(tail_end, |comma| comma.end);
        let behind = &text[cores[before].end..tail_end];
        let has_note_behind_comma = gap.comma.as_ref().is_some_and(|comma| tail_end > comma.end);
        let has_line_note = tail_comments(behind).last().is_some_and(|comment| comment.starts_with("//"));
        let is_lines = is_comma_first || has_note_behind_comma || has_line_note || self.stands_in_lines(before + 1);
        let mut new_text = String::new();
        let line_indent = self.item_indent(before, is_comma_first);
        let separator = self.newline.repeat(if self.has_empty_lines(before) { 2 } else { 1 });
        let needs_comma = gap.comma.is_none() && !is_comma_first;
        if needs_comma {
            // Right behind what stands there, or with the item where both would touch.
            let end = cores[before].end;
            if !is_lines || at == end {
                new_text.push(',');
            } else {
                edits.push(Edit { span: end..end, new_text: ",".into() });
            }
        }
        for (number, chunk) in put.iter().enumerate() {
            let is_last = number + 1 == put.len();
            let tail: String = chunk.tail.iter().map(|comment| format!(" {comment}")).collect();
            let comma = if is_comma_first || (needs_comma && is_last) { "" } else { "," };
            if is_lines {
                let written = self.written(chunk, true, line_indent);
                let first = if is_comma_first { ", " } else { "" };
                new_text.push_str(&format!("{separator}{line_indent}{first}{written}{comma}{tail}"));
            } else {
                let notes = self.kept(chunk.tail.iter().map(String::as_str), cores[before].start);
                new_text.push_str(&format!(" {notes}{}{comma}", self.written(chunk, false, line_indent)));
            }
        }
        let ends_in_line_note =
            put.last().and_then(|chunk| chunk.tail.last()).is_some_and(|note| note.starts_with("//"));
        if is_lines && (!ends_line(text, at)) && (ends_in_line_note || before + 1 < cores.len()) {
            new_text.push_str(&format!("{}{line_indent}", self.newline));
        }
        edits.push(Edit { span: at..at, new_text: new_text.into() });
        Some(())
    }

    fn insert_first(&self, put: &[Chunk], edits: &mut Vec<Edit>) -> Option<()> {
        let text = self.row.text;
        let at = self.row.lead_start(0)?;
        let line_indent = indent(text, at);
        let is_comma_first = self.row.is_comma_first(1);
        let is_lines = starts_line(text, at);
        let separator = self.newline.repeat(if self.has_empty_lines(0) { 2 } else { 1 });
        let mut new_text = String::new();
        for chunk in put {
            let tail: String = chunk.tail.iter().map(|comment| format!(" {comment}")).collect();
            if is_comma_first {
                let written = self.written(chunk, is_lines, line_indent);
                new_text.push_str(&format!("{written}{tail}{}{line_indent}, ", self.newline));
            } else if is_lines {
                let written = self.written(chunk, true, line_indent);
                new_text.push_str(&format!("{written},{tail}{separator}{line_indent}"));
            } else {
                let notes = self.kept(chunk.tail.iter().map(String::as_str), at);
                new_text.push_str(&format!("{notes}{}, ", self.written(chunk, false, line_indent)));
            }
        }
        edits.push(Edit { span: at..at, new_text: new_text.into() });
        Some(())
    }

    /// The first items of an empty group.
    fn fill(&self, put: &[Chunk], edits: &mut Vec<Edit>) -> Option<()> {
        const SHORT_CHARS: usize = 100;
        let Row { text, inside, .. } = self.row;
        let notes = self.row.gap(0)?.comments;
        let outer = indent(text, inside.end);
        let line_indent = format!("{outer}{}", self.unit);
        let inline: Vec<String> = put.iter().map(|chunk| self.written(chunk, false, outer)).collect();
        let fits = inline.iter().map(|item| item.chars().count() + 2).sum::<usize>() <= SHORT_CHARS;
        let is_plain = put.iter().all(|chunk| chunk.lead.is_empty() && chunk.tail.is_empty() && !chunk.is_open());
        if notes.is_empty() && fits && is_plain && breaks(&text[inside.clone()]) == 0 {
            edits.push(Edit { span: inside.clone(), new_text: inline.join(", ").into() });
            return Some(());
        }
        let mut new_text = String::new();
        for chunk in put {
            let tail: String = chunk.tail.iter().map(|comment| format!(" {comment}")).collect();
            let written = self.written(chunk, true, &line_indent);
            new_text.push_str(&format!("{}{line_indent}{written},{tail}", self.newline));
        }
        let from = notes.last().map_or(inside.start, |note| note.end);
        let span = if starts_line(text, inside.end) && !notes.is_empty() {
            from..from
        } else {
            new_text.push_str(&format!("{}{outer}", self.newline));
            from..inside.end
        };
        edits.push(Edit { span, new_text: new_text.into() });
        Some(())
    }

    /// The item with the comments above it.
    fn written(&self, chunk: &Chunk, is_line: bool, line_indent: &str) -> String {
        let core = match &chunk.core {
            Core::Verbatim(text) => text.clone(),
            Core::Laid(label, node) => {
                let label = label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
                if is_line {
                    let before = line_indent.chars().count() + label.chars().count();
                    label + &node.laid(&format!("{}{line_indent}", self.newline), &self.unit, before)
                } else {
                    label + &node.on_one_line()
                }
            }
        };
        [chunk.lead.as_str(), &core].concat()
    }

    /// Comments that are kept in front of something on the line of `at`.
    fn kept<'c>(&self, comments: impl Iterator<Item = &'c str>, at: usize) -> String {
        comments.map(|comment| in_front(comment, self.newline, indent(self.row.text, at))).collect()
    }

    /// Whether an item put in before the one of that index, and behind another, gets a line of its own.
    fn stands_in_lines(&self, index: usize) -> bool {
        let Row { text, cores, .. } = self.row;
        let has_break = |gap: usize| breaks(&text[self.row.gap_range(gap)]) > 0;
        match (index < cores.len(), index) {
            (true, _) => has_break(index),
            (false, 0 | 1) => starts_line(text, cores[0].start),
            (false, _) => has_break(index - 1),
        }
    }

    /// Whether empty lines part the items near that one.
    fn has_empty_lines(&self, index: usize) -> bool {
        let gap = if index + 1 < self.row.cores.len() { index + 1 } else { index };
        if gap == 0 {
            return false;
        }
        let (Some(end), Some(start)) = (self.row.tail_end(gap - 1), self.row.lead_start(gap)) else { return false };
        self.row.text.get(end..start).is_some_and(|between| breaks(between) > 1 && between.trim().is_empty())
    }

    fn item_indent(&self, index: usize, is_comma_first: bool) -> &'a str {
        let Row { text, cores, .. } = self.row;
        let comma = |gap: usize| self.row.gap(gap).and_then(|gap| gap.comma).map(|comma| comma.start);
        match is_comma_first {
            true if self.row.is_comma_first(index + 1) => comma(index + 1).map_or("", |comma| indent(text, comma)),
            true => comma(index).map_or("", |comma| indent(text, comma)),
            false => {
                let in_line = (0..=index).rev().take(16).find(|index| starts_line(text, cores[*index].start));
                indent(text, cores[in_line.unwrap_or(index)].start)
            }
        }
    }
}

impl Chunk {
    fn is_open(&self) -> bool {
        matches!(&self.core, Core::Laid(_, Node::Open(_)))
            || matches!(&self.core, Core::Verbatim(text) if breaks(text) > 0)
    }
}

/// The comments in what stands between an item and the next, around a comma.
fn tail_comments(behind: &str) -> impl Iterator<Item = &str> {
    comments(behind).map(|comment| comment.trim_end_matches('\r'))
}

/// How much deeper the items stand than their brackets.
fn unit(text: &str, inside: &Range<usize>, cores: &[Range<usize>]) -> String {
    let outer = indent(text, inside.end);
    let first = cores.iter().find(|core| starts_line(text, core.start)).map(|core| indent(text, core.start));
    let deeper = first.and_then(|first| first.strip_prefix(outer)).filter(|deeper| !deeper.is_empty());
    let is_tabbed = outer.contains('\t') || first.is_some_and(|first| first.contains('\t'));
    deeper.map_or_else(|| if is_tabbed { "\t".into() } else { "    ".into() }, str::to_owned)
}

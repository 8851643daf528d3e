//! Writes the difference of two values into a text: where they agree no byte changes, where they differ the smallest span
//! does. Knows no bank.
//!
//! What stands in the text need not be spelled as the old value would be: names of structs may be left out, defaults written
//! out, numbers and texts spelled in any way. What answers to nothing in the value stays. Comments stay too, but for those of
//! items of a list that go: see [`gaps`].

mod align;
mod gaps;
mod literal;
mod removal;
pub(crate) mod sequence;
mod shape;
#[cfg(test)]
mod tests;

use crate::syntax::edit::Edit;
use crate::syntax::layout::{Fields, Node};
use crate::syntax::lexer::{Lexer, Token, comments};
use align::{Entry, Source, align};
pub(crate) use gaps::Comments;
use gaps::{Row, in_front, indent, line_end, line_start, starts_line};
use sequence::{Chunk, Sequence, Slot};
use shape::{Group, Item, group};
use std::ops::Range;

/// Why a difference cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RewriteError {
    /// What stands at the span is no whole value.
    NoValue,
    /// What should change is written in a way that leads to changes that meet.
    Tangled,
}

/// What to change in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rewritten {
    /// Apart from each other, in the order of the text.
    pub edits: Vec<Edit>,
    /// Items of lists that go, with the comments that go with them.
    pub gone: Vec<Range<usize>>,
}

/// The edits that make the value at `span`, which says `old`, say `new`. Only what stands at the span has to be sound.
///
/// # Errors
/// Where no whole value stands there.
pub(crate) fn rewrite(text: &str, span: Range<usize>, old: &Node, new: &Node) -> Result<Rewritten, RewriteError> {
    let value = text.get(span.clone()).ok_or(RewriteError::NoValue)?;
    if !is_one_value(value) {
        return Err(RewriteError::NoValue);
    }
    let mut writer = Writer { text, edits: Vec::new(), gone: Vec::new() };
    writer.value_or_whole(&span, span.start, Some(old), new);
    let edits = merged(text, writer.edits).ok_or(RewriteError::Tangled)?;
    Ok(Rewritten { edits, gone: writer.gone })
}

/// The same, with the value written anew as a whole and the comments that stood in it in front.
pub(crate) fn written_anew(text: &str, span: &Range<usize>, new: &Node) -> Rewritten {
    let newline = line_end(text, span.start);
    let line_indent = indent(text, span.start);
    let kept: String = comments(&text[span.clone()]).map(|comment| in_front(comment, newline, line_indent)).collect();
    let written = new.laid(&format!("{newline}{line_indent}"), "    ", 0);
    Rewritten { edits: vec![Edit { span: span.clone(), new_text: (kept + &written).into() }], gone: Vec::new() }
}

/// Edits side by side as one, since none may touch another; `None` where two overlap.
pub(crate) fn merged(text: &str, mut edits: Vec<Edit>) -> Option<Vec<Edit>> {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        match merged.last_mut().filter(|last| last.span.end >= edit.span.start) {
            Some(last) if last.span.end > edit.span.start => return None,
            Some(last) => {
                last.new_text = [&*last.new_text, &*edit.new_text].concat().into();
                last.span.end = edit.span.end;
            }
            None => merged.push(edit),
        }
    }
    merged.retain(|edit| text.get(edit.span.clone()).is_none_or(|old| *old != *edit.new_text));
    Some(merged)
}

/// Whether `text` is one value from its first byte to its last.
fn is_one_value(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut end = 0;
    for (token, range) in Lexer::new(text, 0) {
        if end == 0 && range.start != 0 {
            return false;
        }
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) if depth == 0 => return false,
            Token::Close(_) => depth -= 1,
            Token::Comma | Token::Colon if depth == 0 => return false,
            Token::Unclosed => return false,
            _ => {}
        }
        end = range.end;
    }
    depth == 0 && end == text.len() && end > 0
}

/// What stands in the text answers to nothing in the value.
struct Mismatch;

/// The items of a list, or the one thing that stands for a list of one.
fn listed(node: &Node) -> Result<Vec<&Node>, Mismatch> {
    match node {
        Node::List(nodes) => Ok(nodes.iter().collect()),
        Node::Struct(..) | Node::Tuple(..) => Ok(vec![node]),
        Node::Word(_) | Node::Map(_) | Node::Open(_) => Err(Mismatch),
    }
}

struct Writer<'a> {
    text: &'a str,
    edits: Vec<Edit>,
    gone: Vec<Range<usize>>,
}

impl Writer<'_> {
    /// Makes the value say `new`: part by part where that can be, else whole.
    fn value_or_whole(&mut self, span: &Range<usize>, item_start: usize, old: Option<&Node>, new: &Node) {
        if old.is_some_and(|old| old.says(new)) {
            return;
        }
        let (edits, gone) = (self.edits.len(), self.gone.len());
        if self.value(span, item_start, old.map(Node::inner), new.inner()).is_err() {
            self.edits.truncate(edits);
            self.gone.truncate(gone);
            self.whole(span, item_start, new);
        }
    }

    fn value(
        &mut self,
        span: &Range<usize>,
        item_start: usize,
        old: Option<&Node>,
        new: &Node,
    ) -> Result<(), Mismatch> {
        let Some(group) = group(self.text, span) else { return self.word(span, old, new) };
        match (&self.text[group.name.clone()], &group.items[..], new) {
            ("Some", [Item { label: None, value }], _) if group.open == b'(' => {
                self.value_or_whole(value, item_start, old, new);
                return Ok(());
            }
            _ => {}
        }
        match (group.open, old, new) {
            (b'[', _, _) => self.list(&group, old, new),
            (b'{', Some(Node::Map(olds)), Node::Map(news)) => self.map(&group, olds, news),
            (b'{', None, Node::Map(news)) if group.items.is_empty() => self.map(&group, &[], news),
            (b'(', Some(Node::Struct(old_name, olds)), Node::Struct(name, news)) => {
                self.fields(span, &group, (old_name, olds), (name, news))
            }
            (b'(', Some(Node::Tuple(old_name, olds)), Node::Tuple(name, news)) if old_name == name => {
                self.tuple(&group, olds, news)
            }
            (b'(', Some(old), Node::List(news)) => self.wrapped(span, old, news),
            _ => Err(Mismatch),
        }
    }

    /// A text or another word.
    fn word(&mut self, span: &Range<usize>, old: Option<&Node>, new: &Node) -> Result<(), Mismatch> {
        let Node::Word(word) = new else { return Err(Mismatch) };
        let literal = &self.text[span.clone()];
        let mut tokens = Lexer::new(literal, 0);
        if tokens.next().is_none() || tokens.next().is_some() {
            return Err(Mismatch);
        }
        let said = |word: &str| literal::said(word).filter(|_| word.starts_with(['"', 'r']));
        let (place, new_text) = match (old, said(literal), said(word)) {
            (Some(Node::Word(_)) | None, Some(old), Some(new)) => literal::change(literal, &old, &new),
            _ => (0..literal.len(), word.clone()),
        };
        self.edits.push(Edit { span: span.start + place.start..span.start + place.end, new_text: new_text.into() });
        Ok(())
    }

    /// The items of a list. Where the format takes one thing for a list of one, each may be either.
    fn list(&mut self, group: &Group, old: Option<&Node>, new: &Node) -> Result<(), Mismatch> {
        let olds = old.map_or(Ok(Vec::new()), listed)?;
        let news = listed(new)?;
        let olds: Vec<Entry> = olds.into_iter().map(Entry::Item).collect();
        let news: Vec<Entry> = news.into_iter().map(Entry::Item).collect();
        self.entries(group, &olds, &news)
    }

    fn map(&mut self, group: &Group, olds: &[(Node, Node)], news: &[(Node, Node)]) -> Result<(), Mismatch> {
        let olds: Vec<Entry> = olds.iter().map(|(key, node)| Entry::Pair(key, node)).collect();
        let news: Vec<Entry> = news.iter().map(|(key, node)| Entry::Pair(key, node)).collect();
        self.entries(group, &olds, &news)
    }

    fn entries(&mut self, group: &Group, olds: &[Entry], news: &[Entry]) -> Result<(), Mismatch> {
        if group.items.len() != olds.len() {
            return Err(Mismatch);
        }
        let sources = align(olds, news);
        let cores: Vec<Range<usize>> = group.items.iter().map(Item::core).collect();
        let sequence = Sequence::new(self.text, &group.inside, &cores, Comments::Go);
        let mut slots = Vec::with_capacity(news.len());
        let mut is_used = vec![false; olds.len()];
        for (source, entry) in sources.iter().zip(news) {
            slots.push(match (source, entry) {
                (Source::Stays(index), _) => {
                    is_used[*index] = true;
                    Slot::Stay(*index)
                }
                (Source::Moves(index), _) => {
                    is_used[*index] = true;
                    Slot::Put(sequence.chunk(*index).ok_or(Mismatch)?)
                }
                (Source::Comes, Entry::Item(node)) => Slot::Put(Chunk::laid(None, (*node).clone())),
                (Source::Comes, Entry::Pair(key, node)) => {
                    Slot::Put(Chunk::laid(Some(key.on_one_line()), (*node).clone()))
                }
            });
        }
        let row = Row { text: self.text, inside: &group.inside, cores: &cores };
        for index in (0..olds.len()).filter(|index| !is_used[*index]) {
            self.gone.push(row.lead_start(index).ok_or(Mismatch)?..row.tail_end(index).ok_or(Mismatch)?);
        }
        self.edits.extend(sequence.edits(slots).ok_or(Mismatch)?);
        for (source, new) in sources.iter().zip(news) {
            let Source::Stays(index) = source else { continue };
            let item = &group.items[*index];
            let start = item.core().start;
            match (&olds[*index], new) {
                (Entry::Item(old), Entry::Item(new)) => self.value_or_whole(&item.value, start, Some(old), new),
                (Entry::Pair(old_key, old), Entry::Pair(key, new)) => {
                    let label = item.label.as_ref().ok_or(Mismatch)?;
                    self.value_or_whole(label, start, Some(old_key), key);
                    self.value_or_whole(&item.value, start, Some(old), new);
                }
                _ => return Err(Mismatch),
            }
        }
        Ok(())
    }

    /// The parts of a tuple: those that are more or fewer come and go at its end.
    fn tuple(&mut self, group: &Group, olds: &[Node], news: &[Node]) -> Result<(), Mismatch> {
        if group.items.len() != olds.len() || group.items.iter().any(|item| item.label.is_some()) {
            return Err(Mismatch);
        }
        let cores: Vec<Range<usize>> = group.items.iter().map(Item::core).collect();
        let stay = (0..olds.len().min(news.len())).map(Slot::Stay);
        let put = news.iter().skip(olds.len()).map(|node| Slot::Put(Chunk::laid(None, node.clone())));
        let sequence = Sequence::new(self.text, &group.inside, &cores, Comments::Stay);
        self.edits.extend(sequence.edits(stay.chain(put).collect()).ok_or(Mismatch)?);
        for ((item, old), new) in group.items.iter().zip(olds).zip(news) {
            self.value_or_whole(&item.value, item.value.start, Some(old), new);
        }
        Ok(())
    }

    /// The fields of a struct: those that answer to nothing stay.
    fn fields(
        &mut self,
        span: &Range<usize>,
        group: &Group,
        (old_name, olds): (&str, &Fields),
        (name, news): (&str, &Fields),
    ) -> Result<(), Mismatch> {
        if old_name != name {
            let has_shared = news.iter().any(|(field, _)| olds.get(field).is_some());
            let has_comment = comments(&self.text[span.clone()]).next().is_some();
            if !has_shared || !has_comment || group.name.is_empty() {
                return Err(Mismatch);
            }
            self.edits.push(Edit { span: group.name.clone(), new_text: name.into() });
        }
        let labels: Option<Vec<&str>> =
            group.items.iter().map(|item| item.label.clone().map(|label| &self.text[label])).collect();
        let labels = labels.ok_or(Mismatch)?;
        let goes = |label: &str| olds.get(label).is_some() && news.get(label).is_none();
        // A field of another kind that was written out though it is at its default would not be known to this one.
        let is_foreign = |label: &str| old_name != name && news.get(label).is_none();
        let mut order: Vec<(&str, Slot)> = labels
            .iter()
            .enumerate()
            .filter(|(_, label)| !goes(label) && !is_foreign(label))
            .map(|(index, label)| (*label, Slot::Stay(index)))
            .collect();
        for (place, (field, node)) in news.iter().enumerate() {
            if labels.contains(&field) {
                continue;
            }
            let stands_at = |field: &str| order.iter().position(|(label, _)| *label == field);
            let before = news.iter().take(place).filter_map(|(field, _)| stands_at(field)).last();
            let after = news.iter().skip(place + 1).find_map(|(field, _)| stands_at(field));
            let at = before.map(|before| before + 1).or(after).unwrap_or(order.len());
            order.insert(at, (field, Slot::Put(Chunk::laid(Some(field.to_owned()), node.clone()))));
        }
        let cores: Vec<Range<usize>> = group.items.iter().map(Item::core).collect();
        let sequence = Sequence::new(self.text, &group.inside, &cores, Comments::Stay);
        let slots = order.into_iter().map(|(_, slot)| slot).collect();
        self.edits.extend(sequence.edits(slots).ok_or(Mismatch)?);
        for (item, label) in group.items.iter().zip(&labels) {
            if let Some(new) = news.get(label) {
                self.value_or_whole(&item.value, item.core().start, olds.get(label), new);
            }
        }
        Ok(())
    }

    /// One thing that becomes a list of several.
    fn wrapped(&mut self, span: &Range<usize>, old: &Node, news: &[Node]) -> Result<(), Mismatch> {
        let place = news.iter().position(|new| new.says(old)).ok_or(Mismatch)?;
        let before: String = news[..place].iter().map(|node| format!("{}, ", node.on_one_line())).collect();
        let after: String = news[place + 1..].iter().map(|node| format!(", {}", node.on_one_line())).collect();
        self.edits.push(Edit { span: span.start..span.start, new_text: format!("[{before}").into() });
        self.edits.push(Edit { span: span.end..span.end, new_text: format!("{after}]").into() });
        Ok(())
    }

    /// Another value in the place of one, with the comments that stood in it in front.
    fn whole(&mut self, span: &Range<usize>, item_start: usize, new: &Node) {
        let text = self.text;
        let newline = line_end(text, span.start);
        let line_indent = indent(text, item_start);
        let is_line = starts_line(text, item_start);
        let kept: String =
            comments(&text[span.clone()]).map(|comment| in_front(comment, newline, line_indent)).collect();
        let written = if is_line || matches!(text.get(..item_start), Some("")) {
            let before_chars = text[line_start(text, span.start)..span.start].chars().count();
            let unit = if line_indent.contains('\t') { "\t" } else { "    " };
            new.laid(&format!("{newline}{line_indent}"), unit, before_chars)
        } else {
            new.on_one_line()
        };
        if is_line && item_start < span.start && !kept.is_empty() {
            let mut above = kept;
            if !above.ends_with(line_indent) || above.ends_with("*/ ") {
                above = above.trim_end_matches(' ').to_owned() + newline + line_indent;
            }
            self.edits.push(Edit { span: item_start..item_start, new_text: above.into() });
            self.edits.push(Edit { span: span.clone(), new_text: written.into() });
        } else {
            self.edits.push(Edit { span: span.clone(), new_text: (kept + &written).into() });
        }
    }
}

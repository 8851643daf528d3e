//! What stands between two brackets, as blocks without a gap: each item with its comma and its comments, and the comments that
//! stand by themselves. Cuts nothing.

use super::compare::normal;
use std::collections::HashMap;
use std::ops::Range;

/// By what the items are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The names of fields, or the keys of a map.
    Label,
    /// The ids in structs.
    Id,
}

/// What tells a block from the others: of those with the same name, the first, the second…
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub name: Name,
    pub count: usize,
}

/// A name, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Name {
    Label(String),
    Id(Box<str>),
    /// What it says, where nothing else tells it apart.
    Text(String),
    Note(String),
}

/// An item, or comments that stand by themselves.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub key: Key,
    /// From the end of the block before: blanks, comments, item, comma, comments at the end of its line.
    pub span: Range<usize>,
    /// Where its first comment or the item begins.
    pub start: usize,
    /// Label and value; empty for comments alone.
    pub own: Range<usize>,
    /// The value.
    pub value: Range<usize>,
    /// Where its comma stands.
    pub comma: Option<usize>,
}

/// What stands between two brackets.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    /// In the order of the text, one beginning where the other ends.
    pub list: Vec<Block>,
    /// From behind the opening bracket up to the closing one.
    pub inside: Range<usize>,
}

impl Block {
    /// Whether it is comments alone.
    pub fn is_note(&self) -> bool {
        self.own.is_empty()
    }

    /// The comments and the item, without the comma.
    pub fn body(&self, text: &str) -> String {
        match self.comma {
            Some(comma) => [&text[self.start..comma], &text[comma + 1..self.span.end]].concat(),
            None => text[self.start..self.span.end].to_owned(),
        }
    }

    /// Its id, or its label as it stands there.
    pub fn name(&self) -> &str {
        match &self.key.name {
            Name::Label(name) => name,
            Name::Id(id) => id,
            Name::Text(_) | Name::Note(_) => "",
        }
    }
}

/// Blocks of questions that were found in another way, at these places, with their ids.
pub(super) fn of_places(text: &str, places: Vec<(Range<usize>, Box<str>)>) -> Vec<Block> {
    let mut counts = HashMap::new();
    let block = |(own, id): (Range<usize>, Box<str>)| {
        let name = if id.is_empty() { Name::Text(normal(&text[own.clone()], true)) } else { Name::Id(id) };
        let key = counted(&mut counts, name);
        Block { key, span: own.clone(), start: own.start, own: own.clone(), value: own, comma: None }
    };
    places.into_iter().map(block).collect()
}

/// The key of the next block of that name.
pub(super) fn counted(counts: &mut HashMap<Name, usize>, name: Name) -> Key {
    let count = counts.entry(name.clone()).or_insert(0);
    *count += 1;
    Key { name, count: *count }
}

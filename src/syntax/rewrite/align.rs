//! Tells which item of a list is which in another list: what stayed, changed, moved, came. Knows no text.

use crate::syntax::layout::Node;
use std::ops::Range;

/// An item of a list or a pair of a map.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry<'n> {
    /// An item.
    Item(&'n Node),
    /// A pair.
    Pair(&'n Node, &'n Node),
}

impl Entry<'_> {
    fn is_same(&self, other: &Entry<'_>) -> bool {
        match (self, other) {
            (Self::Item(node), Entry::Item(other)) => node.says(other),
            (Self::Pair(key, node), Entry::Pair(other_key, other)) => key.says(other_key) && node.says(other),
            _ => false,
        }
    }

    /// Whether it goes by the same name: the same key, or the same first part.
    fn is_namesake(&self, other: &Entry<'_>) -> bool {
        let name = |entry: &Entry<'_>| match entry {
            Entry::Pair(key, _) => Some((*key).clone()),
            Entry::Item(node) => match node.inner() {
                Node::Struct(_, fields) => fields.iter().next().map(|(_, node)| node.clone()),
                Node::Tuple(_, nodes) => nodes.first().cloned(),
                _ => None,
            },
        };
        name(self).is_some_and(|own| name(other).is_some_and(|others| own.says(&others)))
    }
}

/// Where an item of the new list comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// It is the old item of that index, which stays in its place; what it says may have changed.
    Stays(usize),
    /// It is the old item of that index as it was, and comes to stand elsewhere.
    Moves(usize),
    /// It is new.
    Comes,
}

/// Where each item of the new list comes from. Old items that no source names go.
pub(super) fn align(old: &[Entry], new: &[Entry]) -> Vec<Source> {
    let mut sources = vec![Source::Comes; new.len()];
    longest_common(old, new, 0..old.len(), 0..new.len(), |old, new| old.is_same(new), &mut sources);
    let mut is_used = vec![false; old.len()];
    for source in &sources {
        if let Source::Stays(index) = source {
            is_used[*index] = true;
        }
    }
    for (source, entry) in sources.iter_mut().zip(new).filter(|(source, _)| **source == Source::Comes) {
        let found = (0..old.len()).find(|index| !is_used[*index] && old[*index].is_same(entry));
        if let Some(index) = found {
            is_used[index] = true;
            *source = Source::Moves(index);
        }
    }
    let moved: Vec<usize> = sources.iter().filter_map(|source| moved(*source)).collect();
    for (olds, news) in stretches(&sources, old.len()) {
        longest_common(old, new, olds, news, |old, new| old.is_namesake(new), &mut sources);
    }
    for (olds, news) in stretches(&sources, old.len()) {
        let mut left = olds.filter(|index| !moved.contains(index));
        for place in news.filter(|place| new.len() > *place) {
            if sources[place] == Source::Comes
                && let Some(index) = left.next()
            {
                sources[place] = Source::Stays(index);
            }
        }
    }
    sources
}

fn moved(source: Source) -> Option<usize> {
    match source {
        Source::Moves(index) => Some(index),
        Source::Stays(_) | Source::Comes => None,
    }
}

/// What lies between items that stay: of the old list, and of the new one.
fn stretches(sources: &[Source], old_count: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let mut stretches = Vec::new();
    let (mut old_from, mut new_from) = (0, 0);
    for (place, source) in sources.iter().enumerate() {
        if let Source::Stays(index) = source {
            stretches.push((old_from..*index, new_from..place));
            (old_from, new_from) = (index + 1, place + 1);
        }
    }
    stretches.push((old_from..old_count, new_from..sources.len()));
    stretches.retain(|(olds, news)| !olds.is_empty() && !news.is_empty());
    stretches
}

/// Lists that would need more comparisons than this are compared at their ends alone.
const MOST_PAIRS: usize = 1 << 20;

/// Notes the longest row of items that are alike in both ranges, those that are spoken for left out.
fn longest_common(
    old: &[Entry],
    new: &[Entry],
    mut olds: Range<usize>,
    mut news: Range<usize>,
    is_alike: fn(&Entry, &Entry) -> bool,
    sources: &mut [Source],
) {
    let is_taken: Vec<usize> = sources.iter().filter_map(|source| moved(*source)).collect();
    let fits = |index: usize, place: usize, sources: &[Source]| {
        sources[place] == Source::Comes && !is_taken.contains(&index) && is_alike(&old[index], &new[place])
    };
    while !olds.is_empty() && !news.is_empty() && fits(olds.start, news.start, sources) {
        sources[news.start] = Source::Stays(olds.start);
        (olds.start, news.start) = (olds.start + 1, news.start + 1);
    }
    while !olds.is_empty() && !news.is_empty() && fits(olds.end - 1, news.end - 1, sources) {
        sources[news.end - 1] = Source::Stays(olds.end - 1);
        (olds.end, news.end) = (olds.end - 1, news.end - 1);
    }
    if olds.is_empty() || news.is_empty() || olds.len() * news.len() > MOST_PAIRS {
        return;
    }
    let width = news.len() + 1;
    let mut longest = vec![0_u32; (olds.len() + 1) * width];
    for row in (0..olds.len()).rev() {
        for column in (0..news.len()).rev() {
            longest[row * width + column] = if fits(olds.start + row, news.start + column, sources) {
                longest[(row + 1) * width + column + 1] + 1
            } else {
                longest[(row + 1) * width + column].max(longest[row * width + column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < olds.len() && column < news.len() {
        if fits(olds.start + row, news.start + column, sources) {
            sources[news.start + column] = Source::Stays(olds.start + row);
            (row, column) = (row + 1, column + 1);
        } else if longest[(row + 1) * width + column] >= longest[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Source::{Comes, Moves, Stays};
    use super::*;

    fn check(old: &[&str], new: &[&str], expected: &[Source]) {
        let nodes = |words: &[&str]| words.iter().map(|word| Node::text(word)).collect::<Vec<_>>();
        let (old, new) = (nodes(old), nodes(new));
        let old: Vec<Entry> = old.iter().map(Entry::Item).collect();
        let new: Vec<Entry> = new.iter().map(Entry::Item).collect();
        assert_eq!(align(&old, &new), expected);
    }

    #[test]
    fn what_stays_changes_moves_and_comes_is_told_apart() {
        check(&["a", "b", "c"], &["a", "x", "c"], &[Stays(0), Stays(1), Stays(2)]);
        check(&["a", "b", "c"], &["a", "c"], &[Stays(0), Stays(2)]);
        check(&["a", "b"], &["a", "x", "b"], &[Stays(0), Comes, Stays(1)]);
        check(&["a", "b", "c"], &["c", "a", "b"], &[Moves(2), Stays(0), Stays(1)]);
        check(&["a"], &[], &[]);
        check(&[], &["a"], &[Comes]);
        check(&["a", "a"], &["a"], &[Stays(0)]);
    }
}

//! Tells which fields of two values differ, by their names. Changes nothing.

use crate::author::change::ChangedField;
use crate::syntax::layout::{Fields, Node};

/// The fields in which two structs differ, and whether that can come of typing: of one text or number alone.
pub(super) fn changed(old: &Node, new: &Node) -> (Vec<ChangedField>, bool) {
    let (Node::Struct(_, olds), Node::Struct(_, news)) = (old.inner(), new.inner()) else {
        return (Vec::new(), false);
    };
    let mut is_typing = true;
    let mut changed = Vec::new();
    for name in differing(olds, news) {
        let (field, is_typed) = inside(name, olds.get(name), news.get(name));
        is_typing &= is_typed;
        changed.push(field);
    }
    let is_one = changed.len() == 1;
    (changed, is_typing && is_one)
}

/// The names of the fields that are not the same.
fn differing(olds: &Fields, news: &Fields) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = olds.iter().map(|(name, _)| name).collect();
    names.extend(news.iter().map(|(name, _)| name).filter(|name| olds.get(name).is_none()));
    let is_same = |name: &&'static str| match (olds.get(name), news.get(name)) {
        (Some(old), Some(new)) => old.says(new),
        _ => false,
    };
    names.retain(|name| !is_same(name));
    names
}

fn inside(field: &'static str, old: Option<&Node>, new: Option<&Node>) -> (ChangedField, bool) {
    let mut found = ChangedField { field, part: None, item: None };
    let (mut old, mut new) = (old.map(Node::inner), new.map(Node::inner));
    if let (Some(Node::Struct(old_name, olds)), Some(Node::Struct(name, news))) = (old, new)
        && old_name == name
        && let [part] = differing(olds, news)[..]
    {
        found.part = Some(part);
        (old, new) = (olds.get(part).map(Node::inner), news.get(part).map(Node::inner));
    }
    let is_typed = match (old, new) {
        (Some(Node::List(olds)), Some(Node::List(news))) if olds.len() == news.len() => {
            only(olds.iter().zip(news).map(|(old, new)| (old, new, true)), &mut found)
        }
        (Some(Node::Map(olds)), Some(Node::Map(news))) if olds.len() == news.len() => {
            let pairs = olds.iter().zip(news);
            only(pairs.map(|((key, old), (new_key, new))| (old, new, key.says(new_key))), &mut found)
        }
        (old, new) => are_typed(old, new),
    };
    (found, is_typed)
}

/// Notes the one item that differs, and tells whether it may have been typed.
fn only<'n>(items: impl Iterator<Item = (&'n Node, &'n Node, bool)>, found: &mut ChangedField) -> bool {
    let items = items.enumerate().filter(|(_, (old, new, is_namesake))| !is_namesake || !old.says(new));
    let differing: Vec<_> = items.collect();
    match differing[..] {
        [(index, (old, new, is_namesake))] => {
            found.item = Some(index);
            is_namesake && are_typed(Some(old.inner()), Some(new.inner()))
        }
        _ => false,
    }
}

fn are_typed(old: Option<&Node>, new: Option<&Node>) -> bool {
    let is_typed = |node: Option<&Node>| match node {
        None => true,
        Some(Node::Word(word)) => {
            word.starts_with(|sign: char| !sign.is_alphabetic()) || word.starts_with("r\"") || word.starts_with("r#")
        }
        Some(_) => false,
    };
    is_typed(old) && is_typed(new)
}

//! Finds the place of a field, an option or a name inside a short piece of RON, by its syntax tree. Never judges it.

use crate::syntax::lexer;
use ron2::ast::{Expr, StructBody, StructField, TupleElement, parse_document_lossy};

/// Deeper than any question of the format, today's kinds and those to come, and far from any stack's end.
pub(crate) const DEEPEST_NESTING: usize = 32;
/// A tree takes some twenty times the space of its text; no question needs more text than this.
const LONGEST_PIECE_BYTES: usize = 1 << 20;

/// One step from a value to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The field of that name.
    Field(&'static str),
    /// The item at that index.
    Item(usize),
    /// The value under that key of a map.
    Key(Box<str>),
}

/// Byte offset in `piece` of the value at the end of `path`, or of the last value on the way that is there. Slower than
/// `seek`, which the tests hold against it.
#[cfg(test)]
pub(crate) fn value_at(piece: &str, path: &[Step]) -> usize {
    let start = content_start(piece);
    with_tree(piece, |root| {
        let mut value = root;
        for step in path {
            match child(value, step) {
                Some(next) => value = next,
                None => break,
            }
        }
        value.span().start_offset
    })
    .unwrap_or(start)
}

/// Byte offset of the `nth` (from 0) field called `name`, however deep.
pub(crate) fn field_named(piece: &str, name: &str, nth: usize) -> Option<usize> {
    let mut found = Vec::new();
    with_tree(piece, |root| {
        walk(root, &mut |value| {
            let fields = fields(value).iter().filter(|field| field.name.name == name);
            found.extend(fields.map(|field| field.name.span.start_offset));
        });
    });
    found.sort_unstable();
    found.get(nth).copied()
}

/// Byte offset of the second field called `name` in one struct.
pub(crate) fn second_field_named(piece: &str, name: &str) -> Option<usize> {
    let mut found = None;
    with_tree(piece, |root| {
        walk(root, &mut |value| {
            let second = fields(value).iter().filter(|field| field.name.name == name).nth(1);
            found = found.or(second.map(|field| field.name.span.start_offset));
        });
    });
    found
}

/// Byte offset of the first struct or variant called `name`.
pub(crate) fn variant_named(piece: &str, name: &str) -> Option<usize> {
    let mut found = None;
    with_tree(piece, |root| {
        walk(root, &mut |value| {
            if let Expr::Struct(value) = value
                && value.name.name == name
            {
                found = found.or(Some(value.name.span.start_offset));
            }
        });
    });
    found
}

/// The id of the question or quiz in `piece`, where one can be read.
pub(crate) fn id_of(piece: &str) -> Option<Box<str>> {
    with_tree(piece, |root| match child(root, &Step::Field("id")) {
        Some(Expr::String(text)) if !text.value.trim().is_empty() => Some(text.value.as_str().into()),
        _ => None,
    })
    .flatten()
}

/// Where the first piece after white space and comments begins.
pub(crate) fn content_start(piece: &str) -> usize {
    let mut scanner = lexer::Scanner::new(piece, 0);
    scanner.skip_attributes();
    scanner.at.min(piece.len())
}

fn with_tree<T>(piece: &str, look: impl FnOnce(&Expr) -> T) -> Option<T> {
    if piece.len() > LONGEST_PIECE_BYTES || lexer::depth(piece) > DEEPEST_NESTING {
        return None;
    }
    let (document, _) = parse_document_lossy(piece);
    document.value.as_ref().map(look)
}

fn child<'a, 'b>(value: &'b Expr<'a>, step: &Step) -> Option<&'b Expr<'a>> {
    match (step, value) {
        (Step::Field(name), _) => fields(value).iter().find(|field| field.name.name == *name).map(|field| &field.value),
        (Step::Item(index), Expr::Seq(list)) => list.items.get(*index).map(|item| &item.expr),
        (Step::Item(index), _) => elements(value).get(*index).map(|element| &element.expr),
        (Step::Key(key), Expr::Map(map)) => {
            let is_key = |expr: &Expr| matches!(expr, Expr::String(text) if *text.value == **key);
            map.entries.iter().find(|entry| is_key(&entry.key)).map(|entry| &entry.value)
        }
        (Step::Key(_), _) => None,
    }
}

fn fields<'a, 'b>(value: &'b Expr<'a>) -> &'b [StructField<'a>] {
    match value {
        Expr::AnonStruct(value) => &value.fields,
        Expr::Struct(value) => match &value.body {
            Some(StructBody::Fields(body)) => &body.fields,
            _ => &[],
        },
        _ => &[],
    }
}

fn elements<'a, 'b>(value: &'b Expr<'a>) -> &'b [TupleElement<'a>] {
    match value {
        Expr::Tuple(value) => &value.elements,
        Expr::Struct(value) => match &value.body {
            Some(StructBody::Tuple(body)) => &body.elements,
            _ => &[],
        },
        _ => &[],
    }
}

/// Calls `look` for `value` and every value inside it, outer ones first. As deep as the tree, which is bounded.
fn walk<'a, 'b>(value: &'b Expr<'a>, look: &mut dyn FnMut(&'b Expr<'a>)) {
    look(value);
    fields(value).iter().for_each(|field| walk(&field.value, look));
    elements(value).iter().for_each(|element| walk(&element.expr, look));
    match value {
        Expr::Seq(list) => list.items.iter().for_each(|item| walk(&item.expr, look)),
        Expr::Map(map) => map.entries.iter().for_each(|entry| walk(&entry.value, look)),
        Expr::Option(option) => option.value.iter().for_each(|inner| walk(&inner.expr, look)),
        _ => {}
    }
}

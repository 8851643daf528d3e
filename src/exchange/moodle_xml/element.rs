//! Looks into the elements of a question, and mends what XML does not allow and Moodle files have. Knows no kind of question.

use roxmltree::{Document, Node};
use std::borrow::Cow;

/// Parses a question. What XML does not allow is mended first where it has to be.
pub(super) fn with_document<T>(source: &str, read: impl FnOnce(Node<'_, '_>) -> T) -> Result<T, String> {
    match Document::parse(source) {
        Ok(document) => Ok(read(document.root_element())),
        Err(error) => match Document::parse(&mended(source)) {
            Ok(document) => Ok(read(document.root_element())),
            Err(_) => Err(error.to_string()),
        },
    }
}

/// The first child of that name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.has_tag_name(name))
}

/// All children of that name.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

/// What stands in an element, or in its `<text>`; tags that nobody escaped are given as they are written.
pub(super) fn inner(node: Node<'_, '_>) -> String {
    let node = child(node, "text").unwrap_or(node);
    if node.children().any(|child| child.is_element() && !child.has_tag_name("file")) {
        let (first, last) = (node.first_child(), node.last_child());
        let range = first.zip(last).map(|(first, last)| first.range().start..last.range().end);
        return range.and_then(|range| node.document().input_text().get(range)).unwrap_or_default().to_owned();
    }
    node.children().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// The trimmed words of the child of that name; empty without one.
pub(super) fn value(node: Node<'_, '_>, name: &str) -> String {
    child(node, name).map(|child| inner(child).trim().to_owned()).unwrap_or_default()
}

/// The number in the child of that name.
pub(super) fn number(node: Node<'_, '_>, name: &str) -> Option<f64> {
    value(node, name).replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether the child of that name says yes.
pub(super) fn is_set(node: Node<'_, '_>, name: &str) -> bool {
    matches!(value(node, name).as_str(), "1" | "true")
}

/// The share of the points of an answer, −1 to 1; old files have it in an element.
pub(super) fn weight(answer: Node<'_, '_>) -> f64 {
    let text = answer.attribute("fraction").map_or_else(|| value(answer, "fraction"), str::to_owned);
    let percent: f64 = text.trim().replace(',', ".").parse().unwrap_or(0.0);
    if percent.is_finite() { percent / 100.0 } else { 0.0 }
}

/// What a comment of ours in an element says: `<!-- torus: … -->`.
pub(super) fn note(node: Node<'_, '_>) -> Option<String> {
    let comments = node.children().filter(Node::is_comment).filter_map(|comment| comment.text());
    comments.filter_map(|text| text.trim().strip_prefix("torus:")).map(|note| note.trim().to_owned()).next()
}

/// The source with the entities of HTML, lone signs and control signs as XML allows them. Sections are left alone.
fn mended(source: &str) -> String {
    let mut mended = String::with_capacity(source.len() + 64);
    let mut rest = source;
    while let Some(start) = rest.find("<![CDATA[") {
        let end = rest[start..].find("]]>").map_or(rest.len(), |end| start + end + 3);
        mended.push_str(&mended_markup(&rest[..start]));
        mended.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
    mended.push_str(&mended_markup(rest));
    mended
        .retain(|sign| matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..));
    mended
}

fn mended_markup(source: &str) -> Cow<'_, str> {
    if !source.contains(['&', '<']) {
        return source.into();
    }
    let mut mended = String::with_capacity(source.len());
    for (at, sign) in source.char_indices() {
        let rest = &source[at + sign.len_utf8()..];
        match sign {
            // The entities of HTML stay what they are in a text of HTML.
            '&' if !is_entity_of_xml(rest) => mended.push_str("&amp;"),
            '<' if !rest.starts_with(|next: char| next.is_alphabetic() || "/!?_".contains(next)) => {
                mended.push_str("&lt;");
            }
            _ => mended.push(sign),
        }
    }
    mended.into()
}

fn is_entity_of_xml(rest: &str) -> bool {
    let name = rest.get(..rest.len().min(10)).unwrap_or_default().split_once(';').map_or("", |(name, _)| name);
    match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).is_ok(),
            None => code.parse::<u32>().is_ok(),
        },
        None => matches!(name, "amp" | "lt" | "gt" | "quot" | "apos"),
    }
}

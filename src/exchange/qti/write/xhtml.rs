//! HTML as the XHTML that a body of QTI 2.1 may hold. Knows no question.

use crate::exchange::xml::escape;
use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

const BLOCKS: [&str; 14] =
    ["p", "div", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"];
const WITHIN: [&str; 17] = [
    "li", "thead", "tbody", "tr", "th", "td", "em", "strong", "b", "i", "code", "sub", "sup", "span", "a", "img", "br",
];

/// Blocks alone: what stands in none is a paragraph.
pub(super) fn blocks(html: &str) -> String {
    let mut written = String::new();
    let mut run = String::new();
    // A document that is dropped takes with it what its nodes hold.
    let dom = parse_document(RcDom::default(), Default::default()).one(html);
    for node in body(&dom) {
        if is_block(&node) {
            flush(&mut run, &mut written);
            write(&node, &mut written);
        } else {
            write(&node, &mut run);
        }
    }
    flush(&mut run, &mut written);
    written
}

/// The same without the paragraph around a text that is a single one.
pub(super) fn flow(html: &str) -> String {
    let blocks = blocks(html);
    let inside = blocks.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    inside.filter(|inside| !inside.contains("<p>")).map_or(blocks.clone(), str::to_owned)
}

fn flush(run: &mut String, written: &mut String) {
    if !run.trim().is_empty() {
        written.push_str(&format!("<p>{}</p>", run.trim()));
    }
    run.clear();
}

fn body(dom: &RcDom) -> Vec<Handle> {
    let mut nodes = Vec::new();
    for root in dom.document.children.borrow().iter() {
        for part in root.children.borrow().iter().filter(|part| name(part) == "body") {
            nodes.extend(part.children.borrow().iter().cloned());
        }
    }
    nodes
}

fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

fn is_block(node: &Handle) -> bool {
    BLOCKS.contains(&name(node).as_str())
}

fn write(node: &Handle, written: &mut String) {
    match &node.data {
        NodeData::Text { contents } => written.push_str(&escape(&contents.borrow())),
        NodeData::Element { .. } => {
            let name = name(node);
            if !BLOCKS.contains(&name.as_str()) && !WITHIN.contains(&name.as_str()) {
                write_children(node, written);
                return;
            }
            written.push_str(&format!("<{name}{}", attributes(node)));
            if matches!(name.as_str(), "br" | "hr" | "img") {
                written.push_str("/>");
                return;
            }
            written.push('>');
            write_children(node, written);
            written.push_str(&format!("</{name}>"));
        }
        _ => {}
    }
}

/// A quotation holds blocks alone, a list its entries.
fn write_children(node: &Handle, written: &mut String) {
    let parent = name(node);
    for child in node.children.borrow().iter() {
        let is_words = matches!(&child.data, NodeData::Text { .. });
        match parent.as_str() {
            "ul" | "ol" | "table" | "thead" | "tbody" | "tr" if is_words => {}
            "blockquote" if !is_block(child) => {
                let mut run = String::new();
                write(child, &mut run);
                flush(&mut run, written);
            }
            _ => write(child, written),
        }
    }
}

fn attributes(node: &Handle) -> String {
    let NodeData::Element { attrs, .. } = &node.data else { return String::new() };
    let attrs = attrs.borrow();
    let value = |wanted: &str| {
        attrs.iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| escape(&attribute.value))
    };
    match name(node).as_str() {
        "a" => format!(" href=\"{}\"", value("href").unwrap_or_default()),
        "img" => format!(" src=\"{}\" alt=\"{}\"", value("src").unwrap_or_default(), value("alt").unwrap_or_default()),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_what_a_body_may_hold() {
        assert_eq!(blocks("a &lt; b<br><b>c</b>"), "<p>a &lt; b<br/><b>c</b></p>");
        assert_eq!(blocks("<p>a</p>b<script>x</script>"), "<p>a</p><p>bx</p>");
        assert_eq!(flow("<p>a <img src='b.png' width='3'></p>"), "a <img src=\"b.png\" alt=\"\"/>");
        assert_eq!(flow("<p>a</p><p>b</p>"), "<p>a</p><p>b</p>");
        assert_eq!(blocks("<blockquote>a</blockquote>"), "<blockquote><p>a</p></blockquote>");
    }
}

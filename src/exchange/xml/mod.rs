//! XML as a tree that can be walked, read leniently: what is damaged or cut off gives what stood before. Knows no format.
//!
//! No DTD is read and nothing is fetched. A file that declares entities of its own is refused, since that is how a small file
//! is made to fill the memory.

mod element;
mod html;
mod items;
mod lines;
mod references;
mod tree;

pub(super) use element::{Element, Node};
pub(super) use html::escape;

use crate::exchange::Unreadable;
use items::next_item;
use lines::Lines;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader};
use references::{meant, unescaped};
use tree::Tree;

/// So often a text is looked through to its end for the ends of what never ends.
const MOST_IN_VAIN: usize = 64;

/// Reads a text. What it gives is an element without a name that holds the root.
///
/// # Errors
/// [`Unreadable::Damaged`] where entities are declared.
pub(super) fn parse(text: &str) -> Result<Element, Unreadable> {
    let mut tree = Tree::new();
    let mut lines = Lines::of(text);
    let (mut start, mut in_vain) = (0, 0);
    while let Some(fault) = read_from(text, start, &mut tree, &mut lines)? {
        in_vain += usize::from(fault.is_endless);
        // What is damaged ends with its item; the next one is read as if nothing had been.
        let Some(next) = next_item(text, fault.at + 1).filter(|_| in_vain < MOST_IN_VAIN) else { break };
        tree.end_item();
        start = next;
    }
    Ok(tree.whole())
}

/// What cannot be read.
struct Fault {
    /// Where it begins.
    at: usize,
    /// Whether something begins there that never ends, for which the whole rest of the text was looked through.
    is_endless: bool,
}

/// Reads on from a place up to the end, or to what cannot be read.
fn read_from(text: &str, start: usize, tree: &mut Tree, lines: &mut Lines) -> Result<Option<Fault>, Unreadable> {
    let mut reader = Reader::from_str(&text[start..]);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        let line = lines.at(start + reader.buffer_position() as usize);
        match reader.read_event() {
            Ok(Event::Start(start)) => tree.open(begun(&start, line)),
            Ok(Event::Empty(start)) => {
                tree.open(begun(&start, line));
                tree.close(start.local_name().as_ref());
            }
            Ok(Event::End(end)) => tree.close(end.local_name().as_ref()),
            Ok(Event::Text(words)) => tree.add(&String::from_utf8_lossy(&words)),
            Ok(Event::CData(words)) => tree.add(&String::from_utf8_lossy(&words)),
            Ok(Event::GeneralRef(name)) => tree.add(&meant(&String::from_utf8_lossy(&name))),
            Ok(Event::DocType(declared)) if String::from_utf8_lossy(&declared).contains("<!ENTITY") => {
                return Err(Unreadable::Damaged { line, reason: "it declares entities of its own".into() });
            }
            Ok(Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Ok(Event::Eof) => return Ok(None),
            Err(error) => {
                let at = start + reader.error_position() as usize;
                return Ok(Some(Fault { at, is_endless: matches!(error, Error::Syntax(_)) }));
            }
        }
    }
}

/// The element that a tag begins.
fn begun(start: &BytesStart, line: u32) -> Element {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned().into_boxed_str();
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    Element {
        name: text(start.local_name().as_ref()),
        attributes: attributes
            .flatten()
            .map(|attribute| (text(attribute.key.local_name().as_ref()), unescaped(&text(&attribute.value)).into()))
            .collect(),
        nodes: Vec::new(),
        line,
        is_cut: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_has_names_without_prefixes_and_lines() {
        let tree =
            parse("<?xml version='1.0'?>\n<a:quiz\n  title='x &amp; y'>\n<b>1 &lt;&nbsp;2<![CDATA[<i>]]></b></a:quiz>");
        let tree = tree.expect("reads");
        let quiz = tree.child("quiz").expect("a root");
        assert_eq!((quiz.attribute("title"), quiz.line, quiz.is_cut_anywhere()), ("x & y", 2, false));
        let words = quiz.child("b").expect("an element");
        assert_eq!((words.text().as_str(), words.line), ("1 <\u{A0}2<i>", 4));
    }

    #[test]
    fn what_is_cut_off_gives_what_stood_before() {
        let tree = parse("<a><b>1</b><b>2</x></b><b>3<c").expect("reads");
        let all = tree.all_named("b");
        let found: Vec<_> = all.iter().map(|element| (element.text(), element.is_cut_anywhere())).collect();
        assert_eq!(found, [("1".to_owned(), false), ("2".to_owned(), false), ("3".to_owned(), true)]);
        let tree = parse("<a><b><c>1</b><b>2</b></a>").expect("reads");
        assert_eq!(
            tree.all_named("b").iter().map(|element| element.is_cut_anywhere()).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn entities_are_never_declared_and_depth_has_an_end() {
        assert!(parse("<!DOCTYPE a [<!ENTITY b 'bomb'>]><a>&b;</a>").is_err());
        let plain = parse("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a>&b; & c</a>").expect("reads");
        assert_eq!(plain.text(), "&b; & c");
        let deep = "<a>".repeat(100_000);
        assert!(parse(&deep).is_ok());
    }

    #[test]
    fn what_never_ends_is_looked_for_so_often_and_no_more() {
        for endless in ["<item><!-- ", "<item", "<item><![CDATA[", "<item>&a", "<", "<item a='&b"] {
            assert!(parse(&endless.repeat(200_000)).is_ok(), "{endless}");
        }
    }

    #[test]
    fn elements_become_html() {
        let tree = parse("<m:p class='x'>a &lt; b<m:br/><gap id='1'/></m:p>").expect("reads");
        let mut instead = |element: &Element| (*element.name == *"gap").then(|| "[1]".to_owned());
        assert_eq!(tree.inner_html(&mut instead), "<p class=\"x\">a &lt; b<br>[1]</p>");
    }
}

//! The numbers and letters that a document counts itself, restored as words. Reads no paragraph.

use roxmltree::{Document, Node};
use std::collections::HashMap;

/// How a level of a list is counted.
#[derive(Clone, Debug)]
struct Level {
    format: Box<str>,
    text: Box<str>,
    start: u32,
}

/// The lists of a document, with how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    /// The abstract list of each list.
    lists: HashMap<Box<str>, Box<str>>,
    levels: HashMap<(Box<str>, u32), Level>,
    /// The lists that begin anew.
    restarted: HashMap<(Box<str>, u32), u32>,
    counted: HashMap<(Box<str>, u32), u32>,
}

/// The value of an attribute by its local name.
pub fn attribute<'d>(node: Node<'d, '_>, name: &str) -> Option<&'d str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The child of that local name.
pub fn child<'d, 'i>(node: Node<'d, 'i>, name: &str) -> Option<Node<'d, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The `val` of the child of that name.
pub fn value<'d>(node: Node<'d, '_>, name: &str) -> Option<&'d str> {
    child(node, name).and_then(|child| attribute(child, "val"))
}

impl Numbering {
    /// Reads `numbering.xml`; what cannot be read counts nothing.
    pub fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let Ok(document) = Document::parse(xml) else { return numbering };
        for node in document.root_element().children().filter(Node::is_element) {
            match node.tag_name().name() {
                "abstractNum" => numbering.add_levels(node),
                "num" => numbering.add_list(node),
                _ => {}
            }
        }
        numbering
    }

    fn add_levels(&mut self, node: Node<'_, '_>) {
        let Some(id) = attribute(node, "abstractNumId") else { return };
        for level in node.children().filter(|child| child.tag_name().name() == "lvl") {
            let Some(depth) = attribute(level, "ilvl").and_then(|depth| depth.parse().ok()) else { continue };
            let read = Level {
                format: value(level, "numFmt").unwrap_or("decimal").into(),
                text: value(level, "lvlText").unwrap_or_default().into(),
                start: value(level, "start").and_then(|start| start.parse().ok()).unwrap_or(1),
            };
            self.levels.insert((id.into(), depth), read);
        }
    }

    fn add_list(&mut self, node: Node<'_, '_>) {
        let (Some(id), Some(of)) = (attribute(node, "numId"), value(node, "abstractNumId")) else { return };
        self.lists.insert(id.into(), of.into());
        for level in node.children().filter(|child| child.tag_name().name() == "lvlOverride") {
            let depth = attribute(level, "ilvl").and_then(|depth| depth.parse().ok());
            let start = value(level, "startOverride").and_then(|start| start.parse().ok());
            if let (Some(depth), Some(start)) = (depth, start) {
                self.restarted.insert((id.into(), depth), start);
            }
        }
    }

    /// What stands before the next paragraph of a list at a depth.
    pub fn label(&mut self, list: &str, depth: u32) -> Option<String> {
        let of = self.lists.get(list)?.clone();
        let level = self.levels.get(&(of.clone(), depth))?.clone();
        let restart = self.restarted.remove(&(list.into(), depth));
        let count = self.counted.entry((of.clone(), depth)).or_insert(level.start.saturating_sub(1));
        *count = restart.unwrap_or_else(|| count.saturating_add(1));
        for deeper in depth + 1..9 {
            self.counted.remove(&(of.clone(), deeper));
        }
        if &*level.format == "bullet" {
            return Some("•".to_owned());
        }
        let mut label = level.text.to_string();
        for above in 0..=depth.min(8) {
            let count = self.counted.get(&(of.clone(), above)).copied().unwrap_or(1);
            let format = self.levels.get(&(of.clone(), above)).map_or("decimal", |level| &level.format);
            label = label.replace(&format!("%{}", above + 1), &counted(count, format));
        }
        Some(label)
    }
}

fn counted(count: u32, format: &str) -> String {
    let letter = |first: u8| match u8::try_from(count) {
        Ok(count @ 1..=26) => char::from(first + count - 1).to_string(),
        _ => count.to_string(),
    };
    match format {
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "none" => String::new(),
        _ => count.to_string(),
    }
}

//! Puts a tree together from beginnings and ends, of which any may be missing. Reads no text.

use super::element::{Element, Node};
use super::items::is_item;

/// Elements below this depth are passed over, with what is in them.
const DEEPEST: usize = 120;

/// The elements that are open, the outermost first.
pub(super) struct Tree {
    open: Vec<Element>,
    /// How many elements are open below the deepest that is kept.
    passed_over: usize,
}

impl Tree {
    /// A tree of an element without a name, which holds all others.
    pub fn new() -> Self {
        Self { open: vec![Element { line: 1, ..Element::default() }], passed_over: 0 }
    }

    /// Begins an element.
    pub fn open(&mut self, element: Element) {
        if self.passed_over > 0 || self.open.len() > DEEPEST {
            self.passed_over += 1;
        } else {
            self.open.push(element);
        }
    }

    /// Closes the nearest element of that name, and whatever stands open in it. An end without its beginning is nothing.
    pub fn close(&mut self, name: &[u8]) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|element| element.name.as_bytes() == name && !name.is_empty()) else {
            return;
        };
        while self.open.len() > at {
            let is_cut = self.open.len() > at + 1;
            self.close_last(is_cut);
        }
    }

    /// Closes the item that is open, and all that stands open in it.
    pub fn end_item(&mut self) {
        self.passed_over = 0;
        if let Some(at) = self.open.iter().rposition(|element| is_item(&element.name)) {
            while self.open.len() > at {
                self.close_last(true);
            }
        }
    }

    fn close_last(&mut self, is_cut: bool) {
        if let Some(mut element) = self.open.pop() {
            element.is_cut |= is_cut;
            if let Some(parent) = self.open.last_mut() {
                parent.nodes.push(Node::Element(element));
            }
        }
    }

    /// Adds words to the element that is open.
    pub fn add(&mut self, words: &str) {
        if self.passed_over > 0 {
            return;
        }
        let Some(parent) = self.open.last_mut() else { return };
        match parent.nodes.last_mut() {
            Some(Node::Text(text)) => text.push_str(words),
            Some(Node::Element(_)) | None => parent.nodes.push(Node::Text(words.to_owned())),
        }
    }

    /// The tree, with whatever is open closed.
    pub fn whole(mut self) -> Element {
        while self.open.len() > 1 {
            self.close_last(true);
        }
        self.open.pop().unwrap_or_default()
    }
}

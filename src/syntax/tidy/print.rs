//! Writes a text that was taken apart, laid out. Decides nothing about what goes with what.

use crate::syntax::tidy::tree::{Comment, Item, Items, Value};
use std::ops::Range;

/// The longest line that is made, where a single text does not take more.
const WIDTH_CHARS: usize = 120;
const INDENT: usize = 4;
/// More bytes than the longest line can have.
const MOST_BYTES: usize = WIDTH_CHARS * char::MAX.len_utf8();
/// Lists of words no longer than this share lines.
const SHORT_WORD_CHARS: usize = 24;

/// The whole text.
pub(super) fn document(text: &str, attributes: &[Range<usize>], items: &Items) -> String {
    let mut printer = Printer { text, out: String::with_capacity(text.len()) };
    for attribute in attributes {
        printer.out.push_str(&text[attribute.clone()]);
        printer.out.push('\n');
    }
    for item in &items.list {
        printer.above(&item.above, 0);
        printer.item(item, 0, 0);
        printer.behind(&item.behind);
        printer.out.push('\n');
    }
    printer.above(&items.rest, 0);
    printer.out
}

struct Printer<'a> {
    text: &'a str,
    out: String,
}

impl Printer<'_> {
    /// Comments on lines of their own. The cursor stands at the beginning of a line before and afterwards.
    fn above(&mut self, comments: &[Comment], depth: usize) {
        for (index, comment) in comments.iter().enumerate() {
            if comment.is_apart && index > 0 {
                self.out.push('\n');
            }
            self.indent(depth);
            self.out.push_str(self.text[comment.span.clone()].trim_end());
            self.out.push('\n');
        }
    }

    fn behind(&mut self, comments: &[Comment]) {
        for comment in comments {
            self.out.push(' ');
            self.out.push_str(self.text[comment.span.clone()].trim_end());
        }
    }

    fn indent(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n(' ', INDENT * depth));
    }

    /// The item without its comments; so many signs follow it on its line.
    fn item(&mut self, item: &Item, depth: usize, after_chars: usize) {
        if !item.label.is_empty() {
            self.words(&item.label);
            self.out.push_str(": ");
        }
        self.value(&item.value, depth, after_chars);
    }

    fn value(&mut self, value: &Value, depth: usize, after_chars: usize) {
        let mut flat = String::new();
        let line_start = self.out.rfind('\n').map_or(0, |at| at + 1);
        let room = WIDTH_CHARS.saturating_sub(self.out[line_start..].chars().count() + after_chars);
        if flatten(self.text, value, &mut flat) && flat.chars().count() <= room {
            return self.out.push_str(&flat);
        }
        match value {
            Value::Words(words) => self.words(words),
            Value::Group { name, open, items } => {
                self.words(name);
                self.out.push(char::from(*open));
                self.open(items, depth);
                self.out.push(closing(*open));
            }
        }
    }

    /// What is between two brackets, over several lines.
    fn open(&mut self, items: &Items, depth: usize) {
        if let [only @ Item { label, value: Value::Group { .. }, .. }] = &items.list[..]
            && label.is_empty()
            && !items.is_open
            && !has_comments(items)
        {
            return self.item(only, depth, 1);
        }
        self.out.push('\n');
        if self.are_short(items) {
            self.filled(items, depth + 1);
        } else {
            for item in &items.list {
                if item.is_apart {
                    self.out.push('\n');
                }
                self.above(&item.above, depth + 1);
                self.indent(depth + 1);
                self.item(item, depth + 1, 1);
                self.out.push(',');
                self.behind(&item.behind);
                self.out.push('\n');
            }
            if items.rest.first().is_some_and(|comment| comment.is_apart) && !items.list.is_empty() {
                self.out.push('\n');
            }
            self.above(&items.rest, depth + 1);
        }
        self.indent(depth);
    }

    /// Whether all items are short words, of which several fit on a line.
    fn are_short(&self, items: &Items) -> bool {
        const FEW: usize = 6;
        items.list.len() > FEW
            && !has_comments(items)
            && items.list.iter().all(|item| {
                let mut flat = String::new();
                let is_word = item.label.is_empty() && matches!(item.value, Value::Words(_)) && !item.is_apart;
                is_word && flatten(self.text, &item.value, &mut flat) && flat.chars().count() <= SHORT_WORD_CHARS
            })
    }

    fn filled(&mut self, items: &Items, depth: usize) {
        let mut used = WIDTH_CHARS;
        for item in &items.list {
            let mut flat = String::new();
            flatten(self.text, &item.value, &mut flat);
            let chars = flat.chars().count();
            if used + chars + 2 > WIDTH_CHARS {
                if !self.out.ends_with('\n') {
                    self.out.push('\n');
                }
                self.indent(depth);
                used = INDENT * depth;
            } else {
                self.out.push(' ');
                used += 1;
            }
            self.out.push_str(&flat);
            self.out.push(',');
            used += chars + 1;
        }
        self.out.push('\n');
    }

    fn words(&mut self, words: &[Range<usize>]) {
        spaced(self.text, words, &mut self.out);
    }
}

/// Words as they stood: side by side where nothing lay between them.
fn spaced(text: &str, words: &[Range<usize>], out: &mut String) {
    for (index, word) in words.iter().enumerate() {
        if index > 0 && words[index - 1].end < word.start {
            out.push(' ');
        }
        out.push_str(&text[word.clone()]);
    }
}

/// The value on one line; `false` where it cannot be.
fn flatten(text: &str, value: &Value, out: &mut String) -> bool {
    match value {
        Value::Words(words) => {
            let is_short = words.iter().map(|word| word.len()).sum::<usize>() <= MOST_BYTES;
            if is_short {
                spaced(text, words, out);
            }
            is_short && words.iter().all(|word| !text[word.clone()].contains('\n'))
        }
        Value::Group { name, open, items } => {
            spaced(text, name, out);
            out.push(char::from(*open));
            let is_flat = (!items.is_open || items.list.is_empty())
                && !has_comments(items)
                && items.list.iter().enumerate().all(|(index, item)| {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    if !item.label.is_empty() {
                        spaced(text, &item.label, out);
                        out.push_str(": ");
                    }
                    // What is far too long already is not looked at to its end: each bracket is asked anew.
                    !item.is_apart && out.len() <= MOST_BYTES && flatten(text, &item.value, out)
                });
            out.push(closing(*open));
            is_flat
        }
    }
}

fn has_comments(items: &Items) -> bool {
    !items.rest.is_empty() || items.list.iter().any(|item| !item.above.is_empty() || !item.behind.is_empty())
}

fn closing(open: u8) -> char {
    match open {
        b'(' => ')',
        b'[' => ']',
        _ => '}',
    }
}

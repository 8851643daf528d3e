//! The brackets of a text and what is in them, with the comments that go with each item. Changes nothing.

use crate::syntax::lexer::{Lexer, Token, comments_in};
use std::ops::Range;

/// Brackets inside one another: far more than any bank has, and few enough for the stack.
const DEEPEST: usize = 200;

/// A text taken apart.
pub(super) struct Tree {
    /// `#![…]` at the beginning.
    pub attributes: Vec<Range<usize>>,
    /// What is in the text; a document has one value.
    pub items: Items,
}

/// Items between two brackets, or in the whole text.
#[derive(Default)]
pub(super) struct Items {
    /// The items.
    pub list: Vec<Item>,
    /// Comments behind the last one.
    pub rest: Vec<Comment>,
    /// Whether a line ended right behind the opening bracket.
    pub is_open: bool,
}

/// An item with its comments.
pub(super) struct Item {
    /// Comments above it, and those inside it that have no place of their own.
    pub above: Vec<Comment>,
    /// Whether an empty line stood before it and its comments.
    pub is_apart: bool,
    /// The name or key before the colon.
    pub label: Vec<Range<usize>>,
    /// The value.
    pub value: Value,
    /// Comments at the end of its line.
    pub behind: Vec<Comment>,
}

/// A value.
pub(super) enum Value {
    /// Words, numbers, texts: usually one.
    Words(Vec<Range<usize>>),
    /// Something in brackets, with what stands before them.
    Group {
        /// `Choice`, or nothing.
        name: Vec<Range<usize>>,
        /// The opening bracket.
        open: u8,
        /// What is in it.
        items: Items,
    },
}

/// A comment.
pub(super) struct Comment {
    /// Where it stands.
    pub span: Range<usize>,
    /// Whether an empty line stood before it.
    pub is_apart: bool,
}

/// Takes a text apart.
///
/// # Errors
/// The byte offset where it cannot be told what goes with what.
pub(super) fn tree(text: &str) -> Result<Tree, usize> {
    let mut lexer = Lexer::new(text, 0);
    lexer.skip_attributes();
    let mut attributes = Vec::new();
    let mut from = 0;
    if let Some(start) = text[..lexer.at.min(text.len())].find("#!") {
        // Only comments can stand before them, and they stay above.
        let end = text[start..lexer.at].rfind(']').map_or(start, |length| start + length + 1);
        attributes.push(start..end);
        from = end;
    }
    let mut parser = Parser { text, lexer: Lexer::new(text, from), told: from };
    if let Some(attribute) = attributes.first() {
        let before = comments_in(text, 0..attribute.start).next();
        if let Some(comment) = before {
            return Err(comment.start);
        }
    }
    let items = parser.items(None, 0)?;
    Ok(Tree { attributes, items })
}

struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// Up to where comments were taken.
    told: usize,
}

impl Parser<'_> {
    /// The items up to the closing bracket, or to the end.
    fn items(&mut self, closing: Option<u8>, depth: usize) -> Result<Items, usize> {
        if depth > DEEPEST {
            return Err(self.lexer.at);
        }
        let mut items = Items::default();
        let start = self.told;
        loop {
            let next = self.lexer.peek();
            let end = next.as_ref().map_or(self.text.len(), |(_, range)| range.start);
            if items.list.is_empty() {
                items.is_open = self.text[start..end].split(['/', '\n']).next().is_some_and(|line| {
                    let rest = &self.text[start + line.len()..end];
                    line.trim().is_empty() && rest.starts_with('\n')
                });
            }
            let mut above = self.comments(end);
            match next {
                None if closing.is_none() => {
                    items.rest = above;
                    return Ok(items);
                }
                Some((Token::Close(bracket), range)) if Some(bracket) == closing => {
                    self.take(range);
                    items.rest = above;
                    return Ok(items);
                }
                Some((Token::Text | Token::Word | Token::Open(_) | Token::Other, range)) => {
                    let is_apart = match above.first() {
                        Some(comment) => comment.is_apart,
                        None => self.is_apart(range.start),
                    } && !items.list.is_empty();
                    let item = self.item(std::mem::take(&mut above), is_apart, closing, depth)?;
                    items.list.push(item);
                }
                None => return Err(self.text.len()),
                Some((_, range)) => return Err(range.start),
            }
        }
    }

    fn item(
        &mut self,
        mut above: Vec<Comment>,
        is_apart: bool,
        closing: Option<u8>,
        depth: usize,
    ) -> Result<Item, usize> {
        let mut label = Vec::new();
        let mut value = self.value(&mut above, depth)?;
        if let (Value::Words(words), Some((Token::Colon, range))) = (&mut value, self.lexer.peek()) {
            label = std::mem::take(words);
            above.extend(self.comments(range.start));
            self.take(range);
            value = self.value(&mut above, depth)?;
        }
        let mut behind = Vec::new();
        match self.lexer.peek() {
            Some((Token::Comma, range)) if closing.is_some() => {
                behind.extend(self.comments(range.start));
                self.take(range);
            }
            Some((Token::Close(bracket), _)) if Some(bracket) == closing => {}
            None if closing.is_none() => {}
            Some((_, range)) => return Err(range.start),
            None => return Err(self.text.len()),
        }
        behind.extend(self.comments_of_line());
        Ok(Item { above, is_apart, label, value, behind })
    }

    fn value(&mut self, above: &mut Vec<Comment>, depth: usize) -> Result<Value, usize> {
        let mut words: Vec<Range<usize>> = Vec::new();
        let mut has_text = false;
        while let Some((token, range)) = self.lexer.peek() {
            // Only a name such as `r#type` has several parts, and nothing between them.
            let goes_on = words.last().is_none_or(|last| last.end == range.start && !has_text && token != Token::Text);
            match token {
                Token::Text | Token::Word | Token::Other if !goes_on => return Err(range.start),
                Token::Open(_) if has_text => return Err(range.start),
                Token::Text | Token::Word | Token::Other => {
                    above.extend(self.comments(range.start));
                    words.push(range.clone());
                    has_text |= token == Token::Text;
                    self.take(range);
                }
                Token::Open(open) => {
                    above.extend(self.comments(range.start));
                    self.take(range);
                    let closing = match open {
                        b'(' => b')',
                        b'[' => b']',
                        _ => b'}',
                    };
                    let items = self.items(Some(closing), depth + 1)?;
                    return Ok(Value::Group { name: words, open, items });
                }
                Token::Close(_) | Token::Comma | Token::Colon | Token::Unclosed => break,
            }
        }
        if words.is_empty() { Err(self.lexer.at) } else { Ok(Value::Words(words)) }
    }

    fn take(&mut self, range: Range<usize>) {
        self.lexer.at = range.end;
        self.told = range.end;
    }

    /// The comments from where they were taken up to `end`.
    fn comments(&mut self, end: usize) -> Vec<Comment> {
        let mut from = self.told;
        let comments = comments_in(self.text, self.told..end).map(|span| {
            let is_apart = is_empty_line(&self.text[from..span.start]);
            from = span.end;
            Comment { span, is_apart }
        });
        let comments = comments.collect();
        self.told = from;
        comments
    }

    /// The comments that begin on the line where the last token ends.
    fn comments_of_line(&mut self) -> Vec<Comment> {
        let mut found = Vec::new();
        let end = self.lexer.peek().map_or(self.text.len(), |(_, range)| range.start);
        for span in comments_in(self.text, self.told..end) {
            if self.text[self.told..span.start].contains('\n') {
                break;
            }
            self.told = span.end;
            found.push(Comment { span, is_apart: false });
        }
        // A comment before another item on the same line is that one's.
        let is_next_items = end < self.text.len()
            && !self.text[self.told..end].contains('\n')
            && !matches!(self.lexer.peek(), Some((Token::Close(_), _)));
        if is_next_items && let Some(first) = found.first() {
            self.told = first.span.start;
            found.clear();
        }
        found
    }

    fn is_apart(&self, start: usize) -> bool {
        is_empty_line(&self.text[self.told..start])
    }
}

/// Whether an empty line lies in these blanks.
fn is_empty_line(blanks: &str) -> bool {
    blanks.bytes().filter(|byte| *byte == b'\n').count() > 1
}

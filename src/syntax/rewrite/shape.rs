//! What a value in a text is made of: its bracket and the places of what is in it. Goes one level deep and judges nothing.

use crate::syntax::lexer::{Lexer, Token, skip_value};
use std::ops::Range;

/// Something in brackets.
#[derive(Debug)]
pub(super) struct Group {
    /// The name before the bracket; empty where there is none.
    pub name: Range<usize>,
    /// The opening bracket.
    pub open: u8,
    /// What is between the brackets.
    pub inside: Range<usize>,
    /// What stands there.
    pub items: Vec<Item>,
}

/// A value in a group, with its label if it has one.
#[derive(Debug)]
pub(super) struct Item {
    /// The name or key before the colon.
    pub label: Option<Range<usize>>,
    /// The value.
    pub value: Range<usize>,
}

impl Item {
    /// From the label, or the value, to the end of the value.
    pub fn core(&self) -> Range<usize> {
        self.label.as_ref().map_or(self.value.start, |label| label.start)..self.value.end
    }
}

/// The group that stands at `span`; `None` where something else does, or it makes no sense.
pub(super) fn group(text: &str, span: &Range<usize>) -> Option<Group> {
    let mut lexer = Lexer::new(text.get(..span.end)?, span.start);
    let (mut token, mut range) = lexer.next()?;
    let mut name = range.start..range.start;
    if token == Token::Word {
        name = range;
        (token, range) = lexer.next()?;
    }
    let Token::Open(open) = token else { return None };
    let mut items = Vec::new();
    loop {
        let (token, next) = lexer.peek()?;
        if let Token::Close(_) = token {
            let inside = range.end..next.start;
            return (next.end == span.end).then_some(Group { name, open, inside, items });
        }
        items.push(item(&mut lexer)?);
        match lexer.peek()? {
            (Token::Comma, comma) => lexer.at = comma.end,
            (Token::Close(_), _) => {}
            _ => return None,
        }
    }
}

fn item(lexer: &mut Lexer) -> Option<Item> {
    let (token, first) = lexer.peek()?;
    let mut ahead = lexer.clone();
    ahead.at = first.end;
    let label = match ahead.next()? {
        (Token::Colon, colon) if matches!(token, Token::Word | Token::Text) => {
            lexer.at = colon.end;
            Some(first)
        }
        _ => None,
    };
    let start = lexer.peek()?.1.start;
    let end = skip_value(lexer)?;
    (end > start).then_some(Item { label, value: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_told_from_its_brackets_and_commas() {
        let text = "Choice( /* a */ correct : \"x, (y\", b: [1, 2], ) ";
        let group = group(text, &(0..text.len() - 1)).expect("a group");
        assert_eq!((&text[group.name.clone()], group.open), ("Choice", b'('));
        let items: Vec<_> = group
            .items
            .iter()
            .map(|item| (&text[item.label.clone().expect("a label")], &text[item.value.clone()]))
            .collect();
        assert_eq!(items, [("correct", "\"x, (y\""), ("b", "[1, 2]")]);
    }

    #[test]
    fn what_makes_no_sense_is_no_group() {
        for text in ["", "5", "\"a\"", "(a b c: d", "(a: )", "(\"x)", "(a) b", "[1 : ]"] {
            assert!(group(text, &(0..text.len())).is_none(), "{text}");
        }
    }
}

//! Cuts what stands between two brackets into blocks. Understands nothing but brackets, commas and comments.

use super::blocks::{Block, Blocks, By, Key, Name, counted};
use super::compare::normal;
use crate::syntax::lexer::{self, Lexer, Token, skip_value};
use crate::syntax::path::id_of;
use std::collections::HashMap;
use std::ops::Range;

/// The offset of the bracket that the value at `value` begins with, perhaps behind a name; `None` where it is no value in
/// brackets.
pub(super) fn bracket_of(text: &str, value: &Range<usize>) -> Option<usize> {
    let mut lexer = Lexer::new(&text[..value.end], value.start);
    let (mut token, mut range) = lexer.next()?;
    if token == Token::Word {
        (token, range) = lexer.next()?;
    }
    matches!(token, Token::Open(_)).then_some(range.start)
}

/// Cuts up what stands behind the bracket at `open`; `None` where it cannot be told what goes with what.
pub(super) fn blocks(text: &str, open: usize, by: By) -> Option<Blocks> {
    let closing = match text.as_bytes().get(open)? {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        _ => return None,
    };
    let cutter = Cutter { text, by, lexer: Lexer::new(text, open + 1), from: open + 1, counts: HashMap::new() };
    cutter.cut(open + 1, closing)
}

struct Cutter<'a> {
    text: &'a str,
    by: By,
    lexer: Lexer<'a>,
    /// Where the last block ends.
    from: usize,
    counts: HashMap<Name, usize>,
}

impl Cutter<'_> {
    fn cut(mut self, start: usize, closing: u8) -> Option<Blocks> {
        let mut list = Vec::new();
        loop {
            let (token, next) = self.lexer.peek()?;
            match token {
                Token::Close(bracket) if bracket == closing => {
                    self.notes(start, next.start, true, &mut list);
                    return Some(Blocks { list, inside: start..next.start });
                }
                Token::Text | Token::Word | Token::Open(_) => {
                    let above = self.notes(start, next.start, false, &mut list);
                    list.push(self.item(above.unwrap_or(next.start), closing)?);
                }
                _ => return None,
            }
        }
    }

    /// Makes blocks of the comments up to `end` that stand by themselves; returns where those begin that belong to what
    /// follows. Comments on the line of the opening bracket are about the whole.
    fn notes(&mut self, start: usize, end: usize, are_last: bool, list: &mut Vec<Block>) -> Option<usize> {
        let comments: Vec<Range<usize>> = comments_in(self.text, self.from..end).collect();
        let mut group: Option<Range<usize>> = None;
        let mut before = self.from;
        for comment in comments {
            let gap = &self.text[before..comment.start];
            let is_behind_bracket = group.is_some() && before_is_on_line(self.text, start, before);
            if (has_empty_line(gap) || (is_behind_bracket && gap.contains('\n')))
                && let Some(group) = group.take()
            {
                list.push(self.note(group));
            }
            let group_start = group.map_or(comment.start, |group| group.start);
            group = Some(group_start..comment.end);
            before = comment.end;
        }
        let group = group?;
        let gap = &self.text[before..end];
        let is_behind_bracket = before_is_on_line(self.text, start, group.start) && gap.contains('\n');
        if are_last || has_empty_line(gap) || is_behind_bracket {
            list.push(self.note(group));
            return None;
        }
        Some(group.start)
    }

    fn note(&mut self, group: Range<usize>) -> Block {
        let key = self.key(Name::Note(normal(&self.text[group.clone()], true)));
        let span = std::mem::replace(&mut self.from, group.end)..group.end;
        Block {
            key,
            span,
            start: group.start,
            own: group.start..group.start,
            value: group.start..group.start,
            comma: None,
        }
    }

    fn item(&mut self, start: usize, closing: u8) -> Option<Block> {
        let (_, first) = self.lexer.peek()?;
        let mut value_start = first.start;
        let mut ahead = self.lexer.clone();
        let (first_token, _) = ahead.next()?;
        let is_labelled = !matches!(first_token, Token::Open(_)) && matches!(ahead.peek(), Some((Token::Colon, _)));
        if is_labelled {
            ahead.next();
            value_start = ahead.peek()?.1.start;
            self.lexer.at = ahead.at;
        }
        let value_end = skip_value(&mut self.lexer)?;
        if !is_one_value(self.text, value_start..value_end) {
            return None;
        }
        let (mut end, mut comma) = (value_end, None);
        self.lexer.at = value_end;
        match self.lexer.peek()? {
            (Token::Comma, range) => {
                (end, comma) = (range.end, Some(range.start));
                self.lexer.at = end;
            }
            (Token::Close(bracket), _) if bracket == closing => {}
            _ => return None,
        }
        let end = self.end_of_line(end);
        let own = first.start..value_end;
        let key = self.key(self.name(&first, is_labelled, &own));
        let span = std::mem::replace(&mut self.from, end)..end;
        Some(Block { key, span, start, own, value: value_start..value_end, comma })
    }

    /// Where the comments end that stand on the same line behind `end`. One before another item on that line is that one's.
    fn end_of_line(&self, end: usize) -> usize {
        let next = Lexer::new(self.text, end).next();
        let gap_end = next.as_ref().map_or(self.text.len(), |(_, range)| range.start);
        let mut last = end;
        for comment in comments_in(self.text, end..gap_end) {
            if self.text[last..comment.start].contains('\n') {
                return last;
            }
            last = comment.end;
        }
        let is_next_items = !self.text[last..gap_end].contains('\n') && !matches!(next, Some((Token::Close(_), _)));
        if is_next_items { end } else { last }
    }

    fn name(&self, first: &Range<usize>, is_labelled: bool, own: &Range<usize>) -> Name {
        let own_text = &self.text[own.clone()];
        match self.by {
            By::Label if is_labelled => Name::Label(self.text[first.clone()].to_owned()),
            By::Id if !is_labelled => id_of(own_text).map_or_else(|| Name::Text(normal(own_text, true)), Name::Id),
            By::Label | By::Id => Name::Text(normal(own_text, true)),
        }
    }

    fn key(&mut self, name: Name) -> Key {
        counted(&mut self.counts, name)
    }
}

/// Whether there is one value: a word or a text, or something in brackets, perhaps behind a name.
fn is_one_value(text: &str, value: Range<usize>) -> bool {
    if value.is_empty() {
        return false;
    }
    let mut last: Option<(Token, usize)> = None;
    for (token, range) in Lexer::new(&text[..value.end], value.start) {
        let is_allowed = match (last, token) {
            (_, Token::Comma | Token::Colon | Token::Close(_) | Token::Unclosed) => false,
            (None, _) => true,
            (Some((before, _)), Token::Open(_)) => before != Token::Text,
            // Only a name such as `r#type` has several parts, and nothing between them.
            (Some((before, end)), _) => before != Token::Text && token != Token::Text && end == range.start,
        };
        if !is_allowed || matches!(token, Token::Open(_)) {
            return is_allowed;
        }
        last = Some((token, range.end));
    }
    true
}

/// The comments in a piece between two tokens, without the carriage returns at their ends.
fn comments_in(text: &str, gap: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    lexer::comments_in(text, gap).map(|comment| comment.start..comment.start + text[comment].trim_end().len())
}

/// Whether no line ends between the opening bracket and `at`.
fn before_is_on_line(text: &str, start: usize, at: usize) -> bool {
    !text[start..at].contains('\n')
}

/// Whether an empty line lies in these blanks.
fn has_empty_line(blanks: &str) -> bool {
    blanks.bytes().filter(|byte| *byte == b'\n').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, by: By, expected: &[&str]) {
        let cut = blocks(text, text.find(['(', '[', '{']).expect("a bracket"), by).expect("blocks");
        let found: Vec<&str> = cut.list.iter().map(|block| &text[block.span.clone()]).collect();
        assert_eq!(found, expected);
        let ends = cut.list.last().map_or(cut.inside.start, |block| block.span.end);
        assert!(text[ends..cut.inside.end].trim().is_empty(), "{text}");
    }

    #[test]
    fn comments_right_above_and_at_the_end_of_its_line_go_with_an_item() {
        check(
            "( // all\n// a1\n// a2\na: 1, // a3\n\n// alone\n\n/* b1 */ b: 2 // b2\n, c: 3 // c2\n// end\n)",
            By::Label,
            &[
                " // all",
                "\n// a1\n// a2\na: 1, // a3",
                "\n\n// alone",
                "\n\n/* b1 */ b: 2 // b2\n,",
                " c: 3 // c2",
                "\n// end",
            ],
        );
    }

    #[test]
    fn on_one_line_a_comment_is_about_what_follows() {
        check("[1, /* two */ 2, 3 /* three */]", By::Id, &["1,", " /* two */ 2,", " 3 /* three */"]);
        check("[/* one */ 1]", By::Id, &["/* one */ 1"]);
        check("[ // none\n]", By::Id, &[" // none"]);
        check("[]", By::Id, &[]);
    }

    #[test]
    fn items_are_named_by_id_label_or_what_they_say() {
        let names = |text: &str, by| {
            let cut = blocks(text, 0, by).expect("blocks");
            cut.list.iter().map(|block| (block.name().to_owned(), block.key.count)).collect::<Vec<_>>()
        };
        let named = |names: &[(&str, usize)]| {
            names.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect::<Vec<_>>()
        };
        assert_eq!(
            names("[Q(id: \"a\"), (id: \"a\"), (x: 1), (id: \"b\")]", By::Id),
            named(&[("a", 1), ("a", 2), ("", 1), ("b", 1)])
        );
        assert_eq!(names("(a: (1), b: 2, a: 3)", By::Label), named(&[("a", 1), ("b", 1), ("a", 2)]));
        assert_eq!(names("{\"k\": S(a: 1)}", By::Label), named(&[("\"k\"", 1)]));
    }

    #[test]
    fn what_cannot_be_told_apart_is_no_blocks() {
        for text in ["(a: 1", "(a: 1]", "(a: \"x)", "(a:)", "(a: 1 b: 2)", "(, )", "(: 1)", "[1 2]"] {
            assert!(blocks(text, 0, By::Label).is_none(), "{text}");
        }
    }
}

//! The fields of a document and where their values stand, told from brackets and commas alone. Reads no value.

use crate::syntax::lexer::{Lexer, Token, skip_value};
use crate::syntax::resync::{ListEnd, Vocabulary};
use std::collections::HashMap;
use std::ops::Range;

/// Where the parts of a document stand.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Name and value of each field, in the order of the file.
    pub fields: Vec<(Range<usize>, Range<usize>)>,
    /// What was left out of the head: the insides of lists, and what to write in their place.
    pub cuts: Vec<(Range<usize>, &'static str)>,
    /// Whether a list asked to stop.
    pub is_stopped: bool,
}

/// Looks for the fields of the document in `text`; `list` is handed the name and the bracket of each list of structs.
/// Stops where the text makes no more sense.
pub(crate) fn outline(vocabulary: &Vocabulary, text: &str, list: &mut dyn FnMut(&str, usize) -> ListEnd) -> Outline {
    let mut outline = Outline::default();
    let mut lexer = Lexer::new(text, 0);
    lexer.skip_attributes();
    if enter(vocabulary, text, &mut lexer).is_some() {
        while field(vocabulary, text, &mut lexer, list, &mut outline).is_some() {}
    }
    outline
}

impl Outline {
    /// Where the value of the field of that name stands.
    pub fn value(&self, text: &str, name: &str) -> Option<Range<usize>> {
        let (_, value) = self.fields.iter().find(|(field, _)| &text[field.clone()] == name)?;
        Some(value.clone())
    }

    /// Where each value stands, by the name of its field.
    pub fn values(&self, text: &str) -> HashMap<String, Range<usize>> {
        self.fields.iter().map(|(name, value)| (text[name.clone()].to_owned(), value.clone())).collect()
    }
}

/// Goes past `Bank(` or `(`.
fn enter(vocabulary: &Vocabulary, text: &str, lexer: &mut Lexer) -> Option<()> {
    let (mut token, range) = lexer.next()?;
    if token == Token::Word && &text[range] == vocabulary.document {
        token = lexer.next()?.0;
    }
    (token == Token::Open(b'(')).then_some(())
}

/// Goes past one field and the comma after it.
fn field(
    vocabulary: &Vocabulary,
    text: &str,
    lexer: &mut Lexer,
    list: &mut dyn FnMut(&str, usize) -> ListEnd,
    outline: &mut Outline,
) -> Option<()> {
    let (_, name) = lexer.next().filter(|(token, _)| *token == Token::Word)?;
    lexer.next().filter(|(token, _)| *token == Token::Colon)?;
    let (first, value) = lexer.peek()?;
    let is_open = match first {
        Token::Open(b'{') => vocabulary.closing.contains(&b'}'),
        bracket => bracket == Token::Open(b'['),
    };
    let is_list = is_open && vocabulary.lists.contains(&&text[name.clone()]);
    let end = match is_list {
        true => whole_list(list(&text[name.clone()], value.start), text, value.start, outline)?,
        false => skip_value(lexer)?,
    };
    lexer.at = end;
    // Where the value is missing, `end` is that of the colon.
    outline.fields.push((name, value.start..end.max(value.start)));
    match lexer.peek()? {
        (Token::Comma, comma) => lexer.at = comma.end,
        // A list without its bracket took the comma with it.
        (Token::Word, _) if is_list => {}
        _ => return None,
    }
    Some(())
}

/// Notes what of the list is left out of the head, and returns where the list ends.
fn whole_list(end: ListEnd, text: &str, open: usize, outline: &mut Outline) -> Option<usize> {
    let [to_the_end, alone, with_comma] = match text.as_bytes().get(open) {
        Some(b'{') => ["})", "}", "},"],
        _ => ["])", "]", "],"],
    };
    let (cut_end, instead, end) = match end {
        ListEnd::Closed(bracket) => (bracket, "", bracket + 1),
        ListEnd::Open(at) if at == text.len() => (at, to_the_end, at),
        ListEnd::Open(at) if text[at..].starts_with(')') => (at, alone, at),
        ListEnd::Open(at) => (at, with_comma, at),
        ListEnd::Stopped => {
            outline.is_stopped = true;
            return None;
        }
    };
    outline.cuts.push((open + 1..cut_end, instead));
    Some(end)
}

/// A document without the insides of its lists, and the way back from its offsets to those of the whole text.
#[derive(Debug)]
pub(crate) struct Head {
    /// The text.
    pub text: String,
    /// Offset here and offset in the whole text, where each part begins.
    joints: Vec<(usize, usize)>,
}

impl Head {
    /// `text` with `cuts` taken out.
    pub fn new(text: &str, cuts: &[(Range<usize>, &'static str)]) -> Self {
        let mut head = Self { text: String::new(), joints: vec![(0, 0)] };
        let mut from = 0;
        for (cut, instead) in cuts {
            head.text.push_str(&text[from..cut.start]);
            head.joints.push((head.text.len(), cut.end));
            head.text.push_str(instead);
            head.joints.push((head.text.len(), cut.end));
            from = cut.end;
        }
        head.text.push_str(&text[from..]);
        head
    }

    /// The offset in the whole text that `offset` stands for.
    pub fn original(&self, offset: usize) -> usize {
        let next = self.joints.partition_point(|(here, _)| *here <= offset);
        let (here, there) = self.joints[next.saturating_sub(1)];
        let limit = self.joints.get(next).map_or(usize::MAX, |(_, there)| *there);
        (there + (offset - here)).min(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_of_a_head_lead_back_to_the_whole_text() {
        let head = Head::new("ab[1234]cd[56", &[(3..7, ""), (11..13, "])")]);
        assert_eq!(head.text, "ab[]cd[])");
        let check = |offset, expected| assert_eq!(head.original(offset), expected, "{offset}");
        check(0, 0);
        check(2, 2);
        check(3, 7);
        check(4, 8);
        check(6, 10);
        check(7, 13);
        check(8, 13);
        check(9, 13);
    }
}

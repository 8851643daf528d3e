//! Finds where each element of a list begins and ends, in text that may be damaged. Never reads an element itself:
//! a [`Sink`] tells it which are sound.
//!
//! A syntax tree cannot do this: after a string that was never closed, all that follows is inside out, up to the end of
//! the file. So places where an element plainly begins ([`Anchor::Head`]) are looked up first, by their letters alone,
//! and an element that cannot be read ends at the next of them.

use crate::syntax::diagnostic::Wanted;
use crate::syntax::lexer::{Lexer, Token, skip_value};
use std::ops::Range;

/// The names by which the parts of a document can be told from their letters alone.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The name of the document, such as `Bank`.
    pub document: &'static str,
    /// Its fields.
    pub document_fields: &'static [&'static str],
    /// Those of its fields that hold many elements, each of which can be read alone.
    pub lists: &'static [&'static str],
    /// Those of its fields whose beginning shows that a list before it has ended.
    pub after_lists: &'static [&'static str],
    /// The names that elements can be written with.
    pub elements: &'static [&'static str],
    /// The fields of the elements.
    pub element_fields: &'static [&'static str],
    /// What closes a list: `]`, and `}` where elements stand under keys.
    pub closing: &'static [u8],
}

/// Who takes the elements of a list.
pub(crate) trait Sink {
    /// Takes the element at `range` if it is sound. May be asked again with another range for the same element.
    fn takes(&mut self, range: Range<usize>) -> bool;
    /// Hears that the text at `range` is no sound element.
    fn refuses(&mut self, range: Range<usize>);
    /// Hears of something wrong between elements that costs none of them.
    fn notes(&mut self, at: usize, wanted: Wanted);
    /// Whether to go on; asked before each element.
    fn goes_on(&mut self, at: usize) -> bool;
}

/// How a list ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListEnd {
    /// At its closing bracket, which stands at this offset.
    Closed(usize),
    /// Without one; what comes after the list begins at this offset.
    Open(usize),
    /// The sink had enough.
    Stopped,
}

/// A place that can be told by its letters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// An element of a list begins here.
    Head(usize),
    /// A list ends here.
    Tail(usize),
}

impl Anchor {
    fn at(self) -> usize {
        match self {
            Self::Head(at) | Self::Tail(at) => at,
        }
    }
}

/// How far around an anchor is looked: farther than any white space people write, and short enough to stay fast.
const ANCHOR_WINDOW_BYTES: usize = 4_096;
/// How many anchors may always stand inside the strings of one sound element, a question about question files say.
const ANCHORS_PASSED: usize = 8;
/// How often a text may be looked through whole for an element with more anchors inside.
const FAR_LOOKS: usize = 16;

/// Every anchor in `text`, in order. Looks into strings and comments too, for there is no telling where those end.
pub(crate) fn anchors(vocabulary: &Vocabulary, text: &str) -> Vec<Anchor> {
    // A text made of comments that never end would be looked through once for each; anchors are a help, not a duty.
    let mut budget_bytes = ANCHOR_WINDOW_BYTES + 8 * text.len();
    let mut anchors = Vec::new();
    let is_telling = |byte: u8| matches!(byte, b'(' | b':') || vocabulary.closing.contains(&byte);
    for at in text.bytes().enumerate().filter(|(_, byte)| is_telling(*byte)).map(|(at, _)| at) {
        let mut look = Look { vocabulary, text, used_bytes: 0 };
        anchors.extend(look.anchor(at));
        let Some(left) = budget_bytes.checked_sub(look.used_bytes) else { break };
        budget_bytes = left;
    }
    anchors
}

/// Looks around one bracket or colon.
struct Look<'a> {
    vocabulary: &'a Vocabulary,
    text: &'a str,
    used_bytes: usize,
}

impl<'a> Look<'a> {
    fn anchor(&mut self, at: usize) -> Option<Anchor> {
        match self.text.as_bytes()[at] {
            b'(' => self.head(at),
            b':' => self.field_after_list(at),
            _ => self.is_tail(at).then_some(Anchor::Tail(at)),
        }
    }

    /// `Question(`, or `(` with the name of an element's field after it; first on its line or after `,` `[` `)`.
    /// Where elements have keys, it begins with the key.
    fn head(&mut self, at: usize) -> Option<Anchor> {
        let before = trim_blank(&self.text[..at]);
        let name = self.vocabulary.elements.iter().find(|name| before.ends_with(*name));
        let start = name.map_or(at, |name| before.len() - name.len());
        let start = self.key_before(start).unwrap_or(start);
        let is_head = stands_free(self.text, start) && (name.is_some() || self.has_element_field(at + 1));
        is_head.then_some(Anchor::Head(start))
    }

    /// Where the key begins that stands, with its colon, before an element.
    fn key_before(&self, start: usize) -> Option<usize> {
        if !self.vocabulary.closing.contains(&b'}') {
            return None;
        }
        let key = trim_blank(trim_blank(&self.text[..start]).strip_suffix(':')?).strip_suffix('"')?;
        let line = &key[key.rfind('\n').map_or(0, |at| at + 1)..];
        line.rfind('"').map(|at| key.len() - line.len() + at)
    }

    fn has_element_field(&mut self, at: usize) -> bool {
        let fields = self.vocabulary.element_fields;
        matches!(self.tokens(at)[..], [(Token::Word, name), (Token::Colon, _), ..] if fields.contains(&name))
    }

    /// A closing bracket with a field of the document or its end after it.
    fn is_tail(&mut self, at: usize) -> bool {
        let tokens = self.tokens(at + 1);
        let after = tokens.strip_prefix(&[(Token::Comma, ",")]).unwrap_or(&tokens);
        match after {
            [(Token::Word, name), (Token::Colon, _), ..] => self.vocabulary.document_fields.contains(name),
            [(Token::Close(b')'), _)] => window(self.text, at + 1).len() == self.text.len(),
            _ => false,
        }
    }

    /// `quizzes: [` and its like, for a list whose closing bracket was forgotten.
    fn field_after_list(&mut self, colon: usize) -> Option<Anchor> {
        let before = trim_blank(&self.text[..colon]);
        let name = self.vocabulary.after_lists.iter().find(|name| before.ends_with(*name))?;
        let start = before.len() - name.len();
        let is_field =
            stands_free(self.text, start) && matches!(self.tokens(colon + 1)[..], [(Token::Open(b'[' | b'{'), _), ..]);
        is_field.then_some(Anchor::Tail(start))
    }

    /// The next three tokens.
    fn tokens(&mut self, at: usize) -> Vec<(Token, &'a str)> {
        let mut lexer = Lexer::new(window(self.text, at), at);
        let tokens = lexer.by_ref().take(3).map(|(token, range)| (token, &self.text[range])).collect();
        self.used_bytes += lexer.at - at;
        tokens
    }
}

/// Whether what begins at `start` is first on its line or comes after a comma, a bracket or a comment.
fn stands_free(text: &str, start: usize) -> bool {
    let before = tail_of(&text[..start]).trim_end_matches([' ', '\t', '\r']);
    before.is_empty() || before.ends_with(['\n', ',', '[', ')']) || before.ends_with("*/")
}

/// `text` without the white space at its end; never looks far.
fn trim_blank(text: &str) -> &str {
    let kept = tail_of(text);
    &text[..text.len() - (kept.len() - kept.trim_end().len())]
}

/// The last part of `text`, as long as a window.
fn tail_of(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(ANCHOR_WINDOW_BYTES))..]
}

fn window(text: &str, at: usize) -> &str {
    &text[..text.floor_char_boundary(at.saturating_add(ANCHOR_WINDOW_BYTES))]
}

/// Hands the elements of the list whose bracket stands at `open` to `sink`, one after the other. Where they have keys,
/// each begins with its key.
pub(crate) fn split(
    vocabulary: &Vocabulary,
    text: &str,
    open: usize,
    anchors: &[Anchor],
    sink: &mut dyn Sink,
) -> ListEnd {
    let close = if text.as_bytes().get(open) == Some(&b'{') { b'}' } else { b']' };
    let far_bytes_left = FAR_LOOKS * text.len();
    Splitter { vocabulary, text, anchors, close, at: open + 1, was_refused: false, far_bytes_left, sink }.run()
}

struct Splitter<'a> {
    vocabulary: &'a Vocabulary,
    text: &'a str,
    /// Those not yet passed.
    anchors: &'a [Anchor],
    /// What closes the list.
    close: u8,
    at: usize,
    /// Whether the last element was refused: what is left of it is not told again.
    was_refused: bool,
    /// How much may still be looked through for elements that seem to have no end.
    far_bytes_left: usize,
    sink: &'a mut dyn Sink,
}

impl Splitter<'_> {
    fn run(mut self) -> ListEnd {
        loop {
            if !self.sink.goes_on(self.at) {
                return ListEnd::Stopped;
            }
            let mut lexer = Lexer::new(self.text, self.at);
            let Some((token, range)) = lexer.next() else {
                return self.end_without_bracket(self.text.len());
            };
            self.pass_anchors(range.start);
            match token {
                Token::Close(bracket) if bracket == self.close && !self.is_left_over(range.start) => {
                    return ListEnd::Closed(range.start);
                }
                Token::Word if self.is_document_field(&range, lexer.peek()) => {
                    return self.end_without_bracket(range.start);
                }
                Token::Close(b')') if self.anchors.is_empty() => return self.end_without_bracket(range.start),
                Token::Comma => {
                    self.note(range.start, Wanted::NoFurtherComma);
                    self.at = range.end;
                }
                Token::Close(_) => {
                    self.note(range.start, Wanted::NoFurtherClosing);
                    self.was_refused = true;
                    self.skip_left_over(range.start);
                }
                Token::Colon => self.skip_left_over(range.start),
                Token::Word if matches!(lexer.peek(), Some((Token::Colon, _))) => self.skip_left_over(range.start),
                _ => {
                    self.element(range.start);
                    self.separator();
                }
            }
        }
    }

    /// Marks at `at` or after it are still to come.
    fn pass_anchors(&mut self, at: usize) {
        let passed = self.anchors.partition_point(|anchor| anchor.at() < at);
        self.anchors = &self.anchors[passed..];
    }

    /// After a damaged element, a bracket that does not look like the list's end is the rest of that element.
    fn is_left_over(&self, bracket: usize) -> bool {
        self.was_refused && self.anchors.first().is_some_and(|anchor| *anchor != Anchor::Tail(bracket))
    }

    fn is_document_field(&self, word: &Range<usize>, next: Option<(Token, Range<usize>)>) -> bool {
        let name = &self.text[word.clone()];
        let Vocabulary { document_fields, element_fields, .. } = self.vocabulary;
        let is_of_document_only = document_fields.contains(&name) && !element_fields.contains(&name);
        is_of_document_only && matches!(next, Some((Token::Colon, _)))
    }

    fn end_without_bracket(&mut self, at: usize) -> ListEnd {
        self.note(at, Wanted::ClosingOfList(char::from(self.close)));
        ListEnd::Open(at)
    }

    fn note(&mut self, at: usize, wanted: Wanted) {
        if !self.was_refused {
            self.sink.notes(at, wanted);
        }
    }

    fn skip_left_over(&mut self, start: usize) {
        let end = self.anchors.iter().map(|anchor| anchor.at()).find(|at| *at > start).unwrap_or(self.text.len());
        if !self.was_refused {
            self.sink.refuses(start..end);
            self.was_refused = true;
        }
        self.at = end;
    }

    fn element(&mut self, start: usize) {
        let passed = self.anchors.partition_point(|anchor| anchor.at() <= start);
        self.anchors = &self.anchors[passed..];
        let first_anchor = self.anchors.first().map_or(self.text.len(), |anchor| anchor.at());
        let close = self.closing(start);
        self.was_refused = !close.is_some_and(|end| self.sink.takes(start..end));
        self.at = match close {
            Some(end) if !self.was_refused || end <= first_anchor => end,
            _ => first_anchor,
        };
        if self.was_refused {
            self.sink.refuses(start..self.at);
        }
    }

    /// Where the element that begins at `start` seems to end: before the next anchor, one of those after it, or far away.
    fn closing(&mut self, start: usize) -> Option<usize> {
        let near = self.anchors.iter().take(1 + ANCHORS_PASSED).map(|anchor| anchor.at());
        let close = near.map(|limit| closing(self.text, start, limit)).find(Option::is_some).flatten();
        close.or_else(|| self.may_look_far(start).then(|| closing(self.text, start, self.text.len())).flatten())
    }

    /// Whether the element may be looked for up to the end of the text. Done for each of many that never end, that would
    /// take time by the square of their number.
    fn may_look_far(&mut self, start: usize) -> bool {
        if self.anchors.is_empty() {
            return true;
        }
        let left = self.far_bytes_left.checked_sub(self.text.len() - start);
        self.far_bytes_left = left.unwrap_or_default();
        left.is_some()
    }

    fn separator(&mut self) {
        let Some((token, range)) = Lexer::new(self.text, self.at).next() else {
            return;
        };
        match token {
            Token::Comma => self.at = range.end,
            Token::Close(_) => {}
            _ => self.note(range.start, Wanted::CommaBetweenElements),
        }
    }
}

/// Where the value that begins at `start` ends, if it does so before `limit`.
fn closing(text: &str, start: usize, limit: usize) -> Option<usize> {
    let mut lexer = Lexer::new(&text[..limit], start);
    skip_value(&mut lexer).filter(|end| *end > start)
}

//! Finds where each question of a list begins and ends, in text that may be damaged. Never reads a question itself:
//! a [`Sink`] tells it which pieces are sound.
//!
//! A syntax tree cannot do this: after a string that was never closed, all that follows is inside out, up to the end of
//! the file. So places where a question plainly begins ([`Mark::Head`]) are looked up first, by their letters alone,
//! and a piece that cannot be read ends at the next of them.

use super::scan::{Piece, Scanner, skip_value};
use super::visit::BANK_FIELDS;
use memchr::memchr3_iter;
use std::ops::Range;

/// The fields of a question, as the file names them.
pub(super) const QUESTION_FIELDS: &[&str] = &[
    "id",
    "topic",
    "prompt",
    "answer",
    "feedback",
    "explanation",
    "hints",
    "cite",
    "points",
    "difficulty",
    "facts",
    "enemies",
    "hint_cost",
    "alt",
];

/// Who takes the pieces of a list.
pub(super) trait Sink {
    /// Takes the element at `range` if it is sound. May be asked again with another range for the same element.
    fn takes(&mut self, range: Range<usize>) -> bool;
    /// Hears that the text at `range` is no sound element.
    fn refuses(&mut self, range: Range<usize>);
    /// Hears of something wrong between elements that costs none of them.
    fn notes(&mut self, at: usize, message: &'static str);
    /// Whether to go on; asked before each element.
    fn goes_on(&mut self, at: usize) -> bool;
}

/// How a list ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListEnd {
    /// At its `]`, which stands at this offset.
    Closed(usize),
    /// Without a `]`; what comes after the list begins at this offset.
    Open(usize),
    /// The sink had enough.
    Stopped,
}

/// A place that can be told by its letters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// An element of a list begins here.
    Head(usize),
    /// The list of questions ends here.
    Tail(usize),
}

impl Mark {
    fn at(self) -> usize {
        match self {
            Self::Head(at) | Self::Tail(at) => at,
        }
    }
}

/// How far around a mark is looked: farther than any white space people write, and short enough to stay fast.
const MARK_WINDOW_BYTES: usize = 4_096;
/// How many marks may stand inside the strings of one sound question, a question about question files say.
const MARKS_PASSED: usize = 8;

/// Every mark in `text`, in order. Looks into strings and comments too, for there is no telling where those end.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    memchr3_iter(b'(', b']', b':', text.as_bytes()).filter_map(|at| mark(text, at)).collect()
}

fn mark(text: &str, at: usize) -> Option<Mark> {
    match text.as_bytes()[at] {
        b'(' => head(text, at),
        b']' => is_tail(text, at).then_some(Mark::Tail(at)),
        _ => field_after_list(text, at),
    }
}

/// `Question(`, `Quiz(`, or `(` with the name of a question's field after it; first on its line or after `,` `[` `)`.
fn head(text: &str, at: usize) -> Option<Mark> {
    let before = text[..at].trim_end();
    let name = ["Question", "Quiz"].into_iter().find(|name| before.ends_with(name));
    let start = name.map_or(at, |name| before.len() - name.len());
    (stands_free(text, start) && (name.is_some() || has_question_field(text, at + 1))).then_some(Mark::Head(start))
}

fn has_question_field(text: &str, at: usize) -> bool {
    let mut scanner = Scanner::new(window(text, at), at);
    let is_known = |range: Range<usize>| QUESTION_FIELDS.contains(&&text[range]);
    let has_name = scanner.next().is_some_and(|(piece, range)| piece == Piece::Word && is_known(range));
    has_name && matches!(scanner.next(), Some((Piece::Colon, _)))
}

/// `]` with a field of the bank or the end of the bank after it.
fn is_tail(text: &str, at: usize) -> bool {
    let window = window(text, at);
    let mut scanner = Scanner::new(window, at + 1);
    let mut next = scanner.next();
    if matches!(next, Some((Piece::Comma, _))) {
        next = scanner.next();
    }
    match next {
        Some((Piece::Close(b')'), _)) => scanner.next().is_none() && window.len() == text.len(),
        Some((Piece::Word, range)) => {
            BANK_FIELDS.contains(&&text[range]) && matches!(scanner.next(), Some((Piece::Colon, _)))
        }
        _ => false,
    }
}

/// `quizzes: [` and its like, for a list whose `]` was forgotten.
fn field_after_list(text: &str, colon: usize) -> Option<Mark> {
    let before = text[..colon].trim_end();
    let name = ["quizzes", "sources", "authors"].into_iter().find(|name| before.ends_with(name))?;
    let start = before.len() - name.len();
    let next = Scanner::new(window(text, colon), colon + 1).next();
    (stands_free(text, start) && matches!(next, Some((Piece::Open(b'[' | b'{'), _)))).then_some(Mark::Tail(start))
}

/// Whether what begins at `start` is first on its line or comes after a comma, a bracket or a comment.
fn stands_free(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '\t', '\r']);
    before.is_empty() || before.ends_with(['\n', ',', '[', ')']) || before.ends_with("*/")
}

fn window(text: &str, at: usize) -> &str {
    &text[..text.floor_char_boundary(at.saturating_add(MARK_WINDOW_BYTES))]
}

/// Hands the elements of the list whose `[` stands at `open` to `sink`, one after the other.
pub(super) fn split(text: &str, open: usize, marks: &[Mark], sink: &mut dyn Sink) -> ListEnd {
    Splitter { text, marks, at: open + 1, was_refused: false, sink }.run()
}

struct Splitter<'a> {
    text: &'a str,
    /// Those not yet passed.
    marks: &'a [Mark],
    at: usize,
    /// Whether the last element was refused: what is left of it is not told again.
    was_refused: bool,
    sink: &'a mut dyn Sink,
}

impl Splitter<'_> {
    fn run(mut self) -> ListEnd {
        loop {
            if !self.sink.goes_on(self.at) {
                return ListEnd::Stopped;
            }
            let mut scanner = Scanner::new(self.text, self.at);
            let Some((piece, range)) = scanner.next() else {
                return self.end_without_bracket(self.text.len());
            };
            self.pass_marks(range.start);
            match piece {
                Piece::Close(b']') if !self.is_left_over(range.start) => return ListEnd::Closed(range.start),
                Piece::Word if self.is_bank_field(&range, scanner.peek()) => {
                    return self.end_without_bracket(range.start);
                }
                Piece::Close(b')') if self.marks.is_empty() => return self.end_without_bracket(range.start),
                Piece::Comma => {
                    self.note(range.start, "there is a comma too many");
                    self.at = range.end;
                }
                Piece::Close(_) => {
                    self.note(range.start, "there is a closing bracket too many");
                    self.was_refused = true;
                    self.skip_left_over(range.start);
                }
                Piece::Colon => self.skip_left_over(range.start),
                Piece::Word if matches!(scanner.peek(), Some((Piece::Colon, _))) => self.skip_left_over(range.start),
                _ => {
                    self.element(range.start);
                    self.separator();
                }
            }
        }
    }

    /// Marks at `at` or after it are still to come.
    fn pass_marks(&mut self, at: usize) {
        let passed = self.marks.partition_point(|mark| mark.at() < at);
        self.marks = &self.marks[passed..];
    }

    /// After a damaged element, a `]` that does not look like the list's end is the rest of that element.
    fn is_left_over(&self, bracket: usize) -> bool {
        self.was_refused && self.marks.first().is_some_and(|mark| *mark != Mark::Tail(bracket))
    }

    fn is_bank_field(&self, word: &Range<usize>, next: Option<(Piece, Range<usize>)>) -> bool {
        let name = &self.text[word.clone()];
        let is_bank_only = BANK_FIELDS.contains(&name) && !QUESTION_FIELDS.contains(&name);
        is_bank_only && matches!(next, Some((Piece::Colon, _)))
    }

    fn end_without_bracket(&mut self, at: usize) -> ListEnd {
        self.note(at, "expected a closing bracket `]` after the last one of the list");
        ListEnd::Open(at)
    }

    fn note(&mut self, at: usize, message: &'static str) {
        if !self.was_refused {
            self.sink.notes(at, message);
        }
    }

    fn skip_left_over(&mut self, start: usize) {
        let end = self.marks.iter().map(|mark| mark.at()).find(|at| *at > start).unwrap_or(self.text.len());
        if !self.was_refused {
            self.sink.refuses(start..end);
            self.was_refused = true;
        }
        self.at = end;
    }

    fn element(&mut self, start: usize) {
        let passed = self.marks.partition_point(|mark| mark.at() <= start);
        self.marks = &self.marks[passed..];
        let next_mark = self.marks.first().map(|mark| mark.at());
        let limits = self.marks.iter().skip(1).take(MARKS_PASSED).map(|mark| mark.at());
        let limits: Vec<usize> = next_mark.into_iter().chain(limits).chain([self.text.len()]).collect();
        let first_limit = limits[0];
        let close = limits.into_iter().find_map(|limit| Some((closing(self.text, start, limit)?, limit)));
        let end = match close {
            Some((end, _)) if self.sink.takes(start..end) => {
                self.was_refused = false;
                self.at = end;
                return;
            }
            Some((end, limit)) if limit == first_limit => end,
            _ => first_limit,
        };
        self.sink.refuses(start..end);
        self.was_refused = true;
        self.at = end;
    }

    fn separator(&mut self) {
        let Some((piece, range)) = Scanner::new(self.text, self.at).next() else {
            return;
        };
        match piece {
            Piece::Comma => self.at = range.end,
            Piece::Close(_) => {}
            _ => self.note(range.start, "expected a comma between this one and the one before"),
        }
    }
}

/// Where the value that begins at `start` ends, if it does so before `limit`.
fn closing(text: &str, start: usize, limit: usize) -> Option<usize> {
    let mut scanner = Scanner::new(&text[..limit], start);
    skip_value(&mut scanner).filter(|end| *end > start)
}

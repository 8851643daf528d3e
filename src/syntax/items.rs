//! Takes the elements of a list out of a document that may be damaged, each alone: a bad one costs only itself, and all
//! its mistakes are told. Knows no kind of document.

use crate::syntax::diagnostic::{TextProblem, Wanted};
use crate::syntax::path;
use crate::syntax::repair;
use crate::syntax::resync::Sink;
use crate::syntax::ron_error::explain;
use ron::Options;
use ron::error::SpannedError;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// Something that stands in a list and can be read alone.
pub(crate) trait Element: Sized {
    /// Reads one.
    ///
    /// # Errors
    /// Why `text` is none.
    fn read(text: &str, options: &Options) -> Result<Self, Refusal>;

    /// What is wrong with `text`, which was refused, and the byte offset in it.
    fn explain(text: &str, refusal: &Refusal) -> (usize, TextProblem) {
        refusal.explain(text)
    }

    /// Its id, where one can be read though the rest cannot.
    fn id_of(text: &str) -> Option<Box<str>>;
}

/// Why a text is no element.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It should begin with a key and does not.
    NoKey,
    /// What begins at this byte offset cannot be read.
    Unread(usize, Box<SpannedError>),
}

impl Refusal {
    /// What is wrong with `text`, and the byte offset in it.
    pub fn explain(&self, text: &str) -> (usize, TextProblem) {
        match self {
            Self::NoKey => (path::content_start(text), TextProblem::Syntax { wanted: Wanted::Key, slip: None }),
            Self::Unread(start, error) => {
                let (at, problem) = explain(&text[*start..], error);
                (start + at, problem)
            }
        }
    }
}

/// Reads what begins at byte `start` of `text`.
///
/// # Errors
/// Why it cannot be read.
pub(crate) fn read_at<T: DeserializeOwned>(text: &str, start: usize, options: &Options) -> Result<T, Refusal> {
    options.from_str(&text[start..]).map_err(|error| Refusal::Unread(start, Box::new(error)))
}

/// Something wrong with a list.
#[derive(Debug)]
pub(crate) struct Mistake {
    /// Where, in bytes of the document.
    pub span: Range<usize>,
    /// The id of the element, where it is about one whose id could be read.
    pub id: Option<Box<str>>,
    /// What is wrong.
    pub problem: TextProblem,
}

/// The elements of a list that could be read, and what is wrong with the others.
pub(crate) struct Items<'a, T> {
    text: &'a str,
    options: &'a Options,
    /// Hears the byte offset before each element, and says whether to go on.
    goes_on: &'a dyn Fn(usize) -> bool,
    /// Those that could be read.
    pub read: Vec<T>,
    /// Where each of these stands.
    pub spans: Vec<Range<usize>>,
    /// Where each of the others stands.
    pub refused: Vec<Range<usize>>,
    /// What is wrong with those, and between them.
    pub mistakes: Vec<Mistake>,
}

impl<'a, T> Items<'a, T> {
    /// None yet, of a list in `text`.
    pub fn new(text: &'a str, options: &'a Options, goes_on: &'a dyn Fn(usize) -> bool) -> Self {
        let (read, spans, refused, mistakes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { text, options, goes_on, read, spans, refused, mistakes }
    }

    fn tell(&mut self, at: usize, id: Option<Box<str>>, problem: TextProblem) {
        self.mistakes.push(Mistake { span: path::span_at(self.text, at), id, problem });
    }
}

impl<T: Element> Sink for Items<'_, T> {
    fn takes(&mut self, range: Range<usize>) -> bool {
        let Ok(item) = T::read(&self.text[range.clone()], self.options) else {
            return false;
        };
        self.read.push(item);
        self.spans.push(range);
        true
    }

    fn refuses(&mut self, range: Range<usize>) {
        let piece = self.text[range.clone()].trim_end().trim_end_matches(',');
        let id = T::id_of(piece);
        let first_mistake = |piece: &str| T::read(piece, self.options).err().map(|refusal| T::explain(piece, &refusal));
        let mut mistakes = repair::mistakes(piece, first_mistake);
        if mistakes.is_empty() {
            // It is sound by itself, so what is wrong is how it goes on.
            mistakes.push((0, TextProblem::Syntax { wanted: Wanted::Comma, slip: None }));
        }
        for (at, problem) in mistakes {
            self.tell(range.start + at, id.clone(), problem);
        }
        self.refused.push(range);
    }

    fn notes(&mut self, at: usize, wanted: Wanted) {
        self.tell(at, None, TextProblem::Syntax { wanted, slip: None });
    }

    fn goes_on(&mut self, at: usize) -> bool {
        (self.goes_on)(at)
    }
}

/// Where the elements of a list stand that is known to be sound.
#[derive(Debug, Default)]
pub(crate) struct Spans(pub Vec<Range<usize>>);

impl Sink for Spans {
    fn takes(&mut self, range: Range<usize>) -> bool {
        self.0.push(range);
        true
    }

    fn refuses(&mut self, _range: Range<usize>) {}

    fn notes(&mut self, _at: usize, _wanted: Wanted) {}

    fn goes_on(&mut self, _at: usize) -> bool {
        true
    }
}

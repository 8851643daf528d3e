//! Takes what can be read from pins with mistakes, so that all of these are told in one run, and what is wrong with the
//! other pins too. Judges no pin.

use crate::bank::read::recover::options_of;
use crate::bank::{Problem, Question};
use crate::facts::pins::pin::Reword;
use crate::facts::read::places::value_start;
use crate::facts::read::recover::Keyed;
use crate::syntax::items::{Element, Items, Mistake};
use crate::syntax::lexer::{Lexer, Token};
use crate::syntax::outline::outline;
use crate::syntax::resync::{Anchor, ListEnd, Vocabulary, anchors, split};
use ron::Options;
use std::ops::Range;

/// The parts of a file of pins.
const PINS: Vocabulary = Vocabulary {
    document: "Pins",
    document_fields: &["keep", "reword", "reject", "add"],
    lists: &["keep", "reword", "reject", "add"],
    after_lists: &["keep", "reword", "reject", "add"],
    elements: &["Question", "Reword"],
    element_fields: &["id", "prompt", "answer", "explanation", "distractors", "feedback", "hints", "enemies", "facts"],
    closing: b"]}",
};

/// Pins without those that cannot be read.
#[derive(Debug)]
pub(crate) struct Recovered {
    /// The text with blanks in the place of these, so that all else stands where it stood.
    pub text: String,
    /// What is wrong with these.
    pub mistakes: Vec<(Range<usize>, Problem)>,
}

/// Leaves out what cannot be read.
pub(crate) fn recovered(text: &str) -> Recovered {
    let mut lists = Lists {
        text,
        options: &options_of(text),
        anchors: anchors(&PINS, text),
        refused: Vec::new(),
        mistakes: Vec::new(),
    };
    outline(&PINS, text, &mut |name, open| match name {
        "keep" => lists.of::<Question>(open),
        "reword" => lists.of::<Keyed<Reword>>(open),
        "reject" => lists.of::<Keyed<Box<str>>>(open),
        _ => lists.of_lists(open),
    });
    let Lists { refused, mistakes, .. } = lists;
    let problem = |Mistake { span, problem, .. }| (span, Problem::from(problem));
    Recovered { text: without(text, &refused), mistakes: mistakes.into_iter().map(problem).collect() }
}

/// The lists of one file.
struct Lists<'a> {
    text: &'a str,
    options: &'a Options,
    anchors: Vec<Anchor>,
    refused: Vec<Range<usize>>,
    mistakes: Vec<Mistake>,
}

impl Lists<'_> {
    fn of<T: Element>(&mut self, open: usize) -> ListEnd {
        let mut items = Items::<T>::new(self.text, self.options, &|_| true);
        let end = split(&PINS, self.text, open, &self.anchors, &mut items);
        self.refused.append(&mut items.refused);
        self.mistakes.append(&mut items.mistakes);
        end
    }

    /// Lists of questions, each under the id of its bank: a bad question costs only itself there too.
    fn of_lists(&mut self, open: usize) -> ListEnd {
        let mut items = Items::<Keyed<Vec<Question>>>::new(self.text, self.options, &|_| true);
        // What looks like the beginning of a pin stands inside its entries.
        let end = split(&PINS, self.text, open, &[], &mut items);
        let (mut own, refused) = (items.mistakes, items.refused);
        for range in refused {
            match self.list_in(&range) {
                Some(inner) => {
                    own.retain(|mistake| !range.contains(&mistake.span.start));
                    self.of::<Question>(inner);
                }
                None => self.refused.push(range),
            }
        }
        self.mistakes.append(&mut own);
        end
    }

    /// Where the list of an entry begins.
    fn list_in(&self, entry: &Range<usize>) -> Option<usize> {
        let start = entry.start + value_start(&self.text[entry.clone()])?;
        self.text[start..].starts_with('[').then_some(start)
    }
}

/// The text with blanks in these places, and in that of the comma behind each.
fn without(text: &str, refused: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in refused {
        let comma = Lexer::new(text, range.end).next().filter(|(token, _)| *token == Token::Comma);
        for range in std::iter::once(range.clone()).chain(comma.map(|(_, comma)| comma)) {
            bytes[range].fill(b' ');
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

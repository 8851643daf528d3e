//! Reads a bank that is damaged somewhere: each question alone, so that a bad one costs only itself. Slower than the
//! straight way and only taken when that fails.

use crate::bank::model::question::FORMAT;
use crate::bank::read::{Progress, Reading, options, stopped};
use crate::bank::{Bank, Diagnostic, Problem, Question, Quiz};
use crate::syntax::lexer::Scanner;
use crate::syntax::line_index::Lines;
use crate::syntax::outline::{Head, Outline, outline};
use crate::syntax::repair::{MOST_MENDS, Mended};
use crate::syntax::resync::{BANK, Sink, marks, split};
use crate::syntax::ron_error::opinion;
use crate::syntax::tree;
use ron::{Deserializer, Options};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::ops::Range;

/// A bank with what could be read of it.
pub(crate) struct Recovered {
    /// The bank; its questions are not yet checked.
    pub bank: Bank,
    /// Where its parts stand, if that is known already.
    pub spans: Option<Spans>,
    /// What was left out so far.
    pub problems: Vec<Diagnostic>,
    /// Why the bank's own fields could not be read, if so: there is no bank then, but questions to tell of.
    pub head_problem: Option<Diagnostic>,
}

/// Where the parts of a bank stand in its text, in bytes.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    /// The values of the bank's own fields, by name.
    pub head: HashMap<String, Range<usize>>,
    /// Each question that was read.
    pub questions: Vec<Range<usize>>,
    /// Each quiz that was read.
    pub quizzes: Vec<Range<usize>>,
    /// Each question that could not be read.
    pub refused: Vec<Range<usize>>,
}

impl Spans {
    /// The places in a text that was read without an error.
    pub fn of_sound_text(text: &str) -> Self {
        let (mut questions, mut quizzes) = (Found::default(), Found::default());
        let outline = outline(&BANK, text, &mut |name, open| match name {
            "questions" => split(&BANK, text, open, &[], &mut questions),
            _ => split(&BANK, text, open, &[], &mut quizzes),
        });
        Self { head: head_spans(text, &outline), questions: questions.0, quizzes: quizzes.0, refused: Vec::new() }
    }
}

fn head_spans(text: &str, outline: &Outline) -> HashMap<String, Range<usize>> {
    outline.fields.iter().map(|(name, value)| (text[name.clone()].to_owned(), value.clone())).collect()
}

/// Reads what can be read of `text`. Where that gives no bank, the reading that says so is in `Err`.
pub(crate) fn recover(text: &str, lines: &Lines, progress: &dyn Progress) -> Result<Recovered, Box<Reading>> {
    if Scanner::new(text, 0).next().is_none() {
        return Err(failed(
            lines,
            0,
            Problem::Syntax {
                message: "there is nothing in this file: `torus new` writes a bank to start from".into(),
            },
        ));
    }
    let marks = marks(&BANK, text);
    let all = Context { text, lines, options: &options_of(text), progress };
    let (mut questions, mut quizzes) = (Kept::<Question>::new(&all, true), Kept::<Quiz>::new(&all, false));
    let outline = outline(&BANK, text, &mut |name, open| match name {
        "questions" => split(&BANK, text, open, &marks, &mut questions),
        _ => split(&BANK, text, open, &marks, &mut quizzes),
    });
    if outline.is_stopped {
        return Err(Box::new(stopped()));
    }
    refuse_other_formats(text, lines, &outline)?;
    let mut problems = questions.problems;
    problems.append(&mut quizzes.problems);
    let (mut bank, head_problem) = match head(text, lines, &outline) {
        Ok(bank) => (bank, None),
        Err(problem) => (Bank { language: language(text, &outline), ..Bank::default() }, Some(problem)),
    };
    bank.questions = questions.items;
    bank.quizzes = quizzes.items.into();
    let spans = Spans {
        head: head_spans(text, &outline),
        questions: questions.spans,
        quizzes: quizzes.spans,
        refused: questions.refused,
    };
    Ok(Recovered { bank, spans: Some(spans), problems, head_problem })
}

/// The reader's settings with the extensions that the file itself turns on.
pub(crate) fn options_of(text: &str) -> Options {
    let options = options();
    match Deserializer::from_str_with_options(text, &options) {
        Ok(deserializer) => options.with_default_extension(deserializer.extensions()),
        Err(_) => options,
    }
}

fn refuse_other_formats(text: &str, lines: &Lines, outline: &Outline) -> Result<(), Box<Reading>> {
    let Some((at, value)) = outline.value(text, "format") else {
        return Ok(());
    };
    match ron::from_str::<u64>(value) {
        Ok(0) => Err(failed(lines, at, Problem::UnknownFormat { found: 0 })),
        Ok(found) if found > u64::from(FORMAT) => Err(failed(lines, at, Problem::NewerFormat { found })),
        _ => Ok(()),
    }
}

/// The bank without its questions and quizzes.
fn head(text: &str, lines: &Lines, outline: &Outline) -> Result<Bank, Diagnostic> {
    let head = Head::new(text, &outline.cuts);
    options().from_str(&head.text).map_err(|error| {
        let (at, fault) = opinion(&head.text, &error);
        Diagnostic { problem: fault, place: Some(lines.place(head.original(at))), question: None }
    })
}

/// The language of a bank whose other fields could not be read, as far as it can be told.
fn language(text: &str, outline: &Outline) -> Box<str> {
    outline.value(text, "language").and_then(|(_, value)| ron::from_str(value).ok()).unwrap_or_default()
}

fn failed(lines: &Lines, at: usize, fault: Problem) -> Box<Reading> {
    let problem = Diagnostic { problem: fault, place: Some(lines.place(at)), question: None };
    Box::new(Reading::failed(problem, Vec::new()))
}

/// What every list of one text shares.
struct Context<'a> {
    text: &'a str,
    lines: &'a Lines<'a>,
    options: &'a Options,
    progress: &'a dyn Progress,
}

/// The elements of a list that could be read, and what is wrong with the others.
struct Kept<'a, T> {
    all: &'a Context<'a>,
    are_questions: bool,
    items: Vec<T>,
    spans: Vec<Range<usize>>,
    refused: Vec<Range<usize>>,
    problems: Vec<Diagnostic>,
}

impl<'a, T> Kept<'a, T> {
    fn new(all: &'a Context<'a>, are_questions: bool) -> Self {
        Self { all, are_questions, items: Vec::new(), spans: Vec::new(), refused: Vec::new(), problems: Vec::new() }
    }
}

impl<T: DeserializeOwned> Sink for Kept<'_, T> {
    fn takes(&mut self, range: Range<usize>) -> bool {
        let Ok(item) = self.all.options.from_str(&self.all.text[range.clone()]) else {
            return false;
        };
        self.items.push(item);
        self.spans.push(range);
        true
    }

    fn refuses(&mut self, range: Range<usize>) {
        self.refused.push(range.clone());
        let piece = self.all.text[range.clone()].trim_end().trim_end_matches(',');
        let id = self.are_questions.then(|| tree::id_of(piece)).flatten();
        let mut tell = |at: usize, fault| {
            let place = Some(self.all.lines.place(range.start + at));
            self.problems.push(Diagnostic { problem: fault, place, question: id.clone() });
        };
        let mut mended = Mended::new(piece);
        for mends in 0..=MOST_MENDS {
            let Err(error) = self.all.options.from_str::<T>(&mended.text) else {
                if mends == 0 {
                    tell(0, Problem::Syntax { message: "expected a comma".into() });
                }
                return;
            };
            let (at, fault) = opinion(&mended.text, &error);
            if mended.made(&fault) {
                return;
            }
            tell(mended.original(at), fault.clone());
            if !mended.mend(at, &fault) {
                return;
            }
        }
    }

    fn notes(&mut self, at: usize, message: &'static str) {
        let place = Some(self.all.lines.place(at));
        self.problems.push(Diagnostic { problem: Problem::Syntax { message: message.into() }, place, question: None });
    }

    fn goes_on(&mut self, at: usize) -> bool {
        self.all.progress.advance(at as f32 / self.all.text.len().max(1) as f32)
    }
}

/// The elements of a list that is known to be sound.
#[derive(Debug, Default)]
pub(crate) struct Found(pub Vec<Range<usize>>);

impl Sink for Found {
    fn takes(&mut self, range: Range<usize>) -> bool {
        self.0.push(range);
        true
    }

    fn refuses(&mut self, _range: Range<usize>) {}

    fn notes(&mut self, _at: usize, _message: &'static str) {}

    fn goes_on(&mut self, _at: usize) -> bool {
        true
    }
}

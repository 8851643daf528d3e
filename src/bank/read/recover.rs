//! Reads a bank that is damaged somewhere: each question alone, so that a bad one costs only itself. Slower than the
//! straight way and only taken when that fails.

use crate::bank::check::problem::NotABank;
use crate::bank::model::question::FORMAT;
use crate::bank::read::vocabulary::BANK;
use crate::bank::read::{Progress, Reading, options, stopped};
use crate::bank::{Bank, Diagnostic, Problem, Question, Quiz};
use crate::syntax::items::{self, Element, Items, Mistake, Refusal, read_at};
use crate::syntax::lexer::Lexer;
use crate::syntax::outline::{Head, Outline, outline};
use crate::syntax::path::{self, span_at};
use crate::syntax::resync::{anchors, split};
use crate::syntax::ron_error::explain;
use ron::{Deserializer, Options};
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
        let (mut questions, mut quizzes) = (items::Spans::default(), items::Spans::default());
        let outline = outline(&BANK, text, &mut |name, open| match name {
            "questions" => split(&BANK, text, open, &[], &mut questions),
            _ => split(&BANK, text, open, &[], &mut quizzes),
        });
        Self { head: outline.values(text), questions: questions.0, quizzes: quizzes.0, refused: Vec::new() }
    }
}

impl Element for Question {
    fn read(text: &str, options: &Options) -> Result<Self, Refusal> {
        read_at(text, 0, options)
    }

    fn id_of(text: &str) -> Option<Box<str>> {
        path::id_of(text)
    }
}

impl Element for Quiz {
    fn read(text: &str, options: &Options) -> Result<Self, Refusal> {
        read_at(text, 0, options)
    }

    /// Problems are told with the ids of questions only.
    fn id_of(_text: &str) -> Option<Box<str>> {
        None
    }
}

/// Reads what can be read of `text`. Where that gives no bank, the reading that says so is in `Err`.
pub(crate) fn recover(text: &str, progress: &dyn Progress) -> Result<Recovered, Box<Reading>> {
    if Lexer::new(text, 0).next().is_none() {
        return Err(failed(0..0, Problem::NotABank(NotABank::Empty)));
    }
    let anchors = anchors(&BANK, text);
    let options = &options_of(text);
    let goes_on = |at: usize| progress.advance(at as f32 / text.len().max(1) as f32);
    let mut questions = Items::<Question>::new(text, options, &goes_on);
    let mut quizzes = Items::<Quiz>::new(text, options, &goes_on);
    let outline = outline(&BANK, text, &mut |name, open| match name {
        "questions" => split(&BANK, text, open, &anchors, &mut questions),
        _ => split(&BANK, text, open, &anchors, &mut quizzes),
    });
    if outline.is_stopped {
        return Err(Box::new(stopped()));
    }
    refuse_other_formats(text, &outline)?;
    let problems = questions.mistakes.into_iter().chain(quizzes.mistakes).map(diagnostic).collect();
    let (mut bank, head_problem) = match head(text, &outline) {
        Ok(bank) => (bank, None),
        Err(problem) => (Bank { language: language(text, &outline), ..Bank::default() }, Some(problem)),
    };
    bank.questions = questions.read;
    bank.quizzes = quizzes.read.into();
    let head = outline.values(text);
    let spans = Spans { head, questions: questions.spans, quizzes: quizzes.spans, refused: questions.refused };
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

fn diagnostic(Mistake { span, id, problem }: Mistake) -> Diagnostic {
    Diagnostic { problem: problem.into(), span, question: id }
}

fn refuse_other_formats(text: &str, outline: &Outline) -> Result<(), Box<Reading>> {
    let Some(span) = outline.value(text, "format") else {
        return Ok(());
    };
    match ron::from_str::<u64>(&text[span.clone()]) {
        Ok(0) => Err(failed(span, Problem::UnknownFormat { found: 0 })),
        Ok(found) if found > u64::from(FORMAT) => Err(failed(span, Problem::NewerFormat { found })),
        _ => Ok(()),
    }
}

/// The bank without its questions and quizzes.
fn head(text: &str, outline: &Outline) -> Result<Bank, Diagnostic> {
    let head = Head::new(text, &outline.cuts);
    options().from_str(&head.text).map_err(|error| {
        let (at, problem) = explain(&head.text, &error);
        Diagnostic { problem: problem.into(), span: span_at(text, head.original(at)), question: None }
    })
}

/// The language of a bank whose other fields could not be read, as far as it can be told.
fn language(text: &str, outline: &Outline) -> Box<str> {
    outline.value(text, "language").and_then(|span| ron::from_str(&text[span]).ok()).unwrap_or_default()
}

fn failed(span: Range<usize>, problem: Problem) -> Box<Reading> {
    Box::new(Reading::failed(Diagnostic { problem, span, question: None }, Vec::new()))
}

//! What a teacher settles about generated questions in a small file beside the table: kept as written, reworded,
//! rejected, or added by hand. Opens no file and changes no question.

mod agreement;
mod apply;
mod claims;
pub mod fault;
mod pin;
mod recover;
#[cfg(test)]
mod tests;

pub use pin::{Pins, Reword};

use crate::bank::read::{mark_bytes, options};
use crate::bank::{Problem, TextPart};
use crate::facts::pins::fault::PinFault;
use crate::facts::pins::recover::recovered;
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::syntax::Wanted;
use crate::syntax::lexer::Lexer;
use crate::syntax::path::{self, Step, span_at};
use crate::syntax::repair;
use crate::syntax::ron_error::explain;
use std::collections::HashSet;
use std::ops::Range;

/// What came of reading pins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PinReading {
    /// The pins that could be read.
    pub pins: Pins,
    /// The text of these alone, at their old places: what places are told by.
    pub text: String,
    /// What is wrong, in the order of the file.
    pub problems: Vec<TableDiagnostic>,
}

/// Reads the pins of a table; `file` names them in what is told.
pub fn read_pins(text: &str, file: &str) -> PinReading {
    let pins_file = PinFile::new(text, file);
    if let Ok(pins) = options().from_str::<Pins>(pins_file.text) {
        let problems = pins_file.problems(own_findings(&pins));
        return PinReading { pins, text: text.to_owned(), problems };
    }
    let recovered = recovered(pins_file.text);
    let told = |(span, problem)| pins_file.diagnostic(span, problem);
    let mut problems: Vec<TableDiagnostic> = recovered.mistakes.into_iter().map(told).collect();
    let rest = PinFile { text: &recovered.text, ..pins_file };
    let pins = options().from_str::<Pins>(rest.text);
    match &pins {
        Ok(pins) => problems.extend(rest.problems(own_findings(pins))),
        Err(_) => problems.extend(rest.mistakes()),
    }
    problems.sort_by_key(|problem| problem.span.start);
    let mark = &text[..pins_file.mark_bytes];
    PinReading { pins: pins.unwrap_or_default(), text: format!("{mark}{}", recovered.text), problems }
}

/// Something wrong with a pin: the way to it, and what.
pub(crate) type PinFinding = (Vec<Step>, TableProblem);

/// The text that pins were read from, to find places in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PinFile<'a> {
    /// The text, without its byte order mark.
    text: &'a str,
    mark_bytes: usize,
    /// Its name.
    file: &'a str,
}

impl<'a> PinFile<'a> {
    /// A text with the name of its file.
    pub fn new(text: &'a str, file: &'a str) -> Self {
        let mark_bytes = mark_bytes(text);
        Self { text: &text[mark_bytes..], mark_bytes, file }
    }

    /// The findings with their places, in the order of the file.
    pub fn problems(self, findings: Vec<PinFinding>) -> Vec<TableDiagnostic> {
        let placed =
            findings.into_iter().map(|(path, problem)| self.diagnostic(path::span_of(self.text, &path), problem));
        let mut problems: Vec<TableDiagnostic> = placed.collect();
        problems.sort_by_key(|problem| problem.span.start);
        problems
    }

    /// Every mistake in how the pins are written.
    fn mistakes(self) -> Vec<TableDiagnostic> {
        if Lexer::new(self.text, 0).next().is_none() {
            return vec![self.diagnostic(0..0, Problem::Syntax { wanted: Wanted::Content, slip: None })];
        }
        let first_mistake = |text: &str| Some(explain(text, &options().from_str::<Pins>(text).err()?));
        let told = |(at, problem)| self.diagnostic(span_at(self.text, at), Problem::from(problem));
        repair::mistakes(self.text, first_mistake).into_iter().map(told).collect()
    }

    fn diagnostic(self, span: Range<usize>, problem: impl Into<TableProblem>) -> TableDiagnostic {
        let span = span.start + self.mark_bytes..span.end + self.mark_bytes;
        TableDiagnostic { problem: problem.into(), file: Some(self.file.into()), span, column: None, about: None }
    }
}

/// The way to a field of a kept question.
pub(crate) fn in_keep(index: usize, field: &'static str) -> Vec<Step> {
    vec![Step::Field("keep"), Step::Item(index), Step::Field(field)]
}

/// The way to a field of an added question.
pub(crate) fn in_add(bank: &str, index: usize, field: &'static str) -> Vec<Step> {
    vec![Step::Field("add"), Step::Key(bank.into()), Step::Item(index), Step::Field(field)]
}

/// The way to what stands under a key.
pub(crate) fn under(field: &'static str, key: &str) -> Vec<Step> {
    vec![Step::Field(field), Step::Key(key.into())]
}

/// What is wrong with pins, whatever the table says.
fn own_findings(pins: &Pins) -> Vec<PinFinding> {
    let mut findings = Vec::new();
    let mut pinned = HashSet::new();
    let kept = pins.keep.iter().enumerate().map(|(index, question)| (&*question.id, in_keep(index, "id")));
    let reworded = pins.reword.iter().map(|(id, _)| (id, under("reword", id)));
    let rejected = pins.reject.iter().map(|(id, _)| (id, under("reject", id)));
    for (id, path) in kept.chain(reworded).chain(rejected) {
        if !pinned.insert(id) {
            findings.push((path, PinFault::PinnedTwice { question: id.into() }.into()));
        }
    }
    for (id, _) in pins.reject.iter().filter(|(_, reason)| reason.trim().is_empty()) {
        findings.push((under("reject", id), Problem::Blank { part: TextPart::InTable("reason") }.into()));
    }
    findings
}

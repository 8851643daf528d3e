//! What a teacher settles about generated questions in a small file beside the table: kept as written, reworded,
//! rejected, or added by hand. Opens no file and changes no question.

mod agreement;
mod apply;
pub mod fault;
#[cfg(test)]
mod tests;

use crate::bank::read::options;
use crate::bank::{Entries, Problem, Question};
use crate::facts::pins::fault::PinFault;
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::syntax::lexer::Scanner;
use crate::syntax::line_index::Lines;
use crate::syntax::path;
use crate::syntax::ron_error::opinion;
use crate::syntax::tree::Step;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The pins of one table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// Whole questions, each in place of the generated one of its id.
    #[serde(default)]
    pub keep: Vec<Question>,
    /// Other words for generated questions, by id.
    #[serde(default)]
    pub reword: Entries<Reword>,
    /// Generated questions that are left out, by id, each with the reason.
    #[serde(default)]
    pub reject: Entries<Box<str>>,
    /// Hand-written questions, by the id of the bank that they join.
    #[serde(default)]
    pub add: Entries<Vec<Question>>,
}

/// Other words for a generated question. What is left out stays as it was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reword {
    /// What is asked.
    #[serde(default)]
    pub prompt: Option<Box<str>>,
    /// Why the right answer is right.
    #[serde(default)]
    pub explanation: Option<Box<str>>,
    /// Help, one after the other.
    #[serde(default)]
    pub hints: Option<Box<[Box<str>]>>,
    /// What to say to whoever picked an option; options that are not named keep theirs.
    #[serde(default)]
    pub feedback: Entries<Box<str>>,
    /// Other wrong options, for `Choice` and `Choices`.
    #[serde(default)]
    pub distractors: Option<Box<[Box<str>]>>,
    /// Ids of further questions that must not stand on a paper with it.
    #[serde(default)]
    pub enemies: Box<[Box<str>]>,
}

/// What came of reading pins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PinReading {
    /// The pins; none where the text cannot be read.
    pub pins: Pins,
    /// What is wrong, in the order of the file.
    pub problems: Vec<TableDiagnostic>,
}

/// Reads the pins of a table; `file` names them in what is told.
pub fn read_pins(text: &str, file: &str) -> PinReading {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match options().from_str::<Pins>(text) {
        Ok(pins) => {
            let problems = PinFile { text, file }.problems(own_flaws(&pins));
            PinReading { pins, problems }
        }
        Err(error) => {
            let (at, fault) = match Scanner::new(text, 0).next() {
                None => (0, Problem::Syntax { message: "there is nothing in this file".into() }),
                Some(_) => opinion(text, &error),
            };
            let place = Some(Lines::new(text).place(at));
            let fault = TableProblem::Written(fault);
            let problem = TableDiagnostic { problem: fault, file: Some(file.into()), place, column: None, about: None };
            PinReading { pins: Pins::default(), problems: vec![problem] }
        }
    }
}

/// Something wrong with a pin: the way to it, and what.
pub(crate) type PinFlaw = (Vec<Step>, TableProblem);

/// The text that pins were read from, to find places in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PinFile<'a> {
    /// The text.
    pub text: &'a str,
    /// Its name.
    pub file: &'a str,
}

impl PinFile<'_> {
    /// The flaws with their places, in the order of the file.
    pub fn problems(self, flaws: Vec<PinFlaw>) -> Vec<TableDiagnostic> {
        let lines = Lines::new(self.text);
        let mut problems: Vec<TableDiagnostic> = flaws
            .into_iter()
            .map(|(path, fault)| {
                let place = Some(lines.place(path::value_at(self.text, &path)));
                TableDiagnostic { problem: fault, file: Some(self.file.into()), place, column: None, about: None }
            })
            .collect();
        problems.sort_by_key(|problem| problem.place);
        problems
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
fn own_flaws(pins: &Pins) -> Vec<PinFlaw> {
    let mut flaws = Vec::new();
    let mut pinned = HashSet::new();
    let kept = pins.keep.iter().enumerate().map(|(index, question)| (&*question.id, in_keep(index, "id")));
    let reworded = pins.reword.iter().map(|(id, _)| (id, under("reword", id)));
    let rejected = pins.reject.iter().map(|(id, _)| (id, under("reject", id)));
    for (id, path) in kept.chain(reworded).chain(rejected) {
        if !pinned.insert(id) {
            flaws.push((path, PinFault::PinnedTwice { question: id.into() }.into()));
        }
    }
    for (id, _) in pins.reject.iter().filter(|(_, reason)| reason.trim().is_empty()) {
        flaws.push((under("reject", id), Problem::Blank { field: "reason" }.into()));
    }
    flaws
}

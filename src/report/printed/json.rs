//! A paper as JSON, for programs. Its keys and their order are a contract: they are only ever added to, at the end.

use super::printout::{Papers, Printout};
use crate::bank::model::cloze::Part;
use crate::bank::{Answer, ClozeText, Shape, Spot};
use crate::paper::{Paper, PaperItem};
use crate::report::letters::letter;
use crate::sitting::response::correct_parts;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// Writes the paper, or its versions, on one line.
pub(super) fn write(printout: &Printout, out: &mut dyn Write) -> io::Result<()> {
    match printout.papers {
        Papers::One(paper) => {
            serde_json::to_writer(&mut *out, &PaperJson { seed: paper.seed, questions: Questions(&paper.items) })?;
        }
        Papers::Versions(papers) => {
            serde_json::to_writer(&mut *out, &VersionsJson { seed: printout.seed(), versions: Versions(papers) })?;
        }
    }
    writeln!(out)
}

#[derive(Serialize)]
struct PaperJson<'a> {
    seed: u32,
    questions: Questions<'a>,
}

#[derive(Serialize)]
struct VersionsJson<'a> {
    seed: u32,
    versions: Versions<'a>,
}

struct Versions<'a>(&'a [Paper]);

impl Serialize for Versions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().enumerate().map(VersionJson::new))
    }
}

#[derive(Serialize)]
struct VersionJson<'a> {
    version: String,
    seed: u32,
    questions: Questions<'a>,
}

impl<'a> VersionJson<'a> {
    fn new((index, paper): (usize, &'a Paper)) -> Self {
        Self { version: letter(index), seed: paper.seed, questions: Questions(&paper.items) }
    }
}

/// Made one by one while writing, so that a large paper is never held twice.
struct Questions<'a>(&'a [PaperItem]);

impl Serialize for Questions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(QuestionJson::new))
    }
}

#[derive(Serialize)]
struct QuestionJson<'a> {
    bank: &'a str,
    id: &'a str,
    kind: &'static str,
    topic: &'a str,
    prompt: &'a str,
    #[serde(serialize_with = "short_number")]
    points: f64,
    options: Vec<&'a str>,
    correct: Vec<String>,
    #[serde(flatten)]
    shown: ShownJson<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    alt: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    hints: &'a [Box<str>],
}

/// What a learner sees besides prompt and options.
#[derive(Serialize)]
#[serde(untagged)]
enum ShownJson<'a> {
    Nothing {},
    Lefts { lefts: Vec<&'a str> },
    Groups { groups: Vec<&'a str> },
    Gaps { text: String, gaps: Vec<Vec<&'a str>> },
    Spots { image: &'a str, spots: Vec<SpotJson<'a>> },
}

/// A place, in the order of the options.
#[derive(Serialize)]
struct SpotJson<'a> {
    name: &'a str,
    describe: &'a str,
    shape: &'a Shape,
}

impl<'a> QuestionJson<'a> {
    fn new(item: &'a PaperItem) -> Self {
        let question = &item.question;
        Self {
            bank: &item.bank_id,
            id: &question.id,
            kind: question.kind().as_str(),
            topic: &question.topic,
            prompt: &question.prompt,
            points: question.points,
            options: item.shown_options(),
            correct: correct_parts(question),
            shown: ShownJson::new(item),
            alt: &question.alt,
            hints: &question.hints,
        }
    }
}

impl<'a> ShownJson<'a> {
    fn new(item: &'a PaperItem) -> Self {
        match &item.question.answer {
            Answer::Match { pairs, .. } => Self::Lefts { lefts: pairs.iter().map(|(left, _)| &**left).collect() },
            Answer::Categorise { groups } => Self::Groups { groups: groups.iter().map(|(name, _)| name).collect() },
            Answer::Cloze { text } => Self::Gaps { text: numbered(text), gaps: item.shown_lists() },
            Answer::Hotspot { image, spots, .. } => {
                let spot = |spot: &'a Spot| SpotJson { name: &spot.name, describe: &spot.describe, shape: &spot.shape };
                let shown = item.option_order.iter().filter_map(|&index| spots.get(index));
                Self::Spots { image, spots: shown.map(spot).collect() }
            }
            Answer::Choice { .. }
            | Answer::Choices { .. }
            | Answer::TrueFalse(_)
            | Answer::Number { .. }
            | Answer::Text { .. }
            | Answer::Order { .. }
            | Answer::Calculated { .. }
            | Answer::Recall { .. } => Self::Nothing {},
        }
    }
}

/// The text with `{1}`, `{2}` and on in its gaps. A brace of its own stands behind a backslash or in maths, as in the bank.
fn numbered(text: &ClozeText) -> String {
    let mut gaps = 0;
    let part = |part: &Part| match part {
        Part::Words(words) => words.to_string(),
        Part::Gap(_) => {
            gaps += 1;
            format!("{{{gaps}}}")
        }
    };
    text.parts().iter().map(part).collect()
}

/// `1` rather than `1.0`: the same number, as people write it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
#[expect(clippy::cast_possible_truncation, reason = "whole and below 2⁵³, so exact")]
fn short_number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT_BELOW: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT_BELOW {
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

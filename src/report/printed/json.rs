//! A paper as JSON, for programs. Its keys and their order are a contract: they are only ever added to, at the end.

use crate::paper::{Paper, PaperItem};
use crate::sitting::response::correct_parts;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// Writes the paper on one line.
pub(super) fn write(paper: &Paper, out: &mut dyn Write) -> io::Result<()> {
    let value = PaperJson { seed: paper.seed, questions: Questions(&paper.items) };
    serde_json::to_writer(&mut *out, &value)?;
    writeln!(out)
}

#[derive(Serialize)]
struct PaperJson<'a> {
    seed: u32,
    questions: Questions<'a>,
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
}

impl<'a> QuestionJson<'a> {
    fn new(item: &'a PaperItem) -> Self {
        let question = &item.question;
        let options = question.options();
        Self {
            bank: &item.bank_id,
            id: &question.id,
            kind: question.kind().as_str(),
            topic: &question.topic,
            prompt: &question.prompt,
            points: question.points,
            options: item.option_order.iter().filter_map(|&index| options.get(index).copied()).collect(),
            correct: correct_parts(question),
        }
    }
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

//! A paper as JSON, for programs. Its keys and their order are a contract: they are only ever added to, at the end.

use crate::bank::model::cloze::Part;
use crate::bank::{Answer, ClozeText, Shape, Spot};
use crate::paper::{Paper, PaperItem};
use crate::sitting::response::correct_parts;
use serde::{Serialize, Serializer};
use std::io::{self, Write};
use std::ops::Range;

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
    /// The sentence of a cloze, each gap as `{1}`, `{2}` and on.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// For each gap the options of its list in the order shown; none where it is typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    gaps: Option<Vec<Vec<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spots: Vec<SpotJson<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    hints: &'a [Box<str>],
}

/// A place in the picture of a hotspot, in fractions of its width and height.
#[derive(Serialize)]
struct SpotJson<'a> {
    name: &'a str,
    describe: &'a str,
    #[serde(flatten)]
    shape: ShapeJson<'a>,
}

#[derive(Serialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
enum ShapeJson<'a> {
    Circle { x: f64, y: f64, r: f64 },
    Rect { x: f64, y: f64, width: f64, height: f64 },
    Polygon { corners: &'a [(f64, f64)] },
}

impl<'a> SpotJson<'a> {
    fn new(spot: &'a Spot) -> Self {
        let shape = match &spot.shape {
            Shape::Circle { x, y, r } => ShapeJson::Circle { x: *x, y: *y, r: *r },
            Shape::Rect { x, y, width, height } => ShapeJson::Rect { x: *x, y: *y, width: *width, height: *height },
            Shape::Polygon(corners) => ShapeJson::Polygon { corners },
        };
        Self { name: &spot.name, describe: &spot.describe, shape }
    }
}

/// The sentence of a cloze as it was written, with a number in the place of each gap.
fn numbered(text: &ClozeText) -> String {
    let mut gap = 0;
    let part = |part: &Part| match part {
        Part::Words(words) => words.to_string(),
        Part::Gap(_) => {
            gap += 1;
            format!("{{{gap}}}")
        }
    };
    text.parts().iter().map(part).collect()
}

/// The options of each gap's list in the order shown.
fn lists<'a>(text: &'a ClozeText, order: &[usize]) -> Vec<Vec<&'a str>> {
    let options: Vec<&str> = text.list_options().collect();
    let list = |range: Range<usize>| {
        order.iter().filter(|index| range.contains(index)).filter_map(|&index| options.get(index).copied()).collect()
    };
    text.list_ranges().map(list).collect()
}

impl<'a> QuestionJson<'a> {
    fn new(item: &'a PaperItem) -> Self {
        let question = &item.question;
        let options = question.options();
        let cloze = match &question.answer {
            Answer::Cloze { text } => Some(text),
            _ => None,
        };
        let (image, spots): (_, &[Spot]) = match &question.answer {
            Answer::Hotspot { image, spots, .. } => (Some(&**image), spots),
            _ => (None, &[]),
        };
        Self {
            bank: &item.bank_id,
            id: &question.id,
            kind: question.kind().as_str(),
            topic: &question.topic,
            prompt: &question.prompt,
            points: question.points,
            options: item.option_order.iter().filter_map(|&index| options.get(index).copied()).collect(),
            correct: correct_parts(question),
            text: cloze.map(numbered),
            gaps: cloze.map(|text| lists(text, &item.option_order)),
            image,
            spots: spots.iter().map(SpotJson::new).collect(),
            hints: &question.hints,
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

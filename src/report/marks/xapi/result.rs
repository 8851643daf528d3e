//! What came of an answer or a sitting: points, verdict, time. Reads no response.

use crate::class::Answered;
use crate::report::marks::xapi::ids::HOME;
use crate::sitting::Verdict;
use serde::Serialize;
use std::collections::BTreeMap;

/// The result of a statement.
#[derive(Serialize)]
pub(super) struct Outcome {
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Score>,
    #[serde(skip_serializing_if = "Option::is_none")]
    success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extensions: BTreeMap<String, Extension>,
}

/// What xAPI has no word for.
#[derive(Serialize)]
#[serde(untagged)]
enum Extension {
    Level(u8),
    Count(u16),
    Name(&'static str),
}

/// Points.
#[derive(Serialize)]
struct Score {
    scaled: f64,
    raw: f64,
    min: f64,
    max: f64,
}

impl Score {
    /// `None` where nothing could be earned.
    fn of(raw: f64, points: f64) -> Option<Self> {
        // What certainty can make of an answer, as multiples of its points.
        const MOST: f64 = 3.0;
        const LEAST: f64 = -6.0;
        let is_plain = (0.0..=points).contains(&raw);
        let (min, max) = if is_plain { (0.0, points) } else { (LEAST * points, MOST * points) };
        let raw = raw.clamp(min, max);
        (points > 0.0).then(|| Self { scaled: (raw / points).clamp(-1.0, 1.0), raw, min, max })
    }
}

impl Outcome {
    /// Of an answer: whether it is right says the mark, not the pattern, and part of the points is not right.
    pub fn answered(answer: &Answered, response: String) -> Self {
        let certainty = answer.certainty.map(|certainty| ("certainty", Extension::Level(certainty.level())));
        let hints = (answer.hints_used > 0).then_some(("hints-used", Extension::Count(answer.hints_used)));
        let verdict = ("verdict", Extension::Name(answer.verdict.as_str()));
        let told = [Some(verdict), certainty, hints].into_iter().flatten();
        let extensions = told.map(|(name, value)| (format!("{HOME}{name}"), value)).collect();
        Self {
            score: Score::of(answer.score, answer.max_score),
            success: Some(answer.verdict == Verdict::Correct),
            completion: None,
            response: Some(response),
            duration: answer.duration_ms.map(|ms| duration(ms.into())),
            extensions,
        }
    }

    /// Of a sitting.
    pub fn completed((score, max_score): (f64, f64), duration_ms: Option<u64>) -> Self {
        Self {
            score: Score::of(score, max_score),
            success: None,
            completion: Some(true),
            response: None,
            duration: duration_ms.map(duration),
            extensions: BTreeMap::new(),
        }
    }
}

/// A duration by ISO 8601, to the hundredth of a second, more than which no store compares: `PT12.35S`.
fn duration(ms: u64) -> String {
    let hundredths = (ms + 5) / 10;
    match (hundredths / 100, hundredths % 100) {
        (secs, 0) => format!("PT{secs}S"),
        (secs, part) => format!("PT{secs}.{part:02}S"),
    }
}

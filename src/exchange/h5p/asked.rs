//! What comes of a content of H5P, and how its parts are looked up. Reads none.

use crate::exchange::Answer;
use serde_json::Value;

/// A question and its key.
pub(super) struct Asked {
    pub prompt: String,
    pub answer: Answer,
    pub hints: Vec<String>,
}

impl Asked {
    pub fn new(prompt: String, answer: Answer) -> Self {
        Self { prompt, answer, hints: Vec::new() }
    }
}

/// A text of a content; empty where there is none.
pub(super) fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// A list of a content; empty where there is none.
pub(super) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

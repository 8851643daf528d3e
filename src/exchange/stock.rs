//! Sentences for questions that their file asks without words.

/// Above a text with gaps.
pub const FILL: &str = "Fill in the gaps.";

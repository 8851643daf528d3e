//! What a page about a check holds. Names no check.

use crate::bank::Severity;

/// What is known about a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The stable name, in `kebab-case`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it looks for, in a few words.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to write instead, as a short order.
    pub fix: &'static str,
    /// Where this is known from.
    pub source: &'static str,
    /// An example with the fault: questions as RON, a whole bank, or words where neither would be short.
    pub before: &'static str,
    /// The same example without it.
    pub after: &'static str,
}

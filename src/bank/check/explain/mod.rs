//! Why each check exists: a page for every code, with its source and an example. Checks nothing itself.

mod errors;
mod kinds;
#[cfg(test)]
mod tests;
mod warnings;

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

/// Every check: errors, errors of single kinds, warnings; each part in alphabetical order of the codes.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    errors::ERRORS.iter().chain(kinds::KINDS).chain(warnings::WARNINGS)
}

/// The page of that code, if there is one.
pub fn explanation(code: &str) -> Option<&'static Explanation> {
    explanations().find(|explanation| explanation.code == code)
}

//! Why each check exists: a page for every code, with its source and an example. Checks nothing itself.

mod error_code;
mod errors;
mod kinds;
mod page;
pub(crate) mod sources;
#[cfg(test)]
mod tests;

pub(crate) use error_code::ErrorCode;
pub use page::Explanation;

use crate::bank::lints::LINTS;

/// Every check: errors, errors of single kinds, warnings; each part in alphabetical order of the codes.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let mut warnings: Vec<_> = pages_of_lints().collect();
    warnings.sort_unstable_by_key(|page| page.code);
    pages_of_errors().chain(warnings)
}

/// The page of that code, if there is one.
pub fn explanation(code: &str) -> Option<&'static Explanation> {
    pages_of_errors().chain(pages_of_lints()).find(|page| page.code == code)
}

fn pages_of_errors() -> impl Iterator<Item = &'static Explanation> {
    ErrorCode::ALL.iter().map(|code| code.page())
}

fn pages_of_lints() -> impl Iterator<Item = &'static Explanation> {
    LINTS.iter().map(|lint| &lint.page)
}

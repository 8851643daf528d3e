//! Why each check of a table exists: a page for every code, with an example. Checks nothing itself.

pub(crate) mod page;
pub(crate) mod pins;
pub(crate) mod rows;
pub(crate) mod table;
#[cfg(test)]
mod tests;

use crate::bank::Explanation;

/// Every check of tables, of spreadsheets and of pins that banks do not have as well; each part in alphabetical order of
/// the codes.
pub fn table_explanations() -> impl Iterator<Item = &'static Explanation> {
    table::ALL.iter().chain(rows::ALL).chain(pins::ALL).copied()
}

/// The page of that code, if there is one.
pub fn table_explanation(code: &str) -> Option<&'static Explanation> {
    table_explanations().find(|page| page.code == code)
}

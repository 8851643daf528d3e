//! Citations as rows of a source and a place in it. Knows no bank's sources.

use crate::bank::{Cite, Cites};

/// A place in a source, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CiteRow {
    /// Key of the source.
    pub source: String,
    /// Page, section or fact number.
    pub place: String,
    /// The bank holds it although nothing stands in it.
    is_blank_in_bank: bool,
}

impl CiteRow {
    /// A citation that somebody has just typed.
    pub fn typed(source: &str, place: &str) -> Self {
        Self { source: source.to_owned(), place: place.to_owned(), is_blank_in_bank: false }
    }

    fn of(cite: &Cite) -> Self {
        let is_blank_in_bank = cite.source.trim().is_empty() && cite.place.trim().is_empty();
        Self { source: cite.source.to_string(), place: cite.place.to_string(), is_blank_in_bank }
    }

    /// Whether nothing stands in it, so that it is not written.
    pub fn is_empty(&self) -> bool {
        !self.is_blank_in_bank && self.source.trim().is_empty() && self.place.trim().is_empty()
    }
}

pub(super) fn rows(cites: &Cites) -> Vec<CiteRow> {
    cites.0.iter().map(CiteRow::of).collect()
}

pub(super) fn cites(rows: &[CiteRow]) -> Cites {
    let written = rows.iter().filter(|row| !row.is_empty());
    let cite = |row: &CiteRow| Cite { source: row.source.as_str().into(), place: row.place.as_str().into() };
    Cites(written.map(cite).collect())
}

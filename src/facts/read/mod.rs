//! Reads a fact table from text. Never opens a file: the spreadsheets beside it come in as texts.

mod cells;
mod columns;
mod defaults;
mod entity_row;
mod fact_row;
#[cfg(test)]
mod hostile_tests;
mod lines;
#[cfg(test)]
mod mistakes_tests;
mod names;
pub(crate) mod places;
pub(crate) mod recover;
pub mod row_fault;
pub(crate) mod rows;
#[cfg(test)]
mod rows_tests;
mod slips;
mod spreadsheet;
#[cfg(test)]
mod tests;
pub(crate) mod vocabulary;
mod wide;
#[cfg(test)]
mod wide_tests;

use crate::bank::Severity;
use crate::bank::read::mark_bytes;
use crate::facts::read::places::{Finding, Subject, sound_places};
use crate::facts::read::recover::Recovered;
use crate::facts::read::rows::FromRows;
use crate::facts::{FactTable, Part, TableDiagnostic, check};
use std::collections::HashSet;

/// What came of reading a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableReading {
    /// The table with every fact that can be asked for, those of its spreadsheets too; nothing where its own fields
    /// cannot be read.
    pub table: Option<FactTable>,
    /// All that is wrong: the facts left out, each with its reason, and whatever else, in the order of the files.
    pub problems: Vec<TableDiagnostic>,
}

impl TableReading {
    /// Whether something is wrong that questions must not be made with.
    pub fn has_errors(&self) -> bool {
        self.table.is_none() || self.problems.iter().any(|problem| problem.problem.severity() == Severity::Error)
    }
}

/// Reads a table. `rows` gives the text of a spreadsheet beside it by its name, or why there is none.
pub fn read(text: &str, rows: &dyn Fn(&str) -> Result<String, String>) -> TableReading {
    let mark_bytes = mark_bytes(text);
    let text = &text[mark_bytes..];
    let mut recovered = recover::read(text);
    let mut findings = Vec::new();
    let mut from_rows = FromRows::default();
    let mut faulty = HashSet::new();
    if recovered.has_head {
        defaults::of_text(&mut recovered);
        from_rows = rows::add(&mut recovered, rows, &mut findings);
        defaults::of_facts(&mut recovered.table);
        let found = check::findings(&recovered, &from_rows);
        findings.extend(found.findings);
        faulty = found.faulty;
    }
    if !findings.is_empty() {
        let places = recovered.places.take().unwrap_or_else(|| sound_places(text));
        let problems = findings.iter().map(|finding| finding.diagnostic(&recovered.table, text, &places, &from_rows));
        recovered.problems.extend(problems);
    }
    for TableDiagnostic { file, span, .. } in &mut recovered.problems {
        if file.is_none() {
            *span = span.start + mark_bytes..span.end + mark_bytes;
        }
    }
    let is_error = |finding: &&Finding| finding.problem.severity() == Severity::Error;
    faulty.extend(findings.iter().filter(is_error).map(|finding| finding.subject));
    finished(recovered, &faulty)
}

/// Leaves out the facts that are faulty.
fn finished(recovered: Recovered, faulty: &HashSet<Subject>) -> TableReading {
    let Recovered { mut table, has_head, mut problems, .. } = recovered;
    problems.sort_by(|left, right| (&left.file, left.span.start).cmp(&(&right.file, right.span.start)));
    if !has_head {
        return TableReading { table: None, problems };
    }
    let mut index = 0;
    table.facts.retain(|_| {
        index += 1;
        !faulty.contains(&Subject::Part(Part::Fact, index - 1))
    });
    TableReading { table: Some(table), problems }
}

//! Reads a fact table from text. Never opens a file: the spreadsheets beside it come in as texts.

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod mistakes_tests;
mod names;
pub(crate) mod places;
pub(crate) mod recover;
pub mod row_fault;
mod rows;
#[cfg(test)]
mod rows_tests;
mod spreadsheet;
#[cfg(test)]
mod tests;
pub(crate) mod vocabulary;

use crate::bank::Severity;
use crate::bank::read::mark_bytes;
use crate::facts::read::places::{Finding, Subject, sound_places};
use crate::facts::read::recover::Recovered;
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
    let mut row_places = Vec::new();
    if recovered.has_head {
        row_places = rows::add(&mut recovered, rows, &mut findings);
        findings.extend(check::findings(&recovered));
    }
    if !findings.is_empty() {
        let places = recovered.places.take().unwrap_or_else(|| sound_places(text));
        let problems = findings.iter().map(|finding| finding.diagnostic(&recovered.table, text, &places, &row_places));
        recovered.problems.extend(problems);
    }
    for TableDiagnostic { file, span, .. } in &mut recovered.problems {
        if file.is_none() {
            *span = span.start + mark_bytes..span.end + mark_bytes;
        }
    }
    finished(recovered, &findings)
}

/// Leaves out the facts that have an error.
fn finished(recovered: Recovered, findings: &[Finding]) -> TableReading {
    let Recovered { mut table, has_head, mut problems, .. } = recovered;
    problems.sort_by(|left, right| (&left.file, left.span.start).cmp(&(&right.file, right.span.start)));
    if !has_head {
        return TableReading { table: None, problems };
    }
    let is_error = |finding: &&Finding| finding.problem.severity() == Severity::Error;
    let faulty: HashSet<Subject> = findings.iter().filter(is_error).map(|finding| finding.subject).collect();
    let mut index = 0;
    table.facts.retain(|_| {
        index += 1;
        !faulty.contains(&Subject::Part(Part::Fact, index - 1))
    });
    TableReading { table: Some(table), problems }
}

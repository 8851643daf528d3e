//! Adds to a table what its spreadsheets hold: entities first, then facts. Opens no file: the texts come in.

use crate::facts::FactTable;
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::read::entity_row;
use crate::facts::read::fact_row;
use crate::facts::read::lines::{Line, Of, opened};
use crate::facts::read::names::{Made, Names};
use crate::facts::read::places::{Finding, Row, Subject};
use crate::facts::read::recover::Recovered;
use crate::facts::read::row_fault::RowFault;
use crate::facts::table::part::Part;
use crate::syntax::path::Step;

/// What came from rows, behind what the table's text has.
#[derive(Debug, Default)]
pub(crate) struct FromRows {
    /// The row of each fact.
    pub facts: Vec<Row>,
    /// The row of each entity.
    pub entities: Vec<Made>,
}

impl FromRows {
    /// The row that such a part came from, counted from the first that came from one.
    pub fn row(&self, part: Part, index: usize) -> Option<&Row> {
        match part {
            Part::Fact => self.facts.get(index),
            Part::Entity => self.entities.get(index).map(|made| &made.row),
            Part::Bank | Part::Class | Part::Relation => None,
        }
    }
}

/// Adds the rows of every spreadsheet that the table names, and returns where each came from; `findings` hears of what is
/// wrong with the list itself.
pub(crate) fn add(
    recovered: &mut Recovered,
    texts: &dyn Fn(&str) -> Result<String, String>,
    findings: &mut Vec<Finding>,
) -> FromRows {
    let read = texts_of(&recovered.table, texts, findings);
    let told = &mut recovered.problems;
    let sheets = read.iter().filter_map(|(file, text)| opened(file, text, &recovered.table, told));
    let sheets: Vec<(Of, Vec<Line>)> = sheets.collect();
    let lines = |of| sheets.iter().filter(move |sheet| sheet.0 == of).flat_map(|sheet| &sheet.1);
    let mut known = Names::take_from(&mut recovered.table);
    add_entities(lines(Of::Entities), &recovered.table, &mut known, told);
    let (mut facts, mut used) = (Vec::new(), Vec::new());
    let in_text = recovered.table.facts.len();
    for line in lines(Of::Facts) {
        match fact_row::fact(line, &recovered.table, &mut known, told) {
            Ok(fact) => {
                recovered.table.facts.push(fact);
                facts.push(fact_row::place(line));
                used.push(line);
            }
            Err(fault) => told.push(line.faulty(fault)),
        }
    }
    for (fact, line) in recovered.table.facts.iter_mut().skip(in_text).zip(used) {
        fact_row::name_others(fact, line, &recovered.table.relations, &mut known);
    }
    let finished = known.finish(&mut recovered.table);
    for nearly in finished.nearly {
        let problem = RowFault::NewNameNear { name: nearly.name, near: nearly.near };
        told.push(nearly.row.diagnostic(&["name"], TableProblem::from(problem), None));
    }
    FromRows { facts, entities: finished.made }
}

/// The spreadsheets that could be read, by name, in the order of the table.
fn texts_of(
    table: &FactTable,
    texts: &dyn Fn(&str) -> Result<String, String>,
    findings: &mut Vec<Finding>,
) -> Vec<(Box<str>, String)> {
    let mut read = Vec::new();
    for (index, name) in table.rows.iter().enumerate() {
        let text = match is_beside(name) {
            true => texts(name).map_err(|reason| RowFault::RowsUnread { file: name.clone(), reason: reason.into() }),
            false => Err(RowFault::RowsOutside { file: name.clone() }),
        };
        match text {
            Ok(text) => read.push((name.clone(), text)),
            Err(problem) => {
                let path = vec![Step::Field("rows"), Step::Item(index)];
                findings.push(Finding { subject: Subject::Table, path, problem: problem.into() });
            }
        }
    }
    read
}

/// Whether a name is that of a file in the table's own folder.
fn is_beside(name: &str) -> bool {
    !name.trim().is_empty()
        && !matches!(name, "." | "..")
        && !name.contains(['/', '\\', ':'])
        && !name.contains(char::is_control)
}

/// Adds entities, and then what each is within: that may stand in a later row.
fn add_entities<'l>(
    lines: impl Iterator<Item = &'l Line>,
    table: &FactTable,
    known: &mut Names,
    told: &mut Vec<TableDiagnostic>,
) {
    let mut added = Vec::new();
    for line in lines {
        match entity_row::entity(line, table, known, told) {
            Ok(index) => added.push((index, line)),
            Err(fault) => told.push(line.faulty(fault)),
        }
    }
    for (index, line) in added {
        entity_row::add_wholes(index, line, known);
    }
}

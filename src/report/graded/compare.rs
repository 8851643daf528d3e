//! Tells which rows of a table that was marked would be marked otherwise now. Opens no file.

use super::columns::{SCORE, VERDICT};
use super::fault::{GradeError, Remark};
use super::{Marker, Responses};
use crate::bank::Bank;
use crate::table::{Record, RowWriter};
use csv::ByteRecord;
use std::collections::HashMap;
use std::io::Write;

/// How many rows were compared, and how many would be marked otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Rows compared.
    pub rows: usize,
    /// Rows that would be marked otherwise.
    pub changed: usize,
    /// Rows that could not be marked, or that the older table does not have.
    pub unusable: usize,
}

/// Scores within this are the same: tables marked before may show binary dust.
const SAME_SCORE: f64 = 1e-9;

/// Writes the rows of `table` that `bank` would mark otherwise than `old`, a table that was marked before, has them: as
/// they would be marked, and with `old_score` and `old_verdict`. A row is known again by its question, its response and
/// all other cells that both tables have under one name; of several that are the same, by their order.
///
/// # Errors
/// As [`super::grade_csv`] for either table, and where `old` has no `score` and `verdict`.
pub fn compare_csv(
    bank: &Bank,
    faulty: &[&str],
    table: &[u8],
    old: &[u8],
    out: impl Write,
    tell: &mut dyn FnMut(u64, &Remark),
) -> Result<Difference, GradeError> {
    let (table, old) = (Responses::new(table)?, Responses::new(old)?);
    if old.columns.recorded_columns().is_none() {
        return Err(GradeError::Incomparable {
            line: 1,
            reason: "there is no column `score` and `verdict`: compare with a table that `torus grade` has marked",
        });
    }
    let mut marker = Marker::new(bank, faulty);
    table.hold_every_row(&marker)?;
    old.hold_every_row(&marker)?;
    let shared: Vec<(usize, usize)> = table.columns.shared(&table.header, &old.columns, &old.header);
    let key = |record: &Record, places: &dyn Fn(&(usize, usize)) -> usize| -> Vec<String> {
        let cell = |pair| record.cells.get(places(pair)).map_or(String::new(), |cell| cell.text.trim().to_owned());
        shared.iter().map(cell).collect()
    };
    let mut marked: HashMap<Vec<String>, Vec<(f64, String)>> = HashMap::new();
    for record in old.rows() {
        let record = record?;
        let recorded = |which| old.columns.recorded(&record, which).unwrap_or_default();
        let score = recorded(SCORE).trim().replace(',', ".").parse().unwrap_or(f64::NAN);
        marked.entry(key(&record, &|pair| pair.1)).or_default().insert(0, (score, recorded(VERDICT).trim().to_owned()));
    }
    let mut writer = RowWriter::new(out, table.sign);
    let mut row = ByteRecord::new();
    table.columns.header(&table.header, &mut row);
    row.push_field(b"old_score");
    row.push_field(b"old_verdict");
    writer.write(&row).map_err(GradeError::Writing)?;
    let mut difference = Difference::default();
    for record in table.rows() {
        let record = record?;
        if record.is_blank() {
            continue;
        }
        difference.rows += 1;
        // Taken from its like in the older table even where it cannot be marked, so that the next like it meets its own.
        let before = marked.get_mut(&key(&record, &|pair| pair.0)).and_then(Vec::pop);
        let scored = match marker.score(&table.columns, &record) {
            Ok(scored) => scored,
            Err(fault) => {
                difference.unusable += 1;
                tell(record.line, &Remark::Unusable(fault));
                continue;
            }
        };
        let Some((score, verdict)) = before else {
            difference.unusable += 1;
            tell(record.line, &Remark::NotMarkedBefore);
            continue;
        };
        let is_same = (score - scored.score).abs() <= SAME_SCORE && verdict == scored.verdict.as_str();
        if is_same {
            continue;
        }
        difference.changed += 1;
        table.columns.row(&record, Some(&scored), &mut row);
        row.push_field(if score.is_nan() { String::new() } else { score.to_string() }.as_bytes());
        row.push_field(verdict.as_bytes());
        writer.write(&row).map_err(GradeError::Writing)?;
    }
    writer.finish().map_err(GradeError::Writing)?;
    Ok(difference)
}

//! The spreadsheet of Wayground, once Quizizz: a row that explains the columns stands below the headings.

use crate::bank::Progress;
use crate::exchange::Unreadable;
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::{Grid, Row};
use crate::exchange::sheet::heading::normal;
use crate::exchange::sheet::key::Naming;
use crate::exchange::sheet::rows::{self, Rules};

const RULES: Rules = Rules { naming: Some(Naming::Number), is_example, is_typed };

/// The row of headings.
pub fn begins(grid: &Grid) -> Option<usize> {
    let is_heading = |row: &Row| {
        let headings: Vec<String> = row.cells.iter().map(|cell| normal(&cell.text)).collect();
        let has = |wanted: &str| headings.iter().any(|heading| heading == wanted);
        has("question text") && has("option 1") && has("correct answer") && has("time in seconds")
    };
    grid.head().iter().position(is_heading)
}

/// Reads the rows below it.
pub fn read(grid: &Grid, headings: usize, progress: &dyn Progress) -> Result<Found, Unreadable> {
    rows::read(grid, headings, &RULES, progress)
}

/// The row that explains the columns.
fn is_example(row: &Row) -> bool {
    let is_told = |cell: &str| ["text of the question", "text for option"].iter().any(|start| cell.starts_with(start));
    row.cells.iter().take(3).any(|cell| is_told(&normal(&cell.text)))
}

fn is_typed(_row: &Row) -> bool {
    false
}

//! Kahoot's spreadsheet: seven rows of instructions, headings in the eighth, options told by number.

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
        let has = |start: &str| headings.iter().any(|heading| heading.starts_with(start));
        has("question max") && has("answer 1 max") && has("correct answer")
    };
    grid.head().iter().position(is_heading)
}

/// Reads the rows below it.
pub fn read(grid: &Grid, headings: usize, progress: &dyn Progress) -> Result<Found, Unreadable> {
    rows::read(grid, headings, &RULES, progress)
}

/// The example that stands below the headings of the template.
fn is_example(row: &Row) -> bool {
    row.cells.iter().any(|cell| normal(&cell.text).starts_with("which spreadsheet tools can read"))
}

fn is_typed(_row: &Row) -> bool {
    false
}

//! Blooket's CSV: its name, then headings; a further column may say that the answer is typed.

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
        has("question text") && has("answer 1") && has("correct answer s")
    };
    grid.head().iter().position(is_heading)
}

/// Reads the rows below it.
pub fn read(grid: &Grid, headings: usize, progress: &dyn Progress) -> Result<Found, Unreadable> {
    rows::read(grid, headings, &RULES, progress)
}

fn is_example(_row: &Row) -> bool {
    false
}

/// Whether one of the columns behind the last that has a heading says so.
fn is_typed(row: &Row) -> bool {
    const LAST_WITH_HEADING: usize = 8;
    row.cells.iter().skip(LAST_WITH_HEADING).any(|cell| normal(&cell.text) == "typing")
}

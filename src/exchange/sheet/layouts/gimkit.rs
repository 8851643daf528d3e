//! Gimkit's CSV: its name, then the right answer as a text, and the wrong ones.

use crate::bank::Progress;
use crate::exchange::Unreadable;
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::{Grid, Row};
use crate::exchange::sheet::heading::normal;
use crate::exchange::sheet::key::Naming;
use crate::exchange::sheet::rows::{self, Rules};

const RULES: Rules = Rules { naming: Some(Naming::Text), is_example, is_typed };

/// The row of headings.
pub fn begins(grid: &Grid) -> Option<usize> {
    let is_heading = |row: &Row| {
        let headings: Vec<String> = row.cells.iter().map(|cell| normal(&cell.text)).collect();
        let has = |wanted: &str| headings.iter().any(|heading| heading.starts_with(wanted));
        has("question") && has("correct answer") && has("incorrect answer 1")
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

fn is_typed(_row: &Row) -> bool {
    false
}

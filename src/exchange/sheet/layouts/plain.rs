//! A table with a row of headings: a question, options, and which of them are right.

use crate::bank::Progress;
use crate::exchange::Unreadable;
use crate::exchange::sheet::columns::Columns;
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::Grid;
use crate::exchange::sheet::rows::{self, Rules};

const RULES: Rules = Rules { naming: None, is_example: |_| false, is_typed: |_| false };

/// The row of headings.
pub fn begins(grid: &Grid) -> Option<usize> {
    grid.head().iter().position(|row| Columns::of(row).are_of_questions())
}

/// Reads the rows below it.
pub fn read(grid: &Grid, headings: usize, progress: &dyn Progress) -> Result<Found, Unreadable> {
    rows::read(grid, headings, &RULES, progress)
}

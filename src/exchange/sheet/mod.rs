//! Tables of questions: spreadsheets and CSV in every layout that is known, and written as a plain table or for Kahoot.

mod cells;
mod columns;
mod found;
mod from_text;
mod from_workbook;
mod grid;
mod heading;
mod key;
mod layout;
mod layouts;
mod lost;
mod rows;
mod types;
mod workbook;
mod write;
mod write_kahoot;

pub(super) use types::KINDS;
pub(super) use write::{write_csv, write_workbook};
pub(super) use write_kahoot::write_kahoot;

use crate::bank::Progress;
use crate::exchange::{DraftBank, Format, Remark, Unreadable};
use grid::{Grid, Row};
use layout::layout;

/// Rows that are looked at to tell the separator and the layout.
const HEAD: usize = 15;

/// Rows beyond this are no questions of one bank.
const MOST_ROWS: usize = 200_000;

/// Reads a text of rows. Without `separator` it is the one with which the text has a layout that is known.
pub(super) fn read_text(text: &str, separator: Option<&str>, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let (sign, start) = sign(text, separator).ok_or(Unreadable::NoQuestion(Format::Table))?;
    let mut bank = DraftBank::default();
    add(&from_text::grid(text, sign, start, MOST_ROWS), &mut bank, progress)?;
    Ok(bank)
}

/// Reads a workbook: all of its sheets that have a layout that is known and are not hidden.
pub(super) fn read_workbook(bytes: &[u8], progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let (grids, remarks) = from_workbook::grids(bytes)?;
    let mut bank = DraftBank { remarks, ..DraftBank::default() };
    for grid in &grids {
        add(grid, &mut bank, progress)?;
    }
    Ok(bank)
}

/// What stands between the cells of a text.
pub(super) fn separator_of(text: &str, wanted: Option<&str>) -> Option<Box<str>> {
    sign(text, wanted).map(|(sign, _)| char::from(sign).to_string().into())
}

/// Whether a text is a table of questions in a layout that is known.
pub(super) fn is_text(text: &str) -> bool {
    sign(text, None).is_some()
}

/// What stands between the cells of a text, and where its rows begin.
fn sign(text: &str, wanted: Option<&str>) -> Option<(u8, usize)> {
    let is_table = |(sign, start): &(u8, usize)| layout(&from_text::grid(text, *sign, *start, HEAD)).is_some();
    from_text::separators(text, wanted).into_iter().find(is_table)
}

fn add(grid: &Grid, bank: &mut DraftBank, progress: &dyn Progress) -> Result<(), Unreadable> {
    let Some((layout, first)) = layout(grid) else { return Ok(()) };
    let (drafts, remarks) = (layout.read)(grid, first, progress)?;
    bank.drafts.extend(drafts);
    bank.remarks.extend(remarks);
    // Above the headings stand titles and instructions.
    let headings = grid.rows.get(first).map_or(0, |row| row.number);
    if let Some((number, column)) = grid.merged.iter().find(|(number, _)| *number > headings) {
        let row = Row { number: *number, ..Row::default() };
        bank.remarks.push((grid.place(&row, *column), Remark::SpannedCells));
    }
    Ok(())
}

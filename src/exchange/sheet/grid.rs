//! Cells of one sheet with their addresses, whatever file they come from. Knows no column.

use crate::exchange::Place;

/// A sheet, or a text of rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The name of the sheet; `None` for a text, in which lines are counted.
    pub sheet: Option<Box<str>>,
    /// Its rows, without those that are blank.
    pub rows: Vec<Row>,
    /// Row, from 1, and column, from 0, where cells begin that reach over several rows or columns.
    pub merged: Vec<(u32, usize)>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number in the sheet, or its line in the text, from 1.
    pub number: u32,
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
    /// Why it cannot be read, as a clause.
    pub fault: Option<Box<str>>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What the sheet shows.
    pub text: String,
    /// What the sheet takes it for.
    pub content: Content,
}

/// What a sheet takes a cell for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// A text, or nothing.
    #[default]
    Text,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// A date or a time.
    Date,
    /// An error, such as `#N/A`.
    Fault,
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), content: Content::Text }
    }

    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Row {
    /// The text of a cell without spaces around it; empty for one that is not there.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    /// Whether there is nothing in any cell.
    pub fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(Cell::is_blank)
    }
}

impl Grid {
    /// Where a cell stands.
    pub fn place(&self, row: &Row, column: usize) -> Place {
        match &self.sheet {
            None => Place::line(row.number),
            Some(sheet) => Place::cell(format!("{sheet}!{}{}", letters(column), row.number)),
        }
    }

    /// The rows of a head, which is looked at to tell what a sheet is.
    pub fn head(&self) -> &[Row] {
        const HEADINGS_WITHIN: usize = 15;
        &self.rows[..self.rows.len().min(HEADINGS_WITHIN)]
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    const LETTERS: usize = 26;
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let place = u8::try_from((left - 1) % LETTERS).unwrap_or_default();
        letters.insert(0, char::from(b'A' + place));
        left = (left - 1) / LETTERS;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_that_a_sheet_shows() {
        let shown: Vec<String> = [0, 25, 26, 701, 702].into_iter().map(letters).collect();
        assert_eq!(shown, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

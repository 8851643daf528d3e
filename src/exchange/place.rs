//! Where something stands in another program's file. Finds nothing itself.

/// Where something stands in another program's file. At least one part is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file inside a package, such as `non_cc_assessments/x.xml.qti`; empty for a file that is no package.
    pub inside: Box<str>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The cell of a spreadsheet, such as `Sheet1!H12`, or a card's first field; empty elsewhere.
    pub cell: Box<str>,
}

impl Place {
    /// A line of a text.
    pub fn line(line: u32) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    /// A cell of a spreadsheet.
    pub fn cell(cell: impl Into<Box<str>>) -> Self {
        Self { cell: cell.into(), ..Self::default() }
    }

    /// The same place, in a file inside a package.
    pub fn within(self, inside: &str) -> Self {
        Self { inside: inside.into(), ..self }
    }
}

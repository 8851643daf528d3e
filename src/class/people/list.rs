//! Reads a class list as a school's program or a spreadsheet saved it. Knows no learner.

use crate::bank::wording::signs::is_blank;
use crate::class::people::list_columns::ListColumns;
use crate::class::read::{RowFault, is_scientific, whole};
use crate::formula_guard::unguard;
use crate::table::{Encoding, Record, Records, TableFault, decode, separator};
use thiserror::Error;

/// Who belongs to a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassList {
    /// Each person once, in the order of the list.
    pub enrolled: Vec<Enrolled>,
}

/// Somebody on a class list; what the list does not tell is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enrolled {
    /// The name, first name first where the list has two columns for it.
    pub name: Box<str>,
    /// The email address.
    pub email: Box<str>,
    /// The number in the school's books.
    pub number: Box<str>,
}

/// A class list and what there is to tell of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRead {
    /// The list.
    pub list: ClassList,
    /// Rows that cannot be used, with their lines.
    pub faults: Vec<(u64, RowFault)>,
    /// In which encoding it was read.
    pub encoding: Encoding,
}

/// Why nothing of a class list can be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ListFault {
    /// There is no column to know anybody by.
    #[error("there is no column of names, email addresses or numbers: call one `name`, `email` or `number`")]
    NoColumn {
        /// The line where the names of columns stand, from 1.
        line: u64,
    },
    /// A quotation mark by which rows would be lost.
    #[error(transparent)]
    Table(#[from] TableFault),
}

impl ListFault {
    /// The line that it is told at, from 1.
    pub fn line(&self) -> u64 {
        match self {
            Self::NoColumn { line } => *line,
            Self::Table(fault) => fault.line(),
        }
    }
}

impl ClassList {
    /// Reads a list with a column of names (or two, for first and last), of email addresses or of numbers, in any order,
    /// with headings in English, German or French. Other columns are passed over.
    ///
    /// # Errors
    /// Where no column is known, or where a quotation mark makes rows be lost.
    pub fn read(bytes: &[u8]) -> Result<ListRead, ListFault> {
        let (text, encoding) = decode(bytes);
        let found = separator(&text, &[]);
        let mut records = Records::new(&text, found.sign, found.start);
        let header = records.next().transpose()?;
        let columns = header.as_ref().map(ListColumns::of).unwrap_or_default();
        if !columns.names_anybody() {
            return Err(ListFault::NoColumn { line: header.map_or(1, |header| header.line) });
        }
        let mut read = ListRead { list: Self::default(), faults: Vec::new(), encoding };
        for record in records {
            let record = record?;
            match enrolled(&columns, &record) {
                Ok(enrolled) if enrolled == Enrolled::default() || read.list.enrolled.contains(&enrolled) => {}
                Ok(enrolled) => read.list.enrolled.push(enrolled),
                Err(fault) => read.faults.push((record.line, fault)),
            }
        }
        Ok(read)
    }
}

fn enrolled(columns: &ListColumns, record: &Record) -> Result<Enrolled, RowFault> {
    let has_more = record.cells.iter().skip(columns.count).any(|cell| !is_blank(&cell.text));
    if has_more {
        return Err(RowFault::Ragged { found: record.cells.len(), expected: columns.count });
    }
    let cell = |place: Option<usize>| {
        let cell = place.and_then(|place| record.cells.get(place)).map(|cell| unguard(&cell.text).trim());
        cell.filter(|cell| !is_blank(cell)).unwrap_or_default()
    };
    let parts = [cell(columns.first), cell(columns.last), cell(columns.name)];
    let name: Vec<&str> = parts.into_iter().flat_map(str::split_whitespace).collect();
    let email = cell(columns.email);
    if !email.is_empty() && !email.contains('@') {
        return Err(RowFault::Unreadable {
            column: "email".into(),
            cell: email.to_owned(),
            expected: "an email address",
        });
    }
    let number = cell(columns.number);
    if is_scientific(number) {
        return Err(RowFault::Changed { column: "number".into(), cell: number.to_owned() });
    }
    let number = whole(number).unwrap_or_else(|| number.to_owned());
    Ok(Enrolled { name: name.join(" ").into(), email: email.into(), number: number.into() })
}

//! What the cells of a row hold: texts, lists, numbers, yes or no, cautions. Knows neither facts nor names.

use crate::bank::Entries;
use crate::bank::values::quantity;
use crate::facts::problem::TableProblem;
use crate::facts::read::row_fault::RowFault;
use crate::facts::table::{Asked, Caution, Quantity};
use crate::syntax::did_you_mean::nearest;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// A row by its columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells(HashMap<&'static str, Filled>);

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Filled {
    /// The name of its column, as written.
    pub name: Rc<str>,
    /// Where it stands.
    pub span: Range<usize>,
    /// What is in it.
    pub text: String,
}

/// What is wrong with a cell: its column, and how.
pub(crate) type CellFault = (&'static str, TableProblem);

impl Cells {
    pub fn put(&mut self, column: &'static str, cell: Filled) {
        self.0.insert(column, cell);
    }

    pub fn get(&self, column: &str) -> Option<&Filled> {
        self.0.get(column)
    }

    /// Each cell with its column.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Filled)> {
        self.0.iter().map(|(column, cell)| (*column, cell))
    }

    /// What is in the column, without outer spaces; empty where there is none.
    pub fn text(&self, column: &str) -> &str {
        self.0.get(column).map_or("", |cell| cell.text.trim())
    }

    /// Several texts in one cell, parted by semicolons.
    pub fn texts(&self, column: &str) -> Box<[Box<str>]> {
        parts(self.text(column)).map(Into::into).collect()
    }

    /// Yes or no; nothing where the cell is empty.
    pub fn is_so(&self, column: &'static str) -> Result<Option<bool>, CellFault> {
        let text = self.text(column);
        match &*text.to_lowercase() {
            "" => Ok(None),
            "yes" | "y" | "x" | "true" | "1" | "✓" | "✔" => Ok(Some(true)),
            "no" | "n" | "false" | "0" | "-" | "–" => Ok(Some(false)),
            // "the" in the column `the` says that itself.
            own if own == column.trim_start_matches("object_") => Ok(Some(true)),
            _ => Err((column, RowFault::NotYesOrNo { text: text.into() }.into())),
        }
    }

    /// The number in `object`, with the unit that stands behind it or in a column of its own.
    pub fn amount(&self) -> Result<Quantity, CellFault> {
        let (value, unit_behind) = self.number("object")?;
        let unit: Box<str> = match self.text("unit") {
            "" => unit_behind,
            unit => unit.into(),
        };
        let tolerance = match self.text("tolerance") {
            "" => 0.0,
            _ => self.number("tolerance")?.0,
        };
        Ok(Quantity { value, unit, words: self.text("words").into(), tolerance, neighbours: self.neighbours()? })
    }

    fn number(&self, column: &'static str) -> Result<(f64, Box<str>), CellFault> {
        let text = self.text(column);
        match &quantity::readings(text)[..] {
            [] => Err((column, RowFault::NotANumber { text: text.into() }.into())),
            [one] => Ok((one.value, one.unit.clone())),
            [first, second, ..] => {
                let (text, first, second) = (text.into(), first.value, second.value);
                Err((column, RowFault::TwoNumbers { text, first, second }.into()))
            }
        }
    }

    /// `33 = The size of the French fleet; 40 = The size of both.` A semicolon that no number follows is one of the text.
    fn neighbours(&self) -> Result<Entries<Box<str>>, CellFault> {
        let text = self.text("neighbours");
        let mut found: Vec<(Box<str>, String)> = Vec::new();
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let pair = part.split_once('=').filter(|(number, _)| !quantity::readings(number.trim()).is_empty());
            match (pair, found.last_mut()) {
                (Some((number, meaning)), _) if !meaning.trim().is_empty() => {
                    found.push((number.trim().into(), meaning.trim().to_owned()));
                }
                (None, Some((_, meaning))) => meaning.push_str(&format!(";{part}")),
                _ => return Err(("neighbours", RowFault::NotANeighbour { text: part.trim().into() }.into())),
            }
        }
        Ok(Entries(found.into_iter().map(|(number, meaning)| (number, meaning.trim().into())).collect()))
    }

    /// The cautions, each from the column of its name.
    pub fn cautions(&self) -> Result<Box<[Caution]>, CellFault> {
        let mut cautions: Vec<Caution> = self.asked_not()?.into_iter().map(Caution::AskNot).collect();
        let whole = |column, caution: fn(Box<str>) -> Caution| match self.text(column) {
            "" => None,
            text => Some(caution(text.into())),
        };
        cautions.extend(whole("as_of", Caution::AsOf));
        cautions.extend(whole("superseded", Caution::Superseded));
        cautions.extend(self.texts("say").into_iter().map(Caution::Say));
        cautions.extend(self.texts("say_not").into_iter().map(Caution::SayNot));
        cautions.extend(whole("tell", Caution::Tell));
        Ok(cautions.into())
    }

    fn asked_not(&self) -> Result<Vec<Asked>, CellFault> {
        let asked = |text: &str| {
            let known = ASKED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
            known.map(|(_, asked)| *asked).ok_or_else(|| {
                let suggestion = nearest(&text.to_lowercase(), ASKED.iter().map(|(name, _)| *name));
                ("ask_not", RowFault::NotAPart { text: text.into(), suggestion }.into())
            })
        };
        parts(self.text("ask_not")).map(asked).collect()
    }
}

/// What `ask_not` can name.
const ASKED: &[(&str, Asked)] = &[
    ("subject", Asked::Subject),
    ("object", Asked::Object),
    ("when", Asked::When),
    ("month", Asked::Month),
    ("day", Asked::Day),
    ("number", Asked::Number),
];

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|text| !text.is_empty())
}

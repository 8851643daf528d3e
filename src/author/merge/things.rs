//! One thing where it stands in each of the three texts. Decides nothing.

use super::align::{Found, Side};
use super::blocks::Block;

/// A block with its text.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub text: &'a str,
    pub block: &'a Block,
}

impl Placed<'_> {
    /// The comments and the item, without the comma.
    pub fn body(&self) -> String {
        self.block.body(self.text)
    }

    /// The item.
    pub fn own(&self) -> &str {
        &self.text[self.block.own.clone()]
    }

    /// Its value.
    pub fn value(&self) -> &str {
        &self.text[self.block.value.clone()]
    }

    /// The comments above the item, up to it.
    pub fn above(&self) -> &str {
        &self.text[self.block.start..self.block.own.start]
    }

    /// The comments behind the item, without the comma.
    pub fn behind(&self) -> String {
        let behind = self.block.own.end..self.block.span.end;
        match self.block.comma {
            Some(comma) => [&self.text[behind.start..comma], &self.text[comma + 1..behind.end]].concat(),
            None => self.text[behind].to_owned(),
        }
    }

    /// The blanks before it and its comments.
    pub fn lead(&self) -> &str {
        &self.text[self.block.span.start..self.block.start]
    }
}

/// A thing in the texts that have it.
pub(super) type Three<'a> = [Option<Placed<'a>>; 3];

/// A thing where it stands.
pub(super) fn three<'a>(sides: &[Side<'a>; 3], found: Found) -> Three<'a> {
    let of = |which: usize| found[which].map(|at| Placed { text: sides[which].text, block: &sides[which].blocks[at] });
    [of(0), of(1), of(2)]
}

/// The name that a thing has after a merge, without quotation marks.
pub(super) fn name_of([base, mine, theirs]: Three<'_>) -> Box<str> {
    let name = |it: Option<Placed<'_>>| it.map(|it| it.block.name().to_owned());
    let (base, mine, theirs) = (name(base), name(mine), name(theirs));
    let name = if theirs == base { mine.or(theirs) } else { theirs.or(mine) }.or(base).unwrap_or_default();
    ron::from_str::<String>(&name).unwrap_or(name).into()
}

//! Formatted text: CommonMark with TeX maths between `$`, taken apart into blocks, and its plain form. Draws nothing,
//! opens nothing and fetches nothing.
//!
//! Two things differ from CommonMark, so that what teachers write by the way is not mangled: a text of a single line
//! holds no blocks (the option "1. April" is no list and "-" no bullet), and a `*` between two digits is a times sign.

mod chemistry;
pub mod formula;
mod masking;
pub mod maths;
mod parse;
mod picture;
mod plain;
pub mod rich;
mod script;
mod signs;
mod suspect;
#[cfg(test)]
mod tests;
pub mod tex;

pub use formula::{Formula, TexFault, formula};
pub use parse::{LONGEST_BYTES, parse, parse_with_gaps};
pub use picture::{PicturePlace, place_of};
pub use plain::{is_plain, literal, literal_but_maths, plain, plain_with};
pub use rich::{Block, Inline, Rich, Style};
pub use suspect::{Maths, Suspect, formulas, may_have_any, suspects};

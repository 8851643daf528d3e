//! What lints look at and write to, and what several of them know of words and of chance.

pub(crate) mod chance;
pub(crate) mod frequency;
pub(crate) mod measure;
mod notes;
pub(crate) mod other_options;
pub(crate) mod roots;
mod view;
mod words;

pub(crate) use notes::Notes;
pub(crate) use view::{Choosable, PlainTexts, View, choosable};
pub(crate) use words::Words;

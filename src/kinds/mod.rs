//! The kinds of answer: what each of them knows of marking, writing and reading responses.

pub mod kendall;
pub(crate) mod lookup;
pub(crate) mod number_key;
pub(crate) mod pairs;
pub mod parts;
pub(crate) mod text_key;

pub(crate) use crate::sitting::{Mark, Note};

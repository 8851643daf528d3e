//! Reads a bank from text.

use super::{Bank, Problem};

/// What came of reading a bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The bank with every question that can be asked, or why there is none.
    pub bank: Result<Bank, Problem>,
    /// The questions left out, each with its reason, and what else is wrong.
    pub problems: Vec<Problem>,
}

/// Hears how far reading has come, and may stop it.
pub trait Progress {
    /// Called after each question with the share of the text read, 0 to 1. Returning `false` stops the reading.
    fn advance(&self, share: f32) -> bool;
}

/// Reads a bank.
pub fn read(_text: &str, _progress: &dyn Progress) -> Reading {
    unimplemented!()
}

//! A question as the draw sees it: where it is, how often it was met, and who its enemies are.

use crate::bank::Question;

/// A question, by the place of its bank among the banks and its own place in the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    /// Index into the banks.
    pub bank: usize,
    /// Index into the bank's questions.
    pub question: usize,
}

/// A question as the draw sees it: who it is, and whom it must not meet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    /// Which question.
    pub pick: Pick,
    /// Its place in the pool.
    pub slot: usize,
    /// The question.
    pub question: &'a Question,
    /// Index of the first bank with its bank's id: enemies are named by id within a bank.
    pub family: usize,
    /// In how many sittings this learner was asked it.
    pub times_met: u32,
}

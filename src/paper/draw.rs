//! Draws a paper: which questions, in which order, with their options in which order.

use super::Plan;
use crate::bank::{Bank, Question};
use std::collections::HashMap;

/// How often a learner has met each question: bank id, then question id, then the number of sittings it was asked in.
pub type Met = HashMap<String, HashMap<String, u32>>;

/// Questions in the order in which they are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// What it was drawn with.
    pub seed: u32,
    /// The questions.
    pub items: Vec<PaperItem>,
    /// How many questions the plan asked for beyond what could be drawn, for want of questions or because
    /// enemies are kept apart.
    pub short_by: usize,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperItem {
    /// Id of the bank it comes from.
    pub bank_id: String,
    /// The question, whole, so that a sitting never depends on the bank again.
    pub question: Question,
    /// The options in the order shown: a permutation of the indices of [`Question::options`].
    pub option_order: Vec<usize>,
}

/// Draws a paper from `banks` as `plan` says.
pub fn draw(_banks: &[&Bank], _plan: &Plan, _met: &Met, _seed: u32) -> Paper {
    unimplemented!()
}

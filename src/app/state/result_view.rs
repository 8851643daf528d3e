//! A result on the screen.

use crate::app::state::pictures::Pictures;
use crate::sitting::{Sitting, Turn};

/// A result on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// The sitting.
    pub sitting: Sitting,
    /// The percentage of the learner's last sitting on the bank before this one.
    pub previous_percent: Option<f64>,
    /// Index of the question that is looked at again.
    pub reviewing: Option<usize>,
    /// The pictures that can be shown.
    pub pictures: Pictures,
}

impl ResultView {
    /// The questions that were asked: a second try that was not made is none.
    pub fn asked(&self) -> Vec<usize> {
        let asked = |turn: &Turn| !turn.is_second_try() || turn.is_done();
        self.sitting.turns.iter().enumerate().filter(|(_, turn)| asked(turn)).map(|(index, _)| index).collect()
    }
}

//! A sitting on the screen, and what is shown of it.

use crate::app::state::pictures::Pictures;
use crate::bank::{Bank, Mode};
use crate::schedule::Memory;
use crate::sitting::{Certainty, Sitting, Verdict};
use std::sync::Arc;

/// A sitting on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Play {
    /// The sitting.
    pub sitting: Sitting,
    /// What is shown of it.
    pub phase: Phase,
    /// The pictures that can be shown.
    pub pictures: Pictures,
    /// The bank as it was when the sitting came onto the screen; `None` where it is gone.
    pub bank: Option<Arc<Bank>>,
    /// When the question that was just answered comes back; `None` where that is not known, or where it does not.
    pub comes_back: Option<ComesBack>,
}

/// When a question comes back for review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComesBack {
    /// In how many days, 1 at least.
    pub days: u32,
    /// What is remembered of it now.
    pub memory: Memory,
    /// What became of the answer.
    pub verdict: Verdict,
    /// Whether that is the learner's own word.
    pub is_overruled: bool,
    /// Whether a hint was shown.
    pub has_used_hints: bool,
    /// How sure the learner was, where that was asked.
    pub certainty: Option<Certainty>,
}

/// What is shown of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// A question that can be answered.
    Asking,
    /// A question that has been answered in practice, or said not to be known.
    Feedback,
    /// Every question was asked once, and second tries can be made.
    Pause,
    /// Which questions of a test are answered.
    Overview,
}

impl Play {
    /// Share of the questions of this round that are done, 0 to 1.
    pub fn progress(&self) -> f32 {
        let place = self.sitting.place();
        place.done as f32 / place.count.max(1) as f32
    }

    /// Which question of its round this is, such as `Question 7 of 12`.
    pub fn place_words(&self) -> String {
        let place = self.sitting.place();
        let noun = if place.is_second_try { "Second try" } else { "Question" };
        format!("{noun} {} of {}", place.number, place.count)
    }

    /// How many questions of this round are done, such as `6 of 12 answered`. In practice one is done without an answer
    /// too, where the learner does not know it.
    pub fn progress_words(&self) -> String {
        let place = self.sitting.place();
        let done = match self.sitting.terms.mode {
            Mode::Practice => "done",
            Mode::Test => "answered",
        };
        format!("{} of {} {done}", place.done, place.count)
    }

    /// Whether nothing is left to do.
    pub fn is_last(&self) -> bool {
        self.sitting.is_complete()
    }

    /// Whether the first round ends with the question on the screen, and second tries can follow.
    pub fn ends_first_round(&self) -> bool {
        let sitting = &self.sitting;
        sitting.is_scored() && !sitting.turn().is_second_try() && sitting.second_tries_left() > 0
    }
}

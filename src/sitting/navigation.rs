//! Moving through a sitting: on, back, past, to the end. Never marks an answer and never asks the time.

use crate::bank::Mode;
use crate::sitting::{Sitting, State, Turn};

impl Sitting {
    /// Goes on; `false`, staying, where there is nowhere to go.
    ///
    /// In Practice: to the next unanswered turn after the current one, going round once. In Test: to the next turn by
    /// position, answered or not.
    pub fn advance(&mut self) -> bool {
        let Some(current) = self.current_index() else { return false };
        let next = match self.terms.mode {
            Mode::Practice => self.next_unanswered(current),
            Mode::Test => Some(current + 1),
        };
        next.is_some_and(|index| self.move_to(index))
    }

    /// Leaves the current question open and goes on; it comes round again. `false` where no other is open: the
    /// caller then ends the sitting. In Test, where learners move freely, the same as [`Self::advance`].
    pub fn skip(&mut self) -> bool {
        self.advance()
    }

    /// Goes to a turn by its index, in Test alone. `false`, staying, where that cannot be.
    pub fn go_to(&mut self, index: usize) -> bool {
        self.terms.mode == Mode::Test && self.move_to(index)
    }

    /// Goes to the turn before the current one, in Test alone. `false`, staying, where that cannot be.
    pub fn go_back(&mut self) -> bool {
        let before = self.current_index().and_then(|index| index.checked_sub(1));
        before.is_some_and(|index| self.go_to(index))
    }

    /// Whether every turn is answered, those that came again included.
    pub fn is_complete(&self) -> bool {
        self.turns.iter().all(Turn::is_answered)
    }

    /// Indices of the first attempts without an answer, ascending.
    pub fn unanswered(&self) -> Vec<usize> {
        self.first_attempts().filter(|(_, turn)| !turn.is_answered()).map(|(index, _)| index).collect()
    }

    /// How many questions there are: first attempts alone, so it never changes.
    pub fn question_count(&self) -> usize {
        self.first_attempts().count()
    }

    /// The turns that count, each with its index into `turns`.
    pub fn first_attempts(&self) -> impl Iterator<Item = (usize, &Turn)> {
        self.turns.iter().enumerate().filter(|(_, turn)| turn.attempt == 1)
    }

    fn next_unanswered(&self, current: usize) -> Option<usize> {
        let is_open = |index: &usize| !self.turns[*index].is_answered();
        (current + 1..self.turns.len()).chain(0..current).find(is_open)
    }

    /// Nobody moves on once the time is up: only what stands on the screen may still be handed in.
    fn move_to(&mut self, index: usize) -> bool {
        let can_move = self.state == State::InProgress && !self.is_time_up() && index < self.turns.len();
        if can_move {
            self.current = index;
        }
        can_move
    }
}

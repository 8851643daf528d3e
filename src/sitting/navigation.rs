//! Moving through a sitting: on, back, past, to the end, and from the first round to the second tries. Never marks an answer
//! and never asks the time.

use crate::bank::Mode;
use crate::sitting::{Sitting, Turn};

/// Where a turn stands in its round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whether the round is that of second tries, outside the score.
    pub is_second_try: bool,
    /// Which turn of the round it is, from 1.
    pub number: usize,
    /// How many turns the round has.
    pub count: usize,
    /// How many of them are done.
    pub done: usize,
}

impl Sitting {
    /// Goes on; `false`, staying, where there is nowhere to go.
    ///
    /// In Practice: to the next open turn after the current one, going round once, and to second tries only when no other
    /// turn is open. In Test: to the next turn by position, answered or not.
    pub fn advance(&mut self) -> bool {
        let Some(current) = self.current_index() else { return false };
        let next = match self.terms.mode {
            Mode::Practice => self.next_open(current),
            Mode::Test => Some(current + 1),
        };
        next.is_some_and(|index| self.move_to(index))
    }

    /// Leaves the current question open and goes on; it comes round again, once. `false`, staying, where that cannot be, see
    /// [`Self::can_skip`]. In Test, where learners move freely, the same as [`Self::advance`].
    pub fn skip(&mut self) -> bool {
        self.can_skip() && self.advance()
    }

    /// Whether the current question can be left for later. In Practice once a question: not when it has come round, and not
    /// where no later one of the round is open.
    pub fn can_skip(&self) -> bool {
        if self.terms.mode == Mode::Test {
            return true;
        }
        let round = self.turn().is_second_try();
        let later = self.turns.iter().skip(self.current.saturating_add(1));
        let mut later = later.filter(|turn| turn.is_second_try() == round).peekable();
        !self.turn().is_done() && later.peek().is_some() && later.all(|turn| !turn.is_done())
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

    /// Whether every turn is done, second tries included.
    pub fn is_complete(&self) -> bool {
        self.turns.iter().all(Turn::is_done)
    }

    /// Whether the score stands: in Practice, as soon as every question was asked and done once.
    pub fn is_scored(&self) -> bool {
        let mut first = self.first_attempts().peekable();
        self.terms.mode == Mode::Practice && first.peek().is_some() && first.all(|(_, turn)| turn.is_done())
    }

    /// Where the current turn stands in its round: in the paper, or among the second tries.
    pub fn place(&self) -> Place {
        let is_second_try = self.turn().is_second_try();
        let round = self.turns.iter().enumerate().filter(|(_, turn)| turn.is_second_try() == is_second_try);
        let mut place = Place { is_second_try, number: 0, count: 0, done: 0 };
        for (index, turn) in round {
            place.number += usize::from(index <= self.current);
            place.count += 1;
            place.done += usize::from(turn.is_done());
        }
        place
    }

    /// How many second tries are open.
    pub fn second_tries_left(&self) -> usize {
        self.turns.iter().filter(|turn| turn.is_second_try() && !turn.is_done()).count()
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

    fn next_open(&self, current: usize) -> Option<usize> {
        let is_open = |index: &usize| !self.turns[*index].is_done();
        let is_first = |index: &usize| is_open(index) && !self.turns[*index].is_second_try();
        let mut others = (current + 1..self.turns.len()).chain(0..current);
        let is_first_round_over = !is_first(&current);
        others.clone().find(is_first).or_else(|| others.find(|index| is_first_round_over && is_open(index)))
    }

    /// Nobody moves on once the time is up: only what stands on the screen may still be handed in.
    fn move_to(&mut self, index: usize) -> bool {
        let can_move = self.is_open() && !self.is_time_up() && index < self.turns.len();
        if can_move {
            self.current = index;
        }
        can_move
    }
}

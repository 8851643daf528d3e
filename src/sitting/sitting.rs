//! A sitting: what was asked and what was answered. Pure: no I/O, no clock (moments come in), no randomness.
//! Moving from turn to turn is in `navigation`, results are in `outcome`.

use crate::bank::Mode;
use crate::moment::Moment;
use crate::paper::{Paper, item_again};
use crate::sitting::turn::NO_TURN;
use crate::sitting::{Certainty, Response, Terms, Turn, Verdict, grade};
use std::collections::HashSet;
use uuid::Uuid;

/// The quiz ids of sittings that are put together for a learner, over questions of any bank: their results stand for no bank and
/// no quiz.
pub mod put_together {
    /// What is due today.
    pub const REVIEW: &str = "review";
    /// What was not right.
    pub const MISTAKES: &str = "mistakes";
    /// What is flagged.
    pub const FLAGGED: &str = "flagged";
    /// What was never met.
    pub const NOT_YET_MET: &str = "not_yet_met";
    /// What a topic holds that is known least.
    pub const WEAKEST_TOPIC: &str = "weakest_topic";
    /// What was missed too often.
    pub const STUBBORN: &str = "stubborn";
    /// What a search has found.
    pub const FOUND: &str = "found";

    /// All of them.
    pub const ALL: [&str; 7] = [REVIEW, MISTAKES, FLAGGED, NOT_YET_MET, WEAKEST_TOPIC, STUBBORN, FOUND];
}

/// One learner's way through one paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// Unlike any other sitting's, on any computer.
    pub id: Uuid,
    /// Id of the bank, or of the first where several were drawn from.
    pub bank_id: String,
    /// Its title when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz; empty where the learner chose freely, one of [`put_together`] for what no bank has planned.
    pub quiz_id: String,
    /// What the paper was drawn with.
    pub seed: u32,
    /// Mode, limits and pass mark.
    pub terms: Terms,
    /// When it began.
    pub started_at: Moment,
    /// When it ended.
    pub finished_at: Option<Moment>,
    /// Whether it still goes on.
    pub state: State,
    /// Milliseconds that the sitting was open on the screen; time with the program closed counts only where
    /// [`Terms::runs_on`].
    pub elapsed_ms: u64,
    /// When it was last on the screen, as far as that was noted.
    pub seen_at: Option<Moment>,
    /// How often it was left and carried on with.
    pub times_left: u32,
    /// Milliseconds that it was left altogether, on the wall clock.
    pub away_ms: u64,
    /// Every question in the order asked: the paper's, then those that come again.
    pub turns: Vec<Turn>,
    /// Index into `turns` of the question on the screen.
    pub current: usize,
}

/// Whether a sitting still goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Under way, or waiting to be carried on.
    InProgress,
    /// Handed in, or in Practice every question was done once. Second tries may still be made: they change no score.
    Finished,
    /// Discarded by the learner before there was a score.
    Abandoned,
}

impl State {
    /// The name in CSV and JSON, `snake_case`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "in_progress",
            Self::Finished => "finished",
            Self::Abandoned => "abandoned",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::InProgress, Self::Finished, Self::Abandoned].into_iter().find(|state| state.as_str() == name)
    }
}

/// What came of giving an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub enum Answered {
    /// It was marked and kept.
    Accepted,
    /// There was nothing in it; nothing changed.
    Blank,
    /// In Practice an answer stands once it is given; nothing changed.
    AlreadyAnswered,
    /// The sitting is over; nothing changed.
    Closed,
}

impl Sitting {
    /// Begins a sitting at its first question.
    ///
    /// `bank_id` is the id of the bank, or of the first where several were drawn from; `quiz_id` is empty where the
    /// learner chose freely. An empty paper makes a sitting that is complete from the start.
    pub fn begin(
        id: Uuid,
        bank_id: impl Into<String>,
        bank_title: impl Into<String>,
        quiz_id: impl Into<String>,
        terms: Terms,
        paper: Paper,
        at: Moment,
    ) -> Self {
        Self {
            id,
            bank_id: bank_id.into(),
            bank_title: bank_title.into(),
            quiz_id: quiz_id.into(),
            seed: paper.seed,
            started_at: at,
            finished_at: None,
            state: State::InProgress,
            elapsed_ms: 0,
            seen_at: Some(at),
            times_left: 0,
            away_ms: 0,
            turns: paper.items.into_iter().map(|item| Turn::new(item, 1).under(&terms)).collect(),
            current: 0,
            terms,
        }
    }

    /// The turn on the screen. A sitting without any turn shows an empty question.
    pub fn turn(&self) -> &Turn {
        self.current_index().map_or(&NO_TURN, |index| &self.turns[index])
    }

    /// Confirms an answer to the current turn and marks it.
    ///
    /// In Practice an answer stands, and a question that was not answered fully right comes for a second try at the end, with
    /// its options in another order. With the last first answer the sitting is finished, for its score stands. In Test a
    /// later answer takes the place of an earlier one. The current turn can still be answered when the time is up, so that
    /// the window can hand in what stands in a field before it calls [`Self::finish`]; moving cannot.
    pub fn answer(&mut self, response: Response, at: Moment) -> Answered {
        self.answer_with(response, None, at)
    }

    /// The same with how sure the learner was, which is kept only where certainty counts.
    pub fn answer_with(&mut self, response: Response, certainty: Option<Certainty>, at: Moment) -> Answered {
        let mode = self.terms.mode;
        let Some(turn) = self.open_turn_mut() else { return Answered::Closed };
        if mode == Mode::Practice && turn.is_done() {
            return Answered::AlreadyAnswered;
        }
        if response.is_blank() {
            return Answered::Blank;
        }
        turn.mark = Some(grade(&turn.item.question, &response));
        turn.response = Some(response);
        turn.certainty = certainty.filter(|_| turn.counts_certainty);
        turn.answered_at = Some(at);
        self.settle(at);
        Answered::Accepted
    }

    /// Says that the current question is not known, in Practice alone: it counts as missed and comes for a second try. A
    /// question that learners rate themselves is rated so. In Test a question is simply left open.
    pub fn say_not_known(&mut self, at: Moment) -> Answered {
        if self.terms.mode == Mode::Practice && self.turn().item.question.kind().is_self_rated() {
            return self.answer(Response::Recall(false), at);
        }
        let mode = self.terms.mode;
        let Some(turn) = self.open_turn_mut().filter(|_| mode == Mode::Practice) else { return Answered::Closed };
        if turn.is_done() {
            return Answered::AlreadyAnswered;
        }
        turn.answered_at = Some(at);
        self.settle(at);
        Answered::Accepted
    }

    /// Takes back the answer to the current turn, in Test alone. Tells whether there was one to take back.
    pub fn clear_answer(&mut self) -> bool {
        if self.terms.mode != Mode::Test {
            return false;
        }
        let Some(turn) = self.open_turn_mut() else { return false };
        turn.mark = None;
        turn.certainty = None;
        turn.answered_at = None;
        turn.response.take().is_some()
    }

    /// Shows one hint more and gives it; `None` where no more are left, after the answer, and when the time is up.
    /// All shown so far are the first [`Turn::hints_used`] of the question's.
    pub fn show_hint(&mut self) -> Option<&str> {
        if self.is_time_up() {
            return None;
        }
        let turn = self.open_turn_mut().filter(|turn| !turn.is_done())?;
        let hint = turn.item.question.hints.get(turn.hints_used as usize)?;
        turn.hints_used += 1;
        Some(hint)
    }

    /// Flags the current question to look at again, or takes the flag away: for its second try too.
    pub fn toggle_flag(&mut self) {
        let Some(index) = self.current_index().filter(|_| self.is_open()) else { return };
        let is_flagged = !self.turns[index].is_flagged;
        for same in self.turns_of_same_question(index) {
            self.turns[same].is_flagged = is_flagged;
        }
    }

    /// Indices of the turns that ask the question of the turn at `index`, itself among them.
    pub(crate) fn turns_of_same_question(&self, index: usize) -> Vec<usize> {
        let Some(turn) = self.turns.get(index) else { return Vec::new() };
        let same = self.turns.iter().enumerate().filter(|(_, other)| other.is_of_same_question(turn));
        same.map(|(index, _)| index).collect()
    }

    /// Flags the questions that the learner has flagged before, named by bank and question.
    pub fn flag_again(&mut self, flagged: &HashSet<(String, String)>) {
        if flagged.is_empty() {
            return;
        }
        for turn in &mut self.turns {
            let name = (turn.item.bank_id.clone(), turn.item.question.id.to_string());
            turn.is_flagged = flagged.contains(&name);
        }
    }

    /// Lets `ms` milliseconds pass with the current turn on the screen. Counts nothing once the sitting is over.
    pub fn tick(&mut self, ms: u64) {
        let mode = self.terms.mode;
        if !self.is_open() {
            return;
        }
        self.elapsed_ms = self.elapsed_ms.saturating_add(ms);
        // In Practice an answered turn shows its feedback: reading it is no time spent on the answer.
        if let Some(turn) = self.open_turn_mut().filter(|turn| mode == Mode::Test || !turn.is_done()) {
            turn.duration_ms = turn.duration_ms.saturating_add(ms);
        }
    }

    /// Carries on with a sitting that was left, at `at` on the wall clock: notes how long it was away, and lets that time
    /// count where it runs on. A clock that was set back counts nothing.
    pub fn come_back(&mut self, at: Moment) {
        let Some(seen_at) = self.seen_at.replace(at).filter(|_| self.state == State::InProgress) else { return };
        let away_ms = u64::try_from(at.unix_ms.saturating_sub(seen_at.unix_ms)).unwrap_or_default();
        self.times_left = self.times_left.saturating_add(1);
        self.away_ms = self.away_ms.saturating_add(away_ms);
        if self.terms.runs_on {
            self.elapsed_ms = self.elapsed_ms.saturating_add(away_ms);
        }
    }

    /// Milliseconds left, 0 when the time is up; `None` without a limit.
    pub fn remaining_ms(&self) -> Option<u64> {
        let limit_ms = u64::from(self.terms.time_limit_secs?) * 1000;
        Some(limit_ms.saturating_sub(self.elapsed_ms))
    }

    /// Whether there is a limit and it has been reached.
    pub fn is_time_up(&self) -> bool {
        self.remaining_ms() == Some(0)
    }

    /// Ends the sitting as played to the end or handed in. One that is over stays as it is, but for the end of second tries,
    /// which is its end then.
    pub fn finish(&mut self, at: Moment) {
        let has_second_tries = self.turns.iter().any(Turn::is_second_try);
        if self.state == State::InProgress || (has_second_tries && self.is_open()) {
            self.state = State::Finished;
            self.finished_at = Some(at);
        }
    }

    /// Ends the sitting as discarded; as finished where its score stands. One that is over stays as it is.
    pub fn abandon(&mut self, at: Moment) {
        if self.state == State::InProgress {
            self.state = if self.is_scored() { State::Finished } else { State::Abandoned };
            self.finished_at = Some(at);
        }
    }

    /// Takes back that the sitting was given up. One that was handed in stays so.
    pub fn take_up_again(&mut self) {
        if self.state == State::Abandoned {
            self.state = State::InProgress;
            self.finished_at = None;
        }
    }

    /// Whether something can still be done in it: answers, or second tries once it is finished.
    pub(super) fn is_open(&self) -> bool {
        match self.state {
            State::InProgress => true,
            State::Finished => self.is_scored(),
            State::Abandoned => false,
        }
    }

    /// Index of the turn on the screen, kept within the turns there are: a stored sitting may have lost some.
    pub(super) fn current_index(&self) -> Option<usize> {
        Some(self.current.min(self.turns.len().checked_sub(1)?))
    }

    /// The current turn, as long as something can be done.
    fn open_turn_mut(&mut self) -> Option<&mut Turn> {
        let index = self.current_index().filter(|_| self.is_open())?;
        self.turns.get_mut(index)
    }

    /// After the current turn is done: it may come again, and the score may stand.
    fn settle(&mut self, at: Moment) {
        self.ask_again();
        if self.is_scored() {
            self.state = State::Finished;
            self.finished_at = Some(at);
        }
    }

    /// Puts a question answered less than fully right at the end, in Practice and once: a learner who fails twice
    /// needs the explanation, not a third try. With no time left it would never be asked.
    fn ask_again(&mut self) {
        if let Some(index) = self.current_index() {
            self.ask_again_of(index);
        }
    }

    /// The same for the turn at `index`.
    pub(super) fn ask_again_of(&mut self, index: usize) {
        let turn = &self.turns[index];
        if self.terms.mode != Mode::Practice || turn.verdict() == Verdict::Correct || self.is_time_up() {
            return;
        }
        if !self.turns.iter().any(|other| other.attempt > 1 && other.is_of_same_question(turn)) {
            let position = u32::try_from(self.turns.len()).unwrap_or(u32::MAX);
            let again = Turn::new(item_again(&turn.item, self.seed, position), 2).under(&self.terms);
            self.turns.push(Turn { is_flagged: self.turns[index].is_flagged, ..again });
        }
    }
}

#[cfg(test)]
mod tests;

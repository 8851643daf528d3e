//! A sitting that went on in two places, put together again from the turns of both. The same comes out whichever of the two
//! is ours. Knows no file.

use rusqlite::types::Value;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A turn as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StoredTurn {
    /// Place in the sitting, from 0.
    pub turn_index: i64,
    /// Row of the question, in our file.
    pub question: i64,
    /// Which time it is asked, from 1.
    pub attempt: i64,
    pub answered_ms: Option<i64>,
    pub response: Option<String>,
    pub overruling: StoredOverruling,
    pub duration_ms: i64,
    pub hints_used: i64,
    pub is_flagged: bool,
    pub remark: String,
    /// What goes with the answer and is never put together.
    pub rest: Vec<Value>,
}

/// What the learner said of the mark, with the mark that follows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StoredOverruling {
    pub said_ms: Option<i64>,
    pub offset_secs: Option<i64>,
    pub stands: bool,
    pub verdict: String,
    pub score: f64,
    pub marked_score: Option<f64>,
    pub marked_verdict: Option<String>,
}

/// What tells one answer from another: its question, as a place in the paper, and when and what was answered.
type Key = (usize, i64, Option<i64>, Option<String>);

/// The turns of both; `None` where they are not of one paper, so that nothing can be put together.
///
/// Where one question was answered in both places, a test keeps the newest answer, as where it is changed in one place. In
/// practice an answer stands: the first to be given is the first attempt, and the other becomes a further one.
pub(super) fn union(ours: &[StoredTurn], theirs: &[StoredTurn], is_test: bool) -> Option<Vec<StoredTurn>> {
    if ours == theirs {
        return Some(ours.to_vec());
    }
    let paper = paper_of(ours);
    if paper != paper_of(theirs) {
        return None;
    }
    let places = Places::of(&paper);
    let mut tries: Vec<Tries> = paper.iter().map(|_| Tries::default()).collect();
    for turn in ours.iter().chain(theirs) {
        if let Some(place) = places.of_turn(turn) {
            tries[place].add(turn);
        }
    }
    let mut firsts = Vec::new();
    let mut again = Vec::new();
    for (place, ((turn_index, _), tries)) in paper.iter().zip(tries).enumerate() {
        let mut turns = tries.in_order(is_test);
        if turns.is_empty() {
            return None;
        }
        again.extend(turns.split_off(1).into_iter().map(|turn| (place, turn)));
        firsts.extend(turns.into_iter().map(|turn| StoredTurn { turn_index: *turn_index, ..turn }));
    }
    let next = paper.iter().map(|(turn_index, _)| turn_index + 1).max().unwrap_or_default();
    arrange(&mut again, &order_of(ours, &places), &order_of(theirs, &places));
    let again = (next..).zip(again).map(|(turn_index, (_, turn))| StoredTurn { turn_index, ..turn });
    Some(firsts.into_iter().chain(again).collect())
}

/// The questions of the paper and where they stand: first attempts alone.
fn paper_of(turns: &[StoredTurn]) -> Vec<(i64, i64)> {
    turns.iter().filter(|turn| turn.attempt == 1).map(|turn| (turn.turn_index, turn.question)).collect()
}

/// Where the turns of a paper belong.
struct Places {
    by_turn: HashMap<(i64, i64), usize>,
    by_question: HashMap<i64, usize>,
}

impl Places {
    fn of(paper: &[(i64, i64)]) -> Self {
        let mut by_question = HashMap::new();
        for (place, (_, question)) in paper.iter().enumerate() {
            by_question.entry(*question).or_insert(place);
        }
        let by_turn = paper.iter().enumerate().map(|(place, turn)| (*turn, place)).collect();
        Self { by_turn, by_question }
    }

    /// First attempts stand where the paper has them; further ones belong to their question.
    fn of_turn(&self, turn: &StoredTurn) -> Option<usize> {
        match turn.attempt {
            ..=1 => self.by_turn.get(&(turn.turn_index, turn.question)).copied(),
            _ => self.by_question.get(&turn.question).copied(),
        }
    }
}

fn key(place: usize, turn: &StoredTurn) -> Key {
    (place, turn.attempt, turn.answered_ms, turn.response.clone())
}

/// The further attempts in the order in which they stand.
fn order_of(turns: &[StoredTurn], places: &Places) -> Vec<Key> {
    let again = turns.iter().filter(|turn| turn.attempt > 1);
    again.filter_map(|turn| Some(key(places.of_turn(turn)?, turn))).collect()
}

/// Puts further attempts in order: as the side has them that has them all, or else by when they were answered.
fn arrange(again: &mut [(usize, StoredTurn)], ours: &[Key], theirs: &[Key]) {
    let sorted = |keys: &[Key]| {
        let mut keys = keys.to_vec();
        keys.sort();
        keys
    };
    let wanted = sorted(&again.iter().map(|(place, turn)| key(*place, turn)).collect::<Vec<_>>());
    let whole = [ours, theirs].into_iter().filter(|keys| sorted(keys) == wanted).min();
    let position: HashMap<&Key, usize> =
        whole.unwrap_or_default().iter().enumerate().map(|(nth, key)| (key, nth)).collect();
    again.sort_by_key(|(place, turn)| {
        let key = key(*place, turn);
        (position.get(&key).copied(), turn.answered_ms.is_none(), turn.answered_ms, key)
    });
}

/// Each time that one question was asked, in either place.
#[derive(Default)]
struct Tries {
    answered: Vec<StoredTurn>,
    /// The first attempts that wait for an answer, as one.
    open: Option<StoredTurn>,
    /// The further attempts that wait for an answer, as one.
    waiting: Option<StoredTurn>,
    /// How many of those there were.
    waiting_count: usize,
}

impl Tries {
    fn add(&mut self, turn: &StoredTurn) {
        if turn.answered_ms.is_some() {
            match self.answered.iter_mut().find(|known| is_same_answer(known, turn)) {
                Some(known) => known.take_in(turn),
                None => self.answered.push(turn.clone()),
            }
            return;
        }
        let slot = if turn.attempt == 1 { &mut self.open } else { &mut self.waiting };
        self.waiting_count += usize::from(turn.attempt > 1);
        match slot {
            Some(known) => known.take_in(turn),
            None => *slot = Some(turn.clone()),
        }
    }

    /// Numbered from 1, without gaps.
    fn in_order(mut self, is_test: bool) -> Vec<StoredTurn> {
        let by_age = |turn: &StoredTurn| (turn.answered_ms, turn.response.clone());
        if is_test {
            self.answered.sort_by_key(|turn| Reverse(by_age(turn)));
            self.answered.truncate(1);
        } else {
            self.answered.sort_by_key(|turn| (turn.attempt, by_age(turn)));
        }
        let mut turns = self.answered;
        match (turns.first_mut(), self.open) {
            (Some(first), Some(open)) => first.take_words_of(&open),
            (None, Some(open)) => turns.push(open),
            _ => {}
        }
        // Whoever was right in the end, or had the second try already, is not asked again.
        let is_settled = turns.first().is_some_and(|first| first.overruling.verdict == "correct");
        if turns.len() == 1 && (!is_settled || self.waiting_count == 2) {
            turns.extend(self.waiting);
        }
        // The flag is the question's, and so the same on all its turns.
        let is_flagged = turns.iter().any(|turn| turn.is_flagged);
        for (attempt, turn) in (1..).zip(&mut turns) {
            (turn.attempt, turn.is_flagged) = (attempt, is_flagged);
        }
        turns
    }
}

fn is_same_answer(one: &StoredTurn, other: &StoredTurn) -> bool {
    one.answered_ms == other.answered_ms && one.response == other.response
}

impl StoredTurn {
    /// Takes in what was recorded elsewhere of the same answer, or of the same wait for one.
    fn take_in(&mut self, other: &Self) {
        self.take_words_of(other);
        self.attempt = self.attempt.max(other.attempt);
        self.duration_ms = self.duration_ms.max(other.duration_ms);
        self.hints_used = self.hints_used.max(other.hints_used);
        let age = |overruling: &StoredOverruling| (overruling.said_ms, overruling.stands);
        if age(&other.overruling) > age(&self.overruling) {
            self.overruling = other.overruling.clone();
        }
    }

    /// Takes in the flag and the remark: nothing tells when they were set, so what stands in either place stands.
    fn take_words_of(&mut self, other: &Self) {
        self.is_flagged |= other.is_flagged;
        self.remark = both(&self.remark, &other.remark);
    }
}

/// Both remarks, each once.
fn both(one: &str, other: &str) -> String {
    match (one.contains(other), other.contains(one)) {
        (true, _) => one.to_owned(),
        (_, true) => other.to_owned(),
        _ => format!("{}\n{}", one.min(other), one.max(other)),
    }
}

//! Plays a quiz by keys, and says what its rows must look like.

use crate::program::{Home, Row, Running};
use crate::quiz::{QUESTION_COUNT, answer_of_one};
use crate::screen::Key;
use crate::wait::until;
use std::collections::BTreeMap;
use torus::sitting::{Sitting, State};
use uuid::Uuid;

/// From the window that a bank was opened with to its first question, at most two `Enter`s.
pub fn begin(home: &Home, running: &Running<'_>) -> Uuid {
    let known = home.sittings();
    running.screen.press(&[Key::ENTER, Key::ENTER]);
    until("a sitting to begin", || home.sittings().into_iter().find(|id| !known.contains(id)))
}

/// Answers the question on the screen, and waits until the answer is in the results.
pub fn answer(home: &Home, running: &Running<'_>) -> Vec<Row> {
    let count = answered(&home.rows()).len();
    running.screen.press(&[Key::ONE, Key::ENTER]);
    home.rows_when("an answer to be kept", |rows| answered(rows).len() > count)
}

/// `1`, `Enter`, `Enter` for each question, and `Enter` on the pause before the second tries, until all are done.
pub fn play_on(home: &Home, running: &Running<'_>, sitting: Uuid) {
    let left = || home.sitting(sitting).turns.iter().filter(|turn| !turn.is_answered()).count();
    while left() > 0 {
        let count = answered(&home.rows()).len();
        if is_on_pause(&home.sitting(sitting)) {
            running.screen.press(&[Key::ENTER]);
        }
        running.screen.press(&[Key::ONE, Key::ENTER, Key::ENTER]);
        home.rows_when("an answer to be kept", |rows| answered(rows).len() > count);
    }
    until("the end of the sitting", || (home.sitting(sitting).state == State::Finished).then_some(()));
}

/// Whether the first round is over and no second try is made.
fn is_on_pause(sitting: &Sitting) -> bool {
    let is_begun = sitting.turns.iter().any(|turn| turn.is_second_try() && turn.is_done());
    sitting.is_scored() && !is_begun
}

/// Checks that the sitting was held from beginning to end by pressing `1`: every question of the bank once, those that
/// went wrong once more, and nothing else.
pub fn check_whole(rows: &[Row], sitting: Uuid) {
    check_finished(rows, sitting, true);
}

/// The same; where `has_second_tries` is not so, none was made.
pub fn check_finished(rows: &[Row], sitting: Uuid, has_second_tries: bool) {
    let rows = rows_of(rows, sitting);
    let positions: Vec<usize> = rows.iter().map(|row| row.position).collect();
    assert_eq!(positions, (1..=rows.len()).collect::<Vec<_>>(), "{rows:#?}");
    let mut attempts: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        assert_eq!((row.response.as_str(), row.state.as_str()), (answer_of_one(row), "finished"), "{row:#?}");
        attempts.entry(&row.question).or_default().push(row);
    }
    assert_eq!(attempts.len(), QUESTION_COUNT, "{rows:#?}");
    for asked in attempts.values() {
        let numbers: Vec<u32> = asked.iter().map(|row| row.attempt).collect();
        let expected: &[u32] = if asked[0].verdict == "correct" || !has_second_tries { &[1] } else { &[1, 2] };
        assert_eq!(numbers, expected, "{asked:#?}");
    }
}

/// The rows of one sitting, in the order asked.
pub fn rows_of(rows: &[Row], sitting: Uuid) -> Vec<&Row> {
    let mut rows: Vec<&Row> = rows.iter().filter(|row| row.sitting == sitting).collect();
    rows.sort_by_key(|row| row.position);
    rows
}

pub fn answered(rows: &[Row]) -> Vec<Row> {
    rows.iter().filter(|row| row.is_answered()).cloned().collect()
}

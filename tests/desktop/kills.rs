//! The program is killed in the middle of a quiz; nothing that was confirmed is lost, and nothing is made up.
//!
//! An answer counts as confirmed when `torus results` has shown it while the window was open. An answer whose `Enter`
//! was pressed shortly before the end may be there or not. Any other must not be there.

use crate::play::{answer, answered, begin, check_finished, check_whole, play_on};
use crate::program::{Home, Row, Running};
use crate::quiz::{answer_of_one, bank};
use crate::screen::{Key, Screen};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;
use torus::sitting::{Sitting, State};

/// The longest time between the last key and the end; answers are marked and kept well within it.
const LONGEST_DELAY_MS: u64 = 300;

/// Where in a question the program is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    /// The question is on the screen and nothing was pressed.
    Asked,
    /// `1` was pressed.
    Chosen,
    /// `1` and `Enter` were pressed.
    Entered,
    /// The answer is kept and its feedback shows.
    Learning,
    /// `Enter` was pressed on the feedback.
    GoneOn,
}

#[test]
fn killed_before_an_answer() {
    check(Moment::Asked, 1);
}

#[test]
fn killed_between_answer_and_enter() {
    check(Moment::Chosen, 2);
}

#[test]
fn killed_right_after_enter() {
    check(Moment::Entered, 3);
}

#[test]
fn killed_in_the_feedback() {
    check(Moment::Learning, 4);
}

#[test]
fn killed_while_the_next_question_appears() {
    check(Moment::GoneOn, 5);
}

#[test]
fn killed_while_the_window_opens() {
    let screen = Screen::open();
    for delay_ms in delays(6) {
        let home = Home::new();
        let file = home.bank("five.ron", &bank("five"));
        let mut opening = home.start(&screen, &[&file]);
        sleep(Duration::from_millis(delay_ms));
        opening.0.kill().unwrap();
        opening.0.wait().unwrap();
        assert!(home.rows().is_empty());
        let again = home.open(&screen, &[&file]);
        let sitting = begin(&home, &again);
        play_on(&home, &again, sitting);
        check_whole(&home.rows(), sitting);
    }
}

/// Kills five sittings, each one question later than the last and after another delay, and finishes them all.
#[expect(clippy::print_stdout, reason = "shown only when the test fails: which moment it was")]
fn check(moment: Moment, seed: u64) {
    let (screen, home) = (Screen::open(), Home::new());
    let file = home.bank("five.ron", &bank("five"));
    let mut sittings = Vec::new();
    for (turn, delay_ms) in delays(seed).into_iter().enumerate() {
        println!("{moment:?} in turn {turn}, after {delay_ms} ms");
        let running = home.open(&screen, &[&file]);
        let sitting = begin(&home, &running);
        let seen = lead_to(&home, &running, moment, turn);
        let before = home.sitting(sitting);
        sleep(Duration::from_millis(delay_ms));
        running.kill();
        check_kept(&seen, &home.rows(), moment);
        let after = home.sitting(sitting);
        check_same_paper(&before, &after);
        // With its last first answer a sitting is finished; its second tries are not offered again.
        sittings.push((sitting, after.state != State::Finished));
        // The offer stands on the bank's own page and in the library.
        let banks: &[&Path] = if turn % 2 == 0 { &[&file] } else { &[] };
        let again = home.open(&screen, banks);
        check_goes_on(&home, &again, &after);
        assert!(again.close().success());
        assert_eq!(home.sittings(), sittings.iter().map(|(sitting, _)| *sitting).collect::<Vec<_>>());
    }
    let rows = home.rows();
    sittings.into_iter().for_each(|(sitting, goes_on)| check_finished(&rows, sitting, goes_on));
}

/// Plays up to the moment, and gives the rows as they were last seen before it.
fn lead_to(home: &Home, running: &Running<'_>, moment: Moment, turn: usize) -> Vec<Row> {
    for _ in 0..turn {
        answer(home, running);
        running.screen.press(&[Key::ENTER]);
    }
    let mut seen = home.rows();
    match moment {
        Moment::Asked => drop(running.picture()),
        Moment::Chosen => running.screen.press(&[Key::ONE]),
        Moment::Entered => running.screen.press(&[Key::ONE, Key::ENTER]),
        Moment::Learning => seen = answer(home, running),
        Moment::GoneOn => {
            seen = answer(home, running);
            running.screen.press(&[Key::ENTER]);
        }
    }
    seen
}

/// Every confirmed answer is there as it was; one more may be there only where its `Enter` was pressed.
fn check_kept(seen: &[Row], kept: &[Row], moment: Moment) {
    let (confirmed, kept) = (stateless(answered(seen)), stateless(answered(kept)));
    for row in &confirmed {
        assert!(kept.contains(row), "this answer is lost: {row:#?}\nkept: {kept:#?}");
    }
    let most_new = usize::from(moment == Moment::Entered);
    assert!(kept.len() <= confirmed.len() + most_new, "nobody entered all these: {kept:#?}\nseen: {confirmed:#?}");
    for row in &kept {
        assert_eq!(row.response, answer_of_one(row), "{row:#?}");
    }
}

/// Rows without the state of their sitting, which the last of its first answers changes.
fn stateless(rows: Vec<Row>) -> Vec<Row> {
    rows.into_iter().map(|row| Row { state: String::new(), ..row }).collect()
}

/// The same questions in the same order, with the same options in the same order.
fn check_same_paper(before: &Sitting, after: &Sitting) {
    assert_eq!(before.seed, after.seed);
    let paper = |sitting: &Sitting| -> Vec<_> {
        let turns = sitting.turns.iter().take(before.turns.len());
        turns.map(|turn| (turn.item.question.id.clone(), turn.item.option_order.clone(), turn.attempt)).collect()
    };
    assert_eq!(paper(before), paper(after));
}

/// The sitting is offered where it stood: the next answer is that to its first open question; then it can be finished.
fn check_goes_on(home: &Home, running: &Running<'_>, left: &Sitting) {
    if left.state == State::Finished {
        return;
    }
    let kept = stateless(home.rows());
    running.screen.press(&[Key::ENTER]);
    if let Some(open) = left.turns.iter().position(|turn| !turn.is_answered()) {
        let rows = stateless(answer(home, running));
        let news: Vec<&Row> = rows.iter().filter(|row| !kept.contains(row)).collect();
        assert_eq!(news.len(), 1, "{news:#?}");
        assert_eq!((news[0].sitting, news[0].position), (left.id, open + 1), "{news:#?}");
        running.screen.press(&[Key::ENTER]);
    }
    play_on(home, running, left.id);
    let rows = home.rows();
    for row in kept {
        let finished = Row { state: "finished".to_owned(), ..row };
        assert!(rows.contains(&finished), "this answer has changed: {finished:#?}");
    }
    check_same_paper(left, &home.sitting(left.id));
}

/// Five delays that cover the whole time: one from each fifth of it, in an order by chance.
fn delays(seed: u64) -> Vec<u64> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let fifth = LONGEST_DELAY_MS / 5;
    let mut delays: Vec<u64> = (0..5).map(|index| index * fifth + random.random_range(0..fifth)).collect();
    let turns = random.random_range(0..delays.len());
    delays.rotate_left(turns);
    delays
}

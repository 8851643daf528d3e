//! What a result says in words: what it came to, the next step, and how long it took. Paints nothing.

use crate::app::state::result_view::ResultView;
use crate::app::wording::words;
use crate::bank::Mode;
use crate::sitting::{Certainty, Sitting, Turn, Verdict};

/// What a screen reader says when the focus comes to the result.
pub fn spoken(result: &ResultView) -> String {
    let sitting = &result.sitting;
    let percent = sitting.percent().map(words::percent);
    let time = format!("Time to answer: {}", words::spoken_duration(answering(sitting).1));
    let said = [
        Some(format!("Result: {}", headline(sitting))),
        percent,
        Some(next_step(sitting)),
        comparison(result),
        Some(time),
    ];
    words::sentences(said.into_iter().flatten())
}

/// What the sitting came to, as a sentence.
pub(super) fn headline(sitting: &Sitting) -> String {
    let (right, count) = (sitting.right_count(), sitting.question_count());
    if !sitting.terms.certainty && !words::counts_plainly(sitting) {
        return format!("You got {}.", words::total(sitting));
    }
    match (right, count) {
        (1, 1) => "You got it right.".to_owned(),
        (2, 2) => "You got both right.".to_owned(),
        (right, count) if right == count => format!("You got all {count} right."),
        (right, count) => format!("You got {right} of {count} right."),
    }
}

/// Whether that is enough, and what is best done next.
pub(super) fn next_step(sitting: &Sitting) -> String {
    let sure =
        sitting.terms.certainty.then(|| format!("Counting how sure you were, that is {}.", words::total(sitting)));
    let parts = [pass_line(sitting), sure, second_tries_line(sitting), Some(practise_line(sitting))];
    words::sentences(parts.into_iter().flatten())
}

fn pass_line(sitting: &Sitting) -> Option<String> {
    let mark = words::percent(sitting.terms.pass_percent?);
    Some(match sitting.passed()? {
        true => format!("Passed: the pass mark is {mark}."),
        false => format!("Not passed yet: the pass mark is {mark}."),
    })
}

fn second_tries_line(sitting: &Sitting) -> Option<String> {
    let made = || sitting.turns.iter().filter(|turn| turn.is_second_try() && turn.is_done());
    let right = made().filter(|turn| turn.verdict() == Verdict::Correct).count();
    match (right, made().count()) {
        (_, 0) => None,
        (1, 1) => Some("Your second try was right.".to_owned()),
        (_, 1) => Some("Your second try was not right yet.".to_owned()),
        (2, 2) => Some("Both second tries were right.".to_owned()),
        (right, made) if right == made => Some(format!("All {made} second tries were right.")),
        (0, made) => Some(format!("None of {made} second tries was right.")),
        (right, made) => Some(format!("{right} of {made} second tries were right.")),
    }
}

fn practise_line(sitting: &Sitting) -> String {
    let is_test = sitting.terms.mode == Mode::Test;
    match sitting.mistakes().len() {
        0 => "Nothing is left to practise here.".to_owned(),
        1 if is_test => "See below why, and practise the one that went wrong.".to_owned(),
        1 => "Practise the one that went wrong, or see it again below.".to_owned(),
        count if is_test => format!("See below why, and practise the {count} that went wrong."),
        count => format!("Practise the {count} that went wrong, or see them again below."),
    }
}

/// How this sitting compares with the learner's last one on the bank, in points of the percentage.
pub(super) fn comparison(result: &ResultView) -> Option<String> {
    let difference = (result.sitting.percent()? - result.previous_percent?).round();
    Some(if difference > 0.0 {
        format!("{difference} percentage points better than last time")
    } else if difference < 0.0 {
        format!("{} percentage points below last time", -difference)
    } else {
        "The same as last time".to_owned()
    })
}

/// How often a learner was right who was certain, and who was not: `Certain: 3 of 4 right`.
pub(super) fn certainty_lines(sitting: &Sitting) -> Vec<String> {
    let said = |level| sitting.first_attempts().filter(move |(_, turn)| turn.certainty == Some(level));
    let line = |level: Certainty| {
        let right = said(level).filter(|(_, turn)| turn.verdict() == Verdict::Correct).count();
        format!("{}: {right} of {} right", words::certainty(level), said(level).count())
    };
    Certainty::ALL.into_iter().rev().filter(|level| said(*level).next().is_some()).map(line).collect()
}

/// How long the questions took, which is what their rows add up to; and how long it was in all, with all that was read.
pub(super) fn time_lines(sitting: &Sitting) -> Vec<String> {
    let (count, answering) = answering(sitting);
    let whole = words::duration(sitting.elapsed_ms);
    if count == 0 {
        return vec![whole];
    }
    let each =
        if count > 1 { format!(" · {} per question", words::duration(answering / count)) } else { String::new() };
    let mut lines = vec![format!("{} to answer{each}", words::duration(answering))];
    if whole != words::duration(answering) {
        lines.push(format!("{whole} in all"));
    }
    lines
}

/// How many questions took noticeable time, and how many milliseconds they took together, by the times of their rows.
fn answering(sitting: &Sitting) -> (u64, u64) {
    let times = sitting.first_attempts().map(|(_, turn)| shown_ms(turn)).filter(|ms| *ms > 0);
    times.fold((0, 0), |(count, sum), ms| (count + 1, sum + ms))
}

/// The time of a row in whole seconds, as it is shown.
fn shown_ms(turn: &Turn) -> u64 {
    (turn.duration_ms + 500) / 1000 * 1000
}

/// How often and for how long the sitting was left; `None` where it never was.
pub(super) fn away_line(sitting: &Sitting) -> Option<String> {
    let often = match sitting.times_left {
        0 => return None,
        1 => "once".to_owned(),
        times => format!("{times} times"),
    };
    let all = if sitting.times_left > 1 { " in all" } else { "" };
    Some(format!("Left or closed {often}, for {}{all}", words::duration(sitting.away_ms)))
}

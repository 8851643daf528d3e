//! Which sitting of a quiz counts for a learner, and what it came to. Names nobody.

use crate::bank::Mode;
use crate::class::{Class, ClassSitting};
use crate::moment::Moment;
use crate::sitting::{State, put_together};
use std::collections::BTreeMap;

/// What does not count, to be told: how many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uncounted {
    /// Sittings that were not finished.
    pub unfinished: usize,
    /// Sittings after a learner's first of the same quiz.
    pub later: usize,
    /// Practice with a quiz that others or the same learner took as a test.
    pub practised: usize,
    /// Sittings of no quiz: reviews, mistakes and whatever else was put together for the learner.
    pub put_together: usize,
    /// Sittings in which nothing could be earned.
    pub without_points: usize,
    /// Answers in the sittings that count whose automatic mark a learner has set aside: the automatic one counts.
    pub overruled: usize,
}

/// Id of a bank and of one of its ready-made quizzes; the second is empty for the bank itself.
pub(super) type QuizKey<'c> = (&'c str, &'c str);

/// The sitting that counts for a learner.
pub(super) struct Sat {
    /// Its place in the class.
    pub sitting: u32,
    /// Place of its learner.
    pub learner: u32,
    /// Points earned at first attempts, by the automatic marks.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
}

/// For each quiz the sitting of each learner that counts: the first that was finished, as in the figures of a class. Where
/// anybody took it as a test, practice does not count.
pub(super) fn counted(class: &Class) -> (BTreeMap<QuizKey<'_>, Vec<Sat>>, Uncounted) {
    let mut uncounted = Uncounted::default();
    let mut quizzes: BTreeMap<QuizKey, Vec<Sat>> = BTreeMap::new();
    for (sitting, known) in in_order(class) {
        let (score, max_score) = total(class, known);
        if known.state != State::Finished {
            uncounted.unfinished += 1;
        } else if put_together::ALL.contains(&&*known.quiz) {
            uncounted.put_together += 1;
        } else if max_score <= 0.0 {
            uncounted.without_points += 1;
        } else {
            let sat = Sat { sitting, learner: known.learner, score, max_score };
            quizzes.entry((&known.bank, &known.quiz)).or_default().push(sat);
        }
    }
    for sittings in quizzes.values_mut() {
        uncounted.practised += without_practice(class, sittings);
        uncounted.later += without_later(sittings);
    }
    let counting = quizzes.values().flatten().map(|sat| &class.sittings[sat.sitting as usize]);
    let answers = counting.flat_map(|sitting| class.answers_of(sitting));
    uncounted.overruled = answers.filter(|answer| answer.is_overruled && answer.attempt == 1).count();
    (quizzes, uncounted)
}

/// Points earned at first attempts, and those that could be.
pub(super) fn total(class: &Class, sitting: &ClassSitting) -> (f64, f64) {
    let first = class.answers_of(sitting).iter().filter(|answer| answer.attempt == 1);
    first.fold((0.0, 0.0), |(score, max_score), answer| (score + answer.score, max_score + answer.max_score))
}

/// The sittings by when they began and ended, those without a time behind the others.
fn in_order(class: &Class) -> Vec<(u32, &ClassSitting)> {
    let mut sittings: Vec<(u32, &ClassSitting)> = (0..).zip(&class.sittings).collect();
    let when = |moment: Option<Moment>| moment.map_or(i64::MAX, |moment| moment.unix_ms);
    sittings.sort_by_key(|(_, sitting)| (when(sitting.started_at), when(sitting.finished_at), &sitting.id));
    sittings
}

/// Takes practice out where there is a test, and counts it.
fn without_practice(class: &Class, sittings: &mut Vec<Sat>) -> usize {
    let is_practice = |sat: &Sat| class.sittings[sat.sitting as usize].mode == Some(Mode::Practice);
    if sittings.iter().all(is_practice) {
        return 0;
    }
    let before = sittings.len();
    sittings.retain(|sat| !is_practice(sat));
    before - sittings.len()
}

/// Takes out all but each learner's first, and counts them.
fn without_later(sittings: &mut Vec<Sat>) -> usize {
    let before = sittings.len();
    // Stable, so that the first of each stays in front.
    sittings.sort_by_key(|sat| sat.learner);
    sittings.dedup_by_key(|sat| sat.learner);
    before - sittings.len()
}

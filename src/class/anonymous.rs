//! Leaves out of a class who its learners are. What their answers come to stays as it is.

use crate::class::model::{Answered, Class, ClassLearner, ClassRemark, ClassSitting};
use crate::class::people::{ClassList, Enrolled};
use crate::moment::Moment;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

/// The class with nothing in it that tells who a learner is; its figures stay the same.
///
/// - Learners are called “Learner 1” and on, in the order of their scores, the best first, and among equals in the order
///   of their marks and answers: who knows the names learns nothing from that order but what the scores tell anyway. (An order by a
///   hash of the names could be found again by whoever has a list of them.)
/// - Ids, other names, addresses and numbers are gone, and sittings are numbered learner by learner.
/// - Of times only the order stays in which one learner did things: the first is at one second after the start of 1970, the next at
///   two. How long each answer took stays, for the medians.
/// - Of remarks only their number stays.
///
/// Responses stay: what a learner typed may still be a name.
pub fn without_names(class: Class) -> Class {
    let order = order_of_learners(&class);
    let mut new_place = vec![0_u32; class.learners.len()];
    for (place, old) in (0..).zip(&order) {
        new_place[*old] = place;
    }
    let learner = |old: u32| new_place[old as usize];
    let mut sittings: Vec<(u32, usize)> =
        class.sittings.iter().enumerate().map(|(old, sitting)| (learner(sitting.learner), old)).collect();
    sittings.sort_unstable();
    let times: Vec<Vec<i64>> = times_of_learners(&class);
    let mut remarks: Vec<ClassRemark> = class
        .remarks
        .iter()
        .map(|remark| ClassRemark { learner: learner(remark.learner), question: remark.question, text: "".into() })
        .collect();
    remarks.sort_by_key(|remark| (remark.question, remark.learner));
    let mut anonymous = Class {
        learners: (1..=order.len()).map(nobody).collect(),
        sittings: Vec::with_capacity(sittings.len()),
        answers: Vec::with_capacity(class.answers.len()),
        remarks,
        ..Class::default()
    };
    for (place, (learner, old)) in (0..).zip(&sittings) {
        let sitting = &class.sittings[*old];
        let rank = |ms: i64| rank_ms(&times[sitting.learner as usize], ms);
        let start = anonymous.answers.len() as u32;
        anonymous.answers.extend(class.answers_of(sitting).iter().map(|answer| Answered {
            sitting: place,
            answered_ms: answer.answered_ms.map(rank),
            ..*answer
        }));
        let moment = |moment: Moment| Moment { unix_ms: rank(moment.unix_ms), offset_secs: 0 };
        anonymous.sittings.push(ClassSitting {
            id: numbered("sitting", place as usize + 1).into(),
            learner: *learner,
            started_at: sitting.started_at.map(moment),
            finished_at: sitting.finished_at.map(moment),
            answers: (start, anonymous.answers.len() as u32),
            ..sitting.clone()
        });
    }
    Class { questions: class.questions, texts: class.texts, ..anonymous }
}

impl ClassList {
    /// As many as are on the list, and nothing of who they are.
    #[must_use]
    pub fn without_names(&self) -> Self {
        Self { enrolled: vec![Enrolled::default(); self.enrolled.len()] }
    }
}

fn nobody(number: usize) -> ClassLearner {
    let (id, name) = (numbered("learner", number).into(), format!("Learner {number}").into());
    ClassLearner { id, name, ..ClassLearner::default() }
}

/// An id, with so many digits that the order of ids is that of their numbers.
fn numbered(what: &str, number: usize) -> String {
    format!("{what} {number:06}")
}

/// Places of learners, the best first.
fn order_of_learners(class: &Class) -> Vec<usize> {
    let mut answers: Vec<Vec<&Answered>> = vec![Vec::new(); class.learners.len()];
    for sitting in &class.sittings {
        answers[sitting.learner as usize].extend(class.answers_of(sitting));
    }
    for of_one in &mut answers {
        of_one.sort_by(|one, other| compared(one, other));
    }
    let scores: Vec<f64> = answers.iter().map(|of_one| score(of_one)).collect();
    let mut order: Vec<usize> = (0..answers.len()).collect();
    order.sort_by(|one, other| {
        let by_score = scores[*other].total_cmp(&scores[*one]);
        let by_answers = || {
            let pairs = answers[*one].iter().zip(&answers[*other]);
            let differing = pairs.map(|(one, other)| compared(one, other)).find(|found| found.is_ne());
            differing.unwrap_or_else(|| answers[*one].len().cmp(&answers[*other].len()))
        };
        by_score.then_with(by_answers)
    });
    order
}

/// All points as a share of those that could be earned; learners without any come last.
fn score(answers: &[&Answered]) -> f64 {
    let most: f64 = answers.iter().map(|answer| answer.max_score).sum();
    let points: f64 = answers.iter().map(|answer| answer.score).sum();
    if most > 0.0 { points / most } else { f64::NEG_INFINITY }
}

/// By all that an answer tells apart from who gave it and when. Those who are alike in all of it may stand in any order.
fn compared(one: &Answered, other: &Answered) -> Ordering {
    let told = |answer: &Answered| {
        let (question, version, attempt) = (answer.question, answer.version, answer.attempt);
        let duration = (answer.duration_ms, answer.position, answer.is_overruled, answer.is_flagged, answer.hints_used);
        (question, attempt, version, Reverse(answer.score.to_bits()), answer.response, answer.certainty, duration)
    };
    told(one).cmp(&told(other))
}

/// By learner, each moment that there is of them, once and in order.
fn times_of_learners(class: &Class) -> Vec<Vec<i64>> {
    let mut times: Vec<BTreeSet<i64>> = vec![BTreeSet::new(); class.learners.len()];
    for sitting in &class.sittings {
        let ends = [sitting.started_at, sitting.finished_at].into_iter().flatten().map(|moment| moment.unix_ms);
        let answered = class.answers_of(sitting).iter().filter_map(|answer| answer.answered_ms);
        times[sitting.learner as usize].extend(ends.chain(answered));
    }
    times.into_iter().map(|times| times.into_iter().collect()).collect()
}

/// The moment's number in the order of these, in seconds, told in milliseconds.
fn rank_ms(times: &[i64], ms: i64) -> i64 {
    1000 * (1 + times.partition_point(|other| *other < ms) as i64)
}

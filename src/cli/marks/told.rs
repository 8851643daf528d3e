//! What is told beside a gradebook: whose marks are not in it, and what did not count. Decides nothing.

use crate::class::{Class, ClassLearner, ClassList, Enrolled};
use crate::cli::talk::{counted, tell};
use crate::cli::{Outcome, people::MOST_TOLD};
use crate::report::marks::{Gradebook, LeftOut, Uncounted, WhyLeftOut};
use std::io::Write;

/// Tells who on the class list has handed in nothing.
pub(super) fn missing(list: &ClassList, places: &[u32], talk: &mut dyn Write) {
    for place in places.iter().take(MOST_TOLD) {
        let Enrolled { name, email, number } = &list.enrolled[*place as usize];
        let who = [name, email, number].into_iter().find(|who| !who.is_empty()).map_or("somebody", |who| who);
        tell(talk, &format!("torus: {who} is on the class list and has no results"));
    }
    more(places.len(), talk);
}

/// Tells whose marks have no row. Those who are not on the list have been named.
pub(super) fn left_out(left_out: &[LeftOut], class: &Class, talk: &mut dyn Write) -> Outcome {
    let mut unclear = Vec::new();
    let mut strangers = 0;
    for LeftOut { learner, why } in left_out {
        match why {
            WhyLeftOut::NotListed => strangers += 1,
            WhyLeftOut::Unclear => unclear.push((*learner, "could be any of several people on the class list")),
            WhyLeftOut::SeveralAreOne => {
                unclear.push((*learner, "and another learner match the same person on the class list"));
            }
        }
    }
    if strangers > 0 {
        let learners = counted(strangers, "learner");
        tell(talk, &format!("torus: left out because they are not on the class list: {learners}"));
    }
    for (learner, why) in unclear.iter().take(MOST_TOLD) {
        let ClassLearner { id, name, .. } = &class.learners[*learner as usize];
        tell(talk, &format!("torus: {name} ({id}) {why}: left out until you say who is who, see --people"));
    }
    more(unclear.len(), talk);
    if left_out.is_empty() { Outcome::Done } else { Outcome::InputWrong }
}

/// Tells what did not count.
pub(super) fn uncounted(uncounted: &Uncounted, talk: &mut dyn Write) {
    let Uncounted { unfinished, later, practised, put_together, without_points, overruled } = *uncounted;
    let sittings = [
        (unfinished, "not finished"),
        (later, "later than the first of the same learner and quiz"),
        (practised, "practice with a quiz that was also taken as a test"),
        (put_together, "put together for the learner, such as a review, and not part of a quiz"),
        (without_points, "without points to earn"),
    ];
    for (count, why) in sittings.into_iter().filter(|(count, _)| *count > 0) {
        tell(talk, &format!("torus: {} not counted: {why}", counted(count, "sitting")));
    }
    if overruled > 0 {
        tell(talk, &format!("torus: {} set aside by learners: the automatic mark counts", counted(overruled, "mark")));
    }
}

/// Tells of columns in percent, and of learners whom the system cannot know, unless it looks for names too.
pub(super) fn columns(book: &Gradebook, is_known_by_name: bool, talk: &mut dyn Write) {
    for quiz in book.quizzes.iter().filter(|quiz| quiz.is_percent) {
        tell(talk, &format!("torus: {}: papers have different totals, so marks are percentages", quiz.title));
    }
    let unknown = book.people.iter().filter(|person| person.number.is_empty() && person.email.is_empty()).count();
    if unknown > 0 && !is_known_by_name {
        let learners = counted(unknown, "learner");
        tell(talk, &format!("torus: {learners} without number or email address: give a class list with --class"));
    }
}

fn more(all: usize, talk: &mut dyn Write) {
    if all > MOST_TOLD {
        tell(talk, &format!("  and {} more", all - MOST_TOLD));
    }
}
